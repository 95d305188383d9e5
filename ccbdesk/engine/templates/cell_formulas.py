"""Conditions on typed cells, as Excel reckons them. This module holds what a formula asks about one cell.

They say what the reading of the return says of the same cell: “x” is no task, an empty cell or dots no figure."""

from decimal import Decimal

from ccbdesk.engine.expressions.reading import plain_number
from ccbdesk.engine.templates.places import Typed, on_sheet
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.vietnamese.vocabulary.returns import NO_SUCH_TASK, NOT_KNOWN_YET, STATE_ALIASES, State

_LONGEST_LITERAL = 200  # Excel allows 255 characters between quotation marks


def literal(words: str) -> str:
    """Return words as a formula holds them, in pieces that Excel takes."""
    pieces = [words[start : start + _LONGEST_LITERAL] for start in range(0, len(words), _LONGEST_LITERAL)] or [""]
    return "&".join('"{}"'.format(piece.replace('"', '""')) for piece in pieces)


def all_of(conditions: list[str]) -> str:
    """Return that every condition holds; none at all always do."""
    return _joined("AND", conditions, "TRUE")


def any_of(conditions: list[str]) -> str:
    """Return that one of the conditions holds; of none at all none does."""
    return _joined("OR", conditions, "FALSE")


def _joined(name: str, conditions: list[str], otherwise: str) -> str:
    if not conditions:
        return otherwise
    return conditions[0] if len(conditions) == 1 else f"{name}({','.join(conditions)})"


class CellFormulas:
    """The conditions on one indicator's cell, for formulas that stand on the sheet ``here``."""

    def __init__(self, indicator: Indicator, place: Typed, here: str) -> None:
        """Name the cells, with their sheet where it is another one."""
        self._indicator = indicator

        def named(cell: str) -> str:
            return cell if not cell or place.sheet == here else on_sheet(place.sheet, cell)

        self.figure, self.state, self.plan = named(place.figure), named(place.state), named(place.plan)

    def number(self) -> str:
        """Return the figure, zero for whatever is none; a percentage as it is read, not the fraction Excel keeps."""
        if self._indicator.kind is Kind.PERCENT:
            return f'ROUND(IF(LEFT(CELL("format",{self.figure}))="P",100,1)*N({self.figure}),9)'
        return f"N({self.figure})"

    def is_blank(self) -> str:
        """Return that nothing is written, or that there is no figure yet."""
        return any_of(
            [f'TRIM({self.figure})=""', *(f"TRIM({self.figure})={literal(m)}" for m in sorted(NOT_KNOWN_YET))]
        )

    def is_missing(self) -> str:
        """Return that the cell is blank and nothing beside it says that there is no such task."""
        if not self.state:
            return self.is_blank()
        words = [literal(words) for words in (State.NO_TASK.value, *STATE_ALIASES[State.NO_TASK])]
        said = any_of([f"LOWER(TRIM({self.state}))={word}" for word in words])
        return all_of([self.is_blank(), f"NOT({said})"])

    def is_no_task(self) -> str:
        """Return that the unit has no such task, as it says in the cell or beside it."""
        marks = [f"LOWER(TRIM({self.figure}))={literal(mark)}" for mark in sorted(NO_SUCH_TASK)]
        if self.state:
            marks.append(f'AND({self.figure}="",{self.state}={literal(State.NO_TASK.value)})')
        return any_of(marks)

    def is_exact(self) -> str:
        """Return that nothing beside the figure says that it is estimated."""
        return f"{self.state}<>{literal(State.ESTIMATED.value)}" if self.state else "TRUE"

    def is_not_whole(self) -> str:
        """Return that the figure has decimals."""
        return all_of([f"ISNUMBER({self.figure})", f"{self.number()}<>INT({self.number()})"])

    def is_outside(self) -> str:
        """Return that the figure is sound but for its bounds, and lies outside of them."""
        return all_of([f"ISNUMBER({self.figure})", *self._wholeness(), any_of(self._beyond())])

    def is_sound(self) -> str:
        """Return that the cell holds a figure with which nothing is wrong."""
        beyond = [f"NOT({condition})" for condition in self._beyond()]
        return all_of([f"ISNUMBER({self.figure})", *self._wholeness(), *beyond])

    def _wholeness(self) -> list[str]:
        is_count = self._indicator.kind is Kind.INTEGER
        return [f"{self.number()}=INT({self.number()})"] if is_count else []

    def _beyond(self) -> list[str]:
        number = self.number()
        below = _compared(number, "<", self._indicator.lowest)
        return [*below, *_compared(number, ">", self._indicator.highest)]


def _compared(number: str, sign: str, bound: Decimal | None) -> list[str]:
    return [] if bound is None else [f"{number}{sign}{plain_number(bound)}"]
