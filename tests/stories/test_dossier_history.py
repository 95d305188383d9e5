"""The story of the second year: what a dossier was closed on is what the next period is compared with."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from desk import ROOT, ccbdesk, paragraphs

SAMPLE = ROOT / "sample_workbooks" / "lak-3-2020"


def of_period(dossier: Path, period: str) -> Any:
    return ccbdesk("check", "--dossier", dossier, "--period", period, "--json").json


def test_a_period_is_compared_with_the_one_that_was_closed_before_it(tmp_path: Path) -> None:
    dossier = tmp_path / "cụm.ccbdesk"
    ccbdesk("check", SAMPLE / "clean", "--dossier", dossier)
    ccbdesk("check", SAMPLE / "faulty" / "Nam Ka năm 2019.xlsx", "--dossier", dossier, "--period", "2019")
    then = of_period(dossier, "2019")
    before = of_period(dossier, "2020")

    assert ccbdesk("close", dossier, "--period", "2019").aside == ""
    after = of_period(dossier, "2020")

    assert (before["earlier"], before["last_year"]) == ([], [])
    reported = {
        each["indicator"]: each["value"] for each in then["figures"] if each["unit"] == "nam_ka" and each["value"]
    }
    compared = {
        each["indicator"]: each["value"] for each in after["last_year"] if each["unit"] == "nam_ka" and each["value"]
    }
    assert len(compared) > 5
    assert {code: reported[code] for code in compared if code in reported} == {
        code: value for code, value in compared.items() if code in reported
    }
    whole = [each for each in after["last_year"] if each["unit"] is None and each["indicator"] == "to_tkvv"]
    assert [each["why_not"] for each in whole] == ["not enough"]
    assert [each["value"] for each in after["figures"]] == [each["value"] for each in before["figures"]]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Return a dossier whose year 2020 is closed."""
    dossier = tmp_path / "cụm.ccbdesk"
    ccbdesk("check", SAMPLE / "received", "--dossier", dossier)
    assert ccbdesk("close", dossier).aside == ""
    return dossier


def beside(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the headings of the first sheet of a template, and by code what stands in front of the input."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=7, values_only=True)]
    end = rows[0].index("Số liệu")
    return {row[0]: tuple(row[4:end]) for row in rows if row[0]}


def test_templates_of_the_next_year_carry_the_figures_of_the_last(closed: Path, tmp_path: Path) -> None:
    reported = {
        each["indicator"]: each["value"]
        for each in of_period(closed, "2020")["figures"]
        if each["unit"] == "nam_ka" and each["value"]
    }
    with_it = ccbdesk("templates", "lak-3", "--period", "2021", "--out", tmp_path / "with", "--dossier", closed)
    ccbdesk("templates", "lak-3", "--period", "2021", "--out", tmp_path / "without")

    got = beside(tmp_path / "with" / "lak-3_2021_nam_ka.xlsx")
    assert (with_it.status, got["Mã"][:2]) == (0, ("Kỳ trước", "Cùng kỳ năm trước"))
    assert got["to_tkvv"][:2] == (reported["to_tkvv"], reported["to_tkvv"])
    assert "Kỳ trước" not in beside(tmp_path / "without" / "lak-3_2021_nam_ka.xlsx")["Mã"]


def test_a_half_year_has_no_year_before_it_but_last_years_closing(closed: Path, tmp_path: Path) -> None:
    ccbdesk("templates", "lak-3", "--period", "2021-6t", "--out", tmp_path, "--dossier", closed)

    heads = beside(tmp_path / "lak-3_2021-6t_nam_ka.xlsx")["Mã"]
    assert "Kỳ trước" in heads
    assert "Cùng kỳ năm trước" not in heads


def test_the_letter_prints_the_days_that_were_moved(tmp_path: Path) -> None:
    dossier, asked = tmp_path / "cụm.ccbdesk", ("templates", "lak-3", "--period", "2020")
    ccbdesk("check", SAMPLE / "received", "--dossier", dossier)
    ccbdesk(*asked, "--out", tmp_path / "before", "--dossier", dossier)
    ccbdesk("move", dossier, "deadline", "2020-12-31")
    ccbdesk(*asked, "--out", tmp_path / "after", "--dossier", dossier)

    before, after = ("\n".join(paragraphs(next((tmp_path / name).glob("Thu*.docx")))) for name in ("before", "after"))
    assert "31/12/2020" not in before
    assert "31/12/2020" in after
