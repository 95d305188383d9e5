"""What every page of a report says while returns are not in."""

import office
import pytest

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.drafting.provisional import as_provisional
from ccbdesk.model.consolidation import Basis

FORM = office.form("""
    | Mã | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu |
    | a  | bieu | Nhà         | nhà         | số nguyên    |
""")


@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ("| | u1 | u2 | u3 |\n| a | 1 | 2 | 3 |", ""),
        ("| | u1 | u3 |\n| a | 1 | 3 |", "Tạm tính, 2/3 đơn vị; chưa có báo cáo của Hai."),
        ("| | u1 |\n| a | |", "Tạm tính, 1/3 đơn vị; chưa có báo cáo của Hai, Ba."),
    ],
)
def test_it_names_the_units_whose_returns_are_not_in(typed: str, notice: str) -> None:
    merged = consolidate(FORM, office.PERIOD, office.returns(FORM, typed), (), Basis("b"))

    assert as_provisional(draft(merged, {}), merged).notice == notice
