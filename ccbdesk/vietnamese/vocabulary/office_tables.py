"""The words of the tables that offices already use. This module holds their headings, lines, measures, end marks.

Words are compared folded, but for those that would be others without their marks (quý and quỹ). What is in doubt is
proposed to a person, so a word more here does no harm: a wrong guess would be seen."""

from collections.abc import Mapping
from enum import Enum

from ccbdesk.vietnamese.folding import folded


class Role(Enum):
    """What a column of an office's table holds."""

    NUMBER = "number"
    CODE = "code"
    LABEL = "label"
    MEASURE = "measure"
    PLAN = "plan"
    FIGURE = "figure"
    EARLIER = "earlier"
    SHARE = "share"
    NOTE = "note"


_HEADINGS: Mapping[Role, tuple[str, ...]] = {
    Role.NUMBER: ("STT", "TT", "Số TT", "Số thứ tự", "Thứ tự"),
    Role.CODE: ("Mã", "Mã số", "Mã chỉ tiêu", "Mã số liệu", "Ký hiệu", "Mã cũ", "Mã dòng"),
    Role.LABEL: (
        *("Chỉ tiêu", "Tên chỉ tiêu", "Các chỉ tiêu", "Chỉ tiêu thi đua", "Nội dung", "Nội dung chỉ tiêu"),
        *("Nội dung công việc", "Nội dung báo cáo", "Nội dung thi đua", "Các nội dung", "Tên số liệu", "Diễn giải"),
        *("Danh mục", "Hạng mục", "Tiêu chí", "Tiêu chí thi đua", "Nhiệm vụ", "Công việc", "Lĩnh vực", "Phong trào"),
        *("Hình thức khen thưởng", "Hình thức", "Danh hiệu", "Danh hiệu thi đua", "Cấp khen thưởng", "Cấp khen"),
        *("Loại hình", "Nguồn vốn", "Nguồn", "Ngân hàng", "Chi hội", "Cơ sở Hội", "Nội dung hoạt động"),
    ),
    Role.MEASURE: ("ĐVT", "Đơn vị tính", "Đ.v.t", "Đv tính", "Đơn vị đo"),
    Role.PLAN: (
        *("Kế hoạch", "KH", "Số kế hoạch", "Kế hoạch giao", "Chỉ tiêu giao", "Chỉ tiêu được giao", "Đăng ký"),
        *("Chỉ tiêu kế hoạch", "Chỉ tiêu đăng ký", "Kế hoạch đề ra", "Chỉ tiêu đề ra", "Mục tiêu", "Giao ước"),
    ),
    Role.FIGURE: (
        *("Thực hiện", "TH", "Kết quả", "Kết quả thực hiện", "Kết quả đạt được", "Số lượng", "Số liệu", "Giá trị"),
        *("Số liệu thực hiện", "Số liệu báo cáo", "Đã thực hiện", "Số thực hiện", "Ước thực hiện", "Tổng số"),
        *("Trả lời", "Nội dung trả lời", "Kết quả công tác", "Số đạt được", "Lũy kế", "Luỹ kế"),
    ),
    Role.EARLIER: (
        *("Cùng kỳ", "Kỳ trước", "Năm trước", "Cùng kỳ năm trước", "Thực hiện năm trước", "Số liệu kỳ trước"),
        *("Thực hiện cùng kỳ", "Thực hiện kỳ trước", "Kết quả kỳ trước", "Kết quả năm trước", "Số kỳ trước"),
    ),
    Role.SHARE: (
        *("%", "Tỷ lệ", "Tỉ lệ", "Tỷ lệ đạt", "Đạt tỷ lệ", "Tỷ lệ so với kế hoạch", "So với kế hoạch", "Đạt", "TH/KH"),
        *("So sánh", "Tăng giảm", "Tỷ lệ hoàn thành", "Đạt so với kế hoạch", "So với cùng kỳ", "Tỷ lệ thực hiện"),
    ),
    Role.NOTE: ("Ghi chú", "Giải trình", "Ghi chú, giải trình", "Thuyết minh", "Nguồn số liệu", "Tài liệu kiểm chứng"),
}
ROLES: Mapping[str, Role] = {folded(word) or word: role for role, words in _HEADINGS.items() for word in words}
"""What a heading says its column holds, by the folded heading; a sign that folds to nothing stands for itself."""

