"""Tests of the sentences of findings and questions: each read whole, as the clerk reads it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import office
import pytest

from ccbdesk.engine.checking.checking import check
from ccbdesk.model.expression import Reference
from ccbdesk.model.finding import (
    BadGrouping,
    CorrectionOvertaken,
    CutOffDiffers,
    DateInCell,
    DayMoved,
    ErrorInCell,
    FileLeftOut,
    FileRefused,
    FileReplaced,
    FileSetAside,
    Finding,
    FormulaWithoutResult,
    HiddenFigures,
    NotADay,
    NotANumber,
    NotOurForm,
    NotWhole,
    OtherVersion,
    OutOfBounds,
    OutsideLinks,
    Overtaken,
    ReadAs,
    ReceivedLate,
    RowOvertaken,
    RuleFailed,
    SameFileAgain,
    StateContradicts,
    TotalDiffers,
    UnitAbsent,
    UnitLeftOut,
    UnknownRow,
    VagueQuantity,
    ValueMissing,
    Where,
    WrongMeasure,
)
from ccbdesk.model.form import Kind, Rule, RuleCode, RuleKind
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.outcome import Outcome, Verdict, WhyNot
from ccbdesk.model.period import Milestone
from ccbdesk.model.question import (
    AmbiguousFigure,
    DoubtfulRow,
    OtherPeriod,
    Question,
    SameUnitTwice,
    UnknownUnit,
)
from ccbdesk.model.receipt import Refusal, Refused
from ccbdesk.model.remark import Remark
from ccbdesk.model.sentence import Way
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Exactness
from ccbdesk.wording.cells import required_words
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.questions import question_sentence
from ccbdesk.wording.rules import rule_words, why_not_evaluable

FORM = office.form("""
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        |
    | qua  | bieu | Suất quà    | suất        | số nguyên    | Cộng – phát sinh |
    | tien | bieu | Tiền quà    | triệu đồng  | tiền         | Cộng – phát sinh |
