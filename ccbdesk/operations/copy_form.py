"""Changing a form. This module holds the move that lays the form in force where it can be worked on in Excel."""

from pathlib import Path

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.origin import Digest
from ccbdesk.operations.holding import OFFICE_FILE, Held


def copy_form(held: Held, folder: Path) -> Path:
    """Write the form workbook in force, with the files of offices it stands on, into a folder; return the workbook.

    A file of that name that is there already stays as it is. Raises TroubleError for what a disk can do."""
    make_folder(folder)
    kept = {held.form_kept.name: held.form_kept.digest}
    kept |= {each.name: each.digest for each in held.attachments if each.note == OFFICE_FILE}
    for name, digest in kept.items():
        target = folder / Path(name).name
        if not target.exists():
            write_whole(target, _content(held, digest), is_sound_package)
    return folder / Path(held.form_kept.name).name


def _content(held: Held, digest: Digest) -> bytes:
    with reading(held.path) as kept:
        return load_content(kept, digest)
