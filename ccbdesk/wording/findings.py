"""What is wrong, in Vietnamese. This module holds the sentence of every finding: where, what, what to do."""

from dataclasses import replace
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
    Overtaken,
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
    Where,
    WrongMeasure,
)
from ccbdesk.model.form import Adding, Form, Kind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.vietnamese.numbers.writing import day_in_figures, plain, written
from ccbdesk.wording.cells import bounds_words, required_words, whole_words
from ccbdesk.wording.days import MILESTONES
from ccbdesk.wording.figures import written_value
from ccbdesk.wording.places import label, place, unit_name
from ccbdesk.wording.refusals import refusal
from ccbdesk.wording.remarks import how_it_was_read
from ccbdesk.wording.rules import rule_failure


def finding_sentence(form: Form, finding: Finding) -> str:
    """Return the whole message of a finding: its place, what is wrong there, and what to do."""
    return f"{place(form, finding.where)}{finding_matter(form, finding)}"


def finding_matter(form: Form, finding: Finding) -> str:
    """Return what is wrong and what to do, without the place; it goes on after the place's colon."""
    match finding:
        case FileRefused() | NotOurForm() | OtherVersion() | FileLeftOut() | SameFileAgain() | OutsideLinks():
            return _of_file(finding)
        case (
            FileReplaced()
            | FileSetAside()
            | ReceivedLate()
            | UnitLeftOut()
            | CorrectionOvertaken()
            | RowOvertaken()
            | DayMoved()
        ):
            return _of_decisions(finding)
        case StateContradicts(where, state):
            return (
                f"ghi “{where.seen}” nhưng cột Tình trạng ghi “{state}”. "
                "Số liệu được giữ như đã ghi; đề nghị sửa lại một trong hai."
            )
        case HiddenFigures() | UnknownRow() | UnitAbsent() | CutOffDiffers():
            return _of_return(form, finding)
        case RuleFailed():
            return rule_failure(form, finding)
        case ValueMissing(where):
            kind = form.indicator(where.indicator).kind if where.indicator else Kind.TEXT
            return f"còn để trống. {required_words(kind)}"
        case TotalDiffers(_, stated, summed, is_formula):
            advice = (
                "Chương trình dùng các số thành phần; đề nghị kiểm tra công thức của dòng tổng."
                if is_formula
                else "Đề nghị kiểm tra các số thành phần và dòng tổng."
            )
            return f"dòng tổng ghi {plain(stated.amount)}, cộng lại được {plain(summed.amount)}. {advice}"
        case OutOfBounds(where, lowest, highest):
            return f"ghi “{where.seen}”. {bounds_words(lowest, highest)}"
        case ReadAs(where, measure, value, how):
            indicator = form.indicator(where.indicator) if where.indicator else None
            exact = replace(indicator, ways=()) if indicator else None  # what was read, not how the report rounds it
            read = written_value(value, exact) if exact else written(value, (), Kind.DECIMAL, measure)
            return f"ghi “{where.seen}”, được hiểu là {read}{how_it_was_read(how)}. Nếu không đúng, đề nghị ghi lại."
        case _:
            return _of_cell(form, finding)


FileFinding = FileRefused | NotOurForm | OtherVersion | FileLeftOut | SameFileAgain | OutsideLinks


def _of_file(finding: FileFinding) -> str:
    match finding:
        case FileRefused(_, refused):
            return refusal(refused)
        case NotOurForm(_, ""):
            return "không theo biểu mẫu của Cụm nên chưa đưa vào tổng hợp. Đề nghị đơn vị gửi đúng biểu mẫu."
        case NotOurForm(_, form_seen):
            return f"là biểu mẫu của bộ khác (“{form_seen}”) nên chưa đưa vào tổng hợp. Đề nghị gửi đúng biểu mẫu."
        case OtherVersion(_, version_seen, version):
            return (
                f"dùng biểu mẫu phiên bản {version_seen}, bản đang dùng là {version}. "
                "Các chỉ tiêu chung vẫn được đọc; đề nghị kiểm tra chỉ tiêu mới."
            )
        case FileLeftOut():
            return "đã được bỏ ra khỏi tổng hợp theo trả lời của người làm."
        case SameFileAgain(_, first):
            return f"giống hệt tệp “{first}” đã nhận nên chỉ dùng một lần."
        case OutsideLinks(_, True):
            return "có chứa macro. Chương trình không chạy macro; đề nghị gửi tệp kiểu .xlsx."
        case OutsideLinks():
            return (
                "lấy số liệu từ một tệp Excel khác, số đọc được là số khi lưu lần cuối. "
                "Đề nghị mở tệp bằng Excel, kiểm tra rồi lưu lại."
            )
        case _:
            assert_never(finding)


DecidedFinding = (
    FileReplaced | FileSetAside | ReceivedLate | UnitLeftOut | CorrectionOvertaken | RowOvertaken | DayMoved
)


def _of_decisions(finding: DecidedFinding) -> str:
    match finding:
        case FileReplaced(_, newer):
            return f"đã có tệp “{newer}” nhận sau nên không dùng; vẫn giữ làm bản trước."
        case FileSetAside(_, reason):
            return f"đã được để riêng, không dùng: {_unended(reason)}. Tệp vẫn được giữ."
        case ReceivedLate(where, received, deadline):
            return (
                f"tệp “{where.file}” nhận ngày {day_in_figures(received)}, sau hạn ngày {day_in_figures(deadline)}. "
                "Nếu ngày nhận chưa đúng, đề nghị sửa lại ngày nhận."
            )
        case UnitLeftOut(_, reason):
            return f"đã được bỏ ra khỏi kỳ này: {_unended(reason)}. Số tổng hợp không gồm đơn vị này."
        case CorrectionOvertaken(where, received, corrected):
            stood = f"khi trong tệp ghi “{received}”" if received else "khi trong tệp chưa có số"
            now = f"nay ghi “{where.seen}”" if where.seen else "nay để trống"
            return f"đã sửa thành “{corrected}” {stood}; {now} nên dùng như trong tệp. Vẫn cần sửa thì sửa lại số này."
        case RowOvertaken():
            return _of_row(finding)
        case DayMoved(where, milestone, day):
            new = f"{MILESTONES[milestone]} thành {day_in_figures(day)}"
            return f"ghi “{where.seen}”, Cụm đã đổi {new}; dùng ngày đã đổi."
        case _:
            assert_never(finding)


