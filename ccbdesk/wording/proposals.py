"""What is said of a proposed form. This module holds, for each remark, what was made of the template and what to do."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from ccbdesk.model.form import Kind, SheetKind
from ccbdesk.model.proposal import About, Certainty, Remark
from ccbdesk.vietnamese.vocabulary.forms import KINDS, SHEET_KINDS, Choice

T = TypeVar("T")

CERTAINTIES: Mapping[Certainty, str] = {
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


_NOTHING = "Không phải làm gì"

_OF_THE_WHOLE: Mapping[About, Said] = {
    About.FORM_NAMES: Said(
        "Trong mẫu không có tên Cụm. Mã bộ biểu mẫu tạm đặt là “{proposed}” theo tên tệp.",
        "Ở trang Thông tin, ghi Tên Cụm, Tên gọi tắt, Cơ quan ban hành; sửa mã nếu cần.",
    ),
    About.UNITS: Said(
        "Trong mẫu không có danh sách đơn vị. Trang Đơn vị đang có hai hàng ví dụ.",
        "Thay hai hàng ví dụ bằng các đơn vị của Cụm, mỗi đơn vị một hàng.",
    ),
    About.ADDING: Said(
        "Cách cộng đoán theo tên số liệu: số hiện có thì “cuối kỳ”, số làm trong kỳ thì “phát sinh”.",
        "Soát cột Cách cộng ở trang Số liệu.",
    ),
    About.SENTENCES: Said(
        "Trang Câu mẫu mới là khung: mỗi mục vài câu đơn giản, đủ để xem thử báo cáo.",
        "Sửa lại câu chữ theo lối viết của Cụm.",
    ),
    About.NO_TABLE: Said(
        "Không tìm thấy bảng nào trong trang này: không có hàng tiêu đề như STT, Nội dung, Đơn vị tính.",
        "Nếu trang có số liệu cần lấy, thêm một hàng ở trang Biểu và khai các số liệu bằng tay.",
    ),
    About.HIDDEN_SHEET: Said("Trang này bị ẩn nên không đọc.", "Nếu cần, bỏ ẩn trang rồi chạy lại lệnh."),
    About.NO_UNIT_CELL: Said(
        "Không thấy chỗ ghi tên đơn vị.", "Nếu có, ghi tên ô vào cột Ô đơn vị ở trang Biểu, ví dụ C3."
    ),
    About.NO_PERIOD_CELL: Said(
        "Không thấy ô riêng để ghi kỳ báo cáo.",
        "Nếu có, ghi tên ô vào cột Ô kỳ ở trang Biểu. Không có thì để trống.",
    ),
}

_OF_A_TABLE: Mapping[About, Said] = {
    About.TABLE: Said(
        "Bảng ở dòng {cell} được coi là biểu “{proposed}”.", "Soát trang Biểu: loại biểu, các dòng, các cột."
    ),
    About.UNIT_CELL: Said("Tên đơn vị sẽ ghi vào ô này.", "Sửa cột Ô đơn vị ở trang Biểu nếu không đúng."),
    About.UNIT_CELL_FILLED: Said(
        "Ô này dành cho tên đơn vị nhưng đang ghi “{proposed}”.",
        "Xóa chữ đó trong tệp mẫu, rồi ghi {cell} vào cột Ô đơn vị ở trang Biểu.",
    ),
    About.OLD_FIGURES: Said(
        "Tệp mẫu đang có số liệu ở {proposed} ô, có thể là số của kỳ cũ.",
        "Xóa các số đó trong tệp mẫu trước khi lập biểu mẫu gửi các đơn vị.",
    ),
    About.PERIOD_CELL: Said("Kỳ báo cáo sẽ ghi vào ô này.", "Sửa cột Ô kỳ ở trang Biểu nếu không đúng."),
    About.PERIOD_IN_TITLE: Said(
        "Kỳ báo cáo nằm trong tiêu đề nên chương trình không tự đổi.",
        "Đổi tiêu đề trong tệp mẫu mỗi kỳ, hoặc tách kỳ ra ô riêng rồi ghi vào cột Ô kỳ.",
    ),
    About.FIGURE_COLUMN: Said(
        "Có nhiều cột số liệu chỉ khác nhau về kỳ. Đã lấy cột “{seen}”; chưa lấy: {proposed}.",
        "Nếu cần lấy cột khác, sửa Cột số liệu ở trang Biểu.",
    ),
    About.MATRIX_COLUMN: Said(
        "Cột “{seen}” được coi là một cột của ma trận: mỗi dòng có nhiều ô để ghi.",
        "Nếu mỗi dòng chỉ có một số liệu, đổi Loại biểu và ghi Cột số liệu, Cột kế hoạch ở trang Biểu.",
    ),
    About.COLUMN_LEFT: Said("Cột “{seen}” chưa lấy.", "Nếu cần lấy, khai thêm bằng tay."),
    About.COLUMN_COMPUTED: Said(
        "Cột “{seen}” tính từ các cột khác nên không hỏi đơn vị.",
        "Nếu đơn vị phải tự ghi cột này, khai thêm bằng tay.",
    ),
    About.PLAN_COLUMN: Said("Cột {cell} là cột kế hoạch.", "Soát dấu x ở cột Kế hoạch, trang Số liệu."),
    About.LIST_ROWS: Said("Đơn vị ghi vào các dòng {cell}.", "Soát Dòng bắt đầu, Dòng kết thúc ở trang Biểu."),
    About.COLUMN_ADDED: Said(
        "Cột số này được đánh dấu Cộng.", "Nếu cộng lại không có nghĩa thì bỏ dấu x ở trang Danh sách."
    ),
    About.CELL_LEFT: Said(
        "Ô này không thuộc bảng nào đã nhận ra.", "Xem trong mẫu; nếu là số liệu cần lấy thì khai thêm bằng tay."
    ),
    About.MORE_CELLS_LEFT: Said("Còn {proposed} ô nữa không thuộc bảng nào đã nhận ra.", "Xem cả trang này trong mẫu."),
}

_OF_SUMS: Mapping[About, Said] = {
    About.SUM_OF_LINES: Said("Ô này có công thức cộng: {proposed}.", f"{_NOTHING}: chương trình tính và so với mẫu."),
    About.TOTAL_BY_FORMULA: Said(
        "Dòng hoặc cột này là tổng, mẫu tự tính bằng công thức.", f"{_NOTHING}: không hỏi đơn vị ô này."
    ),
    About.TOTAL_BY_ARITHMETIC: Said(
        "Số ở đây bằng đúng tổng của: {proposed}. Đã ghi x ở cột Đủ phần.", "Bỏ dấu x nếu chỉ là trùng hợp."
    ),
    About.TOTAL_COLUMN_BY_WORD: Said(
        "Tên cột là tổng nhưng không có công thức; vẫn để đơn vị ghi.",
        "Nếu là tổng các cột kia thì bỏ cột này ở trang Danh sách.",
    ),
    About.TOTAL_BY_WORD: Said(
        "Tên dòng là tổng nhưng không có công thức, chưa rõ cộng những dòng nào; dòng này không đưa vào.",
        "Nếu đơn vị phải ghi dòng này, thêm một hàng ở trang Số liệu.",
    ),
    About.RULE_BY_INDEX: Said(
        "Hàng số cột ghi “{seen}”, nên mỗi dòng có quy tắc Cộng lại bằng cho cột “{proposed}”.",
        "Soát trang Quy tắc.",
    ),
    About.FORMULA: Said("Ô này có công thức: {proposed}.", f"{_NOTHING}: chương trình tính như mẫu."),
    About.FORMULA_UNREAD: Said(
        "Công thức “{proposed}” không chuyển được, nên dòng này chưa đưa vào.",
        "Ghi thêm dòng này ở trang Số liệu, Cách cộng là Công thức, và công thức theo mã.",
    ),
    About.PART: Said(
        "Được coi là một phần của “{proposed}” theo số thứ tự hoặc cách thụt dòng.",
        "Xóa ô Trong đó của nếu không phải.",
    ),
    About.PART_OTHER_MEASURE: Said(
        "Mẫu ghi “trong đó” dưới “{proposed}” nhưng đơn vị tính khác, nên không coi là một phần.",
        "Sửa Đơn vị tính nếu mẫu ghi nhầm, rồi ghi cột Trong đó của.",
    ),
    About.PART_TOO_LARGE: Said(
        "“{proposed}” lớn hơn số này, nên không coi là một phần của nó.",
        "Xem lại số trong mẫu; nếu đúng là một phần thì ghi cột Trong đó của.",
    ),
}

_OF_A_LINE: Mapping[About, Said] = {
    About.MEASURE_INHERITED: Said(
        "Dòng không ghi đơn vị tính; lấy “{proposed}” theo góc bảng hoặc theo tên.",
        "Sửa cột Đơn vị tính nếu không đúng.",
    ),
    About.MEASURE_MISSING: Said("Không thấy đơn vị tính.", "Ghi cột Đơn vị tính; sửa cả cột Loại nếu cần."),
    About.MEASURE_UNKNOWN: Said("“{proposed}” được coi là đơn vị tính.", "Nếu không phải, sửa tên và đơn vị tính."),
    About.KIND: Said("Được coi là “{proposed}”.", "Sửa cột Loại nếu không đúng."),
    About.SECTION: Said(
        "Dòng này được coi là tên mục, không phải số liệu.",
        "Nếu phải ghi số ở dòng này, thêm một hàng ở trang Số liệu.",
    ),
    About.SAME_LABEL: Said("Hai dòng cùng tên; dòng sau có mã “{proposed}”.", "Nên đổi Tên số liệu cho dễ phân biệt."),
    About.LABEL_ELSEWHERE: Said(
        "Tên dòng này không đứng ở cột {proposed} như các dòng khác.",
        "Trong tệp mẫu, đặt tên dòng vào cột {proposed}, nếu không chương trình không thấy dòng này.",
    ),
}

_SAID = {**_OF_THE_WHOLE, **_OF_A_TABLE, **_OF_SUMS, **_OF_A_LINE}


def word_for(choice: Choice[T], meaning: T) -> str:
    """Return the proper word of a form for a meaning."""
    return next(word for word, meant in choice.words if meant == meaning)


def remark_said(remark: Remark) -> Said:
    """Return a remark in plain Vietnamese."""
    facts = {"seen": remark.seen, "cell": remark.cell, "proposed": _proposed(remark)}
    said = _SAID[remark.about]
    return Said(said.what.format_map(facts), said.todo.format_map(facts))


def _proposed(remark: Remark) -> str:
    match remark.about:
        case About.TABLE:
            return word_for(SHEET_KINDS, SheetKind(remark.proposed))
        case About.KIND:
            return word_for(KINDS, Kind(remark.proposed))
        case _:
            return remark.proposed
