"""A template's matrices. This module holds their rows, their columns and the totals at their edges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.proposing.codes import COLUMN, LONGEST, Codes
from ccbdesk.engine.proposing.figures import Bench, lines_as_figures
from ccbdesk.engine.proposing.heads import HeadColumn
from ccbdesk.engine.proposing.lines import Line, LineKind
from ccbdesk.engine.proposing.measures import Asked, kind_of, split_measure_off
from ccbdesk.engine.proposing.pages import Page, address
from ccbdesk.engine.proposing.sums import summed
from ccbdesk.model.form import Kind, RuleKind
from ccbdesk.model.grid import column_letters
from ccbdesk.model.layout import Place
from ccbdesk.model.proposal import About, Certainty, ProposedColumn, ProposedFigure, ProposedRule, ProposedTotal, Remark
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.office_tables import PART_OPENINGS, TOTAL_LABELS

_OPENINGS = frozenset(map(folded, PART_OPENINGS))
_MOST_RULES = 60
_SUM = re.compile(r"\(?(?P<whole>\w{1,2})\)?\s*=\s*(?P<parts>\(?\w{1,2}\)?(?:\s*\+\s*\(?\w{1,2}\)?)+)")
_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY}


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix as it could stand in a form: its rows, its columns, the totals that are asked of nobody."""

    rows: tuple[ProposedFigure, ...]
    columns: tuple[ProposedColumn, ...]
    totals: tuple[ProposedTotal, ...]
    rules: tuple[ProposedRule, ...]
    remarks: tuple[Remark, ...]


def matrix_of(bench: Bench) -> Matrix:
    """Return what a matrix could be; whole columns and rows that add up others are left to the template."""
    found = lines_as_figures(bench)
    figures = [figure for figure in found.figures if not _is_sum_row(bench, figure.row)]
    rows = [figure.row for figure in figures]
    sums = {c.column: operands for c in bench.arrangement.data if (operands := _operands(bench, c, rows))}
    longest = max((len(figure.code) for figure in figures), default=bench.longest)
    columns, remarks = _columns(bench, rows, sums, min(COLUMN, LONGEST - 1 - longest))
    kinds = {column.column: column for column in columns}
    figures = [_typed(figure, columns) for figure in figures]
    edges = (*_edge_columns(bench, figures, sums, kinds), *_edge_rows(bench, rows, kinds))
    rules, more = _rules(bench, figures, columns)
    said = (remark for remark in found.remarks if remark.about is not About.TOTAL_BY_WORD)
    return Matrix(
        tuple(replace(f, parent=f.parent if f.parent in {o.code for o in figures} else "") for f in figures),
        columns,
        edges,
        rules,
        (
            *said,
            *remarks,
            *more,
            *_remarks_on_measures(bench, figures, columns),
            *_remarks_on_totals(bench, sums),
            *_remarks_on_edge_rows(bench, rows),
        ),
    )


def column_label(column: HeadColumn, others: tuple[HeadColumn, ...]) -> tuple[str, str]:
    """Return a column's words beneath what it shares with all others, and the measure in brackets behind them."""
    shared = 0
    while len(others) > 1 and all(
        len(other.path) > shared + 1 and other.path[shared] == column.path[shared] for other in (*others, column)
    ):
        shared += 1
    measure, telling = "", []
    for part in column.path[shared:]:
        split = split_measure_off(_unopened(part), is_expected=False)
        measure = split.measure or measure
        if split.words and folded(split.words) not in _OPENINGS:
            telling.append(split.words)
    return " – ".join(telling) or column.path[-1], measure


def _unopened(words: str) -> str:
    """Return words without “trong đó” and the like before them."""
    for opening in PART_OPENINGS:
        if folded(words).startswith(f"{folded(opening)} "):
            return tidy(words[len(opening) :]).lstrip(":,–- ")
    return words


def column_codes(labels: list[str], longest: int, reserved: frozenset[str] = frozenset()) -> list[str]:
    """Return a code for each column of one table, none of them reserved."""
    codes = Codes(reserved)
    return [codes.take(label, longest) for label in labels]


def _operands(bench: Bench, column: HeadColumn, rows: list[int]) -> tuple[int, ...]:
    """Return the columns that a column adds up in every row, none if it does not."""
    said = {_operands_of(bench, row, column.column) for row in rows}
    return said.pop() if len(said) == 1 else ()


