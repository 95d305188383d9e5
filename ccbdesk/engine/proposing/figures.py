"""The figures of a table. This module holds how lines become figures: label, measure, kind, whole, formula, section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ccbdesk.engine.proposing.arranging import Arrangement
from ccbdesk.engine.proposing.captions import Above
from ccbdesk.engine.proposing.codes import LONGEST, Codes
from ccbdesk.engine.proposing.heads import Head
from ccbdesk.engine.proposing.lines import Line, LineKind
from ccbdesk.engine.proposing.measures import Asked, kind_of
from ccbdesk.engine.proposing.pages import Page, address
from ccbdesk.engine.proposing.parts import Part, find_parts
from ccbdesk.engine.proposing.sums import is_share, summed, translated
from ccbdesk.model.form import Adding, Kind
from ccbdesk.model.grid import column_letters
from ccbdesk.model.layout import Place
from ccbdesk.model.proposal import About, Certainty, ProposedFigure, Remark
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.office_tables import (
    FLOW_WORDS,
    STOCK_OPENINGS,
    STOCK_WORDS,
    TOTAL_OPENINGS,
)

_MOST_SPELLED_OUT = 6
_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY}


@dataclass(frozen=True, slots=True)
class Bench:
    """What the figures of one table are made from."""

    page: Page
    head: Head
    arrangement: Arrangement
    lines: tuple[Line, ...]
    sheet: str
    above: Above
    codes: Codes
    longest: int = LONGEST

    def figure_cell(self, row: int) -> Place:
        """Return the cell of a line's figure, in a table with one column of figures."""
        return Place(row, self.arrangement.data[0].column)

    def where(self, line: Line) -> tuple[str, str]:
        """Return the sheet and the cell of a line's label."""
        return self.page.name, address(line.row, line.column)


@dataclass(frozen=True, slots=True)
class Found:
    """The figures of a table and what there is to say of them."""

    figures: tuple[ProposedFigure, ...]
    remarks: tuple[Remark, ...]


def figures_of(bench: Bench) -> Found:
    """Return the figures of a table with one column of figures."""
    found = lines_as_figures(bench)
    figures, remarks = _with_formulas(bench, found.figures)
    figures, more = _with_arithmetic(bench, figures)
    return Found(figures, (*found.remarks, *remarks, *more))


def lines_as_figures(bench: Bench) -> Found:
    """Return a figure a line, before anything is known of sums; cells are not filled in for a matrix."""
    remarks: list[Remark] = []
    measures = {line.row: _measure(bench, line) for line in bench.lines if line.kind is LineKind.FIGURE}
    parts = find_parts(bench.lines, measures)
    made: dict[int, ProposedFigure] = {}
    section = ""
    for line in bench.lines:
        remarks.extend(_remarks_on_line(bench, line))
        if line.kind is LineKind.SECTION:
            section = " ".join(filter(None, (f"{line.number}." if line.number else "", line.label)))
        if line.kind is LineKind.FIGURE:
            figure, said = _figure(bench, line, measures[line.row], parts.get(line.row), made)
            made[line.row] = replace(figure, section=section)
            remarks.extend(said)
    remarks.extend(_find_twins(bench, tuple(made.values())))
    return Found(tuple(made.values()), tuple(remarks))


def _measure(bench: Bench, line: Line) -> str:
    if line.measure:
        return line.measure
    has_own = any(column.column == bench.arrangement.columns.measure for column in bench.arrangement.data)
    asked = Asked(line.label, "", *_cells(bench, line.row))
    is_wordy = kind_of(asked)[0] in {Kind.TEXT, Kind.DAY}
    if kind_of(asked)[0] is Kind.PERCENT:
        return "%"
    return "" if is_wordy or has_own or len(bench.arrangement.data) > 1 else bench.above.measure