""")
FILE = Where(file="a.xlsx")
CELL = Where("a.xlsx", UnitId("u1"), "Biểu", "E7", IndicatorCode("qua"))
HEAD = "Một – trang “Biểu”, ô E7 “Suất quà”: "
RETURN = Where("a.xlsx", UnitId("u1"), "Biểu")


def seen(words: str) -> Where:
    return replace(CELL, seen=words)


SENTENCES: list[tuple[Finding, str]] = [
    (
        FileRefused(FILE, Refused(Refusal.EMPTY)),
        "Tệp “a.xlsx”: tệp rỗng (0 byte). Đề nghị đơn vị gửi lại.",
    ),
    (
        NotOurForm(FILE, ""),
        "Tệp “a.xlsx”: không theo biểu mẫu của Cụm nên chưa đưa vào tổng hợp. Đề nghị đơn vị gửi đúng biểu mẫu.",
    ),
    (
        NotOurForm(FILE, "khac-9"),
        "Tệp “a.xlsx”: là biểu mẫu của bộ khác (“khac-9”) nên chưa đưa vào tổng hợp. Đề nghị gửi đúng biểu mẫu.",
    ),
    (
        OtherVersion(Where("a.xlsx", UnitId("u1")), "1", "2"),
        "Một: dùng biểu mẫu phiên bản 1, bản đang dùng là 2. Các chỉ tiêu chung vẫn được đọc; "
        "đề nghị kiểm tra chỉ tiêu mới.",
    ),
    (FileLeftOut(FILE), "Tệp “a.xlsx”: đã được bỏ ra khỏi tổng hợp theo trả lời của người làm."),
    (SameFileAgain(FILE, "b.xlsx"), "Tệp “a.xlsx”: giống hệt tệp “b.xlsx” đã nhận nên chỉ dùng một lần."),
    (
        FileReplaced(FILE, "b.xlsx"),
        "Tệp “a.xlsx”: đã có tệp “b.xlsx” nhận sau nên không dùng; vẫn giữ làm bản trước.",
    ),
    (
        FileSetAside(FILE, "gửi nhầm kỳ trước."),
        "Tệp “a.xlsx”: đã được để riêng, không dùng: gửi nhầm kỳ trước. Tệp vẫn được giữ.",
    ),
    (
        ReceivedLate(Where("a.xlsx", UnitId("u1")), date(2023, 10, 6), date(2023, 10, 5)),
        "Một: tệp “a.xlsx” nhận ngày 06/10/2023, sau hạn ngày 05/10/2023. "
        "Nếu ngày nhận chưa đúng, đề nghị sửa lại ngày nhận.",
    ),
    (
        UnitLeftOut(Where(unit=UnitId("u3")), "mới thành lập"),
        "Ba: đã được bỏ ra khỏi kỳ này: mới thành lập. Số tổng hợp không gồm đơn vị này.",
    ),
    (
        CorrectionOvertaken(seen("169"), "167", "168"),
        f"{HEAD}đã sửa thành “168” khi trong tệp ghi “167”; nay ghi “169” nên dùng như trong tệp. "
        "Vẫn cần sửa thì sửa lại số này.",
    ),
    (
        CorrectionOvertaken(CELL, "167", "168"),
        f"{HEAD}đã sửa thành “168” khi trong tệp ghi “167”; nay để trống nên dùng như trong tệp. "
        "Vẫn cần sửa thì sửa lại số này.",
    ),
    (
        CorrectionOvertaken(seen("169"), "", "168"),
        f"{HEAD}đã sửa thành “168” khi trong tệp chưa có số; nay ghi “169” nên dùng như trong tệp. "
        "Vẫn cần sửa thì sửa lại số này.",
    ),
    (
        NotWhole(replace(seen("1,5"), is_corrected=True)),
        "Một – trang “Biểu”, ô E7 “Suất quà” (số đã sửa): ghi “1,5”. Phải là số nguyên; đề nghị kiểm tra và ghi lại.",
    ),
    (
        NotWhole(Where("", UnitId("u1"), "", "", IndicatorCode("qua"), "1,5", is_corrected=True)),
        "Một – “Suất quà” (số nhập tay): ghi “1,5”. Phải là số nguyên; đề nghị kiểm tra và ghi lại.",
    ),
    (
        OutsideLinks(Where("a.xlsm", UnitId("u1")), has_macros=True),
        "Một: có chứa macro. Chương trình không chạy macro; đề nghị gửi tệp kiểu .xlsx.",
    ),
    (
        OutsideLinks(Where("a.xlsx", UnitId("u1")), has_macros=False),
        "Một: lấy số liệu từ một tệp Excel khác, số đọc được là số khi lưu lần cuối. "
        "Đề nghị mở tệp bằng Excel, kiểm tra rồi lưu lại.",
    ),
    (
        HiddenFigures(RETURN, ("E7", "E9")),
        "Một – trang “Biểu”: có số liệu nằm ở dòng, cột hoặc trang bị ẩn (E7, E9). "
        "Số liệu ẩn vẫn được đọc; đề nghị bỏ ẩn và kiểm tra.",
    ),
    (
        UnknownRow(Where("a.xlsx", UnitId("u1"), "Biểu", "E9", None, "7"), "Suất quá", IndicatorCode("qua")),
        "Một – trang “Biểu”, ô E9: dòng “Suất quá” ghi “7” nhưng không có trong biểu mẫu nên không được tính. "
        "Có phải là “Suất quà”? Đề nghị ghi số vào đúng dòng của biểu mẫu.",
    ),
    (
        UnitAbsent(Where(unit=UnitId("u3"))),
        "Ba: chưa có báo cáo. Số tổng hợp của Cụm chưa gồm Ba.",
    ),
    (
        CutOffDiffers(Where("a.xlsx", UnitId("u1"), seen="31/12/2023"), "30/9/2023"),
        "Một: số liệu chốt đến ngày 31/12/2023, Cụm quy định đến ngày 30/9/2023. Đề nghị xác nhận số liệu với đơn vị.",
    ),
    (
        ValueMissing(CELL),
        f"{HEAD}còn để trống. {required_words(Kind.INTEGER)}",
    ),
    (
        ValueMissing(Where("a.xlsx", UnitId("u1"), "Mô hình", "B9")),
        "Một – trang “Mô hình”, ô B9: còn để trống. Nội dung này bắt buộc ghi; không có thì ghi x.",
    ),
    (
        StateContradicts(seen("12"), "chưa có số"),
        f"{HEAD}ghi “12” nhưng cột Tình trạng ghi “chưa có số”. "
        "Số liệu được giữ như đã ghi; đề nghị sửa lại một trong hai.",
    ),
    (
        ErrorInCell(seen("#REF!")),
        f"{HEAD}Excel báo lỗi #REF!. Ô này chưa có số liệu; đề nghị sửa công thức hoặc ghi số.",
    ),
    (
        FormulaWithoutResult(CELL),
        f"{HEAD}là công thức chưa có kết quả. Đề nghị mở tệp bằng Excel, lưu lại rồi gửi lại, hoặc ghi số.",
    ),
    (NotANumber(seen("nt")), f"{HEAD}ghi “nt”, không đọc được thành số. Đề nghị ghi lại bằng chữ số."),
    (
        BadGrouping(seen("50.700.00")),
        f"{HEAD}ghi “50.700.00”, dấu chấm hoặc dấu phẩy không đúng chỗ. Đề nghị ghi lại, ví dụ 1.234.567.",
    ),
    (NotWhole(seen("1,5")), f"{HEAD}ghi “1,5”. Phải là số nguyên; đề nghị kiểm tra và ghi lại."),
    (
        DateInCell(seen("05/7/2023")),
        f"{HEAD}là ngày tháng (05/7/2023) chứ không phải số liệu. Đề nghị ghi lại bằng chữ số.",
    ),
    (
        WrongMeasure(seen("100%"), "suất"),
        f"{HEAD}ghi “100%”, không đúng đơn vị tính của chỉ tiêu (suất). Đề nghị ghi lại.",
    ),
    (
        DayMoved(
            Where("p.xlsx", CLUSTER, "Phiếu kỳ", "E6", None, "10/10/2023"), Milestone.DEADLINE, date(2023, 10, 15)
        ),
        "Cụm thử – trang “Phiếu kỳ”, ô E6: ghi “10/10/2023”, Cụm đã đổi hạn gửi báo cáo thành 15/10/2023; dùng ngày đã "
        "đổi.",
    ),
    (
        RowOvertaken(Where("a.xlsx", UnitId("u1"), "Mô hình"), "Nuôi ong", Overtaken.GONE, "12"),
        "Một – trang “Mô hình”: đã sửa một ô của dòng “Nuôi ong” thành “12”; nay trong tệp không còn dòng này nên không "
        "dùng số đã sửa. Vẫn cần thì thêm dòng bằng tay.",
    ),
    (
        RowOvertaken(Where("a.xlsx", UnitId("u1"), "Mô hình", "B4", None, "Nuôi ong"), "Nuôi ong", Overtaken.THERE),
        "Một – trang “Mô hình”, ô B4: đã nhập tay dòng “Nuôi ong”; nay trong tệp đã có dòng này, ghi khác, nên dùng như "
        "trong tệp. Vẫn cần sửa thì sửa lại dòng này.",
    ),
    (
        RowOvertaken(Where("a.xlsx", UnitId("u1"), "Mô hình", "B4", None, "Nuôi ong"), "Nuôi ong", Overtaken.CHANGED),
        "Một – trang “Mô hình”, ô B4: đã bỏ dòng “Nuôi ong”; nay trong tệp dòng này ghi khác nên vẫn tính. Vẫn cần bỏ "
        "thì bỏ lại.",
    ),
    (
        VagueQuantity(seen("hàng trăm")),
        f"{HEAD}ghi “hàng trăm”, không phải số liệu nên không cộng vào số tổng. Đề nghị ghi số cụ thể.",
    ),
    (
        VagueQuantity(replace(seen("hàng trăm"), unit=CLUSTER)),
        "Cụm thử – trang “Biểu”, ô E7 “Suất quà”: ghi “hàng trăm”, không phải số liệu nên chỉ in đúng chữ đã ghi. "
        "Đề nghị ghi số cụ thể.",
    ),
    (
        VagueQuantity(replace(seen("hàng trăm"), indicator=None)),
        "Một – trang “Biểu”, ô E7: ghi “hàng trăm”, không phải số liệu nên chỉ in đúng chữ đã ghi. Đề nghị ghi số cụ thể.",
    ),
    (
        OutOfBounds(seen("-5"), Decimal(0), None),
        f"{HEAD}ghi “-5”. Phải là số không âm; đề nghị kiểm tra và ghi lại.",
    ),
    (
        OutOfBounds(seen("105"), Decimal(0), Decimal(100)),
        f"{HEAD}ghi “105”. Phải là số từ 0 đến 100; đề nghị kiểm tra và ghi lại.",
    ),
    (
        TotalDiffers(seen("1.250"), office.number("1250"), office.number("1240.5")),
        f"{HEAD}dòng tổng ghi 1.250, cộng lại được 1.240,5. Đề nghị kiểm tra các số thành phần và dòng tổng.",
    ),
    (
        TotalDiffers(seen("1.250"), office.number("1250"), office.number("1240.5"), is_formula=True),
        (
            f"{HEAD}dòng tổng ghi 1.250, cộng lại được 1.240,5. "
            "Chương trình dùng các số thành phần; đề nghị kiểm tra công thức của dòng tổng."
        ),
    ),
    (
        NotADay(seen("mồng mười")),
        f"{HEAD}ghi “mồng mười”, không đọc được thành ngày. Đề nghị ghi theo kiểu ngày/tháng/năm, ví dụ 10/10/2023.",
    ),
]


@pytest.mark.parametrize(("finding", "sentence"), SENTENCES, ids=lambda value: type(value).__name__)
def test_a_finding_says_where_what_and_what_to_do(finding: Finding, sentence: str) -> None:
    assert finding_sentence(FORM, finding) == sentence


def test_a_figure_that_only_others_are_asked_for_is_not_said_to_be_unknown() -> None:
    form = office.form("""
        | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Áp dụng cho |
        | qua  | bieu | Suất quà    | suất        | số nguyên    |             |
        | tuan | bieu | Lần tuần tra | lần        | số nguyên    | u2          |
    """)
    finding = UnknownRow(Where("a.xlsx", UnitId("u1"), "Biểu", "E9", None, "7"), "Lần tuần tra", IndicatorCode("tuan"))

    assert finding_sentence(form, finding) == (
        "Một – trang “Biểu”, ô E9: dòng “Lần tuần tra” ghi “7” nhưng đơn vị này không phải ghi số liệu đó, "
        "nên không được tính. Nếu đơn vị có nhiệm vụ này, thêm đơn vị vào cột Áp dụng cho ở trang Số liệu của "
        "bộ biểu mẫu."
    )


def test_every_kind_of_finding_is_read_here_or_with_the_rules_and_remarks() -> None:
    read = {type(finding).__name__ for finding, _ in SENTENCES} | {"RuleFailed", "ReadAs"}

    assert read == {kind.__name__ for kind in get_args(Finding)}


@pytest.mark.parametrize("remark", Remark)
def test_a_figure_read_otherwise_than_letter_by_letter_says_how(remark: Remark) -> None:
    finding = ReadAs(seen("~12"), "suất", office.number("12"), (remark,))

    told = finding_sentence(FORM, finding)

    assert told.startswith(f"{HEAD}ghi “~12”, được hiểu là 12 (")
    assert told.endswith("). Nếu không đúng, đề nghị ghi lại.")


def test_a_figure_as_reported_keeps_its_qualifier() -> None:
    value = replace(office.number("200"), exactness=Exactness.OVER)
    finding = ReadAs(seen("trên 200"), "suất", value, (Remark.APPROXIMATE,))

    assert finding_sentence(FORM, finding) == (
        f"{HEAD}ghi “trên 200”, được hiểu là trên 200 (giữ nguyên chữ ghi kèm số). Nếu không đúng, đề nghị ghi lại."
    )


def test_what_was_read_is_told_unrounded_however_the_report_writes_it() -> None:
    rounded = replace(FORM.indicator(IndicatorCode("qua")), ways=(Way("tron", ("100",)),))
    form = replace(FORM, indicators=(rounded, *FORM.indicators[1:]))
    finding = ReadAs(seen("1 258"), "suất", office.number("1258"), (Remark.SPACE_GROUPED,))

    assert "được hiểu là 1.258 (" in finding_sentence(form, finding)


RULES = {
    "| A01 | Cộng lại bằng | qua | tien + 1 | | | lỗi | | | Hai số không khớp. | Kiểm tra lại |": (
        "ghi 4, cộng lại được 3, lệch 1 (“Suất quà” = 4; “Tiền quà” = 2). Hai số không khớp. Kiểm tra lại."
    ),
    "| A02 | Không lớn hơn | qua | tien | | | lỗi | | | Quà không được nhiều hơn tiền | |": (
        "4 lớn hơn 2 (“Suất quà” = 4; “Tiền quà” = 2). Quà không được nhiều hơn tiền."
    ),
    "| A04 | Có A phải có B | qua | tien - 2 | | | lỗi | | | Có quà mà không có tiền. | |": (
        "ghi 4 nhưng số đi kèm là 0 (“Suất quà” = 4; “Tiền quà” = 2). Có quà mà không có tiền."
    ),
    "| M02 | Bình quân A/B trong khoảng | qua | tien | 0,5 | 1,5 | cảnh báo | | | Quà quá nhiều. | Xem đơn vị tính. |": (
        "bình quân 2, ngoài khoảng từ 0,5 đến 1,5 (“Suất quà” = 4; “Tiền quà” = 2). Quà quá nhiều. Xem đơn vị tính."
    ),
    "| B01 | Biểu thức | qua < tien | | | | nhắc | | | Quà phải ít hơn tiền. | |": (
        "“Suất quà” = 4; “Tiền quà” = 2. Quà phải ít hơn tiền."
    ),
}


@pytest.mark.parametrize(("rule", "sentence"), RULES.items())
def test_a_failed_rule_says_its_figures_and_the_words_of_the_form(rule: str, sentence: str) -> None:
    form = office.form(
        """
        | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        |
        | qua  | bieu | Suất quà    | suất        | số nguyên    | Cộng – phát sinh |
        | tien | bieu | Tiền quà    | triệu đồng  | tiền         | Cộng – phát sinh |
        """,
        rule,
    )
    (submission,) = office.returns(form, "| mã | u1 |\n| qua | 4 |\n| tien | 2 |")

    (found,) = check(form, submission).findings

    assert isinstance(found, RuleFailed)
    assert finding_sentence(form, found) == f"Một – trang “Biểu”, ô E6 “Suất quà”: {sentence}"
    assert sentence.endswith(rule_words(found.rule))


def test_a_unit_far_from_the_others_reads_its_average_their_median_and_its_share() -> None:
    rule = Rule(
        RuleCode("P01"),
        RuleKind.PEERS_WITHIN,
        Reference(IndicatorCode("tien")),
        Reference(IndicatorCode("qua")),
        Decimal(20),
        Decimal(500),
        message="Bình quân một suất quà khác xa các đơn vị khác",
        instruction="Xem lại đơn vị tính.",
    )
    values = (
        (Reference(IndicatorCode("tien")), office.number("50")),
        (Reference(IndicatorCode("qua")), office.number("4")),
    )
    found = RuleFailed(seen("4"), rule, office.number("12.5"), office.number("80"), values)
    alone = replace(found, rule=replace(rule, against=None, highest=None))

    assert finding_sentence(FORM, found) == (
        f"{HEAD}bình quân 12,5, trung vị của các đơn vị 80, bằng 15,6%, ngoài khoảng từ 20 đến 500% "
        "(“Tiền quà” = 50; “Suất quà” = 4). "
        "Bình quân một suất quà khác xa các đơn vị khác. Xem lại đơn vị tính."
    )
    assert finding_sentence(FORM, alone).startswith(
        f"{HEAD}ghi 12,5, trung vị của các đơn vị 80, bằng 15,6%, nhỏ hơn 20% ("
    )


@pytest.mark.parametrize(
    ("message", "instruction", "words"),
    [
        ("Không khớp", "Xem lại.", "Không khớp. Xem lại."),
        ("Có đúng không?", "", "Có đúng không?"),
        ("", " Xem lại ", "Xem lại."),
        ("", "", ""),
    ],
)
def test_a_rules_words_are_its_message_and_instruction_each_ended(message: str, instruction: str, words: str) -> None:
    rule = Rule(
        RuleCode("A"), RuleKind.HOLDS, Reference(IndicatorCode("qua")), message=message, instruction=instruction
    )

    assert rule_words(rule) == words


@pytest.mark.parametrize("why_not", WhyNot)
def test_every_reason_for_not_judging_is_said(why_not: WhyNot) -> None:
    outcome = Outcome(RuleCode("A"), UnitId("u1"), Verdict.NOT_EVALUABLE, why_not, (IndicatorCode("qua"),))

    assert (
        why_not_evaluable(FORM, outcome)
        == {
            WhyNot.FIGURE_MISSING: "thiếu số liệu: “Suất quà”",
            WhyNot.NO_EARLIER_PERIOD: "chưa có số liệu kỳ trước để so sánh",
            WhyNot.NOT_ENOUGH_EARLIER: "không đủ số liệu so sánh",
            WhyNot.OTHER_DAYS: "kỳ đã lưu không nối liền với kỳ này nên không so sánh được",
            WhyNot.OTHER_LENGTH: "kỳ đã lưu dài ngắn khác kỳ này nên không so sánh được",
            WhyNot.SPLIT_PREDECESSOR: "đơn vị cũ chia cho nhiều đơn vị nên không so sánh được",
            WhyNot.DIVISION_BY_ZERO: "số chia bằng 0",
            WhyNot.ONLY_ESTIMATES: "có số ước nên không đối chiếu chính xác được",
            WhyNot.TOO_FEW_FIGURES: "chưa đủ 5 số liệu để so với kỳ trước",
            WhyNot.TOO_FEW_UNITS: "chưa đủ 3 đơn vị có số liệu để so sánh",
        }[why_not]
    )


ID = QuestionId("id")
QUESTIONS: list[tuple[Question, str]] = [
    (
        AmbiguousFigure(ID, seen("4.093"), "tỷ", (office.number("4093"), office.number("4.093"))),
        f"{HEAD}ghi “4.093”, có thể hiểu là 4.093 tỷ hay 4,093 tỷ. "
        "Đề nghị xác nhận; khi chưa xác nhận thì coi là chưa có số.",
    ),
    (
        UnknownUnit(ID, FILE, (), (UnitId("u1"),)),
        "Tệp “a.xlsx”: chưa rõ là tệp của đơn vị nào (trong tệp không ghi tên đơn vị). Đề nghị chọn đơn vị.",
    ),
    (
        UnknownUnit(ID, FILE, ("u1", "xã Hai"), (UnitId("u1"), UnitId("u2"))),
        "Tệp “a.xlsx”: chưa rõ là tệp của đơn vị nào (trong tệp ghi: Một, xã Hai). Đề nghị chọn đơn vị.",
    ),
    (
        OtherPeriod(ID, Where("a.xlsx", UnitId("u1")), "2022", "2023"),
        "Một: ghi kỳ báo cáo 2022, đang tổng hợp kỳ 2023. Đề nghị xác nhận trước khi dùng tệp này.",
    ),
    (
        SameUnitTwice(ID, Where(unit=UnitId("u1")), (("a.xlsx", "11"), ("b.xlsx", "22"))),
        "Một: có 2 tệp khác nhau (“a.xlsx”, “b.xlsx”). Đề nghị chọn tệp dùng để tổng hợp.",
    ),
    (
        DoubtfulRow(
            ID,
            Where("a.xlsx", UnitId("u1"), "Biểu", "E9", None, "7"),
            "Tiền quà",
            (IndicatorCode("qua"), IndicatorCode("tien")),
        ),
        "Một – trang “Biểu”, ô E9: dòng “Tiền quà” ghi “7”, mã và tên chỉ tiêu không khớp nhau hoặc bị lặp. "
        "Đề nghị chọn đúng chỉ tiêu: “Suất quà” hay “Tiền quà”.",
    ),
]


@pytest.mark.parametrize(("question", "sentence"), QUESTIONS, ids=lambda value: type(value).__name__)
def test_a_question_says_what_is_in_doubt_and_what_to_choose_from(question: Question, sentence: str) -> None:
    assert question_sentence(FORM, question) == sentence


def test_every_kind_of_question_is_read_here() -> None:
    assert {type(question) for question, _ in QUESTIONS} == set(get_args(Question))
