"""Opening a form workbook. This module holds how a form is found by name, by path or from the files received."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ccbdesk import resources
from ccbdesk.engine.forms.offices import Offices, files_named
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.engine.submissions.identifying import form_named_in
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.mistake import FormMistake
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import FormUnreadable, NoForm, TroubleError
from ccbdesk.vietnamese.folding import tidy


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """A form that can be used, or every mistake its author made."""

    path: Path
    form: Form | None
    mistakes: tuple[FormMistake, ...]


def lint_form(name: str, reader: Reader) -> OpenedForm:
    """Open a form workbook by path or by the name it ships under, and list all its mistakes.

    Raises TroubleError: NoForm where there is none of that name, FormUnreadable where it is no workbook."""
    path = _path_of(name)
    workbook = reader.read(path)
    if isinstance(workbook, Refused):
        raise TroubleError(FormUnreadable(str(path)))
    read = read_form(workbook, read_offices(path.parent, workbook, reader))
    if isinstance(read, Form):
        return OpenedForm(path, read, ())
    return OpenedForm(path, None, read)


def read_offices(folder: Path, workbook: Workbook, reader: Reader) -> Offices:
    """Read the files of offices that the workbook of a form speaks of, as far as they stand in a folder."""
    found = {name: office_path(folder, name) for name in files_named(workbook)}
    read = {name: reader.read(path) for name, path in found.items() if path}
    return {name: None if isinstance(office, Refused) else office for name, office in read.items()}


def office_path(folder: Path, name: str) -> Path | None:
    """Return where an office's file stands in a folder, however its name is spelled in capitals and marks."""
    key = tidy(name).casefold()
    try:
        return next((path for path in sorted(folder.iterdir()) if tidy(path.name).casefold() == key), None)
    except OSError:
        return None


def open_form(name: str, reader: Reader) -> Form:
    """Open a form that must be without mistakes; TroubleError(FormUnreadable) counts them otherwise."""
    return open_form_at(name, reader)[0]


def open_form_at(name: str, reader: Reader) -> tuple[Form, Path]:
    """Open a form as :func:`open_form` does; return it and the folder it stands in."""
    opened = lint_form(name, reader)
    if opened.form is None:
        raise TroubleError(FormUnreadable(str(opened.path), len(opened.mistakes)))
    return opened.form, opened.path.parent


def name_of_form(arrivals: Iterable[Arrival]) -> str:
    """Return the name of the form that most of the files say they are of, among those that ship.

    Raises TroubleError(NoForm) with the names seen where none of them ships."""
    named = Counter(
        form_named_in(arrival.workbook) for arrival in arrivals if not isinstance(arrival.workbook, Refused)
    )
    named.pop("", None)
    shipped = {path.stem for path in resources.forms()}
    known = [name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0])) if name in shipped]
    if not known:
        raise TroubleError(NoForm(tuple(sorted(named))))
    return known[0]


def _path_of(name: str) -> Path:
    path = Path(name)
    if path.suffix and path.exists():
        return path
    for shipped in resources.forms():
        if shipped.stem == name:
            return shipped
    raise TroubleError(NoForm((name,)))
