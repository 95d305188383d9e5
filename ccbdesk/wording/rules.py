"""Rules in Vietnamese. This module holds what a rule demands, how it failed, and why it could not be evaluated."""

from collections.abc import Sequence
from typing import assert_never

from ccbdesk.model.finding import RuleFailed
from ccbdesk.model.form import Form, RuleKind
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.value import Exactness, Number, Ratio, Value
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.bounds import outside_of
from ccbdesk.wording.places import label


def rule_failure(form: Form, finding: RuleFailed) -> str:
    """Return what does not fit, with the figures, then the form's own message and instruction."""
    own = " ".join(_ended(text) for text in (finding.rule.message, finding.rule.instruction) if text)
    advice = own or "Đề nghị kiểm tra lại các số này."
    return f"{_disagreement(finding)} {_figures(form, finding)} {advice}".replace("  ", " ")


def _disagreement(finding: RuleFailed) -> str:
    left, right = _amount(finding.left), _amount(finding.right)
    match finding.rule.kind:
        case RuleKind.ADDS_UP:
            return f"ghi {left}, cộng lại được {right}{_difference(finding)}."
        case RuleKind.NOT_MORE_THAN:
            return f"{left} lớn hơn {right}."
        case RuleKind.NEEDS:
            return f"ghi {left} nhưng số đi kèm là {right}."
        case RuleKind.AVERAGE_WITHIN | RuleKind.CHANGE_WITHIN:
            return f"bình quân {_average(finding)}, {outside_of(finding.rule.lowest, finding.rule.highest)}."
        case RuleKind.HOLDS:
            return "không đúng quy tắc của biểu mẫu."
        case _:
            assert_never(finding.rule.kind)


def _difference(finding: RuleFailed) -> str:
    if not isinstance(finding.left, Number) or not isinstance(finding.right, Number):
        return ""
    return f" (lệch {plain(abs(finding.left.amount - finding.right.amount))})"


def _average(finding: RuleFailed) -> str:
    if not isinstance(finding.left, Number | Ratio) or not isinstance(finding.right, Number | Ratio):
        return ""
    return plain(round(finding.left.amount / finding.right.amount, 3).normalize())


def _figures(form: Form, finding: RuleFailed) -> str:
    named = "; ".join(f"{label(form, code)} = {_amount(value)}" for code, value in finding.values)
    return f"({named})." if named else ""


def _amount(value: Value | None) -> str:
    match value:
        case Number(amount, Exactness.EXACT):
            return plain(amount)
        case Number(amount, _):
            return f"khoảng {plain(amount)}"
        case Ratio():
            return plain(round(value.amount, 3).normalize())
        case _:
            return "x"


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "?", "…")) else f"{text.rstrip()}."


def rules_run(verdicts: Sequence[Verdict]) -> str:
    """Return how many rules were run and what became of them."""
    passed, failed, not_evaluable = (verdicts.count(verdict) for verdict in Verdict)
    return f"Đã chạy {len(verdicts)} quy tắc: đạt {passed}, không đạt {failed}, chưa đánh giá được {not_evaluable}."


def why_not_evaluable(form: Form, outcome: Outcome) -> str:
    """Return why a rule could not be evaluated for a unit."""
    match outcome.why_not:
        case WhyNot.FIGURE_MISSING:
            return f"thiếu số liệu: {', '.join(label(form, code) for code in outcome.missing)}"
        case WhyNot.NO_EARLIER_PERIOD:
            return "chưa có số liệu kỳ trước để so sánh"
        case WhyNot.DIVISION_BY_ZERO:
            return "số chia bằng 0"
        case WhyNot.ONLY_ESTIMATES:
            return "có số ước nên không đối chiếu chính xác được"
        case None:
            return ""
        case _:
            assert_never(outcome.why_not)
