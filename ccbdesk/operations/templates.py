"""Writing the templates that the units fill in. This module holds the move from a form to one workbook a unit."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.form import Form, Preparer
from ccbdesk.model.period import Period
from ccbdesk.operations.progress import Progress


@dataclass(frozen=True, slots=True)
class TemplateJob:
    """What was asked for: the form, the period, the day on which figures close, and where the files go."""

    form: Form
    period: Period
    cut_off: date | None
    out: Path


def write_templates(job: TemplateJob, today: date, progress: Progress) -> tuple[Path, ...]:
    """Write a blank return for every unit, and the cluster's own period sheet; return where they stand.

    File names are made of ids alone, which are plain ASCII, so no name of a unit ever becomes a path."""
    form, period = job.form, job.period
    make_folder(job.out)
    has_own = any(sheet.preparer is Preparer.CLUSTER for sheet in form.sheets)
    written: list[Path] = []
    for unit in (*form.units, *((form.cluster,) if has_own else ())):
        progress(f"Đang lập biểu mẫu của {unit.short_name}")
        target = job.out / f"{form.id}_{period.code}_{unit.id}.xlsx"
        write_whole(target, write_book(plan_template(form, unit, period, job.cut_off), today), is_sound_package)
        written.append(target)
    return tuple(written)
