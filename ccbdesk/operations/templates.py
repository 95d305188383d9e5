"""Writing the templates that the units fill in. This module holds the move from a form to one workbook a unit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ccbdesk.engine.templates.figure_sheets import Before
from ccbdesk.engine.templates.office_copies import plan_office_copy
from ccbdesk.engine.templates.planning import plan_common_template, plan_template
from ccbdesk.files.excel.filling import fill_in
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.form import Form, FormId, Preparer
from ccbdesk.model.history import NO_BASES, Bases
from ccbdesk.model.office import OfficeCopy
from ccbdesk.model.period import Period, PeriodCode
from ccbdesk.model.trouble import NothingThere, TroubleError
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.operations.earlier import Earlier
from ccbdesk.operations.open_form import office_path
from ccbdesk.operations.progress import Progress
from ccbdesk.wording.histories import MERGED

_COMMON = "chung"


@dataclass(frozen=True, slots=True)
class TemplateJob:
    """What was asked for: the form, the period, the day on which figures close, and where the files go.

    ``earlier`` and ``last_year`` are figures to stand beside those asked for, ``bases`` what rules compare with;
    ``is_common``: one workbook for all members. ``home`` is the folder of the form workbook, where the files stand that
    offices already use; ``only``: the unit, or the cluster, whose return alone is written."""

    form: Form
    period: Period
    cut_off: date | None
    out: Path
    earlier: Earlier = field(default_factory=dict)
    is_common: bool = False
    home: Path = Path()
    last_year: Earlier = field(default_factory=dict)
    bases: Bases = NO_BASES
    only: UnitId | None = None


def write_templates(job: TemplateJob, today: date, progress: Progress) -> tuple[Path, ...]:
    """Write a blank return for every unit, and the cluster's own period sheet; return where they stand.

    Where the form stands on an office's own file, a return is a copy of that file in which only a few cells differ.
    TroubleError(NothingThere) names such a file that is not there any more.

    File names are made of ids alone, which are plain ASCII, so no name of a unit ever becomes a path."""
    make_folder(job.out)
    written: list[Path] = []
    for name, unit in _addressees(job):
        if job.only not in (None, name):
            continue
        progress(f"Đang lập biểu mẫu {name}")
        target = job.out / template_name(job.form.id, job.period.code, name)
        write_whole(target, _workbook(job, unit, today), is_sound_package)
        written.append(target)
    return tuple(written)


def template_name(form: FormId, period: PeriodCode, unit: str) -> str:
    """Return what a blank return is called: by ids alone, so that no name of a unit ever becomes a path."""
    return f"{form}_{period}_{unit}.xlsx"


def _addressees(job: TemplateJob) -> Iterator[tuple[str, Unit | None]]:
    if job.is_common:
        yield _COMMON, None
    else:
        yield from ((unit.id, unit) for unit in job.form.units)
    if any(sheet.preparer is Preparer.CLUSTER for sheet in job.form.sheets):
        yield job.form.cluster.id, job.form.cluster


def _workbook(job: TemplateJob, unit: Unit | None, today: date) -> bytes:
    earlier = job.earlier.get(unit.id, {}) if unit else {}
    bare = {code: words.removesuffix(f" {MERGED}") for code, words in earlier.items()}
    copy = plan_office_copy(job.form, unit, job.period, bare)
    if copy:
        return _filled(job.home, copy)
    if unit is None:
        return write_book(plan_common_template(job.form, job.period, job.cut_off), today)
    before = Before(earlier, job.last_year.get(unit.id, {}))
    return write_book(plan_template(job.form, unit, job.period, job.cut_off, before, bases=job.bases), today)


def _filled(home: Path, copy: OfficeCopy) -> bytes:
    path = office_path(home, copy.file)
    try:
        content = path.read_bytes() if path else None
    except OSError:
        content = None
    if content is None:
        raise TroubleError(NothingThere(str(home / copy.file)))
    return fill_in(content, copy.entries)
