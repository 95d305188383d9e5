"""This module holds the parser of what stands before each part of a choice: “nếu a > b:”, “không thì:” and so on."""

import re

from ccbdesk.engine.expressions.parsing import Source, read_expression, unexpected
from ccbdesk.engine.expressions.tokens import Shape, Token
from ccbdesk.model.expression import Expression
from ccbdesk.vietnamese.folding import folded, tidy

CONDITION = "nếu"
OTHERWISE = "không thì"
UNKNOWN = "chưa có số"

_FIRST_WORD = re.compile(r"\s*(?P<word>\w+)(?=[\s(])")
_PART_NAME = re.compile(r"\s*(?P<words>[^:|{}\[\]]*)")


def is_condition(source: Source) -> bool:
    """Tell whether a part begins where the source stands that is printed on a condition."""
    found = _FIRST_WORD.match(source.text, source.position)
    return found is not None and folded(found["word"]) == folded(CONDITION) and found["word"] != "NEU"


def read_condition(source: Source) -> Expression:
    """Read “nếu”, the condition and the colon behind."""
    source.take()
    condition = read_expression(source)
    if not source.accepts(":"):
        raise unexpected(source.token, ":")
    return condition


def read_part_name(source: Source) -> Token:
    """Read “không thì:” or “chưa có số:”; the token has the name in its proper spelling."""
    found = _PART_NAME.match(source.text, source.position)
    start, end = found.span("words") if found else (source.position, source.position)
    words = source.text[start:end]
    for name in (OTHERWISE, UNKNOWN):
        if folded(tidy(words)) == folded(name) and source.text.startswith(":", end):
            source.position = end + 1
            return Token(Shape.LABEL, name, start, end)
    raise unexpected(Token(Shape.LABEL, words.strip(), start, end), CONDITION, f"{OTHERWISE}:", f"{UNKNOWN}:")
