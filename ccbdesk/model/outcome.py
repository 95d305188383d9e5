"""What became of a rule. This module holds the three-valued outcome: silence is never success."""

from dataclasses import dataclass
from enum import Enum

from ccbdesk.model.form import RuleCode
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId


class Verdict(Enum):
    """đạt, không đạt, chưa đánh giá được."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EVALUABLE = "not evaluable"


class WhyNot(Enum):
    """Why a rule could not be evaluated."""

    FIGURE_MISSING = "figure missing"
    NO_EARLIER_PERIOD = "no earlier period"
    NOT_ENOUGH_EARLIER = "not enough earlier figures"
    OTHER_DAYS = "other days"
    OTHER_LENGTH = "other length"
    SPLIT_PREDECESSOR = "split predecessor"
    DIVISION_BY_ZERO = "division by zero"
    ONLY_ESTIMATES = "only estimates"
    TOO_FEW_UNITS = "too few units"
    TOO_FEW_FIGURES = "too few figures"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One rule for one unit; ``missing`` names the indicators for want of which it could not be evaluated.

    A rule on figures a unit has no task for is not run at all and has no outcome."""

    rule: RuleCode
    unit: UnitId
    verdict: Verdict
    why_not: WhyNot | None = None
    missing: tuple[IndicatorCode, ...] = ()
