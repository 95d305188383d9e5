"""The story of the traps in a received file: none of them ever becomes a blank, a zero or a wrong figure."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import desk
import openpyxl
import pytest
from openpyxl.cell.cell import Cell

SENDER = "tw-3_2023_bac_kan.xlsx"
KILLER = Path(__file__).parents[1] / "broken_files" / "kills_the_reader.xlsx"


@pytest.fixture
def received(tmp_path: Path) -> Path:
    return Path(shutil.copytree(desk.CLEAN, tmp_path / "received"))


def spoil(received: Path, code: str, change: Callable[[Cell], None]) -> None:
    """Change the cell of a figure in the file of Bắc Kạn."""
    book = openpyxl.load_workbook(received / SENDER)
    change(desk.figure_cell(book["Biểu số liệu"], code))
    book.save(received / SENDER)


def checked(received: Path) -> desk.Result:
    return desk.ccbdesk("check", received, "--json")


def figure(result: desk.Result, code: str, unit: str | None = "bac_kan") -> Any:
    (found,) = (f for f in result.json["figures"] if (f["indicator"], f["unit"]) == (code, unit))
    return found


def errors(result: desk.Result) -> list[tuple[str, str, str]]:
    return [(f["code"], f["unit"], f["indicator"]) for f in result.json["findings"] if f["level"] == "error"]


def test_an_error_cell_is_an_error_and_no_figure(received: Path) -> None:
    def refer_to_nothing(cell: Cell) -> None:
        cell.value = "#REF!"
        cell.data_type = "e"

    spoil(received, "ngay_cong", refer_to_nothing)
    result = checked(received)

    assert (result.status, errors(result)) == (1, [("T13", "bac_kan", "ngay_cong")])
    assert figure(result, "ngay_cong")["value"] is None
    assert figure(result, "ngay_cong", None)["value"] == "149182"
    assert figure(result, "ngay_cong", None)["coverage"] == {"counted": 5, "expected": 6, "missing": ["bac_kan"]}


def test_a_formula_without_a_result_is_an_error_and_no_figure(received: Path) -> None:
    def calculate_later(cell: Cell) -> None:
        cell.value = "=SUM(15000,617)"

    spoil(received, "ngay_cong", calculate_later)
    result = checked(received)

    assert (result.status, errors(result)) == (1, [("T12", "bac_kan", "ngay_cong")])
    assert (figure(result, "ngay_cong")["value"], figure(result, "ngay_cong", None)["value"]) == (None, "149182")


def test_98_percent_in_a_percent_row_is_98(received: Path) -> None:
    def format_as_percent(cell: Cell) -> None:
        cell.value, cell.number_format = 0.98, "0%"

    spoil(received, "ty_le_co_so_tot", format_as_percent)
    result = checked(received)

    assert (result.status, errors(result)) == (0, [])
    assert (figure(result, "ty_le_co_so_tot")["value"], figure(result, "ty_le_co_so_tot")["text"]) == ("98", "98%")


def test_a_bare_0_98_in_a_percent_row_is_asked_about(received: Path) -> None:
    def type_a_fraction(cell: Cell) -> None:
        cell.value, cell.number_format = 0.98, "General"

    spoil(received, "ty_le_co_so_tot", type_a_fraction)
    result = checked(received)

    (question,) = result.json["questions"]
    assert (result.status, question["seen"], question["choices"]) == (1, "0,98", ["98", "0.98", "bo_qua"])
    assert figure(result, "ty_le_co_so_tot")["value"] is None


def test_a_file_that_kills_the_reader_costs_one_verdict(received: Path, tmp_path: Path) -> None:
    shutil.copy(KILLER, received / SENDER)

    result = desk.ccbdesk("merge", received, "--out", tmp_path / "out", "--json")

    messages = [str(f["message"]) for f in result.json["findings"] if f["level"] == "error"]
    assert (result.status, result.json["absent"]) == (1, ["bac_kan"])
    assert messages == [
        f"Tệp “{SENDER}”: tệp làm bộ đọc dừng đột ngột, các tệp khác không sao. Mở bằng Excel, lưu tệp mới rồi nhận lại."
    ]
    assert figure(result, "ngay_cong", None)["value"] == "149182"
    assert [unit["id"] for unit in result.json["units"] if unit["state"] == "received"] == [
        "cao_bang",
        "thai_nguyen",
        "lang_son",
        "bac_ninh",
        "bac_giang",
    ]


def test_a_file_that_names_no_unit_is_asked_about(received: Path) -> None:
    book = openpyxl.load_workbook(received / SENDER)
    del book["_meta"]
    for sheet in book.worksheets:
        place = next(cell for row in sheet.iter_rows(max_row=6) for cell in row if "Bắc Kạn" in str(cell.value))
        place.value = None
    book.save(received / "bieu.xlsx")
    (received / SENDER).unlink()

    result = checked(received)

    (question,) = result.json["questions"]
    assert (result.status, result.json["absent"], question["unit"]) == (1, ["bac_kan"], None)
    assert question["message"] == (
        "Tệp “bieu.xlsx”: chưa rõ là tệp của đơn vị nào (trong tệp không ghi tên đơn vị). Đề nghị chọn đơn vị."
    )
    assert question["choices"][-1] == "bo_qua"


def test_a_file_of_another_period_is_asked_about_and_used_when_that_is_said(received: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(received / SENDER)
    stamp = book["_meta"]
    (period,) = (row[1] for row in stamp.iter_rows() if row[0].value == "ky")
    period.value = "2022"
    book.save(received / SENDER)

    asked = checked(received)
    (question,) = asked.json["questions"]
    answers = tmp_path / "answers.json"
    answers.write_text(f'{{"{question["id"]}": "2023"}}', encoding="utf-8")
    settled = desk.ccbdesk("check", received, "--answers", answers, "--json")

    assert (asked.status, question["choices"], figure(asked, "ngay_cong", None)["value"]) == (
        1,
        ["2023", "bo_qua"],
        "149182",
    )
    assert (settled.status, figure(settled, "ngay_cong", None)["value"]) == (0, "164799")
