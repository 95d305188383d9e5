"""Looking closer and writing to units. This module holds how the requests of Nhận tệp and Kiểm tra are answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ccbdesk.model.trouble import OneVersion, TroubleError
from ccbdesk.operations.compare import compare_files
from ccbdesk.operations.copies import write_copy
from ccbdesk.operations.give_back import give_back, giving
from ccbdesk.operations.look import look_at
from ccbdesk.operations.remind import remind
from ccbdesk.operations.templates import template_name
from ccbdesk.operations.templates_held import Wanted, write_templates_held
from ccbdesk.service.answering.desk import desk_of
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.checking import draw_comparison, draw_giving_back, draw_reminder
from ccbdesk.service.drawing.desk import decided
from ccbdesk.service.drawing.sheets import draw_sheet
from ccbdesk.service.drawing.trying import draw_tried
from ccbdesk.service.pictures.checking import (
    BlankForm,
    ComparisonPicture,
    GivingBackPicture,
    ReminderPicture,
    SheetPicture,
    TriedFigure,
)
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import checking as asked
from ccbdesk.wording.places import unit_name

_FILLED_IN = "Nhap thay"
"""The folder beside the dossier in which blank returns lie that the office fills in for units."""


def _show_sheet(request: asked.ShowSheet, bench: Bench) -> SheetPicture:
    return draw_sheet(look_at(bench.held(request.table), request.file, request.sheet))


def _open_copy(request: asked.OpenCopy, bench: Bench) -> Path:
    return write_copy(bench.held(request.table), request.file)


def _compare(request: asked.Compare, bench: Bench) -> ComparisonPicture:
    held = bench.held(request.table)
    versions = (request.older, request.newer)
    compared = compare_files(held.form, held.period, held.arrivals, versions, held.settled, earlier=held.earlier)
    if compared is None:
        raise TroubleError(OneVersion(unit_name(held.form, request.unit)))
    return draw_comparison(held.form, compared)


def _try_figure(request: asked.TryFigure, bench: Bench) -> TriedFigure:
    case = bench.case(request.table)
    return draw_tried(case, request.unit, request.figure, request.value, is_plan=request.is_plan)


def _prepare(request: asked.PrepareGivingBack, bench: Bench) -> GivingBackPicture:
    case = bench.case(request.table)
    return draw_giving_back(case.held.form, giving(case, request.unit, bench.hand.at.date()))


def _give_back(request: asked.GiveBack, bench: Bench) -> Desk:
    case, hand = bench.case(request.table), bench.hand
    given = replace(giving(case, request.unit, hand.at.date()), message=request.message)
    made = give_back(case, given, hand, request.target)
    return desk_of(request.table, bench, decided(case.held, made) if made else "")


def _remind(request: asked.Remind, bench: Bench) -> ReminderPicture:
    case = bench.case(request.table)
    return draw_reminder(case.held.form, remind(case, bench.hand.at.date()))


def _write_blank(request: asked.WriteBlank, bench: Bench) -> BlankForm:
    case = bench.case(request.table)
    folder = request.table.dossier.parent / _FILLED_IN
    form, period = case.held.form, case.held.period
    there = folder / template_name(form.id, period.code, request.unit)
    if there.exists():
        return BlankForm(there, was_there=True)
    wanted = Wanted(period, None, folder, only=request.unit)
    (path,) = write_templates_held(case, wanted, bench.hand.at.date(), bench.reader, bench.tell)
    return BlankForm(path, was_there=False)


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.ShowSheet: _show_sheet,
    asked.OpenCopy: _open_copy,
    asked.Compare: _compare,
    asked.TryFigure: _try_figure,
    asked.PrepareGivingBack: _prepare,
    asked.GiveBack: _give_back,
    asked.Remind: _remind,
    asked.WriteBlank: _write_blank,
}
"""What answers each request of looking closer and of writing to units."""
