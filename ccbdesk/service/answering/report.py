"""Requests about the report. This module holds how each is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from ccbdesk.model.trouble import TargetOpen, TroubleError
from ccbdesk.model.unit import CLUSTER
from ccbdesk.operations import decisions
from ccbdesk.operations.made import made_of
from ccbdesk.operations.merge import Wishes
from ccbdesk.operations.record import Case
from ccbdesk.operations.save import Drafted, draft_report, is_outdated, save_book, save_report
from ccbdesk.service.answering.desk import desk_of
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.report import draw_report
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import SavedPicture
from ccbdesk.service.pictures.report import ReportPicture
from ccbdesk.service.requests import report as asked

HEAD_SOURCE = "ghi trên trang Báo cáo"
"""On whose word number, day and signer stand that were written into the window."""

_BOOK_OPEN = (
    "Sổ tổng hợp đang mở trong Excel nên chưa ghi được thay đổi vào sổ. Đóng sổ rồi lưu báo cáo lần nữa là được."
)


def _show(request: asked.ShowReport, bench: Bench) -> ReportPicture:
    case = bench.case(request.table)
    return draw_report(case, made_of(case.held), _draft(case, request.choices, bench))


def _draft(case: Case, choices: asked.Choices, bench: Bench) -> Drafted:
    return draft_report(case, _wishes(choices, bench), is_clean=choices.is_clean)


def _wishes(choices: asked.Choices, bench: Bench) -> Wishes:
    return Wishes(bench.hand.at.date(), choices.with_sources, choices.with_appendices)


def _write_head(request: asked.WriteHead, bench: Bench) -> Desk:
    case = bench.case(request.table)
    wishes = [decisions.PutRight(CLUSTER, code, text, HEAD_SOURCE) for code, text in request.words]
    decisions.fill(case, wishes, bench.hand)
    labels = ", ".join(case.held.form.indicator(code).label for code, _ in request.words)
    return desk_of(request.table, bench, f"Đã ghi vào báo cáo: {labels}.")


def _save(request: asked.SaveReport, bench: Bench) -> SavedPicture:
    case = bench.case(request.table)
    save_report(case, request.path, _draft(case, request.choices, bench), bench.hand, bench.tell)
    return SavedPicture(request.path, _bring_up_to_date(request, bench))


def _bring_up_to_date(request: asked.SaveReport, bench: Bench) -> str:
    """Write the workbook anew where it says something else than the report; return what kept it from being written."""
    case = bench.case(request.table)
    if request.book is None or not request.book.is_file() or not is_outdated(case, made_of(case.held)):
        return ""
    try:
        save_book(case, request.book, Wishes(bench.hand.at.date()), bench.hand, bench.tell)
    except TroubleError as error:
        if isinstance(error.trouble, TargetOpen):
            return _BOOK_OPEN
        raise
    return ""


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.ShowReport: _show,
    asked.WriteHead: _write_head,
    asked.SaveReport: _save,
}
"""What answers each request about the report."""
