"""Planning a blank return. This module holds the plan of the workbook a unit, or the cluster itself, fills in.

A text cell is never a formula, labels are locked without a password, and the hidden sheet says whose return it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ccbdesk.engine.templates.checks import Checks
from ccbdesk.engine.templates.figure_sheets import NOTHING_BEFORE, Before, FigureSheet
from ccbdesk.engine.templates.lines import Line, Spot, placed
from ccbdesk.engine.templates.list_sheets import ListSheet
from ccbdesk.engine.templates.matrix_sheets import MatrixSheet
from ccbdesk.engine.templates.places import HEADING_ROW, address, area, on_sheet
from ccbdesk.engine.templates.rule_formulas import Ground
from ccbdesk.model.book import Book, BookCell, BookSheet, DropDown, EmptyCell, FormulaCell, Look, TextCell
from ccbdesk.model.form import Form, FormSheet, Indicator, Preparer, SheetKind
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.period import Period
from ccbdesk.model.unit import CLUSTER, Unit
from ccbdesk.vietnamese.vocabulary.returns import GIVEN_SECTION, STAMP_SHEET, Caption, StampKey
from ccbdesk.wording.periods import period_name

_NARROWEST = 4  # columns that the captions above the headings need
_UNIT_ROW, _UNIT_COLUMN = 2, 3
_NAMES_COLUMN = 4  # of the hidden sheet, where the names to choose from stand

_Sheet = FigureSheet | MatrixSheet | ListSheet


@dataclass(frozen=True, slots=True)
class _Addressee:
    """For whom and for when a template is; without a unit, any of the form's members chooses its name."""

    form: Form
    unit: Unit | None
    period: Period
    cut_off: date | None
    bases: Bases = NO_BASES


def plan_template(  # noqa: PLR0913 - all that a blank return says beforehand
    form: Form,
    unit: Unit,
    period: Period,
    cut_off: date | None,
    before: Before = NOTHING_BEFORE,
    *,
    bases: Bases = NO_BASES,
) -> Book:
    """Return the plan of a unit's blank return: a sheet for each of its form sheets that asks it something.

    For the cluster itself that is its period sheet. ``cut_off`` is the day on which figures are to be closed,
    ``before`` are earlier figures, as they are shown beside those asked for; ``bases`` are what rules compare with."""
    asked = tuple(_asked_of_cluster(form)) if unit.id == CLUSTER else form.asked_of(unit)
    return _plan(_Addressee(form, unit, period, cut_off, bases), asked, before)


def _asked_of_cluster(form: Form) -> Iterator[Indicator]:
    """Yield what the period sheets ask; figures of the members stand in lines of their own behind all others there."""
    for indicator in form.asked_of(form.cluster):
        if form.is_own(indicator) or form.period_sheet is None:
            yield indicator
        else:
            line = replace(indicator, sheet=form.period_sheet.code, section=GIVEN_SECTION, source=None, number="")
            yield replace(line, required=False, parent=None)


def plan_common_template(form: Form, period: Period, cut_off: date | None) -> Book:
    """Return the plan of a blank return for any member, which chooses its name from a list; it asks all there is."""
    asked = tuple(
        indicator
        for indicator in form.indicators
        if not indicator.is_computed and form.sheet(indicator.sheet).preparer is Preparer.UNIT
    )
    return _plan(_Addressee(form, None, period, cut_off), asked, NOTHING_BEFORE)


def _plan(addressee: _Addressee, asked: tuple[Indicator, ...], before: Before) -> Book:
    form, unit = addressee.form, addressee.unit
    sheets = tuple(
        _sheet(form, sheet, questions, before)
        for sheet in form.sheets
        if (questions := tuple(indicator for indicator in asked if indicator.sheet == sheet.code))
    )
    places = dict(place for sheet in sheets for place in sheet.places())
    ground = Ground(form, addressee.period, places, unit.id if unit else None, addressee.bases)
    checks = Checks(ground, tuple(ground.rules()), is_common=unit is None)
    first = sheets[0].sheet.name if sheets else ""
    planned = tuple(_plan_sheet(sheet, checks, addressee, first) for sheet in sheets)
    title = " – ".join(part for part in (form.title, unit.name if unit else "", period_name(addressee.period)) if part)
    return Book(title, (*planned, _plan_stamp(addressee)))


