"""What a dossier knows before a period's returns come. This module holds the figures of earlier periods, the days that
were moved, and the period sheet where that is in already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.history.keeping_figures import earlier_of
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.decisions import load_all_decisions
from ccbdesk.files.dossier.histories import load_histories, load_history
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.dossier.periods import load_periods
from ccbdesk.files.dossier.receipts import load_receipts
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.dossier import History
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form
from ccbdesk.model.history import NOTHING_EARLIER, Bases, Earlier
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.settled import NOTHING_SETTLED, Settled
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Number, Ratio, Value
from ccbdesk.operations.progress import Progress
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.figures import qualifier
from ccbdesk.wording.histories import MERGED

Shown = dict[UnitId, dict[IndicatorCode, str]]
"""Unit → indicator → the figure as it is shown."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a dossier knows of a period beforehand: figures to compare with, what was settled, the files that are in."""

    earlier: Earlier = NOTHING_EARLIER
    settled: Settled = NOTHING_SETTLED
    arrivals: tuple[Arrival, ...] = ()


NO_PAST = Past()
"""What is known without a dossier."""


def past_in(path: Path, period: Period, reader: Reader, progress: Progress) -> Past:
    """Return what a dossier knows of a period, which need not have begun in it."""
    with reading(path) as kept:
        histories = tuple(_find_histories(kept, period))
        earlier = earlier_of(histories, load_periods(kept), period)
        settled = settle(load_all_decisions(kept), period)
        taken = load_receipts(kept, period.code)
        contents = {each.receipt.digest: load_content(kept, each.receipt.digest) for each in taken}
    progress("Đang đọc các tệp trong hồ sơ")
    arrivals = (Arrival(each.receipt, reader.read_bytes(contents[each.receipt.digest])) for each in taken)
    return Past(earlier, settled, tuple(arrivals))


def _find_histories(kept: Kept, period: Period) -> Iterator[History]:
    for each in load_histories(kept):
        of_then = period_of(each.period)
        if of_then is not None and of_then != period and of_then.year in (period.year, period.year - 1):
            history = load_history(kept, each.period, each.stage)
            if history is not None:
                yield history


def shown_figures(form: Form, bases: Bases, when: When) -> Shown:
    """Return what every figure of every unit, the cluster's own included, was in another period, as it is shown."""
    units = (CLUSTER, *(unit.id for unit in form.units))
    return {unit: dict(_find_shown(form, bases, when, unit)) for unit in units}


def _find_shown(form: Form, bases: Bases, when: When, unit: UnitId) -> Iterable[tuple[IndicatorCode, str]]:
    for indicator in form.asked_of(form.unit(unit)):
        base = bases.base(Reference(indicator.code, unit, when))
        words = _written(base.value)
        if words:
            yield indicator.code, f"{words} {MERGED}" if base.merged and unit != CLUSTER else words


def _written(value: Value) -> str:
    match value:
        case Number():
            return f"{qualifier(value.exactness)} {plain(value.amount)}".strip()
        case Ratio():
            return plain(round(value.amount, 3).normalize())
        case _:
            return ""


def bases_in(form: Form, period: Period, past: Past) -> Bases:
    """Return what the figures of a period will be compared with."""
    return bases_of(form, period, past.earlier)
