"""What is known of a form's figures while it is read. This module holds a line of the sheet Số liệu, and a figure.

A line is a figure by itself, or the row of a matrix, which becomes several; lists have figures without any line."""

from dataclasses import dataclass, replace

from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.form import Adding, Kind, Preparer, SheetKind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn

WORDS = (Kind.TEXT, Kind.DAY)
"""The kinds that are no figures."""

SUMS = (Adding.SUM_FLOW, Adding.SUM_STOCK)

FITTING = {
    Kind.INTEGER: tuple(Adding),
    Kind.DECIMAL: tuple(Adding),
    Kind.MONEY: tuple(Adding),
    Kind.PERCENT: tuple(adding for adding in Adding if adding not in SUMS),
    Kind.TEXT: (Adding.NOT_ADDED,),
    Kind.DAY: (Adding.NOT_ADDED,),
}
"""How each kind may add up: a percentage is never summed, words and days are not added at all."""


def indicator_code(text: str) -> IndicatorCode:
    """Return the code that a text names, whatever its capitals."""
    return IndicatorCode(tidy(text).casefold())


def usual_adding(kind: Kind | None, preparer: Preparer | None) -> Adding:
    """Return how a figure adds up of which nothing is said.

    A count or an amount of the members is a sum over the period; a percentage, words, a day and what the cluster
    itself gives are not added."""
    is_summed = kind not in (*WORDS, Kind.PERCENT) and preparer is not Preparer.CLUSTER
    return Adding.SUM_FLOW if is_summed else Adding.NOT_ADDED


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator's row and that of its sheet, as far as they are understood."""

    row: Row
    sheet: Row | None

    @property
    def code(self) -> IndicatorCode:
        """The code in small letters; empty where the row has none."""
        return indicator_code(self.row.name(IndicatorColumn.CODE))

    @property
    def is_of_matrix(self) -> bool:
        """Whether it is a row of a matrix, whose columns say what kind of figures stand in it."""
        return self.sheet is not None and self.sheet.get(SheetColumn.KIND) is SheetKind.MATRIX

    @property
    def kind(self) -> Kind | None:
        """The kind, None where it is not known and of the row of a matrix."""
        return None if self.is_of_matrix else self.row.get(IndicatorColumn.KIND)

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
        """How it adds up, None where that is not known or does not suit the kind."""
        written = self.row.get(IndicatorColumn.ADDING)
        if self.row.is_faulty(IndicatorColumn.ADDING) or (written and self.kind and written not in FITTING[self.kind]):
            return None
        return written or usual_adding(self.kind, self.preparer)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that expressions may use, as far as it is understood. ``word`` is how the form calls its kind.

    ``measure`` is None where it is not known."""

    code: IndicatorCode
    label: str
    kind: Kind | None
    word: str
    adding: Adding | None
    sheet: Row | None
    is_planned: bool = False
    measure: str | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, as far as is known."""
        return self.kind not in WORDS

    @property
    def preparer(self) -> Preparer | None:
        """Who fills in its sheet, None where that is not known."""
        return self.sheet.get(SheetColumn.PREPARER) if self.sheet else None

    @property
    def has_total(self) -> bool:
        """Whether there can be a figure of the whole cluster, as far as is known."""
        is_added = self.is_figure and self.adding is not Adding.NOT_ADDED
        return self.preparer is not Preparer.UNIT or is_added


def figure_of(line: Line) -> Figure:
    """Return the figure of a line that is one by itself."""
    row = line.row
    return Figure(
        line.code,
        row.get(IndicatorColumn.LABEL) or "",
        line.kind,
        row.seen(IndicatorColumn.KIND),
        line.adding,
        line.sheet,
        bool(row.get(IndicatorColumn.PLANNED)),
        None if row.is_faulty(IndicatorColumn.MEASURE) else row.get(IndicatorColumn.MEASURE) or "",
    )


def in_doubt(figure: Figure) -> Figure:
    """Return a figure whose code is given twice: of which nothing is known but that."""
    return replace(figure, kind=None, adding=None, sheet=None, is_planned=True, measure=None)
