"""A new dossier. This module holds how it is made, whole or not at all."""

from datetime import datetime
from pathlib import Path

from ccbdesk.files.dossier import schema
from ccbdesk.files.dossier.clusters import save_cluster
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.revisions import save_revision
from ccbdesk.files.whole import PlaceTakenError, make_whole
from ccbdesk.model.dossier import Cluster, Revision
from ccbdesk.model.trouble import DossierThere, DossierUnreachable, TroubleError

ENDING = ".ccbdesk"
"""How a dossier's name ends."""


def make_dossier(path: Path, cluster: Cluster, who: str, at: datetime) -> Revision:
    """Make a dossier that holds nothing but whose it is, and return its first revision.

    Raises TroubleError(DossierThere) where a file already is, be it made in the same moment; it stays as it is."""
    try:
        is_there = path.exists()
    except OSError as error:
        raise TroubleError(DossierUnreachable(str(path))) from error
    if is_there:
        raise TroubleError(DossierThere(str(path)))
    content, revision = new_dossier(path, cluster, Revision(1, who, at), schema.UPGRADES)
    try:
        make_whole(path, content, content.__eq__)
    except PlaceTakenError as error:
        raise TroubleError(DossierThere(str(path))) from error
    return revision


def new_dossier(
    path: Path, cluster: Cluster, first: Revision, upgrades: tuple[schema.Upgrade, ...]
) -> tuple[bytes, Revision]:
    """Return the bytes of a new dossier; they are the same for the same cluster and revision."""
    connection = schema.blank(upgrades)
    try:
        connection.execute("BEGIN")
        revision = save_revision(connection, first.number, first.who, first.at)
        save_cluster(Kept(str(path), connection, revision), cluster)
        connection.execute("COMMIT")
        return connection.serialize(), revision
    finally:
        connection.close()
