"""The cabinet of dossiers. This module holds how dossiers at a glance become cards."""

from pathlib import Path

from ccbdesk.model.period import Milestone
from ccbdesk.operations import set_up
from ccbdesk.operations.glance import PeriodSeen, Seen
from ccbdesk.service.drawing.desk import named
from ccbdesk.service.drawing.names import day
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.cabinet import DossierCard, Ground, PeriodCard


def draw_dossier(path: Path, seen: Seen) -> DossierCard:
    """Return the card of a dossier."""
    words = f"Ghi lần cuối ngày {day(seen.revision.at.date())}"
    return DossierCard(path, seen.cluster, words, tuple(map(_period, seen.periods)))


def draw_unreadable(path: Path, trouble: str) -> DossierCard:
    """Return the card of a dossier that cannot be opened."""
    return DossierCard(path, path.stem, "", (), trouble)


def _period(seen: PeriodSeen) -> PeriodCard:
    files = f"{seen.files} tệp đã nhận" if seen.files else "Chưa nhận tệp"
    return PeriodCard(seen.period.code, named(seen.period.code), _words(seen), files, _status(seen))


def _words(seen: PeriodSeen) -> str:
    """Return the day that matters most now."""
    settled = seen.settled
    if settled.issued:
        return f"Ban hành ngày {day(settled.issued[-1].act.day)}"
    if settled.closed:
        return f"Chốt sổ ngày {day(settled.closed.at.date())}"
    deadline = settled.milestone(Milestone.DEADLINE)
    return f"Hạn nhận tệp {day(deadline)}" if deadline else f"Số liệu đến {day(seen.period.last_day)}"


def _status(seen: PeriodSeen) -> Status:
    if seen.settled.issued:
        return Status(Mark.ACCEPTED, "Đã ban hành")
    if seen.settled.closed:
        return Status(Mark.GOOD, "Đã chốt sổ")
    if seen.is_merged:
        return Status(Mark.GOOD, "Đã tổng hợp")
    return Status(Mark.WAITING, "Đang làm")


def draw_ground(ground: set_up.Ground) -> Ground:
    """Return the picture of what a period may be set up on."""
    form, path = ground.form, ground.dossier
    words = f"{form.cluster.short_name} – hồ sơ “{path.stem}”" if path else f"{form.cluster.name} – hồ sơ mới"
    members = tuple((unit.id, unit.name) for unit in form.units)
    likely = ground.last.next.code if ground.last else None
    return Ground(words, path, "" if path else ground.name, members, likely)
