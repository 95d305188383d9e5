"""The words of form workbooks. This module holds their sheets, the columns of each, and what a cell may say.

A new column is one line here; what it means is said where it is read, in ``engine.forms``. Names and headings are
compared folded, so accents, capitals, spaces and punctuation do not matter; the first word given is the one proposed
to the author."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from ccbdesk.model.expression import Function, When
from ccbdesk.model.form import Adding, Better, Document, Kind, Level, Preparer, RuleKind, SheetKind, Style, WhenBlank
from ccbdesk.model.sentence import Builtin, Way
from ccbdesk.model.unit import CLUSTER

T_co = TypeVar("T_co", covariant=True)

# -- what a cell may hold ------------------------------------------------------------------------------------------


class Holding(Generic[T_co]):
    """What the cells of a column may hold; read, each is a ``T_co``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Plain(Holding[str]):
    """Words."""


@dataclass(frozen=True, slots=True)
class Unread(Holding[str]):
    """Remarks of the office to itself, in which nothing can be wrong."""


@dataclass(frozen=True, slots=True)
class Formula(Holding[str]):
    """An expression or a sentence: kept to the letter, because its mistakes are counted by character."""


@dataclass(frozen=True, slots=True)
class Code(Holding[str]):
    """A name that others refer to: its pattern, the characters it is made of as told to the author, its limit."""

    pattern: str
    characters: str
    longest: int
    reserved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetName(Holding[str]):
    """What Excel takes as the name of a sheet; ``reserved`` names are compared without regard to capitals."""

    forbidden: str
    longest: int
    reserved: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice(Holding[T_co]):
    """One of a few words. Of the words with the same meaning the first is the proper one."""

    words: tuple[tuple[str, T_co], ...]

    @property
    def proper_words(self) -> tuple[str, ...]:
        """The word to be proposed for each meaning."""
        proper: dict[T_co, str] = {}
        for word, meaning in self.words:
            proper.setdefault(meaning, word)
        return tuple(proper.values())


@dataclass(frozen=True, slots=True)
class Amount(Holding[Decimal]):
    """A number."""


@dataclass(frozen=True, slots=True)
class Count(Holding[int]):
    """A whole number, zero or more."""


@dataclass(frozen=True, slots=True)
class RowNumber(Holding[int]):
    """The number of a row of a sheet."""


@dataclass(frozen=True, slots=True)
class ColumnLetters(Holding[int]):
    """The letters of a column of a sheet, such as B or AA."""


@dataclass(frozen=True, slots=True)
class CellName(Holding[tuple[int, int]]):
    """The name of a cell, such as C3; read, its row and column."""


@dataclass(frozen=True, slots=True)
class FileName(Holding[str]):
    """The name of an .xlsx file, without a folder."""


@dataclass(frozen=True, slots=True)
class CalendarDay(Holding[date]):
    """A day."""


@dataclass(frozen=True, slots=True)
class Mark(Holding[bool]):
    """A cross, or a word for yes or no."""


@dataclass(frozen=True, slots=True)
class Several(Holding[tuple[str, ...]]):
    """Words with semicolons between them."""


@dataclass(frozen=True, slots=True)
class Periods(Holding[tuple[str, ...]]):
    """Words for periods with semicolons between them."""


@dataclass(frozen=True, slots=True)
class Ways(Holding[tuple[Way, ...]]):
    """Ways of writing with bars between them."""


@dataclass(frozen=True, eq=False, slots=True)
class Column(Generic[T_co]):
    """A column of a sheet, or a property of the sheet Thông tin.

    A row in which only ``is_idle`` columns are filled says nothing and is passed over."""

    heading: str
    holding: Holding[T_co]
    required: bool = False
    aliases: tuple[str, ...] = ()
    is_idle: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings by which the column is known, the proper one first."""
        return (self.heading, *self.aliases)


@dataclass(frozen=True, eq=False, slots=True)
class FormPage:
    """A sheet of the form workbook."""

    name: str
    columns: tuple[Column[Any], ...]
    aliases: tuple[str, ...] = ()
    is_optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which the sheet is known, the proper one first."""
        return (self.name, *self.aliases)


