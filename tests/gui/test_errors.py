"""Errors of the program itself. This module holds the tests of how the window meets its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_here import DESK, Shown, shown

from ccbdesk.gui import errors
from ccbdesk.gui.errors import Hook, parted, places_of, write_down


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Shown:
    return shown(qtbot, tmp_path, lambda _: DESK, DESK)


@pytest.fixture
def hook(here: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    monkeypatch.setattr(errors, "log_folder", lambda: tmp_path / "log")
    hook = Hook(here.window)
    yield hook
    hook.leave()


def failed_at_a_figure() -> ValueError:
    """Return an error as it is after it was raised; its words hold a member's figure."""
    try:
        int("Bắc Kạn 1234")
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_nobody_expected_is_told_and_written_down_without_figures(
    here: Shown, hook: Hook, tmp_path: Path
) -> None:
    error = failed_at_a_figure()

    hook(ValueError, error, error.__traceback__)

    written = (tmp_path / "log" / "ccbdesk.log").read_text(encoding="utf-8")
    assert here.overlay.accessibleName() == "Chương trình gặp lỗi"
    assert ("test_errors.py:" in written, "ValueError" in written, "1234" in written) == (True, True, False)


def test_errors_that_follow_are_written_down_but_not_told_on_top_of_one_another(
    here: Shown, hook: Hook, tmp_path: Path
) -> None:
    for _ in range(3):
        error = failed_at_a_figure()
        hook(ValueError, error, error.__traceback__)
    assert here.overlay.isVisible()
    here.overlay.cancel()
    error = failed_at_a_figure()
    hook(ValueError, error, error.__traceback__)

    written = (tmp_path / "log" / "ccbdesk.log").read_text(encoding="utf-8")
    assert (written.count("ValueError"), here.overlay.isVisible()) == (4, True)


def test_a_person_who_stops_the_program_in_the_terminal_is_not_told_of_an_error(
    here: Shown, hook: Hook, capsys: pytest.CaptureFixture[str]
) -> None:
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert (here.is_free, "KeyboardInterrupt" in capsys.readouterr().err) == (True, True)


def test_afterwards_errors_are_pythons_again(hook: Hook) -> None:
    assert sys.excepthook is hook

    hook.leave()

    assert sys.excepthook is sys.__excepthook__


def test_a_log_that_grows_too_large_begins_anew_and_the_old_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "ccbdesk.log").write_text("x" * 600_000, encoding="utf-8")

    write_down("tệp:1 hàm", tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["ccbdesk.log", "ccbdesk.old.log"]
    assert (tmp_path / "ccbdesk.log").stat().st_size < 1000


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")

    write_down("tệp:1 hàm", tmp_path / "a file")

    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_only_places_are_told_of_an_error_never_its_words() -> None:
    places = places_of(failed_at_a_figure()).splitlines()

    assert (len(places), places[0].split(":")[0], places[-1]) == (2, "test_errors.py", "ValueError")


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Một câu.", ("Một câu.", "")),
        ("Điều xảy ra. Việc cần làm. Không mất gì.", ("Điều xảy ra.", "Việc cần làm. Không mất gì.")),
        ("Tệp “So 1.2.xlsx” đang mở. Hãy đóng.", ("Tệp “So 1.2.xlsx” đang mở.", "Hãy đóng.")),
    ],
)
def test_what_happened_stands_before_what_to_do(sentence: str, parts: tuple[str, str]) -> None:
    assert parted(sentence) == parts
