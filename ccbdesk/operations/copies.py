"""Copies of received files. This module holds the move that lays one where another program can open it.

The bytes kept in the dossier are not touched, whatever is done to the copy."""

import tempfile
from pathlib import Path

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.operations.holding import Held
from ccbdesk.operations.name_of import file_named
from ccbdesk.operations.safe_names import workbook_name

_FOLDER = "ccbdesk"


def write_copy(held: Held, file: str) -> Path:
    """Write a copy of a received file into the system's folder for passing things, and return where it stands.

    It has a folder of its own, so that no earlier copy that is still open stands in its way."""
    digest = file_named(held, file)
    name = next(taken.receipt.name for taken in held.taken_in if taken.receipt.digest == digest)
    with reading(held.path) as kept:
        content = load_content(kept, digest)
    shelf = Path(tempfile.gettempdir()) / _FOLDER
    make_folder(shelf)
    target = Path(tempfile.mkdtemp(prefix=f"{digest[:8]}-", dir=shelf)) / workbook_name(name)
    write_whole(target, content, content.__eq__)
    return target