def _operands_of(bench: Bench, row: int, column: int) -> tuple[int, ...]:
    places = summed(bench.page.formula(row, column) or "") or ()
    across = all(place.row == row for place in places)
    return tuple(place.column for place in places) if across else ()


def _is_sum_row(bench: Bench, row: int) -> bool:
    """Tell whether every cell of a row that is computed adds up cells above or beneath it."""
    said = [summed(formula) for c in bench.arrangement.data if (formula := bench.page.formula(row, c.column))]
    down = [places for places in said if places and all(place.row != row for place in places)]
    return len(down) * 2 > len(bench.arrangement.data)


def _columns(
    bench: Bench, rows: list[int], sums: dict[int, tuple[int, ...]], longest: int
) -> tuple[tuple[ProposedColumn, ...], tuple[Remark, ...]]:
    typed = tuple(column for column in bench.arrangement.data if column.column not in sums)
    named = [column_label(column, bench.arrangement.data) for column in typed]
    codes = column_codes([label for label, _ in named], longest)
    added = {column for operands in sums.values() for column in operands} if len(sums) == 1 else set()
    columns: list[ProposedColumn] = []
    remarks: list[Remark] = []
    for column, (label, measure), code in zip(typed, named, codes, strict=True):
        kind, certainty = _kind(bench, rows, column.column, label, measure)
        if _computed(bench, rows, column.column):
            remarks.append(_computed_remark(bench, column))
            continue
        is_added = column.column in added and kind in _NUMBERS
        columns.append(
            ProposedColumn(
                sheet=bench.sheet,
                code=code,
                label=label,
                kind=kind,
                measure=measure or (bench.above.measure if kind in _NUMBERS else ""),
                is_added=is_added,
                column=column_letters(column.column),
                certainty=certainty,
            )
        )
    remarks += [
        Remark(
            About.KIND,
            Certainty.DOUBTFUL,
            bench.page.name,
            f"{column.column}{rows[0]}",
            column.label,
            column.kind.value,
        )
        for column in columns
        if column.certainty is Certainty.DOUBTFUL and rows
    ]
    return tuple(columns), tuple(remarks)


def _computed(bench: Bench, rows: list[int], column: int) -> bool:
    return any(bench.page.formula(row, column) is not None for row in rows)


def _computed_remark(bench: Bench, column: HeadColumn) -> Remark:
    cell = address(bench.lines[0].row if bench.lines else 1, column.column)
    return Remark(About.COLUMN_COMPUTED, Certainty.LIKELY, bench.page.name, cell, column.title)


def _kind(bench: Bench, rows: list[int], column: int, label: str, measure: str) -> tuple[Kind, Certainty]:
    formats = tuple(filter(None, (bench.page.format(row, column) for row in rows)))
    contents = tuple(c for row in rows if (c := bench.page.own(row, column)) is not None)
    stated = measure or bench.above.measure
    lines = [line for line in bench.lines if line.row in rows and line.measure]
    if stated or not lines:
        return kind_of(Asked(label, stated, formats, contents))
    kinds = {kind_of(Asked(line.label, line.measure, formats, contents)) for line in lines}
    return kinds.pop() if len(kinds) == 1 else (Kind.DECIMAL, Certainty.DOUBTFUL)


def _typed(figure: ProposedFigure, columns: tuple[ProposedColumn, ...]) -> ProposedFigure:
    """Return a row of a matrix: its kind is that of most of its columns, for they decide."""
    kinds = [column.kind for column in columns]
    kind = Kind.INTEGER if Kind.INTEGER in kinds or not kinds else kinds[0]
    return replace(figure, kind=kind, is_planned=False)


def _remarks_on_measures(
    bench: Bench, figures: list[ProposedFigure], columns: tuple[ProposedColumn, ...]
) -> Iterator[Remark]:
    """Yield the columns of figures that have a measure neither themselves nor by every row."""
    if figures and all(figure.measure for figure in figures):
        return
    heads = {column_letters(column.column): column for column in bench.arrangement.data}
    for column in columns:
        cell = address(bench.arrangement.rows.start, heads[column.column].column)
        where = (bench.page.name, cell, column.label)
        if column.kind in _NUMBERS and not column.measure:
            yield Remark(About.MEASURE_MISSING, Certainty.UNKNOWN, *where)
        if column.measure and column.measure == bench.above.measure:
            yield Remark(About.MEASURE_INHERITED, Certainty.LIKELY, *where, column.measure)