def _columns_of(description: type) -> tuple[Column[Any], ...]:
    return tuple(column for column in vars(description).values() if isinstance(column, Column))


# -- codes and words -----------------------------------------------------------------------------------------------

_RESERVED = frozenset(
    {
        str(CLUSTER),
        *(builtin.value for builtin in Builtin),
        *(name.casefold() for function in Function for name in (function.value, function.name)),
        *(when.value for when in When if when.value),
    }
)
_LOWER = "chữ thường không dấu, chữ số, dấu _"
_ANY_CASE = "chữ không dấu, chữ số, dấu _, dấu -, dấu chấm"

FORM_ID = Code("[a-z0-9][a-z0-9-]*", "chữ thường không dấu, chữ số, dấu -", longest=20)
SKELETON = Code("[a-z0-9][a-z0-9_-]*", f"{_LOWER}, dấu -", longest=40)
UNIT_ID = Code("[a-z0-9_]+", _LOWER, longest=12, reserved=frozenset({str(CLUSTER)}))
INDICATOR_CODE = Code("[a-z][a-z0-9_]*", f"{_LOWER}, bắt đầu bằng chữ", longest=24, reserved=_RESERVED)
COLUMN_CODE = replace(INDICATOR_CODE, longest=12, reserved=frozenset())
ROW_CODE = replace(INDICATOR_CODE, longest=15)
"""Of a row of a matrix, because the codes of its cells begin with it; so does that of a list with its sums."""

SHEET_CODE = Code("[A-Za-z0-9][A-Za-z0-9_.-]*", _ANY_CASE, longest=24)
RULE_CODE = SHEET_CODE
SHEET_NAME = SheetName("[]:*?/\\", longest=31, reserved=frozenset({"_meta", "history"}))
"""Excel keeps History for itself, and ``_meta`` is the stamp of our templates."""

