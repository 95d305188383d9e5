"""What a dossier keeps is read once. This module holds that the second opening reads no workbook and gives the same, and
that whatever is stored amiss is read anew from the kept bytes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from deciding import NOON
from desk import ROOT

from ccbdesk.cli.as_json import dumped
from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.files.dossier import opening
from ccbdesk.files.dossier.opening import address_of, reading
from ccbdesk.files.dossier.readings import load_readings, save_readings
from ccbdesk.files.excel.messages import decoded, encoded
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.reading_program import reading_program
from ccbdesk.model.decision import Hand
from ccbdesk.model.finding import FileRefused, Where
from ccbdesk.model.grid import Grid, Workbook
from ccbdesk.model.origin import Digest
from ccbdesk.model.receipt import Receipt, Refusal, Refused
from ccbdesk.operations import kept_readings
from ccbdesk.operations.check import Job
from ccbdesk.operations.close import close
from ccbdesk.operations.decisions import leave_out, undo
from ccbdesk.operations.holding import check_held, hold
from ccbdesk.operations.record import open_case
from ccbdesk.operations.take_in import take_in

LAN = Hand("Lan", NOON)
SAMPLE = ROOT / "sample_workbooks" / "lak-3-2020"
NOBODY = Reader(child=("no such program",))
"""A reader that cannot read: whoever asks it fails."""


def silent(_doing: str) -> None:
    """Tell nobody."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a dossier into which the returns of a period came."""
    made = tmp_path / "cụm.ccbdesk"
    with Reader() as reader:
        take_in(made, Job((SAMPLE / "clean",)), LAN, reader, silent)
    return made


def answer(path: Path, reader: Reader, *, anew: bool = False) -> str:
    """Return what --json says of a dossier's period."""
    return dumped(check_held(hold(path, "", reader, silent, anew=anew)))


def changed(path: Path, statement: str, *given: object) -> None:
    """Change a dossier behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, given)


def count(path: Path) -> int:
    """Return how many readings are stored."""
    with closing(sqlite3.connect(path)) as connection:
        number: int = connection.execute("SELECT count(*) FROM reading").fetchone()[0]
        return number


def test_what_was_read_when_it_came_is_not_read_again(path: Path) -> None:
    with Reader() as reader:
        anew = answer(path, reader, anew=True)

    assert answer(path, NOBODY) == anew
    case = open_case(path, "", NOBODY, silent)
    leave_out(case, "nam_ka", "mới lập", LAN)
    undo(open_case(path, "", NOBODY, silent), None, LAN)
    assert answer(path, NOBODY) == anew


def test_a_dossier_whose_readings_are_gone_gives_the_same_and_stores_them_again(path: Path) -> None:
    before, stored = answer(path, NOBODY), count(path)
    changed(path, "DELETE FROM reading")
    with Reader() as reader:
        after = answer(path, reader)

    assert after == before
    assert count(path) == stored == 1 + len(list((SAMPLE / "clean").glob("*.xlsx")))


def test_a_program_that_reads_otherwise_reads_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answer(path, NOBODY)
    monkeypatch.setattr(kept_readings, "reading_program", lambda: "another program")
    with pytest.raises(FileNotFoundError):
        answer(path, NOBODY)
    with Reader() as reader:
        assert answer(path, reader) == before

    assert answer(path, NOBODY) == before


def test_a_program_without_a_fingerprint_stores_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answer(path, NOBODY)
    changed(path, "DELETE FROM reading")
    monkeypatch.setattr(kept_readings, "reading_program", lambda: "")
    with Reader() as reader:
        assert answer(path, reader) == before

    assert count(path) == 0


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b'{"grids": 1}', b'{"refused":"damaged","detail":""}', b"\xff"])
def test_a_sealed_reading_that_says_no_workbook_is_read_anew(path: Path, said: bytes) -> None:
    before = answer(path, NOBODY)
    save_readings(path, reading_program(), dict.fromkeys(digests(path), said))
    with Reader() as reader:
        assert answer(path, reader) == before

    assert answer(path, NOBODY) == before


def digests(path: Path) -> tuple[Digest, ...]:
    """Return what the files of the period are kept under."""
    return tuple(each.receipt.digest for each in hold(path, "", NOBODY, silent).taken_in)


def test_what_cannot_be_written_to_is_read_every_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answer(path, NOBODY)
    changed(path, "DELETE FROM reading")
    monkeypatch.setattr(opening, "address_of", lambda path: address_of(path).replace("mode=rw", "mode=ro"))
    with Reader() as reader:
        assert [answer(path, reader) for _ in range(2)] == [before, before]

    assert count(path) == 0


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    path, broken = tmp_path / "cụm.ccbdesk", tmp_path / "hỏng.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    with Reader() as reader:
        take_in(path, Job((SAMPLE / "clean", broken)), LAN, reader, silent)
        before = answer(path, reader)
    with pytest.raises(FileNotFoundError):
        answer(path, NOBODY)

    assert '"hỏng.xlsx"' in before


def test_the_next_period_begins_with_the_form_as_it_was_read(path: Path) -> None:
    with Reader() as reader:
        take_in(path, Job((SAMPLE / "clean" / "lak-3_2020_nam_ka.xlsx",), period="2021"), LAN, reader, silent)
        anew = hold(path, "2021", reader, silent, anew=True)

    assert hold(path, "2021", NOBODY, silent) == anew


# -- closing -------------------------------------------------------------------------------------------------------


def test_a_period_is_closed_on_what_its_bytes_say_whatever_is_stored(path: Path) -> None:
    before = answer(path, NOBODY)
    save_readings(path, reading_program(), dict(forged(path)))
    assert answer(path, NOBODY) != before

    with Reader() as reader:
        close(open_case(path, "", reader, silent, anew=True), LAN)

    assert answer(path, NOBODY) == before


def forged(path: Path) -> Iterator[tuple[Digest, bytes]]:
    """Yield readings of the returns that are well sealed, and in which every figure is one more than in the file."""
    kept_under = digests(path)
    with reading(path) as kept:
        stored = load_readings(kept, kept_under, reading_program())
    for digest, said in stored.items():
        workbook = decoded(said)
        assert isinstance(workbook, Workbook)
        yield digest, encoded(replace(workbook, grids=tuple(map(one_more, workbook.grids))))


def one_more(grid: Grid) -> Grid:
    """Return a sheet with every figure one more."""
    return replace(
        grid,
        cells=tuple(
            replace(cell, content=cell.content + 1) if isinstance(cell.content, Decimal) else cell
            for cell in grid.cells
        ),
    )


def test_a_file_that_could_not_be_kept_is_told_of_beside_what_a_period_was_closed_on(path: Path) -> None:
    with Reader() as reader:
        close(open_case(path, "", reader, silent, anew=True), LAN)
    held = hold(path, "", NOBODY, silent)
    gone = Refused(Refusal.VANISHED)
    closed, now = check_held(held), check_held(held, [Arrival(Receipt("mất.xlsx", Digest(""), 0), gone)])

    assert now.checks.findings == (FileRefused(Where("mất.xlsx"), gone), *closed.checks.findings)
    assert replace(now.checks, findings=closed.checks.findings) == closed.checks
    assert now.merged == closed.merged
    assert (closed.is_complete, now.is_complete) == (True, False)
