"""Walking a figure back. This module holds the move from a finished workbook and a figure's name to its cells.

It reads nothing but the workbook that was written: what it says can be said years later, without the received files'
folder. The received files themselves are named with their hash."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.expression import Expression, Literal, Reference
from ccbdesk.model.grid import Cell, Grid, Workbook
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import NoSuchFigure, NothingThere, TroubleError
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.merge import WORKBOOK_STEM
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.vietnamese.vocabulary import books


@dataclass(frozen=True, slots=True)
class TracedPart:
    """One reported figure: whose it is, what was used and typed, and the cell it stands in; all as text."""

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


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure of the output: its canonical name, its value in the workbook, how it is computed, and its parts."""

    figure: str
    label: str
    value: str
    formulas: tuple[tuple[str, str], ...]
    parts: tuple[TracedPart, ...]


def trace(out: Path, asked: str, reader: Reader) -> Traced:
    """Return the parts of a figure, such as ``a``, ``a@unit`` or ``a / b``, from the workbook of an output folder.

    Raises TroubleError: NothingThere where there is no workbook of ours, NoSuchFigure where it lacks the figure."""
    path, workbook = _workbook(out, reader)
    basis, sources = workbook.grid(books.BASIS), workbook.grid(books.SOURCES)
    if basis is None or sources is None:
        raise TroubleError(NothingThere(str(path)))
    known = _known(basis)
    expression = _parsed(asked, known)
    formulas = _formulas(basis, known)
    wanted = tuple(dict.fromkeys(_leaves(expression, formulas)))
    parts = tuple(part for reference in wanted for part in _parts(sources, reference))
    used = tuple((code, canonical(formula)) for code, formula in formulas.items() if _stands_in(code, expression))
    return Traced(canonical(expression), _label(expression, known), _value(workbook, expression), used, parts)


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
    return Known(indicators, frozenset(UnitId(unit) for unit, _ in _keyed(basis, books.UNIT_KEY)))


def _parsed(asked: str, known: Known) -> Expression:
    expression = parse(asked, known)
    if isinstance(expression, tuple):
        raise TroubleError(NoSuchFigure(asked, next((problem.nearest for problem in expression), "")))
    if not references(expression):
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


def _leaves(expression: Expression, formulas: Mapping[IndicatorCode, Expression]) -> Iterator[Reference]:
    for reference in references(expression):
        if reference.indicator in formulas:
            for inner in _leaves(formulas[reference.indicator], formulas):
                yield Reference(inner.indicator, inner.unit or reference.unit, inner.when)
        else:
            yield reference


def _parts(sources: Grid, reference: Reference) -> Iterator[TracedPart]:
    for row in _rows(sources):
        is_units = reference.unit in (None, CLUSTER) or row.get(books.UNIT_ID) == reference.unit
        if row.get(books.CODE) == reference.indicator and is_units:
            yield _part(row)


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
    )


def _label(expression: Expression, known: Known) -> str:
    first = references(expression)[0]
    return known.indicators[first.indicator] if isinstance(expression, Reference) else ""


def _value(workbook: Workbook, expression: Expression) -> str:
    """Return what the sheet Tổng hợp shows for a single figure; an expression of several has no cell of its own."""
    summary = workbook.grid(books.SUMMARY)
    if not isinstance(expression, Reference) or summary is None:
        return ""
    return _shown(workbook, summary, expression)


def _shown(workbook: Workbook, summary: Grid, reference: Reference) -> str:
    basis = workbook.grid(books.BASIS)
    names = dict(_keyed(basis, books.UNIT_KEY)) if basis else {}
    heading = books.CLUSTER if reference.unit in (None, CLUSTER) else names.get(reference.unit or "", "")
    columns: Mapping[str, int] = {}
    for _, cells in summary.rows():
        first = cells[0].content
        if first == books.CODE:
            columns = {str(cell.content): cell.column for cell in cells}
        elif first == reference.indicator and columns:
            return next((_text(cell) for cell in cells if cell.column == columns.get(heading)), "")
    return ""
