"""Opening a dossier. This module holds what two windows, a full disk and a file one may not write do to it."""

import errno
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import dossier_drawing as drawn
import pytest
from dossier_drawing import AT, LATER

from ccbdesk.files.dossier import opening
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.making import make_dossier
from ccbdesk.files.dossier.opening import address_of, reading, writing
from ccbdesk.files.dossier.revisions import load_revisions
from ccbdesk.model.trouble import (
    DossierBusy,
    DossierChanged,
    DossierDamaged,
    DossierReadOnly,
    DossierThere,
    DossierUnreachable,
    FolderUnwritable,
    NothingThere,
    Trouble,
    TroubleError,
)


@contextmanager
def trouble(expected: Trouble) -> Iterator[None]:
    """See that the block ends in a trouble."""
    with pytest.raises(TroubleError) as raised:
        yield
    assert raised.value.trouble == expected


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)


def test_the_second_of_two_windows_is_refused_and_told_who_wrote(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    first, second = drawn.seen(path), drawn.seen(path)
    with writing(path, first, "Hoa", LATER) as kept:
        drawn.accept(kept)
    held = drawn.everything(path)

    with trouble(DossierChanged(str(path), "Hoa", LATER)), writing(path, second, "Lan", LATER) as kept:
        drawn.attach(kept)

    assert drawn.everything(path) == held


def test_of_many_windows_that_write_at_once_one_is_done_and_the_others_are_told_who(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    words = [sys.executable, "-c", _WRITES, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    windows = [
        subprocess.Popen([*words, f"Lan {number}"], env=environment, stdout=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    said = sorted(window.communicate()[0] for window in windows)
    done = [words for words in said if words.startswith("done")]

    assert len(done) == 1
    assert said[:3] == [f"DossierChanged {done[0].removeprefix('done ')}"] * 3
    assert drawn.seen(path) == 2


_WRITES = """
import sys
from pathlib import Path
import dossier_drawing as drawn
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.revisions import load_revisions
from ccbdesk.model.trouble import TroubleError
path, who = Path(sys.argv[1]), sys.argv[2]
try:
    with writing(path, 1, who, drawn.LATER) as kept:
        drawn.accept(kept)
    print("done", who, end="")
except TroubleError as error:
    print(type(error.trouble).__name__, getattr(error.trouble, "who", ""), end="")
"""


def test_what_goes_wrong_in_a_block_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    held = drawn.everything(path)

    def write(kept: Kept) -> None:
        drawn.attach(kept)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        drawn.written(path, write)

    assert drawn.everything(path) == held


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with trouble(DossierReadOnly(str(path))), reading(path) as kept:
        drawn.accept(kept)


def test_all_of_one_reading_is_of_one_revision(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with reading(path) as kept, closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO revision VALUES (2, 'Hoa', '', x'')")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("COMMIT")
        assert load_revisions(kept)[-1].who == "Lan"


@pytest.mark.usefixtures("impatient")
def test_a_dossier_that_another_program_holds_is_busy(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert drawn.seen(path) == 1
        with trouble(DossierBusy(str(path))), writing(path, 1, "Lan", LATER):
            pass
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        with trouble(DossierBusy(str(path))), reading(path):
            pass


@pytest.mark.usefixtures("impatient")
def test_a_write_that_a_reader_does_not_let_end_is_not_done(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM revision").fetchall()
        with trouble(DossierBusy(str(path))):
            drawn.written(path, drawn.accept)

    assert drawn.seen(path) == 1
    drawn.written(path, drawn.accept)


@pytest.mark.usefixtures("impatient")
def test_one_process_opens_one_dossier_at_a_time(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with reading(path), trouble(DossierBusy(str(path))), reading(path):
        pass
    assert drawn.seen(path) == 1


def test_a_thread_waits_its_turn(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    seen: list[int] = []
    with reading(path):
        other = threading.Thread(target=lambda: seen.append(drawn.seen(path)))
        other.start()
        assert seen == []
    other.join()

    assert seen == [1]


def test_a_dossier_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "không có.ccbdesk"

    with trouble(NothingThere(str(path))), reading(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_dossier_whose_share_vanished_is_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ổ mạng" / drawn.NAME

    with trouble(DossierUnreachable(str(path))), reading(path):
        pass

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    there = drawn.made(tmp_path)
    monkeypatch.setattr(Path, "open", fail)
    with trouble(DossierUnreachable(str(there))), reading(there):
        pass


def test_a_dossier_on_a_medium_that_cannot_be_written_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drawn.made(tmp_path)
    held = drawn.everything(path)
    monkeypatch.setattr(opening, "address_of", lambda path: address_of(path).replace("mode=rw", "mode=ro"))

    assert drawn.everything(path) == held
    with trouble(DossierReadOnly(str(path))):
        drawn.written(path, drawn.accept)


def test_a_new_dossier_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / drawn.NAME
    path.write_bytes(b"mine")

    with trouble(DossierThere(str(path))):
        make_dossier(path, drawn.OURS, "Lan", AT)

    assert path.read_bytes() == b"mine"


def test_of_two_new_dossiers_of_one_name_the_second_is_not_made_though_it_saw_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drawn.made(tmp_path)
    drawn.filled(path)
    held = drawn.everything(path)
    monkeypatch.setattr(Path, "exists", lambda _: False)  # as it was when the second looked

    with trouble(DossierThere(str(path))):
        make_dossier(path, drawn.OURS, "Hoa", AT)

    assert drawn.everything(path) == held
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_new_dossier_in_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with trouble(FolderUnwritable(str(tmp_path / "đâu"))):
        make_dossier(tmp_path / "đâu" / drawn.NAME, drawn.OURS, "Lan", AT)

    assert list(tmp_path.iterdir()) == []


def test_the_same_new_dossier_has_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert drawn.made(tmp_path / "a").read_bytes() == drawn.made(tmp_path / "b").read_bytes()


GUARDS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA: the folder too is flushed before a commit counts
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "foreign_keys": 1,
}


def test_every_opening_is_guarded(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    def guards(kept: Kept) -> dict[str, object]:
        return {name: kept.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in GUARDS}

    assert drawn.loaded(path, guards) == GUARDS
    assert drawn.written(path, guards) == GUARDS
    with reading(path) as kept, pytest.raises(sqlite3.OperationalError, match="attached"):
        kept.connection.execute("ATTACH ':memory:' AS other")


def test_a_statement_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn.made(tmp_path)
    monkeypatch.setattr(opening, "_MOST_STEPS", 3)
    endless = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT count(*) FROM more"

    with trouble(DossierDamaged(str(path), "interrupted")), reading(path) as kept:
        kept.connection.execute(endless).fetchone()


def test_a_closed_dossier_is_one_file_alone(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    drawn.filled(path)

    assert examine(path).number == 7
    assert [found.name for found in tmp_path.iterdir()] == [drawn.NAME]


def test_when_a_write_was_made_is_kept_with_its_time_zone(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    moment = datetime(2024, 1, 1, 23, 59, 59, 123456, tzinfo=UTC)
    drawn.written(path, drawn.accept, "Hoa", moment)

    assert drawn.loaded(path, lambda kept: kept.revision.at) == moment


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/a b/hồ sơ #1?.ccbdesk"), "file:///a%20b/h%E1%BB%93%20s%C6%A1%20%231%3F.ccbdesk?mode=rw"),
        (PureWindowsPath(r"C:\Hồ sơ\c.ccbdesk"), "file:///C%3A/H%E1%BB%93%20s%C6%A1/c.ccbdesk?mode=rw"),
        (PureWindowsPath(r"\\may-chu\chung\c.ccbdesk"), "file:////may-chu/chung/c.ccbdesk?mode=rw"),
    ],
)
def test_a_path_is_told_to_sqlite_whole(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert opening.told_to_sqlite(path) == address
