"""Comparing versions. This module holds the move from two files of one unit to what the newer one changed."""

from collections.abc import Iterable
from dataclasses import replace

from ccbdesk.engine.settling.comparing import Version, compare
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.comparison import Comparison
from ccbdesk.model.form import Form
from ccbdesk.model.history import NOTHING_EARLIER, Earlier
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import Period
from ccbdesk.model.settled import NOTHING_SETTLED, Settled
from ccbdesk.model.trouble import OneVersion, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.holding import Held, check_held


def compare_files(  # noqa: PLR0913 - what two merges are made from, and which two
    form: Form,
    period: Period,
    arrivals: tuple[Arrival, ...],
    versions: tuple[Digest, Digest],
    settled: Settled = NOTHING_SETTLED,
    *,
    earlier: Earlier = NOTHING_EARLIER,
) -> Comparison | None:
    """Compare an older and a newer file, each as it would be used alone beside those of the other units.

    Whether either was set aside does not matter. None where they are no returns of one and the same unit, or where it
    is still asked whose or of which period one of them is."""
    units = {each.receipt.digest: each.unit for each in decide(form, period, arrivals, settled).received.units_of_files}
    unit = units.get(versions[1])
    if unit is None or units.get(versions[0]) != unit:
        return None
    others = tuple(each for each in arrivals if units[each.receipt.digest] != unit)
    used = replace(settled, aside=tuple(each for each in settled.aside if each.act.digest not in versions))
    older, newer = (
        _version(decide(form, period, (*others, *_of(arrivals, digest)), used, earlier=earlier), unit)
        for digest in versions
    )
    return compare(form, older, newer) if older and newer else None


def compare_held(held: Held, unit: UnitId) -> Comparison:
    """Compare the last two files of a unit that a dossier holds; TroubleError(OneVersion) where there are not two."""
    units = {each.receipt.digest: each.unit for each in check_held(held).received.units_of_files}
    versions = [taken.receipt.digest for taken in held.taken_in if units[taken.receipt.digest] == unit]
    if len(versions) > 1:
        older, newer = versions[-2:]
        found = compare_files(held.form, held.period, held.arrivals, (older, newer), held.settled, earlier=held.earlier)
        if found is not None:
            return found
    raise TroubleError(OneVersion(held.form.unit(unit).short_name))


def _of(arrivals: Iterable[Arrival], digest: Digest) -> tuple[Arrival, ...]:
    return tuple(each for each in arrivals if each.receipt.digest == digest)[:1]


def _version(got: Checked, unit: UnitId) -> Version | None:
    submission = got.merged.submission(unit)
    if submission is None or not submission.receipt.is_file:
        return None
    return Version(submission, got.checks.findings, got.checks.questions)
