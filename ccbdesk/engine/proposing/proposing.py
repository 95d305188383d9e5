"""From a template to a proposal. This module holds the way through its sheets, and what is left over at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ccbdesk.engine.proposing.arranging import Arrangement, arrange
from ccbdesk.engine.proposing.captions import Above, look_above
from ccbdesk.engine.proposing.codes import LIST, ROW, Codes, longest_list_column, slug
from ccbdesk.engine.proposing.figures import Bench, figures_of
from ccbdesk.engine.proposing.heads import Head, find_heads
from ccbdesk.engine.proposing.lines import read_lines
from ccbdesk.engine.proposing.listings import listing_of
from ccbdesk.engine.proposing.matrices import matrix_of
from ccbdesk.engine.proposing.pages import Page, address, page_of
from ccbdesk.engine.proposing.sentences import OWN_FIGURES, OWN_SHEET, sentences_of
from ccbdesk.model.form import Kind, SheetKind
from ccbdesk.model.grid import Workbook, column_letters
from ccbdesk.model.layout import Place, SheetLayout
from ccbdesk.model.proposal import (
    About,
    Certainty,
    Proposal,
    ProposedColumn,
    ProposedFigure,
    ProposedRule,
    ProposedSheet,
    ProposedTotal,
    Remark,
)
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.forms import FORM_ID, INDICATOR_CODE, SHEET_NAME

_MOST_LEFT = 40
_LONGEST_SHEET_CODE = 20


@dataclass(frozen=True, slots=True)
class _Made:
    """What one table gave."""

    sheet: ProposedSheet
    rows: range
    figures: tuple[ProposedFigure, ...] = ()
    columns: tuple[ProposedColumn, ...] = ()
    totals: tuple[ProposedTotal, ...] = ()
    rules: tuple[ProposedRule, ...] = ()
    remarks: tuple[Remark, ...] = ()


def propose(workbook: Workbook, layouts: tuple[SheetLayout, ...], file: str) -> Proposal:
    """Return the form that a template could be; ``file`` is its name, ``layouts`` are those of its sheets."""
    by_name = {layout.name: layout for layout in layouts}
    pages = [page_of(grid, by_name.get(grid.name, SheetLayout(grid.name))) for grid in workbook.grids]
    codes = Codes(INDICATOR_CODE.reserved | {figure.code for figure in OWN_FIGURES} | {OWN_SHEET.code})
    made: list[_Made] = []
    remarks: list[Remark] = [*_on_names(file)]
    for page in pages:
        if page.is_hidden:
            remarks.append(Remark(About.HIDDEN_SHEET, Certainty.UNKNOWN, page.name))
            continue
        tables, said = _tables_of(page, codes, {one.sheet.name for one in made})
        made.extend(tables)
        remarks.extend(said)
    return _proposal(file, made, remarks)


def _proposal(file: str, made: list[_Made], remarks: list[Remark]) -> Proposal:
    sheets = tuple(one.sheet for one in made)
    figures = tuple(figure for one in made for figure in one.figures)
    columns = tuple(column for one in made for column in one.columns)
    on_tables = [remark for one in made for remark in one.remarks]
    is_unit_told = any(remark.about is About.UNIT_CELL_FILLED for remark in on_tables)
    said = [*remarks, *_on_missing_captions(sheets, is_unit_told=is_unit_told), *on_tables]
    if any(figure.adding for figure in figures) or columns:
        said.append(Remark(About.ADDING, Certainty.LIKELY))
    said.append(Remark(About.SENTENCES, Certainty.DOUBTFUL))
    return Proposal(
        form_id=_form_id(file),
        title=next((sheet.title for sheet in sheets if sheet.title), ""),
        file=file,
        sheets=(*sheets, OWN_SHEET),
        figures=(*figures, *OWN_FIGURES),
        columns=columns,
        totals=tuple(total for one in made for total in one.totals),
        rules=tuple(rule for one in made for rule in one.rules),
        sentences=sentences_of(sheets, figures, columns),
        remarks=tuple(said),
    )


def _form_id(file: str) -> str:
    stem = file.rpartition(".")[0] or file
    return slug(stem, FORM_ID.longest).replace("_", "-")


def _on_names(file: str) -> Iterator[Remark]:
    yield Remark(About.FORM_NAMES, Certainty.UNKNOWN, seen=file, proposed=_form_id(file))
    yield Remark(About.UNITS, Certainty.UNKNOWN)


# -- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Site:
    """Where a table stands; ``first`` is the sheet already proposed for the table above it."""

    page: Page
    head: Head
    arrangement: Arrangement
    above: Above
    name: str
    first: ProposedSheet | None


def _tables_of(page: Page, codes: Codes, names: set[str]) -> tuple[list[_Made], list[Remark]]:
    heads = find_heads(page)
    made: list[_Made] = []
    start = 1
    for place, head in enumerate(heads):
        limit = heads[place + 1].top - 1 if place + 1 < len(heads) else page.last_row
        above = look_above(page, range(start, head.top))
        arrangement = arrange(page, head, limit)
        if arrangement is None or len(arrangement.rows) == 0:
            continue
        name = _sheet_name(page.name, {*names, *(one.sheet.name for one in made)})
        made.append(_table(_Site(page, head, arrangement, above, name, made[0].sheet if made else None), codes))
        start = arrangement.rows.stop
    rows = {row for one in made for row in one.rows} | {row for head in heads for row in range(head.top, head.body)}
    totals = {total.cell for one in made for total in one.totals}
    said = list(_on_left_cells(page, heads, rows, totals))
    return made, said if made or not page.cells else [Remark(About.NO_TABLE, Certainty.UNKNOWN, page.name), *said]


def _sheet_name(name: str, taken: set[str]) -> str:
    clean = "".join(" " if sign in SHEET_NAME.forbidden else sign for sign in name).strip() or "Bieu"
    folded_names = {folded(other) for other in taken} | {folded(OWN_SHEET.name), *map(folded, SHEET_NAME.reserved)}
    candidates = (clean[: SHEET_NAME.longest], *(f"{clean[:27]} {number}" for number in range(2, 1000)))
    return next(candidate for candidate in candidates if folded(candidate) not in folded_names)


def _table(site: _Site, codes: Codes) -> _Made:
    page, arrangement = site.page, site.arrangement
    is_list = arrangement.kind is SheetKind.LIST
    sheet = _sheet(site, codes.take(site.name, LIST if is_list else _LONGEST_SHEET_CODE))
    remarks = [*(replace(remark, sheet=page.name) for remark in arrangement.remarks), *_on_table(page, sheet)]
    remarks += [] if site.first else _on_captions(page, site.above)
    remarks += _on_old_figures(site)
    if is_list:
        listing = listing_of(page, site.head, arrangement, sheet.code, longest_list_column(sheet.code))
        codes.reserve(frozenset(f"{sheet.code}_{column.code}" for column in listing.columns))
        said = (*remarks, *listing.remarks)
        return _Made(sheet, arrangement.rows, (), listing.columns, listing.totals, listing.rules, said)
    lines = read_lines(page, arrangement.columns, arrangement.rows)
    remarks += _on_unnamed_rows(site, {line.row for line in lines})
    bench = Bench(page, site.head, arrangement, lines, sheet.code, site.above, codes)
    if arrangement.kind is SheetKind.MATRIX:
        matrix = matrix_of(replace(bench, longest=ROW))
        codes.reserve(frozenset(f"{row.code}_{column.code}" for row in matrix.rows for column in matrix.columns))
        said = (*remarks, *matrix.remarks)
        fitted = _fitted(sheet, matrix.rows)
        return _Made(fitted, arrangement.rows, matrix.rows, matrix.columns, matrix.totals, matrix.rules, said)
    found = figures_of(bench)
    kind = SheetKind.NARRATIVE if _are_words(found.figures) else SheetKind.FIGURES
    sheet = replace(_fitted(sheet, found.figures), kind=kind)
    return _Made(sheet, arrangement.rows, found.figures, remarks=(*remarks, *found.remarks))


def _fitted(sheet: ProposedSheet, figures: tuple[ProposedFigure, ...]) -> ProposedSheet:
    """Return the sheet with the rows of its figures only: a total at the end stays outside."""
    rows = [figure.row for figure in figures]
    return replace(sheet, first_row=min(rows), last_row=max(rows)) if rows else sheet


def _are_words(figures: tuple[ProposedFigure, ...]) -> bool:
    return bool(figures) and all(figure.kind is Kind.TEXT for figure in figures)


def _sheet(site: _Site, code: str) -> ProposedSheet:
    arrangement, above, first = site.arrangement, site.above, site.first
    is_list = arrangement.kind is SheetKind.LIST
    has_one = arrangement.kind is SheetKind.FIGURES
    return ProposedSheet(
        code=code,
        name=site.name,
        title=above.title or site.name,
        kind=arrangement.kind,
        template_sheet=site.page.name,
        first_row=arrangement.rows.start,
        last_row=arrangement.rows.stop - 1,
        label_column="" if is_list else column_letters(arrangement.columns.labels[0]),
        figure_column=column_letters(arrangement.data[0].column) if has_one else "",
        plan_column=column_letters(arrangement.plan) if arrangement.plan and has_one else "",
        earlier_column=column_letters(arrangement.earlier) if arrangement.earlier and has_one else "",
        unit_cell=("" if above.unit.held else above.unit.cell) or (first.unit_cell if first else ""),
        period_cell=above.period.cell or (first.period_cell if first else ""),
    )


# -- what is said of sheets -------------------------------------------------------------------------------------------


def _on_table(page: Page, sheet: ProposedSheet) -> Iterator[Remark]:
    rows = f"{sheet.first_row}–{sheet.last_row}"
    yield Remark(About.TABLE, Certainty.LIKELY, page.name, rows, sheet.name, sheet.kind.value)
    if sheet.kind is SheetKind.LIST:
        yield Remark(About.LIST_ROWS, Certainty.LIKELY, page.name, rows, sheet.name)
    if sheet.plan_column:
        yield Remark(About.PLAN_COLUMN, Certainty.LIKELY, page.name, sheet.plan_column, sheet.name)


def _on_captions(page: Page, above: Above) -> Iterator[Remark]:
    if above.unit.held:
        where = (page.name, above.unit.cell, above.unit.seen)
        yield Remark(About.UNIT_CELL_FILLED, Certainty.UNKNOWN, *where, above.unit.held)
    elif above.unit.cell:
        yield Remark(About.UNIT_CELL, above.unit.certainty, page.name, above.unit.cell, above.unit.seen)
    if above.period.cell:
        yield Remark(About.PERIOD_CELL, above.period.certainty, page.name, above.period.cell, above.period.seen)
    elif above.period_in_title.cell:
        titled = above.period_in_title
        yield Remark(About.PERIOD_IN_TITLE, Certainty.UNKNOWN, page.name, titled.cell, titled.seen)


def _on_old_figures(site: _Site) -> Iterator[Remark]:
    """Yield that a template is not empty: what it holds would go out to every unit."""
    columns = (column.column for column in site.arrangement.data)
    filled = [
        Place(row, column)
        for column in columns
        for row in site.arrangement.rows
        if site.page.formula(row, column) is None and isinstance(site.page.own(row, column), Decimal)
    ]
    if filled:
        where = (site.page.name, address(*filled[0]), site.page.text(*filled[0]))
        yield Remark(About.OLD_FIGURES, Certainty.UNKNOWN, *where, str(len(filled)))


def _on_unnamed_rows(site: _Site, named: set[int]) -> Iterator[Remark]:
    """Yield the cells of a table's rows that hold something though nothing says what it is."""
    for row in site.arrangement.rows:
        for column in site.arrangement.data:
            if row not in named and site.page.own(row, column.column) is not None:
                where = (site.page.name, address(row, column.column), site.page.text(row, column.column)[:80])
                yield Remark(About.CELL_LEFT, Certainty.UNKNOWN, *where)


