"""How long comparing takes, when a cluster has kept its figures for many years.

    .venv/bin/python benchmarks/history.py [YEARS [UNITS [FIGURES]]]        default: 20 36 100

Two periods a year, all of them handed over; every figure of every unit gets its base for the previous period, the same
period of last year and the start of the year. All figures are invented. The time is the median of five runs.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from decimal import Decimal

from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.form import Adding, Form, FormId, FormSheet, Indicator
from ccbdesk.model.history import Bases, Earlier, EarlierPeriod, KeptFigure
from ccbdesk.model.origin import IndicatorCode, SheetCode
from ccbdesk.model.period import Period, Span
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Number

RUNS, NOW = 5, Period(2024)


def form_of(units: int, figures: int) -> Form:
    """Return a form of so many units and figures, half of them flows and half of them stocks."""
    sheet = FormSheet(SheetCode("b"), "Biểu", "Biểu")
    members = tuple(Unit(UnitId(f"u{number}"), f"Hội số {number}", f"Số {number}") for number in range(units))
    indicators = tuple(
        Indicator(
            IndicatorCode(f"f{number}"),
            f"Số {number}",
            sheet.code,
            adding=(Adding.SUM_FLOW, Adding.SUM_STOCK)[number % 2],
        )
        for number in range(figures)
    )
    return Form(FormId("thu"), "1", Unit(CLUSTER, "Cụm thử", "Cụm"), members, (sheet,), indicators, (), ())


def kept(form: Form, years: int) -> Iterator[EarlierPeriod]:
    """Yield the figures of two periods a year."""
    for year in range(NOW.year - years, NOW.year):
        for period in (Period(year, Span.HALF), Period(year)):
            figures = tuple(
                KeptFigure(unit.id, indicator.code, Number(Decimal(year + place)))
                for unit in form.units
                for place, indicator in enumerate(form.indicators)
            )
            yield EarlierPeriod(period.code, figures, source="tổng hợp")


def timed(form: Form, earlier: Earlier) -> tuple[float, Bases]:
    """Return the median time of comparing, and what was found."""
    times: list[float] = []
    found = Bases()
    for _ in range(RUNS):
        start = time.perf_counter()
        found = bases_of(form, NOW, earlier)
        times.append(time.perf_counter() - start)
    return statistics.median(times), found


def main(words: list[str]) -> None:
    """Measure and print."""
    years, units, figures = (int(word) for word in (*words, *("20", "36", "100")[len(words) :]))
    form = form_of(units, figures)
    earlier = Earlier(tuple(kept(form, years)))
    seconds, found = timed(form, earlier)
    total = sum(len(period.figures) for period in earlier.periods)
    sys.stdout.write(f"{total} kept figures, {sum(1 for _ in found.used())} bases: {seconds:.2f} s\n")


if __name__ == "__main__":
    main(sys.argv[1:])
