"""A form workbook becomes a form."""

from datetime import date
from decimal import Decimal
from typing import Any

import drawing
from form_drawing import planted

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.expression import Call, Function, Literal, Operation, Operator, Reference, When
from ccbdesk.model.form import (
    Adding,
    Better,
    Document,
    Form,
    FormId,
    FormSheet,
    Indicator,
    Kind,
    Level,
    ListColumn,
    ListCount,
    ListSum,
    MatrixCell,
    Preparer,
    Rule,
    RuleCode,
    RuleKind,
    Sentence,
    SheetKind,
    Style,
    WhenBlank,
)
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.sentence import Bracket, Builtin, EachRow, EachUnit, Name, RowSlot, Slot, Way, Words
from ccbdesk.model.unit import CLUSTER, Unit, UnitId

UNITS = (
    Unit(UnitId("hai"), "Hội CCB TP Hai", "Hai", "thành phố", ("TP Hai", "H2"), 1),
    Unit(
        UnitId("mot"),
        "Hội CCB tỉnh Một",
        "Một",
        "tỉnh",
        ("Tỉnh Một",),
        2,
        date(2020, 1, 1),
        date(2030, 12, 31),
        ("Một cũ", "Hai cũ"),
    ),
)

B1, PK, M, NT = (SheetCode(code) for code in ("B1", "PK", "M", "NT"))

SHEETS = (
    FormSheet(B1, "Biểu 1", "Biểu số liệu", SheetKind.FIGURES, Preparer.UNIT),
    FormSheet(PK, "Phiếu kỳ", "Phiếu kỳ", SheetKind.FIGURES, Preparer.CLUSTER),
    FormSheet(M, "Biểu 2", "Biểu 2", SheetKind.MATRIX, Preparer.UNIT),
    FormSheet(NT, "Biểu 3", "Nhà tình nghĩa", SheetKind.LIST, Preparer.UNIT),
)

COLUMNS = (
    ListColumn(M, ColumnCode("nam"), "Nam", "", Kind.INTEGER, is_added=True),
    ListColumn(M, ColumnCode("nu"), "Nữ", "người", Kind.INTEGER, is_added=True),
    ListColumn(M, ColumnCode("ty_le"), "Tỷ lệ", "%", Kind.PERCENT),
    ListColumn(M, ColumnCode("nhan_xet"), "Nhận xét", "", Kind.TEXT),
    ListColumn(NT, ColumnCode("ten_ho"), "Tên hộ", "", Kind.TEXT, required=True),
    ListColumn(NT, ColumnCode("tien"), "Kinh phí", "triệu đồng", Kind.MONEY, is_added=True),
    ListColumn(NT, ColumnCode("ngay"), "Ngày xong", "", Kind.DAY),
)


def figure(code: str, when: When = When.NOW) -> Reference:
    return Reference(IndicatorCode(code), None, when)


MEMBERS = IndicatorCode("hoi_vien")
DEBT = IndicatorCode("du_no")

