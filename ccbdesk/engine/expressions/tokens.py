"""This module holds the smallest pieces of an expression's text: numbers, names, quoted labels and signs."""

import re
from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    LABEL = "label"  # the words between quotation marks
    OPEN_QUOTE = "open quote"  # a quotation mark that is never closed
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text from ``start`` to ``end``, counted from 0; ``text`` is what it says, signs in one spelling."""

    shape: Shape
    text: str
    start: int
    end: int


# Signs that keyboards, Word and web pages put in place of the plain ones.
_SPELLINGS = {"≤": "<=", "≥": ">=", "≠": "<>", "×": "*", "÷": "/", "−": "-", "–": "-"}
_SPACE = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]*")
_TOKEN = re.compile(
    r"""
    (?P<number>[0-9]+(?:[.,][0-9]+)*(?![\w\u0300-\u036f]))
    |(?P<name>[\w\u0300-\u036f]+)
    |“(?P<curly>[^“”{}]*)”|"(?P<straight>[^"{}]*)"|«(?P<angular>[^«»{}]*)»
    |["“”„«»](?P<mixed>[^"“”„«»{}]*)["“”„«»]
    |['‘’](?P<single>[^'‘’{}]*)['‘’]
    |(?P<open_quote>["“”„«»'‘’])
    |(?P<sign><=|>=|<>|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def token_at(text: str, position: int) -> Token:
    """Return the first token at or after a position counted from 0; END where only spaces are left."""
    start = _end_of(_SPACE.match(text, position), position)
    found = _TOKEN.match(text, start)
    if found is None:
        return Token(Shape.END, "", start, start)
    match found.lastgroup:
        case "number":
            shape = Shape.NUMBER
        case "name":
            shape = Shape.NAME
        case "open_quote":
            shape = Shape.OPEN_QUOTE
        case "sign":
            shape = Shape.SIGN
        case _:
            shape = Shape.LABEL
    said = found[found.lastgroup or "sign"]
    return Token(shape, _SPELLINGS.get(said, said), start, found.end())


def _end_of(found: re.Match[str] | None, otherwise: int) -> int:
    return found.end() if found else otherwise
