"""What was decided, in Vietnamese. This module holds the one line of every act."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from ccbdesk.model.decision import (
    Accepted,
    Act,
    Answered,
    Closed,
    Corrected,
    Dated,
    Decision,
    Issued,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    RowAct,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.form import Form
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.days import MILESTONES
from ccbdesk.wording.listing import listed

_LETTERS_OF_DIGEST = 8
Names = Mapping[Digest, str]


def decision_line(form: Form, decision: Decision, names: Names, all: Iterable[Decision]) -> str:
    """Return a decision with its number, who made it and when; ``names`` are those of the files received."""
    when = f"{decision.at:%H:%M} {day_in_figures(decision.at.date())}"
    words = act_words(form, decision.act, names, all)
    return f"Việc số {decision.id} ({decision.who}, {when}): {words}."


def act_words(form: Form, act: Act, names: Names, all: Iterable[Decision] = ()) -> str:
    """Return what an act does, without its end; ``all`` tell whether a revocation undoes or does again."""
    match act:
        case Accepted(unit, code, indicator, _, reason):
            about = f" về {_figure(form, indicator)}" if indicator else ""
            return f"chấp nhận {code} của {_unit(form, unit)}{about}: {_ended_not(reason)}"
        case Corrected():
            return _corrected(form, act)
        case RowCorrected() | RowAdded() | RowTakenOut():
            return _of_row(form, act)
        case Answered(question, choice):
            return f"trả lời câu hỏi {question}: {choice}"
        case SetAside(digest, reason):
            return f"không dùng tệp {_file(names, digest)}: {_ended_not(reason)}"
        case SentBack(unit, digest):
            return f"trả lại tệp {_file(names, digest)} để {_unit(form, unit)} sửa"
        case LeftOut(unit, reason):
            return f"bỏ {_unit(form, unit)} ra khỏi kỳ: {_ended_not(reason)}"
        case Dated(digest, day):
            return f"tệp {_file(names, digest)} tính là nhận ngày {day_in_figures(day)}"
        case Moved(milestone, day):
            return f"{MILESTONES[milestone]} là {day_in_figures(day)}"
        case Closed() | Reopened() | Issued() | Revoked():
            return _of_period(act, all)
        case _:
            assert_never(act)


def other_cut_offs(names: Iterable[str]) -> str:
    """Return whose files carry another cut-off than the one it was moved to; empty where nobody's do."""
    units = tuple(names)
    return f"Tệp còn ghi ngày chốt khác: {listed(units)}." if units else ""


def _corrected(form: Form, act: Corrected) -> str:
    what = f"{_unit(form, act.unit)} – {_figure(form, act.indicator)}{' kế hoạch' if act.is_plan else ''}"
    if act.received:
        return f"sửa {what} từ “{act.received}” thành “{act.typed}”, theo {_ended_not(act.source)}"
    return f"nhập tay {what}: “{act.typed}”, từ {_ended_not(act.source)}"


def _of_row(form: Form, act: RowAct) -> str:
    source = _ended_not(act.source)
    match act:
        case RowCorrected(row, column, received, typed):
            what = f"{_unit(form, row.unit)} – {_row(form, row)}, cột {_column(form, row, column)}"
            if received:
                return f"sửa {what} từ “{received}” thành “{typed}”, theo {source}"
            return f"nhập tay {what}: “{typed}”, từ {source}"
        case RowAdded(row, cells):
            said = "; ".join(f"{_column(form, row, column)} “{typed}”" for column, typed in cells)
            return f"nhập tay một dòng của {_unit(form, row.unit)} vào trang “{_sheet(form, row)}”: {said}, từ {source}"
        case RowTakenOut(row):
            return f"bỏ {_row(form, row)} của {_unit(form, row.unit)}, theo {source}"
        case _:
            assert_never(act)


def _row(form: Form, row: RowOf) -> str:
    return f"dòng “{row.name}” ở trang “{_sheet(form, row)}”"


def _sheet(form: Form, row: RowOf) -> str:
    return next((each.name for each in form.sheets if each.code == row.sheet), row.sheet)


def _column(form: Form, row: RowOf, code: ColumnCode) -> str:
    return f"“{next((each.label for each in form.columns_of(row.sheet) if each.code == code), code)}”"


def _of_period(act: Closed | Reopened | Issued | Revoked, all: Iterable[Decision]) -> str:
    match act:
        case Closed(_, figures):
            return f"chốt sổ, mã số liệu {figures[:_LETTERS_OF_DIGEST]}"
        case Reopened(reason):
            return f"mở lại kỳ: {_ended_not(reason)}"
        case Issued(number, day):
            return f"báo cáo số {number} ngày {day_in_figures(day)} đã ban hành"
        case Revoked(decision):
            return _revoked(decision, {each.id: each.act for each in all})
        case _:
            assert_never(act)


def _revoked(id: DecisionId, acts: Mapping[DecisionId, Act]) -> str:
    """To revoke a revocation is to do again what it had undone, however often that was turned round."""
    is_done = False
    while isinstance(act := acts.get(id), Revoked):
        id, is_done = act.decision, not is_done
    return f"{'làm lại' if is_done else 'hủy'} việc số {id}"


def _unit(form: Form, unit: UnitId) -> str:
    return next((each.short_name for each in (form.cluster, *form.units) if each.id == unit), f"“{unit}”")


def _figure(form: Form, code: IndicatorCode) -> str:
    found = next((each.label for each in form.indicators if each.code == code), "")
    return f"“{found or code}”"


def _file(names: Names, digest: Digest) -> str:
    return f"“{names.get(digest) or digest[:_LETTERS_OF_DIGEST]}”"


def _ended_not(text: str) -> str:
    return text.strip().rstrip(".")
