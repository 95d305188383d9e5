"""Where a unit's figures stand. This module holds the choice of one row for every indicator asked of the unit.

Rows may have been inserted, moved, doubled, hidden or relabelled; whatever is in doubt is asked, never guessed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.submissions.asking import choice_of, row_id
from ccbdesk.engine.submissions.catalogue import Indicators
from ccbdesk.engine.submissions.matching import Match
from ccbdesk.engine.submissions.shown import shown
from ccbdesk.engine.submissions.strangers import find_strangers
from ccbdesk.engine.submissions.tables import Row
from ccbdesk.model.finding import HiddenFigures, UnknownRow, Where
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.question import Answers, DoubtfulRow
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import folded, tidy


@dataclass(frozen=True, slots=True)
class Located:
    """The row of an indicator; ``is_settled`` is False while a question about the row is open."""

    indicator: Indicator
    row: Row
    is_settled: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the rows found, in the form's order, and what is wrong or in doubt about them."""

    located: tuple[Located, ...]
    findings: tuple[UnknownRow | HiddenFigures, ...]
    questions: tuple[DoubtfulRow, ...]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A row that may be meant for several indicators, the question about it, and its answer, if there is one."""

    row: Row
    question: DoubtfulRow
    choice: str | None


@dataclass(frozen=True, slots=True)
class _Choice:
    """The row chosen for an indicator, if any, and the questions without whose answers it cannot be chosen."""

    located: Located | None
    questions: tuple[DoubtfulRow, ...] = ()


def locate(form: Form, where: Where, asked: Indicators, matches: Iterable[Match], answers: Answers) -> Layout:
    """Return the row of every indicator asked, as far as the rows matched allow.

    ``where`` names the file and the unit, ``asked`` what the form asks of it."""
    rows = tuple(matches)
    doubts = tuple(_find_doubts(where, asked, rows, answers))
    claims = _claims(rows, doubts)
    choices = [_choose(where, each, _home_first(form, each, claims), doubts, answers) for each in asked]
    located = tuple(choice.located for choice in choices if choice.located)
    doubled = (question for choice in choices for question in choice.questions)
    return Layout(
        located,
        (*find_strangers(where, asked, rows), *_find_hidden(where, located)),
        (*(doubt.question for doubt in doubts if doubt.choice is None), *doubled),
    )


def _find_doubts(where: Where, asked: Indicators, matches: Iterable[Match], answers: Answers) -> Iterator[_Doubt]:
    """A row without a figure does no harm, whoever's it is."""
    for match in matches:
        is_sure = len(match.candidates) < 2 and not match.is_guess
        if is_sure or not match.row.has_figure:
            continue
        candidates = tuple(each.code for each in match.candidates if each in asked)
        if candidates:
            question = _question(where, match.row, candidates, "")
            yield _Doubt(match.row, question, choice_of(question, answers))


def _claims(matches: Iterable[Match], doubts: Iterable[_Doubt]) -> Mapping[str, list[Row]]:
    """Return the rows that are an indicator's beyond doubt or by an answer, by its code."""
    claims: dict[str, list[Row]] = {}
    for match in matches:
        if len(match.candidates) == 1 and not match.is_guess:
            claims.setdefault(match.candidates[0].code, []).append(match.row)
    for doubt in doubts:
        if doubt.choice is not None:
            claims.setdefault(doubt.choice, []).append(doubt.row)
    return claims


def _home_first(form: Form, indicator: Indicator, claims: Mapping[str, list[Row]]) -> tuple[Row, ...]:
    """Return an indicator's rows, those on the sheet of its own name before those on any other."""
    rows = claims.get(indicator.code, [])
    home = folded(form.sheet(indicator.sheet).name) if len(rows) > 1 else ""
    return tuple(sorted(rows, key=lambda row: bool(home) and folded(row.sheet) != home))


def _choose(
    where: Where, indicator: Indicator, rows: tuple[Row, ...], doubts: Iterable[_Doubt], answers: Answers
) -> _Choice:
    filled = {tidy(shown(row.figure)).casefold(): row for row in reversed(rows) if row.has_figure}
    if len(filled) > 1:
        return _choose_between(where, indicator, tuple(row for row in rows if row in filled.values()), answers)
    if rows:
        return _Choice(Located(indicator, next(iter(filled.values()), rows[0])))
    doubted = (doubt.row for doubt in doubts if doubt.choice is None and indicator.code in doubt.question.candidates)
    row = next(doubted, None)
    return _Choice(Located(indicator, row, is_settled=False) if row else None)


def _choose_between(where: Where, indicator: Indicator, rows: tuple[Row, ...], answers: Answers) -> _Choice:
    """Of rows with different figures the first one stands unless an answer puts a later one in its place."""
    first, *later = rows
    questions = [_question(where, row, (indicator.code,), "doubled") for row in later]
    choices = [choice_of(question, answers) for question in questions]
    chosen = [row for row, choice in zip(later, choices, strict=True) if choice == indicator.code]
    if None not in choices and len(chosen) <= 1:
        return _Choice(Located(indicator, chosen[0] if chosen else first))
    return _Choice(Located(indicator, first, is_settled=False), tuple(questions))


def _question(where: Where, row: Row, candidates: tuple[IndicatorCode, ...], why: str) -> DoubtfulRow:
    seen = shown(row.figure)
    at = Where(where.file, where.unit, row.sheet, row.address, None, seen)
    id = row_id(where.unit or UnitId(""), row.address, why, row.sheet, row.code, row.label, seen)
    return DoubtfulRow(id, at, row.label or row.code, candidates)


def _find_hidden(where: Where, located: Iterable[Located]) -> Iterator[HiddenFigures]:
    hidden = [each.row for each in located if each.row.is_hidden and each.row.has_figure]
    for sheet in dict.fromkeys(row.sheet for row in hidden):
        cells = tuple(row.address for row in hidden if row.sheet == sheet)
        yield HiddenFigures(Where(where.file, where.unit, sheet), cells)
