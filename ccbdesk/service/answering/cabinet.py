"""The cabinet's requests. This module holds how dossiers are looked at and packages taken out of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ccbdesk.model.period import period_of
from ccbdesk.model.trouble import NoPeriod, TroubleError
from ccbdesk.operations.export import export
from ccbdesk.operations.glance import glance
from ccbdesk.operations.templates_held import Wanted, write_templates_held
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.cabinet import draw_dossier, draw_unreadable
from ccbdesk.service.pictures.cabinet import DossierCard, Written
from ccbdesk.service.requests import cabinet as asked
from ccbdesk.wording.trouble import trouble_sentence


def _glance(request: asked.Glance, _bench: Bench) -> tuple[DossierCard, ...]:
    return tuple(map(_card, request.dossiers))


def _card(path: Path) -> DossierCard:
    try:
        return draw_dossier(path, glance(path))
    except TroubleError as error:
        return draw_unreadable(path, trouble_sentence(error.trouble))


def _export(request: asked.Export, bench: Bench) -> Written:
    table = request.table
    name = "Goi ho so" if request.is_whole else f"Goi ho so {table.period}"
    folder = request.out / f"{name} - {table.dossier.stem}"
    index = export(table.dossier, "" if request.is_whole else table.period, folder, bench.reader, bench.tell)
    return Written(folder, index, "Đã xuất gói hồ sơ. Mở tệp “Muc luc.docx” trong đó để xem có những gì.")


def _templates(request: asked.WriteTemplates, bench: Bench) -> Written:
    case, period = bench.case(request.table), period_of(request.period)
    if period is None:
        raise TroubleError(NoPeriod(request.period))
    folder = request.out / f"Bieu mau {case.held.form.id} {period.code}"
    wanted = Wanted(period, request.cut_off, folder, request.is_common)
    paths = write_templates_held(case, wanted, bench.hand.at.date(), bench.reader, bench.tell)
    count = sum(path.suffix == ".xlsx" for path in paths)
    return Written(folder, paths[0], f"Đã lập {count} biểu mẫu để gửi các đơn vị.")


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.Glance: _glance,
    asked.Export: _export,
    asked.WriteTemplates: _templates,
}
"""What answers each request of the cabinet."""
