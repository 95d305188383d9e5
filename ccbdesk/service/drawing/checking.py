"""Versions, figures and messages. This module holds how their pictures are drawn."""

from collections.abc import Iterator

from ccbdesk.model.comparison import Change, ComparedCell, Comparison, FigureSpot, RowSpot
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form
from ccbdesk.model.origin import Reading, cell_of
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell
from ccbdesk.operations.give_back import Giving
from ccbdesk.operations.remind import Reminders
from ccbdesk.service.drawing.names import day
from ccbdesk.service.pictures.checking import (
    ComparedPicture,
    ComparisonPicture,
    GivingBackPicture,
    ReminderPicture,
)
from ccbdesk.wording.comparisons import spot_words
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.places import unit_name

_NOT_MARKED = (
    "Tệp này không phải kiểu .xlsx nên không tô màu, ghi chú vào bản sao được. "
    "Lời nhắn dưới đây nói rõ từng ô phải sửa."
)


def draw_giving_back(form: Form, given: Giving) -> GivingBackPicture:
    """Return the picture of a file about to be given back."""
    name, why_not = (given.copy_name, "") if given.marked else ("", _NOT_MARKED)
    return GivingBackPicture(
        given.unit, unit_name(form, given.unit), given.file, given.message, given.cells, name, why_not
    )


def draw_reminder(form: Form, reminders: Reminders) -> ReminderPicture:
    """Return the picture of what is written to units that are waited for."""
    return ReminderPicture(reminders.to_all, tuple((unit_name(form, unit), words) for unit, words in reminders.to_each))


# -- two versions --------------------------------------------------------------------------------------------------


def draw_comparison(form: Form, compared: Comparison) -> ComparisonPicture:
    """Return the picture of two files of a unit, cells first that were changed although nobody had asked."""
    changed = [cell for cell in compared.cells if cell.change is not Change.UNCHANGED]
    cells = sorted((_compared(form, cell) for cell in changed), key=lambda each: not each.is_unasked)
    return ComparisonPicture(
        compared.unit,
        unit_name(form, compared.unit),
        _version(compared.older),
        _version(compared.newer),
        ", ".join(_amounts(compared, len(changed))),
        tuple(cells),
        _sentences(form, compared.fixed),
        _sentences(form, compared.still),
        _sentences(form, compared.new),
    )


def _amounts(compared: Comparison, changed: int) -> Iterator[str]:
    same = len(compared.cells) - changed
    yield f"{changed} ô đổi, {same} ô giữ nguyên" if changed else "Không ô số liệu nào đổi"
    for findings, words in ((compared.fixed, "đã sửa xong"), (compared.still, "vẫn còn"), (compared.new, "mới có")):
        if findings:
            yield f"{len(findings)} điều {words}"


def _compared(form: Form, cell: ComparedCell) -> ComparedPicture:
    origin = next((cell_of(each.origin) for each in (cell.new, cell.old) if each), None)
    place = f"{origin.sheet}, ô {origin.cell}" if origin else ""
    return ComparedPicture(_what(form, cell.spot), place, _typed(cell.old), _typed(cell.new), cell.is_unasked)


def _what(form: Form, spot: FigureSpot | RowSpot) -> str:
    if isinstance(spot, RowSpot):
        return spot_words(form, spot)
    label = form.indicator(spot.indicator).label
    return f"{label} (kế hoạch)" if spot.is_plan else label


def _typed(cell: Reading | ListCell | None) -> str:
    return cell.as_typed if cell else ""


def _version(receipt: Receipt) -> str:
    if not receipt.is_file:
        return "Số liệu nhập tay"
    return f"{receipt.name} ({day(receipt.day)})" if receipt.day else receipt.name


def _sentences(form: Form, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(finding_sentence(form, each) for each in findings)
