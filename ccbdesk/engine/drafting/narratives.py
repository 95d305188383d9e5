"""This module holds how words of several lines are put into one sentence."""

import re

_BULLET = re.compile(r"^\s*(?:[-–+•*]\s*)?")
_STOP = re.compile(r"[\s.;,]*$")
_CLAUSE_JOINER = "; "


def as_clauses(words: str) -> str:
    """Return the lines of a text as clauses of one sentence, without their bullets and without a sign at the end."""
    lines = words.strip().splitlines()
    if len(lines) < 2:
        return words.strip()
    clauses = (_STOP.sub("", _BULLET.sub("", line)) for line in lines)
    return _CLAUSE_JOINER.join(clause for clause in clauses if clause)
