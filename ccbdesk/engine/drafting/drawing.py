"""This module holds what the pieces of a sentence become: words, live figures, and what was missing from them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import assert_never

from ccbdesk.engine.drafting.changes import at, change_of
from ccbdesk.engine.drafting.figures import Shortfall, coverage_of, find_shortfalls, is_missing
from ccbdesk.engine.drafting.mergers import merger_of
from ccbdesk.engine.drafting.narratives import as_clauses
from ccbdesk.engine.drafting.pieces import is_numbered
from ccbdesk.engine.drafting.ranking import chosen_of, first_of, is_telling
from ccbdesk.engine.drafting.rows import find_rows, find_unlisted, row_slot, said_in
from ccbdesk.engine.drafting.seams import Raw, Seam
from ccbdesk.engine.drafting.slots import DOTS, Scene, codes_of, day_of, dots_of, figure_of, is_quantity, vague_of
from ccbdesk.engine.expressions.comparisons import compared_with
from ccbdesk.engine.expressions.evaluating import is_true
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Expression, When
from ccbdesk.model.form import Kind
from ccbdesk.model.origin import ColumnCode, IndicatorCode
from ccbdesk.model.report import Phrase
from ccbdesk.model.sentence import Bracket, Builtin, Choice, EachRow, EachUnit, Name, Piece, RowSlot, Slot, Words
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Unreadable
from ccbdesk.vietnamese.numbers.writing import day_in_figures, written
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name

_STOP = re.compile(r"(?<![.…])(?<!\bv\.v)[.;,]$")  # what ends a row of a list; its place in a sentence is another
_LEAD = re.compile(r"[\s,;:]*")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What pieces of a sentence became.

    ``zeros`` are the indicators that are zero or that nobody has the task for. ``absent``: figures nobody has given,
    dots stand for them. ``partial``: figures printed though parts of them are missing. ``left_out``: figures for want
    of which an optional part is not printed. ``has_figure``: something of the consolidation is printed.

    ``empty`` and ``nil`` are the columns in which the row of a list says nothing, or zero. ``has_lines``: a unit's
    words take several lines. ``is_hollow``: a loop outside optional parts goes through nothing."""

    items: tuple[Raw, ...] = ()
    zeros: tuple[IndicatorCode, ...] = ()
    absent: tuple[Shortfall, ...] = ()
    partial: tuple[Shortfall, ...] = ()
    left_out: tuple[Shortfall, ...] = ()
    has_figure: bool = False
    empty: tuple[ColumnCode, ...] = ()
    nil: tuple[ColumnCode, ...] = ()
    has_lines: bool = False
    is_hollow: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether an optional part of this kind is printed: it has figures, and none is missing or zero."""
        return self.is_told and not self.nil

    @property
    def is_told(self) -> bool:
        """Whether a turn of a loop is printed: as an optional part, but for zeros that a row of a list may well say."""
        return self.has_figure and not self.is_wanting

    @property
    def is_wanting(self) -> bool:
        """Whether a figure is missing or zero, a row says nothing or a loop goes through nothing, so that an optional
        part is not printed."""
        return bool(self.zeros or self.absent or self.empty) or self.is_hollow


def draw(pieces: Iterable[Piece], scene: Scene) -> Drawn:
    """Return the pieces with their figures, as though all of them were to be printed."""
    all_pieces = tuple(pieces)
    parts = [_draw_piece(piece, scene) for piece in all_pieces]
    return _together(
        [
            replace(part, is_hollow=False) if part.is_hollow and _is_in_parentheses(all_pieces, place) else part
            for place, part in enumerate(parts)
        ]
    )


def _is_in_parentheses(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a piece stands in parentheses, which may go without it."""
    before = "".join(piece.text for piece in pieces[:place] if isinstance(piece, Words))
    return before.count("(") > before.count(")")


def _together(parts: Sequence[Drawn]) -> Drawn:
    return Drawn(
        tuple(chain.from_iterable(part.items for part in parts)),
        tuple(dict.fromkeys(chain.from_iterable(part.zeros for part in parts))),
        tuple(dict.fromkeys(chain.from_iterable(part.absent for part in parts))),
        tuple(dict.fromkeys(chain.from_iterable(part.partial for part in parts))),
        tuple(dict.fromkeys(chain.from_iterable(part.left_out for part in parts))),
        any(part.has_figure for part in parts),
        tuple(chain.from_iterable(part.empty for part in parts)),
        tuple(chain.from_iterable(part.nil for part in parts)),
        any(part.has_lines for part in parts),
        any(part.is_hollow for part in parts),
    )


