"""This module holds the parser of expressions. It never raises: a text becomes a tree, or the list of its mistakes.

Comparisons bind loosest and do not chain; then + and -, then * and /, both grouped from the left; then the sign of a
number."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.tokens import Shape, Token, token_at
from ccbdesk.model.expression import (
    Call,
    Expression,
    Function,
    Literal,
    Negation,
    Operation,
    Operator,
    Reference,
    RowReference,
    When,
)
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import ColumnCode, IndicatorCode, RowKey, SheetCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.vietnamese.folding import folded, nearest

LONGEST = 1_000
"""How many characters an expression may have."""

DEEPEST = 50
"""How deep parentheses, functions and brackets may stand in each other."""

MOST_OPERATORS = 100
"""How many operators an expression may have; a longer sum is written with TONG."""

_LONGEST_SEEN = 40


def _key(name: str) -> str:
    return folded(name.replace("_", " "))


_FUNCTIONS: dict[str, Function] = {
    **{function.value: function for function in Function},
    "SUM": Function.SUM,
    "IF": Function.IF,
    "ROUND": Function.ROUND,
    "MEDIAN": Function.MEDIAN,
    "COUNT": Function.COUNT,
    "AND": Function.AND,
    "OR": Function.OR,
    "NOT": Function.NOT,
}
_BY_KEY = {_key(spelling): function for spelling, function in _FUNCTIONS.items()}
_ARGUMENTS: dict[Function, tuple[int, int | None]] = {
    Function.MIN: (2, None),
    Function.MAX: (2, None),
    Function.SUM: (1, None),
    Function.ABSOLUTE: (1, 1),
    Function.IF: (3, 3),
    Function.ROUND: (1, 2),
    Function.MEDIAN: (1, None),
    Function.COUNT: (1, None),
    Function.AND: (2, None),
    Function.OR: (2, None),
    Function.NOT: (1, 1),
}
_SUMS = frozenset({Operator.ADD, Operator.SUBTRACT})
_PRODUCTS = frozenset({Operator.MULTIPLY, Operator.DIVIDE})
_OPERATORS = {operator.value: operator for operator in Operator}
_STATES = {when.value: when for when in When if when is not When.NOW}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_ROW = re.compile(
    r"\s*(?P<sheet>[\w.-]+)\.(?P<row>[0-9a-z]{1,6})\.(?P<column>\w+)@(?P<unit>\w+)\s*", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a text: its kind, where it stands (from 1), what stands there, and what would have been right."""

    wrong: Wrong
    position: int
    seen: str
    nearest: str = ""
    expected: tuple[str, ...] = ()


class UnreadableError(Exception):
    """A mistake after which the rest of a text cannot be read; caught where the text began."""

    def __init__(self, problem: Problem) -> None:
        """Keep the mistake."""
        super().__init__(repr(problem))
        self.problem = problem


class Source:
    """A text being read: the place reached, the names that may be used, and the mistakes met so far."""

    def __init__(self, text: str, known: Known, other_names: Iterable[str] = ()) -> None:
        """Begin at the first character. ``other_names`` may be proposed beside the codes of indicators."""
        self.text = text
        self.known = known
        self.position = 0
        self.depth = 0
        self.operators = 0
        self.problems: list[Problem] = []
        self._other_names = tuple(other_names)

    @property
    def token(self) -> Token:
        """The next token; it stays where it is."""
        return token_at(self.text, self.position)

    def take(self) -> Token:
        """Step over the next token and return it."""
        token = self.token
        self.position = token.end
        return token

    def accepts(self, sign: str) -> bool:
        """Step over the next token if it is this sign; tell whether it was."""
        token = self.token
        is_it = token.shape is Shape.SIGN and token.text == sign
        if is_it:
            self.position = token.end
        return is_it

    def report(self, problem: Problem) -> None:
        """Note a mistake that does not keep the rest from being read; the same one only once."""
        if not any(other.wrong is problem.wrong and other.seen == problem.seen for other in self.problems):
            self.problems.append(problem)

    def unknown(self, token: Token, candidates: Iterable[str]) -> None:
        """Note a name that nothing bears, with the nearest of the names that would have been right here."""
        problem = Problem(Wrong.NAME_UNKNOWN, token.start + 1, cut(token.text), nearest(token.text, candidates))
        self.report(problem)

    @property
    def names(self) -> tuple[str, ...]:
        """All names that may stand for a figure."""
        return (*self.known.indicators, *self._other_names)

    def enter(self, token: Token) -> None:
        """Go one level deeper, unless that is too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError(Problem(Wrong.TOO_DEEP, token.start + 1, token.text, expected=(str(DEEPEST),)))

    def leave(self) -> None:
        """Come up one level."""
        self.depth -= 1


def parse(text: str, known: Known) -> Expression | tuple[Problem, ...]:
    """Return the tree of an expression, or its mistakes in order: every unknown name, one fault of grammar.

    What a row of a list says may be named as tags name it, but alone."""
    source = Source(text, known)
    try:
        check_length(text, 0, len(text))
        row = _ROW.fullmatch(text)
        expression = _read_row(source, row) if row else read_expression(source)
        if source.token.shape is not Shape.END:
            raise unexpected(source.token)
    except UnreadableError as error:
        source.report(error.problem)
        return in_order(source.problems)
    return in_order(source.problems) if source.problems else expression


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return mistakes from left to right."""
    return tuple(sorted(problems, key=lambda problem: problem.position))


