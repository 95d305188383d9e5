"""One window a person. This module holds the tests of the second start."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ccbdesk.gui.single import Listener, hand_over, name_for


@pytest.fixture
def name() -> str:
    return f"ccbdesk-test-{uuid4().hex}"


@pytest.fixture
def first(qtbot: QtBot, name: str) -> Iterator[Listener]:
    assert qtbot is not None
    listener = Listener(name)
    yield listener
    listener.close()


def second(name: str, *files: str) -> subprocess.Popen[bytes]:
    """Start the program a second time, in its own process."""
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; QCoreApplication([]); "
        "from ccbdesk.gui.single import hand_over; "
        "sys.exit(not hand_over(sys.argv[1], [Path(each) for each in sys.argv[2:]]))"
    )
    return subprocess.Popen((sys.executable, "-c", code, name, *files))


@pytest.mark.parametrize("files", [(), ("a b.xlsx", "thư mục/ố.xlsx")])
def test_a_second_start_hands_its_files_to_the_first_and_ends(
    qtbot: QtBot, first: Listener, name: str, files: tuple[str, ...]
) -> None:
    with qtbot.waitSignal(first.handed_over, timeout=20_000) as waited:
        process = second(name, *files)

    assert waited.args == [tuple(Path(each).absolute() for each in files)]
    assert process.wait(20) == 0


def test_where_nobody_listens_the_start_is_the_first(qtbot: QtBot, name: str) -> None:
    assert qtbot is not None
    assert not hand_over(name, [Path("a.xlsx")])


def test_after_a_first_start_was_killed_the_next_is_the_first(qtbot: QtBot, name: str) -> None:
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; application = QCoreApplication([]); "
        "from ccbdesk.gui.single import Listener; listener = Listener(sys.argv[1]); "
        "print('listening', flush=True); application.exec()"
    )
    killed = subprocess.Popen((sys.executable, "-c", code, name), stdout=subprocess.PIPE)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == b"listening"
    killed.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    killed.communicate()

    assert not hand_over(name, [])
    listener = Listener(name)
    with qtbot.waitSignal(listener.handed_over, timeout=20_000):
        process = second(name)
    assert process.wait(20) == 0
    listener.close()


@pytest.mark.parametrize("words", [b"what?\n", b"{}\n", b"[1]\n", b"\xff\n"])
def test_whoever_does_not_speak_our_language_is_not_heard(
    qtbot: QtBot, first: Listener, name: str, words: bytes
) -> None:
    heard: list[object] = []
    first.handed_over.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(name)
    stranger.write(words)
    with qtbot.waitSignal(first.handed_over, timeout=20_000):
        process = second(name, "a.xlsx")

    assert (process.wait(20), heard) == (0, [(Path("a.xlsx").absolute(),)])


def test_each_person_has_a_window_of_their_own() -> None:
    assert name_for("an") == name_for("an") != name_for("bình")
    assert "an" not in name_for("an")
