"""Tests of the paper on which a unit confirms its figures."""

from dataclasses import replace
from datetime import date

import office
import pytest

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.confirming.confirming import confirm
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.finding import FileLeftOut, Finding, Where
from ccbdesk.model.form import Form
from ccbdesk.model.origin import IndicatorCode, QuestionId
from ccbdesk.model.question import AmbiguousFigure, Question
from ccbdesk.model.report import Figure, Paragraph, Report, Run, Table
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId

FIGURES = """
    | STT | Mã  | Biểu | Mục   | Tên số liệu | Đơn vị tính | Loại số liệu | Bắt buộc | Kế hoạch |
    | 1   | a   | bieu | I. Một | Ngày công  | công        | số nguyên    | x        | x        |
    | 2   | b   | bieu | I. Một | Suất quà   | suất        | số nguyên    | x        |          |
    | 3   | c   | bieu | II. Hai | Nhà       | nhà         | số nguyên    |          |          |
    | 4   | d   | bieu | II. Hai | Đường     | km          | số nguyên    |          |          |
    | 5   | e   | bieu | II. Hai | Ngày họp  |             | ngày         |          |          |
    | 6   | loi | bieu | II. Hai | Cách làm  |             | lời văn      |          |          |
"""
U1 = UnitId("u1")
NONE: tuple[Question, ...] = ()


def paper(
    form: Form, submission: Submission, findings: tuple[Finding, ...] = (), questions: tuple[Question, ...] = NONE
) -> Report:
    """Return the paper of the one return that is in."""
    merged = consolidate(form, office.PERIOD, (submission,), (), Basis("basis"))
    return confirm(merged, submission.unit, findings, questions)


def lines(report: Report) -> list[str]:
    """Return the paper as it is read, a line a paragraph or a row of its table."""
    return [line for block in report.blocks for line in _lines(block)]


def _lines(block: object) -> list[str]:
    match block:
        case Paragraph():
            return [_text(block.runs)]
        case Table():
            return [" | ".join(_text(cell.runs) for cell in row) for row in block.rows]
        case _:
            raise AssertionError(block)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.shown if isinstance(run, Figure) else run.text for run in runs)


def rows(report: Report) -> list[str]:
    """Return the rows of the paper's table below its head."""
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    return _lines(table)[1:]


def test_a_paper_tells_what_was_read_and_what_the_unit_typed() -> None:
    form = office.form(FIGURES)
    (submission,) = office.returns(form, "| | u1 |\n| a | trên 1.200 |\n| b | 30 |\n| c | x |\n| d | |")

    assert lines(paper(form, replace(submission, cut_off=date(2023, 9, 30)))) == [
        "CỤM THỬ SỐ 1",
        "………, ngày …… tháng …… năm ………",
        "PHIẾU XÁC NHẬN SỐ LIỆU",
        "Hội xã Một",
        "Năm 2023, số liệu tính đến ngày 30 tháng 9 năm 2023",
        "Cụm thử đã nhận tệp “u1.xlsx” và đọc được số liệu dưới đây. Đơn vị đối chiếu từng dòng: đúng thì ghi x ở cột “Xác nhận”, chưa đúng thì ghi lại số đúng; ký và gửi lại Cụm.",
        "TT | Chỉ tiêu | Đơn vị tính | Số liệu đã nhận | Đơn vị ghi | Xác nhận",
        "I. Một",
        "1 | Ngày công | công | trên 1.200 | trên 1.200 | ",
        "2 | Suất quà | suất | 30 | 30 | ",
        "II. Hai",
        "3 | Nhà | nhà | x | x | ",
        "4 | Đường | km | chưa có số |  | ",
        "Nội dung đề nghị đơn vị trả lời hoặc kiểm tra",
        "Chưa có trong tệp: Ngày họp.",
        "- Cụm thử;",
        "- Lưu: đơn vị.",
        "XÁC NHẬN CỦA ĐƠN VỊ",
        "(Ký tên, đóng dấu)",
    ]


