"""The sheet Quy tắc. This module holds the checks of its rows and the rules they become."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from ccbdesk.engine.expressions.reading import canonical, placed, references
from ccbdesk.engine.expressions.speaking import rule_in_words
from ccbdesk.engine.forms.expressions import (
    find_named_unit,
    find_not_figure,
    find_unplanned,
    mixed,
    need_expression,
    position_of,
    read_expression,
)
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.names import Names, sheet_key
from ccbdesk.engine.forms.tables import Row, Table, find_repeated
from ccbdesk.model.expression import Call, Expression, Function, Operation, Operator, Reference, When
from ccbdesk.model.form import Level, Preparer, Rule, RuleCode, RuleKind, WhenBlank
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import STATES, Column, RuleColumn

_EXPRESSIONS = (RuleColumn.SUBJECT, RuleColumn.AGAINST)
_BOUNDS = (RuleColumn.LOWEST, RuleColumn.HIGHEST)
_COMPARISONS = (
    Operator.EQUAL,
    Operator.UNEQUAL,
    Operator.LESS,
    Operator.LESS_OR_EQUAL,
    Operator.GREATER,
    Operator.GREATER_OR_EQUAL,
)
_STATES_TAKEN = {RuleKind.SAME_AS_BEFORE: When.NOW, RuleKind.PLAN_KEPT: When.PLAN}
_CONDITIONS = (Function.AND, Function.OR, Function.NOT, Function.IF)


class _Use(Enum):
    """What a kind of rule does with a column."""

    NEEDED = "needed"
    OPTIONAL = "optional"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class _Uses:
    """What a kind of rule does with “So với”, and with “Từ” and “Đến”: one will do, unless only “Đến” is used."""

    against: _Use
    bounds: _Use
    is_only_highest: bool = False


_USES = {
    RuleKind.ADDS_UP: _Uses(_Use.NEEDED, _Use.UNUSED),
    RuleKind.NOT_MORE_THAN: _Uses(_Use.NEEDED, _Use.UNUSED),
    RuleKind.NEEDS: _Uses(_Use.NEEDED, _Use.UNUSED),
    RuleKind.AVERAGE_WITHIN: _Uses(_Use.NEEDED, _Use.NEEDED),
    RuleKind.CHANGE_WITHIN: _Uses(_Use.OPTIONAL, _Use.NEEDED),
    RuleKind.PEERS_WITHIN: _Uses(_Use.OPTIONAL, _Use.NEEDED),
    RuleKind.HOLDS: _Uses(_Use.UNUSED, _Use.UNUSED),
    RuleKind.THOUSANDFOLD: _Uses(_Use.OPTIONAL, _Use.UNUSED),
    RuleKind.SAME_AS_BEFORE: _Uses(_Use.UNUSED, _Use.NEEDED, is_only_highest=True),
    RuleKind.PLAN_KEPT: _Uses(_Use.UNUSED, _Use.UNUSED),
}


def find_rule_mistakes(table: Table, generated: frozenset[RuleCode], names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the rules. ``generated`` are the codes of those that follow from “trong đó”."""
    taken = frozenset(map(sheet_key, generated))
    for row in table.rows:
        yield from row.find_mistakes()
        yield from _find_taken_code(row, taken)
        yield from _find_misused_columns(row)
        yield from _find_reversed_bounds(row)
        for column in _EXPRESSIONS:
            yield from _find_expression_mistakes(row, column, names)
        is_of_peers = row.get(RuleColumn.KIND) is RuleKind.PEERS_WITHIN
        yield from (_find_peerless if is_of_peers else _find_mixture)(row, names)
        yield from _find_no_condition(row, names)
        yield from _find_other_states(row, names)
    yield from find_repeated(table.rows, RuleColumn.CODE, sheet_key)


def _find_taken_code(row: Row, taken: frozenset[str]) -> Iterator[FormMistake]:
    code = row.get(RuleColumn.CODE)
    if code and sheet_key(code) in taken:
        yield row.mistake(RuleColumn.CODE, Fault(Wrong.NAME_RESERVED, code))


def _find_misused_columns(row: Row) -> Iterator[FormMistake]:
    kind = row.get(RuleColumn.KIND)
    if kind is None:
        return
    uses, word = _USES[kind], row.seen(RuleColumn.KIND)
    yield from _find_misused(row, (RuleColumn.AGAINST,), uses.against, word)
    if uses.is_only_highest:
        yield from _find_misused(row, (RuleColumn.LOWEST,), _Use.UNUSED, word)
    yield from _find_misused(row, (RuleColumn.HIGHEST,) if uses.is_only_highest else _BOUNDS, uses.bounds, word)


def _find_misused(row: Row, columns: tuple[Column[Any], ...], use: _Use, word: str) -> Iterator[FormMistake]:
    """Yield one mistake where columns are all empty that are needed, or filled that are not used."""
    filled = [column for column in columns if row.seen(column)]
    if use is _Use.NEEDED and not filled and not any(row.is_faulty(column) for column in columns):
        yield row.mistake(columns[0], Fault(Wrong.VALUE_MISSING, against=word))
    if use is _Use.UNUSED and filled:
        yield row.mistake(filled[0], Fault(Wrong.NOT_ALLOWED_HERE, row.seen(filled[0]), against=word))


def _find_reversed_bounds(row: Row) -> Iterator[FormMistake]:
    lowest, highest = row.get(RuleColumn.LOWEST), row.get(RuleColumn.HIGHEST)
    if lowest is not None and highest is not None and lowest > highest:
        seen, against = row.seen(RuleColumn.HIGHEST), row.seen(RuleColumn.LOWEST)
        yield row.mistake(RuleColumn.HIGHEST, Fault(Wrong.BOUNDS_REVERSED, seen, against=against))


