"""The words of returns. This module holds what a template is headed with, and what else offices write in its place.

An enum's value is what our own templates say; the aliases are only recognised. Everything is compared folded."""

from collections.abc import Mapping
from enum import Enum

from ccbdesk.model.period import Milestone, Span


class Column(Enum):
    """The columns of a return, by their headings."""

    CODE = "Mã"
    NUMBER = "STT"
    LABEL = "Chỉ tiêu"
    MEASURE = "Đơn vị tính"
    EARLIER = "Kỳ trước"
    LAST_YEAR = "Cùng kỳ năm trước"
    PLAN = "Kế hoạch"
    FIGURE = "Số liệu"
    STATE = "Tình trạng"
    CHECK = "Kiểm tra"
    NOTE = "Ghi chú"
    GUIDE = "Hướng dẫn"


COLUMN_ALIASES: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: ("Mã số", "Mã chỉ tiêu", "Mã số liệu"),
    Column.NUMBER: ("TT", "Số TT", "Số thứ tự"),
    Column.LABEL: (
        "Tên chỉ tiêu",
        "Tên số liệu",
        "Nội dung chỉ tiêu",
        "Nội dung",
        "Nội dung công việc",
        "Các chỉ tiêu",
    ),
    Column.MEASURE: ("ĐVT", "Đơn vị", "Đ.v.t", "Đv tính"),
    Column.EARLIER: ("Số liệu kỳ trước", "Thực hiện kỳ trước", "Kết quả kỳ trước"),
    Column.LAST_YEAR: ("Cùng kỳ", "Năm trước", "Thực hiện năm trước"),
    Column.PLAN: ("Chỉ tiêu kế hoạch", "Số kế hoạch", "Chỉ tiêu giao", "Chỉ tiêu được giao", "KH"),
    Column.FIGURE: (
        "Kết quả",
        "Kết quả thực hiện",
        "Thực hiện",
        "Số lượng",
        "Số liệu báo cáo",
        "Số liệu thực hiện",
        "Nội dung báo cáo",
        "Giá trị",
    ),
    Column.STATE: ("Tình trạng số liệu",),
    Column.CHECK: ("Tự kiểm tra",),
    Column.NOTE: ("Ghi chú, giải trình", "Giải trình"),
    Column.GUIDE: ("Cách ghi",),
}
"""Other headings in use; the likelier ones first."""


MILESTONE_NAMES: Mapping[Milestone, tuple[str, ...]] = {
    Milestone.CUT_OFF: ("Ngày chốt số liệu", "Ngày chốt", "Ngày khóa số liệu", "Chốt số liệu"),
    Milestone.DEADLINE: ("Hạn gửi", "Hạn nộp", "Hạn báo cáo", "Thời hạn gửi", "Thời hạn báo cáo", "Ngày hết hạn"),
    Milestone.MEETING: ("Ngày họp", "Ngày hội nghị", "Ngày tổ chức hội nghị", "Ngày tổng kết", "Ngày sơ kết"),
}
"""How the period sheet names the days of the period, or begins to."""

MOVED_BY = "quyết định đổi ngày của"
"""On whose word a moved day stands."""

LIST_NUMBER = "TT"
"""The heading of the numbers before the rows of a list."""

ROWS = "dòng"
"""What the rows of a list are counted in."""

TOTAL_LINES = ("cộng", "tổng cộng", "tổng số", "tổng")
"""What a line of a list is called that adds up the others and so is none of them."""


class State(Enum):
    """What may be said of a figure beside it."""

    ESTIMATED = "số ước"
    NO_TASK = "không có nhiệm vụ"
    NOT_YET = "chưa có số"


STATE_ALIASES: Mapping[State, tuple[str, ...]] = {
    State.ESTIMATED: ("ước", "ước tính", "số ước tính", "tạm tính", "số tạm tính"),
    State.NO_TASK: ("x", "không có nhiệm vụ này", "không thực hiện"),
    State.NOT_YET: ("chưa có", "chưa có số liệu", "chưa có nội dung"),
}
"""Other words for the same states."""


class Caption(Enum):
    """What stands above the table of a return, by the words before it."""

    UNIT = "Đơn vị báo cáo"
    PERIOD = "Kỳ báo cáo"
    CUT_OFF = "Số liệu tính đến ngày"


