"""Drafting. This module holds how a form's sentences and a consolidation become the report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccbdesk.engine.drafting.drawing import Drawn, draw
from ccbdesk.engine.drafting.figures import Shortfall, find_shortfalls
from ccbdesk.engine.drafting.headings import without_empty_headings
from ccbdesk.engine.drafting.notes import noted
from ccbdesk.engine.drafting.seams import mended
from ccbdesk.engine.drafting.slots import Scene, codes_of
from ccbdesk.engine.expressions.evaluating import is_true
from ccbdesk.engine.expressions.periods import is_for
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Form, Sentence, Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Dropped, Figure, Gap, Note, Paragraph, Phrase, Report, Run
from ccbdesk.model.sentence import Bracket, EachUnit, Piece, Slot
from ccbdesk.model.unit import UnitId
from ccbdesk.wording.periods import period_name

_TITLE_STYLES = frozenset({Style.TITLE, Style.SUBJECT})


@dataclass(frozen=True, slots=True)
class _Drafted:
    """What became of one sentence."""

    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    gaps: tuple[Gap, ...] = ()


def draft(consolidation: Consolidation, cells: Mapping[str, str]) -> Report:
    """Draft the report of a period: every sentence of the form that is for it, in the form's order.

    A sentence falls away, and is reported, where its condition does not hold or a figure it cannot do without is zero.
    A figure nobody has given becomes dots; a total with a part missing is printed with a note naming who is missing;
    both are reported as gaps, and so are required figures for want of which an optional part is not printed. Headings
    with no text beneath are left out.

    ``cells`` says where the cluster workbook shows a figure, by its canonical reference."""
    scene = Scene(consolidation, cells)
    sentences = [s for s in consolidation.form.sentences if is_for(s.periods, consolidation.period)]
    drafted = [_drafted(sentence, scene) for sentence in sentences]
    paragraphs = without_empty_headings([paragraph for one in drafted for paragraph in one.paragraphs])
    return Report(
        _title(paragraphs, consolidation),
        paragraphs,
        tuple(dropped for one in drafted for dropped in one.dropped),
        tuple(gap for one in drafted for gap in one.gaps),
        consolidation.basis,
    )


def _drafted(sentence: Sentence, scene: Scene) -> _Drafted:
    if sentence.condition is not None and not is_true(scene.value(scene.absolute(sentence.condition))):
        return _without(sentence, codes_of(sentence.condition), _lacking(sentence.condition, scene), scene)
    drawn = draw(sentence.pieces, scene)
    if drawn.zeros:
        return _without(sentence, drawn.zeros, drawn.left_out, scene)
    paragraphs = tuple(_find_paragraphs(sentence, drawn, scene))
    if not paragraphs:
        return _without(sentence, tuple(dict.fromkeys(_find_codes(sentence.pieces))), drawn.left_out, scene)
    shortfalls = (*drawn.absent, *drawn.partial, *_demanded(drawn.left_out, scene))
    return _Drafted(paragraphs, gaps=_gaps(sentence, shortfalls, scene))


def _without(
    sentence: Sentence, codes: tuple[IndicatorCode, ...], shortfalls: Iterable[Shortfall], scene: Scene
) -> _Drafted:
    """Return what is reported of a sentence that is not printed."""
    gaps = _gaps(sentence, _demanded(shortfalls, scene), scene)
    return _Drafted(dropped=(Dropped(sentence.place, codes),), gaps=gaps)


def _demanded(shortfalls: Iterable[Shortfall], scene: Scene) -> tuple[Shortfall, ...]:
    """Return what is missing from parts that are not printed, but for figures that units need not give."""
    form = scene.consolidation.form
    return tuple(shortfall for shortfall in shortfalls if form.indicator(shortfall.indicator).required)


def _lacking(condition: Expression, scene: Scene) -> tuple[Shortfall, ...]:
    shortfalls = find_shortfalls(scene.consolidation, scene.absolute(condition))
    return tuple(shortfall for shortfall in shortfalls if shortfall.missing)


def _find_codes(pieces: Iterable[Piece]) -> Iterator[IndicatorCode]:
    for piece in pieces:
        match piece:
            case Slot():
                yield from codes_of(piece.expression)
            case Bracket():
                for option in piece.options:
                    yield from _find_codes(option)
            case EachUnit():
                yield from _find_codes(piece.pieces)
            case _:
                pass


def _find_paragraphs(sentence: Sentence, drawn: Drawn, scene: Scene) -> Iterator[Paragraph]:
    """Yield a paragraph for each line that is not empty; the note stands in the last."""
    lines = [line for line in _lines(mended(drawn.items)) if line]
    for number, line in enumerate(lines, start=1):
        runs = noted(line, drawn.partial, scene.consolidation.form) if number == len(lines) else line
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