def _draw_piece(piece: Piece, scene: Scene) -> Drawn:
    match piece:
        case Words():
            return Drawn((Phrase(piece.text),))
        case Name():
            return Drawn((Phrase(_said(piece, scene)),))
        case Slot():
            return _draw_slot(piece, scene)
        case Bracket():
            return _draw_bracket(piece, scene)
        case Choice():
            return _draw_choice(piece, scene)
        case EachUnit():
            return _draw_each_unit(piece, scene)
        case RowSlot():
            return _draw_row_slot(piece, scene)
        case EachRow():
            return _draw_each_row(piece, scene)
        case _:
            assert_never(piece)


def _said(name: Name, scene: Scene) -> str:
    period, form, cut_off = scene.consolidation.period, scene.consolidation.form, scene.consolidation.cut_off
    match name.builtin:
        case Builtin.NUMBER:
            return written(Number(Decimal(scene.number)), name.ways, Kind.INTEGER, "")
        case Builtin.UNIT_SHORT_NAME:
            return form.unit(scene.unit).short_name if scene.unit else ""
        case Builtin.UNIT_NAME:
            return form.unit(scene.unit).name if scene.unit else ""
        case Builtin.CLUSTER_NAME:
            return form.cluster.name
        case Builtin.PERIOD:
            return period_name(period)
        case Builtin.NEXT_PERIOD:
            return period_name(period.next)
        case Builtin.YEAR:
            return str(period.year)
        case Builtin.NEXT_YEAR:
            return str(period.year + 1)
        case Builtin.UNIT_COUNT:
            return str(len(form.units))
        case Builtin.UNIT_LIST:
            return listed([unit.short_name for unit in form.units])
        case Builtin.CUT_OFF:
            return day_in_figures(cut_off) if cut_off else DOTS
        case _:
            assert_never(name.builtin)


def _draw_slot(slot: Slot, scene: Scene) -> Drawn:
    if when := compared_with(slot.ways):
        return _draw_change(slot, when, scene)
    expression = scene.absolute(slot.expression)
    shortfalls = find_shortfalls(scene.consolidation, expression)
    incomplete = tuple(shortfall for shortfall in shortfalls if shortfall.missing)
    match scene.value(expression):
        case NotApplicable():
            return Drawn(zeros=codes_of(expression), left_out=incomplete)
        case Number(amount=amount) | Ratio(numerator=amount) if amount == 0 and not slot.keeps_zero:
            return Drawn(zeros=codes_of(expression), left_out=incomplete)
        case Number() | Ratio() as value:
            shown = figure_of(slot, value, scene, is_gap=bool(incomplete))
            return Drawn((shown, *merger_of(expression, scene)), partial=incomplete, has_figure=True)
        case Text() as value if is_quantity(slot, scene) and value.words.strip():
            return Drawn((vague_of(slot, value, scene, is_gap=bool(incomplete)),), partial=incomplete, has_figure=True)
        case Text(words=words) if words.strip():
            return _draw_words(words.strip(), scene)
        case Day() as value:
            return Drawn((Phrase(day_of(slot, value)),), has_figure=True)
        case Text() | Blank() | Unreadable():
            return Drawn((dots_of(slot, scene),), absent=shortfalls or _unexplained(expression), has_figure=True)


def _draw_change(slot: Slot, when: When, scene: Scene) -> Drawn:
    """Draw by how much a figure differs from an earlier one; nothing is said where there is none of either."""
    expression = scene.absolute(slot.expression)
    shortfalls = find_shortfalls(scene.consolidation, expression)
    incomplete = tuple(shortfall for shortfall in shortfalls if shortfall.missing)
    value, base = scene.value(expression), scene.value(at(expression, when))
    if isinstance(value, NotApplicable) or isinstance(base, NotApplicable):
        return Drawn(zeros=codes_of(expression), left_out=incomplete)
    if isinstance(value, Number | Ratio) and isinstance(base, Number | Ratio):
        shown = change_of(slot, value, base, when, scene)
        mark = merger_of(at(expression, when), scene, is_said=True)
        return Drawn((replace(shown, is_gap=bool(incomplete)), *mark), partial=incomplete, has_figure=True)
    lacking = (*shortfalls, *find_shortfalls(scene.consolidation, at(expression, when)))
    return Drawn((dots_of(slot, scene),), absent=lacking or _unexplained(expression), has_figure=True)


