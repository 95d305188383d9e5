"""Names of files that came from outside. This module holds how they become names under which a file is written."""

import re

from ccbdesk.operations.gather import WORKBOOKS

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST_NAME = 100


def plain_name(name: str) -> str:
    """Return a name that every system takes and that leads nowhere else."""
    stem, dot, ending = _UNFIT.sub("_", name).rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:_LONGEST_NAME]}".strip(" .")


def workbook_name(name: str) -> str:
    """Return a plain name that is opened as a workbook and never run, whatever ending the file came with."""
    plain = plain_name(name)
    return plain if any(plain.casefold().endswith(ending) for ending in WORKBOOKS) else f"{plain}.xlsx"
