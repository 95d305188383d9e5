"""Giving a file back to its unit. This module holds the move: the message, the marked copy, and the decision.

The received bytes are not touched: what is marked is a copy. Who gave back what when is kept, so that a corrected file
is known to be awaited however often the program is started."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.excel.marking import mark_cells
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.decision import Decision, Hand, SentBack
from ccbdesk.model.grid import is_address, row_and_column
from ccbdesk.model.marking import MarkedCell
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import Milestone
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import NothingToAsk, TroubleError
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.record import Case, record
from ccbdesk.operations.safe_names import plain_name
from ccbdesk.wording.asking_units import GivenBack, Matter, matters_of, message_to_unit, note_in_cell

_MARKED = "can sua"


@dataclass(frozen=True, slots=True)
class Giving:
    """A file as it is given back: whose, which, the message, and the marked copy.

    ``marked`` is None where the file is of a kind in which nothing can be marked, such as an .xls; ``cells`` counts
    those marked."""

    unit: UnitId
    digest: Digest
    file: str
    message: str
    marked: bytes | None
    cells: int

    @property
    def copy_name(self) -> str:
        """The name under which the marked copy is saved, next to nothing it could take the place of."""
        return f"{Path(plain_name(self.file)).stem} ({_MARKED}).xlsx"


def giving(case: Case, named: str, today: date) -> Giving:
    """Return what a unit is to be written about the file of it that is used; TroubleError(NothingToAsk) if nothing."""
    form, unit = case.held.form, unit_named(case.held.form, named)
    submission = case.checked.merged.submission(unit)
    checks = case.checked.checks
    asked = (each for each in checks.open if each.where.unit == unit and not each.where.is_corrected)
    doubtful = (each for each in checks.questions if each.where.unit == unit and each.where.cell)
    matters = matters_of(form, asked, doubtful)
    if submission is None or unit == CLUSTER or not submission.receipt.is_file or not matters:
        raise TroubleError(NothingToAsk(form.unit(unit).short_name))
    receipt, cells = submission.receipt, _marked_cells(matters)
    marked = _marked(case, receipt.digest, cells)
    given = GivenBack(unit, receipt.name, matters, _day_ahead(case, today))
    message = message_to_unit(form, given, is_marked=marked is not None)
    return Giving(unit, receipt.digest, receipt.name, message, marked, len(cells) if marked else 0)


def give_back(case: Case, given: Giving, hand: Hand, target: Path | None = None) -> Decision | None:
    """Write the marked copy where one is wanted, and record that the file was given back with this message.

    None where just that is recorded already: only the copy was written once more."""
    if target is not None and given.marked is not None:
        make_folder(target.parent)
        write_whole(target, given.marked, is_sound_package)
    act = SentBack(given.unit, given.digest, given.message)
    standing = case.held.settled.sending_back(given.digest)
    return None if standing is not None and standing.act == act else record(case, act, hand)


def _day_ahead(case: Case, today: date) -> date | None:
    """Return the deadline as long as it can still be kept."""
    deadline = case.held.settled.milestone(Milestone.DEADLINE)
    return deadline if deadline and deadline >= today else None


def _marked(case: Case, digest: Digest, cells: Iterable[MarkedCell]) -> bytes | None:
    with reading(case.held.path) as kept:
        content = load_content(kept, digest)
    marked = mark_cells(content, cells) if cells else None
    return None if isinstance(marked, Refused) else marked


def _marked_cells(matters: Iterable[Matter]) -> tuple[MarkedCell, ...]:
    """Return each cell once, with all that is to be said about it."""
    found: dict[tuple[str, str], list[Matter]] = {}
    for matter in matters:
        if is_address(matter.where.cell) and matter.where.sheet:
            found.setdefault((matter.where.sheet, matter.where.cell), []).append(matter)
    return tuple(_find_marked(found))


def _find_marked(found: dict[tuple[str, str], list[Matter]]) -> Iterator[MarkedCell]:
    for (sheet, address), matters in found.items():
        row, column = row_and_column(address)
        words = "\n".join(note_in_cell(matter) for matter in matters)
        yield MarkedCell(sheet, row, column, words, any(matter.is_error for matter in matters))