INDICATORS = (
    Indicator(
        MEMBERS,
        "Số hội viên",
        B1,
        section="I. Tổ chức",
        measure="người",
        kind=Kind.INTEGER,
        adding=Adding.SUM_STOCK,
        number="1",
        required=True,
        exhaustive=True,
        planned=True,
        lowest=Decimal(0),
        highest=Decimal(100_000),
        better=Better.UP,
        ways=(Way("so"),),
        headline=True,
        note="Cuối kỳ",
        aliases=("Hội viên",),
    ),
    Indicator(
        IndicatorCode("hv_nam"),
        "Nam",
        B1,
        section="I. Tổ chức",
        measure="người",
        adding=Adding.SUM_STOCK,
        number="1.1",
        parent=MEMBERS,
    ),
    Indicator(
        IndicatorCode("nu"),
        "Nữ",
        B1,
        section="I. Tổ chức",
        measure="người",
        adding=Adding.SUM_STOCK,
        number="1.2",
        parent=MEMBERS,
    ),
    Indicator(
        DEBT,
        "Dư nợ",
        B1,
        section="II. Vốn",
        measure="triệu đồng",
        kind=Kind.MONEY,
        adding=Adding.SUM_FLOW,
        number="2",
        applies_to=("mot", "tỉnh"),
        highest=Decimal("0.5"),
        better=Better.DOWN,
        ways=(Way("tron", ("100",)), Way("tien")),
    ),
    Indicator(
        IndicatorCode("qua_han"),
        "Nợ quá hạn",
        B1,
        section="II. Vốn",
        measure="triệu đồng",
        kind=Kind.MONEY,
        adding=Adding.LARGEST,
        number="2.1",
        parent=DEBT,
    ),
    Indicator(
        IndicatorCode("ty_le_nu"),
        "Tỷ lệ nữ",
        B1,
        measure="%",
        kind=Kind.PERCENT,
        adding=Adding.RATIO,
        number="3",
        formula=Operation(Operator.DIVIDE, figure("nu"), figure("hoi_vien")),
        highest=Decimal(100),
        ways=(Way("phan_tram", ("1",)),),
    ),
    Indicator(
        IndicatorCode("tang"),
        "Số tăng",
        B1,
        measure="người",
        kind=Kind.DECIMAL,
        adding=Adding.FORMULA,
        number="4",
        formula=Operation(Operator.SUBTRACT, figure("hoi_vien"), figure("hoi_vien", When.PREVIOUS)),
    ),
    Indicator(IndicatorCode("cach_lam"), "Cách làm hay", B1, kind=Kind.TEXT, adding=Adding.NOT_ADDED, number="5"),
    Indicator(
        IndicatorCode("noi_hop"), "Nơi họp", PK, kind=Kind.TEXT, adding=Adding.NOT_ADDED, number="6", required=True
    ),
    Indicator(
        IndicatorCode("ngay_hop"),
        "Ngày họp",
        PK,
        kind=Kind.DAY,
        adding=Adding.NOT_ADDED,
        number="7",
        ways=(Way("ngay"),),
    ),
    Indicator(IndicatorCode("chi_tieu"), "Chỉ tiêu", PK, measure="người", adding=Adding.NOT_ADDED, number="8"),
)


def cell_of_cells(column: str, label: str, **told: Any) -> Indicator:
    """Return what the row “Chi bộ” of the matrix is in a column."""
    row: dict[str, Any] = {
        "sheet": M,
        "section": "III. Đảng",
        "measure": "người",
        "kind": Kind.INTEGER,
        "adding": Adding.SUM_STOCK,
        "number": "9",
        "required": True,
        "exhaustive": True,
        "lowest": Decimal(0),
        "highest": Decimal(5000),
        "better": Better.UP,
        "ways": (Way("so"),),
        "note": "Theo sổ",
        "aliases": (f"Tổ đảng – {label}",),
        "source": MatrixCell(IndicatorCode("chi_bo"), "Chi bộ", ColumnCode(column)),
    }
    return Indicator(IndicatorCode(f"chi_bo_{column}"), f"Chi bộ – {label}", **(row | told))


def cell_of_new_members(column: str, label: str, **told: Any) -> Indicator:
    """Return what the row “Kết nạp mới”, a part of “Chi bộ”, is in a column."""
    row: dict[str, Any] = {
        "sheet": M,
        "section": "III. Đảng",
        "measure": "người",
        "kind": Kind.INTEGER,
        "number": "9.1",
        "parent": IndicatorCode(f"chi_bo_{column}"),
        "applies_to": ("mot",),
        "source": MatrixCell(IndicatorCode("moi"), "Kết nạp mới", ColumnCode(column)),
    }
    return Indicator(IndicatorCode(f"moi_{column}"), f"Kết nạp mới – {label}", **(row | told))


PERCENT: dict[str, Any] = {"measure": "%", "kind": Kind.PERCENT, "adding": Adding.NOT_ADDED}
WORDS: dict[str, Any] = {"measure": "", "kind": Kind.TEXT, "adding": Adding.NOT_ADDED}

