"""What the office means by a name. This module holds how findings, units and files that were named are found."""

from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form
from ccbdesk.model.origin import Digest
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
