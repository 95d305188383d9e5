"""The fonts of the window. This module holds how those that ship with the program are made known to Qt."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from ccbdesk import resources


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the fonts that ship with the program known and return the names of their families, once a program."""
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in resources.fonts()]
    return tuple(sorted({name for number in numbers for name in QFontDatabase.applicationFontFamilies(number)}))
