"""The sheet Câu mẫu. This module holds the checks of its rows and the sentences of the report they become."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from ccbdesk.engine.forms.figures import Figure
from ccbdesk.engine.forms.made import column_code
from ccbdesk.engine.forms.measured import column_named
from ccbdesk.engine.forms.names import Names, sheet_key
from ccbdesk.engine.forms.shapes import BY_UNIT, Place, RowLoop, find_places, find_row_loops, find_shape_faults
from ccbdesk.engine.forms.tables import Row, Table
from ccbdesk.engine.forms.ways import find_unfit_comparison, find_unsuited
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Document, Preparer, Sentence, Style
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.sentence import Piece
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.vocabulary.forms import SentenceColumn, SheetColumn, TableColumn


def used_rows(table: Table) -> tuple[Row, ...]:
    """Return the sentences that are not set aside by “không”; of the others nothing is read and nothing is wrong."""
    return tuple(row for row in table.rows if row.get(SentenceColumn.USED) is not False)


def find_sentence_mistakes(table: Table, names: Names) -> Iterator[FormMistake]:
    """Yield what is wrong with the sentences that are used."""
    for row in used_rows(table):
        yield from row.find_mistakes()
        yield from _find_early_appendix(row)
        yield from _find_text_mistakes(row, names)
        yield from _find_condition_mistakes(row, names)


def _find_condition_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    written, text = read_expression(row, SentenceColumn.CONDITION, names), row.get(SentenceColumn.CONDITION) or ""
    yield from written.mistakes
    if written.expression is not None:
        place = Place(written.expression, is_computed=True)
        faults = _find_place_faults(place, _Paper(text, names, _early(row)))
        yield from (row.mistake(SentenceColumn.CONDITION, fault) for fault in faults)


def _early(row: Row) -> str:
    """Return the word for a paper that goes out before the members report; empty for the report."""
    is_early = row.get(SentenceColumn.DOCUMENT) in (Document.LETTER, Document.MESSAGE)
    return row.seen(SentenceColumn.DOCUMENT) if is_early else ""


def _find_early_appendix(row: Row) -> Iterator[FormMistake]:
    """Yield an appendix, which holds the figures of all members, to a paper that goes out before they report."""
    if row.get(SentenceColumn.STYLE) is Style.APPENDIX and (word := _early(row)):
        seen = row.seen(SentenceColumn.STYLE)
        yield row.mistake(SentenceColumn.STYLE, Fault(Wrong.NOT_ALLOWED_HERE, seen, against=word))


def _find_text_mistakes(row: Row, names: Names) -> Iterator[FormMistake]:
    text = row.get(SentenceColumn.TEXT)
    if text is None:
        return
    match parse_sentence(text, names.known):
        case Faulty(problems):
            faults = tuple(fault_of(problem) for problem in blamed(problems, text, names))
        case Parsed(pieces):
            faults = tuple(_find_piece_faults(row, pieces, _Paper(text, names, _early(row))))
    yield from (row.mistake(SentenceColumn.TEXT, fault) for fault in dict.fromkeys(faults))


@dataclass(frozen=True, slots=True)
class _Paper:
    """The text of a sentence, the names it may use, and the word for its paper if that goes out before all returns."""

    text: str
    names: Names
    early: str


def _find_piece_faults(row: Row, pieces: tuple[Piece, ...], paper: _Paper) -> Iterator[Fault]:
    style = row.get(SentenceColumn.STYLE)
    shape = tuple(find_shape_faults(style, pieces, row.seen(SentenceColumn.STYLE))) if style else ()
    yield from shape
    for place in find_places(pieces, is_by_unit=style in BY_UNIT) if not shape else ():
        # A chart draws its figure, so it must be one.
        drawn = replace(place, is_computed=place.is_computed or style is Style.CHART)
        yield from _find_place_faults(drawn, paper)
    for loop in find_row_loops(pieces):
        yield from _find_loop_faults(loop, paper)


def _find_place_faults(place: Place, paper: _Paper) -> Iterator[Fault]:
    """Yield at most one fault of each reference of a figure, and the ways it cannot be written in."""
    expression = place.expression
    for reference in references(expression):
        figure = paper.names.figure(reference)
        if figure is None:
            continue
        is_computed = place.is_computed or not isinstance(expression, Reference)
        computed = tuple(find_not_figure(reference, figure, paper.text)) if is_computed else ()
        yield from (*computed, *_find_out_of_place(place, reference, figure, paper))[:1]
    if isinstance(expression, Reference) and (figure := paper.names.figure(expression)) and figure.kind:
        yield from find_unfit_comparison(place.ways, figure.kind, figure.word)
        yield from find_unsuited(place.ways, figure.kind, figure.word, figure.measure)


def _find_out_of_place(place: Place, reference: Reference, figure: Figure, paper: _Paper) -> Iterator[Fault]:
    if paper.early and figure.preparer is Preparer.UNIT:
        position = position_of(reference, paper.text)
        yield Fault(Wrong.NOT_YET_REPORTED, canonical(reference), position=position, against=paper.early)
    elif place.is_of_unit and reference.unit is None:
        yield from _find_out_of_unit(place, reference, figure, paper.text)
    else:
        yield from _find_out_of_cluster(reference, figure, paper.text)


def _find_out_of_unit(place: Place, reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield, for each unit in turn, what no unit has: figures of the cluster's own sheet, plans not asked for."""
    if figure.preparer is Preparer.CLUSTER:
        yield mixed(reference, figure, text, of_cluster(reference) if place.is_in_loop else "")
    yield from find_unplanned(reference, figure, text)


def _find_out_of_cluster(reference: Reference, figure: Figure, text: str) -> Iterator[Fault]:
    """Yield the cluster's figure of what is not added, a member's of the cluster's own sheet, plans not asked for."""
    if reference.unit in (None, CLUSTER) and not figure.has_total:
        yield Fault(Wrong.NO_TOTAL, canonical(reference), position=position_of(reference, text))
    yield from find_members_own(reference, figure, text)
    yield from find_unplanned(reference, figure, text)


def _find_loop_faults(loop: RowLoop, paper: _Paper) -> Iterator[Fault]:
    """Yield a list that is nobody's here, and the ways its columns cannot be written in."""
    sheet = paper.names.sheets.get(sheet_key(loop.sheet))
    preparer = sheet.get(SheetColumn.PREPARER) if sheet else None
    if paper.early and preparer is Preparer.UNIT:
        yield Fault(Wrong.NOT_YET_REPORTED, loop.sheet, against=paper.early)
    if sheet and loop.is_of_unit and preparer is Preparer.CLUSTER:
        yield Fault(Wrong.MIXED_PREPARERS, loop.sheet, against=sheet.seen(SheetColumn.PREPARER))
    for slot in loop.slots:
        for column in paper.names.columns_of(loop.sheet):
            kind = column.get(TableColumn.KIND)
            if kind and column_code(column) == slot.column:
                written = column.get(TableColumn.MEASURE) or ""
                measure = None if column_named(written) else written
                yield from find_unsuited(slot.ways, kind, column.seen(TableColumn.KIND), measure)


def read_sentences(table: Table, names: Names) -> tuple[Sentence, ...]:
    """Return the sentences that are used, of a form without mistakes.

    Left open, one is of the report, and for every period."""
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
        row.get(SentenceColumn.DOCUMENT) or Document.REPORT,
    )
