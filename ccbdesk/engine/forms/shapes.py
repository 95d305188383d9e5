"""What a sentence is made of. This module holds the search for its figures and loops, and what tables and charts are.

A table is one loop over the rows of a list, each column in braces, or bare figures and their plans in braces, shown by
unit; a chart is its title and one bare figure, shown by unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from ccbdesk.engine.expressions.comparisons import compared_with
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.model.expression import Expression, Reference, When
from ccbdesk.model.form import Style
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import SheetCode
from ccbdesk.model.sentence import (
    Bracket,
    Choice,
    EachRow,
    EachUnit,
    Name,
    Piece,
    RowSlot,
    Slot,
    Way,
    Words,
    conditions_of,
    parts_of,
)

BY_UNIT = (Style.TABLE, Style.CHART)
"""The styles that show a bare figure by unit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: whether it is that of each unit in turn, in a loop, and whether it is computed with."""

    expression: Expression
    ways: tuple[Way, ...] = ()
    is_of_unit: bool = False
    is_in_loop: bool = False
    is_computed: bool = False


@dataclass(frozen=True, slots=True)
class RowLoop:
    """A loop over the rows of a list, and what it shows of them; in a loop over units those of the unit."""

    sheet: SheetCode
    slots: tuple[RowSlot, ...]
    is_of_unit: bool = False


def find_places(pieces: tuple[Piece, ...], *, is_by_unit: bool) -> Iterator[Place]:
    """Yield the figures of a sentence, those that units are ranked and chosen by among them."""
    for piece in pieces:
        match piece:
            case Slot(expression, ways):
                yield Place(expression, ways, is_of_unit=is_by_unit)
            case Bracket() | Choice():
                for condition in conditions_of(piece):
                    yield Place(condition, is_of_unit=is_by_unit)
                for part in parts_of(piece):
                    yield from find_places(part, is_by_unit=is_by_unit)
            case EachUnit(repeated, ranking=ranking, condition=condition):
                if ranking is not None:
                    yield Place(ranking, is_of_unit=True, is_in_loop=True, is_computed=True)
                if condition is not None:
                    yield Place(condition, is_of_unit=True, is_in_loop=True)
                yield from _in_loop(repeated)
            case EachRow(_, repeated):
                yield from _in_loop(repeated)
            case Words() | Name() | RowSlot():
                pass
            case _:
                assert_never(piece)


def _in_loop(pieces: tuple[Piece, ...]) -> Iterator[Place]:
    return (replace(place, is_in_loop=True) for place in find_places(pieces, is_by_unit=True))


def find_row_loops(pieces: tuple[Piece, ...]) -> Iterator[RowLoop]:
    """Yield the loops over rows of lists."""
    for piece in pieces:
        match piece:
            case EachRow(sheet, repeated):
                yield RowLoop(sheet, tuple(_find_row_slots(repeated)))
            case EachUnit(repeated):
                yield from (replace(loop, is_of_unit=True) for loop in find_row_loops(repeated))
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from find_row_loops(part)
            case Words() | Name() | Slot() | RowSlot():
                pass
            case _:
                assert_never(piece)


def _find_row_slots(pieces: tuple[Piece, ...]) -> Iterator[RowSlot]:
    for piece in pieces:
        match piece:
            case RowSlot():
                yield piece
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from _find_row_slots(part)
            case EachUnit(repeated) | EachRow(_, repeated):
                yield from _find_row_slots(repeated)
            case Words() | Name() | Slot():
                pass
            case _:
                assert_never(piece)


def find_shape_faults(style: Style, pieces: tuple[Piece, ...], word: str) -> Iterator[Fault]:
    """Yield the fault of a table or a chart that cannot be made; ``word`` is how the form calls the style."""
    if style is Style.TABLE and not _is_table(pieces):
        yield Fault(Wrong.NOT_A_TABLE, against=word)
    if style is Style.CHART and not _is_chart(pieces):
        yield Fault(Wrong.NOT_A_CHART, against=word)


def _is_table(pieces: tuple[Piece, ...]) -> bool:
    told = _told(pieces)
    match told:
        case [EachRow(_, repeated)]:
            return all(isinstance(piece, RowSlot) for piece in _told(repeated))
        case _:
            return bool(told) and all(_is_bare(piece, (When.NOW, When.PLAN)) for piece in told)


def _is_chart(pieces: tuple[Piece, ...]) -> bool:
    figures = [piece for piece in pieces if not isinstance(piece, Words | Name)]
    return len(figures) == 1 and _is_bare(figures[0], (When.NOW,))


def _told(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces that are more than space between others."""
    return tuple(piece for piece in pieces if not (isinstance(piece, Words) and not piece.text.strip()))


def _is_bare(piece: Piece, states: tuple[When, ...]) -> bool:
    match piece:
        case Slot(Reference(unit=None, when=when), ways):
            return when in states and compared_with(ways) is None
        case _:
            return False
