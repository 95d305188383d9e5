"""The table of a unit's figures. This module holds its rows: what was read, what the unit typed, room to confirm."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from ccbdesk.model.form import Form, Indicator, Kind, ListCount, ListSum, MatrixCell
from ccbdesk.model.origin import Reading
from ccbdesk.model.report import Phrase, Table, TableCell
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import Unit
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable, Value
from ccbdesk.vietnamese.numbers.writing import day_in_figures, plain, qualified
from ccbdesk.wording.corrections import correction_words
from ccbdesk.wording.figures import NOT_APPLICABLE

NOTHING = "chưa có số"
"""What stands for a figure that the unit left blank."""

_HEADS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu đã nhận", "Đơn vị ghi", "Xác nhận")
_WIDTHS = (6, 48, 12, 12, 12, 10)
_UNUSED = "chưa dùng được"
_ROWS_OF_LIST = "Số dòng đã ghi"
_LONGEST_TYPED = 40

Row = tuple[TableCell, ...]


def figure_table(form: Form, unit: Unit, submission: Submission, remarks: Sequence[str]) -> Table:
    """Return a row for every figure and day in a unit's return, in the form's order, with a row above each section.

    A planned figure is a row of its own below its result. Words are left out: they are read, not confirmed. What is
    not in the return at all has no row. ``remarks`` stand across the last rows, the first as their head."""
    head = tuple(_cell(words, is_head=True) for words in _HEADS)
    below = ((_across(remark, is_head=number == 0),) for number, remark in enumerate(remarks))
    return Table((head, *_find_rows(form, confirmed(form, unit), submission), *below), _WIDTHS, is_small=True)


def confirmed(form: Form, unit: Unit) -> tuple[Indicator, ...]:
    """Return what a unit confirms: all that is asked of it but words."""
    return tuple(indicator for indicator in form.asked_of(unit) if indicator.kind is not Kind.TEXT)


def _find_rows(form: Form, asked: Sequence[Indicator], submission: Submission) -> Iterator[Row]:
    above, number = "", ""
    for indicator in asked:
        reading, plan = submission.reading(indicator.code), submission.plan(indicator.code)
        if reading is None and plan is None:
            continue
        section = indicator.section or form.sheet(indicator.sheet).name
        if section != above:
            yield (_across(section, is_head=True),)
        # The cells of a matrix's row have its number; it stands once.
        is_told = isinstance(indicator.source, MatrixCell) and indicator.number == number
        above, number = section, indicator.number
        yield _row(indicator, "" if is_told else number, _label(form, indicator), reading)
        yield from _find_corrected(indicator, reading)
        if plan is not None:
            yield _row(indicator, "", f"{indicator.label} – kế hoạch", plan)
            yield from _find_corrected(indicator, plan)


def _find_corrected(indicator: Indicator, reading: Reading | None) -> Iterator[Row]:
    """Yield, beneath a figure that was put right or entered by hand, what was received and on whose word it changed."""
    words = correction_words(reading, indicator) if reading else ""
    if words:
        yield (_across(words, is_head=False),)


def _label(form: Form, indicator: Indicator) -> str:
    """Return an indicator's label; below the name of its list the figures of a list need no more than their own."""
    match indicator.source:
        case ListCount():
            return _ROWS_OF_LIST
        case ListSum(sheet, code):
            return next(column.label for column in form.columns_of(sheet) if column.code == code)
        case MatrixCell() | None:
            return indicator.label
        case _:
            assert_never(indicator.source)


def _row(indicator: Indicator, number: str, label: str, reading: Reading | None) -> Row:
    received = shown(reading.value) if reading else NOTHING
    typed = reading.received_as if reading else ""
    return (
        _cell(number),
        _cell(label),
        _cell(indicator.measure),
        TableCell((Phrase(received),), is_figure=True),
        TableCell((Phrase(_cut(typed)),), is_figure=True),
        _cell(""),
    )


def _cell(text: str, *, is_head: bool = False) -> TableCell:
    return TableCell((Phrase(text),) if text else (), is_head=is_head)


def _across(text: str, *, is_head: bool) -> TableCell:
    return TableCell((Phrase(text),), is_head=is_head, across=len(_HEADS))


def _cut(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= _LONGEST_TYPED else f"{words[: _LONGEST_TYPED - 1]}…"


def shown(value: Value) -> str:
    """Return a value as it counts, in its indicator's own measure, which stands in a column beside it."""
    match value:
        case Number() | Ratio():
            return qualified(plain(value.amount), value.exactness)
        case Day():
            return day_in_figures(value.day)
        case NotApplicable():
            return NOT_APPLICABLE
        case Blank():
            return NOTHING
        case Text(words):
            return words
        case Unreadable():
            return _UNUSED
        case _:
            assert_never(value)
