"""How wide words are. This module holds the letters' widths of our font, and in how many lines words go on.

Neither the file nor the program that writes it knows a font, but rows must be as high as their words, for LibreOffice
and print previews do not fit them."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from math import ceil

_DIGIT = 0.4375  # of a letter's height at 12 points: a digit of the usual font at 11, in which columns are counted
_BOLD = 1.06
_SURE = 1.03  # screens round letters to whole dots
_USUAL = 0.5

_OF_WIDTH = {
    0.25: " .,",
    0.278: "ijlt/;:",
    0.333: "frI()-!",
    0.389: "sJ",
    0.408: '"',
    0.444: "acez?“”",
    0.556: "FPS",
    0.564: "+=<>",
    0.611: "ELTZ",
    0.667: "BCR",
    0.722: "wADGHKNOQUVXYĐ",
    0.778: "m&",
    0.833: "%",
    0.889: "M",
    0.944: "W",
    1.0: "…—",
}
_WIDTHS = {letter: width for width, letters in _OF_WIDTH.items() for letter in letters}

WIDEST = max(_OF_WIDTH) / _DIGIT * _BOLD * _SURE
"""How many characters of a column the widest letter takes, bold and measured with care."""


def lines_of(words: str, room: float, *, is_bold: bool = False) -> int:
    """Return in how many lines words of the usual size go on in a column of so many characters."""
    return _lines(words, room / (_SURE * (_BOLD if is_bold else 1.0)))


@lru_cache(maxsize=20_000)  # the same names and labels stand in many rows
def _lines(words: str, room: float) -> int:
    return sum(_lines_of_one(line, max(1.0, room)) for line in words.split("\n"))


def _lines_of_one(line: str, room: float) -> int:
    """Fill lines word by word; a word wider than a line is broken at its end."""
    lines, filled, space = 1, 0.0, _width(" ")
    for width in _find_widths(line):
        needed = filled + space + width if filled else width
        if needed <= room:
            filled = needed
            continue
        further = ceil(width / room)
        lines += further - (0 if filled else 1)
        filled = width - (further - 1) * room
    return lines


def _find_widths(line: str) -> Iterator[float]:
    return (sum(map(_width, word)) for word in line.split(" "))


@cache
def _width(letter: str) -> float:
    """Return a letter's width in characters; an accent adds none."""
    plain = unicodedata.normalize("NFD", letter)[:1]
    return _WIDTHS.get(letter, _WIDTHS.get(plain, _USUAL)) / _DIGIT
