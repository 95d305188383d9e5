"""Why an act cannot be done, in Vietnamese. This module holds the one sentence of every objection."""

from typing import assert_never

from ccbdesk.model.form import Form
from ccbdesk.model.objection import (
    AboutNoUnit,
    AlreadySo,
    ErrorNotAccepted,
    IsComputed,
    NoSuchChoice,
    NoSuchColumn,
    NoSuchDecision,
    NoSuchFile,
    NoSuchQuestion,
    NoSuchRow,
    NoSuchUnit,
    NotAList,
    NotAsked,
    NothingChanged,
    NothingSaid,
    NothingToAccept,
    NotRevoked,
    Objection,
    PeriodIsClosed,
    PeriodIsOpen,
    ReceivedOtherwise,
    RowIncomplete,
    RowOtherwise,
)
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.places import unit_name

_LETTERS_OF_DIGEST = 8


def objection_sentence(form: Form, objection: Objection) -> str:
    """Return why it cannot be done, and what can be done instead."""
    match objection:
        case PeriodIsClosed():
            return "Kỳ này đã chốt sổ nên chưa ghi được. Cần sửa thì mở lại kỳ trước, ghi rõ lý do."
        case PeriodIsOpen():
            return "Kỳ này chưa chốt sổ nên không cần mở lại."
        case NothingSaid():
            return "Chưa ghi lý do hoặc nguồn. Đề nghị ghi rõ để người sau biết vì sao."
        case AlreadySo():
            return "Việc này đã được ghi rồi, không cần ghi lại."
        case NoSuchDecision(decision):
            return f"Không có việc số {decision} trong kỳ này, hoặc việc đó đã được hủy."
        case NotRevoked(decision):
            return (
                f"Việc số {decision} là chốt sổ hoặc mở lại kỳ nên không hủy được. Đề nghị mở lại kỳ hoặc chốt sổ lại."
            )
        case NoSuchFile(digest):
            name = digest[:_LETTERS_OF_DIGEST]
            return f"Kỳ này không nhận tệp nào có mã “{name}”. Đề nghị xem lại danh sách tệp đã nhận."
        case NoSuchQuestion() | NoSuchChoice():
            return _to_answer(objection)
        case ErrorNotAccepted() | NothingToAccept() | AboutNoUnit():
            return _to_acceptance(form, objection)
        case NotAList() | NoSuchColumn() | NoSuchRow() | RowIncomplete() | RowOtherwise():
            return _to_row(form, objection)
        case _:
            return _to_correction(form, objection)


def _to_answer(objection: NoSuchQuestion | NoSuchChoice) -> str:
    match objection:
        case NoSuchQuestion(question):
            return f"Không có câu hỏi “{question}”. Đề nghị xem lại danh sách câu hỏi."
        case NoSuchChoice(question, choice, choices):
            return f"Câu hỏi “{question}” không có lựa chọn “{choice}”. Chọn một trong: {', '.join(choices)}."
        case _:
            assert_never(objection)


def _to_acceptance(form: Form, objection: ErrorNotAccepted | NothingToAccept | AboutNoUnit) -> str:
    match objection:
        case ErrorNotAccepted(finding):
            return (
                "Lỗi thì không chấp nhận được, phải sửa số có nguồn hoặc nhận tệp mới. "
                f"Lỗi đó là: {finding_sentence(form, finding)}"
            )
        case AboutNoUnit(code):
            return f"Phát hiện mã {code} nói về một tệp, không về số liệu của đơn vị nào nên không có gì để chấp nhận."
        case NothingToAccept(unit, code, indicator):
            about = f" về {_figure(form, indicator)}" if indicator else ""
            return f"{_unit(form, unit)} không có phát hiện mã {code}{about} với số liệu này. Đề nghị kiểm tra lại."
        case _:
            assert_never(objection)


def _to_correction(
    form: Form, objection: NoSuchUnit | NotAsked | IsComputed | ReceivedOtherwise | NothingChanged
) -> str:
    match objection:
        case NoSuchUnit(unit):
            return f"Cụm không có đơn vị “{unit}”. Đề nghị xem lại mã đơn vị."
        case NotAsked(unit, indicator):
            return f"{_figure(form, indicator)} không phải là số liệu hỏi {_unit(form, unit)}."
        case IsComputed(indicator):
            return f"{_figure(form, indicator)} do chương trình tính. Đề nghị sửa số liệu dùng để tính."
        case ReceivedOtherwise(unit, indicator, seen):
            stands = f"ghi “{seen}”" if seen else "để trống"
            return (
                f"{_unit(form, unit)} – {_figure(form, indicator)}: số đã nhận không như đã nêu, trong tệp {stands}. "
                "Đề nghị xem lại rồi sửa."
            )
        case NothingChanged(unit, indicator):
            return f"{_unit(form, unit)} – {_figure(form, indicator)}: số mới giống số đang dùng nên không cần sửa."
        case _:
            assert_never(objection)


def _to_row(form: Form, objection: NotAList | NoSuchColumn | NoSuchRow | RowIncomplete | RowOtherwise) -> str:
    match objection:
        case NotAList(unit, sheet):
            return f"{_sheet(form, sheet)} không phải là danh sách hỏi {_unit(form, unit)}."
        case NoSuchColumn(sheet, column):
            labels = ", ".join(f"{each.code} ({each.label})" for each in form.columns_of(sheet))
            return f"{_sheet(form, sheet)} không có cột “{column}”. Các cột là: {labels}."
        case NoSuchRow(unit, sheet, name):
            return f"{_sheet(form, sheet)} của {_unit(form, unit)} không có dòng “{name}”. Đề nghị xem lại danh sách."
        case RowIncomplete(sheet, column):
            found = next((each.label for each in form.columns_of(sheet) if each.code == column), column)
            return f"Dòng thêm vào t{_sheet(form, sheet)[1:]} phải có cột “{found}”."
        case RowOtherwise(unit, sheet, name):
            return (
                f"{_sheet(form, sheet)} của {_unit(form, unit)}, dòng “{name}”: trong danh sách ghi không như đã nêu. "
                "Đề nghị xem lại rồi sửa."
            )
        case _:
            assert_never(objection)


def _sheet(form: Form, code: str) -> str:
    found = next((each.name for each in form.sheets if each.code == code), code)
    return f"Trang “{found}”"


def _unit(form: Form, unit: str) -> str:
    found = next((each.id for each in (form.cluster, *form.units) if each.id == unit), None)
    return unit_name(form, found) if found else f"“{unit}”"


def _figure(form: Form, code: IndicatorCode) -> str:
    found = next((each.label for each in form.indicators if each.code == code), "")
    return f"“{found or code}”"
