"""The story of a corrected figure: one figure is raised by one, and what stands on it changes and nothing else does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import desk
import pytest

from ccbdesk.cli.as_json import as_json
from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.book import BookCell
from ccbdesk.model.form import Adding, Form, Level
from ccbdesk.model.grid import Cell, Grid, Workbook
from ccbdesk.model.origin import IndicatorCode, Reading, cell_of
from ccbdesk.model.period import Period
from ccbdesk.model.report import Figure, Paragraph, Report
from ccbdesk.model.value import Number
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.gather import gather
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import silent

PERIOD = Period(2023)
EVERY = 3  # of the indicators every third one is raised: a world takes a second to make


@dataclass(frozen=True)
class World:
    """Everything that comes of the received files."""

    checked: Checked
    figures: dict[tuple[str, str], object]
    findings: frozenset[str]
    cells: dict[tuple[str, int, int], BookCell]
    report: Report


@pytest.fixture(scope="module")
def office() -> tuple[Form, tuple[Arrival, ...]]:
    with Reader() as reader:
        return open_form("tw-3", reader), gather([desk.CLEAN], reader, silent)


@pytest.fixture(scope="module")
def before(office: tuple[Form, tuple[Arrival, ...]]) -> World:
    return world(*office)


def world(form: Form, arrivals: tuple[Arrival, ...]) -> World:
    checked = decide(form, PERIOD, arrivals)
    answer: Any = as_json(checked)
    book = plan_book(checked.merged, checked.checks)
    return World(
        checked,
        {(figure["indicator"], figure["unit"] or "cum"): figure["value"] for figure in answer["figures"]},
        frozenset(f"{f['code']} {f['unit']} {f['indicator']}" for f in answer["findings"]),
        {(sheet.name, placed.row, placed.column): placed.cell for sheet in book.sheets for placed in sheet.cells},
        draft(checked.merged, places(checked.merged)),
    )


def test_raising_any_one_figure_changes_what_stands_on_it_and_nothing_else(
    office: tuple[Form, tuple[Arrival, ...]], before: World
) -> None:
    tried = some_readings(before.checked)

    assert len(tried) > 25
    for unit, reading in tried:
        assert_moves_only_what_stands_on_it(office, before, unit, reading)


@pytest.mark.deep
def test_raising_every_figure_of_every_unit_changes_what_stands_on_it_and_nothing_else(
    office: tuple[Form, tuple[Arrival, ...]], before: World
) -> None:
    tried = [pair for of_indicator in readings(before.checked) for pair in of_indicator]

    assert len(tried) > 350
    for unit, reading in tried:
        assert_moves_only_what_stands_on_it(office, before, unit, reading)


def assert_moves_only_what_stands_on_it(
    office: tuple[Form, tuple[Arrival, ...]], before: World, unit: str, reading: Reading
) -> None:
    form, arrivals = office
    after = world(form, raised(arrivals, reading))

    blocked = blocked_figures(after, unit)
    moved = moved_figures(form, after, unit, {reading.indicator, *blocked})
    found = changed(before.figures, after.figures)
    assert found <= moved, reading
    assert found >= moved_figures(form, after, unit, {reading.indicator} - blocked), reading
    assert all(key.split()[1] == unit for key in before.findings ^ after.findings), reading
    assert changed_sentences(before.report, after.report) <= standing_on(before.report, after.report, moved)
    assert set(summary_rows(before, after)) <= {code for code, _ in moved}, reading


def readings(checked: Checked) -> list[list[tuple[str, Reading]]]:
    """Return the readings of every indicator that has a cell of its own (not a list's), each with its unit."""
    found: dict[str, list[tuple[str, Reading]]] = {}
    for submission in checked.merged.submissions:
        for reading in submission.readings:
            is_of_list = checked.merged.form.indicator(reading.indicator).is_of_list
            if isinstance(reading.value, Number) and not is_of_list:
                found.setdefault(reading.indicator, []).append((submission.unit, reading))
    return list(found.values())


def some_readings(checked: Checked) -> list[tuple[str, Reading]]:
    """Return a reading of every third indicator, each time another unit's; the long tier takes them all."""
    return [pairs[index % len(pairs)] for index, pairs in enumerate(readings(checked)[::EVERY])]


def raised(arrivals: tuple[Arrival, ...], reading: Reading) -> tuple[Arrival, ...]:
    """Return the files with one figure greater by one, typed as a plain number."""
    origin, value = cell_of(reading.origin), reading.value
    assert origin
    assert isinstance(value, Number)

    def typed(cell: Cell) -> Cell:
        amount = value.amount + 1
        return replace(cell, content=amount / 100 if cell.is_percent else amount)

    def changed_grid(grid: Grid) -> Grid:
        if grid.name != origin.sheet:
            return grid
        return replace(grid, cells=tuple(typed(c) if c.address == origin.cell else c for c in grid.cells))

    def changed_book(arrival: Arrival) -> Arrival:
        if arrival.receipt.digest != origin.digest or not isinstance(arrival.workbook, Workbook):
            return arrival
        grids = tuple(changed_grid(grid) for grid in arrival.workbook.grids)
        return replace(arrival, workbook=replace(arrival.workbook, grids=grids))

    return tuple(changed_book(arrival) for arrival in arrivals)


def changed(before: dict[tuple[str, str], object], after: dict[tuple[str, str], object]) -> set[tuple[str, str]]:
    return {key for key in before | after if before.get(key) != after.get(key)}


def blocked_figures(after: World, unit: str) -> set[IndicatorCode]:
    """Return the figures of a unit on which an error stands now; they count no more."""
    return {
        finding.where.indicator
        for finding in after.checked.checks.findings
        if finding.level is Level.ERROR and finding.where.unit == unit and finding.where.indicator
    }


def moved_figures(form: Form, after: World, unit: str, moving: set[IndicatorCode]) -> set[tuple[str, str]]:
    """Return what moves with figures of a unit: they themselves, their totals, and what is computed from those."""
    moved = {(code, unit) for code in moving}
    moved |= {(code, "cum") for code in moving if form.indicator(code).adding is not Adding.NOT_ADDED}
    return moved | {
        (total.indicator.code, "cum") for total in after.checked.merged.totals if moving & set(total.sources)
    }


def changed_sentences(before: Report, after: Report) -> set[str]:
    return {p.place for p in (*before.paragraphs, *after.paragraphs)} - {
        p.place for p in before.paragraphs if p in after.paragraphs
    }


def standing_on(before: Report, after: Report, moved: set[tuple[str, str]]) -> set[str]:
    codes = {code for code, _ in moved}
    return {p.place for report in (before, after) for p in report.paragraphs if codes & set(codes_of(p))}


def codes_of(paragraph: Paragraph) -> Iterator[str]:
    for run in paragraph.runs:
        if isinstance(run, Figure):
            yield from run.totals


def summary_rows(before: World, after: World) -> Iterator[str]:
    for sheet, row, _ in {key for key in before.cells | after.cells if before.cells.get(key) != after.cells.get(key)}:
        if sheet == "Tổng hợp":
            code = after.cells[sheet, row, 1]
            yield getattr(code, "text", "")