CAPTION_ALIASES: Mapping[Caption, tuple[str, ...]] = {
    Caption.UNIT: ("Đơn vị", "Tên đơn vị", "Đơn vị lập", "Đơn vị lập biểu", "Đơn vị gửi", "Cơ quan báo cáo"),
    Caption.PERIOD: ("Kỳ", "Kỳ số liệu", "Thời kỳ báo cáo"),
    Caption.CUT_OFF: (
        "Tính đến ngày",
        "Số liệu đến ngày",
        "Ngày chốt số liệu",
        "Số liệu chốt đến ngày",
        "Chốt số liệu",
    ),
}
"""Other words for the same captions."""

CUT_OFF_PHRASE = r"đến (?:hết )?(?=ngày\b|\d)(?P<day>.+)"
"""How a title says until which day the figures go; the day is what follows."""

STAMP_SHEET = "_meta"
"""The hidden sheet by which a return made from our template is known."""


class StampKey(Enum):
    """The keys of the hidden sheet."""

    FORM = "bo_bieu_mau"
    VERSION = "phien_ban"
    UNIT = "don_vi"
    PERIOD = "ky"
    CUT_OFF = "tinh_den"


INSTRUCTION = (
    "Cách ghi cột “Số liệu”: không phát sinh thì ghi số 0; không có nhiệm vụ này thì ghi x; "
    "chưa có số liệu thì ghi dấu ba chấm (…). Cột “Kiểm tra” tự báo chỗ cần xem lại."
)
"""The line above a table of figures that says how to fill it in."""

MATRIX_INSTRUCTION = (
    "Cách ghi mỗi ô: không phát sinh thì ghi số 0; không có nhiệm vụ này thì ghi x; "
    "chưa có số liệu thì ghi dấu ba chấm (…). Cột “Kiểm tra” tự báo chỗ cần xem lại."
)
"""The line above a matrix."""

LIST_INSTRUCTION = "Mỗi dòng ghi một mục; dòng không dùng thì để trống. Cột “Kiểm tra” tự báo chỗ cần xem lại."
"""The line above a list."""

NARRATIVE_INSTRUCTION = (
    "Ghi mỗi nội dung vào một ô của cột “Số liệu”; xuống dòng trong ô bằng Alt+Enter; "
    "không có nội dung thì ghi x; chưa có nội dung thì ghi dấu ba chấm (…)."
)
"""The line above a sheet of words."""

GIVEN_SECTION = "Số của cả Cụm (không cộng từ số của các đơn vị)"
"""The heading on the period sheet of the figures of which the cluster's office gives the whole itself."""

NO_SUCH_TASK = frozenset({"x"})
"""What is written in place of words where a unit has no such task, as the instruction says."""

NOT_KNOWN_YET = frozenset({"…", "..."})
"""What is written in place of words that are not known yet, as the instruction says."""

LABEL_OPENINGS = ("trong đó", "gồm", "bao gồm", "chia ra", "tổng số", "số")
"""What labels are often written with or without, before the words that tell them apart."""

PERIOD_PHRASES: tuple[tuple[str, Span | None], ...] = (
    (r"\bngay(?: \d{1,2})? thang(?: \d{1,2})? nam (?P<year>\d{4})\b", None),
    (r"\bthang \d{1,2}(?: nam)? (?P<year>\d{4})\b", None),
    (r"\b(?:6|06|sau) thang cuoi(?: nam)? (?P<year>\d{4})\b", None),
    (r"\b(?:6|06|sau) thang(?: dau)?(?: nam)? (?P<year>\d{4})\b", Span.HALF),
    (r"\b(?:9|09|chin) thang(?: dau)?(?: nam)? (?P<year>\d{4})\b", Span.NINE_MONTHS),
    (r"\bquy (?:i|1|mot)(?: nam)? (?P<year>\d{4})\b", Span.FIRST_QUARTER),
    (r"\bquy (?:ii|2|hai)(?: nam)? (?P<year>\d{4})\b", Span.SECOND_QUARTER),
    (r"\bquy (?:iii|3|ba)(?: nam)? (?P<year>\d{4})\b", Span.THIRD_QUARTER),
    (r"\bquy (?:iv|4|bon|tu)(?: nam)? (?P<year>\d{4})\b", Span.FOURTH_QUARTER),
    (r"\bnam (?P<year>\d{4})\b", Span.YEAR),
)
"""How folded text names a period; None: a day, or a stretch no report is made of. Earlier phrases go first."""
