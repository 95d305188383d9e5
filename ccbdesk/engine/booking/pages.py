"""The units' own sheets: where things stand in them. This module holds their names, rows and columns, alike for all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.model.form import Form, Indicator, Preparer, SheetKind
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode, SheetCode
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.vocabulary import books

HEAD_ROW = 5
PLAN_COLUMN = 5

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_TAKEN = ("History", books.SUMMARY, books.CHECKS, books.SOURCES, books.CHARTS, books.LISTS, books.WORDS, books.BASIS)


@dataclass(frozen=True, slots=True)
class Section:
    """The figures under one heading."""

    title: str
    preparer: Preparer
    indicators: tuple[Indicator, ...]


def sections_of(form: Form) -> tuple[Section, ...]:
    """Return the numeric indicators by section, the members' first, then the cluster's own."""
    grouped: dict[tuple[bool, str], list[Indicator]] = {}
    for indicator in form.indicators:
        if indicator.is_numeric:
            sheet = form.sheet(indicator.sheet)
            key = (sheet.preparer is Preparer.CLUSTER, indicator.section or sheet.title or sheet.name)
            grouped.setdefault(key, []).append(indicator)
    return tuple(
        Section(title, Preparer.CLUSTER if is_own else Preparer.UNIT, tuple(indicators))
        for (is_own, title), indicators in sorted(grouped.items(), key=lambda item: item[0][0])
    )


@dataclass(frozen=True, slots=True)
class UnitPages:
    """The sheets of the units: what each is called, and the rows of headings and figures, the same in every one."""

    names: Mapping[UnitId, str]
    titles: Mapping[int, str]
    rows: Mapping[IndicatorCode, int]

    def plan_address(self, code: IndicatorCode) -> str:
        """Return where the plan of an indicator stands in every unit's sheet."""
        return f"{column_letters(PLAN_COLUMN)}{self.rows[code]}"

    def plan_cell(self, code: IndicatorCode, unit: UnitId) -> str:
        """Return the same as a formula of another sheet refers to it."""
        return f"{quoted(self.names[unit])}!{self.plan_address(code)}"


def unit_pages(form: Form) -> UnitPages:
    """Plan the units' sheets for a form."""
    titles: dict[int, str] = {}
    rows: dict[IndicatorCode, int] = {}
    row = HEAD_ROW
    for section in sections_of(form):
        if section.preparer is Preparer.UNIT:
            row += 1
            titles[row] = section.title
            for indicator in section.indicators:
                row += 1
                rows[indicator.code] = row
    named = (*_TAKEN, *list_sheet_names(form).values())
    names = _safe([unit.short_name for unit in form.units], named)
    return UnitPages(dict(zip((unit.id for unit in form.units), names, strict=True)), titles, rows)


def list_sheet_names(form: Form) -> Mapping[SheetCode, str]:
    """Return what the sheet of each list is called, by the list's code; an only one is simply Danh sách."""
    codes = list(dict.fromkeys(column.sheet for column in form.columns if _is_list(form, column.sheet)))
    if len(codes) == 1:
        return {codes[0]: books.LISTS}
    wanted = [f"{books.LISTS} {form.sheet(code).name}" for code in codes]
    return dict(zip(codes, _safe(wanted, _TAKEN), strict=True))


def _is_list(form: Form, code: SheetCode) -> bool:
    return any(sheet.code == code and sheet.kind is SheetKind.LIST for sheet in form.sheets)


def quoted(name: str) -> str:
    """Return a sheet's name as formulas write it."""
    return "'" + name.replace("'", "''") + "'"


def _safe(wanted: list[str], taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that Excel takes for sheets: of at most 31 characters, without its own signs, none twice."""
    used = {name.casefold() for name in taken}
    names: list[str] = []
    for text in wanted:
        name = next(candidate for candidate in _find_candidates(text) if candidate.casefold() not in used)
        used.add(name.casefold())
        names.append(name)
    return tuple(names)


def _find_candidates(text: str) -> Iterator[str]:
    plain = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("' ") or books.UNIT
    yield plain[:_LONGEST_NAME].rstrip("' ")
    for number in range(2, 10_000):
        tail = f" {number}"
        yield plain[: _LONGEST_NAME - len(tail)].rstrip("' ") + tail