KINDS = Choice(
    (
        ("số nguyên", Kind.INTEGER),
        ("số thập phân", Kind.DECIMAL),
        ("tiền", Kind.MONEY),
        ("phần trăm", Kind.PERCENT),
        ("lời văn", Kind.TEXT),
        ("ngày", Kind.DAY),
        ("nguyên", Kind.INTEGER),
        ("thập phân", Kind.DECIMAL),
        ("số lẻ", Kind.DECIMAL),
        ("số tiền", Kind.MONEY),
        ("tỷ lệ phần trăm", Kind.PERCENT),
        ("văn bản", Kind.TEXT),
        ("chữ", Kind.TEXT),
        ("ngày tháng", Kind.DAY),
    )
)
ADDINGS = Choice(
    (
        ("Cộng – phát sinh", Adding.SUM_FLOW),
        ("Cộng – cuối kỳ", Adding.SUM_STOCK),
        ("Tỷ lệ", Adding.RATIO),
        ("Lớn nhất", Adding.LARGEST),
        ("Không cộng", Adding.NOT_ADDED),
        ("Cụm ghi", Adding.GIVEN),
        ("Công thức", Adding.FORMULA),
        ("Không cộng, Cụm ghi", Adding.GIVEN),
        ("Cộng phát sinh trong kỳ", Adding.SUM_FLOW),
        ("Cộng cuối kỳ", Adding.SUM_STOCK),
        ("Cộng số cuối kỳ", Adding.SUM_STOCK),
        ("Tỉ lệ", Adding.RATIO),
        ("Tỷ lệ A/B", Adding.RATIO),
    )
)
SHEET_KINDS = Choice(
    (
        ("dòng số liệu", SheetKind.FIGURES),
        ("ma trận", SheetKind.MATRIX),
        ("danh sách", SheetKind.LIST),
        ("lời văn", SheetKind.NARRATIVE),
    )
)
PREPARERS = Choice(
    (
        ("đơn vị", Preparer.UNIT),
        ("Cụm", Preparer.CLUSTER),
        ("đơn vị thành viên", Preparer.UNIT),
        ("cụm trưởng", Preparer.CLUSTER),
    )
)
BETTERS = Choice(
    (
        ("tăng", Better.UP),
        ("giảm", Better.DOWN),
        ("càng cao càng tốt", Better.UP),
        ("càng thấp càng tốt", Better.DOWN),
    )
)
RULE_KINDS = Choice(
    (
        ("Cộng lại bằng", RuleKind.ADDS_UP),
        ("Không lớn hơn", RuleKind.NOT_MORE_THAN),
        ("Có A phải có B", RuleKind.NEEDS),
        ("Bình quân A/B trong khoảng", RuleKind.AVERAGE_WITHIN),
        ("So với kỳ trước", RuleKind.CHANGE_WITHIN),
        ("So với các đơn vị khác", RuleKind.PEERS_WITHIN),
        ("Biểu thức", RuleKind.HOLDS),
        ("Lệch nghìn lần", RuleKind.THOUSANDFOLD),
        ("Giống hệt kỳ trước", RuleKind.SAME_AS_BEFORE),
        ("Giữ nguyên kế hoạch", RuleKind.PLAN_KEPT),
        ("Không quá", RuleKind.NOT_MORE_THAN),
        ("Có A thì phải có B", RuleKind.NEEDS),
        ("Bình quân trong khoảng", RuleKind.AVERAGE_WITHIN),
        ("So với kỳ trước trong khoảng", RuleKind.CHANGE_WITHIN),
        ("So với các đơn vị khác trong khoảng", RuleKind.PEERS_WITHIN),
    )
)
LEVELS = Choice(
    (
        ("lỗi", Level.ERROR),
        ("cảnh báo", Level.WARNING),
        ("nhắc", Level.NOTE),
        ("nhắc nhở", Level.NOTE),
        ("lưu ý", Level.NOTE),
    )
)
WHEN_BLANK = Choice((("không kiểm tra", WhenBlank.SKIP), ("coi là 0", WhenBlank.ZERO), ("bằng 0", WhenBlank.ZERO)))
STYLES = Choice(
    (
        ("Cơ quan chủ quản", Style.SUPERIOR_BODY),
        ("Cơ quan ban hành", Style.ISSUING_BODY),
        ("Số ký hiệu", Style.NUMBER),
        ("Địa danh ngày tháng", Style.PLACE_AND_DATE),
        ("Tên loại", Style.TITLE),
        ("Trích yếu", Style.SUBJECT),
        ("Kính gửi", Style.ADDRESSEE),
        ("Đề mục I", Style.HEADING_1),
        ("Đề mục 1", Style.HEADING_2),
        ("Đề mục a", Style.HEADING_3),
        ("Đoạn văn", Style.BODY),
        ("Gạch đầu dòng", Style.ITEM),
        ("Chức vụ ký", Style.CAPACITY),
        ("Người ký", Style.SIGNER),
        ("Nơi nhận", Style.RECIPIENT),
        ("Bảng", Style.TABLE),
        ("Biểu đồ", Style.CHART),
        ("Phụ lục", Style.APPENDIX),
        ("Tên loại văn bản", Style.TITLE),
        ("Địa danh, ngày tháng năm", Style.PLACE_AND_DATE),
    )
)
DOCUMENTS = Choice(
    (
        ("báo cáo", Document.REPORT),
        ("thư đề nghị", Document.LETTER),
        ("lời nhắn", Document.MESSAGE),
        ("thư", Document.LETTER),
        ("tin nhắn", Document.MESSAGE),
    )
)

STATES = {
    When.NOW: "",
    When.PREVIOUS: "kỳ trước",
    When.LAST_YEAR: "cùng kỳ năm trước",
    When.YEAR_START: "đầu năm",
    When.PLAN: "kế hoạch",
}
"""What is said behind a figure's name where another state of it is meant."""

YES = ("x", "×", "✓", "✔", "có", "v", "1", "true")
NO = ("không", "-", "0", "false")
"""What a mark may be; an empty cell is no mark."""

# -- the sheets ----------------------------------------------------------------------------------------------------