def _of_row(finding: RowOvertaken) -> str:
    match finding.how:
        case Overtaken.GONE:
            return (
                f"đã sửa một ô của dòng “{finding.row}” thành “{finding.corrected}”; nay trong tệp không còn dòng này "
                "nên không dùng số đã sửa. Vẫn cần thì thêm dòng bằng tay."
            )
        case Overtaken.THERE:
            return (
                f"đã nhập tay dòng “{finding.row}”; nay trong tệp đã có dòng này, ghi khác, nên dùng như trong tệp. "
                "Vẫn cần sửa thì sửa lại dòng này."
            )
        case Overtaken.CHANGED:
            return f"đã bỏ dòng “{finding.row}”; nay trong tệp dòng này ghi khác nên vẫn tính. Vẫn cần bỏ thì bỏ lại."
        case _:
            assert_never(finding.how)


def _unended(reason: str) -> str:
    return reason.strip().rstrip(".")


def _of_return(form: Form, finding: HiddenFigures | UnknownRow | UnitAbsent | CutOffDiffers) -> str:
    match finding:
        case HiddenFigures(_, cells):
            return (
                f"có số liệu nằm ở dòng, cột hoặc trang bị ẩn ({', '.join(cells)}). "
                "Số liệu ẩn vẫn được đọc; đề nghị bỏ ẩn và kiểm tra."
            )
        case UnknownRow(where, text, nearest) if nearest and _is_of_others(form, nearest, where.unit):
            return (
                f"dòng “{text}” ghi “{where.seen}” nhưng đơn vị này không phải ghi số liệu đó, nên không được tính. "
                "Nếu đơn vị có nhiệm vụ này, thêm đơn vị vào cột Áp dụng cho ở trang Số liệu của bộ biểu mẫu."
            )
        case UnknownRow(where, text, nearest):
            guess = f" Có phải là {label(form, nearest)}?" if nearest else ""
            return (
                f"dòng “{text}” ghi “{where.seen}” nhưng không có trong biểu mẫu nên không được tính.{guess} "
                "Đề nghị ghi số vào đúng dòng của biểu mẫu."
            )
        case UnitAbsent(where):
            name = unit_name(form, where.unit) if where.unit else where.file
            return f"chưa có báo cáo. Số tổng hợp của Cụm chưa gồm {name}."
        case CutOffDiffers(where, expected):
            return (
                f"số liệu chốt đến ngày {where.seen}, Cụm quy định đến ngày {expected}. "
                "Đề nghị xác nhận số liệu với đơn vị."
            )
        case _:
            assert_never(finding)


def _is_of_others(form: Form, code: IndicatorCode, unit: UnitId | None) -> bool:
    """Whether a figure is asked of other members only."""
    return unit is not None and all(asked.code != code for asked in form.asked_of(form.unit(unit)))


def _is_added(form: Form, where: Where) -> bool:
    """Tell whether it is about a figure that is added up; the cluster's own and the cells of lists are not."""
    if where.indicator is None or where.unit == CLUSTER:
        return False
    return form.indicator(where.indicator).adding not in (Adding.NOT_ADDED, Adding.GIVEN)


CellFinding = (
    ErrorInCell
    | FormulaWithoutResult
    | NotANumber
    | BadGrouping
    | NotWhole
    | DateInCell
    | WrongMeasure
    | VagueQuantity
    | NotADay
)


def _of_cell(form: Form, finding: CellFinding) -> str:
    seen = f"“{finding.where.seen}”"
    match finding:
        case ErrorInCell():
            return f"Excel báo lỗi {finding.where.seen}. Ô này chưa có số liệu; đề nghị sửa công thức hoặc ghi số."
        case FormulaWithoutResult():
            return "là công thức chưa có kết quả. Đề nghị mở tệp bằng Excel, lưu lại rồi gửi lại, hoặc ghi số."
        case NotANumber():
            return f"ghi {seen}, không đọc được thành số. Đề nghị ghi lại bằng chữ số."
        case BadGrouping():
            return f"ghi {seen}, dấu chấm hoặc dấu phẩy không đúng chỗ. Đề nghị ghi lại, ví dụ 1.234.567."
        case NotWhole():
            return f"ghi {seen}. {whole_words()}"
        case DateInCell():
            return f"là ngày tháng ({finding.where.seen}) chứ không phải số liệu. Đề nghị ghi lại bằng chữ số."
        case WrongMeasure(_, measure):
            return f"ghi {seen}, không đúng đơn vị tính của chỉ tiêu ({measure}). Đề nghị ghi lại."
        case VagueQuantity():
            outcome = "nên không cộng vào số tổng" if _is_added(form, finding.where) else "nên chỉ in đúng chữ đã ghi"
            return f"ghi {seen}, không phải số liệu {outcome}. Đề nghị ghi số cụ thể."
        case NotADay():
            return f"ghi {seen}, không đọc được thành ngày. Đề nghị ghi theo kiểu ngày/tháng/năm, ví dụ 10/10/2023."
        case _:
            assert_never(finding)
