"""How long a dossier takes to open and to give its history, when a cluster has kept it for many years.

    .venv/bin/python benchmarks/dossier.py [YEARS [UNITS [FIGURES]]]        default: 20 36 100

Two periods a year; every unit sent a file of 100 kB for each, and a warning was accepted for every ten of its
figures. All content is invented. Times are medians of five runs in this one process, in seconds."""

import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from ccbdesk.files.dossier.decisions import load_all_decisions, load_decisions, save_decision
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.histories import load_history, load_unit_history, save_history
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.making import make_dossier
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.files.dossier.periods import save_period
from ccbdesk.files.dossier.receipts import load_receipts, save_receipt
from ccbdesk.files.dossier.revisions import save_revision
from ccbdesk.model.decision import Accepted
from ccbdesk.model.dossier import Cluster
from ccbdesk.model.history import KeptFigure, Stage
from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.period import Period, PeriodCode, Span
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number

RUNS, FILE, WHO, AT = 5, 100_000, "Lan", datetime(2024, 12, 1, tzinfo=UTC)


def periods(years: int) -> Iterator[Period]:
    """Yield two periods a year."""
    for year in range(2024 - years, 2024):
        yield Period(year, Span.HALF)
        yield Period(year)


def fill(path: Path, years: int, units: int, reported: Sequence[KeptFigure]) -> None:
    """Make a dossier and write every period as the program would, each file and each decision a revision of its own;
    a period's are written in one transaction, for to flush thousands of them would take an hour."""
    drawn = random.Random(5)  # noqa: S311 - invented content, no secret
    seen = make_dossier(path, Cluster("thu", "Cụm thử"), WHO, AT).number
    rules = len(reported) // units // 10
    for period in periods(years):
        with writing(path, seen, WHO, AT) as opened:
            kept = opened
            save_period(kept, period.code, period.first_day, period.last_day)
            for unit in range(units):
                content = drawn.randbytes(FILE)
                receipt = Receipt(f"u{unit}.xlsx", Digest(hashlib.sha256(content).hexdigest()), FILE, date(2024, 1, 1))
                kept = revised(kept)
                save_receipt(kept, period.code, receipt, content)
                for rule in range(rules):
                    kept = revised(kept)
                    save_decision(kept, period.code, accepted(unit, rule))
            kept = revised(kept)
            save_history(kept, period.code, Stage.OFFICIAL, "tổng hợp", tuple(reported))
            seen = kept.revision.number


def revised(kept: Kept) -> Kept:
    """Return the same open dossier at a further revision."""
    return replace(kept, revision=save_revision(kept.connection, kept.revision.number + 1, WHO, AT))


def accepted(unit: int, rule: int) -> Accepted:
    """Return an accepted warning."""
    return Accepted(UnitId(f"u{unit}"), f"Q{rule}", None, (("a", "1"), ("b", "2")), "đã đối chiếu với sổ của đơn vị")


def drawn_figures(units: int, figures: int) -> Iterator[KeptFigure]:
    """Yield a figure for every unit and indicator."""
    drawn = random.Random(5)  # noqa: S311 - invented figures, no secret
    for unit in range(units):
        for figure in range(figures):
            value = Number(Decimal(drawn.randrange(10**9)).scaleb(-2))
            yield KeptFigure(UnitId(f"u{unit}"), IndicatorCode(f"so_lieu_{figure}"), value)


def median(work: Callable[[], object]) -> float:
    """Return the median time of some runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def open_only(path: Path) -> None:
    """Open a dossier and close it."""
    with reading(path):
        pass


def one_unit(path: Path) -> None:
    """Load what a unit reported in every period."""
    with reading(path) as kept:
        load_unit_history(kept, UnitId("u1"))


def one_period(path: Path, period: PeriodCode) -> None:
    """Load all that an earlier period holds but its files: figures, receipts, decisions."""
    with reading(path) as kept:
        load_history(kept, period, Stage.OFFICIAL)
        load_receipts(kept, period)
        load_decisions(kept, period)


def every_decision(path: Path) -> None:
    """Load what was decided in all the years."""
    with reading(path) as kept:
        load_all_decisions(kept)


def main() -> None:
    """Print a line for every operation."""
    years, units, figures = (*(int(word) for word in sys.argv[1:]), *(20, 36, 100)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thu.ccbdesk"
        start = time.perf_counter()
        fill(path, years, units, tuple(drawn_figures(units, figures)))
        sys.stdout.write(f"made in {time.perf_counter() - start:.1f} s, {path.stat().st_size / 2**20:.0f} MB\n")
        for name, work in (
            ("open", lambda: open_only(path)),
            ("open, one unit's history", lambda: one_unit(path)),
            ("open, a whole earlier period", lambda: one_period(path, PeriodCode("2010"))),
            ("open, every decision", lambda: every_decision(path)),
            ("examine from end to end", lambda: examine(path)),
        ):
            sys.stdout.write(f"{name:<30}{median(work):.3f} s\n")


if __name__ == "__main__":
    main()