def _on_missing_captions(sheets: tuple[ProposedSheet, ...], *, is_unit_told: bool) -> Iterator[Remark]:
    """Yield what no sheet of the template has room for."""
    if sheets and not is_unit_told and not any(sheet.unit_cell for sheet in sheets):
        yield Remark(About.NO_UNIT_CELL, Certainty.UNKNOWN, sheets[0].template_sheet)
    if sheets and not any(sheet.period_cell for sheet in sheets):
        yield Remark(About.NO_PERIOD_CELL, Certainty.UNKNOWN, sheets[0].template_sheet)


def _on_left_cells(page: Page, heads: tuple[Head, ...], rows: set[int], totals: set[str]) -> Iterator[Remark]:
    """Yield the cells that no table took: beside the tables, and those below or between them that hold figures."""
    left = [
        place
        for place in sorted(page.cells)
        if address(*place) not in totals and _is_left(page, place.row, place.column, heads, rows)
    ]
    for place in left[:_MOST_LEFT]:
        yield Remark(About.CELL_LEFT, Certainty.UNKNOWN, page.name, address(*place), page.text(*place)[:80])
    more = max(0, len(left) - _MOST_LEFT) + page.beyond
    if more:
        yield Remark(About.MORE_CELLS_LEFT, Certainty.UNKNOWN, page.name, proposed=str(more))


def _is_left(page: Page, row: int, column: int, heads: tuple[Head, ...], taken: set[int]) -> bool:
    if row in taken:
        return all(not head.left <= column <= head.right for head in heads)
    is_figure = not isinstance(page.own(row, column), str)
    return is_figure or (not heads and len(page.text(row, column)) > 0)
