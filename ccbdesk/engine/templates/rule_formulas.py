"""Rules as Excel reckons them. This module holds the condition under which a rule does not hold in a blank return.

Nothing is said while a figure is missing or itself at fault. What a unit has no task for counts as nothing in sums;
in products, quotients and comparisons it takes the whole side away, as it does when the return is checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ccbdesk.engine.expressions.formulas import as_formula
from ccbdesk.engine.expressions.periods import is_for
from ccbdesk.engine.expressions.reading import plain_number, references
from ccbdesk.engine.templates.cell_formulas import CellFormulas, all_of, any_of
from ccbdesk.engine.templates.places import Places, Reckoned
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
from ccbdesk.model.form import Form, Rule, RuleKind, WhenBlank
from ccbdesk.model.history import EARLIER, NO_BASES, Bases
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Exactness, Number

_KINDS = (
    RuleKind.ADDS_UP,
    RuleKind.NOT_MORE_THAN,
    RuleKind.NEEDS,
    RuleKind.AVERAGE_WITHIN,
    RuleKind.HOLDS,
    RuleKind.CHANGE_WITHIN,
    RuleKind.THOUSANDFOLD,
)
"""The rules that need no other unit; what they need of another period is written into them as a number."""

_DIGITS = 6  # decimals that count; Excel reckons in binary, and no office reports more of them
_ADDITIVE = (Operator.ADD, Operator.SUBTRACT)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule's formula is made on: the form, the period, and where the figures asked are typed.

    ``unit`` is None on a template that any unit fills in; ``bases`` are what rules on earlier periods compare with."""

    form: Form
    period: Period
    places: Places
    unit: UnitId | None
    bases: Bases = NO_BASES

    def rules(self) -> Iterator[tuple[IndicatorCode, Rule]]:
        """Yield the rules that can be checked while the return is filled in, each with its first figure."""
        for rule in self.form.rules:
            figures = tuple(dict.fromkeys(reference for side in _sides(rule) for reference in self._leaves(side)))
            is_ours = rule.kind in _KINDS and is_for(rule.periods, self.period) and _compares(rule, figures)
            is_usable = all(self._is_usable(figure, rule) for figure in figures)
            if is_ours and figures and figures[0].indicator in self.places and is_usable:
                yield figures[0].indicator, rule

    def broken(self, rule: Rule, here: str) -> str:
        """Return the condition under which a rule does not hold, for a formula on the sheet ``here``."""
        return _RuleFormula(self, rule, here).broken()

    def earlier(self, reference: Reference, rule: Rule) -> Decimal | None:
        """Return the figure of an earlier period that a rule compares with; None where there is no exact one."""
        if self.unit is None or reference.unit not in (None, self.unit):
            return None
        own = replace(reference, unit=self.unit)
        base = self.bases.base(own) if rule.measures_change else self.bases.base_so_far(own)
        value = base.value
        return value.amount if isinstance(value, Number) and value.exactness is Exactness.EXACT else None

    def _is_usable(self, reference: Reference, rule: Rule) -> bool:
        """A figure that this unit is not asked for is one it has no task for; but it must be of the same office."""
        if reference.when in EARLIER:
            return self.earlier(reference, rule) is not None
        indicator = self.form.indicator(reference.indicator)
        place = self.places.get(reference.indicator)
        is_same_office = self.form.is_own(indicator) == (self.unit == CLUSTER)
        is_own = reference.unit is None or reference.unit == self.unit
        is_now = reference.when is When.NOW or (reference.when is When.PLAN and place is not None)
        return indicator.is_numeric and is_same_office and is_own and is_now

    def _leaves(self, expression: Expression) -> Iterator[Reference]:
        """Yield the figures that are typed, those behind a computed one in its place."""
        for reference in references(expression):
            formula = self.form.indicator(reference.indicator).formula
            if formula is None:
                yield reference
            else:
                yield from self._leaves(formula)

    def leaves(self, expression: Expression) -> tuple[Reference, ...]:
        """Return the typed figures of an expression, each once."""
        return tuple(dict.fromkeys(self._leaves(expression)))


def _compares(rule: Rule, figures: Iterable[Reference]) -> bool:
    """Tell whether a rule that measures a change has an earlier figure to measure it by."""
    return rule.kind is not RuleKind.CHANGE_WITHIN or any(figure.when in EARLIER for figure in figures)


def _sides(rule: Rule) -> tuple[Expression, ...]:
    return (rule.subject,) if rule.against is None else (rule.subject, rule.against)


