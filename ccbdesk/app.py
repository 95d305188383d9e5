"""Where the pieces are put together. This module holds the start of the program from the command line."""

import gc
import getpass
import os
import sys
from datetime import datetime
from io import TextIOWrapper

from ccbdesk.cli.commands import run
from ccbdesk.cli.ending import DONE
from ccbdesk.model.decision import Hand

NOBODY = "không rõ"
"""Who decides, where the computer does not know who sits before it."""

_SELDOM = 2_000_000  # values made between two searches for rings of them; Python's own number is 700


def start() -> int:
    """Run the command that was typed, with user and time as this computer has them; return the exit status.

    Both streams are made UTF-8: a Windows console would otherwise stop at the first Vietnamese letter."""
    spare_the_collector()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    hand = Hand(user_name(), datetime.now().astimezone().replace(microsecond=0))
    try:
        status = run(sys.argv[1:], hand, sys.stdout, sys.stderr)
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
