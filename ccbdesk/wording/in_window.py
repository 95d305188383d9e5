"""What the world did to us, told in the window. This module holds what to do there, where nobody types commands."""

from ccbdesk.model.trouble import (
    FormFixed,
    FormUnreadable,
    NoForm,
    NoPeriod,
    NotAReturn,
    NotHeld,
    NothingInPeriod,
    NotOwnSheet,
    Trouble,
    WhichPeriod,
)
from ccbdesk.wording.trouble import UNSAVED, trouble_sentence


def trouble_in_window(trouble: Trouble) -> str:
    """Return what happened, what to do in the window, and that nothing is lost."""
    match trouble:
        case NoPeriod(""):
            return "Trong các tệp không ghi kỳ báo cáo. Lập kỳ trước (Tệp › Lập kỳ báo cáo…), rồi kéo các tệp vào."
        case NoForm():
            return (
                "Các tệp này không theo bộ biểu mẫu nào mà chương trình biết. Xem lại tệp; hoặc lập kỳ trước "
                "(Tệp › Lập kỳ báo cáo…), chọn bộ biểu mẫu, rồi kéo các tệp vào."
            )
        case FormUnreadable(path, mistakes) if mistakes:
            return f"Bộ biểu mẫu “{path}” còn {mistakes} chỗ phải sửa. Xem danh sách ở Kỳ báo cáo › Bộ biểu mẫu…"
        case FormFixed(path, period):
            return (
                f"Kỳ {period} trong hồ sơ “{path}” đã chốt sổ hoặc đã ban hành báo cáo nên không thay bộ biểu mẫu. "
                f"{UNSAVED}"
            )
        case WhichPeriod(path, periods):
            held = f"có nhiều kỳ: {', '.join(periods)}. Mở hồ sơ rồi chọn kỳ" if periods else "chưa có kỳ nào. Lập kỳ"
            return f"Hồ sơ “{path}” {held} trước."
        case NothingInPeriod(path, period):
            return f"Hồ sơ “{path}” chưa có kỳ {period}. Lập kỳ ấy trước (Tệp › Lập kỳ báo cáo…)."
        case NotHeld(asked):
            return f"Kỳ này không có gì tên là “{asked}”. Có thể việc ấy vừa được xử lý; xem lại danh sách."
        case NotOwnSheet(path, period):
            return f"Tệp “{path}” không phải Phiếu kỳ của kỳ {period}, hoặc còn điều phải trả lời. Chọn đúng tệp."
        case NotAReturn(path, _, period):
            return f"Tệp “{path}” không phải biểu mẫu của kỳ {period}, hoặc chưa rõ của đơn vị nào. Chọn đúng tệp."
        case _:
            return trouble_sentence(trouble)
