"""What is wrong in a cell, before it is known where. This module holds the fault."""

from dataclasses import dataclass

from ccbdesk.engine.expressions.parsing import Problem
from ccbdesk.model.mistake import Wrong


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake without its place; the fields are those of ``model.mistake.FormMistake``."""

    wrong: Wrong
    seen: str = ""
    nearest: str = ""
    expected: tuple[str, ...] = ()
    position: int = 0
    against: str = ""


def fault_of(problem: Problem) -> Fault:
    """Return a mistake in an expression or a sentence as the fault of its cell."""
    return Fault(problem.wrong, problem.seen, problem.nearest, problem.expected, problem.position)
