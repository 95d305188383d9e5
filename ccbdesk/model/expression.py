"""The one language of rules, derived figures, conditions and sentences. This module holds its syntax tree.

Parsing and its three readings (a value, an Excel formula, Vietnamese) are in ``engine.expressions``."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ccbdesk.model.origin import ColumnCode, IndicatorCode, RowKey, SheetCode
from ccbdesk.model.unit import UnitId


class When(Enum):
    """Which state of a figure a reference means, by its suffix."""

    # Members are alone of their kind, and references are looked up by the hundred thousand.
    __hash__ = object.__hash__

    NOW = ""
    PREVIOUS = "truoc"
    LAST_YEAR = "cung_ky"
    YEAR_START = "dau_nam"
    PLAN = "ke_hoach"


class Operator(Enum):
    """The operators, as they are written."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    EQUAL = "="
    UNEQUAL = "<>"
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="


class Function(Enum):
    """The functions, by their Vietnamese names."""

    MIN = "MIN"
    MAX = "MAX"
    SUM = "TONG"
    ABSOLUTE = "ABS"
    IF = "NEU"
    ROUND = "LAM_TRON"
    MEDIAN = "TRUNG_VI"
    COUNT = "DEM"
    AND = "VA"
    OR = "HOAC"
    NOT = "KHONG"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number written into an expression."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure. Without a unit it is that of the unit at hand: the one being checked, or the cluster in a sentence."""

    indicator: IndicatorCode
    unit: UnitId | None = None
    when: When = When.NOW


@dataclass(frozen=True, slots=True)
class RowReference:
    """What a row of a list says in a column, written ``sheet.row.column@unit``; only sentences make them."""

    sheet: SheetCode
    row: RowKey
    column: ColumnCode
    unit: UnitId


@dataclass(frozen=True, slots=True)
class Negation:
    """Minus something."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands joined by an operator; a comparison has the value 1 or 0."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: Function
    arguments: tuple["Expression", ...]


Expression = Literal | Reference | RowReference | Negation | Operation | Call