def test_the_letterhead_is_that_of_the_forms_report() -> None:
    form = office.form(FIGURES, sentences="| | Cơ quan ban hành | CỤM SỐ 1\\nVĂN PHÒNG | |\n| | Đoạn văn | Hết. | |")
    (submission,) = office.returns(form, "| | u1 |\n| a | 1 |")

    assert lines(paper(form, submission))[:2] == ["CỤM SỐ 1", "VĂN PHÒNG"]


def test_a_planned_figure_has_a_row_of_its_own() -> None:
    form = office.form(FIGURES)
    (submission,) = office.returns(form, "| | u1 |\n| a | 450 |\n| a~ke_hoach | 400 |")

    assert rows(paper(form, submission))[:3] == [
        "I. Một",
        "1 | Ngày công | công | 450 | 450 | ",
        " | Ngày công – kế hoạch | công | 400 | 400 | ",
    ]


def test_required_figures_that_are_missing_are_named_together_and_once() -> None:
    form = office.form(FIGURES)
    (submission,) = office.returns(form, "| | u1 |\n| a | |\n| c | 1 |\n| d | 2 |")
    found = check(form, submission).findings

    assert rows(paper(form, submission, found))[-3:] == [
        "Nội dung đề nghị đơn vị trả lời hoặc kiểm tra",
        "Bắt buộc mà chưa có: Ngày công; Suất quà. Không phát sinh thì ghi 0, không có nhiệm vụ thì ghi x.",
        "Chưa có trong tệp: Ngày họp.",
    ]


def test_only_what_concerns_the_unit_is_asked_and_its_name_is_not_repeated() -> None:
    form = office.form(
        FIGURES.replace(
            "| 5   | e   | bieu | II. Hai | Ngày họp  |             | ngày         |          |          |", ""
        )
    )
    (submission,) = office.returns(form, "| | u1 |\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| d | 1,5 |")
    mine, others = (Where("t.xlsx", UnitId(unit), "Biểu", "E9", IndicatorCode("d"), "1,500") for unit in ("u1", "u2"))
    asked = (
        AmbiguousFigure(QuestionId("q1"), mine, "km", (office.number("1500"), office.number("1.5"))),
        AmbiguousFigure(QuestionId("q2"), others, "km", (office.number("1500"), office.number("1.5"))),
    )

    assert rows(paper(form, submission, (FileLeftOut(others),), asked))[-2:] == [
        "Nội dung đề nghị đơn vị trả lời hoặc kiểm tra",
        "Trang “Biểu”, ô E9 “Đường”: ghi “1,500”, có thể hiểu là 1.500 km hay 1,5 km. Đề nghị xác nhận; khi chưa xác nhận thì coi là chưa có số.",
    ]


def test_beyond_a_dozen_remarks_are_counted() -> None:
    form = office.form(FIGURES)
    (submission,) = office.returns(form, "| | u1 |\n| a | 1 |")
    found = tuple(FileLeftOut(Where(f"{number}.xlsx", U1)) for number in range(20))
    told = rows(paper(form, submission, found))

    assert (told[-1], len(told)) == ("Còn 9 nội dung khác ở trang “Kiểm tra” của sổ tổng hợp.", 2 + 1 + 12 + 1)


def test_where_nothing_is_open_the_paper_says_so() -> None:
    form = office.form("| Mã | Biểu | Tên số liệu | Loại số liệu |\n| a | bieu | A | số nguyên |")
    (submission,) = office.returns(form, "| | u1 |\n| a | 1 |")

    assert rows(paper(form, submission))[-1] == "Không có nội dung nào phải hỏi lại đơn vị"


def test_a_unit_whose_return_is_not_in_has_no_paper() -> None:
    form = office.form(FIGURES)

    with pytest.raises(KeyError):
        confirm(consolidate(form, office.PERIOD, (), (), Basis("basis")), U1, (), ())
