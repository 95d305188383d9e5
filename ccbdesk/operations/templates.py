"""Writing the templates that the units fill in. This module holds the move from a form to one workbook a unit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ccbdesk.engine.templates.planning import plan_common_template, plan_template
from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.book import Book
from ccbdesk.model.form import Form, Preparer
from ccbdesk.model.period import Period
from ccbdesk.operations.earlier import Earlier
from ccbdesk.operations.progress import Progress

_COMMON = "chung"


@dataclass(frozen=True, slots=True)
class TemplateJob:
    """What was asked for: the form, the period, the day on which figures close, and where the files go.

    ``earlier`` are figures to stand beside those asked for; ``is_common``: one workbook for all members."""

    form: Form
    period: Period
    cut_off: date | None
    out: Path
    earlier: Earlier = field(default_factory=dict)
    is_common: bool = False


def write_templates(job: TemplateJob, today: date, progress: Progress) -> tuple[Path, ...]:
    """Write a blank return for every unit, and the cluster's own period sheet; return where they stand.

    File names are made of ids alone, which are plain ASCII, so no name of a unit ever becomes a path."""
    make_folder(job.out)
    written: list[Path] = []
    for name, book in _books(job):
        progress(f"Đang lập biểu mẫu {name}")
        target = job.out / f"{job.form.id}_{job.period.code}_{name}.xlsx"
        write_whole(target, write_book(book, today), is_sound_package)
        written.append(target)
    return tuple(written)


def _books(job: TemplateJob) -> Iterator[tuple[str, Book]]:
    form, period, cut_off = job.form, job.period, job.cut_off
    if job.is_common:
        yield _COMMON, plan_common_template(form, period, cut_off)
    else:
        for unit in form.units:
            yield unit.id, plan_template(form, unit, period, cut_off, job.earlier.get(unit.id))
    if any(sheet.preparer is Preparer.CLUSTER for sheet in form.sheets):
        yield form.cluster.id, plan_template(form, form.cluster, period, cut_off)
