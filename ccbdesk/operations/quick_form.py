"""A quick report. This module holds the move from a form and a few codes to a smaller form workbook of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.forms.cutting import find_unknown, plan_cut
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.trimming import trim_workbook
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.form import Form
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import FormUnreadable, NothingThere, NotInForm, TroubleError
from ccbdesk.operations.open_form import lint_form, office_path, read_offices


@dataclass(frozen=True, slots=True)
class QuickForm:
    """The smaller form and where it was written; its name is its id."""

    path: Path
    form: Form


def write_quick_form(name: str, codes: tuple[str, ...], out: Path, today: date, reader: Reader) -> QuickForm:
    """Write a form cut down to the figures of these codes into ``out``, whole or not at all.

    The files of offices that it stands on are laid beside it.

    Raises TroubleError: NoForm and FormUnreadable as opening a form does, NotInForm where codes are unknown or none
    is given."""
    opened = lint_form(name, reader)
    if opened.form is None:
        raise TroubleError(FormUnreadable(str(opened.path), len(opened.mistakes)))
    unknown = tuple(find_unknown(opened.form, codes))
    if unknown or not codes:
        raise TroubleError(NotInForm(unknown))
    content = _cut_down(opened.path, opened.form, codes, today, reader)
    home = opened.path.parent
    form = _read(content, home, reader)
    if form is None:
        # What is cut from a form without mistakes has none: if it has, the cut is ours to mend, so nothing is written.
        raise AssertionError(opened.form.id, codes)
    make_folder(out)
    target = out / f"{form.id}.xlsx"
    lay_beside(form, home, out)
    write_whole(target, content, is_sound_package)
    return QuickForm(target, form)


def lay_beside(form: Form, home: Path, out: Path) -> None:
    """Lay the files of offices that a form stands on, and that lie in ``home``, into ``out`` too."""
    for name in dict.fromkeys(sheet.office.file for sheet in form.sheets if sheet.office):
        path = office_path(home, name)
        if path and path.resolve() != (out / path.name).resolve():
            write_whole(out / path.name, _content(path), is_sound_package)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TroubleError(NothingThere(str(path))) from error


def cut_form(content: bytes, form: Form, codes: tuple[str, ...], today: date, reader: Reader) -> bytes:
    """Return the workbook of a form cut down to the figures of these codes, which the form must know.

    ValueError where the content is a workbook of another format than .xlsx."""
    workbook = reader.read_bytes(content)
    if isinstance(workbook, Refused):
        raise ValueError(workbook)  # noqa: TRY004 - the type is right, the file is not
    cut = plan_cut(workbook, form, codes)
    return trim_workbook(content, cut.rows, cut.texts, today)


def _cut_down(path: Path, form: Form, codes: tuple[str, ...], today: date, reader: Reader) -> bytes:
    try:
        return cut_form(path.read_bytes(), form, codes, today, reader)
    except (OSError, ValueError) as error:
        raise TroubleError(FormUnreadable(str(path))) from error


def _read(content: bytes, home: Path, reader: Reader) -> Form | None:
    workbook = reader.read_bytes(content)
    read = None if isinstance(workbook, Refused) else read_form(workbook, read_offices(home, workbook, reader))
    return read if isinstance(read, Form) else None