class PropertyColumn:
    """Columns of the sheet Thông tin."""

    NAME = Column("Thuộc tính", Plain(), required=True, aliases=("Tên thuộc tính",))
    CONTENT = Column("Nội dung", Plain(), required=True, aliases=("Giá trị",))
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class Property:
    """Rows of the sheet Thông tin."""

    FORM_ID = Column("Mã bộ biểu mẫu", FORM_ID, required=True, aliases=("Mã biểu mẫu",))
    VERSION = Column("Phiên bản", Plain(), required=True)
    TITLE = Column("Tên bộ biểu mẫu", Plain(), aliases=("Tên biểu mẫu",))
    CLUSTER_NAME = Column("Tên Cụm", Plain(), required=True, aliases=("Tên Cụm thi đua",))
    CLUSTER_SHORT_NAME = Column("Tên gọi tắt", Plain(), required=True, aliases=("Tên gọi tắt của Cụm",))
    ISSUER = Column("Cơ quan ban hành", Plain())
    LEVEL = Column("Cấp", Plain())
    SKELETON = Column("Khung báo cáo", SKELETON)


class UnitColumn:
    """Columns of the sheet Đơn vị."""

    ID = Column("Mã", UNIT_ID, required=True, aliases=("Mã đơn vị",))
    NAME = Column("Tên đầy đủ", Plain(), required=True, aliases=("Tên đơn vị",))
    SHORT_NAME = Column("Tên gọi", Plain(), required=True, aliases=("Tên ngắn", "Tên gọi tắt"))
    KIND = Column("Loại", Plain(), aliases=("Loại đơn vị",))
    ALIASES = Column("Tên khác", Several())
    ORDER = Column("Thứ tự", Count())
    VALID_FROM = Column("Từ ngày", CalendarDay())
    VALID_TO = Column("Đến ngày", CalendarDay())
    PREDECESSORS = Column("Tiền thân", Several())
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class SheetColumn:
    """Columns of the sheet Biểu."""

    CODE = Column("Mã biểu", SHEET_CODE, required=True, aliases=("Mã",))
    NAME = Column("Tên trang", SHEET_NAME, required=True)
    TITLE = Column("Tiêu đề", Plain())
    KIND = Column("Loại biểu", SHEET_KINDS, required=True, aliases=("Loại",))
    PREPARER = Column("Người lập", PREPARERS, required=True, aliases=("Nơi lập",))
    OFFICE_FILE = Column("Tệp mẫu", FileName())
    OFFICE_SHEET = Column("Trang trong tệp mẫu", Plain())
    FIRST_ROW = Column("Dòng bắt đầu", RowNumber())
    LAST_ROW = Column("Dòng kết thúc", RowNumber())
    CODES = Column("Cột mã", ColumnLetters())
    LABELS = Column("Cột tên", ColumnLetters())
    FIGURES = Column("Cột số liệu", ColumnLetters())
    PLANS = Column("Cột kế hoạch", ColumnLetters())
    EARLIER = Column("Cột kỳ trước", ColumnLetters())
    UNIT_CELL = Column("Ô đơn vị", CellName())
    PERIOD_CELL = Column("Ô kỳ", CellName())
    MEASURE = Column("Đơn vị tính", Plain(), aliases=("ĐVT",))
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class IndicatorColumn:
    """Columns of the sheet Số liệu."""

    NUMBER = Column("STT", Plain(), aliases=("TT", "Số thứ tự"), is_idle=True)
    CODE = Column("Mã", INDICATOR_CODE, required=True, aliases=("Mã số liệu", "Mã chỉ tiêu"))
    SHEET = Column("Biểu", Plain(), required=True, aliases=("Mã biểu",))
    SECTION = Column("Mục", Plain())
    LABEL = Column("Tên số liệu", Plain(), required=True, aliases=("Tên chỉ tiêu", "Chỉ tiêu"))
    MEASURE = Column("Đơn vị tính", Plain(), aliases=("ĐVT",))
    KIND = Column("Loại số liệu", KINDS, required=True, aliases=("Loại",))
    REQUIRED = Column("Bắt buộc", Mark())
    PARENT = Column("Trong đó của", Plain(), aliases=("Trong đó",))
    EXHAUSTIVE = Column("Đủ phần", Mark())
    APPLIES_TO = Column("Áp dụng cho", Several())
    ADDING = Column("Cách cộng", ADDINGS)
    FORMULA = Column("Công thức", Formula())
    PLANNED = Column("Kế hoạch", Mark())
    LOWEST = Column("Từ", Amount())
    HIGHEST = Column("Đến", Amount())
    BETTER = Column("Chiều tốt", BETTERS)
    WAYS = Column("Cách viết", Ways())
    HEADLINE = Column("Nổi bật", Mark())
    ALIASES = Column("Tên khác", Several())
    GUIDE = Column("Hướng dẫn", Plain())
    OFFICE_ROW = Column("Dòng trong mẫu", RowNumber())
    ABOVE = Column("Mã cấp trên", INDICATOR_CODE, aliases=("Mã của cấp trên",))
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class TableColumn:
    """Columns of the sheet Danh sách."""

    SHEET = Column("Biểu", Plain(), required=True, aliases=("Mã biểu",))
    CODE = Column("Mã cột", COLUMN_CODE, required=True, aliases=("Mã",))
    LABEL = Column("Tên cột", Plain(), required=True)
    MEASURE = Column("Đơn vị tính", Plain(), aliases=("ĐVT",))
    KIND = Column("Loại cột", KINDS, required=True, aliases=("Loại",))
    REQUIRED = Column("Bắt buộc", Mark())
    ADDED = Column("Cộng", Mark())
    POSITION = Column("Cột trong mẫu", ColumnLetters())
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class RuleColumn:
    """Columns of the sheet Quy tắc."""

    CODE = Column("Mã", RULE_CODE, required=True, aliases=("Mã quy tắc",))
    KIND = Column("Loại quy tắc", RULE_KINDS, required=True, aliases=("Loại",))
    SUBJECT = Column("Số liệu", Formula(), required=True)
    AGAINST = Column("So với", Formula())
    LOWEST = Column("Từ", Amount())
    HIGHEST = Column("Đến", Amount())
    LEVEL = Column("Mức", LEVELS, required=True, aliases=("Mức độ",))
    WHEN_BLANK = Column("Khi trống", WHEN_BLANK)
    PERIODS = Column("Kỳ áp dụng", Periods(), aliases=("Kỳ",))
    MESSAGE = Column("Thông báo", Plain())
    INSTRUCTION = Column("Hướng dẫn", Plain())
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


