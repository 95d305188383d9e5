"""The story of a template: written, saved by LibreOffice, filled in, and read back figure by figure."""

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import desk
import openpyxl
import pytest

from ccbdesk import resources


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    words = ("templates", "tw-3", "--period", "2024-6t", "--cut-off", "2024-06-15", "--out", folder)
    assert desk.ccbdesk(*words).status == 0
    return folder


def fill(path: Path) -> dict[str, str]:
    """Type the sample's figures of Lạng Sơn into a return; return them by code."""
    with (desk.SAMPLE / "figures.tsv").open(encoding="utf-8", newline="") as file:
        figures = {row["ma"]: row["lang_son"] for row in csv.DictReader(file, delimiter="\t")}
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    typed = {
        str(cells[0].value): desk.figure_cell(sheet, str(cells[0].value))
        for cells in sheet.iter_rows(min_row=8)
        if figures.get(str(cells[0].value)) and cells[3].value
    }
    for code, cell in typed.items():
        cell.value = Decimal(figures[code])
    book.save(path)
    return {code: figures[code] for code in typed}


@pytest.mark.libreoffice
def test_a_template_that_libreoffice_saved_is_read_back(templates: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    subprocess.run(
        [*words, str(templates / "tw-3_2024-6t_lang_son.xlsx")], check=True, capture_output=True, timeout=120
    )
    typed = fill(tmp_path / "tw-3_2024-6t_lang_son.xlsx")

    result = desk.ccbdesk("check", tmp_path / "tw-3_2024-6t_lang_son.xlsx", "--json")

    read = {f["indicator"]: f["value"] for f in result.json["figures"] if f["unit"] == "lang_son"}
    assert (result.json["form"], result.json["period"], len(typed)) == ("tw-3", "2024-6t", 64)
    assert {code: read[code] for code in typed} == typed
    assert result.json["questions"] == []


@pytest.mark.parametrize("form", [path.stem for path in resources.forms()])
def test_blank_templates_of_every_form_have_nothing_but_missing_figures(form: str, tmp_path: Path) -> None:
    assert desk.ccbdesk("templates", form, "--period", "2024-6t", "--out", tmp_path).status == 0

    result = desk.ccbdesk("check", tmp_path, "--json")

    assert {unit["state"] for unit in result.json["units"]} == {"received"}
    assert ({finding["code"] for finding in result.json["findings"]}, result.json["questions"]) == ({"C01"}, [])
    assert {figure["value"] for figure in result.json["figures"] if figure["unit"]} <= {None, "0"}  # lists without rows
