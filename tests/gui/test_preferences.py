"""What the program remembers. This module holds the tests: it comes back, and nothing in the file can stop the program."""

from pathlib import Path

import pytest

from ccbdesk.gui.preferences import Kept, Preferences

EVERYTHING = Kept(
    geometry="01d9",
    factor=1.3,
    is_high_contrast=True,
    last_folder="/d",
    saved_in=(("/d/a.ccbdesk", "/d/out"),),
    recent=("/d/a.ccbdesk", "/d/b.ccbdesk"),
)


def stored(path: Path, text: str) -> Kept:
    """Return what is made of a file that holds this text."""
    path.write_text(text, encoding="utf-8")
    return Preferences.in_file(path).kept


def test_a_new_program_remembers_nothing(tmp_path: Path) -> None:
    assert Preferences.in_file(tmp_path / "none.json").kept == Kept()


def test_everything_comes_back_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "preferences.json"
    Preferences.in_file(path).change(
        geometry="01d9",
        factor=1.3,
        is_high_contrast=True,
        last_folder="/d",
        saved_in=(("/d/a.ccbdesk", "/d/out"),),
        recent=("/d/a.ccbdesk", "/d/b.ccbdesk"),
    )

    assert Preferences.in_file(path).kept == EVERYTHING
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "\ufeff{}", '"x"', "[" * 100_000])
def test_a_damaged_file_is_as_none(tmp_path: Path, text: str) -> None:
    assert stored(tmp_path / "preferences.json", text) == Kept()


def test_bytes_that_are_no_text_are_as_none(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(b"\xff\xfe\x00")

    assert Preferences.in_file(path).kept == Kept()


@pytest.mark.parametrize(
    "held",
    [
        '"geometry": 4',
        '"factor": "1.3"',
        '"factor": 40',
        '"factor": true',
        '"factor": NaN',
        '"is_high_contrast": "yes"',
        '"recent": "a"',
        '"recent": [1]',
        '"saved_in": [["a"]]',
        '"saved_in": {"a": "b"}',
        '"unknown": 1',
    ],
)
def test_a_value_that_cannot_be_is_left_out_and_the_others_stay(tmp_path: Path, held: str) -> None:
    assert stored(tmp_path / "preferences.json", f'{{"last_folder": "/d", {held}}}') == Kept(last_folder="/d")


def test_where_nothing_can_be_written_the_program_remembers_until_it_ends(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    preferences = Preferences.in_file(tmp_path / "a file" / "preferences.json")

    preferences.change(factor=1.6)

    assert preferences.kept.factor == 1.6


def test_the_dossier_opened_last_stands_first_and_each_once(tmp_path: Path) -> None:
    preferences = Preferences.in_file(tmp_path / "preferences.json")

    for name in ("a", "b", "a"):
        preferences.remember_dossier(Path(name))
    preferences.forget_dossier(Path("c"))

    assert preferences.kept.recent == ("a", "b")


def test_only_so_many_dossiers_are_remembered_as_can_be_shown(tmp_path: Path) -> None:
    preferences = Preferences.in_file(tmp_path / "preferences.json")

    for number in range(40):
        preferences.remember_dossier(Path(str(number)))

    assert (preferences.kept.recent[0], len(preferences.kept.recent)) == ("39", 12)


def test_results_go_where_they_went_last_and_at_first_beside_the_dossier(tmp_path: Path) -> None:
    preferences = Preferences.in_file(tmp_path / "preferences.json")
    dossier = tmp_path / "a.ccbdesk"

    first = preferences.saving_folder(dossier)
    preferences.remember_saving(dossier, tmp_path / "elsewhere")

    assert (first, preferences.saving_folder(dossier)) == (tmp_path, tmp_path / "elsewhere")
