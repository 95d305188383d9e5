"""Days that were moved: sentences and papers print them, and where the period sheet says another day it is said."""

from datetime import date

import office
import pytest
from deciding import decided
from returning import drawn

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.submissions.moving import milestones_of
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.book import TextCell
from ccbdesk.model.decision import Act, Corrected, Moved, Revoked
from ccbdesk.model.finding import DayMoved, Finding, NotADay, UnitAbsent, Where
from ccbdesk.model.form import Form
from ccbdesk.model.origin import DecisionId, IndicatorCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.report import Figure
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import Day
from ccbdesk.operations.check import Checked, decide
from ccbdesk.operations.open_form import open_form

FIGURES = """
    | STT | Mã   | Biểu  | Tên số liệu       | Loại số liệu | Bắt buộc | Tên khác          |
    | 1   | a    | bieu  | Hội viên          | số nguyên    |          |                   |
    | 1   | han  | phieu | Hạn gửi báo cáo   | ngày         | x        |                   |
    | 2   | hop  | phieu | Ngày họp giao ban | ngày         |          |                   |
    | 3   | chot | phieu | Khóa sổ           | ngày         |          | Ngày chốt số liệu |
    | 4   | noi  | phieu | Nơi họp           | lời văn      | x        |                   |
"""
SENTENCES = """
    | | Đoạn văn | Gửi trước {han\\|ngay}. | |
    | | Đoạn văn | Họp ngày {hop\\|ngay}. | |
    | | Đoạn văn | Chốt ngày {chot\\|ngay}, {ngay_chot}. | |
"""
FORM = office.form(FIGURES, sentences=SENTENCES)
HAN = IndicatorCode("han")


def sheet(han: str = "10/10/2023", hop: str = "20/10/2023", closed: str = "30/9/2023") -> Arrival:
    """Return the period sheet filled in: the days in column C, from row 5 on."""
    return drawn(
        "phieu.xlsx",
        f"""
        Phiếu kỳ
        | Đơn vị báo cáo: | Cụm thử số 1 |
        | Kỳ báo cáo: | "Năm 2023" |
        | Ngày chốt số liệu: | "{closed}" |
        | Mã | Chỉ tiêu | Số liệu |
        | han | Hạn gửi báo cáo | "{han}" |
        | hop | Ngày họp giao ban | "{hop}" |
        | chot | Khóa sổ | "{closed}" |
        | noi | Nơi họp | Hội trường |
        """,
    )


def moved(milestone: Milestone, day: int) -> Moved:
    return Moved(milestone, date(2023, 11, day))


def got_from(*acts: Act, files: tuple[Arrival, ...] = (sheet(),), form: Form = FORM) -> Checked:
    return decide(form, office.PERIOD, files, settle(decided(*acts), office.PERIOD))


def printed(got: Checked) -> list[str]:
    paragraphs = draft(got.merged, {}).paragraphs
    return ["".join(run.shown if isinstance(run, Figure) else run.text for run in each.runs) for each in paragraphs]


def said(got: Checked) -> list[Finding]:
    return [each for each in got.checks.findings if not isinstance(each, UnitAbsent)]


ALL = (moved(Milestone.DEADLINE, 1), moved(Milestone.MEETING, 2), moved(Milestone.CUT_OFF, 3))


def test_sentences_print_the_moved_days() -> None:
    assert printed(got_from()) == ["Gửi trước 10/10/2023.", "Họp ngày 20/10/2023.", "Chốt ngày 30/9/2023, 30/9/2023."]
    assert printed(got_from(*ALL)) == [
        "Gửi trước 01/11/2023.",
        "Họp ngày 02/11/2023.",
        "Chốt ngày 03/11/2023, 03/11/2023.",
    ]


def test_of_every_day_that_the_sheet_says_otherwise_it_is_said() -> None:
    def at(cell: str, code: str, seen: str) -> Where:
        return Where("phieu.xlsx", CLUSTER, "Phiếu kỳ", cell, IndicatorCode(code), seen)

    assert said(got_from()) == []
    assert said(got_from(*ALL)) == [
        DayMoved(at("C5", "han", "10/10/2023"), Milestone.DEADLINE, date(2023, 11, 1)),
        DayMoved(at("C6", "hop", "20/10/2023"), Milestone.MEETING, date(2023, 11, 2)),
        DayMoved(at("C7", "chot", "30/9/2023"), Milestone.CUT_OFF, date(2023, 11, 3)),
    ]


