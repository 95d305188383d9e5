"""Everything that goes out obeys the schemas of Office, which calls a file damaged that does not."""

from pathlib import Path

import auditing
import desk
import papers
import pytest

from ccbdesk.files.excel.writing import write_book

WORDS = {
    "workbook and report": ("merge", desk.CLEAN),
    "report with comments": ("merge", desk.CLEAN, "--comments"),
    "papers to confirm": ("confirm", desk.CLEAN),
    "letter and templates": ("templates", "tw-3", "--period", "2024"),
    "common template": ("templates", "tw-3", "--period", "2024", "--common"),
}


def faults_in(folder: Path) -> dict[str, list[str]]:
    """Return what is wrong in the Word and Excel files of a folder; of many that are alike the first is judged."""
    kinds = {(path.suffix, path.name.split(" ")[0]): path for path in sorted(folder.iterdir(), reverse=True)}
    return {
        path.name: auditing.faults_of(path.read_bytes(), suffix.lstrip("."))
        for (suffix, _), path in kinds.items()
        if suffix in (".docx", ".xlsx")
    }


@pytest.mark.parametrize("made", WORDS)
def test_what_a_command_writes_is_valid(made: str, tmp_path: Path) -> None:
    assert desk.ccbdesk(*WORDS[made], "--out", tmp_path).status in (0, 1)

    faults = faults_in(tmp_path)
    assert {name: found for name, found in faults.items() if found} == {}
    assert len(faults) >= 1


def test_a_workbook_of_many_units_that_is_provisional_is_valid() -> None:
    book = papers.paper_of("fourteen units").book

    assert auditing.faults_of(write_book(book, papers.TODAY), "xlsx") == []
