"""Rules in Vietnamese. This module holds what a rule demands, how it failed, and why it could not be evaluated."""

from collections.abc import Sequence
from typing import assert_never

from ccbdesk.model.expression import Reference, When
from ccbdesk.model.finding import RuleFailed
from ccbdesk.model.form import Form, Rule, RuleKind
from ccbdesk.model.history import Base
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.period import period_of
from ccbdesk.model.value import Exactness, Number, Ratio, Value
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.bounds import outside_of
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import label

_EARLIER = {
    When.PREVIOUS: "kỳ trước",
    When.LAST_YEAR: "cùng kỳ năm trước",
    When.YEAR_START: "cuối năm trước",
}
_MOST_FIGURES = 6
_UNFIT = "không đúng quy tắc của biểu mẫu"


def rule_words(rule: Rule) -> str:
    """Return what a rule demands and advises in the form's words, each ended like a sentence.

    The check column of a template shows exactly this, and the sentence of a failed rule ends with it."""
    return " ".join(_ended(text) for text in (rule.message, rule.instruction) if text.strip())


def rule_failure(form: Form, finding: RuleFailed) -> str:
    """Return what does not fit, with the figures, then the rule's own words."""
    parts = (_said(_disagreement(finding), _figures(form, finding)), rule_words(finding.rule))
    return " ".join(part for part in parts if part)


def _said(disagreement: str, figures: str) -> str:
    """Return what does not fit with the figures in parentheses; the figures alone where no more can be said."""
    if disagreement and figures:
        return f"{disagreement} ({figures})."
    return f"{disagreement or figures or _UNFIT}."


def _disagreement(finding: RuleFailed) -> str:
    left, right = _amount(finding.left), _amount(finding.right)
    match finding.rule.kind:
        case RuleKind.ADDS_UP:
            other = _EARLIER.get(_when(finding), "cộng lại được")
            return f"ghi {left}, {other} {right}{_difference(finding)}"
        case RuleKind.NOT_MORE_THAN:
            return f"{left} lớn hơn {right}"
        case RuleKind.NEEDS:
            return f"ghi {left} nhưng số đi kèm là {right}"
        case RuleKind.AVERAGE_WITHIN:
            return f"bình quân {_quotient(finding)}, {outside_of(finding.rule.lowest, finding.rule.highest)}"
        case RuleKind.CHANGE_WITHIN:
            return f"ghi {left}, {_EARLIER.get(_when(finding), 'kỳ trước')} {right}, bằng {_share(finding)}"
        case RuleKind.PEERS_WITHIN:
            head = "ghi" if finding.rule.against is None else "bình quân"
            return f"{head} {left}, trung vị của các đơn vị {right}, bằng {_share(finding)}"
        case RuleKind.HOLDS:
            return ""
        case RuleKind.THOUSANDFOLD:
            return f"ghi {left}, {_EARLIER.get(_when(finding), 'số so sánh')} {right}, lệch khoảng 1.000 lần"
        case RuleKind.SAME_AS_BEFORE:
            return _sameness(finding)
        case RuleKind.PLAN_KEPT:
            now = f"kế hoạch ghi {left}" if isinstance(finding.left, Number) else "chưa ghi kế hoạch"
            return f"{now},{_before(finding)} ghi {right}"
        case _:
            assert_never(finding.rule.kind)


def _sameness(finding: RuleFailed) -> str:
    share = finding.left
    if not isinstance(share, Ratio):
        return ""
    count = f"{len(finding.values)}/{plain(share.denominator)} số liệu giống hệt{_before(finding)}"
    percent = plain(round(share.amount, 1).normalize())
    return f"{count}, bằng {percent}%, {outside_of(None, finding.rule.highest)}%"


def _before(finding: RuleFailed) -> str:
    return next((words for _, base in finding.bases if (words := _then(base))), " kỳ trước")


def _when(finding: RuleFailed) -> When:
    """Return of which state the one figure is that was compared with; NOW where several were reckoned together."""
    against = finding.rule.against
    return against.when if isinstance(against, Reference) else When.NOW


def _difference(finding: RuleFailed) -> str:
    if not isinstance(finding.left, Number) or not isinstance(finding.right, Number):
        return ""
    return f", lệch {plain(abs(finding.left.amount - finding.right.amount))}"


def _quotient(finding: RuleFailed, times: int = 1, places: int = 3) -> str:
    if not isinstance(finding.left, Number | Ratio) or not isinstance(finding.right, Number | Ratio):
        return ""
    return plain(round(times * finding.left.amount / finding.right.amount, places).normalize())


def _share(finding: RuleFailed) -> str:
    """Return how many percent the left side is of the right one, and outside of which percentages that lies."""
    outside = outside_of(finding.rule.lowest, finding.rule.highest)
    return f"{_quotient(finding, 100, 1)}%, {outside}%"


def _figures(form: Form, finding: RuleFailed) -> str:
    bases = dict(finding.bases)
    if finding.rule.kind is RuleKind.PLAN_KEPT:
        return ""
    shown = finding.values[:_MOST_FIGURES] if finding.rule.kind is RuleKind.SAME_AS_BEFORE else finding.values
    said = [f"{_named(form, reference, bases.get(reference))} = {_amount(value)}" for reference, value in shown]
    left_out = len(finding.values) - len(shown)
    return "; ".join((*said, *((f"và {left_out} số khác",) if left_out else ())))


def _named(form: Form, reference: Reference, base: Base | None) -> str:
    planned = "kế hoạch " if reference.when is When.PLAN else ""
    return f"{planned}{label(form, reference.indicator)}{_then(base)}"


def _then(base: Base | None) -> str:
    """Return of which period an earlier figure is, and whether it is the sum of predecessors."""
    period = period_of(base.period) if base and base.period else None
    if base is None or period is None:
        return ""
    return f" {period_name(period)}{' (hợp nhất)' if base.merged else ''}"


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
    words = text.strip()
    return words if words.endswith((".", "?", "…")) else f"{words}."


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
        case WhyNot.NOT_ENOUGH_EARLIER:
            return "không đủ số liệu so sánh"
        case WhyNot.OTHER_DAYS:
            return "kỳ đã lưu không nối liền với kỳ này nên không so sánh được"
        case WhyNot.OTHER_LENGTH:
            return "kỳ đã lưu dài ngắn khác kỳ này nên không so sánh được"
        case WhyNot.SPLIT_PREDECESSOR:
            return "đơn vị cũ chia cho nhiều đơn vị nên không so sánh được"
        case WhyNot.DIVISION_BY_ZERO:
            return "số chia bằng 0"
        case WhyNot.ONLY_ESTIMATES:
            return "có số ước nên không đối chiếu chính xác được"
        case WhyNot.TOO_FEW_FIGURES:
            return "chưa đủ 5 số liệu để so với kỳ trước"
        case WhyNot.TOO_FEW_UNITS:
            return "chưa đủ 3 đơn vị có số liệu để so sánh"
        case None:
            return ""
        case _:
            assert_never(outcome.why_not)