def _rules(
    bench: Bench, figures: list[ProposedFigure], columns: tuple[ProposedColumn, ...]
) -> tuple[tuple[ProposedRule, ...], tuple[Remark, ...]]:
    """Return the rules that the numbers over the columns tell, such as “1=2+3”, one for each row."""
    heads = bench.head.columns
    index = {_index_of(words): head.column for words, head in zip(bench.head.sums, heads, strict=False)}
    codes = {column.column: column.code for column in columns}
    rules: list[ProposedRule] = []
    remarks: list[Remark] = []
    for words, head in zip(bench.head.sums, heads, strict=False):
        found = _SUM.fullmatch(words.strip())
        parts = [index.get(part, 0) for part in re.findall(r"\w+", found["parts"])] if found else []
        named = [codes.get(column_letters(part), "") if part else "" for part in (head.column, *parts)]
        if not parts or not all(named):
            continue
        for figure in figures[:_MOST_RULES]:
            cells = [f"{figure.code}_{code}" for code in named]
            rules.append(ProposedRule(f"C_{cells[0]}"[:LONGEST], RuleKind.ADDS_UP, cells[0], " + ".join(cells[1:])))
        where = (bench.page.name, address(bench.head.body - 1, head.column), words)
        remarks.append(Remark(About.RULE_BY_INDEX, Certainty.SURE, *where, head.path[-1]))
    return tuple(rules), tuple(remarks)


def _index_of(words: str) -> str:
    return words.partition("=")[0].strip("() ")


# -- the edges --------------------------------------------------------------------------------------------------------


def _edge_columns(
    bench: Bench,
    figures: list[ProposedFigure],
    sums: dict[int, tuple[int, ...]],
    columns: dict[str, ProposedColumn],
) -> Iterator[ProposedTotal]:
    heads = {column.column: column for column in bench.arrangement.data}
    for figure in figures:
        for column, operands in sums.items():
            first = columns.get(column_letters(operands[0]))
            label, measure = column_label(heads[column], bench.arrangement.data)
            said = measure or (first.measure if first else "") or figure.measure
            yield ProposedTotal(
                bench.page.name, address(figure.row, column), f"{figure.label} – {label}", said, Certainty.SURE
            )


def _edge_rows(bench: Bench, rows: list[int], columns: dict[str, ProposedColumn]) -> Iterator[ProposedTotal]:
    for line in edge_rows(bench, rows):
        for column in bench.arrangement.data:
            known = columns.get(column_letters(column.column))
            label, measure = column_label(column, bench.arrangement.data)
            certainty = certainty_of_total(bench.page, Place(line.row, column.column))
            cell = address(line.row, column.column)
            said = known.measure if known else measure
            yield ProposedTotal(bench.page.name, cell, f"{line.label} – {label}", said, certainty)


def edge_rows(bench: Bench, rows: list[int]) -> tuple[Line, ...]:
    """Return the lines of a matrix that add up others."""
    return tuple(
        line
        for line in bench.lines
        if line.kind is LineKind.TOTAL or (line.kind is LineKind.FIGURE and line.row not in rows)
    )


def certainty_of_total(page: Page, cell: Place) -> Certainty:
    """Return how sure it is that a cell adds up others: by its formula, else only by its name."""
    return Certainty.SURE if summed(page.formula(*cell) or "") else Certainty.DOUBTFUL


def _remarks_on_totals(bench: Bench, sums: dict[int, tuple[int, ...]]) -> Iterator[Remark]:
    for column in bench.arrangement.data:
        cell = address(bench.arrangement.rows.start, column.column)
        label = column_label(column, bench.arrangement.data)[0]
        if column.column in sums:
            yield Remark(About.TOTAL_BY_FORMULA, Certainty.SURE, bench.page.name, cell, label)
        elif folded(label) in TOTAL_LABELS:
            yield Remark(About.TOTAL_COLUMN_BY_WORD, Certainty.DOUBTFUL, bench.page.name, cell, label)


def _remarks_on_edge_rows(bench: Bench, rows: list[int]) -> Iterator[Remark]:
    for line in edge_rows(bench, rows):
        sheet, cell = bench.where(line)
        cells = [certainty_of_total(bench.page, Place(line.row, c.column)) for c in bench.arrangement.data]
        is_sure = all(certainty is Certainty.SURE for certainty in cells)
        about = About.TOTAL_BY_FORMULA if is_sure else About.TOTAL_BY_WORD
        yield Remark(about, Certainty.SURE if is_sure else Certainty.DOUBTFUL, sheet, cell, line.shown)
