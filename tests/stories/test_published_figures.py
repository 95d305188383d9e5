"""The story of each published report: the files arrive, and every figure that was published comes out, everywhere."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import desk
import openpyxl
import pytest

from ccbdesk import resources

PUBLISHED = {
    "lak-3-2020": 10,
    "lang-son-1-2024-6t": 17,
    "mttq-lang-son-2023-6t": 15,
    "tw-1-2024-6t": 18,
    "tw-3-2023": 20,
}
"""How many figures each of the five source reports publishes: eighty in all."""

TOLD_APART = 1000
"""From here on a number that is equal to a total is no coincidence."""


class Story(NamedTuple):
    """What was published of a sample, and what the program makes of its clean files; what the received ones give once
    the office has decided is the same (test_samples)."""

    sample: Path
    published: list[dict[str, str]]
    merged: desk.Result
    out: Path


def published(sample: Path) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"published_{sample.name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_tables_hold_every_figure_that_was_published() -> None:
    tables = {sample.name: published(sample) for sample in resources.samples()}

    kept = {path.stem.removeprefix("published_") for path in Path(__file__).parent.glob("published_*.tsv")}
    assert sum(PUBLISHED.values()) == 80
    assert kept == set(tables)
    assert {name: len({(row["code"], row["scope"]) for row in rows}) for name, rows in tables.items()} == PUBLISHED


@pytest.fixture(scope="module", params=resources.samples(), ids=lambda sample: sample.name)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Story:
    sample: Path = request.param
    out = tmp_path_factory.mktemp("out")
    return Story(sample, published(sample), desk.ccbdesk("merge", sample / "clean", "--out", out, "--json"), out)


def short_names(sample: Path) -> dict[str, str]:
    """Return how the summary heads the columns, by unit."""
    described = (sample / "files.toml").read_text(encoding="utf-8")
    (form,) = (path for path in resources.forms() if f'form = "{path.stem}"\n' in described)
    head, *rows = openpyxl.load_workbook(form)["Đơn vị"].iter_rows(values_only=True)
    unit, name = head.index("Mã"), head.index("Tên gọi")
    return {"cluster": "Toàn Cụm", **{str(row[unit]): str(row[name]) for row in rows}}


def test_nothing_is_missing_unanswered_or_wrong(story: Story) -> None:
    answer = story.merged.json

    errors = [finding for finding in answer["findings"] if finding["level"] == "error"]
    told = (story.merged.status, story.merged.aside, answer["questions"], answer["absent"], errors)
    assert told == (0, "", [], [], [])
    assert {unit["state"] for unit in answer["units"]} == {"received"}


def test_every_published_figure_is_in_the_answer(story: Story) -> None:
    told = {(str(f["indicator"]), f["unit"] or "cluster"): f for f in story.merged.json["figures"]}

    found = [
        (row["code"], row["scope"], figure["value"] or "", figure["measure"], qualifier_of(figure))
        for row in story.published
        for figure in [told[row["code"], row["scope"]]]
    ]
    assert found == [
        (row["code"], row["scope"], row["value"], row["measure"], row["qualifier"]) for row in story.published
    ]


def qualifier_of(figure: dict[str, str | None]) -> str | None:
    """Return how exact a figure is; of a vague quantity its words are all there is."""
    return figure["exactness"] if figure["value"] else figure["text"]


def test_every_published_figure_is_in_the_workbook(story: Story) -> None:
    assert story.merged.status == 0
    cells, names = desk.summary(desk.book_in(story.out)), short_names(story.sample)

    found = [cells[row["code"], names[row["scope"]]] for row in story.published]

    assert [value if isinstance(value, str) else Decimal(str(value)) for value in found] == [
        Decimal(row["value"]) if row["value"] else row["qualifier"] for row in story.published
    ]


def test_every_published_figure_is_live_in_the_report_and_written_as_it_was_published(story: Story) -> None:
    assert story.merged.status == 0
    report = desk.report_in(story.out)
    live: dict[str, str] = {}
    for figure in desk.figures(report):
        live.setdefault(desk.expression(figure.tag), figure.text)  # in the text; the tables write plain numbers
    text = " ".join(desk.paragraphs(report)).replace("\xa0", " ")

    for row in story.published:
        reference = row["code"] if row["scope"] == "cluster" else f"{row['code']}@{row['scope']}"
        assert row["phrase"].startswith(live[reference].replace("\xa0", " ")), reference
        assert row["phrase"] in text, row["phrase"]


@pytest.mark.parametrize("sample", resources.samples(), ids=lambda sample: sample.name)
def test_no_received_file_holds_a_total_of_the_cluster(sample: Path) -> None:
    totals = {row["value"] for row in published(sample) if row["scope"] == "cluster" and row["value"]}
    totals = {total for total in totals if Decimal(total) >= TOLD_APART}

    for path in sorted((*sample.glob("received/*.xlsx"), *sample.glob("clean/*.xlsx"))):
        for sheet in openpyxl.load_workbook(path):
            values = {str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None}
            assert not values & totals, path.name
