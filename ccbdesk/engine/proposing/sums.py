"""What a template's formulas say. This module holds how a sum is recognised and how a formula becomes an expression."""

import re
from collections.abc import Callable, Iterator

from ccbdesk.model.layout import Place

_MOST_PLACES = 2_000
_ONE = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_ANY = rf"{_ONE}(?::{_ONE})?"
_RANGE = re.compile(rf"({_ONE})(?::({_ONE}))?")
_TERM = rf"(?:SUM\(\s*{_ANY}(?:\s*[,;]\s*{_ANY})*\s*\)|{_ONE})"
_SUM = re.compile(rf"\+?\s*{_TERM}(?:\s*\+\s*{_TERM})*")
_GUARDS = (
    re.compile(r"IFERROR\((?P<inner>.+)[,;][^,;()]*\)"),
    re.compile(r"IF\([^,;]+=\s*(?:0|\"\")\s*[,;][^,;]*[,;](?P<inner>.+)\)"),
    re.compile(r"IF\([^,;]+(?:>|<>)\s*(?:0|\"\")\s*[,;](?P<inner>.+)[,;][^,;()]*\)"),
)
_ALLOWED = re.compile(r"[\w\s+\-*/();.,]*", re.ASCII)
_PERCENT = re.compile(r"\d+%")


def bare(formula: str) -> str:
    """Return a formula without its guards against a division by zero and without signs that change nothing."""
    formula = formula.strip().lstrip("=").strip()
    for guard in _GUARDS:
        found = guard.fullmatch(formula)
        if found:
            return bare(found["inner"])
    return formula


def summed(formula: str) -> tuple[Place, ...] | None:
    """Return the cells a formula adds up, None where it does anything else."""
    formula = bare(formula)
    if not _SUM.fullmatch(formula):
        return None
    places = [place for found in _RANGE.finditer(formula.replace("SUM(", "")) for place in _places(found)]
    return tuple(places) if places and len(places) <= _MOST_PLACES else None


def translated(formula: str, name_of: Callable[[Place], str | None]) -> str | None:
    """Return a formula as an expression of forms; None where it is more than arithmetic with known cells."""
    formula = bare(formula)
    if "!" in formula or _PERCENT.search(formula) or '"' in formula:
        return None
    unknown = False

    def named(found: re.Match[str]) -> str:
        nonlocal unknown
        names = [name for place in _places(found) if (name := name_of(place))]
        unknown = unknown or not names or (found[2] is None and len(names) != 1)
        return "; ".join(names)

    said = _RANGE.sub(named, formula.replace("SUM(", "TONG(").replace(",", ";"))
    is_clear = not unknown and bool(_ALLOWED.fullmatch(said)) and not re.search(r"\b(?!TONG\b)[A-Z]{2,}", said)
    return re.sub(r"\s*([+\-*/])\s*", r" \1 ", said).strip() if is_clear else None


def is_share(formula: str) -> bool:
    """Tell whether a formula divides at its top."""
    return "/" in re.sub(r"\([^()]*\)", "", bare(formula))


def _places(found: re.Match[str]) -> Iterator[Place]:
    first, last = _place(found[1]), _place(found[2] or found[1])
    rows = range(min(first.row, last.row), max(first.row, last.row) + 1)
    columns = range(min(first.column, last.column), max(first.column, last.column) + 1)
    if len(rows) * len(columns) > _MOST_PLACES:
        return
    yield from (Place(row, column) for row in rows for column in columns)


def _place(address: str) -> Place:
    letters = re.sub(r"[^A-Z]", "", address)
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Place(int(re.sub(r"\D", "", address)), column)
