"""Every broken file gets the verdict of the table, whatever it does to the process that reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.grid import Workbook
from ccbdesk.model.receipt import Refusal, Refused

FOLDER = Path(__file__).parents[1] / "broken_files"


def table() -> Iterator[tuple[str, str, str]]:
    """Yield file, verdict and detail of each row of the table."""
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and not line.startswith("| file "):
            file, verdict, detail, _ = (cell.strip() for cell in line.strip("|").split("|"))
            yield file, verdict, detail


ROWS = list(table())


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for all of them, as an office has."""
    with Reader() as reader:
        yield reader


def test_the_table_lists_the_files_that_are_there() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.is_file() and path.name not in ("README.md", "make.py")}

    assert sorted(file for file, _, _ in ROWS) == sorted(files)


@pytest.mark.parametrize(("file", "verdict", "detail"), [row for row in ROWS if row[1] != "read"])
def test_a_broken_file_gets_its_refusal(reader: Reader, file: str, verdict: str, detail: str) -> None:
    assert reader.read(FOLDER / file) == Refused(Refusal[verdict], detail)


@pytest.mark.parametrize("file", [file for file, verdict, _ in ROWS if verdict == "read"])
def test_an_odd_file_is_read(reader: Reader, file: str) -> None:
    assert isinstance(reader.read(FOLDER / file), Workbook)


def test_a_file_that_kills_the_reader_costs_one_verdict(reader: Reader) -> None:
    sound = reader.read(FOLDER / "mixed_order.xlsx")

    files = ("mixed_order.xlsx", "kills_the_reader.xlsx", "kills_the_reader.xlsx", "mixed_order.xlsx")
    verdicts = [reader.read(FOLDER / file) for file in files]

    assert isinstance(sound, Workbook)
    assert verdicts == [sound, Refused(Refusal.READER_DIED), Refused(Refusal.READER_DIED), sound]