def _draw_words(words: str, scene: Scene) -> Drawn:
    """Draw words as they are. In a list of units several lines become clauses, or paragraphs where it stands alone."""
    has_lines = len(words.splitlines()) > 1
    if scene.unit is None or not has_lines:
        return Drawn((Phrase(words),), has_figure=True)
    if scene.is_alone:
        return Drawn((Phrase(f"\n{words}"),), has_figure=True, has_lines=True)
    return Drawn((Phrase(as_clauses(words)),), has_figure=True)


def _draw_row_slot(slot: RowSlot, scene: Scene) -> Drawn:
    figure = row_slot(slot, scene)
    match said_in(slot, scene):
        case Number() | Ratio() as value:
            nil = (slot.column,) if value.amount == 0 else ()
            return Drawn((figure_of(figure, value, scene, is_gap=False),), has_figure=True, nil=nil)
        case Text() as value if is_quantity(figure, scene) and value.words.strip():
            return Drawn((vague_of(figure, value, scene, is_gap=False),), has_figure=True)
        case Text(words=words) if words.strip():
            return Drawn((Phrase(_STOP.sub("", as_clauses(words))),), has_figure=True)
        case Day() as value:
            return Drawn((Phrase(day_of(figure, value)),), has_figure=True)
        case Text() | Blank() | NotApplicable() | Unreadable():
            return Drawn((Seam(),), empty=(slot.column,))


def _unexplained(expression: Expression) -> tuple[Shortfall, ...]:
    """Return the indicators of a value that is missing though none of its figures is: a quotient by zero."""
    return tuple(Shortfall(code, ()) for code in codes_of(expression))


def _draw_bracket(bracket: Bracket, scene: Scene) -> Drawn:
    options = [draw(option, scene) for option in bracket.options]
    printed = [option for option in options if option.is_whole]
    left_out = _wanting(option for option in options if not option.is_whole)
    if not printed:
        return Drawn((Seam(),), left_out=left_out)
    # What leads into the first option and what follows the last belong to the bracket, whichever options are left.
    lead, tail = _lead(bracket.options[0]), _tail(bracket.options[-1])
    joiners = _Joiners(bracket.joiner, bracket.last_joiner)
    joined = _joined([replace(option, items=_trimmed(option.items)) for option in printed], joiners)
    return replace(joined, items=(Phrase(lead), *joined.items, Phrase(tail)), left_out=(*joined.left_out, *left_out))


def _draw_choice(choice: Choice, scene: Scene) -> Drawn:
    """Draw the part that the conditions choose; what is missing from these is missing from what it says."""
    lacking: dict[Shortfall, None] = {}
    for case in choice.cases:
        condition = scene.absolute(case.condition)
        value = scene.value(condition)
        lacking |= dict.fromkeys(find_shortfalls(scene.consolidation, condition))
        wanted = tuple(shortfall for shortfall in lacking if shortfall.missing)
        if is_missing(value):
            drawn = _draw_part(choice.unknown, (), scene)
            return replace(drawn, left_out=(*drawn.left_out, *wanted))
        if isinstance(value, NotApplicable):
            return Drawn((Seam(),), left_out=wanted)
        if is_true(value):
            return _draw_part(case.pieces, wanted, scene)
    return _draw_part(choice.otherwise, wanted, scene)


def _draw_part(pieces: tuple[Piece, ...], partial: tuple[Shortfall, ...], scene: Scene) -> Drawn:
    drawn = draw(pieces, scene)
    if not pieces or drawn.is_wanting:
        return Drawn((Seam(),), left_out=_wanting((drawn,)))
    # A part that begins with a comma takes the place of the space before it.
    seam = (Seam(),) if _lead(pieces).strip() else ()
    return replace(drawn, items=(*seam, *drawn.items), partial=(*drawn.partial, *partial), has_figure=True)


def _wanting(parts: Iterable[Drawn]) -> tuple[Shortfall, ...]:
    """Return the figures for want of which parts are not printed, as far as it is known who should give them."""
    wanted = chain.from_iterable((*part.absent, *part.left_out) for part in parts)
    return tuple(dict.fromkeys(shortfall for shortfall in wanted if shortfall.missing))


def _lead(option: tuple[Piece, ...]) -> str:
    found = _LEAD.match(option[0].text) if isinstance(option[0], Words) else None
    return found[0] if found else ""


def _tail(option: tuple[Piece, ...]) -> str:
    text = option[-1].text if isinstance(option[-1], Words) else ""
    return text[len(text.rstrip()) :]


