"""The cabinet's requests. This module holds how dossiers are looked at and packages taken out of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ccbdesk import resources
from ccbdesk.model.period import period_of
from ccbdesk.model.trouble import NoPeriod, TroubleError
from ccbdesk.operations.export import export
from ccbdesk.operations.glance import glance
from ccbdesk.operations.set_up import Plan, grounds, set_up
from ccbdesk.operations.templates_held import Wanted, ground_of, write_templates_held
from ccbdesk.service.answering.desk import desk_of
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.cabinet import draw_dossier, draw_ground, draw_unreadable
from ccbdesk.service.pictures.cabinet import DossierCard, Ground, Written
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import cabinet as asked
from ccbdesk.wording.in_window import trouble_in_window
from ccbdesk.wording.periods import period_name


def _glance(request: asked.Glance, _bench: Bench) -> tuple[DossierCard, ...]:
    return tuple(map(_card, request.dossiers))


def _card(path: Path) -> DossierCard:
    try:
        return draw_dossier(path, glance(path))
    except TroubleError as error:
        return draw_unreadable(path, trouble_in_window(error.trouble))


def _export(request: asked.Export, bench: Bench) -> Written:
    table = request.table
    name = "Goi ho so" if request.is_whole else f"Goi ho so {table.period}"
    folder = request.out / f"{name} - {table.dossier.stem}"
    index = export(table.dossier, "" if request.is_whole else table.period, folder, bench.reader, bench.tell)
    return Written(folder, index, "Đã xuất gói hồ sơ. Mở tệp “Muc luc.docx” trong đó để xem có những gì.")


def _templates(request: asked.WriteTemplates, bench: Bench) -> Written:
    period, dossier = period_of(request.period), request.table.dossier
    if period is None:
        raise TroubleError(NoPeriod(request.period))
    case = bench.case(Table(dossier, ground_of(dossier, period)))
    folder = request.out / f"Bieu mau {case.held.form.id} {period.code}"
    wanted = Wanted(period, request.cut_off, folder, request.is_common)
    paths = write_templates_held(case, wanted, bench.hand.at.date(), bench.reader, bench.tell)
    count = sum(path.suffix == ".xlsx" for path in paths)
    return Written(folder, paths[0], f"Đã lập {count} biểu mẫu để gửi các đơn vị.")


def _grounds(request: asked.Grounds, bench: Bench) -> tuple[Ground, ...]:
    forms = (*([request.form] if request.form else []), *resources.forms())
    return tuple(map(draw_ground, grounds(request.dossiers, forms, bench.reader)))


def _set_up(request: asked.SetUp, bench: Bench) -> Desk:
    period = period_of(request.period)
    if period is None:
        raise TroubleError(NoPeriod(request.period))
    plan = Plan(request.where, period.code, request.form, dict(request.days), request.absent)
    path = set_up(plan, bench.hand, bench.reader, bench.tell)
    return desk_of(Table(path, period.code), bench, f"Đã lập kỳ {period_name(period)}.")


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.Glance: _glance,
    asked.Export: _export,
    asked.WriteTemplates: _templates,
    asked.Grounds: _grounds,
    asked.SetUp: _set_up,
}
"""What answers each request of the cabinet."""
