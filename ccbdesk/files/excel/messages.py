"""What passes between the program and its reading child. This module holds the form of the messages.

A message is its length in eight bytes and then that many bytes. To the child go the bytes of a file; back comes JSON,
never a pickle: whatever a hostile file might make of the child, its answer can only ever be cells or a refusal."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import IO, assert_never

from ccbdesk.model.grid import Cell, Content, ErrorShown, Grid, Missing, Workbook
from ccbdesk.model.receipt import Refusal, Refused

LONGEST = 512 * 2**20
"""The longest message that is taken, in bytes."""

_LENGTH = 8
_PERCENT, _FORMULA, _HIDDEN = 1, 2, 4


class MessageError(Exception):
    """What came is no message, or came only in part."""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message and see it off; OSError if nobody takes it."""
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Return the next message; MessageError if the stream ends before it does, or if it is too long."""
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    if length > LONGEST:
        raise MessageError
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise MessageError
    return content


def encoded(answer: Workbook | Refused) -> bytes:
    """Return an answer as JSON."""
    if isinstance(answer, Refused):
        plain: dict[str, object] = {"refused": answer.why.value, "detail": answer.detail}
    else:
        plain = {
            "grids": [
                {"name": grid.name, "hidden": grid.is_hidden, "cells": [_plain_cell(cell) for cell in grid.cells]}
                for grid in answer.grids
            ],
            "macros": answer.has_macros,
            "links": answer.has_outside_links,
        }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decoded(message: bytes) -> Workbook | Refused:
    """Return the answer that ``encoded`` made into this message; MessageError if it is none."""
    try:
        plain = json.loads(message)
        if "refused" in plain:
            return Refused(Refusal(plain["refused"]), str(plain["detail"]))
        return Workbook(
            grids=tuple(
                Grid(str(grid["name"]), tuple(_cells(grid["cells"])), bool(grid["hidden"])) for grid in plain["grids"]
            ),
            has_macros=bool(plain["macros"]),
            has_outside_links=bool(plain["links"]),
        )
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        raise MessageError from error


def _plain_cell(cell: Cell) -> list[object]:
    marks = _PERCENT * cell.is_percent + _FORMULA * cell.is_formula + _HIDDEN * cell.is_hidden
    return [cell.row, cell.column, _plain_content(cell.content), marks]


def _cells(plain: Iterable[tuple[int, int, str, int]]) -> Iterable[Cell]:
    for row, column, content, marks in plain:
        yield Cell(
            int(row),
            int(column),
            _content(content),
            is_percent=bool(marks & _PERCENT),
            is_formula=bool(marks & _FORMULA),
            is_hidden=bool(marks & _HIDDEN),
        )


def _plain_content(content: Content) -> str:
    """Return a content as a letter for its kind and then itself."""
    match content:
        case bool():
            return "b1" if content else "b"
        case Decimal():
            return f"n{content:f}"
        case str():
            return f"t{content}"
        case date():
            return f"d{content.isoformat()}"
        case Missing():
            return "m"
        case ErrorShown():
            return f"e{content.name}"
        case _:
            assert_never(content)


def _content(plain: str) -> Content:
    kind, rest = plain[0], plain[1:]
    match kind:
        case "b":
            return rest == "1"
        case "n":
            return Decimal(rest)
        case "t":
            return rest
        case "d":
            return date.fromisoformat(rest)
        case "m":
            return Missing()
        case "e":
            return ErrorShown(rest)
        case _:
            raise ValueError(kind)