def check_length(text: str, start: int, end: int) -> None:
    """Raise UnreadableError where an expression is longer than allowed."""
    if end - start > LONGEST:
        beyond = start + LONGEST
        raise UnreadableError(
            Problem(Wrong.TOO_LONG, beyond + 1, cut(text[beyond:end].strip()), expected=(str(LONGEST),))
        )


def unexpected(token: Token, *expected: str) -> UnreadableError:
    """Return the error for a token that cannot stand where it stands; it is empty at the end of the text."""
    return UnreadableError(Problem(Wrong.SYNTAX, token.start + 1, cut(token.text), expected=expected))


def cut(seen: str) -> str:
    """Return the beginning of what stands in a text, short enough to be quoted."""
    return seen if len(seen) <= _LONGEST_SEEN else seen[: _LONGEST_SEEN - 1] + "…"


def read_expression(source: Source) -> Expression:
    """Read the longest expression from where the source stands, and stop behind it.

    Unknown names are noted in the source; UnreadableError is raised where the grammar is broken."""
    source.operators = 0
    return _read_comparison(source)


def _read_comparison(source: Source) -> Expression:
    left = _read_sum(source)
    operator = _operator(source.token)
    if operator is None:
        return left
    _step_over_operator(source)
    return Operation(operator, left, _read_sum(source))


def _read_sum(source: Source) -> Expression:
    left = _read_product(source)
    while (operator := _operator(source.token)) in _SUMS:
        _step_over_operator(source)
        left = Operation(operator, left, _read_product(source))
    return left


def _read_product(source: Source) -> Expression:
    left = _read_operand(source)
    while (operator := _operator(source.token)) in _PRODUCTS:
        _step_over_operator(source)
        left = Operation(operator, left, _read_operand(source))
    return left


def _operator(token: Token) -> Operator | None:
    return _OPERATORS.get(token.text) if token.shape is Shape.SIGN else None


def _step_over_operator(source: Source) -> None:
    token = source.take()
    source.operators += 1
    if source.operators > MOST_OPERATORS:
        raise UnreadableError(Problem(Wrong.TOO_DEEP, token.start + 1, token.text, expected=(str(MOST_OPERATORS),)))


def _read_operand(source: Source) -> Expression:
    token = source.take()
    match token.shape:
        case Shape.NUMBER:
            return Literal(_read_number(source, token))
        case Shape.NAME if _is_sign(source.token, "("):
            return _read_call(source, token)
        case Shape.NAME:
            return _read_reference(source, _indicator_named(source, token))
        case Shape.LABEL:
            return _read_reference(source, _indicator_labelled(source, token))
        case Shape.OPEN_QUOTE:
            raise unexpected(token, "”")
        case Shape.SIGN if token.text == "(":
            return _read_group(source, token)
        case Shape.SIGN if token.text == "-":
            return _read_negation(source, token)
        case _:
            raise unexpected(token)


def _is_sign(token: Token, sign: str) -> bool:
    return token.shape is Shape.SIGN and token.text == sign


def _read_number(source: Source, token: Token) -> Decimal:
    digits = re.sub(r"[.,]", "", token.text)
    if _GROUPED.fullmatch(token.text):
        # One group of three digits after a dot or comma may mean thousands or decimals: the author must say which.
        whole, _, decimals = token.text.replace(",", ".").rpartition(".")
        readings = (digits, f"{whole},{decimals}0") if "." not in whole else (digits,)
        source.report(Problem(Wrong.NUMBER_MALFORMED, token.start + 1, cut(token.text), expected=readings))
    elif not _DECIMAL.fullmatch(token.text):
        source.report(Problem(Wrong.NUMBER_MALFORMED, token.start + 1, cut(token.text)))
    else:
        return Decimal(token.text.replace(",", "."))
    return Decimal(0)


