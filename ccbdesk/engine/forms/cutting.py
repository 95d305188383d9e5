"""Cutting a form down. This module holds which rows of a form workbook a quick report of a few figures does without."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ccbdesk.engine.expressions.reading import references
from ccbdesk.engine.forms.figures import indicator_code
from ccbdesk.engine.forms.names import sheet_key
from ccbdesk.engine.forms.pages import Tables, read_tables
from ccbdesk.engine.forms.properties import read_properties
from ccbdesk.engine.forms.tables import Row, Table
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import (
    Document,
    Form,
    Indicator,
    Kind,
    ListCount,
    ListSum,
    MatrixCell,
    Preparer,
    Sentence,
    SheetKind,
    Style,
)
from ccbdesk.model.grid import Workbook
from ccbdesk.model.sentence import Bracket, Choice, EachRow, EachUnit, Piece, Slot, conditions_of, parts_of
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import (
    FORM_ID,
    Column,
    IndicatorColumn,
    Property,
    RuleColumn,
    SentenceColumn,
    SheetColumn,
    TableColumn,
)

SUFFIX = "-nhanh"
"""What the id of a form that was cut down ends in."""

_HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)
_TEXT = (Style.BODY, Style.ITEM, Style.TABLE, Style.CHART)

Homes = frozenset[str]
"""Rows of the sheet Số liệu, by their codes, and lists, by theirs: what figures are asked for with."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is done to a form workbook: the rows that are taken out of each sheet, and the cells that change.

    Sheets are named as in the file; rows and cells are those before the cut, and an empty text empties its cell."""

    rows: Mapping[str, tuple[int, ...]]
    texts: Mapping[tuple[str, str], str]


def find_unknown(form: Form, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the codes that name nothing the form asks for, each with the nearest that does, or an empty text."""
    known = _homes(form)
    for code in codes:
        if indicator_code(code) not in known:
            yield tidy(code), nearest(code, known)


def plan_cut(workbook: Workbook, form: Form, codes: Iterable[str]) -> Cut:
    """Return how the workbook of ``form`` is cut down to the figures of these codes, which the form must know.

    What stays: the figures, what their formulas are made of and what they are part of; rules and sentences all of whose
    figures stay; the head, the headings, the opening, the closing and the signature; of the cluster's own sheet what
    these sentences print. A whole that loses parts is no longer said to be their sum."""
    tables, forms_homes = read_tables(workbook), _homes(form)
    kept = _Keeping(form, tables).kept(frozenset(forms_homes[indicator_code(code)] for code in codes))
    return Cut(dict(_find_rows(tables, kept)), {**_new_id(tables), **_split_wholes(tables, kept)})


