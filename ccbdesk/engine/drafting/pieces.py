"""This module holds what is read out of a sentence's pieces: its figures, its columns, the words around them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccbdesk.model.sentence import (
    Bracket,
    Builtin,
    Choice,
    EachRow,
    EachUnit,
    Name,
    Piece,
    RowSlot,
    Slot,
    Words,
    parts_of,
)


def find_slots(pieces: Iterable[Piece]) -> Iterator[Slot]:
    """Yield the figures of a sentence in order, those in brackets and loops included."""
    for piece in pieces:
        match piece:
            case Slot():
                yield piece
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from find_slots(part)
            case EachUnit(repeated) | EachRow(_, repeated):
                yield from find_slots(repeated)
            case Words() | Name() | RowSlot():
                pass


def find_row_loops(pieces: Iterable[Piece]) -> Iterator[EachRow]:
    """Yield the loops over the rows of lists, those in brackets and loops included."""
    for piece in pieces:
        match piece:
            case EachRow():
                yield piece
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from find_row_loops(part)
            case EachUnit(repeated):
                yield from find_row_loops(repeated)
            case Words() | Name() | Slot() | RowSlot():
                pass


def find_row_slots(pieces: Iterable[Piece]) -> Iterator[RowSlot]:
    """Yield the columns that a loop over rows names, in order, those in brackets included."""
    for piece in pieces:
        match piece:
            case RowSlot():
                yield piece
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from find_row_slots(part)
            case _:
                pass


def words_around(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the words and names of a sentence outside its figures and loops; nothing where they are signs only."""
    words = tuple(piece for piece in pieces if isinstance(piece, Words | Name))
    is_said = any(isinstance(piece, Name) or any(sign.isalnum() for sign in piece.text) for piece in words)
    return words if is_said else ()


def is_one_loop(pieces: Iterable[Piece]) -> bool:
    """Tell whether a sentence is a loop over units and nothing else but signs and spaces."""
    return isinstance(_only(pieces), EachUnit)


def in_paragraphs(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a sentence that is one loop with numbered turns so that each of them stands on a line of its own."""
    only = _only(pieces)
    if not isinstance(only, EachUnit | EachRow) or not is_numbered(only.pieces):
        return pieces
    lines = replace(only, joiner=f"{only.joiner.rstrip()}\n", last_joiner="")
    return tuple(lines if piece is only else piece for piece in pieces)


def is_numbered(pieces: Iterable[Piece]) -> bool:
    """Tell whether the turns of a loop say their number."""
    for piece in pieces:
        match piece:
            case Name(Builtin.NUMBER):
                return True
            case Bracket() | Choice() if any(is_numbered(part) for part in parts_of(piece)):
                return True
            case _:
                pass
    return False


def _only(pieces: Iterable[Piece]) -> Piece | None:
    """Return the one piece of a sentence that is more than signs and spaces."""
    rest = [piece for piece in pieces if not isinstance(piece, Words) or any(sign.isalnum() for sign in piece.text)]
    return rest[0] if len(rest) == 1 else None
