"""Planning a blank return. This module holds the plan of the workbook a unit, or the cluster itself, fills in.

A text cell is never a formula, labels are locked without a password, and the hidden sheet says whose return it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccbdesk.engine.templates.lines import Line, Spot, lines_of_sheet, placed
from ccbdesk.model.book import Book, BookSheet, EmptyCell, Look, TextCell
from ccbdesk.model.form import Form, FormSheet, Indicator, Kind
from ccbdesk.model.period import Period
from ccbdesk.model.unit import Unit
from ccbdesk.vietnamese.vocabulary.returns import INSTRUCTION, STAMP_SHEET, Caption, StampKey
from ccbdesk.wording.periods import period_name

_LAST_COLUMN = 7
_FIGURE_WIDTHS = (15.0, 7.0, 44.0, 13.0, 18.0, 24.0, 32.0)
_WORDS_WIDTHS = (15.0, 7.0, 34.0, 11.0, 60.0, 16.0, 24.0)


@dataclass(frozen=True, slots=True)
class _Addressee:
    """For whom and for when a template is."""

    unit: Unit
    period: Period
    cut_off: date | None


def plan_template(form: Form, unit: Unit, period: Period, cut_off: date | None) -> Book:
    """Return the plan of a unit's blank return: a sheet for each of its form sheets that asks it something.

    For the cluster itself that is its period sheet. ``cut_off`` is the day on which figures are to be closed."""
    addressee = _Addressee(unit, period, cut_off)
    asked = form.asked_of(unit)
    sheets = tuple(
        _plan_sheet(form, sheet, questions, addressee)
        for sheet in form.sheets
        if (questions := tuple(indicator for indicator in asked if indicator.sheet == sheet.code))
    )
    title = " – ".join(part for part in (form.title, unit.name, period_name(period)) if part)
    return Book(title, (*sheets, _plan_stamp(form, addressee)))


def _plan_sheet(form: Form, sheet: FormSheet, asked: tuple[Indicator, ...], addressee: _Addressee) -> BookSheet:
    head = _head(sheet, addressee)
    heading_row = len(head) + 1
    return BookSheet(
        sheet.name,
        placed((*head, *lines_of_sheet(form, asked))),
        widths=_widths(asked),
        frozen_rows=heading_row,
        repeated_rows=(heading_row, heading_row),
        is_landscape=True,
        is_protected=True,
    )


def _widths(asked: Iterable[Indicator]) -> tuple[float, ...]:
    return _WORDS_WIDTHS if all(indicator.kind is Kind.TEXT for indicator in asked) else _FIGURE_WIDTHS


def _head(sheet: FormSheet, addressee: _Addressee) -> tuple[Line, ...]:
    name = period_name(addressee.period)
    day = (
        TextCell(f"{addressee.cut_off:%d/%m/%Y}", Look.INPUT_TEXT) if addressee.cut_off else EmptyCell(Look.INPUT_TEXT)
    )
    return (
        (Spot(1, TextCell(sheet.title or sheet.name, Look.TITLE), _LAST_COLUMN),),
        _captioned(Caption.UNIT, TextCell(addressee.unit.name, Look.LABEL)),
        _captioned(Caption.PERIOD, TextCell(name[:1].upper() + name[1:], Look.LABEL)),
        _captioned(Caption.CUT_OFF, day),
        (Spot(1, TextCell(INSTRUCTION, Look.NOTICE), _LAST_COLUMN),),
        (),
    )


def _captioned(caption: Caption, cell: TextCell | EmptyCell) -> Line:
    return Spot(1, TextCell(f"{caption.value}:", Look.NOTICE), 2), Spot(3, cell, 2)


def _plan_stamp(form: Form, addressee: _Addressee) -> BookSheet:
    cut_off = addressee.cut_off.isoformat() if addressee.cut_off else ""
    said = {
        StampKey.FORM: str(form.id),
        StampKey.VERSION: form.version,
        StampKey.UNIT: str(addressee.unit.id),
        StampKey.PERIOD: str(addressee.period.code),
        StampKey.CUT_OFF: cut_off,
    }
    lines = tuple((Spot(1, TextCell(key.value)), Spot(2, TextCell(text))) for key, text in said.items())
    return BookSheet(STAMP_SHEET, placed(lines), widths=(16.0, 30.0), is_hidden=True)