def rows_without(tables: Tables, form: Form, codes: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return which rows of the workbook of ``form`` go when these figures go, and with them all that stands on one.

    Every other figure is asked for as before."""
    gone, homes = frozenset(codes), _homes(form)
    stays = frozenset(homes[each.code] for each in form.indicators if each.code not in gone)
    return dict(_find_rows(tables, _Keeping(form, tables).kept(stays))) if gone else {}


def find_expressions(pieces: Iterable[Piece]) -> Iterator[Expression]:
    """Yield every expression a sentence prints or depends on."""
    return _find_expressions(pieces)


def _homes(form: Form) -> dict[str, str]:
    """Return where each code is asked for: an indicator's own row, the row of its matrix, or its list."""
    homes: dict[str, str] = {}
    for indicator in form.indicators:
        homes[indicator.code] = _home(indicator)
        homes.setdefault(_home(indicator), _home(indicator))
    lists = (sheet for sheet in form.sheets if sheet.kind is SheetKind.LIST)
    return homes | {sheet_key(sheet.code): sheet_key(sheet.code) for sheet in lists}


def _home(indicator: Indicator) -> str:
    match indicator.source:
        case MatrixCell(row=row):
            return row
        case ListCount(sheet=sheet) | ListSum(sheet=sheet):
            return sheet_key(sheet)
        case None:
            return indicator.code


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stays: rows of Số liệu and lists by their codes, sheets, rules by their codes, sentences by their cells."""

    homes: Homes
    sheets: frozenset[str]
    rules: frozenset[str]
    sentences: frozenset[str]


class _Keeping:
    """Decides what stays of one form."""

    def __init__(self, form: Form, tables: Tables) -> None:
        """Look up once what each figure stands on, and which are the cluster's own."""
        self._form = form
        self._homes = _homes(form)
        self._needs = dict(self._find_needs(tables))
        self._own = frozenset(
            self._homes[indicator.code]
            for indicator in form.indicators
            if form.sheet(indicator.sheet).preparer is Preparer.CLUSTER
        )
        self._headed = frozenset(sentence.section for sentence in form.sentences if sentence.style in _HEADINGS)

    def kept(self, ticked: Homes) -> _Kept:
        """Return what stays when these are ticked."""
        figures = self._with_needs(ticked | self._notices())
        sentences = tuple(sentence for sentence in self._form.sentences if self._stays(sentence, figures, ticked))
        printed = frozenset(home for sentence in sentences for home in self._used(sentence))
        homes = self._with_needs(figures | printed)
        return _Kept(
            homes,
            frozenset(self._find_sheets(homes)),
            frozenset(
                rule.code
                for rule in self._form.rules
                if not rule.generated and self._of((rule.subject, rule.against)) <= homes
            ),
            frozenset(sentence.place for sentence in sentences),
        )

    def _find_needs(self, tables: Tables) -> Iterator[tuple[str, Homes]]:
        formulas = {indicator.code: indicator.formula for indicator in self._form.indicators}
        for row in tables.indicators.rows:
            code = indicator_code(row.get(IndicatorColumn.CODE) or "")
            parent = row.get(IndicatorColumn.PARENT)
            wholes = {self._homes.get(indicator_code(parent), indicator_code(parent))} if parent else set()
            yield code, self._of((formulas.get(code),)) | wholes

    def _notices(self) -> Homes:
        """Return the words of the cluster's own that are printed at the head of its workbook."""
        return frozenset(
            home
            for indicator in self._form.indicators
            if indicator.headline and indicator.kind is Kind.TEXT and (home := _home(indicator)) in self._own
        )

    def _of(self, expressions: Iterable[Expression | None]) -> Homes:
        return frozenset(
            self._homes[reference.indicator]
            for expression in expressions
            if expression is not None
            for reference in references(expression)
        )

    def _with_needs(self, homes: Homes) -> Homes:
        found, waiting = set(homes), list(homes)
        while waiting:
            needed = self._needs.get(waiting.pop(), frozenset()) - found
            found |= needed
            waiting += needed
        return frozenset(found)

    def _used(self, sentence: Sentence) -> Homes:
        """Return what a sentence prints or depends on, and what that is made of."""
        expressions = (sentence.condition, *_find_expressions(sentence.pieces))
        lists = frozenset(map(sheet_key, _find_lists(sentence.pieces)))
        return self._with_needs(self._of(expressions) | lists)

    def _stays(self, sentence: Sentence, figures: Homes, ticked: Homes) -> bool:
        used = self._used(sentence)
        members = used - self._own
        if not members <= figures:
            return False
        is_frame = sentence.style not in _TEXT or sentence.document is not Document.REPORT
        # Words under a heading are told only for the sake of a figure; those outside all headings open and close.
        return is_frame or bool(members) or bool(used & ticked) or sentence.section not in self._headed

    def _find_sheets(self, homes: Homes) -> Iterator[str]:
        for indicator in self._form.indicators:
            if _home(indicator) in homes:
                yield sheet_key(indicator.sheet)
        if self._form.period_sheet and any(_home(indicator) in homes for indicator in self._form.given):
            yield sheet_key(self._form.period_sheet.code)
        yield from (sheet_key(sheet.code) for sheet in self._form.sheets if sheet_key(sheet.code) in homes)


def _find_expressions(pieces: Iterable[Piece]) -> Iterator[Expression]:
    for piece in pieces:
        match piece:
            case Slot(expression=expression):
                yield expression
            case Bracket() | Choice():
                yield from conditions_of(piece)
                for part in parts_of(piece):
                    yield from _find_expressions(part)
            case EachUnit(pieces=inner, ranking=ranking, condition=condition):
                yield from _find_expressions(inner)
                yield from (one for one in (ranking, condition) if one is not None)
            case EachRow(pieces=inner):
                yield from _find_expressions(inner)
            case _:
                pass


def _find_lists(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from _find_lists(part)
            case EachUnit(pieces=inner):
                yield from _find_lists(inner)
            case EachRow(sheet=sheet):
                yield sheet
            case _:
                pass


def _find_rows(tables: Tables, kept: _Kept) -> Iterator[tuple[str, tuple[int, ...]]]:
    codes = partial(_named, column=IndicatorColumn.CODE, names=kept.homes)
    rules = {sheet_key(code) for code in kept.rules}
    yield from _taken_out(tables.sheets, partial(_named, column=SheetColumn.CODE, names=kept.sheets))
    yield from _taken_out(tables.indicators, codes)
    yield from _taken_out(tables.lists, partial(_named, column=TableColumn.SHEET, names=kept.sheets))
    yield from _taken_out(tables.rules, partial(_named, column=RuleColumn.CODE, names=rules))
    yield from _taken_out(tables.sentences, lambda row: row.spot(SentenceColumn.TEXT).address in kept.sentences)


def _named(row: Row, column: Column[str], names: Collection[str]) -> bool:
    return sheet_key(row.get(column) or "") in names


def _taken_out(table: Table, stays: Callable[[Row], bool]) -> Iterator[tuple[str, tuple[int, ...]]]:
    if table.heading is not None:
        yield table.heading.sheet, tuple(_number(row) for row in table.rows if not stays(row))


def _number(row: Row) -> int:
    return int(re.sub("[A-Z]+", "", row.home))


def _new_id(tables: Tables) -> dict[tuple[str, str], str]:
    row = read_properties(tables.properties).row
    id = row.need(Property.FORM_ID)
    if id.endswith(SUFFIX):
        return {}
    return {(row.sheet, row.spot(Property.FORM_ID).address): f"{_shortened(id)}{SUFFIX}"}


def _shortened(id: str) -> str:
    return id[: FORM_ID.longest - len(SUFFIX)].rstrip("-")


def _split_wholes(tables: Tables, kept: _Kept) -> dict[tuple[str, str], str]:
    """Return the marks “Đủ phần” to be emptied: of wholes that lose some of their parts."""
    lost = {
        indicator_code(row.get(IndicatorColumn.PARENT) or "")
        for row in tables.indicators.rows
        if indicator_code(row.get(IndicatorColumn.CODE) or "") not in kept.homes
    }
    return {
        (row.sheet, row.spot(IndicatorColumn.EXHAUSTIVE).address): ""
        for row in tables.indicators.rows
        if row.get(IndicatorColumn.EXHAUSTIVE) and indicator_code(row.get(IndicatorColumn.CODE) or "") in lost
    }
