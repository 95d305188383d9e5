"""Where figures that were passed on come from: what was put right stands beside what was received here too."""

from dataclasses import replace

import office
from book_drawing import drawn

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.forwarding.forwarding import forward
from ccbdesk.engine.forwarding.origins import plan_origins
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.origin import CorrectionOrigin, DecisionId, Reading
from ccbdesk.model.submission import Submission

OWN = office.form(
    """
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Mã cấp trên |
    | cong | bieu | Ngày công   | ngày công   | số nguyên    | ngay_cong   |
    """
)
ABOVE = office.form(
    """
    | Mã        | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu |
    | ngay_cong | bieu | Công        | ngày công   | số nguyên    |
    """
)


def rows(*returns: Submission) -> list[str]:
    merged = consolidate(OWN, office.PERIOD, returns, (), Basis("b"))
    (blank,) = office.returns(ABOVE, "| mã | u1 |\n| ngay_cong | |")
    return drawn(plan_origins(merged, forward(merged, ABOVE, blank), "tren.xlsx"), "Đã ghi", 3)


def put_right(submission: Submission, *, was_received: bool) -> Submission:
    (reading,) = submission.readings
    origin = CorrectionOrigin(DecisionId(1), "điện thoại", reading if was_received else None)
    return replace(submission, readings=(Reading(reading.indicator, office.number("12"), "12", origin),))


def test_what_was_put_right_or_entered_by_hand_says_so_behind_its_cell() -> None:
    one, two, three = office.returns(OWN, "| mã | u1 | u2 | u3 |\n| cong | 10 | 20 | 30 |")

    plain = rows(one, two, three)
    corrected = rows(put_right(one, was_received=True), put_right(two, was_received=False), three)

    assert plain[0].split(" | ")[-1] == "Ô của tệp"
    assert corrected[0].split(" | ")[-3:] == ["Ô của tệp", "Chênh lệch", "Nguồn sửa hoặc nhập tay"]
    assert [row.split(" | ")[6:] for row in corrected[1:]] == [
        ["Một", "12", "10", "u1.xlsx", "Biểu", "E6", "+2", "sửa theo điện thoại"],
        ["Hai", "12", "", "", "", "", "", "nhập tay từ điện thoại"],
        ["Ba", "30", "30", "u3.xlsx", "Biểu", "E6", "", ""],
    ]
