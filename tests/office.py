"""A small office for the tests: forms and returns drawn as tables. This module holds how they are drawn."""

from decimal import Decimal

import drawing

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.origin import CellOrigin, Digest, Reading
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Text, Unreadable, Value
from ccbdesk.vietnamese.numbers.reading import Understood, Vague, read_figure

PERIOD = Period(2023)

_FRAME = """
    Thông tin
    | Thuộc tính     | Nội dung          |
    | Mã bộ biểu mẫu | thu-1             |
    | Phiên bản      | "1"               |
    | Tên Cụm        | Cụm thử số 1      |
    | Tên gọi tắt    | Cụm thử           |

    Đơn vị
    | Mã  | Tên đầy đủ  | Tên gọi | Loại |
    | u1  | Hội xã Một  | Một     | xã   |
    | u2  | Hội xã Hai  | Hai     | xã   |
    | u3  | Hội xã Ba   | Ba      | xã   |

    Biểu
    | Mã biểu | Tên trang | Loại biểu     | Người lập |
    | bieu    | Biểu      | dòng số liệu  | đơn vị    |
    | phieu   | Phiếu kỳ  | dòng số liệu  | Cụm       |
"""
_RULE_HEADS = (
    "| Mã | Loại quy tắc | Số liệu | So với | Từ | Đến | Mức | Khi trống | Kỳ áp dụng | Thông báo | Hướng dẫn |"
)
_SENTENCE_HEADS = "| Mục | Kiểu đoạn | Câu mẫu | Chỉ in khi |"


def form(figures: str, rules: str = "", sentences: str = "| | Đoạn văn | Hết. | |") -> Form:
    """Return a form of three units u1, u2, u3 with the figures, rules and sentences drawn; figures with headings."""
    drawn = f"{_FRAME}\nSố liệu\n{figures}\nQuy tắc\n{_RULE_HEADS}\n{rules}\nCâu mẫu\n{_SENTENCE_HEADS}\n{sentences}\n"
    read = read_form(drawing.workbook(drawn))
    assert isinstance(read, Form), read
    return read


def returns(form: Form, table: str) -> tuple[Submission, ...]:
    """Return the submissions drawn as a table: a row an indicator, a column a unit; figures as people type them."""
    lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()]
    heads, *rows = lines
    return tuple(
        _submission(form, UnitId(unit), {row[0]: row[column] for row in rows})
        for column, unit in enumerate(heads)
        if column > 0
    )


def _submission(form: Form, unit: UnitId, typed: dict[str, str]) -> Submission:
    receipt = Receipt(f"{unit}.xlsx", Digest(unit), 1)
    readings = tuple(
        Reading(
            indicator.code,
            _value(indicator, typed[indicator.code]),
            typed[indicator.code],
            CellOrigin(receipt.name, receipt.digest, "Biểu", f"E{row}"),
        )
        for row, indicator in enumerate(form.asked_of(form.unit(unit)), start=6)
        if indicator.code in typed
    )
    return Submission(unit, PERIOD, receipt, readings, "1")


def _value(indicator: Indicator, typed: str) -> Value:
    if not typed:
        return Blank()
    match read_figure(typed, indicator.kind, indicator.measure):
        case Understood(value):
            return value
        case Vague(words):
            return Text(words)
        case _:
            return Unreadable(typed)


def number(amount: str) -> Number:
    """Return an exact figure."""
    return Number(Decimal(amount))
