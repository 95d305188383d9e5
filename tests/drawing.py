r"""Workbooks drawn as text. This module holds the one drawing language of the tests.

    book = drawing.workbook('''
        Đơn vị
        | Mã  | Tên đầy đủ | Thứ tự |
        | u_1 | Đơn vị một | 1      |

        Số liệu @ B3
        | Mã | Từ  | Ngày       |
        | a  | 12% | 2024-06-30 |
    ''')

A line without a bar names a sheet; ``@ B3`` behind the name says where its first cell stands (else A1). Every line
with bars is the next row, so ``|`` alone is an empty row. Blank lines and lines of dashes (``|---|---|``) count for
nothing. What a cell holds:

    12   -0.5   1e3     a number            12%     a number shown as a percentage (0.12)
    2024-06-30          a day               TRUE    a truth value
    #REF!               an error            =12     a formula with its result;  =? one without
    "12"  " a "  ""     text, kept as it stands between the quotes
    anything else       text, trimmed; nothing: no cell at all

A bar inside a cell is written ``\|`` and a line break ``\n`` (draw in a raw string, ``r'''…'''``)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccbdesk.model.grid import Cell, Content, ErrorShown, Grid, Missing, Workbook

_START = re.compile(r"(?P<name>.*?)\s+@\s*(?P<letters>[A-Z]{1,3})(?P<row>\d+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"(?:\|\s*-{3,}\s*)+\|?")
_ERRORS = frozenset({"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"})


def workbook(text: str) -> Workbook:
    """Return the workbook that is drawn; its sheets stand in the order of the drawing."""
    grids: list[Grid] = []
    row, column = 1, 1
    for line in (line.strip() for line in text.splitlines()):
        if not line or _RULE.fullmatch(line):
            continue
        if not line.startswith("|"):
            name, row, column = _named(line)
            grids.append(Grid(name, ()))
            continue
        grids[-1] = replace(grids[-1], cells=(*grids[-1].cells, *_cells(line, row, column)))
        row += 1
    return Workbook(tuple(grids))


def _named(line: str) -> tuple[str, int, int]:
    """Return a sheet's name and the row and column of its first cell."""
    found = _START.fullmatch(line)
    if not found:
        return line, 1, 1
    column = 0
    for letter in found["letters"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return found["name"], int(found["row"]), column


def _cells(line: str, row: int, first: int) -> Iterator[Cell]:
    for column, drawn in enumerate(_BAR.split(line)[1:], start=first):
        typed = drawn.strip().replace("\\|", "|").replace("\\n", "\n")
        if typed:
            yield _cell(typed, row, column)


def _cell(typed: str, row: int, column: int) -> Cell:
    if typed.startswith("="):
        result = typed[1:].strip()
        content = Missing() if result == "?" else _content(result)
        return Cell(row, column, content, is_formula=True)
    if typed.endswith("%") and _NUMBER.fullmatch(typed[:-1]):
        return Cell(row, column, Decimal(typed[:-1]) / 100, is_percent=True)
    return Cell(row, column, _content(typed))


def _content(typed: str) -> Content:
    if len(typed) > 1 and typed.startswith('"') and typed.endswith('"'):
        return typed[1:-1]
    if _NUMBER.fullmatch(typed):
        return Decimal(typed)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return date.fromisoformat(typed)
    if typed in _ERRORS:
        return ErrorShown(typed)
    return typed == "TRUE" if typed in ("TRUE", "FALSE") else typed
