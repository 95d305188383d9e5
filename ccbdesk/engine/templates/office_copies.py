"""Copies of a file that an office already uses. This module holds what is written into the copy for one unit.

What is known is written: the unit's name, the period, the figures of the period before. The rest stays as it is."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ccbdesk.model.form import Form, FormSheet, Indicator, Preparer
from ccbdesk.model.office import OfficeCell, OfficeCopy, OfficeEntry, OfficeSheet
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period
from ccbdesk.model.unit import CLUSTER, Unit
from ccbdesk.model.value import Exactness, Number
from ccbdesk.vietnamese.numbers.reading import Understood, read_figure
from ccbdesk.wording.periods import period_name

Earlier = Mapping[IndicatorCode, str]


def plan_office_copy(form: Form, unit: Unit | None, period: Period, earlier: Earlier) -> OfficeCopy | None:
    """Return what is written into a unit's copy, or into one for any member; None where the form makes its own sheets.

    ``earlier`` are the figures of the period before, as they are shown."""
    preparer = Preparer.CLUSTER if unit and unit.id == CLUSTER else Preparer.UNIT
    sheets = [(sheet, sheet.office) for sheet in form.sheets if sheet.preparer is preparer and sheet.office]
    if not sheets:
        return None
    entries: list[OfficeEntry] = []
    for sheet, office in sheets:
        entries += _find_names(office, unit, period)
        entries += _find_figures(form, sheet, office, earlier)
    return OfficeCopy(sheets[0][1].file, tuple(entries))


def _find_names(office: OfficeSheet, unit: Unit | None, period: Period) -> Iterator[OfficeEntry]:
    if office.unit_cell and unit:
        yield _entry(office, office.unit_cell, unit.name)
    if office.period_cell:
        yield _entry(office, office.period_cell, _as_there(office.period_cell, period_name(period)))


def _find_figures(form: Form, sheet: FormSheet, office: OfficeSheet, earlier: Earlier) -> Iterator[OfficeEntry]:
    for indicator in form.indicators:
        shown = earlier.get(indicator.code)
        if shown and office.earlier and indicator.sheet == sheet.code and indicator.office_row:
            content = _content(indicator, shown)
            yield OfficeEntry(office.sheet, indicator.office_row, office.earlier, content)


def _entry(office: OfficeSheet, cell: OfficeCell, words: str) -> OfficeEntry:
    """A caption in the cell stays before what is written."""
    opening, colon, _ = cell.words.partition(":")
    return OfficeEntry(office.sheet, cell.row, cell.column, f"{opening}: {words}" if colon else words)


def _as_there(cell: OfficeCell, name: str) -> str:
    """Return a period's name in the capitals of the one that stands in the file."""
    if ":" in cell.words:
        return name
    return name.upper() if cell.words.isupper() else name[:1].upper() + name[1:]


def _content(indicator: Indicator, shown: str) -> str | Decimal:
    match read_figure(shown, indicator.kind, indicator.measure):
        case Understood(Number(amount, Exactness.EXACT)) if indicator.is_numeric:
            return amount
        case _:
            return shown
