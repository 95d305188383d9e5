"""The story of each sample: what its tables say is what is read, and every planted oddity is found, and nothing else."""

import csv
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import desk
import pytest

from ccbdesk import resources

QUALIFIERS = ("trên", "hơn", "gần", "khoảng", "ước")
PLAN_TABLE, OWN_TABLE = "ke-hoach.tsv", "phieu-ky.tsv"
ABOUT = ("ma", "cot", "nguon")
PARTS = [
    (sample, part)
    for sample in resources.samples()
    for part in tomllib.loads((sample / "expected.toml").read_text(encoding="utf-8"))
]


def named(case: object) -> str:
    return case.name if isinstance(case, Path) else str(case)


def found(result: desk.Result) -> list[dict[str, str]]:
    told = ("level", "code", "unit", "indicator", "file")
    return [{key: str(finding[key] or "") for key in told} for finding in result.json["findings"]]


def asked(result: desk.Result) -> list[dict[str, str]]:
    return [
        {
            "about": re.sub("-.*", "", question["id"].replace("hai-tep", "hai_tep").replace("don-vi", "don_vi")),
            "unit": question["unit"] or "",
            "cell": question["cell"],
            "seen": question["seen"],
        }
        for question in result.json["questions"]
    ]


@pytest.mark.parametrize(("sample", "part"), PARTS, ids=named)
def test_the_files_give_what_is_expected_and_nothing_else(sample: Path, part: str) -> None:
    expected: dict[str, Any] = tomllib.loads((sample / "expected.toml").read_text(encoding="utf-8"))[part]

    result = desk.of_sample("check", sample, part, "--json")

    states = {str(unit["id"]): str(unit["state"]) for unit in result.json["units"]}
    assert (result.status, found(result), asked(result), states) == (
        expected["status"],
        expected.get("finding", []),
        expected.get("question", []),
        expected["units"],
    )


def rows_of(sample: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a sample's tables of figures."""
    for path in sorted(sample.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file, delimiter="\t"))
        if path.name not in (PLAN_TABLE, OWN_TABLE) and "ma" in table[0]:
            yield from table


def reported(sample: Path) -> dict[tuple[str, str], tuple[Decimal | None, str]]:
    """Return every figure of a sample's tables, by indicator and unit or “tong”: amount and exactness."""
    return {
        ("_".join(filter(None, (row["ma"], row.get("cot")))), unit): amount(words)
        for row in rows_of(sample)
        for unit, words in row.items()
        if unit not in ABOUT and words and not row["ma"].startswith("tx_")
    }


def amount(words: str) -> tuple[Decimal | None, str]:
    qualifier, _, figure = words.rpartition(" ")
    if re.fullmatch(r"[0-9.]+", figure) and qualifier in ("", *QUALIFIERS):
        return Decimal(figure), qualifier or "đúng"
    return None, words


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_what_the_tables_do_not_add_up_has_no_total(sample: Path) -> None:
    answer = desk.of_sample("check", sample, "received", "--json").json

    not_added = {row["ma"] for row in rows_of(sample) if not row["tong"]}
    totals = {figure["indicator"]: figure["value"] for figure in answer["figures"] if figure["unit"] is None}
    assert not_added
    assert {totals[code] for code in not_added} == {None}


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_what_is_read_and_added_up_is_what_the_tables_say(sample: Path) -> None:
    answer = desk.of_sample("check", sample, "received", "--json").json

    told = {(str(figure["indicator"]), str(figure["unit"] or "tong")): heard(figure) for figure in answer["figures"]}

    expected = reported(sample)
    assert {key: told[key] for key in expected} == expected


def heard(figure: dict[str, Any]) -> tuple[Decimal | None, str]:
    """Return a figure of the answer as the tables write it; a unit that the form spares a figure has no text at all."""
    if figure["value"] is None:
        return None, str(figure["text"] or "x")
    return (Decimal(figure["value"]) if re.fullmatch(r"[0-9.]+", figure["value"]) else None), str(figure["exactness"])


def test_the_demo_makes_a_workbook_and_a_report_of_every_sample(tmp_path: Path) -> None:
    shown = desk.ccbdesk("demo", "--out", tmp_path)

    made = {folder.name: {path.suffix for path in folder.iterdir()} for folder in tmp_path.iterdir()}
    assert (shown.status, shown.aside) == (0, "")
    assert made == {sample.name: {".xlsx", ".docx"} for sample in resources.samples()}