def _cells(bench: Bench, row: int) -> tuple[tuple[str, ...], tuple[Decimal | str, ...]]:
    columns = [column.column for column in bench.arrangement.data]
    contents = (bench.page.own(row, column) for column in columns)
    formats = tuple(filter(None, (bench.page.format(row, column) for column in columns)))
    return formats, tuple(content for content in contents if isinstance(content, Decimal | str))


def _figure(
    bench: Bench, line: Line, measure: str, part: Part | None, made: Mapping[int, ProposedFigure]
) -> tuple[ProposedFigure, tuple[Remark, ...]]:
    kind, certainty = kind_of(Asked(line.label, measure, *_cells(bench, line.row)))
    whole = made.get(part.whole) if part else None
    is_part = part is not None and whole is not None and not part.is_other_measure and {kind, whole.kind} <= _NUMBERS
    code = bench.codes.take(line.label, bench.longest, whole.code if whole else "")
    one = len(bench.arrangement.data) == 1 and bench.arrangement.kind.value == "figures"
    plan = bench.arrangement.plan
    is_planned = one and plan is not None and kind in {*_NUMBERS, Kind.PERCENT}
    figure = ProposedFigure(
        code=code,
        sheet=bench.sheet,
        label=line.label,
        kind=kind,
        number=line.number,
        measure=measure,
        parent=whole.code if whole and is_part else "",
        adding=_adding(line, kind, whole if is_part else None),
        is_planned=is_planned,
        row=line.row,
        cell=address(*bench.figure_cell(line.row)) if one else "",
        plan_cell=address(line.row, plan) if is_planned and plan is not None else "",
        certainty=max(certainty, _certainty(line, measure), key=list(Certainty).index),
    )
    return figure, tuple(_remarks_on_figure(bench, line, figure, part, whole))


def _certainty(line: Line, measure: str) -> Certainty:
    """Return how sure it is that a line is a figure at all; one for which the corner has a measure is one."""
    return Certainty.LIKELY if measure and line.certainty is Certainty.DOUBTFUL else line.certainty


def _adding(line: Line, kind: Kind, whole: ProposedFigure | None) -> Adding | None:
    if kind not in _NUMBERS:
        return Adding.NOT_ADDED if kind is Kind.PERCENT else None
    key = f"{folded(line.shown)} "
    if any(word in key for word in FLOW_WORDS):
        return Adding.SUM_FLOW
    if whole is not None and whole.adding is Adding.SUM_STOCK:
        return Adding.SUM_STOCK
    is_stock = any(word in key for word in STOCK_WORDS) or f"{line.label.casefold()} ".startswith(STOCK_OPENINGS)
    return Adding.SUM_STOCK if is_stock else Adding.SUM_FLOW


# -- what is said of lines -------------------------------------------------------------------------------------------


def _remarks_on_line(bench: Bench, line: Line) -> Iterator[Remark]:
    sheet, cell = bench.where(line)
    column = column_letters(bench.arrangement.columns.labels[0])
    if line.kind is LineKind.FIGURE and line.column != bench.arrangement.columns.labels[0]:
        yield Remark(About.LABEL_ELSEWHERE, Certainty.UNKNOWN, sheet, cell, line.shown, column)
    match line.kind:
        case LineKind.SECTION if line.certainty is not Certainty.SURE:
            yield Remark(About.SECTION, line.certainty, sheet, cell, line.shown)
        case LineKind.TOTAL:
            yield Remark(About.TOTAL_BY_WORD, Certainty.DOUBTFUL, sheet, cell, line.shown)
        case LineKind.GROUP | LineKind.SECTION | LineKind.FIGURE:
            return


