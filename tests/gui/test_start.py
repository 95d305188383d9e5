"""Starting: what typed words open, what the window's process loads, and that a start with files takes them in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from serving_here import SAMPLE

from ccbdesk import app

ROOT = Path(__file__).resolve().parents[2]

HEAVY = ("openpyxl", "lxml", "python_calamine", "xlsxwriter", "docx", "sqlite3", "zipfile.ZipFile")
OURS = ("ccbdesk.operations", "ccbdesk.engine", "ccbdesk.files", "ccbdesk.service.serving", "ccbdesk.cli")


def started(code: str, folder: Path, *words: str) -> str:
    """Run a piece of code as a program of its own, with settings in a folder, and return what it prints."""
    homes = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    done = subprocess.run(
        (sys.executable, "-c", code, *words),
        cwd=ROOT,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


LOADED = """
import sys
from PySide6.QtWidgets import QApplication
from ccbdesk.gui.start import made
from ccbdesk.gui.screens import PAGES
application = QApplication([])
window = made("Lan")
window.show()
for step in PAGES:
    if sys.argv[1] == "all":
        window.bench.page_of(step)
application.processEvents()
print(*sorted(sys.modules), sep="\\n")
window.close()
"""


@pytest.mark.parametrize("pages", ["none", "all"])
def test_the_window_loads_nothing_that_works_on_files(tmp_path: Path, pages: str) -> None:
    loaded = set(started(LOADED, tmp_path, pages).split())

    assert "PySide6.QtWidgets" in loaded
    assert [name for name in (*HEAVY, *OURS) if name in loaded] == []


WITH_FILES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ccbdesk.gui import main_window, start

def look():
    windows = [each for each in start.QApplication.topLevelWidgets() if isinstance(each, main_window.MainWindow)]
    desk = windows[0].desk if windows else None
    if desk is not None:
        print(desk.receiving_lead, desk.table.dossier)
        windows[0].close()

if __name__ == "__main__":
    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    QTimer.singleShot(0, timer.start)
    sys.exit(start.run([Path(each) for each in sys.argv[1:]], sys.argv[1]))
"""


def test_a_start_with_files_opens_the_window_and_takes_them_in(tmp_path: Path) -> None:
    """The engine runs in its own process, begun from a script as the installed command is one."""
    script = tmp_path / "start.py"
    script.write_text(WITH_FILES, encoding="utf-8")

    said = started(
        f"import runpy, sys; runpy.run_path({str(script)!r}, run_name='__main__')", tmp_path, str(SAMPLE / "clean")
    )

    assert " trên 6 đơn vị." in said
    assert len(list(tmp_path.rglob("*.ccbdesk"))) == 1


# -- what words ask for --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "is_window"),
    [
        ([], True),
        (["a.xlsx"], True),
        (["a.xlsx", "b/c.ccbdesk"], True),
        (["b/"], True),
        (["gone.xlsx"], False),
        (["demo"], False),
        (["-h"], False),
        (["merge", "a.xlsx"], False),
        (["a.xlsx", "--json"], False),
    ],
)
def test_files_or_nothing_ask_for_the_window_and_all_else_is_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], *, is_window: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "demo").mkdir()  # a folder that is called as a command is
    for name in ("a.xlsx", "b/c.ccbdesk"):
        (tmp_path / name).touch()
    absolute = [str(tmp_path / word) if word.endswith("/") else word for word in words]

    assert app.wants_window(absolute) == is_window


@pytest.mark.parametrize(
    ("system", "variables", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_needs_a_screen(system: str, variables: dict[str, str], *, there: bool) -> None:
    assert app.has_screen(system, variables) == there


def test_without_a_screen_a_sentence_names_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "has_screen", lambda *_: False)
    monkeypatch.setattr(sys, "argv", ["ccbdesk"])

    status = app.start()

    assert (status, "ccbdesk -h" in capsys.readouterr().err) == (2, True)
