"""How a figure was read, in Vietnamese. This module holds the words for every remark of the number reader."""

from collections.abc import Iterable

from ccbdesk.model.remark import Remark

_WORDS = {
    Remark.APPROXIMATE: "giữ nguyên chữ ghi kèm số",
    Remark.MEASURE_CONVERTED: "đã đổi đơn vị tính",
    Remark.COMMA_GROUPED: "dấu phẩy là dấu hàng nghìn",
    Remark.COMMA_DECIMAL: "dấu phẩy là dấu thập phân",
    Remark.DOT_DECIMAL: "dấu chấm là dấu thập phân",
    Remark.SPACE_GROUPED: "dấu cách là dấu hàng nghìn",
    Remark.NUMBER_WORD: "số viết bằng chữ",
    Remark.ZERO_WORD: "ghi bằng chữ là không có",
    Remark.DASH: "dấu gạch ngang là không phát sinh",
    Remark.ABBREVIATED: "đơn vị tính viết tắt",
    Remark.TARGET_BESIDE: "lấy số kết quả, không lấy số chỉ tiêu bên cạnh",
    Remark.CLEANED: "đã bỏ ký tự thừa",
}


def how_it_was_read(remarks: Iterable[Remark]) -> str:
    """Return the remarks in brackets, with a space before them; empty where there is none."""
    words = "; ".join(_WORDS[remark] for remark in remarks)
    return f" ({words})" if words else ""
