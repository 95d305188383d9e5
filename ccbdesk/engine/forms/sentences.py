"""The sheet Câu mẫu. This module holds the checks of its rows and the sentences of the report they become."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.engine.expressions.sentences import Faulty, Parsed, parse_sentence
from ccbdesk.engine.forms.expressions import (
    blamed,
    find_members_own,
    find_not_figure,
    find_unplanned,
    mixed,
    of_cluster,
    position_of,
    read_expression,
)
from ccbdesk.engine.forms.faults import Fault, fault_of
from ccbdesk.engine.forms.names import Figure, Names
from ccbdesk.engine.forms.tables import Row, Table
from ccbdesk.engine.forms.ways import find_unfit
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Preparer, Sentence
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.sentence import Bracket, EachUnit, Name, Piece, Slot, Words
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SentenceColumn


def used_rows(table: Table) -> tuple[Row, ...]:
    """Return the sentences that are not set aside by “không”; of the others nothing is read and nothing is wrong."""
    return tuple(row for row in table.rows if row.get(SentenceColumn.USED) is not False)


def find_sentence_mistakes(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the sentences that are used."""
    for row in used_rows(table):
        yield from row.find_mistakes()
        yield from _find_text_mistakes(row, names)
        yield from _find_condition_mistakes(row, names)


def _find_condition_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    written, text = read_expression(row, SentenceColumn.CONDITION, names), row.get(SentenceColumn.CONDITION) or ""
    yield from written.mistakes
    for reference in references(written.expression) if written.expression else ():
        if figure := names.figure(reference):
            faults = (*find_not_figure(reference, figure, text), *_find_out_of_place(reference, figure, text))
            yield from (row.mistake(SentenceColumn.CONDITION, fault) for fault in faults[:1])


def _find_text_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    text = row.get(SentenceColumn.TEXT)
    if text is None:
        return
    match parse_sentence(text, names.known):
        case Faulty(problems):
            faults = tuple(fault_of(problem) for problem in blamed(problems, text, names))
        case Parsed(pieces):
            faults = tuple(fault for place in _find_slots(pieces) for fault in _find_slot_faults(place, names, text))
    yield from (row.mistake(SentenceColumn.TEXT, fault) for fault in dict.fromkeys(faults))


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure of a sentence, and whether it is that of each unit in turn."""

    slot: Slot
    is_in_loop: bool


def _find_slots(pieces: tuple[Piece, ...]) -> Iterator[_Place]:
    for piece in pieces:
        match piece:
            case Slot():
                yield _Place(piece, is_in_loop=False)
            case Bracket(options):
                for option in options:
                    yield from _find_slots(option)
            case EachUnit(repeated):
                yield from (_Place(place.slot, is_in_loop=True) for place in _find_slots(repeated))
            case Words() | Name():
                pass


def _find_slot_faults(place: _Place, names: Names, text: str) -> Iterator[Fault]:
    """Yield at most one fault of each reference of a figure, and the ways it cannot be written in."""
    expression = place.slot.expression
    for reference in references(expression):
        figure = names.figure(reference)
        if figure is None:
            continue
        computed = () if isinstance(expression, Reference) else tuple(find_not_figure(reference, figure, text))
        out_of_place = _find_out_of_loop if place.is_in_loop else _find_out_of_place
        yield from (*computed, *out_of_place(reference, figure, text))[:1]
    if isinstance(expression, Reference) and (figure := names.figure(expression)) and figure.kind:
        yield from find_unfit(place.slot.ways, figure.kind, figure.row.seen(IndicatorColumn.KIND))


def _find_out_of_loop(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield, in a loop over the units, what no unit has: figures of the cluster's own sheet, plans not asked for."""
    if reference.unit is None and figure.preparer is Preparer.CLUSTER:
        yield mixed(reference, figure, text, of_cluster(reference))
    if reference.unit is None:
        yield from find_unplanned(reference, figure, text)
    else:
        yield from _find_out_of_place(reference, figure, text)


def _find_out_of_place(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield the cluster's figure of what is not added, a member's of the cluster's own sheet, plans not asked for."""
    if reference.unit in (None, CLUSTER) and not figure.has_total:
        yield Fault(Wrong.NO_TOTAL, canonical(reference), position=position_of(reference, text))
    yield from find_members_own(reference, figure, text)
    yield from find_unplanned(reference, figure, text)


def read_sentences(table: Table, names: Names) -> tuple[Sentence, ...]:
    """Return the sentences that are used, of a form without mistakes; left open, one is for every period."""
    return tuple(_sentence(row, names) for row in used_rows(table))


def _sentence(row: Row, names: Names) -> Sentence:
    parsed = parse_sentence(row.need(SentenceColumn.TEXT), names.known)
    if isinstance(parsed, Faulty):
        raise ValueError(parsed)  # noqa: TRY004 - the type is right, the sentence is not
    return Sentence(
        row.spot(SentenceColumn.TEXT).address,
        row.need(SentenceColumn.STYLE),
        parsed.pieces,
        row.get(SentenceColumn.SECTION) or "",
        read_expression(row, SentenceColumn.CONDITION, names).expression,
        row.get(SentenceColumn.PERIODS) or (),
    )
