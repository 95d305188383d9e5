"""The story of the second year: what a dossier was closed on is what the next period is compared with."""

from pathlib import Path
from typing import Any

from desk import ROOT, ccbdesk

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