def _sheet(form: Form, sheet: FormSheet, asked: tuple[Indicator, ...], before: Before) -> _Sheet:
    match sheet.kind:
        case SheetKind.FIGURES | SheetKind.NARRATIVE:
            return FigureSheet(form, sheet, asked, before)
        case SheetKind.MATRIX:
            return MatrixSheet(form, sheet, asked)
        case SheetKind.LIST:
            return ListSheet(form, sheet, asked)


def _plan_sheet(sheet: _Sheet, checks: Checks, addressee: _Addressee, first: str) -> BookSheet:
    codes = () if isinstance(sheet, FigureSheet) else sheet.codes()
    head = (*_head(sheet, addressee, first), codes)
    return BookSheet(
        sheet.sheet.name,
        placed((*head, *sheet.lines(checks))),
        widths=sheet.widths,
        frozen_rows=HEADING_ROW,
        repeated_rows=(HEADING_ROW, HEADING_ROW),
        is_landscape=True,
        is_protected=True,
        drop_downs=(*_unit_choices(sheet, addressee, first), *sheet.drop_downs()),
        prompts=sheet.prompts(checks),
    )


def _head(sheet: _Sheet, addressee: _Addressee, first: str) -> tuple[Line, ...]:
    name = period_name(addressee.period)
    day = (
        TextCell(f"{addressee.cut_off:%d/%m/%Y}", Look.INPUT_TEXT) if addressee.cut_off else EmptyCell(Look.INPUT_TEXT)
    )
    across = max(sheet.width, _NARROWEST)
    return (
        (Spot(1, TextCell(sheet.sheet.title or sheet.sheet.name, Look.TITLE), across),),
        _captioned(Caption.UNIT, _unit_cell(sheet, addressee, first)),
        _captioned(Caption.PERIOD, TextCell(name[:1].upper() + name[1:], Look.LABEL)),
        _captioned(Caption.CUT_OFF, day),
        (Spot(1, TextCell(sheet.instruction, Look.NOTICE), across),),
    )


def _captioned(caption: Caption, cell: BookCell) -> Line:
    return Spot(1, TextCell(f"{caption.value}:", Look.NOTICE), 2), Spot(_UNIT_COLUMN, cell, 2)


def _unit_cell(sheet: _Sheet, addressee: _Addressee, first: str) -> BookCell:
    """The name is chosen once, on the first sheet; the others repeat it."""
    if addressee.unit:
        return TextCell(addressee.unit.name, Look.LABEL)
    if sheet.sheet.name == first:
        return EmptyCell(Look.INPUT_TEXT)
    return FormulaCell(f'{on_sheet(first, address(_UNIT_ROW, _UNIT_COLUMN))}&""', "", Look.LABEL)


def _unit_choices(sheet: _Sheet, addressee: _Addressee, first: str) -> Iterator[DropDown]:
    names = tuple(unit.name for unit in addressee.form.units)
    if addressee.unit is None and sheet.sheet.name == first and names:
        source = on_sheet(STAMP_SHEET, area(1, _NAMES_COLUMN, len(names), _NAMES_COLUMN))
        yield DropDown(_UNIT_ROW, _UNIT_ROW, _UNIT_COLUMN, names, is_strict=True, source=source)


def _plan_stamp(addressee: _Addressee) -> BookSheet:
    form, unit, day = addressee.form, addressee.unit, addressee.cut_off
    said: Mapping[StampKey, str] = {
        StampKey.FORM: str(form.id),
        StampKey.VERSION: form.version,
        StampKey.UNIT: str(unit.id) if unit else "",
        StampKey.PERIOD: str(addressee.period.code),
        StampKey.CUT_OFF: day.isoformat() if day else "",
    }
    pairs = [(Spot(1, TextCell(key.value)), Spot(2, TextCell(text))) for key, text in said.items()]
    names = [] if unit else [Spot(_NAMES_COLUMN, TextCell(member.name)) for member in form.units]
    lines: list[Line] = [
        (*(pairs[row] if row < len(pairs) else ()), *(names[row : row + 1]))
        for row in range(max(len(pairs), len(names)))
    ]
    return BookSheet(STAMP_SHEET, placed(lines), widths=(16.0, 30.0), is_hidden=True)