def _remarks_on_figure(
    bench: Bench, line: Line, figure: ProposedFigure, part: Part | None, whole: ProposedFigure | None
) -> Iterator[Remark]:
    sheet, cell = bench.where(line)
    yield from _remarks_on_measure(bench, line, figure)
    is_in_doubt = figure.kind in {Kind.TEXT, Kind.DAY} or figure.certainty is Certainty.DOUBTFUL
    if is_in_doubt and len(bench.arrangement.data) == 1:
        yield Remark(About.KIND, figure.certainty, sheet, cell, line.shown, figure.kind.value)
    if part and whole and figure.parent and part.certainty is not Certainty.SURE:
        certainty = part.certainty if figure.measure else Certainty.DOUBTFUL
        yield Remark(About.PART, certainty, sheet, cell, line.shown, whole.label)
    if part and whole and not figure.parent and part.is_other_measure and line.is_part:
        yield Remark(About.PART_OTHER_MEASURE, Certainty.LIKELY, sheet, cell, line.shown, whole.label)


def _remarks_on_measure(bench: Bench, line: Line, figure: ProposedFigure) -> Iterator[Remark]:
    sheet, cell = bench.where(line)
    if figure.measure and not line.measure:
        yield Remark(About.MEASURE_INHERITED, Certainty.LIKELY, sheet, cell, line.shown, figure.measure)
    if line.measure and not line.is_measure_known:
        yield Remark(About.MEASURE_UNKNOWN, Certainty.DOUBTFUL, sheet, cell, line.shown, line.measure)
    is_figure = figure.kind in {*_NUMBERS, Kind.PERCENT}
    if is_figure and not figure.measure and len(bench.arrangement.data) == 1:
        yield Remark(About.MEASURE_MISSING, Certainty.UNKNOWN, sheet, cell, line.shown)


def _find_twins(bench: Bench, figures: tuple[ProposedFigure, ...]) -> Iterator[Remark]:
    first: dict[tuple[str, str], ProposedFigure] = {}
    for figure in figures:
        key = (figure.section, folded(figure.label))
        twin = first.setdefault(key, figure)
        if twin is not figure:
            column = bench.arrangement.columns.labels[0]
            cells = f"{address(twin.row, column)}, {address(figure.row, column)}"
            yield Remark(About.SAME_LABEL, Certainty.LIKELY, bench.page.name, cells, figure.label, figure.code)


# -- formulas ---------------------------------------------------------------------------------------------------------


def _with_formulas(
    bench: Bench, figures: tuple[ProposedFigure, ...]
) -> tuple[tuple[ProposedFigure, ...], list[Remark]]:
    """Return the figures with what the template computes itself; a formula that cannot be told takes its line out."""
    codes = {bench.figure_cell(figure.row): figure.code for figure in figures}
    remarks: list[Remark] = []
    wholes: dict[str, str] = {}
    kept: list[ProposedFigure] = []
    for figure in figures:
        cell = bench.figure_cell(figure.row)
        formula = bench.page.formula(*cell)
        if formula is None:
            kept.append(figure)
            continue
        said = translated(formula, codes.get)
        where = (bench.page.name, address(*cell), figure.label)
        if not said or figure.code in said.replace(";", " ").replace("(", " ").replace(")", " ").split():
            remarks.append(Remark(About.FORMULA_UNREAD, Certainty.UNKNOWN, *where, f"={formula}"))
            continue
        summands = tuple(codes[place] for place in summed(formula) or () if place in codes)
        said = " + ".join(summands) if 0 < len(summands) <= _MOST_SPELLED_OUT else said
        kept.append(_computed(bench, figure, formula, said))
        about = About.SUM_OF_LINES if summands else About.FORMULA
        remarks.append(Remark(about, Certainty.SURE, *where, said))
        wholes.update(dict.fromkeys(summands, figure.code))
    return _under_wholes(tuple(kept), wholes), remarks


def _computed(bench: Bench, figure: ProposedFigure, formula: str, said: str) -> ProposedFigure:
    adding, kind = Adding.FORMULA, figure.kind
    if is_share(formula):
        adding = Adding.RATIO
        is_fraction = "%" in bench.page.format(*bench.figure_cell(figure.row))
        if is_fraction:
            said, kind = f"({said}) * 100", Kind.PERCENT
    return replace(
        figure, adding=adding, formula=said, kind=kind, is_total=True, parent=figure.parent, is_planned=False
    )


