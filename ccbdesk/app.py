"""Where the pieces are put together. This module holds the program's start, with or without its window.

What each of the two needs is brought in only there, so that the window opens at once and a command needs no screen."""

import gc
import getpass
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from ccbdesk.model.decision import Hand

NOBODY = "không rõ"
"""Who decides, where the computer does not know who sits before it."""

DONE = 0
COULD_NOT = 2

_SELDOM = 2_000_000  # values made between two searches for rings of them; Python's own number is 700
_NO_SCREEN = (
    "Máy này không có màn hình để mở cửa sổ. "
    "Vẫn dùng được chương trình bằng dòng lệnh: gõ “ccbdesk -h” để xem các lệnh."
)
_NO_QT = (
    "Chưa mở được cửa sổ vì máy thiếu một thư viện của hệ thống ({reason}). "
    "Tệp README của chương trình ghi dòng lệnh để cài. Vẫn dùng được chương trình bằng dòng lệnh: gõ “ccbdesk -h”."
)


def start() -> int:
    """Open the window, or run the command that was typed; return the exit status."""
    words = sys.argv[1:]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console would otherwise stop at the first Vietnamese letter
            stream.reconfigure(encoding="utf-8", errors="replace")
    return open_window(words) if wants_window(words) else run_command(words)


def wants_window(words: Sequence[str]) -> bool:
    """Tell whether what was typed asks for the window: nothing at all, or files and folders and nothing else.

    A command's name is no path with an ending or a folder in it, so none is taken for a file."""
    return all((Path(word).suffix or len(Path(word).parts) > 1) and Path(word).exists() for word in words)


def has_screen(system: str, variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; ``system`` is ``sys.platform``."""
    if system != "linux":
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(words: Sequence[str]) -> int:
    """Open the window with the files that were named, or hand them to the one that is open already."""
    if not has_screen(sys.platform, os.environ):
        sys.stderr.write(f"{_NO_SCREEN}\n")
        return COULD_NOT
    try:
        from ccbdesk.gui.start import run  # noqa: PLC0415 - as this module says
    except ImportError as error:
        sys.stderr.write(f"{_NO_QT.format(reason=error)}\n")
        return COULD_NOT
    return run([Path(word).absolute() for word in words], user_name())


def run_command(words: Sequence[str]) -> int:
    """Run the command that was typed, with user and time as this computer has them."""
    from ccbdesk.cli.commands import run  # noqa: PLC0415 - as this module says

    spare_the_collector()
    hand = Hand(user_name(), datetime.now().astimezone().replace(microsecond=0))
    try:
        status = run(list(words), hand, sys.stdout, sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough, as with “ccbdesk trace … | head”
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would complain at the very end
        return DONE
    return status


def user_name() -> str:
    """Return under what name the person is signed in on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that knows no users by name
        return NOBODY


def spare_the_collector() -> None:
    """Let Python look for rings of values seldom, and never among the modules.

    A command lives for seconds and makes many small values that stay and form no rings: to look costs a tenth of all
    its time and finds nothing. The search is not ended, for nobody knows how many files a folder holds."""
    gc.freeze()
    gc.set_threshold(_SELDOM)