MADE = (
    cell_of_cells("nam", "Nam"),
    cell_of_cells("nu", "Nữ"),
    cell_of_cells("ty_le", "Tỷ lệ", **PERCENT, exhaustive=False, ways=(Way("so"), Way("phan_tram"))),
    cell_of_cells("nhan_xet", "Nhận xét", **WORDS, exhaustive=False, lowest=None, highest=None, better=None, ways=()),
    Indicator(
        IndicatorCode("chi_bo"),
        "Chi bộ",
        M,
        section="III. Đảng",
        measure="người",
        adding=Adding.FORMULA,
        number="9",
        formula=Call(Function.SUM, (figure("chi_bo_nam"), figure("chi_bo_nu"))),
        better=Better.UP,
        ways=(Way("so"),),
        headline=True,
        note="Theo sổ",
        aliases=("Tổ đảng",),
    ),
    cell_of_new_members("nam", "Nam"),
    cell_of_new_members("nu", "Nữ"),
    cell_of_new_members("ty_le", "Tỷ lệ", **PERCENT, parent=None),
    cell_of_new_members("nhan_xet", "Nhận xét", **WORDS, parent=None),
    Indicator(
        IndicatorCode("moi"),
        "Kết nạp mới",
        M,
        section="III. Đảng",
        measure="người",
        adding=Adding.FORMULA,
        number="9.1",
        applies_to=("mot",),
        formula=Call(Function.SUM, (figure("moi_nam"), figure("moi_nu"))),
    ),
    Indicator(IndicatorCode("nt"), "Nhà tình nghĩa", NT, measure="mục", source=ListCount(NT)),
    Indicator(
        IndicatorCode("nt_tien"),
        "Nhà tình nghĩa – Kinh phí",
        NT,
        measure="triệu đồng",
        kind=Kind.MONEY,
        source=ListSum(NT, ColumnCode("tien")),
    ),
)

WRITTEN_RULES = (
    Rule(
        RuleCode("Q1"),
        RuleKind.ADDS_UP,
        figure("hoi_vien"),
        Operation(Operator.ADD, figure("hv_nam"), figure("nu")),
        level=Level.ERROR,
        when_blank=WhenBlank.ZERO,
        periods=("năm", "6t"),
        message="Chưa khớp",
        instruction="Xem lại",
    ),
    Rule(
        RuleCode("Q2"),
        RuleKind.NOT_MORE_THAN,
        figure("qua_han"),
        figure("du_no"),
        level=Level.WARNING,
        message="“Nợ quá hạn” không được lớn hơn “Dư nợ”",
    ),
    Rule(
        RuleCode("Q3"),
        RuleKind.NEEDS,
        figure("qua_han"),
        figure("du_no"),
        level=Level.NOTE,
        when_blank=WhenBlank.SKIP,
        periods=("quý",),
        message="Nếu “Nợ quá hạn” lớn hơn 0 thì “Dư nợ” cũng phải lớn hơn 0",
    ),
    Rule(
        RuleCode("Q4"),
        RuleKind.AVERAGE_WITHIN,
        figure("du_no"),
        figure("hoi_vien"),
        lowest=Decimal(1),
        highest=Decimal("5.5"),
        level=Level.WARNING,
        message="Bình quân (“Dư nợ” : “Số hội viên”) phải trong khoảng từ 1 đến 5,5",
    ),
    Rule(
        RuleCode("Q5"),
        RuleKind.CHANGE_WITHIN,
        figure("hoi_vien"),
        figure("hoi_vien", When.PREVIOUS),
        highest=Decimal(120),
        level=Level.WARNING,
        message="“Số hội viên” không được lớn hơn 120% số của kỳ trước",
    ),
    Rule(
        RuleCode("Q6"),
        RuleKind.HOLDS,
        Operation(Operator.GREATER_OR_EQUAL, figure("hoi_vien"), figure("hv_nam")),
        level=Level.ERROR,
        message="“Số hội viên” không được nhỏ hơn “Nam”",
    ),
    Rule(
        RuleCode("Q7"),
        RuleKind.PEERS_WITHIN,
        figure("nt_tien"),
        figure("nt"),
        lowest=Decimal(50),
        highest=Decimal(200),
        level=Level.NOTE,
        message=(
            "(“Nhà tình nghĩa – Kinh phí” : “Nhà tình nghĩa”) phải trong khoảng từ 50% đến 200% trung vị của các đơn vị"
        ),
    ),
    Rule(
        RuleCode("Q8"),
        RuleKind.NOT_MORE_THAN,
        figure("chi_bo"),
        figure("hoi_vien"),
        message="“Chi bộ” không được lớn hơn “Số hội viên”",
    ),
)

