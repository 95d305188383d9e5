"""The story of the year 2023: six files arrive, and every figure that was published comes out, everywhere."""

import csv
from decimal import Decimal
from pathlib import Path

import desk
import openpyxl
import pytest

PUBLISHED = Path(__file__).parent / "published_tw-3-2023.tsv"
NAMES = {"cluster": "Toàn Cụm", "cao_bang": "Cao Bằng", "lang_son": "Lạng Sơn"}


def published() -> list[dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def merged(out: Path) -> desk.Result:
    return desk.ccbdesk("merge", desk.RECEIVED, "--out", out, "--json")


def test_nothing_is_missing_unanswered_or_wrong(merged: desk.Result) -> None:
    answer = merged.json

    serious = [finding for finding in answer["findings"] if finding["level"] != "note"]
    assert (merged.status, merged.aside, answer["questions"], answer["absent"], serious) == (0, "", [], [], [])
    assert [unit["state"] for unit in answer["units"]] == ["received"] * 6


def test_every_published_figure_is_in_the_answer(merged: desk.Result) -> None:
    told = {(str(f["indicator"]), f["unit"] or "cluster"): f for f in merged.json["figures"]}

    found = [
        (
            row["code"],
            row["scope"],
            told[row["code"], row["scope"]]["value"],
            told[row["code"], row["scope"]]["measure"],
        )
        for row in published()
    ]
    assert found == [(row["code"], row["scope"], row["value"], row["measure"]) for row in published()]
    assert {figure["exactness"] for figure in merged.json["figures"]} == {"đúng"}


def test_every_published_figure_is_in_the_workbook(merged: desk.Result, out: Path) -> None:
    assert merged.status == 0
    cells = desk.summary(desk.book_in(out))

    found = [Decimal(str(cells[row["code"], NAMES[row["scope"]]])) for row in published()]

    assert found == [Decimal(row["value"]) for row in published()]


def test_every_published_figure_is_live_in_the_report_and_written_as_it_was_published(
    merged: desk.Result, out: Path
) -> None:
    assert merged.status == 0
    report = desk.report_in(out)
    live: dict[str, str] = {}
    for figure in desk.figures(report):
        live.setdefault(desk.expression(figure.tag), figure.text)  # in the text; the tables write plain numbers
    text = " ".join(desk.paragraphs(report)).replace("\xa0", " ")

    for row in published():
        reference = row["code"] if row["scope"] == "cluster" else f"{row['code']}@{row['scope']}"
        assert row["phrase"].startswith(live[reference].replace("\xa0", " ")), reference
        assert row["phrase"] in text, row["phrase"]


def test_no_received_file_holds_a_total_of_the_cluster() -> None:
    totals = {row["value"] for row in published() if row["scope"] == "cluster"}

    for path in sorted(desk.RECEIVED.glob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            values = {str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None}
            assert not values & totals, path.name