def _find_expression_mistakes(row: Row, column: Column[str], names: Names) -> Iterator[FormMistake]:
    """Yield what cannot be parsed, or else at most one fault of each reference."""
    written, text = read_expression(row, column, names), row.get(column) or ""
    yield from written.mistakes
    for reference in references(written.expression) if written.expression else ():
        if figure := names.figure(reference):
            faults = (
                *find_named_unit(reference, text),
                *find_not_figure(reference, figure, text),
                *find_unplanned(reference, figure, text),
            )
            yield from (row.mistake(column, fault) for fault in faults[:1])


def _find_mixture(row: Row, names: Names) -> Iterator[FormMistake]:
    """Yield the first figure that somebody else fills in than the ones before it: a rule is about one return."""
    first: Preparer | None = None
    for column in _EXPRESSIONS:
        expression = read_expression(row, column, names).expression
        for reference in references(expression) if expression else ():
            figure = names.figure(reference)
            preparer = figure.preparer if figure and figure.is_figure else None
            if figure and first and preparer and preparer is not first:
                yield row.mistake(column, mixed(reference, figure, row.get(column) or ""))
                return
            first = first or preparer


def _find_peerless(row: Row, names: Names) -> Iterator[FormMistake]:
    """Yield the first figure of the cluster's own sheet that is to be compared with those of other units."""
    for column in _EXPRESSIONS:
        expression, text = read_expression(row, column, names).expression, row.get(column) or ""
        for reference in references(expression) if expression else ():
            figure = names.figure(reference)
            if figure and figure.is_figure and figure.preparer is Preparer.CLUSTER:
                position, word = position_of(reference, text), row.seen(RuleColumn.KIND)
                fault = Fault(Wrong.NOT_ALLOWED_HERE, canonical(reference), position=position, against=word)
                yield row.mistake(column, fault)
                return


def _find_no_condition(row: Row, names: Names) -> Iterator[FormMistake]:
    """Yield an expression that is to hold, but compares nothing."""
    expression = read_expression(row, RuleColumn.SUBJECT, names).expression
    if row.get(RuleColumn.KIND) is RuleKind.HOLDS and expression and not _is_condition(expression):
        signs = tuple(operator.value for operator in _COMPARISONS)
        end = len(row.get(RuleColumn.SUBJECT) or "") + 1
        yield row.mistake(RuleColumn.SUBJECT, Fault(Wrong.SYNTAX, expected=signs, position=end))


def _find_other_states(row: Row, names: Names) -> Iterator[FormMistake]:
    """Yield the first figure in a state that a rule does not take which looks at figures, or at a plan, as kept."""
    kind, expression = row.get(RuleColumn.KIND), read_expression(row, RuleColumn.SUBJECT, names).expression
    text, word = row.get(RuleColumn.SUBJECT) or "", row.seen(RuleColumn.KIND)
    if expression is None or kind not in _STATES_TAKEN:
        return
    if kind is RuleKind.PLAN_KEPT and not isinstance(expression, Reference):
        yield row.mistake(RuleColumn.SUBJECT, Fault(Wrong.NOT_ALLOWED_HERE, text, against=word))
        return
    for reference in references(expression):
        if reference.when is not _STATES_TAKEN[kind]:
            seen, position = canonical(reference), position_of(reference, text)
            yield row.mistake(RuleColumn.SUBJECT, Fault(Wrong.NOT_ALLOWED_HERE, seen, position=position, against=word))
            return


def _is_condition(expression: Expression) -> bool:
    match expression:
        case Operation(operator=operator):
            return operator in _COMPARISONS
        case Call(function=function):
            return function in _CONDITIONS
        case _:
            return False


def read_rules(table: Table, generated: tuple[Rule, ...], names: Names) -> tuple[Rule, ...]:
    """Return the rules, of a form without mistakes, and behind them those that follow from “trong đó”.

    Left open: the message is the rule in words; figures that are missing are not checked; a change is that against
    the same figures a period before; the rule is for every period."""
    written = (_rule(row, names) for row in table.rows)
    return tuple(_worded(rule, names) for rule in (*written, *generated))


def _worded(rule: Rule, names: Names) -> Rule:
    """Return a rule that says what it demands."""

    def label(reference: Reference) -> str:
        figure, state = names.figures[reference.indicator], STATES[reference.when]
        return f"{figure.label} ({state})" if state else figure.label

    return rule if rule.message else replace(rule, message=rule_in_words(rule, label))


def _rule(row: Row, names: Names) -> Rule:
    kind = row.need(RuleColumn.KIND)
    subject = need_expression(row, RuleColumn.SUBJECT, names)
    against = read_expression(row, RuleColumn.AGAINST, names).expression
    if against is None and kind in (RuleKind.CHANGE_WITHIN, RuleKind.THOUSANDFOLD):
        against = placed(subject, _a_period_before)
    return Rule(
        RuleCode(row.need(RuleColumn.CODE)),
        kind,
        subject,
        against,
        row.get(RuleColumn.LOWEST),
        row.get(RuleColumn.HIGHEST),
        row.get(RuleColumn.LEVEL) or Level.ERROR,
        row.get(RuleColumn.WHEN_BLANK) or WhenBlank.SKIP,
        row.get(RuleColumn.PERIODS) or (),
        row.get(RuleColumn.MESSAGE) or "",
        row.get(RuleColumn.INSTRUCTION) or "",
    )


def _a_period_before(reference: Reference) -> Reference:
    return replace(reference, when=When.PREVIOUS) if reference.when is When.NOW else reference
