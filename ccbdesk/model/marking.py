"""Cells marked in a copy of a workbook. This module holds what is written into each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell to be coloured and commented on; ``row`` and ``column`` count from 1.

    ``is_error``: it must be put right; otherwise it is to be looked at again."""

    sheet: str
    row: int
    column: int
    words: str
    is_error: bool
