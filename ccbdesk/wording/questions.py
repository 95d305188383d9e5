"""What must be asked, in Vietnamese. This module holds the sentence of every question; its choices follow it."""

from typing import assert_never

from ccbdesk.model.form import Form
from ccbdesk.model.question import AmbiguousFigure, DoubtfulRow, OtherPeriod, Question, SameUnitTwice, UnknownUnit
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.names import unit_key
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import label, place, unit_name


def question_sentence(form: Form, question: Question) -> str:
    """Return the whole question: its place, what is in doubt, and between what one must choose."""
    return f"{place(form, question.where)}{question_matter(form, question)}"


def question_matter(form: Form, question: Question) -> str:
    """Return what is in doubt and between what one must choose, without the place."""
    match question:
        case AmbiguousFigure(_, where, measure, candidates):
            read = " hay ".join(f"{plain(candidate.amount)} {measure}".strip() for candidate in candidates)
            return (
                f"ghi “{where.seen}”, có thể hiểu là {read}. Đề nghị xác nhận; khi chưa xác nhận thì coi là chưa có số."
            )
        case UnknownUnit(_, _, seen, _):
            return f"chưa rõ là tệp của đơn vị nào{_evidence(form, seen)}. Đề nghị chọn đơn vị."
        case OtherPeriod(_, _, seen, expected):
            return f"ghi kỳ báo cáo {seen}, đang tổng hợp kỳ {expected}. Đề nghị xác nhận trước khi dùng tệp này."
        case SameUnitTwice(_, _, files):
            named = ", ".join(f"“{name}”" for name, _ in files)
            return f"có {len(files)} tệp khác nhau ({named}). Đề nghị chọn tệp dùng để tổng hợp."
        case DoubtfulRow(_, where, text, candidates):
            named = " hay ".join(label(form, code) for code in candidates)
            return (
                f"dòng “{text}” ghi “{where.seen}”, mã và tên chỉ tiêu không khớp nhau hoặc bị lặp. "
                f"Đề nghị chọn đúng chỉ tiêu: {named}."
            )
        case _:
            assert_never(question)


def _evidence(form: Form, seen: tuple[str, ...]) -> str:
    if not seen:
        return " (trong tệp không ghi tên đơn vị)"
    known = {unit.id for unit in form.units}
    said = (unit_name(form, UnitId(mark)) if mark in known else mark for mark in seen)
    return f" (trong tệp ghi: {', '.join(dict.fromkeys(_with_successor(form, each) for each in said))})"


def _with_successor(form: Form, said: str) -> str:
    """Return what was seen; of the name of a unit that was merged also what it belongs to now."""
    now = {unit_key(unit.short_name) for unit in form.units}
    found = [each for each in form.units if unit_key(said) in map(unit_key, each.predecessors)]
    is_former = bool(found) and unit_key(said) not in now
    return f"{said}, nay thuộc {listed([each.short_name for each in found])}" if is_former else said