GENERATED_RULES = (
    Rule(
        RuleCode("DP_hoi_vien"),
        RuleKind.ADDS_UP,
        figure("hoi_vien"),
        Call(Function.SUM, (figure("hv_nam"), figure("nu"))),
        message="“Số hội viên” phải bằng tổng của (“Nam”; “Nữ”)",
        generated=True,
    ),
    Rule(
        RuleCode("TD_qua_han"),
        RuleKind.NOT_MORE_THAN,
        figure("qua_han"),
        figure("du_no"),
        message="“Nợ quá hạn” không được lớn hơn “Dư nợ”",
        generated=True,
    ),
    *(
        Rule(
            RuleCode(f"DP_chi_bo_{column}"),
            RuleKind.ADDS_UP,
            figure(f"chi_bo_{column}"),
            Call(Function.SUM, (figure(f"moi_{column}"),)),
            message=f"“Chi bộ – {label}” phải bằng tổng của (“Kết nạp mới – {label}”)",
            generated=True,
        )
        for column, label in (("nam", "Nam"), ("nu", "Nữ"))
    ),
)

SENTENCES = (
    Sentence("C2", Style.HEADING_1, (Words("Công tác tổ chức năm "), Name(Builtin.YEAR)), "I"),
    Sentence(
        "C3",
        Style.BODY,
        (
            Words("Toàn Cụm có "),
            Slot(figure("hoi_vien"), (Way("so"),)),
            Words(" hội viên"),
            Bracket(((Words(", dư nợ "), Slot(figure("du_no"), (Way("tien", ("ty", "1")),))),)),
            Words("."),
        ),
        "I",
        Operation(Operator.GREATER, figure("hoi_vien"), Literal(Decimal(0))),
        ("năm",),
    ),
    Sentence(
        "C4",
        Style.ITEM,
        (
            EachUnit((Name(Builtin.UNIT_SHORT_NAME), Words(" có "), Slot(figure("hoi_vien")), Words(" hội viên"))),
            Words("; họp "),
            Slot(figure("ngay_hop"), (Way("ngay"),)),
            Words(" tại "),
            Slot(figure("noi_hop")),
            Words("."),
        ),
        "I",
    ),
    Sentence(
        "C6",
        Style.BODY,
        (
            Words("Có "),
            Slot(figure("nt")),
            Words(" nhà, "),
            Slot(figure("nt_tien"), (Way("tien"),)),
            Words("; đảng viên nữ "),
            Slot(figure("chi_bo_nu")),
            Words("/"),
            Slot(figure("chi_bo")),
            Words(": "),
            EachRow(
                NT,
                (
                    RowSlot(ColumnCode("ten_ho")),
                    Words(" ("),
                    Name(Builtin.UNIT_SHORT_NAME),
                    Words(")"),
                    Bracket(((Words(", "), RowSlot(ColumnCode("tien"), (Way("tien", ("ty",)),))),)),
                ),
                first=5,
                last_joiner=" và ",
            ),
        ),
        "II",
        Operation(Operator.GREATER, figure("nt"), Literal(Decimal(0))),
    ),
    Sentence(
        "C7",
        Style.BODY,
        (
            EachUnit(
                (
                    Name(Builtin.UNIT_SHORT_NAME),
                    Words(": "),
                    Slot(figure("nt")),
                    Words(" nhà ("),
                    EachRow(NT, (RowSlot(ColumnCode("ten_ho")),)),
                    Words(")"),
                ),
                first=3,
                ranking=figure("nt_tien"),
            ),
        ),
        "II",
    ),
    Sentence(
        "C8",
        Style.TABLE,
        (
            EachRow(
                NT,
                (
                    RowSlot(ColumnCode("ten_ho")),
                    Words(" "),
                    RowSlot(ColumnCode("tien")),
                    Words(" "),
                    RowSlot(ColumnCode("ngay"), (Way("ngay"),)),
                ),
            ),
        ),
        "II",
    ),
    Sentence(
        "C9",
        Style.TABLE,
        (
            Slot(figure("hoi_vien")),
            Words(" "),
            Slot(figure("du_no"), (Way("tien", ("ty",)),)),
            Words(" "),
            Slot(figure("chi_bo_nam")),
        ),
        "II",
    ),
    Sentence(
        "C10",
        Style.CHART,
        (Words("Hội viên năm "), Name(Builtin.YEAR), Words(" "), Slot(figure("hoi_vien"))),
        "II",
    ),
    Sentence("C11", Style.APPENDIX, (Words("Số liệu "), Name(Builtin.PERIOD))),
    Sentence(
        "C12",
        Style.ADDRESSEE,
        (Words("Kính gửi "), Name(Builtin.UNIT_LIST), Words(", họp tại "), Slot(figure("noi_hop"))),
        condition=Operation(Operator.GREATER, figure("chi_tieu"), Literal(Decimal(0))),
        document=Document.LETTER,
    ),
    Sentence("C13", Style.BODY, (Words("Xin gửi số liệu "), Name(Builtin.PERIOD)), document=Document.MESSAGE),
)


