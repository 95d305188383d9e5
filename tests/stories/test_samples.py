"""The story of each sample: what its tables say is what is read, and every planted oddity is found, and nothing else."""

import csv
import re
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
    (sample, part) for sample in resources.samples() for part in desk.described(sample) if (sample / part).is_dir()
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
    result = desk.of_sample("check", sample, part, "--json")

    assert_gives(result, desk.described(sample)[part])


def assert_gives(result: desk.Result, expected: dict[str, Any]) -> None:
    states = {str(unit["id"]): str(unit["state"]) for unit in result.json["units"]}
    assert (result.status, found(result), asked(result), states) == (
        expected["status"],
        expected.get("finding", []),
        [{key: told for key, told in each.items() if key != "answer"} for each in expected.get("question", [])],
        expected["units"],
    )


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_answered_and_corrected_as_described_the_received_files_give_the_clean_result(
    sample: Path, tmp_path: Path
) -> None:
    clean = desk.of_sample("check", sample, "clean", "--json")

    result = desk.settled(sample, tmp_path / "cum.ccbdesk")

    assert_gives(result, desk.described(sample)["settled"])
    assert told_of(result) == told_of(clean)


def told_of(result: desk.Result) -> list[dict[str, Any]]:
    """Return every figure of an answer; how it came to be put right is not about the figure."""
    return [{key: told for key, told in figure.items() if key != "corrected"} for figure in result.json["figures"]]


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_the_received_files_are_a_whole_heap(sample: Path) -> None:
    """A doubled file, a second version, a late unit, an estimate, and a figure that must be asked about."""
    expected = desk.described(sample)
    received, decided = expected["received"], expected["decided"]
    questions = {question["about"] for question in received["question"]}
    estimates = [each for each in decided["correction"] if "ước" in each["source"]]

    assert "T09" in {finding["code"] for finding in received["finding"]}
    assert {"hai_tep", "so"} <= questions
    assert [day["day"] > decided["deadline"] for day in decided["day"]] == [True]
    assert estimates
    assert {finding["code"] for finding in expected["settled"]["finding"]} >= {"C08"}


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_in_the_clean_files_nothing_is_found_but_how_exact_the_units_say_their_figures_are(sample: Path) -> None:
    expected = desk.described(sample)["clean"]
    words = {(unit, code) for (code, unit), (_, exactness) in reported(sample).items() if exactness != "đúng"}

    found = {(finding["unit"], finding["indicator"]) for finding in expected.get("finding", [])}
    form = desk.named(sample, "clean")[2]
    assert (expected["status"], "question" in expected) == (0, False)
    assert {(unit, code) for unit, code in found if unit != "cum"} <= words
    assert len(list((sample / "clean").iterdir())) == len(expected["units"]) + 1
    assert all(path.name.startswith(f"{form}_") for path in (sample / "clean").iterdir())


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
    answer = desk.of_sample("check", sample, "clean", "--json").json

    not_added = {row["ma"] for row in rows_of(sample) if not row["tong"]}
    totals = {figure["indicator"]: figure["value"] for figure in answer["figures"] if figure["unit"] is None}
    assert not_added
    assert {totals[code] for code in not_added} == {None}


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_what_is_read_and_added_up_is_what_the_tables_say(sample: Path) -> None:
    answer = desk.of_sample("check", sample, "clean", "--json").json

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


@pytest.mark.parametrize("sample", resources.samples(), ids=named)
def test_the_demo_tells_what_arrived_what_was_decided_and_what_is_left(sample: Path, tmp_path: Path) -> None:
    """Its workbook holds what that of the clean files holds."""
    shown = desk.ccbdesk("demo", "--cluster", sample.name, "--out", tmp_path)
    clean = desk.of_sample("merge", sample, "clean", "--out", tmp_path / "clean")
    first = desk.of_sample("check", sample, "received")

    expected = desk.described(sample)
    lines = shown.out.splitlines()
    decided = next(line for line in lines if line.startswith("Văn phòng xử lý: "))
    left = next(line for line in lines if line.startswith("Sau khi xử lý: "))
    assert (shown.status, clean.status, first.status) == (0, 0, 1)
    assert "\n".join(lines).find(first.out.strip()) > 0
    assert f"trả lời {len(expected['received']['question'])} câu hỏi" in decided
    assert f"sửa {len(expected['decided']['correction'])} số" in decided
    assert "lỗi 0" in left
    assert left.endswith("câu hỏi chưa trả lời 0.")
    assert desk.summary(desk.book_in(tmp_path / sample.name)) == desk.summary(desk.book_in(tmp_path / "clean"))
