"""The story of half a year that leads into its year: targets set against results, who leads next, and the year after."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import desk
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

SAMPLE = desk.ROOT / "sample_workbooks" / "tw-1-2024-6t"
CLEAN = SAMPLE / "clean"
LEADER, OWN = "son_la", "cum"
Typed = Mapping[str, str | int | None]


@pytest.fixture(scope="module")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what is made of the half year's clean files."""
    out = tmp_path_factory.mktemp("half")
    assert desk.ccbdesk("merge", CLEAN, "--out", out).status == 0
    return out


def typed_into(path: Path, changes: Typed) -> None:
    """Type figures into a return, beside their codes."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for code in changes.keys() & {cell.value for cell in sheet["A"]}:
            desk.figure_cell(sheet, str(code)).value = changes[str(code)]
    book.save(path)


def reported(sheet: Worksheet) -> dict[str, Any]:
    """Return what stands beside the codes of a sheet."""
    codes = [str(cell.value) for cell in sheet["A"] if cell.value and "_" in str(cell.value)]
    return {code: value for code in codes if (value := desk.figure_cell(sheet, code).value) is not None}


def of_the_year(folder: Path, unit: str, changes: Typed) -> None:
    """Fill in a unit's return of the year with what it reported of the half year, but for some changes."""
    half = openpyxl.load_workbook(CLEAN / f"tw-1_2024-6t_{unit}.xlsx")
    asked = folder / f"tw-1_2024_{unit}.xlsx"
    typed_into(asked, reported(half.worksheets[0]) | dict(changes))


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Return the folder with the templates of the year."""
    folder = tmp_path / "year"
    assert desk.ccbdesk("templates", "tw-1", "--period", "2024", "--out", folder, "--cut-off", "2024-12-31").status == 0
    return folder


def warned(folder: Path, half_year: Path) -> dict[str, str]:
    """Return the rules about year and half year that do not hold, with the figure each is about."""
    files = [path for path in folder.glob("*.xlsx") if path.stem.endswith((LEADER, OWN))]
    answer = desk.ccbdesk("check", *files, "--earlier", half_year, "--json").json
    assert (answer["period"], answer["questions"]) == ("2024", [])
    found = [each for each in answer["findings"] if each["code"].startswith("N") and each["unit"] == LEADER]
    assert {each["level"] for each in found} <= {"warning"}
    return {each["code"]: each["indicator"] for each in found}


def test_a_year_that_reports_no_less_than_its_half_is_not_asked_about_it(year: Path, half_year: Path) -> None:
    of_the_year(year, LEADER, {"ket_nap_moi": 871})

    assert warned(year, half_year) == {}


def test_a_year_that_reports_less_than_its_half_must_explain_it(year: Path, half_year: Path) -> None:
    of_the_year(year, LEADER, {"ket_nap_moi": 385, "suat_qua_tien": 700})

    assert warned(year, half_year) == {"N01": "ket_nap_moi", "N07": "suat_qua_tien"}


def test_the_report_of_the_year_speaks_of_the_year_to_come(year: Path, tmp_path: Path) -> None:
    of_the_year(year, OWN, {"cum_truong": "Hội CCB tỉnh Lào Cai", "cum_truong_ky_sau": "Hội CCB tỉnh Điện Biên"})
    of_the_year(year, LEADER, {})

    desk.ccbdesk("merge", year, "--out", tmp_path / "out")

    printed = desk.paragraphs(desk.report_in(tmp_path / "out"))
    assert "nhiệm vụ, giải pháp năm 2025" in " ".join(printed)
    assert "Các đơn vị thống nhất Hội CCB tỉnh Điện Biên làm Cụm trưởng năm 2025." in printed
    assert any("Cụm trưởng năm 2024 là Hội CCB tỉnh Lào Cai." in paragraph for paragraph in printed)


def test_host_and_leaders_of_now_and_next_are_told_apart(half_year: Path) -> None:
    printed = " ".join(desk.paragraphs(desk.report_in(half_year)))

    assert "Cụm trưởng 6 tháng đầu năm 2024 là Hội CCB tỉnh Sơn La." in printed
    assert "đơn vị đăng cai là Hội CCB tỉnh Sơn La." in printed
    assert "thống nhất Hội CCB tỉnh Lào Cai làm Cụm trưởng 6 tháng cuối năm 2024." in printed


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("trên 90%", "chỉ tiêu trên 90%, đã đạt."),
        ("91% trở lên", "chỉ tiêu 91% trở lên, đã đạt; còn Lai Châu (90,8%) chưa đạt."),
        ("trên 92%", "chỉ tiêu trên 92%, chưa đạt; còn Điện Biên (91,1%), Lai Châu (90,8%), Lào Cai (91,5%) chưa đạt."),
        (None, "bằng 91,6%."),
    ],
)
def test_a_result_is_set_against_its_target_as_the_target_was_written(
    tmp_path: Path, target: str | None, said: str
) -> None:
    folder = tmp_path / "files"
    shutil.copytree(CLEAN, folder)
    typed_into(folder / "tw-1_2024-6t_cum.xlsx", {"ty_le_to_chuc_guong_mau": target})

    merged = desk.ccbdesk("merge", folder, "--out", tmp_path / "out")

    assert merged.status == (0 if target else 1)
    (line,) = (
        paragraph
        for paragraph in desk.paragraphs(desk.report_in(tmp_path / "out"))
        if paragraph.startswith("- Tổ chức Hội trực thuộc: ")
    )
    assert line.endswith(said), line