def test_a_form_workbook_without_mistakes_is_the_form_it_shows() -> None:
    form = read_form(planted({}))

    assert form == Form(
        id=FormId("cum-thu"),
        version="2024.1",
        cluster=Unit(CLUSTER, "Cụm thi đua thử nghiệm", "Cụm thử"),
        units=UNITS,
        sheets=SHEETS,
        indicators=(*INDICATORS, *MADE),
        rules=(*WRITTEN_RULES, *GENERATED_RULES),
        sentences=SENTENCES,
        title="Báo cáo Cụm thử",
        level="tỉnh",
        issuer="Hội CCB",
        skeleton="bao-cao-ngan",
        columns=COLUMNS,
    )


SMALLEST = r"""
    Thông tin
    | Thuộc tính     | Nội dung |
    | Mã bộ biểu mẫu | f        |
    | Phiên bản      | 1        |
    | Tên Cụm        | Cụm      |
    | Tên gọi tắt    | Cụm      |

    Đơn vị
    | Mã | Tên đầy đủ | Tên gọi |
    | u  | Đơn vị U   | U       |
    | v  | Đơn vị V   | V       |

    Biểu
    | Mã biểu | Tên trang | Loại biểu    | Người lập |
    | B       | Biểu      | dòng số liệu | đơn vị    |
    | P       | Phiếu     | lời văn      | Cụm       |

    Số liệu
    | Mã | Biểu | Tên số liệu | Loại số liệu | Đơn vị tính |
    | a  | B    | A           | số nguyên    |             |
    | b  | B    | B           | phần trăm    |             |
    | c  | P    | C           | số thập phân |             |

    Quy tắc
    | Mã | Loại quy tắc | Số liệu | Mức |

    Câu mẫu
    | Kiểu đoạn | Câu mẫu |
"""


