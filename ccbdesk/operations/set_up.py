"""Setting a period up before anything is received. This module holds the move, and what it may begin with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ccbdesk.files.dossier.making import ENDING, make_dossier
from ccbdesk.files.dossier.opening import reading
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.whole import make_folder
from ccbdesk.model.decision import Hand, LeftOut, Milestone, Moved
from ccbdesk.model.dossier import Cluster
from ccbdesk.model.form import Form
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.trouble import NotADossier, PeriodThere, TroubleError, WhichPeriod
from ccbdesk.operations.begin import dossier_name
from ccbdesk.operations.holding import periods_held
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import open_case, record
from ccbdesk.operations.take_in import OpenedForm, carried_over, opened_form, put_into_force

NOT_TAKING_PART = "không tham gia kỳ này, theo danh sách khi lập kỳ"
"""Why a unit is left out that was not ticked when the period was set up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A period to be set up: in a dossier, or by a form in a folder where its dossier is to be made.

    ``days`` are those that are known; ``absent`` the units that take no part, by id or name."""

    where: Path
    period: Period
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
    """Begin a period and return its dossier.

    The form is the dossier's own where none is named. Raises TroubleError: PeriodThere where the dossier holds the
    period, and all that can happen to a dossier or a form."""
    progress("Đang lập kỳ")
    path = _begun(plan, hand, reader)
    for milestone, day in plan.days.items():
        record(open_case(path, plan.period.code, reader, progress), Moved(milestone, day), hand)
    for unit in plan.absent:
        case = open_case(path, plan.period.code, reader, progress)
        record(case, LeftOut(unit_named(case.held.form, unit), NOT_TAKING_PART), hand)
    return path


def _begun(plan: Plan, hand: Hand, reader: Reader) -> Path:
    path, period = plan.where, plan.period
    opened = opened_form(plan.form, reader) if plan.form else None
    if opened is not None and path.suffix.casefold() != ENDING:
        make_folder(path)
        path /= dossier_name(opened.form.id)
    if not path.exists():
        return _made(path, opened, period, hand)
    with reading(path) as kept:
        periods, revision = periods_held(kept), kept.revision.number
    if period.code in periods:
        raise TroubleError(PeriodThere(str(path), period.code))
    if opened is None:
        if not periods:
            raise TroubleError(WhichPeriod(str(path), ()))
        opened = carried_over(path, periods[-1], reader)
    put_into_force(path, revision, period, opened, hand)
    return path


def _made(path: Path, opened: OpenedForm | None, period: Period, hand: Hand) -> Path:
    if opened is None:
        raise TroubleError(NotADossier(str(path)))
    cluster = Cluster(opened.form.id, opened.form.cluster.name)
    revision = make_dossier(path, cluster, hand.who, hand.at)
    put_into_force(path, revision.number, period, opened, hand)
    return path


def grounds(dossiers: Iterable[Path], forms: Iterable[Path], reader: Reader) -> tuple[Ground, ...]:
    """Return what periods may begin with: the dossiers that can be opened, then the forms that none of them has."""
    held = tuple(ground for path in dossiers if (ground := _of_dossier(path, reader)) is not None)
    known = {each.form.id for each in held}
    others = (Ground(opened_form(str(path), reader).form, str(path), None) for path in forms)
    return (*held, *(each for each in others if each.form.id not in known))


def _of_dossier(path: Path, reader: Reader) -> Ground | None:
    try:
        with reading(path) as kept:
            periods = periods_held(kept)
        if not periods:
            return None
        return Ground(carried_over(path, periods[-1], reader).form, "", path, period_of(periods[-1]))
    except TroubleError:
        return None  # what cannot be opened is no ground to begin on; opening it says why
