"""Setting a period up before anything is received. This module holds the move, and what a period may begin with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ccbdesk.files.dossier.making import ENDING
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.whole import make_folder
from ccbdesk.model.decision import Hand, LeftOut, Moved
from ccbdesk.model.form import Form
from ccbdesk.model.period import Milestone, Period, PeriodCode, period_of
from ccbdesk.model.trouble import TroubleError
from ccbdesk.operations.begin import dossier_name
from ccbdesk.operations.holding import periods_held
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.open_form import open_form
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import open_case, record
from ccbdesk.operations.take_in import begin_period, carried_over

NOT_TAKING_PART = "không tham gia kỳ này, theo danh sách khi lập kỳ"
"""Why a unit is left out that was not ticked when the period was set up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A period to be set up: in a dossier, or by a form in a folder where its dossier is to be made.

    ``days`` are those that are known; ``absent`` the units that take no part, by id or name."""

    where: Path
    period: PeriodCode
    form: str = ""
    days: Mapping[Milestone, date] = field(default_factory=dict)
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a period may begin with: a form, the name or path it is opened by, and the dossier that has it, if any."""

    form: Form
    name: str
    dossier: Path | None
    last: Period | None = None


def set_up(plan: Plan, hand: Hand, reader: Reader, progress: Progress) -> Path:
    """Begin a period and return its dossier; each day and each unit that is absent is a decision of its own.

    Raises TroubleError as beginning a period does, and for units that the form does not have."""
    progress("Đang lập kỳ")
    path = plan.where
    if path.suffix.casefold() != ENDING:
        make_folder(path)
        path /= dossier_name(open_form(plan.form, reader).id)
    begin_period(path, plan.period, "" if path.exists() else plan.form, hand, reader)
    for milestone, day in plan.days.items():
        case = open_case(path, plan.period, reader, progress)
        if case.held.settled.milestone(milestone) != day:
            record(case, Moved(milestone, day), hand)
    for unit in plan.absent:
        case = open_case(path, plan.period, reader, progress)
        record(case, LeftOut(unit_named(case.held.form, unit), NOT_TAKING_PART), hand)
    return path


def grounds(dossiers: Iterable[Path], forms: Iterable[Path], reader: Reader) -> tuple[Ground, ...]:
    """Return what periods may begin with: the dossiers that can be opened, then the forms that none of them has."""
    held = tuple(ground for path in dossiers if (ground := _of_dossier(path, reader)) is not None)
    known = {each.form.id for each in held}
    others = (Ground(open_form(str(path), reader), str(path), None) for path in forms)
    return (*held, *(each for each in others if each.form.id not in known))


def _of_dossier(path: Path, reader: Reader) -> Ground | None:
    """Return nothing for what cannot be opened: it is no ground to begin on, and opening it says why."""
    try:
        with reading(path) as kept:
            periods = periods_held(kept)
        return Ground(carried_over(path, periods, reader).form, "", path, period_of(periods[-1]))
    except TroubleError:
        return None
