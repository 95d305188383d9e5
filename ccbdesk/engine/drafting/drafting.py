"""Drafting. This module holds how a form's sentences and a consolidation become the report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ccbdesk.engine.drafting import sources
from ccbdesk.engine.drafting.appendices import find_appendices
from ccbdesk.engine.drafting.charts import charted
from ccbdesk.engine.drafting.drawing import Drawn, draw
from ccbdesk.engine.drafting.explanations import explained
from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.headings import without_empty_headings
from ccbdesk.engine.drafting.mergers import marked
from ccbdesk.engine.drafting.notes import noted
from ccbdesk.engine.drafting.pieces import find_row_loops, find_slots, in_paragraphs, is_one_loop, words_around
from ccbdesk.engine.drafting.rows import count_of
from ccbdesk.engine.drafting.seams import mended
from ccbdesk.engine.drafting.slots import Scene, codes_of
from ccbdesk.engine.drafting.tables import tabled
from ccbdesk.engine.expressions.evaluating import is_true
from ccbdesk.engine.expressions.periods import is_for
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Document, Form, Sentence, Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Appendix, Block, Dropped, Figure, Gap, Note, Paragraph, Phrase, Report, Run
from ccbdesk.model.sentence import Piece
from ccbdesk.model.unit import UnitId
from ccbdesk.wording.periods import period_name

_TITLE_STYLES = frozenset({Style.TITLE, Style.SUBJECT})


@dataclass(frozen=True, slots=True)
class _Drafted:
    """What became of one sentence."""

    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    gaps: tuple[Gap, ...] = ()
    appendices: tuple[Appendix, ...] = ()


def draft(
    consolidation: Consolidation,
    cells: Mapping[str, str],
    document: Document = Document.REPORT,
    *,
    with_sources: bool = False,
) -> Report:
    """Draft a paper of a period: every sentence of the form that is for both, in the form's order.

    A sentence falls away, and is reported, where its condition does not hold, or a figure it cannot do without is zero,
    or a loop it cannot do without goes through nothing.
    A figure nobody has given becomes dots; a total with a part missing is printed with a note naming who is missing;
    both are reported as gaps, and so are required figures for want of which an optional part is not printed. Headings
    with nothing beneath are left out. Tables, charts and appendices say themselves what is missing from them.

    ``cells`` says where the cluster workbook shows a figure, by its canonical reference; ``with_sources`` puts that
    beside each paragraph as a comment. What was accepted and is to be told stands behind the first paragraph with the
    figure it is about."""
    scene = Scene(consolidation, cells)
    sentences = [sentence for sentence in consolidation.form.sentences if sentence.document is document]
    drafted = [_drafted(one, scene) for one in sentences if is_for(one.periods, consolidation.period)]
    blocks = explained(without_empty_headings([block for one in drafted for block in one.blocks]), consolidation)
    report = Report(
        _title((block for block in blocks if isinstance(block, Paragraph)), consolidation),
        blocks,
        tuple(dropped for one in drafted for dropped in one.dropped),
        tuple(gap for one in drafted for gap in one.gaps),
        consolidation.basis,
        tuple(appendix for one in drafted for appendix in one.appendices),
    )
    return sources.with_sources(report, scene) if with_sources else report


def _drafted(sentence: Sentence, scene: Scene) -> _Drafted:
    if sentence.condition is not None and not is_true(scene.value(scene.absolute(sentence.condition))):
        return _without(sentence, codes_of(sentence.condition), _lacking(sentence.condition, scene), scene)
    match sentence.style:
        case Style.TABLE:
            return _drafted_table(sentence, scene)
        case Style.CHART:
            return _drafted_chart(sentence, scene)
        case Style.APPENDIX:
            return _drafted_appendix(sentence, scene)
        case _:
            return _drafted_text(sentence, scene)


def _drafted_table(sentence: Sentence, scene: Scene) -> _Drafted:
    """Draft a table, under the words that its sentence says beside the figures."""
    made = tabled(sentence, scene)
    if made.table is None:
        return _without(sentence, _codes(sentence.pieces, scene), made.shortfalls, scene)
    caption = _words_of(sentence, scene)
    above = (Paragraph(Style.BODY, (Phrase(caption),), sentence.place),) if caption else ()
    return _Drafted((*above, made.table), gaps=_gaps(sentence, made.shortfalls, scene))


def _drafted_chart(sentence: Sentence, scene: Scene) -> _Drafted:
    made = charted(sentence, _words_of(sentence, scene), scene)
    if made.chart is None:
        return _without(sentence, _codes(sentence.pieces, scene), made.shortfalls, scene)
    return _Drafted((made.chart,), gaps=_gaps(sentence, made.shortfalls, scene))


def _drafted_appendix(sentence: Sentence, scene: Scene) -> _Drafted:
    title = _drafted_text(sentence, scene)
    lines = tuple(block for block in title.blocks if isinstance(block, Paragraph))
    appendices = tuple(find_appendices(lines, sentence.place, scene)) if lines else ()
    if lines and not appendices:
        return _without(sentence, (), (), scene)
    return replace(title, blocks=(), appendices=appendices)


def _words_of(sentence: Sentence, scene: Scene) -> str:
    """Return what a sentence says beside its figures, without the sign that would lead on to them."""
    drawn = draw(words_around(sentence.pieces), scene)
    words = "".join(_words(run) for run in mended(marked(drawn.items)))
    return " ".join(words.split()).strip(" :;,")


def _drafted_text(sentence: Sentence, scene: Scene) -> _Drafted:
    scene = replace(scene, is_alone=is_one_loop(sentence.pieces))
    drawn = draw(in_paragraphs(sentence.pieces), scene)
    if drawn.zeros or drawn.is_hollow:
        return _without(sentence, drawn.zeros or _codes(sentence.pieces, scene), drawn.left_out, scene)
    paragraphs = tuple(_find_paragraphs(sentence, drawn, scene))
    if not paragraphs:
        return _without(sentence, _codes(sentence.pieces, scene), drawn.left_out, scene)
    shortfalls = (*drawn.absent, *drawn.partial, *_demanded(drawn.left_out, scene))
    return _Drafted(paragraphs, gaps=_gaps(sentence, shortfalls, scene))


def _without(
    sentence: Sentence, codes: tuple[IndicatorCode, ...], shortfalls: Iterable[Shortfall], scene: Scene
) -> _Drafted:
    """Return what is reported of a sentence that is not printed."""
    gaps = _gaps(sentence, _demanded(shortfalls, scene), scene)
    return _Drafted(dropped=(Dropped(sentence.place, codes),), gaps=gaps)


def _demanded(shortfalls: Iterable[Shortfall], scene: Scene) -> tuple[Shortfall, ...]:
    """Return what is missing from parts that are not printed, but for figures that units need not give.

    A list that is not there at all is missing, though nobody must write into it."""
    form = scene.consolidation.form
    found = ((shortfall, form.indicator(shortfall.indicator)) for shortfall in shortfalls)
    return tuple(shortfall for shortfall, indicator in found if indicator.required or indicator.is_of_list)


def _lacking(condition: Expression, scene: Scene) -> tuple[Shortfall, ...]:
    shortfalls = find_shortfalls(scene.consolidation, scene.absolute(condition))
    return tuple(shortfall for shortfall in shortfalls if shortfall.missing)


def _codes(pieces: Iterable[Piece], scene: Scene) -> tuple[IndicatorCode, ...]:
    """Return the indicators a sentence speaks of; of a list the one that counts its rows."""
    pieces = tuple(pieces)
    counts = (count_of(scene.consolidation.form, loop.sheet) for loop in find_row_loops(pieces))
    named = (code for slot in find_slots(pieces) for code in codes_of(slot.expression))
    return tuple(dict.fromkeys((*named, *(count.code for count in counts if count))))


def _find_paragraphs(sentence: Sentence, drawn: Drawn, scene: Scene) -> Iterator[Paragraph]:
    """Yield a paragraph for each line that is not empty; the note stands in the last."""
    lines = [line for line in _lines(mended(marked(drawn.items))) if line]
    for number, line in enumerate(lines, start=1):
        runs = noted(line, drawn.partial, scene.consolidation) if number == len(lines) else line
        yield Paragraph(sentence.style, tuple(runs), sentence.place)


def _lines(runs: Iterable[Phrase | Figure]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if isinstance(run, Figure):
            lines[-1].append(run)
            continue
        first, *others = run.text.splitlines() or [""]
        lines[-1].append(Phrase(first))
        lines.extend([Phrase(line)] for line in others)
    return [_trimmed(line) for line in lines]


def _trimmed(line: Sequence[Run]) -> list[Run]:
    """Return a line without spaces at its ends and without empty words."""
    runs = list(line)
    if runs and isinstance(runs[0], Phrase):
        runs[0] = Phrase(runs[0].text.lstrip())
    if runs and isinstance(runs[-1], Phrase):
        runs[-1] = Phrase(runs[-1].text.rstrip())
    return [run for run in runs if isinstance(run, Figure) or run.text]


def _gaps(sentence: Sentence, shortfalls: Iterable[Shortfall], scene: Scene) -> tuple[Gap, ...]:
    """Return a gap for each indicator that lacks units, with those units in the form's order."""
    missing: dict[IndicatorCode, set[UnitId]] = {}
    for shortfall in shortfalls:
        missing.setdefault(shortfall.indicator, set()).update(shortfall.missing)
    return tuple(
        Gap(sentence.place, code, _in_order(units, scene.consolidation.form)) for code, units in missing.items()
    )


def _in_order(units: set[UnitId], form: Form) -> tuple[UnitId, ...]:
    return tuple(unit.id for unit in (form.cluster, *form.units) if unit.id in units)


def _title(paragraphs: Iterable[Paragraph], consolidation: Consolidation) -> str:
    """Return the report's kind and subject as they are printed; the form's own title where it has none."""
    printed = " ".join(_text(paragraph) for paragraph in paragraphs if paragraph.style in _TITLE_STYLES)
    return printed or f"{consolidation.form.title} {period_name(consolidation.period)}".strip()


def _text(paragraph: Paragraph) -> str:
    return "".join(_words(run) for run in paragraph.runs)


def _words(run: Run) -> str:
    match run:
        case Phrase() | Note():
            return run.text
        case Figure():
            return run.shown
