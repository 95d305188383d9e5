"""Readings that a dossier stores. This module holds that they come back to the program that stored them and to no other,
that none that is not sound comes back at all, and that nothing depends on them."""

import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import dossier_drawing as drawn
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.files.dossier import opening
from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.opening import address_of, writing
from ccbdesk.files.dossier.readings import Readings, load_readings, save_readings
from ccbdesk.model.origin import Digest

OURS = "this program"
RETURN = digest_of(drawn.RETURN)
FORM = digest_of(b"form" * 2000)
READ = {RETURN: '{"cells": "số liệu"}'.encode() * 50, FORM: b""}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a dossier that stores what two of its files read as."""
    made = drawn.made(tmp_path)
    drawn.filled(made)
    save_readings(made, OURS, READ)
    return made


def stored(path: Path, program: str = OURS) -> Readings:
    """Return what comes back to a program."""
    return drawn.loaded(path, lambda kept: load_readings(kept, (RETURN, FORM), program))


def changed(path: Path, statement: str, *given: object) -> None:
    """Change a dossier behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, given)


@settings(max_examples=25)
@given(st.binary(max_size=3000), st.text(max_size=20))
def test_a_reading_comes_back_byte_by_byte(reading: bytes, program: str) -> None:
    with TemporaryDirectory() as folder:
        path = drawn.made(Path(folder))
        drawn.written(path, drawn.take_in)
        save_readings(path, program, {RETURN: reading})

        assert stored(path, program) == {RETURN: reading}


def test_what_is_asked_for_comes_back_and_nothing_else(path: Path) -> None:
    assert stored(path) == READ
    assert drawn.loaded(path, lambda kept: load_readings(kept, (FORM, Digest("0" * 64)), OURS)) == {FORM: b""}


def test_storing_is_no_revision_and_nothing_that_the_dossier_holds(tmp_path: Path) -> None:
    made = drawn.made(tmp_path)
    drawn.filled(made)
    held = drawn.everything(made)
    save_readings(made, OURS, READ)

    assert stored(made) == READ
    assert drawn.everything(made) == held
    examine(made)


def test_whoever_read_before_readings_were_stored_may_still_write(path: Path) -> None:
    revision = drawn.seen(path)
    save_readings(path, OURS, {RETURN: b"read again"})
    with writing(path, revision, "Hoa", drawn.LATER) as kept:
        drawn.accept(kept)

    assert drawn.seen(path) == revision + 1


def test_another_program_finds_nothing_and_its_own_readings_take_the_place(path: Path) -> None:
    assert stored(path, "another program") == {}

    save_readings(path, "another program", {RETURN: b"otherwise"})

    assert stored(path, "another program") == {RETURN: b"otherwise"}
    assert stored(path) == {FORM: b""}


DAMAGE = (
    ("UPDATE reading SET answer = ? WHERE digest = ?", (b"otherwise", RETURN)),
    ("UPDATE reading SET answer = substr(answer, 1, 9) WHERE digest = ?", (RETURN,)),
    ("UPDATE reading SET seal = ? WHERE digest = ?", (b"seal", RETURN)),
    ("UPDATE reading SET answer = (SELECT answer FROM reading WHERE digest = ?) WHERE digest = ?", (FORM, RETURN)),
    ("UPDATE reading SET program = ? WHERE digest = ?", ("another program", RETURN)),
    ("DELETE FROM reading WHERE digest = ?", (RETURN,)),
)


@pytest.mark.parametrize(("statement", "given_values"), DAMAGE)
def test_a_reading_that_is_not_sound_is_not_there_and_the_dossier_is_sound(
    path: Path, statement: str, given_values: tuple[object, ...]
) -> None:
    held = drawn.everything(path)
    changed(path, statement, *given_values)

    assert stored(path) == {FORM: b""}
    assert drawn.everything(path) == held
    examine(path)
    save_readings(path, OURS, READ)
    assert stored(path) == READ


def test_a_reading_that_was_sealed_but_never_packed_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for packed in (b"never packed", b"", zlib.compress(bytes(range(200)))[:-3]):
        with monkeypatch.context() as patched:
            patched.setattr("zlib.compress", lambda *_, packed=packed: packed)
            save_readings(path, OURS, {RETURN: b"whatever"})

        assert stored(path) == {FORM: b""}


def test_a_dossier_of_which_every_reading_was_deleted_is_the_same_dossier(path: Path) -> None:
    held = drawn.everything(path)
    changed(path, "DELETE FROM reading")

    assert stored(path) == {}
    assert drawn.everything(path) == held
    examine(path)


def test_where_the_pages_of_readings_do_not_fit_together_all_else_is_read_and_nothing_stored(path: Path) -> None:
    held, revision = drawn.everything(path), drawn.seen(path)
    spoil_pages_of_readings(path)

    assert stored(path) == {}
    assert drawn.everything(path) == held
    before = path.read_bytes()
    save_readings(path, OURS, READ)
    assert path.read_bytes() == before
    assert drawn.seen(path) == revision


def spoil_pages_of_readings(path: Path) -> None:
    """Overwrite the first page of the table of readings."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'reading'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xaa" * size
    path.write_bytes(content)


# -- where nothing can be written ----------------------------------------------------------------------------------


def test_on_a_medium_that_cannot_be_written_readings_are_read_and_none_stored(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(opening, "address_of", lambda path: address_of(path).replace("mode=rw", "mode=ro"))
    save_readings(path, OURS, {RETURN: b"read again"})

    assert stored(path) == READ
    assert path.read_bytes() == before


@pytest.mark.parametrize("held", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_where_somebody_else_writes_nothing_is_stored_and_nobody_waited_for(path: Path, held: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(held)
        save_readings(path, OURS, {RETURN: b"read again"})
        other.execute("ROLLBACK")

    assert stored(path) == READ


def test_on_a_disk_that_is_nearly_full_nothing_is_stored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2**20))
    save_readings(path, OURS, {RETURN: b"read again"})

    assert path.read_bytes() == before


def test_a_file_that_is_not_there_or_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    save_readings(tmp_path / drawn.NAME, OURS, READ)
    (tmp_path / "x").write_bytes(b"mine")
    save_readings(tmp_path / "x", OURS, READ)

    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"x": b"mine"}


def test_what_is_read_of_bytes_that_are_not_kept_is_not_stored(path: Path) -> None:
    save_readings(path, OURS, {Digest("0" * 64): b"whatever", RETURN: b"read again"})

    assert stored(path) == READ


def test_a_dossier_of_every_schema_takes_readings(tmp_path: Path) -> None:
    for old in sorted((Path(__file__).resolve().parents[2] / "dossiers").glob("schema_*.ccbdesk")):
        path = tmp_path / old.name
        path.write_bytes(old.read_bytes())
        save_readings(path, OURS, READ)

        assert stored(path) == READ, old.name


def test_the_kept_dossier_of_the_second_schema_gives_the_reading_it_stored(tmp_path: Path) -> None:
    path = tmp_path / "schema_2.ccbdesk"
    path.write_bytes((Path(__file__).resolve().parents[2] / "dossiers" / path.name).read_bytes())

    assert stored(path, "a program") == {RETURN: b'{"grids":[]}'}
