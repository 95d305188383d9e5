"""Where the pieces are put together. This module holds the start of the program from the command line."""

import gc
import sys
from datetime import datetime
from io import TextIOWrapper

from ccbdesk.cli.commands import run

_SELDOM = 200_000  # allocations between two searches for rings of values; Python's own number is 700


def start() -> int:
    """Run the command that was typed, with today's date as this computer has it; return the exit status.

    Both streams are made UTF-8: a Windows console would otherwise stop at the first Vietnamese letter."""
    # A command lives for seconds and makes many small values that stay: looking for rings among them only costs time.
    gc.freeze()
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return run(sys.argv[1:], datetime.now().astimezone().date(), sys.stdout, sys.stderr)
