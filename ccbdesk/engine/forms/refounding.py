"""A form for another cluster. This module holds how the workbook of one becomes that of a cluster with other members.

Figures, rules and sentences stay; what names a member that is none any more goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ccbdesk.engine.expressions.reading import references
from ccbdesk.engine.forms.cutting import Cut, find_expressions, rows_without
from ccbdesk.engine.forms.pages import Tables, read_tables
from ccbdesk.engine.forms.properties import read_properties
from ccbdesk.engine.forms.tables import Row, Spot, Table
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Form, FormId, Rule, Sentence
from ccbdesk.model.grid import Workbook
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.vietnamese.vocabulary.forms import (
    Column,
    IndicatorColumn,
    Property,
    RuleColumn,
    SentenceColumn,
    UnitColumn,
)

FIRST_VERSION = "1"
"""The version of a form that has just been made."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a new cluster; the days and predecessors are those of a merged province."""

    id: UnitId
    name: str
    short_name: str
    kind: str = ""
    valid_from: date | None = None
    predecessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCluster:
    """A cluster to be: the id of its form, its name, what it is called for short, and its members in order."""

    form: FormId
    name: str
    short_name: str
    members: tuple[Member, ...]


def plan_refounding(workbook: Workbook, form: Form, cluster: NewCluster) -> Cut:
    """Return which rows of the workbook of ``form`` go, and which cells read otherwise, for another cluster.

    A figure that only former members were asked for goes with all that stands on it, and so do rules and sentences
    about one of them. Where the old cluster's name stands in the head and in sentences the new one is put."""
    tables = read_tables(workbook)
    renamed = _Renaming(form, cluster)
    texts = {
        **dict(_find_properties(tables, renamed, cluster)),
        **dict(_find_members(tables.units, cluster.members)),
        **dict(_find_sentences(tables, renamed)),
        **dict(_find_applications(tables, renamed.gone)),
    }
    return Cut(_rows(tables, form, renamed, cluster), texts)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """What the old cluster was called, and which members are no more."""

    form: Form
    cluster: NewCluster

    @property
    def gone(self) -> frozenset[UnitId]:
        return frozenset(each.id for each in self.form.units) - {each.id for each in self.cluster.members}

    def renamed(self, text: str) -> str:
        """Return a text with the new cluster's names for the old one's, in capitals where those were."""
        old = self.form.cluster
        for was, is_now in ((old.name, self.cluster.name), (old.short_name, self.cluster.short_name)):
            text = re.sub(re.escape(was), partial(_as_loud, now=is_now), text, flags=re.IGNORECASE)
        return text

    def names_gone(self, expressions: Iterator[Expression]) -> bool:
        """Whether a figure of a former member is meant anywhere."""
        return any(each.unit in self.gone for one in expressions for each in references(one))


def _as_loud(met: re.Match[str], now: str) -> str:
    return now.upper() if met.group().isupper() else now


_Text = tuple[tuple[str, str], str]


def _find_properties(tables: Tables, renaming: _Renaming, cluster: NewCluster) -> Iterator[_Text]:
    row = read_properties(tables.properties).row
    told = {
        Property.FORM_ID: str(cluster.form),
        Property.VERSION: FIRST_VERSION,
        Property.CLUSTER_NAME: cluster.name,
        Property.CLUSTER_SHORT_NAME: cluster.short_name,
    }
    for column in row.entries:
        text = told.get(column) or renaming.renamed(row.seen(column))
        if text != row.seen(column):
            yield (row.sheet, row.spot(column).address), text


def _find_members(units: Table, members: tuple[Member, ...]) -> Iterator[_Text]:
    """Yield the cells of the members: in the rows that were there, and below them where they are more."""
    if units.heading is None:
        return
    columns = [column for column in _MEMBER if units.has(column)]
    for place, member in enumerate(members):
        for column in columns:
            yield (units.heading.sheet, _spot(units, place, column).address), _cell(member, column)


