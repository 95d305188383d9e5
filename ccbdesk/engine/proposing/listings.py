"""A template's lists. This module holds the columns a unit fills in, row by row, and the row that adds them up."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.proposing.arranging import Arrangement, is_total_row
from ccbdesk.engine.proposing.codes import LONGEST
from ccbdesk.engine.proposing.heads import Head, HeadColumn
from ccbdesk.engine.proposing.matrices import certainty_of_total, column_codes, column_label
from ccbdesk.engine.proposing.measures import Asked, kind_of
from ccbdesk.engine.proposing.pages import Page, address
from ccbdesk.engine.proposing.sums import summed
from ccbdesk.model.form import Kind, RuleKind
from ccbdesk.model.grid import column_letters
from ccbdesk.model.layout import Place
from ccbdesk.model.proposal import About, Certainty, ProposedColumn, ProposedRule, ProposedTotal, Remark
from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.vocabulary.forms import INDICATOR_CODE
from ccbdesk.vietnamese.vocabulary.office_tables import COUNTED, PART_OPENINGS, YEAR_OPENINGS

_OPENINGS = tuple(map(folded, PART_OPENINGS))
_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it could stand in a form."""

    columns: tuple[ProposedColumn, ...]
    totals: tuple[ProposedTotal, ...]
    rules: tuple[ProposedRule, ...]
    remarks: tuple[Remark, ...]


def listing_of(page: Page, head: Head, arrangement: Arrangement, sheet: str, longest: int) -> Listing:
    """Return the columns of a list, those marked that are added up, and the cells that do so in the template.

    No code of a column is longer than ``longest``."""
    total = arrangement.rows.stop if is_total_row(page, head, arrangement.rows.stop) else None
    named = [column_label(column, arrangement.data) for column in arrangement.data]
    codes = column_codes([label for label, _ in named], longest, INDICATOR_CODE.reserved)
    columns: list[ProposedColumn] = []
    remarks: list[Remark] = []
    for place, (column, (label, measure), code) in enumerate(zip(arrangement.data, named, codes, strict=True)):
        is_summed = total is not None and bool(summed(page.formula(total, column.column) or ""))
        kind, certainty = _kind(page, arrangement.rows, column, (label, measure), is_summed=is_summed)
        is_added = kind in _NUMBERS and (is_summed or not folded(label).startswith(YEAR_OPENINGS))
        where = (page.name, address(head.top, column.column), column.title)
        remarks.extend(_remarks(where, kind, certainty, is_added=is_added and not is_summed))
        if kind is Kind.MONEY and not measure:
            remarks.append(Remark(About.MEASURE_MISSING, Certainty.UNKNOWN, *where))
        letters = column_letters(column.column)
        columns.append(ProposedColumn(sheet, code, label, kind, measure, place == 0, is_added, letters, certainty))
    totals = () if total is None else _totals(page, head, total, tuple(columns), arrangement)
    rules = tuple(_rules(arrangement, tuple(columns)))
    return Listing(tuple(columns), totals, rules, tuple(remarks))


def _rules(arrangement: Arrangement, columns: tuple[ProposedColumn, ...]) -> Iterator[ProposedRule]:
    """Yield the rules that “trong đó” over a column tells: it is not more than the column before it."""
    for head, whole, part in zip(arrangement.data[1:], columns, columns[1:], strict=False):
        is_part = any(folded(words).startswith(_OPENINGS) for words in head.path)
        if is_part and whole.is_added and part.is_added and whole.measure == part.measure:
            code = f"{part.sheet}_{part.code}"
            yield ProposedRule(f"TD-{code}"[:LONGEST], RuleKind.NOT_MORE_THAN, code, f"{part.sheet}_{whole.code}")


def _kind(
    page: Page, rows: range, column: HeadColumn, named: tuple[str, str], *, is_summed: bool
) -> tuple[Kind, Certainty]:
    """Return the kind of a column: what nothing calls a number is words."""
    label, measure = named
    formats = tuple(filter(None, (page.format(row, column.column) for row in rows)))
    contents = tuple(c for row in rows if (c := page.own(row, column.column)) is not None)
    kind, certainty = kind_of(Asked(label, measure, formats, contents))
    if kind is not Kind.INTEGER or measure or is_summed or any("0" in format for format in formats):
        return kind, certainty
    key = folded(label)
    is_counted = key.startswith(("so ", *YEAR_OPENINGS)) or key in COUNTED
    return (Kind.INTEGER, Certainty.LIKELY) if is_counted else (Kind.TEXT, Certainty.DOUBTFUL)


def _remarks(where: tuple[str, str, str], kind: Kind, certainty: Certainty, *, is_added: bool) -> list[Remark]:
    said = [Remark(About.COLUMN_ADDED, Certainty.LIKELY, *where)] if is_added else []
    if certainty is Certainty.DOUBTFUL:
        said.append(Remark(About.KIND, certainty, *where, kind.value))
    return said


def _totals(
    page: Page, head: Head, row: int, columns: tuple[ProposedColumn, ...], arrangement: Arrangement
) -> tuple[ProposedTotal, ...]:
    name = next(page.text(row, c) for c in range(head.left, head.right + 1) if page.content(row, c) is not None)
    return tuple(
        ProposedTotal(
            page.name,
            address(row, place.column),
            f"{name} – {column.label}",
            column.measure,
            certainty_of_total(page, Place(row, place.column)),
        )
        for place, column in zip(arrangement.data, columns, strict=True)
        if column.kind in _NUMBERS and (column.is_added or page.formula(row, place.column) is not None)
    )
