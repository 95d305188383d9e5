"""Why a file cannot be read, in Vietnamese. This module holds a sentence for every refusal and what to do about it."""

from typing import assert_never

from ccbdesk.model.receipt import Refusal, Refused


def refusal(refused: Refused) -> str:
    """Return why the file was not read and what to do."""
    detail = f" ({refused.detail})" if refused.detail else ""
    match refused.why:
        case Refusal.EMPTY:
            return "tệp rỗng (0 byte). Đề nghị đơn vị gửi lại."
        case Refusal.PASSWORD:
            return "tệp có mật khẩu mở. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhận lại tệp."
        case Refusal.NOT_EXCEL:
            return (
                f"không phải tệp Excel kiểu .xlsx{detail}. Mở bằng Excel, chọn Lưu thành kiểu .xlsx rồi nhận lại tệp."
            )
        case Refusal.TOO_OLD:
            return f"tệp Excel kiểu cũ{detail}. Mở bằng Excel, chọn Lưu thành kiểu .xlsx rồi nhận lại tệp."
        case Refusal.DAMAGED:
            return f"tệp bị hỏng{detail}, có thể do tải về chưa hết. Đề nghị đơn vị gửi lại tệp gốc."
        case Refusal.TOO_LARGE:
            return f"tệp quá lớn so với một biểu báo cáo{detail}. Xóa các dòng, cột, định dạng thừa rồi lưu lại."
        case Refusal.UNSAFE:
            return f"tệp có nội dung không an toàn{detail} nên không được mở. Đề nghị đơn vị lập lại tệp từ biểu mẫu."
        case Refusal.READER_DIED:
            return "tệp làm bộ đọc dừng đột ngột, các tệp khác không sao. Mở bằng Excel, lưu tệp mới rồi nhận lại."
        case Refusal.TIMEOUT:
            return "đọc quá lâu nên đã bỏ qua. Mở bằng Excel, xóa phần thừa, lưu thành tệp mới rồi nhận lại."
        case Refusal.NO_SHEET:
            return "trong tệp không có trang tính nào. Đề nghị đơn vị gửi lại đúng biểu mẫu."
        case Refusal.VANISHED:
            return "không còn ở chỗ cũ hoặc chưa tải về máy. Kiểm tra lại nơi để tệp rồi nhận lại."
        case _:
            assert_never(refused.why)