def test_what_is_left_out_is_what_the_docstrings_say() -> None:
    form = read_form(drawing.workbook(SMALLEST))

    a, b, c = (IndicatorCode(code) for code in "abc")
    sheet, own = SheetCode("B"), SheetCode("P")
    assert form == Form(
        FormId("f"),
        "1",
        Unit(CLUSTER, "Cụm", "Cụm"),
        (Unit(UnitId("u"), "Đơn vị U", "U", order=1), Unit(UnitId("v"), "Đơn vị V", "V", order=2)),
        (
            FormSheet(sheet, "Biểu", "Biểu", SheetKind.FIGURES, Preparer.UNIT),
            FormSheet(own, "Phiếu", "Phiếu", SheetKind.NARRATIVE, Preparer.CLUSTER),
        ),
        (
            Indicator(a, "A", sheet, kind=Kind.INTEGER, adding=Adding.SUM_FLOW),
            Indicator(b, "B", sheet, measure="%", kind=Kind.PERCENT, adding=Adding.NOT_ADDED),
            Indicator(c, "C", own, kind=Kind.DECIMAL, adding=Adding.NOT_ADDED),
        ),
        (),
        (),
        skeleton="bao-cao",
    )


SPELLED_OTHERWISE = r"""
    HƯỚNG DẪN
    | Trang này của văn phòng |

    câu  mẫu @ B4
    | CÂU MẪU | Ghi chú | kiểu |

    Quy tac kiểm tra
    | mức độ | LOẠI QUY TẮC | Mã | số liệu |

    CHỈ TIÊU @ C3
    | Danh mục số liệu | của | Cụm |
    |
    | đvt | Tên chỉ tiêu | loại số liệu (*) | Mã chỉ tiêu | Mã biểu |
    |
    |     | A            | SO NGUYEN        | a           | b       |
    |     |              |                  |             | " "     |
    |     | B            | Phần  trăm       | b           | B       |
    |     | C            | thập phân        | c           | P       |

    bieu
    | Người lập* | Loại biểu* | Tên trang* | Mã biểu*   |
    | ĐƠN VỊ     | Dòng số liệu | Biểu     | B          |
    | cụm        | Lời văn    | Phiếu      | P          |

    ĐƠN VỊ
    | Tên gọi | Tên đầy đủ | Mã |
    | U       | Đơn vị U   | u  |
    | V       | Đơn vị V   | v  |

    Thông tin chung
    | Nội dung | Thuộc tính       |
    | Cụm      | tên gọi tắt      |
    | Cụm      | TÊN CỤM          |
    | 1        | Phiên bản        |
    | f        | Mã bộ biểu mẫu : |

    Sheet1
"""


def test_names_and_headings_are_known_however_they_are_spelled_and_wherever_they_stand() -> None:
    form = read_form(drawing.workbook(SPELLED_OTHERWISE.replace("loại số liệu (*)", "loại số liệu")))

    assert form == read_form(drawing.workbook(SMALLEST))


def test_a_sheet_for_lists_may_be_there_and_empty() -> None:
    form = read_form(drawing.workbook(SMALLEST + "\n    Danh sách\n"))

    assert form == read_form(drawing.workbook(SMALLEST))


def test_the_code_of_a_generated_rule_is_never_longer_than_24_characters_nor_given_twice() -> None:
    book = planted(
        {
            "Số liệu!B9": "so_nguoi_lam_viec_muon_a",
            "Số liệu!G9": "số nguyên",
            "Số liệu!I9": "tang",
            "Số liệu!F9": "người",
            "Số liệu!B10": "so_nguoi_lam_viec_muon_b",
            "Số liệu!C10": "B1",
            "Số liệu!G10": "số nguyên",
            "Số liệu!I10": "tang",
            "Số liệu!F10": "người",
            "Câu mẫu!C4": "Hết.",
            "Câu mẫu!C12": "Hết.",
        }
    )

    form = read_form(book)

    assert isinstance(form, Form), form
    codes = [rule.code for rule in form.rules if rule.generated]
    assert codes == [
        "DP_hoi_vien",
        "TD_qua_han",
        "TD_so_nguoi_lam_vie_9ed0",
        "TD_so_nguoi_lam_vie_485a",
        "DP_chi_bo_nam",
        "DP_chi_bo_nu",
    ]
