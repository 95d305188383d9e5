"""Figures that are not passed on, in Vietnamese. This module holds why, and what to do."""

from typing import assert_never

from ccbdesk.model.form import Form
from ccbdesk.model.forwarding import HeldBack, WhyHeld
from ccbdesk.wording.places import label, unit_names


def held_sentence(form: Form, held: HeldBack) -> str:
    """Return why a figure was not written into the file from above, and what to do."""
    return f"{label(form, held.indicator.code)} (mã cấp trên «{held.code}»): {_reason(form, held)}"


def _reason(form: Form, held: HeldBack) -> str:
    match held.why:
        case WhyHeld.UNKNOWN_ABOVE:
            return "bộ biểu mẫu của cấp trên không có mã này. Sửa lại cột «Mã cấp trên» ở trang «Số liệu»."
        case WhyHeld.NO_CELL:
            return "tệp của cấp trên không có dòng cho số liệu này. Kiểm tra lại tệp đã nhận."
        case WhyHeld.INCOMPLETE:
            return f"chưa có số của {unit_names(form, held.missing)}. Chờ đủ số, hoặc tự ghi số vào tệp."
        case WhyHeld.NOTHING:
            return "chưa có số nào để ghi."
        case WhyHeld.OTHER_MEASURE:
            measure = held.indicator.measure
            return f"không đổi được từ đơn vị tính “{measure}” sang đơn vị tính của cấp trên. Tự ghi số vào tệp."
        case _:
            assert_never(held.why)
