"""Files given as a dossier that are none, or were changed. This module holds the sentence each is refused with, and that
it is left byte for byte as it came."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import dossier_drawing as drawn
import pytest

from ccbdesk.files.dossier import schema
from ccbdesk.files.dossier.clusters import load_cluster
from ccbdesk.files.dossier.contents import digest_of, load_content
from ccbdesk.files.dossier.decisions import load_all_decisions
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.histories import load_histories
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.model.trouble import (
    DossierAltered,
    DossierDamaged,
    DossierNewer,
    NotADossier,
    StrangeFileBeside,
    Trouble,
    TroubleError,
)

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def refusal(path: Path, opened: Callable[[Path], object] = drawn.seen) -> Trouble:
    """Return as what a file is refused, having seen that it stays as it is."""
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    with pytest.raises(TroubleError) as raised:
        opened(path)
    assert {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()} == before
    return raised.value.trouble


def kept_here(folder: Path) -> Path:
    """Return a dossier with a year's work in it."""
    path = drawn.made(folder)
    drawn.filled(path)
    return path


def altered(path: Path, *statements: str) -> Path:
    """Change a dossier behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def edited(path: Path, place: int, new: bytes) -> Path:
    """Overwrite some bytes."""
    content = bytearray(path.read_bytes())
    content[place : place + len(new)] = new
    path.write_bytes(content)
    return path


# -- other files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"PK\x03\x04" + bytes(200), b"x", b"SQLite format 3", "Cụm".encode() * 99])
def test_a_file_of_another_kind_is_no_dossier(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / drawn.NAME
    path.write_bytes(content)

    assert refusal(path) == NotADossier(str(path))


def test_a_database_of_another_program_is_no_dossier(tmp_path: Path) -> None:
    path = altered(tmp_path / drawn.NAME, "CREATE TABLE a (b)")

    assert refusal(path) == NotADossier(str(path))


def test_a_folder_is_no_dossier(tmp_path: Path) -> None:
    assert refusal(tmp_path) == NotADossier(str(tmp_path))


@pytest.mark.parametrize("content", [b"", bytes(4096)])
def test_an_empty_file_is_damaged_and_not_taken_for_an_empty_dossier(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / drawn.NAME
    path.write_bytes(content)

    assert refusal(path) == DossierDamaged(str(path), "tệp rỗng")


def test_a_dossier_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = altered(kept_here(tmp_path), f"PRAGMA user_version = {len(schema.UPGRADES) + 1}")

    assert refusal(path) == DossierNewer(str(path))


# -- damage --------------------------------------------------------------------------------------------------------


def test_a_dossier_cut_short_is_damaged(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert isinstance(refusal(path, examine), DossierDamaged)


def places_of(path: Path, words: bytes) -> Iterator[int]:
    """Yield every place at which some bytes stand."""
    content = path.read_bytes()
    found = content.find(words)
    while found >= 0:
        yield found
        found = content.find(words, found + 1)


@pytest.mark.parametrize(
    ("words", "load"),
    [
        ("đã đối chiếu", load_all_decisions),
        ("tổng hợp abc", load_histories),
        ("Cụm thử số 1", load_cluster),
    ],
)
def test_a_changed_letter_is_never_read_though_sqlite_sees_nothing(
    tmp_path: Path, words: str, load: Callable[[Kept], object]
) -> None:
    path = kept_here(tmp_path)
    (place,) = places_of(path, words.encode())
    edited(path, place, b"q")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    assert isinstance(refusal(path, lambda path: drawn.loaded(path, load)), DossierDamaged)
    assert isinstance(refusal(path, examine), DossierDamaged)


def test_a_changed_byte_of_a_kept_file_is_never_read(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    place = next(places_of(path, b"lightlight"))
    edited(path, place, b"n")
    digest = digest_of(b"\xff\xd8" + b"light" * 3000)

    trouble = refusal(path, lambda path: drawn.loaded(path, lambda kept: load_content(kept, digest)))

    assert trouble == DossierDamaged(str(path), f"content {digest[:12]}")
    assert refusal(path, examine) == trouble


def test_noise_anywhere_is_found_or_changes_nothing(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    whole, held = path.read_bytes(), drawn.everything(path)
    found: Counter[type[object]] = Counter()
    for place in range(100, len(whole), 997):
        path.write_bytes(whole)
        edited(path, place, bytes(byte ^ 0x5A for byte in whole[place : place + 40]))
        found[type(trouble_or(held, path))] += 1

    assert found.keys() <= {DossierDamaged, DossierAltered, list}
    assert found[DossierDamaged] > 40


def trouble_or(held: list[str], path: Path) -> Trouble | list[str]:
    """Return the trouble that a dossier is in, or what it holds, which nothing has changed."""
    try:
        examine(path)
    except TroubleError as error:
        return error.trouble
    assert drawn.everything(path) == held
    return held


def test_a_row_that_is_gone_is_missed(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    drawn.written(path, drawn.accept)
    altered(path, "DELETE FROM decision WHERE number = 1")

    assert refusal(path, examine) == DossierDamaged(str(path), "decision 1")


def test_a_row_whose_revision_is_gone_is_not_passed_over(tmp_path: Path) -> None:
    path = altered(kept_here(tmp_path), "PRAGMA foreign_keys = OFF", "DELETE FROM revision WHERE number = 5")

    assert isinstance(refusal(path, lambda path: drawn.loaded(path, load_all_decisions)), DossierDamaged)


def test_a_well_sealed_row_that_says_no_act_is_refused(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    drawn.written(
        path, lambda kept: drawn.add_row(kept, "decision", ("period", "kind", "act"), "2023", "reopened", "{}")
    )

    assert refusal(path, lambda path: drawn.loaded(path, load_all_decisions)) == DossierDamaged(str(path), "decision 2")


# -- what does not belong there --------------------------------------------------------------------------------------

ENDLESS = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT count(*) AS number FROM more"
STRANGE = [
    ("CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM receipt; END", "trigger t"),
    (f"CREATE VIEW v AS {ENDLESS}", "view v"),
    ("CREATE TABLE more (a)", "table more"),
    ("CREATE INDEX i ON decision (period)", "index i"),
    ("ALTER TABLE decision ADD COLUMN huge TEXT AS (hex(zeroblob(900000000)))", "table decision"),
    ("CREATE VIRTUAL TABLE seek USING fts5(a)", "table seek"),
    ("DROP TABLE report", "table report"),
    ("ALTER TABLE decision RENAME COLUMN act TO acts", "table decision"),
]


@pytest.mark.parametrize(("statement", "named"), STRANGE)
def test_a_dossier_with_a_schema_not_ours_is_refused_before_it_is_read(
    tmp_path: Path, statement: str, named: str
) -> None:
    path = altered(kept_here(tmp_path), statement)

    trouble = refusal(path)

    assert isinstance(trouble, DossierAltered)
    assert named in trouble.found


def test_a_table_that_became_an_endless_view_is_refused_at_once(tmp_path: Path) -> None:
    path = altered(kept_here(tmp_path), "DROP TABLE revision", f"CREATE VIEW revision AS {ENDLESS}")

    assert isinstance(refusal(path), DossierAltered)


def test_a_trigger_never_fires_when_a_dossier_is_written(tmp_path: Path) -> None:
    path = altered(kept_here(tmp_path), STRANGE[0][0])

    def write(path: Path) -> None:
        with writing(path, 7, "Lan", drawn.LATER) as kept:
            drawn.accept(kept)

    assert isinstance(refusal(path, write), DossierAltered)


def test_a_dossier_turned_into_another_kind_of_log_is_refused(tmp_path: Path) -> None:
    path = altered(kept_here(tmp_path), "PRAGMA journal_mode = WAL")

    assert refusal(path) == DossierAltered(str(path), "WAL")


# -- what lies beside ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_a_planted_log_is_refused_before_sqlite_replays_it(tmp_path: Path, ending: str) -> None:
    path = kept_here(tmp_path)
    beside = path.with_name(path.name + ending)
    beside.write_bytes(b"\x37\x7f\x06\x82" + bytes(64))

    assert refusal(path) == StrangeFileBeside(str(path), beside.name)


def test_a_planted_journal_cannot_make_sqlite_delete_another_file(tmp_path: Path) -> None:
    path, other = kept_here(tmp_path), tmp_path / "other.docx"
    other.write_bytes(b"mine")
    journal = planted(path, other)

    assert refusal(path) == StrangeFileBeside(str(path), journal.name)
    with closing(sqlite3.connect(path)) as connection:  # what SQLite does when it is not held back
        connection.execute("SELECT * FROM revision").fetchall()
    assert not other.exists()


def planted(path: Path, other: Path) -> Path:
    """Lay a journal beside a dossier that says: when I am rolled back, the file OTHER is done with."""
    pages = path.stat().st_size // 4096
    head = JOURNAL_MAGIC + bytes(8) + pages.to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    name = str(other).encode()
    tail = name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + JOURNAL_MAGIC
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(head.ljust(512, b"\0") + (2**30 // 4096 + 1).to_bytes(4, "big") + tail)
    return journal


def test_a_dossier_from_elsewhere_comes_without_a_journal(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(JOURNAL_MAGIC + bytes(504))

    assert refusal(path, examine) == StrangeFileBeside(str(path), journal.name)


def test_what_a_broken_off_write_left_is_rolled_back(tmp_path: Path) -> None:
    path = kept_here(tmp_path)
    held, before = drawn.everything(path), path.read_bytes()
    broken_off(path)
    assert path.read_bytes() != before

    assert drawn.everything(path) == held
    assert [found.name for found in tmp_path.iterdir()] == [drawn.NAME]


def broken_off(path: Path) -> None:
    """Leave a dossier as a power cut in the middle of a write does: half written, its journal beside it."""
    journal = path.with_name(path.name + "-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE receipt SET name = name || 'x'")
        connection.execute("UPDATE content SET bytes = randomblob(200000)")
        half, log = path.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    path.write_bytes(half)
    journal.write_bytes(log)


def test_a_dossier_that_is_fine_is_opened(tmp_path: Path) -> None:
    path = kept_here(tmp_path)

    with reading(path) as kept:
        assert kept.revision.number == 7
    assert examine(path).number == 7