def _under_wholes(figures: tuple[ProposedFigure, ...], wholes: Mapping[str, str]) -> tuple[ProposedFigure, ...]:
    """Return the figures with the wholes that formulas name, where they count the same thing."""
    by_code = {figure.code: figure for figure in figures}

    def placed(figure: ProposedFigure) -> ProposedFigure:
        whole = by_code.get(wholes.get(figure.code, ""))
        if whole and folded(whole.measure) == folded(figure.measure) and whole.parent != figure.code:
            return replace(figure, parent=whole.code)
        gone = figure.parent and figure.parent not in by_code
        return replace(figure, parent="") if gone else figure

    return tuple(map(placed, figures))


# -- arithmetic -------------------------------------------------------------------------------------------------------


def _with_arithmetic(
    bench: Bench, figures: tuple[ProposedFigure, ...]
) -> tuple[tuple[ProposedFigure, ...], list[Remark]]:
    """Return the figures with wholes that are the sums of their parts as they are filled in."""
    amounts = {
        f.code: content
        for f in figures
        if isinstance(content := bench.page.content(*bench.figure_cell(f.row)), Decimal)
    }
    figures = _with_runs(figures, amounts)
    remarks: list[Remark] = []
    exhausted: set[str] = set()
    refused: set[str] = set()
    for whole in figures:
        parts = [part for part in figures if part.parent == whole.code]
        where = (bench.page.name, address(*bench.figure_cell(whole.row)), whole.label)
        if whole.is_total or whole.code not in amounts or not amounts[whole.code]:
            continue
        too_large = [part for part in parts if amounts.get(part.code, Decimal(0)) > amounts[whole.code]]
        if too_large:
            remarks.append(Remark(About.PART_TOO_LARGE, Certainty.DOUBTFUL, *where, too_large[0].label))
            refused.update(part.code for part in too_large)
        elif len(parts) > 1 and _adds_up(amounts, whole, parts):
            remarks.append(
                Remark(About.TOTAL_BY_ARITHMETIC, Certainty.LIKELY, *where, "; ".join(p.label for p in parts))
            )
            exhausted.add(whole.code)
    return tuple(
        replace(f, is_exhaustive=f.code in exhausted, parent="" if f.code in refused else f.parent) for f in figures
    ), remarks


def _adds_up(amounts: Mapping[str, Decimal], whole: ProposedFigure, parts: list[ProposedFigure]) -> bool:
    return (
        all(part.code in amounts for part in parts) and sum(amounts[part.code] for part in parts) == amounts[whole.code]
    )


def _with_runs(figures: tuple[ProposedFigure, ...], amounts: Mapping[str, Decimal]) -> tuple[ProposedFigure, ...]:
    """Return the figures with parts found for totals that have none: a run of lines before or behind that adds up."""
    found: dict[str, str] = {}
    for place, whole in enumerate(figures):
        is_total = folded(whole.label).startswith(TOTAL_OPENINGS)
        if not is_total or whole.code not in amounts or any(figure.parent == whole.code for figure in figures):
            continue
        for run in (figures[place + 1 :], tuple(reversed(figures[:place]))):
            parts = _run_adding_up(whole, run, amounts)
            if parts:
                found.update(dict.fromkeys((part.code for part in parts), whole.code))
                break
    return tuple(replace(figure, parent=found.get(figure.code, figure.parent)) for figure in figures)


def _run_adding_up(
    whole: ProposedFigure, run: tuple[ProposedFigure, ...], amounts: Mapping[str, Decimal]
) -> tuple[ProposedFigure, ...]:
    total, parts = Decimal(0), []
    for figure in run:
        is_like = folded(figure.measure) == folded(whole.measure) and figure.section == whole.section
        if not is_like or figure.code not in amounts or figure.parent:
            break
        total += amounts[figure.code]
        parts.append(figure)
        if total == amounts[whole.code] and len(parts) > 1 and total:
            return tuple(parts)
        if total > amounts[whole.code]:
            break
    return ()
