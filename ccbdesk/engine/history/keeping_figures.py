"""What a period leaves to later ones. This module holds the figures to keep, and the history made of those kept."""

from collections.abc import Iterable, Iterator

from ccbdesk.model.consolidation import Consolidation, Part, PartState
from ccbdesk.model.dossier import History, PeriodSpan
from ccbdesk.model.history import Earlier, EarlierPeriod, KeptFigure
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import NotApplicable, Number, Ratio


def figures_to_keep(merged: Consolidation) -> tuple[KeptFigure, ...]:
    """Return the figures of a period with which later ones compare: every unit's and the cluster's, and their plans.

    What is in no total (absent, blocked, words) is not kept, so that nobody compares with half of something."""
    return tuple(_find_kept(merged))


def _find_kept(merged: Consolidation) -> Iterator[KeptFigure]:
    for total in merged.totals:
        if not total.indicator.is_numeric:
            continue
        code = total.indicator.code
        yield from _of_parts(code, total.parts, is_plan=False)
        yield from _of_parts(code, total.plan_parts, is_plan=True)
        if isinstance(total.value, Number | Ratio | NotApplicable) and total.coverage.is_complete:
            yield KeptFigure(CLUSTER, code, total.value)
        if isinstance(total.plan, Number | Ratio):
            yield KeptFigure(CLUSTER, code, total.plan, is_plan=True)


def _of_parts(code: IndicatorCode, parts: Iterable[Part], *, is_plan: bool) -> Iterator[KeptFigure]:
    for part in parts:
        if part.unit == CLUSTER:
            continue  # the total says it
        if part.state is PartState.NOT_APPLICABLE:
            yield KeptFigure(part.unit, code, NotApplicable(), is_plan)
        elif part.is_counted and part.reading is not None:
            yield KeptFigure(part.unit, code, part.reading.value, is_plan)


def earlier_of(histories: Iterable[History], spans: Iterable[PeriodSpan], period: Period) -> Earlier:
    """Return what a dossier keeps of other periods, with the days it says they reach from and to."""
    days = {span.period: (span.first_day, span.last_day) for span in spans}
    kept = tuple(
        EarlierPeriod(each.period, each.figures, each.stage, each.source, *days.get(each.period, (None, None)))
        for each in histories
        if each.period != period.code
    )
    return Earlier(kept, *days.get(period.code, (None, None)))
