"""Walking a figure back. This module holds the move from a finished workbook and a figure's name to its cells.

It reads nothing but the workbook that was written: what it says can be said years later, without the received files'
folder. The received files themselves are named with their hash."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.expression import Expression, Literal, Reference, RowReference, When
from ccbdesk.model.grid import Cell, Grid, Workbook
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import NoSuchFigure, NothingThere, TroubleError
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.merge import WORKBOOK_STEM
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.vietnamese.vocabulary import books


@dataclass(frozen=True, slots=True)
class TracedPart:
    """One reported figure: whose it is, what was used and typed, and the cell it stands in; all as text.

    ``corrected`` is what the office typed in its place or by hand, ``difference`` by how much that changes it,
    ``source`` on whose word, ``evidence`` the hash of what proves it; empty where it stands as it was reported."""

    code: str
    label: str
    unit: str
    value: str
    measure: str
    as_typed: str
    state: str
    file: str
    sheet: str
    cell: str
    answer: str
    digest: str
    corrected: str = ""
    difference: str = ""
    source: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure of the output: its canonical name, its value in the workbook, how it is computed, and its parts."""

    figure: str
    label: str
    value: str
    formulas: tuple[tuple[str, str], ...]
    parts: tuple[TracedPart, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A finished workbook opened for look-ups: the names it knows, its formulas, and the rows of its sources."""

    workbook: Workbook
    known: Known
    formulas: Mapping[IndicatorCode, Expression]
    rows: tuple[Mapping[str, str], ...]


def open_output(out: Path, reader: Reader) -> Output:
    """Open the workbook of an output folder, or the workbook itself; TroubleError(NothingThere) if it is not ours."""
    path, workbook = _workbook(out, reader)
    basis, sources = workbook.grid(books.BASIS), workbook.grid(books.SOURCES)
    if basis is None or sources is None:
        raise TroubleError(NothingThere(str(path)))
    known = _known(basis)
    return Output(workbook, known, _formulas(basis, known), tuple(_rows(sources)))


def trace(output: Output, asked: str) -> Traced:
    """Return the parts of a figure, such as ``a``, ``a@unit`` or ``a / b``; TroubleError(NoSuchFigure) if unknown."""
    expression = _parsed(asked, output.known)
    wanted = tuple(dict.fromkeys(_leaves(expression, output.formulas)))
    parts = tuple(part for reference in wanted for part in _parts(output.rows, reference))
    used = tuple(
        (code, canonical(formula)) for code, formula in output.formulas.items() if _stands_in(code, expression)
    )
    return Traced(
        canonical(expression),
        _label(expression, output.known, parts),
        _value(output.workbook, expression, parts),
        used,
        parts,
    )


def _workbook(out: Path, reader: Reader) -> tuple[Path, Workbook]:
    found = [out] if out.is_file() else sorted(out.glob(f"{WORKBOOK_STEM} *.xlsx"))
    if not found:
        raise TroubleError(NothingThere(str(out)))
    workbook = reader.read(found[-1])
    if isinstance(workbook, Refused):
        raise TroubleError(NothingThere(str(found[-1])))
    return found[-1], workbook


def _keyed(basis: Grid, key: str) -> Iterator[tuple[str, str]]:
    for _, cells in basis.rows():
        texts = [str(cell.content) for cell in cells]
        if texts[0] == key and len(texts) > 1:
            yield texts[1], texts[2] if len(texts) > 2 else ""


def _known(basis: Grid) -> Known:
    indicators = {IndicatorCode(code): label for code, label in _keyed(basis, books.INDICATOR_KEY)}
    columns: dict[SheetCode, dict[ColumnCode, str]] = {}
    for sheet, column in _keyed(basis, books.COLUMN_KEY):
        columns.setdefault(SheetCode(sheet), {})[ColumnCode(column)] = column
    return Known(indicators, frozenset(UnitId(unit) for unit, _ in _keyed(basis, books.UNIT_KEY)), columns)


def _parsed(asked: str, known: Known) -> Expression:
    expression = parse(asked, known)
    if isinstance(expression, tuple):
        raise TroubleError(NoSuchFigure(asked, next((problem.nearest for problem in expression), "")))
    if not references(expression) and not isinstance(expression, RowReference):
        raise TroubleError(NoSuchFigure(asked, ""))
    return expression


def _formulas(basis: Grid, known: Known) -> Mapping[IndicatorCode, Expression]:
    found: dict[IndicatorCode, Expression] = {}
    for code, text in _keyed(basis, books.FORMULA_KEY):
        formula = parse(text, known)
        found[IndicatorCode(code)] = Literal(Decimal(0)) if isinstance(formula, tuple) else formula
    return found


def _stands_in(code: IndicatorCode, expression: Expression) -> bool:
    return any(reference.indicator == code for reference in references(expression))


def _leaves(expression: Expression, formulas: Mapping[IndicatorCode, Expression]) -> Iterator[Reference | RowReference]:
    if isinstance(expression, RowReference):
        yield expression
    for reference in references(expression):
        if reference.indicator in formulas:
            for inner in _leaves(formulas[reference.indicator], formulas):
                if isinstance(inner, Reference) and inner.unit is None:
                    yield replace(inner, unit=reference.unit)
                else:
                    yield inner
        else:
            yield reference


def _parts(rows: Iterable[Mapping[str, str]], reference: Reference | RowReference) -> Iterator[TracedPart]:
    code = _code(reference)
    for row in rows:
        is_units = reference.unit in (None, CLUSTER) or row.get(books.UNIT_ID) == reference.unit
        if row.get(books.CODE) == code and is_units:
            yield _part(row)


def _code(reference: Reference | RowReference) -> str:
    """Return what the sheet of sources calls a figure: its canonical name without the unit."""
    match reference:
        case RowReference():
            return canonical(reference).partition("@")[0]
        case Reference():
            return canonical(replace(reference, unit=None))


def _rows(sources: Grid) -> Iterator[Mapping[str, str]]:
    heads: Mapping[int, str] = {}
    for _, cells in sources.rows():
        if not heads and any(cell.content == books.UNIT_ID for cell in cells):
            heads = {cell.column: str(cell.content) for cell in cells}
        elif heads:
            yield {heads[cell.column]: _text(cell) for cell in cells if cell.column in heads}


def _text(cell: Cell) -> str:
    return plain(cell.content) if isinstance(cell.content, Decimal) else str(cell.content)


def _part(row: Mapping[str, str]) -> TracedPart:
    return TracedPart(
        code=row.get(books.CODE, ""),
        label=row.get(books.INDICATOR, ""),
        unit=row.get(books.UNIT, ""),
        value=row.get(books.VALUE, ""),
        measure=row.get(books.MEASURE, ""),
        as_typed=row.get(books.AS_TYPED, ""),
        state=row.get(books.STATE, ""),
        file=row.get(books.FILE, ""),
        sheet=row.get(books.SHEET, ""),
        cell=row.get(books.CELL, ""),
        answer=row.get(books.ANSWER, ""),
        digest=row.get(books.DIGEST, ""),
        corrected=row.get(books.CORRECTED, ""),
        difference=row.get(books.DIFFERENCE, ""),
        source=row.get(books.SOURCE, ""),
        evidence=row.get(books.EVIDENCE, ""),
    )


def _label(expression: Expression, known: Known, parts: tuple[TracedPart, ...]) -> str:
    match expression:
        case Reference(indicator, when=When.NOW):
            return known.indicators[indicator]
        case Reference() | RowReference():
            return parts[0].label if parts else ""
        case _:
            return ""


def _value(workbook: Workbook, expression: Expression, parts: tuple[TracedPart, ...]) -> str:
    """Return what the sheet Tổng hợp shows for a single figure; an expression of several has no cell of its own."""
    summary = workbook.grid(books.SUMMARY)
    if isinstance(expression, Reference) and summary is not None:
        shown = _across(workbook, summary, expression) or _down(summary, expression)
        if shown or expression.when is When.NOW:
            return shown
    is_one = isinstance(expression, Reference | RowReference) and len(parts) == 1
    return parts[0].value if is_one else ""


def _across(workbook: Workbook, summary: Grid, reference: Reference) -> str:
    """Return a figure from the layout in which figures are rows: each begins with its code."""
    columns: Mapping[str, int] = {}
    for _, cells in summary.rows():
        first = cells[0].content
        if first == books.CODE:
            columns = {str(cell.content): cell.column for cell in cells}
        elif first == reference.indicator and columns:
            column = columns.get(_heading(workbook, reference))
            return next((_text(cell) for cell in cells if cell.column == column), "")
    return ""


def _heading(workbook: Workbook, reference: Reference) -> str:
    is_plan = reference.when is When.PLAN
    if reference.unit in (None, CLUSTER):
        return books.PLAN if is_plan else books.CLUSTER
    basis = workbook.grid(books.BASIS)
    names = dict(_keyed(basis, books.UNIT_KEY)) if basis and not is_plan else {}
    return names.get(reference.unit or "", "")


def _down(summary: Grid, reference: Reference) -> str:
    """Return a figure from the layout in which units are rows: each begins with the unit, a block with its codes."""
    is_whole = reference.unit in (None, CLUSTER)
    whose = books.CLUSTER_KEY if is_whole else str(reference.unit)
    mark = f"{whose}{books.PLAN_SUFFIX}" if reference.when is When.PLAN else whose
    column = 0
    for _, cells in summary.rows():
        first = cells[0].content
        if first == books.CODES:
            column = next((cell.column for cell in cells if cell.content == reference.indicator), 0)
        elif column and first == mark:
            return next((_text(cell) for cell in cells if cell.column == column), "")
    return ""
