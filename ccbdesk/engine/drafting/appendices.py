"""The appendix of the report. This module holds the tables of all figures of the members, units across or down."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil

from ccbdesk.engine.drafting.cells import TOTAL, captioned, figure_cell, head, text
from ccbdesk.engine.drafting.entries import Entry, find_entries
from ccbdesk.engine.drafting.slots import Scene
from ccbdesk.engine.drafting.tables import NUMBER_HEAD, UNIT_HEAD, total_cell, unit_rows
from ccbdesk.model.form import Form, Indicator, Preparer, Style
from ccbdesk.model.report import Appendix, Paragraph, Phrase, Table, TableCell
from ccbdesk.model.unit import Unit

MOST_UNITS_ACROSS = 8
"""How many units may stand side by side; of more each has a row, and every section a table of its own."""

MOST_FIGURES_ACROSS = 8

_FIGURE_HEAD = "Chỉ tiêu"
_MEASURE_HEAD = "Đơn vị tính"
_CONTINUED = "(tiếp theo)"
_NUMBER_WIDTH, _LABEL_WIDTH, _MEASURE_WIDTH, _UNIT_WIDTH, _WIDTH = 6, 34, 12, 20, 12

_Row = tuple[TableCell, ...]


def find_appendices(title: tuple[Paragraph, ...], place: str, scene: Scene) -> Iterator[Appendix]:
    """Yield the appendices under a title: all numeric figures that members give; none where there are no members."""
    form = scene.consolidation.form
    asked = [indicator for indicator in form.indicators if _is_of_members(indicator, form)]
    if not asked or not form.units:
        return
    if len(form.units) <= MOST_UNITS_ACROSS:
        yield Appendix(title, _units_across(asked, place, scene))
        return
    for name, section in _sections(asked, form):
        entries = find_entries(section, form)
        for number, part in enumerate(_evenly(entries)):
            named = _paragraph(f"{name} {_CONTINUED}" if number else name, place)
            yield Appendix((*title, named), _units_down(part, place, scene))


def _evenly(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield the columns of each table of a section, about as many in each, so that none stands alone on a page."""
    tables = ceil(len(entries) / MOST_FIGURES_ACROSS)
    edges = [len(entries) * table // tables for table in range(tables + 1)]
    yield from (entries[left:right] for left, right in pairwise(edges))


def _is_of_members(indicator: Indicator, form: Form) -> bool:
    return indicator.is_numeric and form.sheet(indicator.sheet).preparer is Preparer.UNIT


def _paragraph(words: str, place: str) -> Paragraph:
    return Paragraph(Style.APPENDIX, (Phrase(words),), place)


def _sections(indicators: Sequence[Indicator], form: Form) -> list[tuple[str, list[Indicator]]]:
    """Return the figures by section, in the form's order; those without one go by the name of their sheet."""

    def place(indicator: Indicator) -> tuple[str, str]:
        return indicator.sheet, indicator.section

    def name(section: Sequence[Indicator]) -> str:
        sheet = form.sheet(section[0].sheet)
        return section[0].section or sheet.title or sheet.name

    sections = [list(alike) for _, alike in groupby(indicators, place)]
    return [(name(section), section) for section in sections]


def _units_across(indicators: Sequence[Indicator], place: str, scene: Scene) -> Table:
    units = scene.consolidation.form.units
    heads = (_NUMBER_WIDTH, _LABEL_WIDTH, _MEASURE_WIDTH, *(_WIDTH for _ in units), _WIDTH)
    names = (NUMBER_HEAD, _FIGURE_HEAD, _MEASURE_HEAD, *(unit.short_name for unit in units), TOTAL)
    rows = _find_rows_of_figures(indicators, len(heads), scene)
    return Table((tuple(head(name) for name in names), *rows), heads, place=place)


def _find_rows_of_figures(indicators: Sequence[Indicator], columns: int, scene: Scene) -> Iterator[_Row]:
    sections = _sections(indicators, scene.consolidation.form)
    for name, section in sections:
        if len(sections) > 1 or section[0].section:
            yield (head(name, across=columns),)
        yield from (_row_of_figure(entry, scene) for entry in find_entries(section, scene.consolidation.form))


def _row_of_figure(entry: Entry, scene: Scene) -> _Row:
    figures = (figure_cell(entry.slot, _of(unit, scene)) for unit in scene.consolidation.form.units)
    names = (text(entry.number), text(entry.label), text(entry.measure))
    return (*names, *figures, total_cell(entry.slot, scene))


def _units_down(entries: Sequence[Entry], place: str, scene: Scene) -> Table:
    captions = (head(captioned(entry.caption, entry.measure, ())) for entry in entries)
    heads = (head(NUMBER_HEAD), head(UNIT_HEAD), *captions)
    slots = [entry.slot for entry in entries]
    widths = (_NUMBER_WIDTH, _UNIT_WIDTH, *(_WIDTH for _ in slots))
    return Table((heads, *unit_rows(slots, scene)), widths, place=place)


def _of(unit: Unit, scene: Scene) -> Scene:
    return Scene(scene.consolidation, scene.cells, unit.id)
