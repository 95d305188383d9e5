"""What was decided about a finding, read whole: accepted, reopened with the old and the new values, and years before."""

import pytest
from deciding import BEFORE, FORM, HERE, ONE, accepted, decided, received
from judging import checked
from office import PERIOD

from ccbdesk.engine.settling.accepting import acceptance_of, handle
from ccbdesk.engine.settling.folding import settle
from ccbdesk.model.decision import Decision
from ccbdesk.model.finding import UnknownRow, Where
from ccbdesk.model.period import PeriodCode
from ccbdesk.wording.handling import handling_words, told

FINDINGS = checked(received("a.xlsx", {"du_no": "45.700", "to": "168"})).checks.findings
ROW = UnknownRow(Where("a.xlsx", ONE, "Biểu", "E9", None, "7"), "Tổ khác")

OLD = accepted((("du_no", "45.700"), ("to", "167")), "mới lập.")
SAME = accepted((("du_no", "45.700"), ("to", "168")))
PLANNED = accepted((("du_no", ""), ("to", "167")))


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        (decided(SAME), "Đã chấp nhận: mới lập (An, 05/10/2023)."),
        (
            decided(OLD),
            "Đã chấp nhận với số cũ, nay số khác (“Tổ vay vốn”: 167, nay 168) nên cần xem lại. "
            "Lý do khi đó: mới lập (An, 05/10/2023).",
        ),
        (
            decided(PLANNED),
            "Đã chấp nhận với số cũ, nay số khác (“Dư nợ”: để trống, nay 45.700; “Tổ vay vốn”: 167, nay 168) "
            "nên cần xem lại. Lý do khi đó: mới lập (An, 05/10/2023).",
        ),
        (decided(OLD, period=BEFORE), "Năm 2022 đã chấp nhận: mới lập."),
        (
            (
                *decided(SAME, period=PeriodCode("2021")),
                *decided(OLD, period=PeriodCode("2022-6t"), first=2),
                *decided(SAME, period=HERE, first=3),
            ),
            "Đã chấp nhận: mới lập (An, 05/10/2023). 6 tháng đầu năm 2022 đã chấp nhận: mới lập.",
        ),
    ],
)
def test_it_says_what_was_decided_and_what_has_changed_since(decisions: tuple[Decision, ...], words: str) -> None:
    (handled,) = handle(FINDINGS, settle(decisions, PERIOD))

    assert handling_words(FORM, handled) == words


def test_what_is_about_no_figure_is_named_by_its_place() -> None:
    before = UnknownRow(Where("a.xlsx", ONE, "Biểu", "E9", None, "6"), "Tổ khác")
    (handled,) = handle((ROW,), settle(decided(acceptance_of(before, ONE, "ghi thêm")), PERIOD))

    assert handling_words(FORM, handled).startswith(
        "Đã chấp nhận với số cũ, nay số khác (Biểu, dòng Tổ khác: 6, nay 7) nên cần xem lại."
    )


def test_a_finding_of_which_nothing_was_decided_is_told_as_it_is() -> None:
    finding = FINDINGS[0]

    assert told(FORM, finding, ()).endswith("Bình quân lạ.")
    assert told(FORM, finding, handle(FINDINGS, settle(decided(SAME), PERIOD))).endswith(
        "Bình quân lạ. Đã chấp nhận: mới lập (An, 05/10/2023)."
    )
