"""What is said of a proposed form. This module holds, for each remark, what was made of the template and what to do."""

from typing import NamedTuple, TypeVar, assert_never

from ccbdesk.model.form import Kind, SheetKind
from ccbdesk.model.proposal import About, Certainty, Remark
from ccbdesk.vietnamese.vocabulary.forms import KINDS, SHEET_KINDS, Choice

T = TypeVar("T")

CERTAINTIES = {
    Certainty.UNKNOWN: "chưa rõ, phải làm",
    Certainty.DOUBTFUL: "chưa chắc, nên xem",
    Certainty.LIKELY: "khá chắc",
    Certainty.SURE: "chắc",
}
"""How sure a guess is; what must be done first."""


class Said(NamedTuple):
    """What was made of something, and what the person is to do."""

    what: str
    todo: str


def word_for(choice: Choice[T], meaning: T) -> str:
    """Return the proper word of a form for a meaning."""
    return next(word for word, meant in choice.words if meant == meaning)


def remark_said(remark: Remark) -> Said:
    """Return a remark in plain Vietnamese."""
    match remark.about:
        case (
            About.FORM_NAMES
            | About.UNITS
            | About.ADDING
            | About.SENTENCES
            | About.NO_TABLE
            | About.HIDDEN_SHEET
            | About.NO_UNIT_CELL
            | About.NO_PERIOD_CELL
        ):
            return _of_whole(remark)
        case (
            About.TABLE
            | About.UNIT_CELL
            | About.UNIT_CELL_FILLED
            | About.OLD_FIGURES
            | About.PERIOD_CELL
            | About.PERIOD_IN_TITLE
            | About.FIGURE_COLUMN
            | About.MATRIX_COLUMN
            | About.COLUMN_LEFT
            | About.COLUMN_COMPUTED
            | About.PLAN_COLUMN
            | About.LIST_ROWS
            | About.COLUMN_ADDED
            | About.CELL_LEFT
        ):
            return _of_table(remark)
        case (
            About.TOTAL_BY_FORMULA
            | About.TOTAL_BY_ARITHMETIC
            | About.TOTAL_BY_WORD
            | About.RULE_BY_INDEX
            | About.FORMULA
            | About.FORMULA_UNREAD
            | About.PART
            | About.PART_OTHER_MEASURE
            | About.PART_TOO_LARGE
        ):
            return _of_sum(remark)
        case (
            About.MEASURE_INHERITED
            | About.MEASURE_MISSING
            | About.MEASURE_UNKNOWN
            | About.KIND
            | About.SECTION
            | About.LINE_LEFT
            | About.SAME_LABEL
            | About.LABEL_ELSEWHERE
        ):
            return _of_line(remark)
        case _:
            assert_never(remark.about)


def _of_whole(remark: Remark) -> Said:
    match remark.about:
        case About.FORM_NAMES:
            return Said(
                f"Trong mẫu không có tên Cụm. Mã bộ biểu mẫu tạm đặt là “{remark.proposed}” theo tên tệp.",
                "Ở trang Thông tin, ghi Tên Cụm, Tên gọi tắt, Cơ quan ban hành; sửa mã nếu cần.",
            )
        case About.UNITS:
            return Said(
                "Trong mẫu không có danh sách đơn vị. Trang Đơn vị đang có hai hàng ví dụ.",
                "Thay hai hàng ví dụ bằng các đơn vị của Cụm, mỗi đơn vị một hàng.",
            )
        case About.ADDING:
            return Said(
                "Cách cộng đoán theo tên số liệu: số hiện có thì “cuối kỳ”, số làm trong kỳ thì “phát sinh”.",
                "Soát cột Cách cộng ở trang Số liệu.",
            )
        case About.SENTENCES:
            return Said(
                "Trang Câu mẫu mới là khung: mỗi mục vài câu đơn giản, đủ để xem thử báo cáo.",
                "Sửa lại câu chữ theo lối viết của Cụm.",
            )
        case About.NO_TABLE:
            return Said(
                "Không tìm thấy bảng nào trong trang này: không có hàng tiêu đề như STT, Nội dung, Đơn vị tính.",
                "Nếu trang có số liệu cần lấy, thêm một hàng ở trang Biểu và khai các số liệu bằng tay.",
            )
        case About.HIDDEN_SHEET:
            return Said("Trang này bị ẩn nên không đọc.", "Nếu cần, bỏ ẩn trang rồi chạy lại lệnh.")
        case About.NO_UNIT_CELL:
            return Said(
                "Không thấy chỗ ghi tên đơn vị.",
                "Nếu có, ghi tên ô vào cột Ô đơn vị ở trang Biểu, ví dụ C3.",
            )
        case _:
            return Said(
                "Không thấy ô riêng để ghi kỳ báo cáo.",
                "Nếu có, ghi tên ô vào cột Ô kỳ ở trang Biểu. Không có thì để trống.",
            )