def _trimmed(items: tuple[Raw, ...]) -> tuple[Raw, ...]:
    first, *others = items
    if isinstance(first, Phrase):
        first = Phrase(_LEAD.sub("", first.text, count=1))
    *others, last = (first, *others)
    if isinstance(last, Phrase):
        last = Phrase(last.text.rstrip())
    return (*others, last)


@dataclass(frozen=True, slots=True)
class _Joiners:
    """What stands between the parts of a list, and before the last of them where that differs."""

    usual: str
    last: str = ""


def _joined(parts: Sequence[Drawn], joiners: _Joiners) -> Drawn:
    pieces: list[Drawn] = []
    for number, part in enumerate(parts, start=1):
        if number > 1:
            is_last = number == len(parts)
            pieces.append(Drawn((Phrase((is_last and joiners.last) or joiners.usual),)))
        pieces.append(part)
    return _together(pieces)


def _draw_each_unit(loop: EachUnit, scene: Scene) -> Drawn:
    chosen = chosen_of(loop, scene)
    turns = [(turn, draw(loop.pieces, turn)) for turn in chosen.scenes]
    told = [(turn, drawn) for turn, drawn in turns if drawn.is_told or (loop.is_choosing and not drawn.is_wanting)]
    told = told if is_telling(loop, chosen.scenes) else []
    left_out = [*chosen.undecided, *_wanting(drawn for _, drawn in turns if drawn.is_wanting or not drawn.has_figure)]
    if loop.ranking is not None:
        ranked = [turn.absolute(loop.ranking) for turn in chosen.scenes]
        unranked = (find_shortfalls(scene.consolidation, expression) for expression in ranked)
        left_out += [shortfall for shortfall in chain.from_iterable(unranked) if shortfall.missing]
    printed = _numbered(loop.pieces, first_of(loop, [(turn, (turn, drawn)) for turn, drawn in told]))
    lacking = tuple(dict.fromkeys(left_out))
    if not printed:
        return Drawn((Seam(),), left_out=lacking, is_hollow=True)
    is_paragraphs = any(turn.has_lines for turn in printed)
    joined = _joined(printed, _Joiners("\n") if is_paragraphs else _Joiners(loop.joiner, loop.last_joiner))
    return replace(
        joined,
        partial=(*joined.partial, *_incomplete(scene.consolidation, lacking, loop.kinds)),
        left_out=(*joined.left_out, *lacking),
        has_figure=True,
    )


def _draw_each_row(loop: EachRow, scene: Scene) -> Drawn:
    turns = [(turn, draw(loop.pieces, turn)) for turn in find_rows(loop.sheet, scene)]
    unlisted = find_unlisted(loop.sheet, scene)
    told = [(turn, drawn) for turn, drawn in turns if drawn.is_told]
    printed = _numbered(loop.pieces, told[: loop.first or len(told)])
    if not printed:
        return Drawn((Seam(),), left_out=unlisted, is_hollow=True)
    joined = _joined(printed, _Joiners(loop.joiner, loop.last_joiner))
    return replace(joined, partial=(*joined.partial, *unlisted), empty=(), nil=())


def _numbered(pieces: tuple[Piece, ...], turns: Sequence[tuple[Scene, Drawn]]) -> list[Drawn]:
    """Return the turns that are printed; where they say their number, with that."""
    if not is_numbered(pieces):
        return [drawn for _, drawn in turns]
    return [draw(pieces, replace(scene, number=number)) for number, (scene, _) in enumerate(turns, start=1)]


def _incomplete(
    consolidation: Consolidation, left_out: Sequence[Shortfall], kinds: tuple[str, ...]
) -> Iterator[Shortfall]:
    """Yield what a list of units lacks, as the totals of its figures say it; where there is no total, by name.

    A list of units of some kinds lacks none of the others."""
    for code, when in dict.fromkeys((shortfall.indicator, shortfall.when) for shortfall in left_out):
        indicator, coverage = consolidation.form.indicator(code), coverage_of(consolidation, code, when)
        lacking = (shortfall for shortfall in left_out if (shortfall.indicator, shortfall.when) == (code, when))
        missing = tuple(dict.fromkeys(chain.from_iterable(shortfall.missing for shortfall in lacking)))
        if coverage.missing and not kinds:
            yield Shortfall(code, coverage.missing, coverage, when)
        elif coverage.missing or (indicator.is_numeric and indicator.required):
            yield Shortfall(code, missing, when=when)
