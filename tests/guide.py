"""The guide to form workbooks, for the tests. This module holds how its sections, tables and commands are read."""

import re
from pathlib import Path

GUIDE = (Path(__file__).resolve().parents[1] / "docs" / "form-language.md").read_text(encoding="utf-8")
Row = tuple[str, ...]


def tables(*heads: str, within: str = "") -> list[list[Row]]:
    """Return the rows of all tables that have these headings, of the whole guide or of one section."""
    found = re.findall(r"(?:^\|.*\|\n)+", section(within) if within else GUIDE, re.MULTILINE)
    parted = [[cells_of(line) for line in table.splitlines()] for table in found]
    return [rows[2:] for rows in parted if rows[0] == heads]


def table(*heads: str, within: str = "") -> list[Row]:
    """Return the rows of the one table that has these headings."""
    (rows,) = tables(*heads, within=within)
    return rows


def cells_of(line: str) -> Row:
    """Return the cells of a line of a table."""
    cells = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def code(cell: str) -> str:
    """Return what stands between backticks; an empty cell is empty."""
    return cell.strip("`")


def section(title: str) -> str:
    """Return the text under a heading."""
    found: str
    (found,) = re.findall(rf"^## \d+\. {title}\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    return found


def commands(title: str) -> list[tuple[list[str], str]]:
    """Return the commands shown in a section, in words, each with what the program answers."""
    shown = re.findall(r"^```\n> ccbdesk (.*)\n((?:.*\n)*?)```$", section(title), re.MULTILINE)
    return [(command.split(), answer) for command, answer in shown]


def shown_file(title: str) -> str:
    """Return the text of the one file that a section shows whole."""
    (found,) = re.findall(r"^```\n(\{.*\}\n)```$", section(title), re.MULTILINE)
    return str(found)
