"""Tests of the cluster workbook's plan: the whole sheet Tổng hợp is drawn, with its live formulas and what they show."""

import office
from book_drawing import drawn, named

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.book import Book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.finding import ErrorInCell, Finding, Where
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId

FIGURES = """
    | STT | Mã    | Biểu | Mục | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng      | Công thức | Áp dụng cho |
    | 1   | to    | bieu | A   | Tổ          | tổ          | số nguyên    | Cộng – cuối kỳ |           |             |
    | 2   | no    | bieu | A   | Dư nợ       | triệu đồng  | tiền         | Cộng – cuối kỳ |           |             |
    |     | bq    | bieu | A   | Bình quân   | triệu đồng  | số thập phân | Tỷ lệ          | no/to     |             |
    | 3   | cao   | bieu | B   | Cao nhất    | điểm        | số nguyên    | Lớn nhất       |           |             |
    | 4   | ty_le | bieu | B   | Tự đánh giá | %           | phần trăm    | Không cộng     |           |             |
    | 5   | rieng | bieu | B   | Riêng       | lần         | số nguyên    | Cộng – phát sinh |         | u2          |
"""
COMPLETE = """
    | mã    | u1 | u2      | u3   |
    | to    | 3  | 4       | 5    |
    | no    | 9  | trên 20 | 0,25 |
    | cao   | 7  | 9       | 8    |
    | ty_le | 98 | 97,5    | 100  |
    | rieng |    | 6       |      |
"""
INCOMPLETE = """
    | mã  | u1 | u3        |
    | to  | 3  |           |
    | no  | 9  | 20        |
    | cao | 1  | hàng trăm |
"""


def merged(table: str, findings: tuple[Finding, ...] = ()) -> Consolidation:
    form = office.form(FIGURES)
    return consolidate(form, office.PERIOD, office.returns(form, table), findings, Basis("b"))


def book(consolidation: Consolidation) -> Book:
    return plan_book(consolidation, Checks((), (), ()))


def test_every_total_is_live_and_shows_its_result() -> None:
    assert drawn(book(merged(COMPLETE)), "Tổng hợp", 5) == [
        "Mã | TT | Chỉ tiêu | Đơn vị tính | Một | Hai | Ba | Toàn Cụm | Số đơn vị có số",
        "A",
        'to | 1 | Tổ | tổ | 3 | 4 | 5 | =IF(COUNT(E7:G7)=0,"……",SUM(E7:G7)) → 12 | =COUNT(E7:G7)&"/3" → 3/3',
        (
            "no | 2 | Dư nợ | triệu đồng | 9 | trên 20 | 0.25 | "
            '=IF(COUNT(E8:G8)=0,"……",SUM(E8:G8)) → trên 29.25 | =COUNT(E8:G8)&"/3" → 3/3'
        ),
        (
            "bq |  | Bình quân | triệu đồng | =N(E8)/N(E7) → 3 | =N(F8)/N(F7) → trên 5 | =N(G8)/N(G7) → 0.05 | "
            '=IFERROR(H8/H7,"……") → trên 2.4375 | '
        ),
        "B",
        'cao | 3 | Cao nhất | điểm | 7 | 9 | 8 | =IF(COUNT(E11:G11)=0,"……",MAX(E11:G11)) → 9 | =COUNT(E11:G11)&"/3" → 3/3',
        'ty_le | 4 | Tự đánh giá | % | 98 | 97.5 | 100 | không cộng | =COUNT(E12:G12)&"/3" → 3/3',
        'rieng | 5 | Riêng | lần | x | 6 | x | =IF(COUNT(E13:G13)=0,"……",SUM(E13:G13)) → 6 | =COUNT(E13:G13)&"/1" → 1/1',
    ]


def test_what_is_missing_is_dots_and_a_ratio_leaves_out_whoever_lacks_a_part_of_it() -> None:
    error = ErrorInCell(Where(unit=UnitId("u1"), indicator=IndicatorCode("cao")))

    planned = book(merged(INCOMPLETE, (error,)))

    assert drawn(planned, "Tổng hợp", 1)[:3] == [
        "Bảng tổng hợp số liệu năm 2023",
        "Tạm tính, 2/3 đơn vị; chưa có báo cáo của Hai.",
        "Cụm thử số 1",
    ]
    assert drawn(planned, "Tổng hợp", 7) == [
        'to | 1 | Tổ | tổ | 3 | ……? | ……? | =IF(COUNT(E7:G7)=0,"……",SUM(E7:G7)) → 3? | =COUNT(E7:G7)&"/3" → 1/3?',
        'no | 2 | Dư nợ | triệu đồng | 9 | ……? | 20 | =IF(COUNT(E8:G8)=0,"……",SUM(E8:G8)) → 29? | =COUNT(E8:G8)&"/3" → 2/3?',
        (
            "bq |  | Bình quân | triệu đồng | =N(E8)/N(E7) → 3 | …… | …… | "
            '=IFERROR(SUMPRODUCT(ISNUMBER(E8:G8)*ISNUMBER(E7:G7),E8:G8)/SUMPRODUCT(ISNUMBER(E8:G8)*ISNUMBER(E7:G7),E7:G7),"……")'
            " → 3? | "
        ),
        "B",
        (
            "cao | 3 | Cao nhất | điểm | 1! | ……? | hàng trăm? | "
            "=IF(MAX(E11:G11)=0,G11,MAX(E11:G11)) → hàng trăm? | "
            '=(COUNT(E11:G11)+COUNTIF(E11:G11,"hàng trăm"))&"/3" → 1/3?'
        ),
        'ty_le | 4 | Tự đánh giá | % | ……? | ……? | ……? | không cộng | =COUNT(E12:G12)&"/3" → 0/3?',
        'rieng | 5 | Riêng | lần | x | ……? | x | =IF(COUNT(E13:G13)=0,"……",SUM(E13:G13)) → ……? | =COUNT(E13:G13)&"/1" → 0/1?',
    ]