RESULTS = frozenset(
    folded(word)
    for word in (
        *("Thực hiện", "TH", "Kết quả", "Kết quả thực hiện", "Kết quả đạt được", "Số liệu thực hiện", "Đã thực hiện"),
        *("Số thực hiện", "Ước thực hiện", "Số đạt được", "Lũy kế", "Luỹ kế"),
    )
)
"""Headings of results: where there are several, they differ in the stretch of time only."""

PLAN_WORDS = ("giao", "ke hoach", "chi tieu", "dang ky", "muc tieu", "giao uoc", "phan dau")
"""Words within the heading of a plan, beside a heading of results."""

SHARE_SIGN = "%"
"""What a heading of shares holds."""

PERIOD_WORDS = frozenset(
    (
        *("năm", "quý", "quí", "tháng", "kỳ", "kì", "3", "6", "9", "12", "03", "06", "09"),
        *("đầu", "cuối", "cả", "đến", "từ", "trong", "ngày", "i", "ii", "iii", "iv", "nay", "này"),
    )
)
"""Words beside a heading that only say which period is meant, with their marks; figures of years are among them."""

EARLIER_WORDS = frozenset({"truoc", "cung"})
"""Words that turn figures into those of an earlier period."""

LIST_OPENINGS = ("ho va ten", "ho ten", "ten ")
"""How the heading of the column begins that names what a list is of."""

PART_OPENINGS = ("Trong đó", "Chia ra", "Bao gồm", "Gồm", "Cụ thể")
"""What a line begins with that is a part of the line above, or that stands before such lines."""

TOTAL_LABELS = frozenset(map(folded, ("Cộng", "Tổng cộng", "Tổng số", "Tổng", "Cộng chung", "Toàn đơn vị", "Cộng dồn")))
"""What a line or column is called that adds up the others."""

TOTAL_OPENINGS = ("tong so", "tong cong", "tong", "cong")
"""How the label of a figure begins that may add up others."""

END_OPENINGS = (
    *("nguoi lap", "nguoi tong hop", "nguoi bao cao", "lap bieu", "can bo lap", "ke toan", "thu truong", "t m", "tm"),
    *("kt", "chu tich", "pho chu tich", "xac nhan", "noi nhan", "ky ten", "ghi chu", "luu y", "huong dan"),
    *("dai dien", "truong ban", "ban thuong vu", "ban chap hanh"),
)
"""How the lines begin that stand beneath a table: signatures, remarks. A day of signing ends a table too."""

DAY_OF_SIGNING = r"\bngày\b[\s.…_\d]+tháng\b[\s.…_\d]+năm\b"
"""A day to be written by hand, or written, in small letters."""

TITLE_OPENINGS = ("bieu", "bao cao", "ket qua", "danh sach", "phu luc", "tong hop", "thong ke", "so lieu", "bang")
"""How the title of a table begins."""

MEASURE_CAPTIONS = ("Đơn vị tính", "ĐVT", "Đv tính", "Đ.v.t", "Đơn vị")
"""What stands before the measure of a whole table, in its corner."""