def _of_table(remark: Remark) -> Said:
    match remark.about:
        case About.TABLE:
            kind = word_for(SHEET_KINDS, SheetKind(remark.proposed))
            return Said(
                f"Bảng ở dòng {remark.cell} được coi là biểu “{kind}”.",
                "Soát trang Biểu: loại biểu, các dòng, các cột.",
            )
        case About.UNIT_CELL:
            return Said("Tên đơn vị sẽ ghi vào ô này.", "Sửa cột Ô đơn vị ở trang Biểu nếu không đúng.")
        case About.UNIT_CELL_FILLED:
            return Said(
                f"Ô này dành cho tên đơn vị nhưng đang ghi “{remark.proposed}”.",
                f"Xóa chữ đó trong tệp mẫu, rồi ghi {remark.cell} vào cột Ô đơn vị ở trang Biểu.",
            )
        case About.OLD_FIGURES:
            return Said(
                f"Tệp mẫu đang có số liệu ở {remark.proposed} ô, có thể là số của kỳ cũ.",
                "Xóa các số đó trong tệp mẫu trước khi lập biểu mẫu gửi các đơn vị.",
            )
        case About.PERIOD_CELL:
            return Said("Kỳ báo cáo sẽ ghi vào ô này.", "Sửa cột Ô kỳ ở trang Biểu nếu không đúng.")
        case About.PERIOD_IN_TITLE:
            return Said(
                "Kỳ báo cáo nằm trong tiêu đề nên chương trình không tự đổi.",
                "Đổi tiêu đề trong tệp mẫu mỗi kỳ, hoặc tách kỳ ra ô riêng rồi ghi vào cột Ô kỳ.",
            )
        case About.FIGURE_COLUMN:
            return Said(
                f"Có nhiều cột số liệu chỉ khác nhau về kỳ. Đã lấy cột “{remark.seen}”; chưa lấy: {remark.proposed}.",
                "Nếu cần lấy cột khác, sửa Cột số liệu ở trang Biểu.",
            )
        case About.MATRIX_COLUMN:
            return Said(
                f"Cột “{remark.seen}” được coi là một cột của ma trận: mỗi dòng có nhiều ô để ghi.",
                "Nếu mỗi dòng chỉ có một số liệu, đổi Loại biểu và ghi Cột số liệu, Cột kế hoạch ở trang Biểu.",
            )
        case About.COLUMN_LEFT:
            return Said(f"Cột “{remark.seen}” chưa lấy.", "Nếu cần lấy, khai thêm bằng tay.")
        case About.COLUMN_COMPUTED:
            return Said(
                f"Cột “{remark.seen}” tính từ các cột khác nên không hỏi đơn vị.",
                "Nếu đơn vị phải tự ghi cột này, khai thêm bằng tay.",
            )
        case About.PLAN_COLUMN:
            return Said(f"Cột {remark.cell} là cột kế hoạch.", "Soát dấu x ở cột Kế hoạch, trang Số liệu.")
        case About.LIST_ROWS:
            return Said(f"Đơn vị ghi vào các dòng {remark.cell}.", "Soát Dòng bắt đầu, Dòng kết thúc ở trang Biểu.")
        case About.COLUMN_ADDED:
            return Said("Cột số này được đánh dấu Cộng.", "Nếu cộng lại không có nghĩa thì bỏ dấu x ở trang Danh sách.")
        case _:
            rest = (
                f"Còn {remark.proposed} ô nữa như vậy." if remark.proposed else "Ô này không thuộc bảng nào đã nhận ra."
            )
            return Said(rest, "Xem trong mẫu; nếu là số liệu cần lấy thì khai thêm bằng tay.")


