"""The names a form defines. This module holds what is known of each figure, unit and sheet while a form is read.

A name counts as known however much else is wrong in its row, so that one mistake does not make others."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.guessing import is_close, may_mean
from ccbdesk.engine.forms.pages import Tables
from ccbdesk.engine.forms.tables import Row, Table
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Adding, Kind, Preparer
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import nearest, tidy
from ccbdesk.vietnamese.vocabulary.forms import Column, IndicatorColumn, SheetColumn, UnitColumn

S = TypeVar("S", bound=str)

WORDS = (Kind.TEXT, Kind.DAY)
"""The kinds that are no figures."""

_SUMS = (Adding.SUM_FLOW, Adding.SUM_STOCK)

FITTING = {
    Kind.INTEGER: tuple(Adding),
    Kind.DECIMAL: tuple(Adding),
    Kind.MONEY: tuple(Adding),
    Kind.PERCENT: tuple(adding for adding in Adding if adding not in _SUMS),
    Kind.TEXT: (Adding.NOT_ADDED,),
    Kind.DAY: (Adding.NOT_ADDED,),
}
"""How each kind may add up: a percentage is never summed, words and days are not added at all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's row and that of its sheet, as far as they are understood."""

    row: Row
    sheet: Row | None

    @property
    def code(self) -> IndicatorCode:
        """The code in small letters; empty where the row has none."""
        return indicator_code(self.row.name(IndicatorColumn.CODE))

    @property
    def kind(self) -> Kind | None:
        """The kind, None where it is not known."""
        return self.row.get(IndicatorColumn.KIND)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, as far as is known."""
        return self.kind not in WORDS

    @property
    def preparer(self) -> Preparer | None:
        """Who fills in its sheet, None where that is not known."""
        return self.sheet.get(SheetColumn.PREPARER) if self.sheet else None

    @property
    def adding(self) -> Adding | None:
        """How it adds up, None where that is not known or does not suit the kind.

        Left open, a count or an amount of the members is a sum over the period; a percentage, words, a day and what
        the cluster itself gives are not added."""
        written = self.row.get(IndicatorColumn.ADDING)
        if self.row.is_faulty(IndicatorColumn.ADDING) or (written and self.kind and written not in FITTING[self.kind]):
            return None
        is_summed = self.kind not in (*WORDS, Kind.PERCENT) and self.preparer is not Preparer.CLUSTER
        return written or (Adding.SUM_FLOW if is_summed else Adding.NOT_ADDED)

    @property
    def has_total(self) -> bool:
        """Whether there can be a figure of the whole cluster, as far as is known."""
        is_added = self.is_figure and self.adding is not Adding.NOT_ADDED
        return self.preparer is not Preparer.UNIT or is_added


@dataclass(frozen=True, slots=True)
class Declared:
    """How far the sheet that defines names can be trusted with what is not in it.

    ``sound`` are its names without a mistake, ``lost`` the labels of the rows without such a name of their own."""

    is_there: bool
    sound: frozenset[str]
    lost: tuple[str, ...]

    def lacks(self, name: str, nearest: str) -> bool:
        """Tell whether a name that is not in the sheet is a mistake, given the nearest that is.

        It is none where a row that lost its name may be the one that is meant: that is told in the row."""
        if not self.is_there:
            return False
        is_slip = sheet_key(nearest) in self.sound and is_close(name, nearest)
        return is_slip or not any(may_mean(name, label) for label in self.lost)


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a form; ``declared_…`` says what it means that one is not among them."""

    figures: Mapping[IndicatorCode, Figure]
    sheets: Mapping[str, Row]
    known: Known
    declared_figures: Declared
    declared_sheets: Declared
    declared_units: Declared

    def figure(self, reference: Reference) -> Figure | None:
        """Return the indicator that a reference means."""
        return self.figures.get(reference.indicator)

    def sheet_of(self, row: Row) -> Row | None:
        """Return the row of the sheet that an indicator says it stands in; None where there is none."""
        return self.sheets.get(sheet_key(row.get(IndicatorColumn.SHEET) or ""))


def names_of(tables: Tables) -> Names:
    """Return the names that the sheets of a form define; of a name given twice the first."""
    sheets = _first_of((sheet_key(row.name(SheetColumn.CODE)), row) for row in tables.sheets.rows)
    rows = _first_of((indicator_code(row.name(IndicatorColumn.CODE)), row) for row in tables.indicators.rows)
    figures = {
        code: Figure(row, sheets.get(sheet_key(row.get(IndicatorColumn.SHEET) or ""))) for code, row in rows.items()
    }
    labels = {code: figure.row.get(IndicatorColumn.LABEL) or "" for code, figure in figures.items()}
    units = (row.name(UnitColumn.ID) for row in tables.units.rows)
    return Names(
        figures,
        sheets,
        Known(labels, frozenset(UnitId(unit.casefold()) for unit in units if unit)),
        _declared(tables.indicators, IndicatorColumn.CODE, (IndicatorColumn.LABEL,)),
        _declared(tables.sheets, SheetColumn.CODE, (SheetColumn.NAME, SheetColumn.TITLE)),
        _declared(tables.units, UnitColumn.ID, (UnitColumn.NAME, UnitColumn.SHORT_NAME)),
    )


def _declared(table: Table, column: Column[str], labels: tuple[Column[str], ...]) -> Declared:
    sound: set[str] = set()
    lost: list[str] = []
    for row in table.rows:
        entry = row.entries.get(column)
        if entry is None or entry.faults or sheet_key(entry.seen) in sound:
            lost.extend(row.seen(label) for label in labels)
        else:
            sound.add(sheet_key(entry.seen))
    return Declared(table.has(column) and bool(table.rows), frozenset(sound), tuple(lost))


def _first_of(named: Iterable[tuple[S, Row]]) -> dict[S, Row]:
    first: dict[S, Row] = {}
    for name, row in named:
        if name:
            first.setdefault(name, row)
    return first


def sheet_key(code: str) -> str:
    """Return what codes of sheets are compared by."""
    return tidy(code).casefold()


def indicator_code(text: str) -> IndicatorCode:
    """Return the code that a text names, whatever its capitals."""
    return IndicatorCode(tidy(text).casefold())


def name_key(name: str) -> str:
    """Return what names of units are compared by: capitals and the place of a tone do not matter, the tone does.

    Two communes may well differ by a tone alone."""
    signs = unicodedata.normalize("NFD", tidy(name).casefold())
    letters = (sign for sign in signs if not unicodedata.combining(sign))
    return "".join((*letters, *sorted(sign for sign in signs if unicodedata.combining(sign))))


def find_unknown_sheet(code: str, names: Names) -> Iterator[Fault]:
    """Yield the fault of a sheet's code that is not among the names."""
    codes = tuple(sheet.name(SheetColumn.CODE) for sheet in names.sheets.values())
    near = nearest(code, codes)
    if names.declared_sheets.lacks(code, near):
        yield Fault(Wrong.NAME_UNKNOWN, code, near, codes)
