"""Which row of an office's file is whose. This module holds the search by row, by code and by label."""

from collections.abc import Iterable, Iterator

from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.kinds import COMPUTED
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.office import OfficeSheet
from ccbdesk.vietnamese.folding import nearest
from ccbdesk.vietnamese.labels import label_keys
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn


def rows_named(office: OfficeSheet, code: str, names: Iterable[str]) -> tuple[int, ...]:
    """Return the rows that have this code, else the rows whose labels are most strictly one of these names."""
    coded = tuple(line.row for line in office.lines if line.code and line.code.casefold() == code.casefold())
    keys = [label_keys(name) for name in names]
    ranks = (
        tuple(line.row for line in office.lines if label_keys(line.label)[rank] in {each[rank] for each in keys})
        for rank in range(3)
    )
    return coded or next((rows for rows in ranks if rows), ())


def office_row(row: Row, office: OfficeSheet) -> int:
    """Return the row of the office's file in which a row of the sheet Số liệu stands; 0 where that cannot be told."""
    hint = row.get(IndicatorColumn.OFFICE_ROW)
    found = _rows(row, office)
    if hint is not None:
        return hint if any(line.row == hint for line in office.lines) and (hint in found or not found) else 0
    return found[0] if len(found) == 1 else 0


def _rows(row: Row, office: OfficeSheet) -> tuple[int, ...]:
    names = [row.get(IndicatorColumn.LABEL) or "", *(row.get(IndicatorColumn.ALIASES) or ())]
    return rows_named(office, row.get(IndicatorColumn.CODE) or "", [name for name in names if name])


def find_row_faults(row: Row, office: OfficeSheet) -> Iterator[Fault]:
    """Yield why it cannot be told in which row of the office's file a row of the sheet Số liệu stands."""
    hint, found = row.get(IndicatorColumn.OFFICE_ROW), _rows(row, office)
    between = f"{office.first_row}–{office.last_row}"
    if hint is not None:
        label = next((line.label for line in office.lines if line.row == hint), None)
        if label is None:
            yield Fault(Wrong.ROW_OUTSIDE, str(hint), expected=(between,))
        elif found and hint not in found:
            yield Fault(Wrong.ROW_OF_ANOTHER, str(hint), expected=_numbers(found), against=label)
    elif row.get(IndicatorColumn.ADDING) not in COMPUTED and len(found) != 1:
        seen = row.get(IndicatorColumn.LABEL) or ""
        if found:
            yield Fault(Wrong.LABEL_REPEATED, seen, expected=_numbers(found))
        elif seen:
            near = nearest(seen, [line.label for line in office.lines])
            yield Fault(Wrong.LABEL_NOT_THERE, seen, near, (between,), against=office.sheet)


def _numbers(rows: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(str(row) for row in rows)
