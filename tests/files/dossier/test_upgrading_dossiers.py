"""Dossiers of an earlier program. This module holds that each opens under this one and under the next, with a copy of
the file kept before it is changed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import dossier_drawing as drawn
import pytest

from ccbdesk.files.dossier import opening, schema
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.opening import address_of
from ccbdesk.files.dossier.upgrading import copy_of
from ccbdesk.model.trouble import DossierAltered, DossierReadOnly, TroubleError

KEPT = Path(__file__).resolve().parents[2] / "dossiers"
LATER: schema.Upgrade = (
    "CREATE TABLE later (number INTEGER PRIMARY KEY, seal BLOB) STRICT",
    "CREATE INDEX named ON receipt (name)",
)
LATER_STILL: schema.Upgrade = ("ALTER TABLE later ADD COLUMN more TEXT NOT NULL DEFAULT ''",)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> int:
    """Bring the program two schemas further, and return the number of the newest."""
    monkeypatch.setattr(schema, "UPGRADES", (*schema.UPGRADES, LATER, LATER_STILL))
    return len(schema.UPGRADES)


@pytest.fixture(params=sorted(path.name for path in KEPT.glob("schema_*.ccbdesk")))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a dossier as it was once written."""
    return Path(shutil.copy(KEPT / request.param, tmp_path))


def version_of(path: Path) -> int:
    """Return the number of a file's schema."""
    with closing(sqlite3.connect(path)) as connection:
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return number


def held_once(old: Path) -> list[str]:
    """Return what a kept dossier held when it was written."""
    return (KEPT / old.name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_a_dossier_of_every_schema_there_was_is_kept() -> None:
    names = {path.name for path in KEPT.glob("schema_*.ccbdesk")}

    assert names == {f"schema_{number}.ccbdesk" for number in range(1, len(schema.UPGRADES) + 1)}


def test_a_dossier_of_an_earlier_schema_holds_all_it_held(old: Path) -> None:
    assert drawn.everything(old) == held_once(old)
    assert version_of(old) == len(schema.UPGRADES)
    examine(old)


def test_a_dossier_of_an_earlier_schema_can_be_written_to(old: Path) -> None:
    revision = drawn.seen(old)
    drawn.written(old, drawn.take_in_again)

    assert drawn.seen(old) == revision + 1
    examine(old)


def test_what_it_held_is_still_held_after_later_upgrades(old: Path, later: int) -> None:
    assert drawn.everything(old) == held_once(old)
    assert version_of(old) == later
    examine(old)


def test_a_copy_is_kept_as_the_dossier_was_before_it_was_upgraded(tmp_path: Path, later: int) -> None:
    old = Path(shutil.copy(KEPT / "schema_1.ccbdesk", tmp_path))
    before = drawn_by_sqlite(old)
    revision = drawn.seen(old)
    copy = copy_of(old, 1, revision)

    assert version_of(old) == later
    assert drawn_by_sqlite(copy) == before
    assert {path.name for path in tmp_path.iterdir()} == {old.name, copy.name}
    assert drawn.seen(old) == revision


def drawn_by_sqlite(path: Path) -> list[str]:
    """Return all of a file's content as statements, with its schema's number."""
    with closing(sqlite3.connect(path)) as connection:
        return [str(version_of(path)), *connection.iterdump()]


def test_a_dossier_of_an_earlier_schema_is_read_where_nothing_can_be_written(
    old: Path, later: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = old.read_bytes(), version_of(old)
    monkeypatch.setattr(opening, "address_of", lambda path: address_of(path).replace("mode=rw", "mode=ro"))

    assert drawn.everything(old) == held_once(old)
    with pytest.raises(TroubleError) as raised:
        drawn.written(old, drawn.accept)
    assert raised.value.trouble == DossierReadOnly(str(old))
    assert (old.read_bytes(), version) == (before, version_of(old))
    assert version < later


def test_an_upgrade_that_fails_leaves_the_dossier_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Path(shutil.copy(KEPT / "schema_1.ccbdesk", tmp_path))
    before = drawn_by_sqlite(old)
    monkeypatch.setattr(schema, "UPGRADES", (schema.UPGRADES[0], (LATER[0], "CREATE TABLE later (again)")))

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        drawn.seen(old)

    assert drawn_by_sqlite(old) == before


ENDLESS = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT n AS number FROM more"


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (("CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM receipt; END",), "trigger t"),
        (("DROP TABLE revision", f"CREATE VIEW revision AS {ENDLESS}"), "table revision, view revision"),
    ],
)
def test_a_dossier_with_something_strange_in_it_is_not_upgraded(
    tmp_path: Path, later: int, statements: tuple[str, ...], named: str
) -> None:
    old = Path(shutil.copy(KEPT / "schema_1.ccbdesk", tmp_path))
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)

    with pytest.raises(TroubleError) as raised:
        drawn.seen(old)

    assert raised.value.trouble == DossierAltered(str(old), named)
    assert version_of(old) == 1 < later
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
