"""Expressions in a form's cells. This module holds how they are parsed there, and which references make no sense."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.expressions.parsing import Problem, parse
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.engine.forms.faults import Fault, fault_of
from ccbdesk.engine.forms.figures import Figure
from ccbdesk.engine.forms.names import Names
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.expression import Expression, Reference, RowReference, When
from ccbdesk.model.form import Preparer
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.forms import Column, SheetColumn

_ROW_LOOP = "mỗi dòng"
"""What the name of a list stands behind in a sentence."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a cell for an expression: its tree, None where it is empty or faulty, and its mistakes."""

    expression: Expression | None = None
    mistakes: tuple[FormMistake, ...] = ()


def read_expression(row: Row, column: Column[str], names: Names) -> Written:
    """Read the expression of a cell."""
    text = row.get(column)
    if text is None:
        return Written()
    parsed = parse(text, names.known)
    if isinstance(parsed, RowReference):
        # What a row of a list says is only for sentences: its name changes with what is written there.
        return Written(mistakes=(row.mistake(column, Fault(Wrong.NOT_ALLOWED_HERE, text.strip())),))
    if not isinstance(parsed, tuple):
        return Written(parsed)
    return Written(mistakes=tuple(row.mistake(column, fault_of(problem)) for problem in blamed(parsed, text, names)))


def need_expression(row: Row, column: Column[str], names: Names) -> Expression:
    """Return the expression of a required cell, of a form without mistakes; otherwise ValueError."""
    written = read_expression(row, column, names)
    if written.expression is None:
        raise ValueError(column.heading)
    return written.expression


def blamed(problems: tuple[Problem, ...], text: str, names: Names) -> Iterator[Problem]:
    """Yield the problems that are the text's own, not those of a sheet that lacks the names it should define."""
    for problem in problems:
        if problem.wrong is not Wrong.NAME_UNKNOWN or _is_lacking(problem, text, names):
            yield problem


def _is_lacking(problem: Problem, text: str, names: Names) -> bool:
    before = text[: problem.position - 1].rstrip()
    if folded(before.rpartition("[")[2]) == folded(_ROW_LOOP):
        return names.declared_sheets.lacks(problem.seen, problem.nearest)
    if folded(_ROW_LOOP) in folded(before) and names.declared_figures.beginnings:
        return False  # it may be a column that lost its name
    if before.endswith("@"):
        return names.declared_units.lacks(problem.seen, problem.nearest)
    is_word_of_ours = before.endswith(("~", "|")) or re.match(r"\w+\s*\(", text[problem.position - 1 :])
    return bool(is_word_of_ours) or names.declared_figures.lacks(problem.seen, _code(problem.nearest, names))


def _code(name: str, names: Names) -> str:
    """Return the code of the indicator that is labelled so, or else the name itself."""
    return next((code for code, label in names.known.indicators.items() if label == name), name)


def position_of(reference: Reference, text: str) -> int:
    """Return where a reference stands in a text, counted from 1; 0 where its label stands for it."""
    found = re.search(rf"(?<!\w){re.escape(reference.indicator)}(?!\w)", text.casefold())
    return found.start() + 1 if found else 0


def find_not_figure(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield the fault of words or a day where something is computed."""
    if not figure.is_figure:
        seen = canonical(reference)
        yield Fault(Wrong.NOT_A_FIGURE, seen, position=position_of(reference, text), against=figure.word)


def find_unplanned(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield the fault of a plan that is nowhere asked for."""
    if reference.when is When.PLAN and not figure.is_planned:
        yield Fault(Wrong.NO_PLAN, canonical(reference), position=position_of(reference, text))


def find_named_unit(reference: Reference, text: str) -> Iterator[Fault]:
    """Yield the fault of a certain unit's figure where only that of the unit at hand can be meant."""
    if reference.unit is not None:
        bare = canonical(Reference(reference.indicator, None, reference.when))
        yield Fault(Wrong.NOT_ALLOWED_HERE, canonical(reference), bare, position=position_of(reference, text))


def find_members_own(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield the fault of a figure of the cluster's own sheet that is asked of a member."""
    if reference.unit not in (None, CLUSTER) and figure.preparer is Preparer.CLUSTER:
        yield mixed(reference, figure, text)


def mixed(reference: Reference, figure: Figure, text: str, nearest: str = "") -> Fault:
    """Return the fault of a figure that somebody else fills in than the rest."""
    word = figure.sheet.seen(SheetColumn.PREPARER) if figure.sheet else ""
    position = position_of(reference, text)
    return Fault(Wrong.MIXED_PREPARERS, canonical(reference), nearest, position=position, against=word)


def of_cluster(reference: Reference) -> str:
    """Return how the same figure of the whole cluster is written."""
    return canonical(Reference(reference.indicator, CLUSTER, reference.when))