def test_a_sheet_that_says_it_only_above_its_figures_is_told_of_there() -> None:
    rows = [line for line in FIGURES.splitlines() if "chot" not in line]
    form = office.form("\n".join(rows))

    assert said(got_from(moved(Milestone.CUT_OFF, 3), form=form))[0] == DayMoved(
        Where("phieu.xlsx", CLUSTER, seen="30/9/2023"), Milestone.CUT_OFF, date(2023, 11, 3)
    )


def test_a_sheet_that_says_the_moved_day_needs_no_word() -> None:
    assert said(got_from(moved(Milestone.DEADLINE, 1), files=(sheet(han="1/11/2023"),))) == []


def test_what_was_wrong_with_the_cell_is_settled() -> None:
    unreadable = sheet(han="mồng mười")

    assert [type(each) for each in said(got_from(files=(unreadable,)))] == [NotADay]
    assert [type(each) for each in said(got_from(moved(Milestone.DEADLINE, 1), files=(unreadable,)))] == [DayMoved]


def test_the_workbook_keeps_what_the_sheet_says_beside_the_moved_day() -> None:
    got = got_from(moved(Milestone.DEADLINE, 1))
    sources = next(each for each in plan_book(got.merged, got.checks).sheets if each.name == "Nguồn số liệu")
    row = next(each.row for each in sources.cells if isinstance(each.cell, TextCell) and each.cell.text == "han")
    said_there = [each.cell.text for each in sources.cells if each.row == row and isinstance(each.cell, TextCell)]

    assert "10/10/2023" in said_there
    assert "01/11/2023" in said_there
    assert "sửa theo quyết định đổi ngày của An" in said_there


def test_before_the_sheet_is_in_the_moved_day_is_printed_and_nothing_is_missed() -> None:
    got = got_from(moved(Milestone.MEETING, 2), files=())

    assert printed(got)[1] == "Họp ngày 02/11/2023."
    assert said(got) == []


def test_the_last_decision_about_a_day_holds() -> None:
    put_right = Corrected(CLUSTER, HAN, "10/10/2023", "5/11/2023", "điện thoại")

    def day(*acts: Act) -> object:
        own = got_from(*acts).merged.own
        return own.value(HAN) if own else None

    assert day(put_right, moved(Milestone.DEADLINE, 1)) == Day(date(2023, 11, 1))
    assert day(moved(Milestone.DEADLINE, 1), put_right) == Day(date(2023, 11, 5))
    assert day(moved(Milestone.DEADLINE, 1), moved(Milestone.DEADLINE, 9)) == Day(date(2023, 11, 9))
    assert day(moved(Milestone.DEADLINE, 1), Revoked(DecisionId(1))) == Day(date(2023, 10, 10))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Ngày họp", "Ngày họp trù bị"), "Ngày họp"),
        (("Ngày họp trù bị", "Ngày họp chính thức"), None),
        (("Ngày họp giao ban",), "Ngày họp giao ban"),
        (("Ngày ký",), None),
    ],
)
def test_a_day_is_known_by_its_name(labels: tuple[str, ...], expected: str | None) -> None:
    rows = "\n".join(f"| n{number} | phieu | {label} | ngày |" for number, label in enumerate(labels))
    form = office.form(f"| Mã | Biểu | Tên số liệu | Loại số liệu |\n| a | bieu | Hội viên | số nguyên |\n{rows}")

    assert [indicator.label for _, indicator in milestones_of(form)] == ([expected] if expected else [])


@pytest.mark.parametrize(("form", "known"), [("tw-3", 2), ("lak-3", 3), ("mttq-lang-son", 2)])
def test_the_forms_that_ship_ask_for_days_that_can_be_moved(form: str, known: int) -> None:
    with Reader() as reader:
        assert len(list(milestones_of(open_form(form, reader)))) == known
