"""The names a form defines. This module holds what is known of each figure, unit and sheet while a form is read.

A name counts as known however much else is wrong in its row, so that one mistake does not make others; where the
sheet that defines names is missing, none of them is called unknown."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.forms.pages import Tables
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Adding, Kind, Preparer
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn, UnitColumn

S = TypeVar("S", bound=str)

WORDS = (Kind.TEXT, Kind.DAY)
"""The kinds that are no figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's row and that of its sheet, as far as they are understood."""

    row: Row
    sheet: Row | None

    @property
    def code(self) -> IndicatorCode:
        """The code, small letters."""
        return indicator_code(self.row.get(IndicatorColumn.CODE) or "")

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
        """How it adds up, None where that is not known.

        Left open, a count or an amount of the members is a sum over the period; a percentage, words, a day and what
        the cluster itself gives are not added."""
        if self.row.is_faulty(IndicatorColumn.ADDING):
            return None
        is_summed = self.kind not in (*WORDS, Kind.PERCENT) and self.preparer is not Preparer.CLUSTER
        return self.row.get(IndicatorColumn.ADDING) or (Adding.SUM_FLOW if is_summed else Adding.NOT_ADDED)

    @property
    def has_total(self) -> bool:
        """Whether there can be a figure of the whole cluster, as far as is known."""
        is_added = self.is_figure and self.adding is not Adding.NOT_ADDED
        return self.preparer is not Preparer.UNIT or is_added


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a form. ``has_…``: the sheet that defines them is there, so a name that is not in it is unknown."""

    figures: Mapping[IndicatorCode, Figure]
    sheets: Mapping[str, Row]
    known: Known
    has_figures: bool
    has_sheets: bool
    has_units: bool

    def figure(self, reference: Reference) -> Figure | None:
        """Return the indicator that a reference means."""
        return self.figures.get(reference.indicator)

    def sheet_of(self, row: Row) -> Row | None:
        """Return the row of the sheet that an indicator says it stands in; None where there is none."""
        return self.sheets.get(sheet_key(row.get(IndicatorColumn.SHEET) or ""))


def names_of(tables: Tables) -> Names:
    """Return the names that the sheets of a form define; of a name given twice the first."""
    sheets = _first_of((sheet_key(row.get(SheetColumn.CODE) or ""), row) for row in tables.sheets.rows)
    rows = _first_of((indicator_code(row.get(IndicatorColumn.CODE) or ""), row) for row in tables.indicators.rows)
    figures = {
        code: Figure(row, sheets.get(sheet_key(row.get(IndicatorColumn.SHEET) or ""))) for code, row in rows.items()
    }
    labels = {code: figure.row.get(IndicatorColumn.LABEL) or "" for code, figure in figures.items()}
    units = (row.get(UnitColumn.ID) for row in tables.units.rows)
    return Names(
        figures,
        sheets,
        Known(labels, frozenset(UnitId(unit.casefold()) for unit in units if unit)),
        has_figures=tables.indicators.has(IndicatorColumn.CODE),
        has_sheets=tables.sheets.has(SheetColumn.CODE),
        has_units=tables.units.has(UnitColumn.ID),
    )


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
