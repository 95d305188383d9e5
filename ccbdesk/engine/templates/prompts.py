"""Help while a cell is being filled in. This module holds the words shown beside it, made from the form's own rules."""

from collections.abc import Iterable

from ccbdesk.engine.expressions.speaking import rule_in_words
from ccbdesk.model.book import Prompt
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, Indicator, ListColumn, Rule
from ccbdesk.wording.cells import REQUIRED, asked_words

_LONGEST = 255  # Excel allows no more
_PLAN = " (kế hoạch)"


def prompt_for(form: Form, indicator: Indicator, rules: Iterable[Rule], row: int, column: int) -> Prompt:
    """Return what an indicator's cell asks for: kind and bounds, the form's own instruction, and what it must fit."""
    asked = asked_words(indicator.kind, indicator.measure, indicator.lowest, indicator.highest)
    required = REQUIRED if indicator.required else ""

    def label(reference: Reference) -> str:
        name = form.indicator(reference.indicator).label
        return f"{name}{_PLAN}" if reference.when is When.PLAN else name

    demands = (rule_in_words(rule, label) for rule in rules)
    return Prompt(row, column, indicator.label, _sentences((asked, required, indicator.note, *demands)))


def prompt_for_plan(indicator: Indicator, row: int, column: int) -> Prompt:
    """Return what the cell of a planned figure asks for."""
    asked = asked_words(indicator.kind, indicator.measure, indicator.lowest, indicator.highest)
    return Prompt(row, column, f"{indicator.label}{_PLAN}", asked)


def prompt_for_column(list_column: ListColumn, row: int, column: int) -> Prompt:
    """Return what a cell of a list asks for."""
    asked = asked_words(list_column.kind, list_column.measure, None, None)
    return Prompt(row, column, list_column.label, _sentences((asked, REQUIRED if list_column.required else "")))


def _sentences(parts: Iterable[str]) -> str:
    """Return as many whole sentences as fit."""
    text = ""
    for part in parts:
        words = part.strip()
        ended = words if words.endswith((".", "?", "…")) else f"{words}."
        joined = f"{text} {ended}".strip()
        if words and len(joined) <= _LONGEST:
            text = joined
    return text
