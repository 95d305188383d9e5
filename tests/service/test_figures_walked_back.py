"""A figure walked back: from the report, or by its name, to each unit's part and the cell it stands in."""

import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from serving_here import SAMPLE, Service, begun

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures import Mark
from ccbdesk.service.requests.desk import LeaveOut
from ccbdesk.service.requests.figures import ListFigures, LookUp, ShowFigure
from ccbdesk.service.requests.report import ShowReport
from ccbdesk.service.requests.returns import Fill, Filled

WORKDAYS = IndicatorCode("ngay_cong")


def test_every_figure_of_a_report_can_be_walked_back(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    paper = serving.ask(ShowReport(desk.table)).paper
    assert paper is not None

    for figure in paper.figures():
        picture = serving.ask(ShowFigure(desk.table, figure.tag, figure.text))

        assert (picture.value, picture.title != "", picture.groups != ()) == (figure.text, True, True)
        assert all(group.parts or group.rule for group in picture.groups), figure.tag


def test_a_total_is_made_of_every_units_cell(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)

    picture = serving.ask(LookUp(desk.table, WORKDAYS))

    (group,) = picture.groups
    assert (picture.title, picture.value) == ("Ngày công lao động", "164.799 ngày công")
    assert (group.coverage.mark, group.coverage.words) == (Mark.GOOD, "Đủ 6/6 đơn vị")
    assert [part.name for part in group.parts] == [
        "Cao Bằng",
        "Bắc Kạn",
        "Thái Nguyên",
        "Lạng Sơn",
        "Bắc Ninh",
        "Bắc Giang",
    ]
    last = group.parts[-1]
    assert (last.value, last.status.words, last.note) == ("38.427", "Có trong số tổng", "")
    assert last.cell is not None
    (path,) = (path for path in (SAMPLE / "clean").rglob("*.xlsx") if path.name == last.cell.file_name)
    assert openpyxl.load_workbook(path)[last.cell.sheet][last.cell.cell].value == 38427
    assert picture.copied.splitlines()[:2] == ["Ngày công lao động\t164.799 ngày công", "Cao Bằng\t24.362"]


def whole(cells: str) -> str:
    """Return one cell as openpyxl takes several."""
    return cells if ":" in cells else f"{cells}:{cells}"


def test_the_cells_of_many_figures_hold_what_is_told(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    paper = serving.ask(ShowReport(desk.table)).paper
    assert paper is not None
    books = {path.name: openpyxl.load_workbook(path) for path in (SAMPLE / "clean").glob("*.xlsx")}

    seen = 0
    for figure in list(paper.figures())[::20]:
        for group in serving.ask(ShowFigure(desk.table, figure.tag, figure.text)).groups:
            for part in group.parts:
                if part.cell is not None and re.fullmatch(r"[\d.]+", part.value):
                    cells = books[part.cell.file_name][part.cell.sheet][whole(part.cell.cell)]
                    held = sum(Decimal(str(cell.value)) for row in cells for cell in row)
                    assert held == Decimal(part.value.replace(".", "")), (figure, part)
                    seen += 1
    assert seen > 50


def test_a_computed_figure_is_told_with_its_rule_and_what_it_is_made_of(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    report = serving.ask(ShowReport(desk.table)).paper
    assert report is not None
    quotient = next(figure for figure in report.figures() if figure.text == "92,9%")

    picture = serving.ask(ShowFigure(desk.table, quotient.tag, quotient.text))

    assert picture.value == "92,9%"
    assert " : " in picture.expression + "".join(group.rule for group in picture.groups)
    assert sum(bool(group.parts) for group in picture.groups) >= 2


def test_a_unit_left_out_and_one_put_right_say_so(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    first, second = (unit.id for unit in desk.units if not unit.is_own and unit.name in ("Cao Bằng", "Bắc Kạn"))
    serving.ask(LeaveOut(desk.table, first, "mới thành lập"))
    serving.ask(Fill(desk.table, second, (Filled(WORKDAYS, "15.618"),), "điện thoại"))

    (group,) = serving.ask(LookUp(desk.table, WORKDAYS)).groups

    found = {part.name: part for part in group.parts}
    assert (found["Cao Bằng"].status.mark, found["Cao Bằng"].value) == (Mark.LEFT_OUT, "")
    assert (found["Bắc Kạn"].value, found["Bắc Kạn"].note) == ("15.618", "Đã sửa từ “15.617”, theo điện thoại")
    assert (group.coverage.mark, group.coverage.words) == (
        Mark.WARNING,
        "Mới có 5/6 đơn vị, thiếu số của Cao Bằng",
    )


def test_all_figures_of_the_form_are_listed_with_their_totals(serving: Service, tmp_path: Path) -> None:
    lines = serving.ask(ListFigures(begun(serving, tmp_path).table))

    assert len(lines) > 90
    assert ("Ngày công lao động", "164.799 ngày công") in [(line.label, line.value) for line in lines]


@pytest.mark.parametrize("tag", ["", "ccb:2023/khong_co#abcde", "khac"])
def test_what_the_form_does_not_know_is_a_sentence(serving: Service, tmp_path: Path, tag: str) -> None:
    desk = begun(serving, tmp_path)

    assert serving.fail(ShowFigure(desk.table, tag, "1")).sentence