_MEMBER: tuple[Column[Any], ...] = (
    *(UnitColumn.ID, UnitColumn.NAME, UnitColumn.SHORT_NAME, UnitColumn.KIND, UnitColumn.ALIASES, UnitColumn.ORDER),
    *(UnitColumn.VALID_FROM, UnitColumn.VALID_TO, UnitColumn.PREDECESSORS, UnitColumn.REMARK),
)


def _spot(units: Table, place: int, column: Column[Any]) -> Spot:
    rows = units.rows
    return rows[place].spot(column) if place < len(rows) else units.vacancy(column, place - len(rows))


def _cell(member: Member, column: Column[Any]) -> str:
    told = {
        UnitColumn.ID: str(member.id),
        UnitColumn.NAME: member.name,
        UnitColumn.SHORT_NAME: member.short_name,
        UnitColumn.KIND: member.kind,
        UnitColumn.VALID_FROM: day_in_figures(member.valid_from) if member.valid_from else "",
        UnitColumn.PREDECESSORS: "; ".join(member.predecessors),
    }
    return told.get(column, "")


def _find_sentences(tables: Tables, renaming: _Renaming) -> Iterator[_Text]:
    for row in tables.sentences.rows:
        text = row.seen(SentenceColumn.TEXT)
        if renaming.renamed(text) != text:
            yield (row.sheet, row.spot(SentenceColumn.TEXT).address), renaming.renamed(text)


def _find_applications(tables: Tables, gone: frozenset[UnitId]) -> Iterator[_Text]:
    """Yield the cells Áp dụng cho without former members; those that name nobody else go with their figure."""
    for row in tables.indicators.rows:
        named = row.get(IndicatorColumn.APPLIES_TO) or ()
        left = [each for each in named if each not in gone]
        if left and len(left) < len(named):
            yield (row.sheet, row.spot(IndicatorColumn.APPLIES_TO).address), "; ".join(left)


# -- rows ----------------------------------------------------------------------------------------------------------


def _rows(tables: Tables, form: Form, renaming: _Renaming, cluster: NewCluster) -> dict[str, tuple[int, ...]]:
    kinds = {each.kind for each in cluster.members} | {each.id for each in cluster.members}
    lost = [each.code for each in form.indicators if each.applies_to and not kinds & set(each.applies_to)]
    found = {sheet: set(rows) for sheet, rows in rows_without(tables, form, lost).items()}
    gone = (*_former_units(tables, cluster), *_rules(tables, form, renaming), *_told(tables, form, renaming))
    for sheet, row in gone:
        found.setdefault(sheet, set()).add(row)
    return {sheet: tuple(sorted(rows)) for sheet, rows in found.items() if rows}


def _former_units(tables: Tables, cluster: NewCluster) -> Iterator[tuple[str, int]]:
    return (_place(row) for row in tables.units.rows[len(cluster.members) :])


def _rules(tables: Tables, form: Form, renaming: _Renaming) -> Iterator[tuple[str, int]]:
    gone = {each.code for each in form.rules if renaming.names_gone(_of_rule(each))}
    return (_place(row) for row in tables.rules.rows if row.get(RuleColumn.CODE) in gone)


def _of_rule(rule: Rule) -> Iterator[Expression]:
    return (each for each in (rule.subject, rule.against) if each is not None)


def _told(tables: Tables, form: Form, renaming: _Renaming) -> Iterator[tuple[str, int]]:
    gone = {each.place for each in form.sentences if renaming.names_gone(_of_sentence(each))}
    return (_place(row) for row in tables.sentences.rows if row.spot(SentenceColumn.TEXT).address in gone)


def _of_sentence(sentence: Sentence) -> Iterator[Expression]:
    yield from find_expressions(sentence.pieces)
    if sentence.condition is not None:
        yield sentence.condition


def _place(row: Row) -> tuple[str, int]:
    return row.sheet, int(re.sub("[A-Z]+", "", row.home))