def test_every_figure_has_its_place_by_name() -> None:
    found = places(merged(COMPLETE))

    assert {name: found[name] for name in ("to", "to@u1", "bq@u3", "rieng")} == {
        "to": "Tổng hợp!H7",
        "to@u1": "Tổng hợp!E7",
        "bq@u3": "Tổng hợp!G9",
        "rieng": "Tổng hợp!H13",
    }


def test_where_all_returns_are_in_nothing_is_called_provisional() -> None:
    planned = book(merged(COMPLETE))

    assert {sheet.notice for sheet in planned.sheets} == {""}
    assert drawn(planned, "Tổng hợp", 1)[:2] == ["Bảng tổng hợp số liệu năm 2023", "Cụm thử số 1"]


def test_while_a_return_is_not_in_every_sheet_says_so_at_its_head_and_on_every_page() -> None:
    notice = "Tạm tính, 2/3 đơn vị; chưa có báo cáo của Hai."

    planned = book(merged(INCOMPLETE))

    visible = [sheet for sheet in planned.sheets if not sheet.is_hidden]
    assert {sheet.notice for sheet in visible} == {notice}
    assert {drawn(planned, sheet.name, 2)[0] for sheet in visible} == {notice}
    assert [sheet.name for sheet in visible] == ["Tổng hợp", "Kiểm tra", "Một", "Ba", "Nguồn số liệu"]


def test_parts_of_a_figure_fold_away_beneath_it() -> None:
    figures = """
        | Mã  | Biểu | Tên số liệu | Loại số liệu | Trong đó của | Cách cộng        |
        | nha | bieu | Nhà         | số nguyên    |              | Cộng – phát sinh |
        | xay | bieu | Xây         | số nguyên    | nha          | Cộng – phát sinh |
        | sua | bieu | Sửa         | số nguyên    | nha          | Cộng – phát sinh |
    """
    planned = book(consolidate(office.form(figures), office.PERIOD, (), (), Basis("b")))

    assert named(planned, "Tổng hợp").outlined_rows == (8, 9)


def test_every_figure_names_file_sheet_cell_and_digest_and_a_missing_one_says_so() -> None:
    assert drawn(book(merged(INCOMPLETE)), "Nguồn số liệu", 4)[:5] == [
        "to | Tổ | u1 | Một | 3 | tổ | 3 | có | u1.xlsx | Biểu | E6 |  | E7 | u1",
        "to | Tổ | u2 | Hai |  | tổ |  | chưa gửi báo cáo |  |  |  |  |  | ",
        "to | Tổ | u3 | Ba | chưa có số | tổ |  | chưa có số | u3.xlsx | Biểu | E6 |  | G7 | u3",
        "no | Dư nợ | u1 | Một | 9 | triệu đồng | 9 | có | u1.xlsx | Biểu | E7 |  | E8 | u1",
        "no | Dư nợ | u2 | Hai |  | triệu đồng |  | chưa gửi báo cáo |  |  |  |  |  | ",
    ]


def test_the_sheet_of_checks_tells_findings_rules_run_and_rules_not_evaluated() -> None:
    rules = """
        | A02 | Không lớn hơn   | to | cao       |    |     | lỗi      | | | Tổ nhiều hơn điểm. | |
        | X05 | So với kỳ trước | no | no~truoc  | 70 | 130 | cảnh báo | | | | |
    """
    form = office.form(FIGURES, rules)
    submissions = office.returns(form, "| mã | u1 | u2 |\n| to | 3 | 9 |\n| cao | 5 | 5 |")
    checked = [check(form, submission) for submission in submissions]
    findings = tuple(found for one in checked for found in one.findings)
    outcomes = tuple(outcome for one in checked for outcome in one.outcomes)
    consolidation = consolidate(form, office.PERIOD, submissions, findings, Basis("b"))

    planned = plan_book(consolidation, Checks(findings, (), outcomes))

    assert [line.rstrip(" |") for line in drawn(planned, "Kiểm tra", 4)] == [
        "Lỗi, cảnh báo, nhắc",
        (
            "Lỗi | A02 | Hai | 9 | Hai – trang “Biểu”, ô E6 “Tổ”: 9 lớn hơn 5 (“Tổ” = 9; “Cao nhất” = 5). "
            "Tổ nhiều hơn điểm. | u2.xlsx | Biểu | E6"
        ),
        "Câu hỏi chưa trả lời",
        "Không có.",
        "Quy tắc đã chạy",
        "Quy tắc |  | Một |  | Đã chạy 2 quy tắc: đạt 1, không đạt 0, chưa đánh giá được 1.",
        "Quy tắc |  | Hai |  | Đã chạy 2 quy tắc: đạt 0, không đạt 1, chưa đánh giá được 1.",
        "Quy tắc chưa đánh giá được",
        "Quy tắc | X05 | Một, Hai |  | Chưa có số liệu kỳ trước để so sánh.",
    ]
