"""Telling how far long work has come. This module holds the one shape in which it is told."""

from collections.abc import Callable

Progress = Callable[[str], None]
"""Called with what is being done now, in Vietnamese, before it is done."""


def silent(_doing: str) -> None:
    """Tell nobody."""
