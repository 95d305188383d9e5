"""What a finding or a question is called in a list. This module holds their short titles."""

from typing import assert_never

from ccbdesk.model.finding import (
    BadGrouping,
    CorrectionOvertaken,
    CutOffDiffers,
    DateInCell,
    DayMoved,
    ErrorInCell,
    FileLeftOut,
    FileRefused,
    FileReplaced,
    FileSetAside,
    Finding,
    FormulaWithoutResult,
    HiddenFigures,
    NotADay,
    NotANumber,
    NotOurForm,
    NotWhole,
    OtherVersion,
    OutOfBounds,
    OutsideLinks,
    ReadAs,
    ReceivedLate,
    RowOvertaken,
    RuleFailed,
    SameFileAgain,
    StateContradicts,
    TotalDiffers,
    UnitAbsent,
    UnitLeftOut,
    UnknownRow,
    VagueQuantity,
    ValueMissing,
    WrongMeasure,
)
from ccbdesk.model.form import Rule, RuleKind
from ccbdesk.model.question import AmbiguousFigure, DoubtfulRow, OtherPeriod, Question, SameUnitTwice, UnknownUnit

_OF_FINDINGS: dict[type[Finding], str] = {
    FileRefused: "Tệp không đọc được",
    NotOurForm: "Không phải biểu mẫu của Cụm",
    OtherVersion: "Biểu mẫu phiên bản khác",
    FileLeftOut: "Tệp đã bỏ ra",
    SameFileAgain: "Tệp gửi trùng",
    FileReplaced: "Đã có tệp mới hơn",
    FileSetAside: "Tệp đã để riêng",
    HiddenFigures: "Số liệu nằm ở chỗ bị ẩn",
    UnknownRow: "Dòng không có trong biểu mẫu",
    OutsideLinks: "Lấy số từ tệp khác hoặc có macro",
    ValueMissing: "Còn để trống",
    UnitAbsent: "Chưa có báo cáo",
    CutOffDiffers: "Ngày chốt số liệu khác",
    ReceivedLate: "Gửi sau hạn",
    UnitLeftOut: "Đơn vị đã bỏ ra khỏi kỳ",
    CorrectionOvertaken: "Số đã sửa, tệp mới ghi khác",
    RowOvertaken: "Dòng đã sửa, tệp mới ghi khác",
    DayMoved: "Phiếu kỳ ghi ngày chưa đổi",
    StateContradicts: "Số liệu và cột Tình trạng trái nhau",
    ErrorInCell: "Ô báo lỗi",
    FormulaWithoutResult: "Công thức chưa có kết quả",
    NotANumber: "Không đọc được thành số",
    BadGrouping: "Dấu chấm, dấu phẩy sai chỗ",
    NotWhole: "Phải là số nguyên",
    DateInCell: "Ô thành ngày tháng",
    WrongMeasure: "Sai đơn vị tính",
    VagueQuantity: "Chưa có con số cụ thể",
    OutOfBounds: "Ngoài khoảng cho phép",
    ReadAs: "Đã hiểu theo cách ghi",
    NotADay: "Không phải ngày tháng",
    TotalDiffers: "Dòng cộng không khớp",
}


def finding_title(finding: Finding) -> str:
    """Return what a finding is called, in a few words."""
    if isinstance(finding, RuleFailed):
        return rule_title(finding.rule)
    return _OF_FINDINGS[type(finding)]


def rule_title(rule: Rule) -> str:
    """Return what the failure of a rule is called."""
    match rule.kind:
        case RuleKind.ADDS_UP:
            return "Cộng lại không khớp"
        case RuleKind.NOT_MORE_THAN:
            return "Số thành phần lớn hơn tổng"
        case RuleKind.NEEDS:
            return "Thiếu số đi kèm"
        case RuleKind.AVERAGE_WITHIN:
            return "Bình quân bất thường"
        case RuleKind.CHANGE_WITHIN:
            return "Tăng, giảm nhiều so với trước"
        case RuleKind.PEERS_WITHIN:
            return "Khác nhiều so với các đơn vị"
        case RuleKind.HOLDS:
            return "Không đúng quy tắc"
        case RuleKind.THOUSANDFOLD:
            return "Lệch khoảng nghìn lần"
        case RuleKind.SAME_AS_BEFORE:
            return "Nhiều số giống hệt kỳ trước"
        case RuleKind.PLAN_KEPT:
            return "Kế hoạch khác trước"
        case _:
            assert_never(rule.kind)


def question_title(question: Question) -> str:
    """Return what a question is called."""
    match question:
        case AmbiguousFigure():
            return "Số ghi có thể hiểu hai cách"
        case UnknownUnit():
            return "Chưa rõ tệp của đơn vị nào"
        case OtherPeriod():
            return "Tệp ghi kỳ báo cáo khác"
        case SameUnitTwice():
            return "Một đơn vị có nhiều tệp"
        case DoubtfulRow():
            return "Chưa rõ dòng của chỉ tiêu nào"
        case _:
            assert_never(question)
