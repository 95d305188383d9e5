"""The office templates. This module holds that the truth tables beside them speak of what stands in the files."""

import csv
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).with_name("office_templates")
PATHS = sorted(FOLDER.glob("*.xlsx"))


def truths(path: Path) -> list[dict[str, str]]:
    """Return the rows of the truth table of a template."""
    with path.with_suffix(".tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def said_around(sheet: Worksheet, place: str) -> str:
    """Return all words in the row of a cell and in its column, on one line."""
    first = sheet[place.split(":", maxsplit=1)[0]]
    cells = [*sheet[first.row], *(row[0] for row in sheet[f"{first.column_letter}1:{first.column_letter}{first.row}"])]
    return " | ".join(" ".join(str(cell.value).split()) for cell in cells if cell.value is not None)


def test_each_template_has_its_truth() -> None:
    assert len(PATHS) >= 4
    assert [path.stem for path in sorted(FOLDER.glob("*.tsv"))] == [path.stem for path in PATHS]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_the_truth_says_stands_in_the_file(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    wrong = []
    for truth in truths(path):
        words = said_around(book[truth["sheet"]], truth["cell"])
        wrong += [(truth["cell"], part) for part in truth["label"].split(" – ") if part not in words]
    assert wrong == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_total_is_a_formula_and_a_figure_is_an_empty_cell(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for truth in truths(path):
        value = book[truth["sheet"]][truth["cell"].split(":")[0]].value
        assert str(value).startswith("=SUM(") if truth["kind"] == "tổng" else value is None, truth
