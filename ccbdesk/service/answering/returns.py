"""Requests about one return. This module holds how each is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from ccbdesk.model.unit import CLUSTER
from ccbdesk.operations import decisions
from ccbdesk.operations.record import paper_at
from ccbdesk.operations.take_in import begin_period
from ccbdesk.service.answering.desk import desk_of
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.desk import named
from ccbdesk.service.drawing.returns import draw_return
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.returns import ReturnPicture
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import returns as asked
from ccbdesk.wording.places import unit_name


def _show(request: asked.ShowReturn, bench: Bench) -> ReturnPicture:
    return draw_return(bench.case(request.table), request.unit)


def _fill(request: asked.Fill, bench: Bench) -> Desk:
    case = bench.case(request.table)
    wishes = [
        decisions.PutRight(request.unit, each.figure, each.typed, request.source, each.is_plan)
        for each in request.values
    ]
    papers = [paper_at(path, f"chứng cứ: {request.source}") for path in request.papers]
    made = decisions.fill(case, wishes, bench.hand, papers)
    whose = "Phiếu kỳ" if request.unit == CLUSTER else unit_name(case.held.form, request.unit)
    return desk_of(request.table, bench, f"Đã ghi {len(made)} số liệu của {whose}.")


def _begin(request: asked.BeginPeriod, bench: Bench) -> Desk:
    period = begin_period(request.dossier, request.period, request.form, bench.hand, bench.reader)
    return desk_of(Table(request.dossier, period.code), bench, f"Đã lập kỳ báo cáo {named(period.code)}.")


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.ShowReturn: _show,
    asked.Fill: _fill,
    asked.BeginPeriod: _begin,
}
"""What answers each request about a return."""
