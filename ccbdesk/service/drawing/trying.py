"""Figures tried before they are decided. This module holds what is said of a figure while it is being typed."""

from ccbdesk.model.form import Indicator
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, NotApplicable, Number
from ccbdesk.operations.record import Case
from ccbdesk.service.pictures.checking import TriedFigure
from ccbdesk.vietnamese.numbers.heard import Doubtful, NotUnderstood, Understood, Vague
from ccbdesk.vietnamese.numbers.reading import read_figure
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.figures import written_value


def draw_tried(case: Case, unit: UnitId, code: IndicatorCode, typed: str, *, is_plan: bool) -> TriedFigure:
    """Return how a figure would be read, and how far it is from the one in use."""
    indicator = case.held.form.indicator(code)
    if not indicator.is_numeric or not typed.strip():
        return TriedFigure("", is_read=bool(typed.strip()))
    match read_figure(typed, indicator.kind, indicator.measure):
        case Understood(Number() as number):
            return TriedFigure(_understood(case, unit, indicator, number, is_plan=is_plan), is_read=True)
        case Understood(NotApplicable()):
            return TriedFigure("Được hiểu là đơn vị không có nhiệm vụ này.", is_read=True)
        case Understood(Blank()):
            return TriedFigure("Được hiểu là chưa có số.", is_read=True)
        case Doubtful():
            return TriedFigure("Có thể hiểu nhiều cách, chương trình sẽ hỏi lại. Nên ghi rõ hơn.", is_read=True)
        case Vague():
            return TriedFigure("Không phải con số cụ thể nên không cộng vào số tổng.", is_read=True)
        case Understood() | NotUnderstood():
            return TriedFigure("Chưa đọc được thành số. Đề nghị ghi bằng chữ số, ví dụ 1.234.", is_read=False)


def _understood(case: Case, unit: UnitId, indicator: Indicator, number: Number, *, is_plan: bool) -> str:
    submission = case.checked.merged.submission(unit)
    reading = None
    if submission is not None:
        reading = submission.plan(indicator.code) if is_plan else submission.reading(indicator.code)
    words = f"Được hiểu là {written_value(number, indicator)}"
    if reading is None or not isinstance(reading.value, Number):
        return f"{words}."
    apart = number.amount - reading.value.amount
    if not apart:
        return f"{words}, bằng số đang dùng."
    return f"{words}, chênh lệch {'+' if apart > 0 else ''}{plain(apart)} so với số đang dùng."