class SentenceColumn:
    """Columns of the sheet Câu mẫu."""

    SECTION = Column("Mục", Plain())
    STYLE = Column("Kiểu đoạn", STYLES, required=True, aliases=("Kiểu",))
    TEXT = Column("Câu mẫu", Formula(), required=True, aliases=("Câu",))
    CONDITION = Column("Chỉ in khi", Formula())
    PERIODS = Column("Kỳ áp dụng", Periods(), aliases=("Kỳ",))
    DOCUMENT = Column("Văn bản", DOCUMENTS, is_idle=True)
    USED = Column("Dùng", Mark(), aliases=("Sử dụng",), is_idle=True)
    REMARK = Column("Ghi chú", Unread(), is_idle=True)


PROPERTIES = _columns_of(Property)

PROPERTY_PAGE = FormPage("Thông tin", _columns_of(PropertyColumn), aliases=("Thông tin chung",))
UNIT_PAGE = FormPage("Đơn vị", _columns_of(UnitColumn), aliases=("Danh sách đơn vị",))
SHEET_PAGE = FormPage("Biểu", _columns_of(SheetColumn), aliases=("Biểu mẫu", "Danh mục biểu"))
INDICATOR_PAGE = FormPage("Số liệu", _columns_of(IndicatorColumn), aliases=("Chỉ tiêu",))
LIST_PAGE = FormPage("Danh sách", _columns_of(TableColumn), is_optional=True)
RULE_PAGE = FormPage("Quy tắc", _columns_of(RuleColumn), aliases=("Quy tắc kiểm tra",))
SENTENCE_PAGE = FormPage("Câu mẫu", _columns_of(SentenceColumn), aliases=("Câu báo cáo",))

PAGES = (PROPERTY_PAGE, UNIT_PAGE, SHEET_PAGE, INDICATOR_PAGE, LIST_PAGE, RULE_PAGE, SENTENCE_PAGE)
"""The sheets of a form workbook, in their usual order."""

PASSED_OVER = ("hướng dẫn", "ghi chú", "giải thích")
"""How the name of a sheet begins that an office keeps in the workbook for itself."""