COUNTED = frozenset(
    map(
        folded,
        (
            *(
                "người",
                "hội viên",
                "đồng chí",
                "đ/c",
                "cán bộ",
                "đảng viên",
                "lượt",
                "lượt người",
                "lượt hội viên",
                "hộ",
            ),
            *(
                "gia đình",
                "nhà",
                "căn",
                "ngôi nhà",
                "công",
                "ngày công",
                "buổi",
                "cuộc",
                "lần",
                "lớp",
                "đợt",
                "vụ",
                "việc",
            ),
            *(
                "cây",
                "con",
                "suất",
                "suất quà",
                "phần quà",
                "chi hội",
                "hội",
                "cơ sở",
                "tổ",
                "nhóm",
                "câu lạc bộ",
                "CLB",
            ),
            *(
                "mô hình",
                "công trình",
                "tập thể",
                "cá nhân",
                "bằng khen",
                "giấy khen",
                "huân chương",
                "đoàn",
                "đội",
                "xã",
            ),
            *(
                "đơn vị",
                "tin",
                "bài",
                "tin bài",
                "cuốn",
                "quyển",
                "chiếc",
                "cái",
                "bộ",
                "thôn",
                "ý kiến",
                "đơn",
                "vụ việc",
            ),
            *(
                "doanh nghiệp",
                "trang trại",
                "hợp tác xã",
                "HTX",
                "tổ hợp tác",
                "gia trại",
                "sổ",
                "thẻ",
                "kỷ niệm chương",
            ),
            *("cháu", "học sinh", "em", "liệt sĩ", "mộ", "hài cốt", "di tích", "tuyến", "camera", "bóng", "cột", "cầu"),
            *("văn bản", "kế hoạch", "hội nghị", "hội thi", "giải", "điểm", "danh hiệu", "thanh niên", "tân binh"),
        ),
    )
)
"""What things are counted in. A measure that is neither here nor a length, area, mass or money is asked about."""

MONEY_OPENINGS = (
    *(
        "số tiền",
        "tổng số tiền",
        "kinh phí",
        "trị giá",
        "dư nợ",
        "nợ ",
        "vốn ",
        "quỹ ",
        "giá trị",
        "doanh thu",
        "thu nhập",
    ),
    *("tiền ", "tổng dư nợ", "tổng kinh phí", "doanh số"),
)
"""How labels begin that speak of money, with their marks."""

SHARE_OPENINGS = ("ty le", "ti le", "phan tram")
"""How the label of a percentage begins."""

DAY_OPENINGS = ("ngay thang", "thoi gian", "ngay hoan thanh", "ngay to chuc", "ngay sinh", "ngay ky", "ngay cap")
"""How the label of a day begins."""

YEAR_OPENINGS = ("nam sinh", "nam vao", "nam thanh lap", "nam", "tuoi", "so quyet dinh", "so dien thoai")
"""How the heading of numbers begins that nobody would add up."""

WORDY_OPENINGS = (
    *(
        "danh gia",
        "ton tai",
        "han che",
        "nguyen nhan",
        "kien nghi",
        "de xuat",
        "ten ",
        "ho va ten",
        "ho ten",
        "dia chi",
    ),
    *("neu ", "cach lam", "bai hoc", "phuong huong", "nhiem vu", "uu diem", "khuyet diem", "xep loai", "ly do"),
    *("noi dung", "thanh tich", "ghi chu", "mo ta", "chuc vu", "don vi", "dac diem", "tom tat", "noi o", "que quan"),
)
"""How the label of something begins that is answered in words."""

STOCK_WORDS = ("hien co", "den nay", "cuoi ky", "hien nay", "tong so hoi vien", "du no", "so hoi vien", "so chi hoi")
"""Words of labels that speak of what stands at the end of the period."""

STOCK_OPENINGS = ("hội viên", "chi hội", "tổng số", "tổ tiết kiệm", "doanh nghiệp", "hợp tác xã", "trang trại", "quỹ ")
"""How such labels begin, with their marks."""

FLOW_WORDS = ("trong ky", "trong nam", "moi", "ket nap", "them", "tu choi", "da ", "luot")
"""Words of labels that speak of what happened during the period, whatever else they say."""

CODE_STOP_WORDS = frozenset(
    (
        *("so", "tong", "cac", "duoc", "la", "va", "cua", "cho", "voi", "trong", "tai", "theo"),
        *("nhung", "o", "da", "do", "tren", "tu", "den", "mot", "co"),
    )
)
"""Words that tell nothing in a code."""
