"""Whose dossier it is. This module holds ``load_`` and ``save_`` of the facts about the cluster."""

from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.dossier import Cluster, Revision
from ccbdesk.model.trouble import DossierDamaged, TroubleError

_CLUSTERS = Table("cluster", ("form", "name"))


def load_cluster(kept: Kept) -> Cluster:
    """Return the facts as they were stated last."""
    stated = _CLUSTERS.load(kept, _cluster)
    if not stated:
        raise TroubleError(DossierDamaged(kept.path, "cluster"))
    return stated[-1]


def save_cluster(kept: Kept, cluster: Cluster) -> None:
    """State the facts anew."""
    _CLUSTERS.add(kept, cluster.form, cluster.name)


def _cluster(_number: int, _revision: Revision, form: str, name: str) -> Cluster:
    return Cluster(form, name)