class _RuleFormula:
    """The formula of one rule."""

    def __init__(self, ground: Ground, rule: Rule, here: str) -> None:
        self._ground, self._rule, self._here = ground, rule, here
        self._is_strict = any(_has_choices(ground, side) for side in _sides(rule))

    def broken(self) -> str:
        figures = tuple(dict.fromkeys(figure for side in _sides(self._rule) for figure in self._ground.leaves(side)))
        usable = [
            condition
            for number, figure in enumerate(figures)
            for condition in self._usable(figure, is_first=number == 0)
        ]
        tasks = [] if self._is_strict else [self._applies(side) for side in _sides(self._rule)]
        return all_of([*usable, *(task for task in tasks if task != "TRUE"), self._contradiction()])

    def _cells(self, reference: Reference) -> CellFormulas | None:
        """Return the cell of a figure; None where the unit is not asked for it, a list gives it, or it is of before."""
        if reference.when in EARLIER:
            return None
        place = self._ground.places.get(reference.indicator)
        if place is None or isinstance(place, Reckoned):
            return None
        return CellFormulas(self._ground.form.indicator(reference.indicator), place, self._here)

    def _usable(self, reference: Reference, *, is_first: bool) -> Iterator[str]:
        cells = self._cells(reference)
        if cells is None:
            is_asked = reference.indicator in self._ground.places or reference.when in EARLIER
            if self._is_strict and not is_asked:
                yield "FALSE"
            return
        if reference.when is When.PLAN:
            yield f"ISNUMBER({cells.plan})"
            return
        ways = [cells.is_sound()]
        if not self._is_strict:
            ways.append(cells.is_no_task())
        if self._rule.when_blank is WhenBlank.ZERO and not is_first:
            ways.append(cells.is_blank())
        yield any_of(ways)
        if self._rule.kind is RuleKind.ADDS_UP:
            yield cells.is_exact()

    def _applies(self, expression: Expression) -> str:
        """Return that a side has a value at all, though the unit may lack some of its tasks."""
        match expression:
            case Reference():
                formula = self._ground.form.indicator(expression.indicator).formula
                return self._applies(formula) if formula is not None else self._has_task(expression)
            case Negation():
                return self._applies(expression.operand)
            case Operation(operator, left, right):
                sides = [self._applies(left), self._applies(right)]
                return _either(sides) if operator in _ADDITIVE else _both(sides)
            case Call():
                return _either([self._applies(argument) for argument in expression.arguments])
            case Literal() | RowReference():
                return "TRUE"

    def _has_task(self, reference: Reference) -> str:
        if reference.when in EARLIER:
            return "TRUE"
        if reference.indicator not in self._ground.places:
            return "FALSE"
        cells = self._cells(reference)
        return f"NOT({cells.is_no_task()})" if cells and reference.when is When.NOW else "TRUE"

    def _amount(self, reference: Reference) -> str:
        if reference.when in EARLIER:
            return f"({plain_number(self._ground.earlier(reference, self._rule) or Decimal(0))})"
        indicator, place = (
            self._ground.form.indicator(reference.indicator),
            self._ground.places.get(reference.indicator),
        )
        if indicator.formula is not None:
            return f"({as_formula(indicator.formula, self._amount)})"
        cells = self._cells(reference)
        if cells is None:
            return place.formula if isinstance(place, Reckoned) else "0"
        return f"N({cells.plan})" if reference.when is When.PLAN else cells.number()

    def _contradiction(self) -> str:
        rule = self._rule
        left = f"({as_formula(rule.subject, self._amount)})"
        right = f"({as_formula(rule.against, self._amount)})" if rule.against is not None else "0"
        match rule.kind:
            case RuleKind.ADDS_UP:
                return f"ROUND({left}-{right},{_DIGITS})<>0"
            case RuleKind.NOT_MORE_THAN:
                return f"ROUND({left}-{right},{_DIGITS})>0"
            case RuleKind.NEEDS:
                return f"AND({left}>0,{right}<=0)"
            case RuleKind.AVERAGE_WITHIN:
                return _outside(f"{left}/{right}", rule.lowest, rule.highest)
            case RuleKind.HOLDS:
                return f"NOT({as_formula(rule.subject, self._amount)})"
            case RuleKind.CHANGE_WITHIN:
                return _outside(f"{left}*100/{right}", rule.lowest, rule.highest)
            case RuleKind.THOUSANDFOLD:
                return f"OR({_thousandfold(left, right)},{_thousandfold(right, left)})"
            case RuleKind.SAME_AS_BEFORE | RuleKind.PLAN_KEPT:
                raise AssertionError(rule.code)  # these look at figures one by one, as they were kept
            case RuleKind.PEERS_WITHIN:
                raise AssertionError(rule.code)  # these need more than one return


def _has_choices(ground: Ground, expression: Expression) -> bool:
    """Tell whether a side uses a function in which a missing task is more than a zero."""
    match expression:
        case Reference():
            formula = ground.form.indicator(expression.indicator).formula
            return formula is not None and _has_choices(ground, formula)
        case Negation():
            return _has_choices(ground, expression.operand)
        case Operation():
            return _has_choices(ground, expression.left) or _has_choices(ground, expression.right)
        case Call():
            inner = any(_has_choices(ground, argument) for argument in expression.arguments)
            return expression.function is not Function.SUM or inner
        case Literal() | RowReference():
            return False


def _either(sides: list[str]) -> str:
    known = [side for side in sides if side != "FALSE"]
    return "TRUE" if "TRUE" in known else any_of(known)


def _both(sides: list[str]) -> str:
    needed = [side for side in sides if side != "TRUE"]
    return "FALSE" if "FALSE" in needed else all_of(needed)


def _thousandfold(one: str, other: str) -> str:
    return f"AND({other}>0,{one}>={other}*800,{one}<={other}*1200)"


def _outside(average: str, lowest: Decimal | None, highest: Decimal | None) -> str:
    below = [] if lowest is None else [f"ROUND({average}-{plain_number(lowest)},9)<0".replace("--", "+")]
    above = [] if highest is None else [f"ROUND({average}-{plain_number(highest)},9)>0".replace("--", "+")]
    return any_of([*below, *above])