def _read_negation(source: Source, token: Token) -> Expression:
    source.enter(token)
    operand = _read_operand(source)
    source.leave()
    return Negation(operand)


def _read_group(source: Source, opening: Token) -> Expression:
    source.enter(opening)
    inner = _read_comparison(source)
    source.leave()
    if not source.accepts(")"):
        raise _unclosed(source, opening, ")")
    return inner


def _unclosed(source: Source, opening: Token, *expected: str) -> UnreadableError:
    found = source.token
    return unexpected(opening if found.shape is Shape.END else found, *expected)


def _read_call(source: Source, name: Token) -> Expression:
    opening = source.take()
    source.enter(opening)
    function = _function_named(source, name)
    fewest, most = _ARGUMENTS[function] if function else (1, None)
    arguments = [_read_comparison(source)]
    while len(arguments) != most and source.accepts(";"):
        arguments.append(_read_comparison(source))
    source.leave()
    if len(arguments) < fewest:
        raise _unclosed(source, opening, ";")
    if not source.accepts(")"):
        raise _unclosed(source, opening, *([")"] if len(arguments) == most else [";", ")"]))
    return Call(function or Function.SUM, tuple(arguments))


def _function_named(source: Source, name: Token) -> Function | None:
    function = _BY_KEY.get(_key(name.text))
    if function is None:
        source.unknown(name, _FUNCTIONS)
    return function


def _indicator_named(source: Source, name: Token) -> IndicatorCode:
    code = IndicatorCode(name.text.casefold())
    if code not in source.known.indicators:
        source.unknown(name, source.names)
    return code


def _indicator_labelled(source: Source, label: Token) -> IndicatorCode:
    wanted = folded(label.text)
    codes = [code for code, text in source.known.indicators.items() if folded(text) == wanted]
    if not codes:
        source.unknown(label, source.known.indicators.values())
    elif len(codes) > 1:
        source.report(Problem(Wrong.NAME_TWICE, label.start + 1, cut(label.text), expected=tuple(codes)))
    return codes[0] if codes else IndicatorCode("")


def _read_reference(source: Source, indicator: IndicatorCode) -> Reference:
    unit = _read_unit(source) if source.accepts("@") else None
    when = _read_state(source) if source.accepts("~") else When.NOW
    return Reference(indicator, unit, when)


def _read_unit(source: Source) -> UnitId:
    name = source.take()
    if name.shape not in (Shape.NAME, Shape.NUMBER):
        raise unexpected(name)
    return _unit_named(source, name)


def _unit_named(source: Source, name: Token) -> UnitId:
    unit = UnitId(name.text.casefold())
    if unit != CLUSTER and unit not in source.known.units:
        source.unknown(name, (*sorted(source.known.units), CLUSTER))
    return unit


def _read_row(source: Source, found: re.Match[str]) -> RowReference:
    names = {part: Token(Shape.NAME, said, *found.span(part)) for part, said in found.groupdict().items()}
    sheet = list_named(source, names["sheet"])
    column = column_named(source, names["column"], source.known.columns.get(sheet, {}))
    unit = _unit_named(source, names["unit"])
    source.position = found.end()
    return RowReference(sheet, RowKey(found["row"].casefold()), column, unit)


def list_named(source: Source, name: Token) -> SheetCode:
    """Return the list that is named, in the form's own spelling; note a name that no list bears."""
    for sheet in source.known.columns:
        if sheet.casefold() == name.text.casefold():
            return sheet
    lists = tuple(source.known.columns)
    source.report(Problem(Wrong.NAME_UNKNOWN, name.start + 1, cut(name.text), nearest(name.text, lists), lists))
    return SheetCode("")


def column_named(source: Source, name: Token, columns: Mapping[ColumnCode, str]) -> ColumnCode:
    """Return the column of a list that is named; note a name that none of them bears, unless the list is unknown."""
    column = ColumnCode(name.text.casefold())
    if columns and column not in columns:
        source.unknown(name, columns)
    return column


def _read_state(source: Source) -> When:
    name = source.take()
    if name.shape is not Shape.NAME:
        raise unexpected(name, *_STATES)
    for spelling, when in _STATES.items():
        if _key(spelling) == _key(name.text):
            return when
    source.report(Problem(Wrong.NAME_UNKNOWN, name.start + 1, cut(name.text), nearest(name.text, _STATES), (*_STATES,)))
    return When.NOW
