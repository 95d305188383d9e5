"""Questions and what was answered. This module holds the ids by which answers find their questions again.

An id names what is asked about and a trace of what stood there: an answer never settles something else."""

from hashlib import sha1

from ccbdesk.model.origin import Digest, IndicatorCode, QuestionId
from ccbdesk.model.question import Answers, Question
from ccbdesk.model.unit import UnitId

_TRACE_LENGTH = 4
_DIGEST_LENGTH = 8


def figure_id(unit: UnitId, indicator: IndicatorCode, typed: str) -> QuestionId:
    """Return the id of the question how a figure is to be read."""
    return QuestionId(f"so-{unit}-{indicator}-{_trace(typed)}")


def row_id(unit: UnitId, cell: str, *written: str) -> QuestionId:
    """Return the id of the question which indicator a row is meant for; ``written`` is what stands in the row."""
    return QuestionId(f"dong-{unit}-{cell}-{_trace(*written)}")


def unit_id(digest: Digest) -> QuestionId:
    """Return the id of the question whose return a file is."""
    return QuestionId(f"don-vi-{beginning(digest)}")


def period_id(digest: Digest) -> QuestionId:
    """Return the id of the question whether a file is of the period being merged."""
    return QuestionId(f"ky-{beginning(digest)}")


def files_id(unit: UnitId) -> QuestionId:
    """Return the id of the question which of a unit's files is to be used."""
    return QuestionId(f"hai-tep-{unit}")


def beginning(digest: Digest) -> str:
    """Return as much of a digest as names a file in questions and answers."""
    return digest[:_DIGEST_LENGTH]


def choice_of(question: Question, answers: Answers) -> str | None:
    """Return the choice a question was answered with; None where it was not, or with nothing it offers."""
    choice = answers.get(question.id)
    return choice if choice in question.choices else None


def _trace(*written: str) -> str:
    return sha1("\n".join(written).encode(), usedforsecurity=False).hexdigest()[:_TRACE_LENGTH]
