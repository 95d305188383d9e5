"""An office that decides. This module holds a small form, files as they are taken in, and decisions, for the tests."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import office
from returning import drawn

from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.decision import Accepted, Act, Corrected, Decision, LeftOut
from ccbdesk.model.origin import DecisionId, IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import UnitId

FORM = office.form(
    """
    | STT | Mã    | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Bắt buộc | Kế hoạch | Đến | Cách cộng        | Công thức |
    | 1   | du_no | bieu | Dư nợ       | triệu đồng  | tiền         | x        |          |     | Cộng – cuối kỳ   |           |
    | 2   | to    | bieu | Tổ vay vốn  | tổ          | số nguyên    |          |          |     | Cộng – cuối kỳ   |           |
    | 3   | bq    | bieu | Bình quân   | triệu đồng  | số thập phân |          |          |     | Tỷ lệ            | du_no / to |
    | 4   | qua   | bieu | Suất quà    | suất        | số nguyên    |          | x        | 500 | Cộng – phát sinh |           |
    | 5   | cach  | bieu | Cách làm    |             | lời văn      |          |          |     |                  |           |
    """,
    """
    | M02 | Bình quân A/B trong khoảng | du_no | to | 300 | 2000 | cảnh báo | | | Bình quân lạ | |
    | A01 | Không lớn hơn | to | du_no | | | lỗi | | | | |
    """,
    """
    | | Đoạn văn | Có {to} tổ, dư nợ {du_no\\|so} triệu đồng. | |
    | | Đoạn văn | Tặng {qua} suất quà. | |
    """,
)
ZONE = timezone(timedelta(hours=7))
NOON = datetime(2023, 10, 5, 12, tzinfo=ZONE)
ONE, TWO, THREE = UnitId("u1"), UnitId("u2"), UnitId("u3")
NAMES = {ONE: "Hội xã Một", TWO: "Hội xã Hai", THREE: "Hội xã Ba"}
HERE, BEFORE = PeriodCode("2023"), PeriodCode("2022")


_OF_2023 = '| Kỳ báo cáo: | "Năm 2023" |'


def received(
    name: str, figures: dict[str, str], unit: UnitId = ONE, at: datetime | None = None, above: str = _OF_2023
) -> Arrival:
    """Return a file of a unit as it is taken in; figures by code, a plan under ``code~ke_hoach``.

    ``above`` is the line above the figures."""
    labels = {indicator.code: indicator.label for indicator in FORM.indicators}
    rows = "\n".join(
        f'| {code} | {label} | "{figures.get(f"{code}~ke_hoach", "")}" | "{figures[code]}" |'
        for code, label in labels.items()
        if code in figures
    )
    arrival = drawn(
        name,
        f"""
        Biểu
        | Đơn vị báo cáo: | "{NAMES[unit]}" |
        {above}
        | Mã | Chỉ tiêu | Kế hoạch | Số liệu |
        {rows}
        """,
    )
    return replace(arrival, receipt=replace(arrival.receipt, taken_in=at))


def decided(*acts: Act, period: PeriodCode = HERE, first: int = 1) -> tuple[Decision, ...]:
    """Return decisions numbered from ``first``, made by An an hour after the other."""
    return tuple(
        Decision(DecisionId(number), period, "An", NOON + timedelta(hours=number), act)
        for number, act in enumerate(acts, start=first)
    )


def settled(*acts: Act) -> Settled:
    """Return what holds after the acts."""
    return settle(decided(*acts), office.PERIOD)


def corrected(code: str, received: str, typed: str, unit: UnitId = ONE, *, is_plan: bool = False) -> Corrected:
    """Return the act that puts a figure right, after a call."""
    return Corrected(unit, IndicatorCode(code), received, typed, "điện thoại", is_plan)


def accepted(
    values: tuple[tuple[str, str], ...], reason: str = "mới lập", code: str = "M02", indicator: str = "du_no"
) -> Accepted:
    """Return the act that accepts the average of the first unit."""
    return Accepted(ONE, code, IndicatorCode(indicator), values, reason)


def left_out(unit: UnitId, reason: str) -> LeftOut:
    """Return the act that leaves a unit out."""
    return LeftOut(unit, reason)
