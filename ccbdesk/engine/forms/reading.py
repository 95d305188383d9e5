"""Reading a form workbook. This module holds the way from its sheets to a form, or to every mistake its author made."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from ccbdesk.engine.forms.indicators import find_indicator_mistakes, read_indicators
from ccbdesk.engine.forms.lists import find_list_mistakes, read_columns
from ccbdesk.engine.forms.made_names import find_made_mistakes
from ccbdesk.engine.forms.names import Names, names_of
from ccbdesk.engine.forms.office_mistakes import find_office_mistakes
from ccbdesk.engine.forms.offices import Offices
from ccbdesk.engine.forms.pages import Tables, read_tables
from ccbdesk.engine.forms.parts import generated_codes, generated_rules
from ccbdesk.engine.forms.properties import Properties, cluster, form_id, read_properties, skeleton
from ccbdesk.engine.forms.return_sheets import find_sheet_mistakes, read_sheets
from ccbdesk.engine.forms.rules import find_rule_mistakes, read_rules
from ccbdesk.engine.forms.sentences import find_sentence_mistakes, read_sentences
from ccbdesk.engine.forms.units import find_unit_mistakes, read_units
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.mistake import FormMistake
from ccbdesk.vietnamese.vocabulary.forms import Property


def read_form(workbook: Workbook, offices: Offices = MappingProxyType({})) -> Form | tuple[FormMistake, ...]:
    """Return the form that a workbook defines, or all mistakes in it: by sheet, row and column, one for each cause.

    The rules that follow from “trong đó” stand behind those that were written. ``offices`` are the files that offices
    already use and that the form speaks of, as far as they stand beside it."""
    tables = read_tables(workbook)
    properties, names = read_properties(tables.properties), names_of(tables)
    mistakes = _mistakes(tables, properties, names, offices)
    return _in_order(workbook, mistakes) if mistakes else _form(tables, properties, names, offices)


def _mistakes(tables: Tables, properties: Properties, names: Names, offices: Offices) -> tuple[FormMistake, ...]:
    units = tables.units.rows
    read = (
        tables.properties,
        tables.units,
        tables.sheets,
        tables.indicators,
        tables.lists,
        tables.rules,
        tables.sentences,
    )
    return (
        *tables.mistakes,
        *(mistake for table in read for mistake in table.mistakes),
        *properties.mistakes,
        *find_unit_mistakes(tables.units),
        *find_sheet_mistakes(tables.sheets),
        *find_indicator_mistakes(tables.indicators, units, names),
        *find_list_mistakes(tables.lists, names),
        *find_made_mistakes(tables, names),
        *find_office_mistakes(tables, names, offices),
        *find_rule_mistakes(tables.rules, generated_codes(names.figures.keys()), names),
        *find_sentence_mistakes(tables.sentences, names),
    )


def _in_order(workbook: Workbook, mistakes: Iterable[FormMistake]) -> tuple[FormMistake, ...]:
    """Return mistakes as they stand in the workbook; missing sheets first."""
    sheets = {grid.name: place for place, grid in enumerate(workbook.grids, start=1)}
    return tuple(sorted(mistakes, key=lambda mistake: (sheets.get(mistake.sheet, 0), *_cell(mistake))))


def _cell(mistake: FormMistake) -> tuple[int, int, str, int]:
    found = re.fullmatch(r"(?P<letters>[A-Z]+)(?P<row>\d+)", mistake.cell)
    if found is None:
        return 0, 0, "", 0
    return int(found["row"]), len(found["letters"]), found["letters"], mistake.position


def _form(tables: Tables, properties: Properties, names: Names, offices: Offices) -> Form:
    row = properties.row
    sheets, columns = read_sheets(tables.sheets, offices), read_columns(tables.lists, names)
    indicators = read_indicators(tables.indicators, tables.units.rows, sheets, columns, names)
    return Form(
        form_id(row),
        row.need(Property.VERSION),
        cluster(row),
        read_units(tables.units),
        sheets,
        indicators,
        read_rules(tables.rules, generated_rules(indicators), names),
        read_sentences(tables.sentences, names),
        row.get(Property.TITLE) or "",
        row.get(Property.LEVEL) or "",
        row.get(Property.ISSUER) or "",
        skeleton(row),
        columns,
    )
