"""Asking for the returns of a period out of a dossier. This module holds the move: its form, its last figures beside.

What ``operations.templates`` is told on the command line, a dossier knows itself."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.history.keeping_figures import figures_to_keep
from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.expression import When
from ccbdesk.model.form import Form
from ccbdesk.model.history import Bases, KeptFigure
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.dossier_past import bases_in, past_in, shown_figures
from ccbdesk.operations.earlier import Earlier
from ccbdesk.operations.holding import OFFICE_FILE, Held, periods_of
from ccbdesk.operations.letter import LetterJob, write_letter
from ccbdesk.operations.own_sheet import open_own_sheet
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import Case
from ccbdesk.operations.templates import TemplateJob, write_templates
from ccbdesk.wording.figures import written_value


@dataclass(frozen=True, slots=True)
class Wanted:
    """For which period templates are wanted, on which day its figures close, where they go, one for all or one each.

    ``only``: the unit whose return alone is wanted; then nothing asks for it, and no letter is written."""

    period: Period
    cut_off: date | None
    out: Path
    is_common: bool = False
    only: UnitId | None = None


def ground_of(path: Path, period: Period) -> PeriodCode:
    """Return which period of a dossier templates of a period are written out of: that one, else the last there is."""
    held = periods_of(path)
    return period.code if period.code in held else held[-1]


def write_templates_held(
    case: Case, wanted: Wanted, today: date, reader: Reader, progress: Progress
) -> tuple[Path, ...]:
    """Write the blank returns, the letter and the message of a period by the form in force; return where they stand.

    Beside the figures asked for stand those of the last period that the dossier knows, and of the year before."""
    held, past = case.held, past_in(case.held.path, wanted.period, reader, progress)
    own = open_own_sheet(held.form, wanted.period, None, reader, progress, past=past)
    cut_off = wanted.cut_off or own.cut_off
    bases = bases_in(held.form, wanted.period, past)
    with tempfile.TemporaryDirectory() as home:
        _lay_offices(held, Path(home))
        job = TemplateJob(
            held.form,
            wanted.period,
            cut_off,
            wanted.out,
            _earlier(case, wanted.period, bases),
            wanted.is_common,
            Path(home),
            shown_figures(held.form, bases, When.LAST_YEAR),
            bases,
            wanted.only,
        )
        written = write_templates(job, today, progress)
    if wanted.only is not None:
        return written
    return (*written, *write_letter(LetterJob(own, cut_off, wanted.out), today, progress))


def _lay_offices(held: Held, home: Path) -> None:
    """Lay the files of offices, on which the form stands, into a folder, by names that are no paths."""
    offices = [each for each in held.attachments if each.note == OFFICE_FILE]
    if not offices:
        return
    with reading(held.path) as kept:
        for each in offices:
            (home / Path(each.name).name).write_bytes(load_content(kept, each.digest))


def _earlier(case: Case, period: Period, bases: Bases) -> Earlier:
    """Return the figures of the period before: those it was closed on; of one still open, as they stand now."""
    kept = shown_figures(case.held.form, bases, When.PREVIOUS)
    if any(kept.values()) or period.last_day <= case.held.period.last_day:
        return kept
    return _shown(case.held.form, figures_to_keep(case.checked.merged))


def _shown(form: Form, figures: Iterable[KeptFigure]) -> Earlier:
    found: dict[UnitId, dict[IndicatorCode, str]] = {}
    known: Mapping[str, None] = dict.fromkeys(each.code for each in form.indicators)
    for each in figures:
        if each.indicator in known and not each.is_plan:
            shown = written_value(each.value, form.indicator(each.indicator))
            found.setdefault(each.unit, {})[each.indicator] = shown
    return found