def _of_sum(remark: Remark) -> Said:
    match remark.about:
        case About.TOTAL_BY_FORMULA if remark.proposed:
            return Said(
                f"Ô này có công thức cộng: {remark.proposed}.", "Không phải làm gì: chương trình tính và so với mẫu."
            )
        case About.TOTAL_BY_FORMULA:
            return Said(
                "Dòng hoặc cột này là tổng, mẫu tự tính bằng công thức.", "Không phải làm gì: không hỏi đơn vị ô này."
            )
        case About.TOTAL_BY_ARITHMETIC:
            return Said(
                f"Số ở đây bằng đúng tổng của: {remark.proposed}. Đã ghi x ở cột Đủ phần.",
                "Bỏ dấu x nếu chỉ là trùng hợp.",
            )
        case About.TOTAL_BY_WORD if remark.proposed:
            return Said(
                "Tên cột là tổng nhưng không có công thức; vẫn để đơn vị ghi.",
                "Nếu là tổng các cột kia thì bỏ cột này ở trang Danh sách.",
            )
        case About.TOTAL_BY_WORD:
            return Said(
                "Tên dòng là tổng nhưng không có công thức, chưa rõ cộng những dòng nào; dòng này không đưa vào.",
                "Nếu đơn vị phải ghi dòng này, thêm một hàng ở trang Số liệu.",
            )
        case About.RULE_BY_INDEX:
            return Said(
                f"Hàng số cột ghi “{remark.seen}”, nên mỗi dòng có quy tắc Cộng lại bằng cho cột “{remark.proposed}”.",
                "Soát trang Quy tắc.",
            )
        case About.FORMULA:
            return Said(f"Ô này có công thức: {remark.proposed}.", "Không phải làm gì: chương trình tính như mẫu.")
        case About.FORMULA_UNREAD:
            return Said(
                f"Công thức “{remark.proposed}” không chuyển được, nên dòng này chưa đưa vào.",
                "Ghi thêm dòng này ở trang Số liệu, Cách cộng là Công thức, và công thức theo mã.",
            )
        case About.PART:
            return Said(
                f"Được coi là một phần của “{remark.proposed}” theo số thứ tự hoặc cách thụt dòng.",
                "Xóa ô Trong đó của nếu không phải.",
            )
        case About.PART_OTHER_MEASURE:
            return Said(
                f"Mẫu ghi “trong đó” dưới “{remark.proposed}” nhưng đơn vị tính khác, nên không coi là một phần.",
                "Sửa Đơn vị tính nếu mẫu ghi nhầm, rồi ghi cột Trong đó của.",
            )
        case _:
            return Said(
                f"“{remark.proposed}” lớn hơn số này, nên không coi là một phần của nó.",
                "Xem lại số trong mẫu; nếu đúng là một phần thì ghi cột Trong đó của.",
            )


def _of_line(remark: Remark) -> Said:
    match remark.about:
        case About.MEASURE_INHERITED:
            return Said(
                f"Dòng không ghi đơn vị tính; lấy “{remark.proposed}” theo góc bảng hoặc theo tên.",
                "Sửa cột Đơn vị tính nếu không đúng.",
            )
        case About.MEASURE_MISSING:
            return Said("Không thấy đơn vị tính.", "Ghi cột Đơn vị tính; sửa cả cột Loại nếu cần.")
        case About.MEASURE_UNKNOWN:
            return Said(
                f"“{remark.proposed}” trong ngoặc được coi là đơn vị tính.", "Nếu không phải, sửa tên và đơn vị tính."
            )
        case About.KIND:
            kind = word_for(KINDS, Kind(remark.proposed))
            return Said(f"Được coi là “{kind}”.", "Sửa cột Loại nếu không đúng.")
        case About.SECTION:
            return Said(
                "Dòng này được coi là tên mục, không phải số liệu.",
                "Nếu phải ghi số ở dòng này, thêm một hàng ở trang Số liệu.",
            )
        case About.LABEL_ELSEWHERE:
            return Said(
                f"Tên dòng này không đứng ở cột {remark.proposed} như các dòng khác.",
                f"Trong tệp mẫu, đặt tên dòng vào cột {remark.proposed}, nếu không chương trình không thấy dòng này.",
            )
        case About.LINE_LEFT:
            return Said("Dòng này không đưa vào.", "Nếu là số liệu cần lấy, thêm một hàng ở trang Số liệu.")
        case _:
            return Said(
                f"Hai dòng cùng tên; dòng sau có mã “{remark.proposed}”.", "Nên đổi Tên số liệu cho dễ phân biệt."
            )
