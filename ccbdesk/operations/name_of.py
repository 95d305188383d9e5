"""What the office means by a name. This module holds how findings, units and files that were named are found."""

from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, SheetKind
from ccbdesk.model.origin import ColumnCode, Digest, SheetCode
from ccbdesk.model.submission import ListRow
from ccbdesk.model.trouble import ManyHeld, NotHeld, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.holding import Held
from ccbdesk.operations.record import Case
from ccbdesk.vietnamese.folding import tidy

_SHORTEST_DIGEST, _LETTERS_OF_DIGEST = 4, 8


def finding_named(case: Case, name: str) -> Finding:
    """Return the finding of an id; TroubleError(NotHeld) where none has it."""
    findings = case.checked.checks.findings
    for id, finding in zip(finding_ids(findings), findings, strict=True):
        if id.casefold() == name.strip().casefold():
            return finding
    raise TroubleError(NotHeld(name))


def unit_named(form: Form, name: str) -> UnitId:
    """Return the unit of an id or a name, the cluster itself included; TroubleError(NotHeld) where there is none."""
    key = tidy(name).casefold()
    for unit in (form.cluster, *form.units):
        if key in {tidy(each).casefold() for each in (unit.id, unit.short_name, unit.name, *unit.aliases)}:
            return unit.id
    raise TroubleError(NotHeld(name))


def list_named(form: Form, name: str) -> SheetCode:
    """Return the list of a code, a sheet's name or a title; TroubleError(NotHeld) where there is none."""
    for sheet in form.sheets:
        if sheet.kind is SheetKind.LIST and _key(name) in {
            _key(each) for each in (sheet.code, sheet.name, sheet.title)
        }:
            return sheet.code
    raise TroubleError(NotHeld(name))


def column_named(form: Form, sheet: SheetCode, name: str) -> ColumnCode:
    """Return the column of a list of a code or heading; TroubleError(NotHeld) where there is none."""
    for column in form.columns_of(sheet):
        if _key(name) in (_key(column.code), _key(column.label)):
            return column.code
    raise TroubleError(NotHeld(name))


def row_named(rows: tuple[ListRow, ...], name: str) -> ListRow:
    """Return the row of a number, a key or a name among the rows of a unit's list.

    Raises TroubleError: NotHeld where there is none, ManyHeld with their keys where several are called so."""
    wanted = name.strip()
    called = [row for row in rows if row.key == wanted or _key(row.name) == _key(wanted)]
    if not called and wanted.isdecimal() and 0 < int(wanted) <= len(rows):
        return rows[int(wanted) - 1]
    if not called:
        raise TroubleError(NotHeld(name))
    if len(called) > 1:
        raise TroubleError(ManyHeld(name, tuple(row.key for row in called)))
    return called[0]


def _key(name: str) -> str:
    return tidy(name).casefold()


def file_named(held: Held, name: str) -> Digest:
    """Return the file of a name or of the first letters of its digest.

    Raises TroubleError: NotHeld where there is none, ManyHeld with their digests where there are several."""
    key = tidy(name).casefold()
    receipts = [taken.receipt for taken in held.taken_in]
    found = [each.digest for each in receipts if tidy(each.name).casefold() == key]
    if not found and len(key) >= _SHORTEST_DIGEST:
        found = [each.digest for each in receipts if each.digest.startswith(key)]
    if not found:
        raise TroubleError(NotHeld(name))
    if len(found) > 1:
        raise TroubleError(ManyHeld(name, tuple(digest[:_LETTERS_OF_DIGEST] for digest in found)))
    return found[0]
