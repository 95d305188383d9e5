"""A small office for the tests: forms and returns drawn as tables. This module holds how they are drawn."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import drawing

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.form import Form, FormSheet, Indicator, Kind, ListColumn, SheetKind
from ccbdesk.model.origin import CellOrigin, ColumnCode, Digest, Reading, RowKey, SheetCode, cell_of
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell, ListRow, Submission
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Blank, Number, Text, Unreadable, Value
from ccbdesk.vietnamese.numbers.reading import Understood, Vague, read_figure

PERIOD = Period(2023)
DAY = date(2023, 10, 10)

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


def of_units(form: Form, count: int) -> Form:
    """Return the form with so many units: u1, u2 …, called Đơn vị 1, Đơn vị 2 …"""
    units = tuple(
        Unit(UnitId(f"u{number}"), f"Hội xã số {number}", f"Đơn vị {number}", "xã") for number in range(1, count + 1)
    )
    return replace(form, units=units)


def with_list(form: Form, code: str = "ds", name: str = "Mô hình") -> Form:
    """Return the form with a list of names (ten) and of figures that are added (so)."""
    sheet = FormSheet(SheetCode(code), name, name.upper(), SheetKind.LIST)
    columns = (
        ListColumn(sheet.code, ColumnCode("ten"), "Tên"),
        ListColumn(sheet.code, ColumnCode("so"), "Số hộ", "hộ", Kind.INTEGER, is_added=True),
    )
    return replace(form, sheets=(*form.sheets, sheet), columns=(*form.columns, *columns))


def returns(form: Form, table: str) -> tuple[Submission, ...]:
    """Return the submissions drawn as a table: a row an indicator, a column a unit; figures as people type them.

    A row ``a~ke_hoach`` holds the planned figures of ``a``."""
    lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()]
    heads, *rows = lines
    return tuple(
        _submission(form, UnitId(unit), {row[0]: row[column] for row in rows})
        for column, unit in enumerate(heads)
        if column > 0
    )


def _submission(form: Form, unit: UnitId, typed: dict[str, str]) -> Submission:
    receipt = Receipt(f"{unit}.xlsx", Digest(unit), 1)
    readings, plans = (
        tuple(
            Reading(
                indicator.code,
                _value(indicator, typed[indicator.code + suffix]),
                typed[indicator.code + suffix],
                CellOrigin(receipt.name, receipt.digest, form.sheet(indicator.sheet).name, f"{column}{row}"),
            )
            for row, indicator in enumerate(form.asked_of(form.unit(unit)), start=6)
            if indicator.code + suffix in typed
        )
        for suffix, column in (("", "E"), ("~ke_hoach", "D"))
    )
    return Submission(unit, PERIOD, receipt, readings, "1", plans=plans)


def with_rows(submission: Submission, sheet: str, table: str) -> Submission:
    """Return a return with the rows of a list: the first line holds the columns' codes, what stands below is text."""
    heads, *lines = (
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()
    )
    rows = tuple(
        ListRow(
            SheetCode(sheet),
            RowKey(f"r{number}"),
            tuple(
                ListCell(
                    ColumnCode(code),
                    Number(Decimal(text)) if text.isdigit() else Text(text),
                    text,
                    CellOrigin(submission.receipt.name, submission.receipt.digest, sheet, f"{letter}{number + 8}"),
                )
                for code, text, letter in zip(heads, line, "BCDEFGHIJ", strict=False)
                if text
            ),
        )
        for number, line in enumerate(lines, start=1)
    )
    return replace(submission, rows=(*submission.rows, *rows))


def _value(indicator: Indicator, typed: str) -> Value:
    if not typed:
        return Blank()
    if not indicator.is_numeric:
        return Text(typed)
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


def spot(reading: Reading) -> CellOrigin:
    """Return the cell a figure comes from."""
    cell = cell_of(reading.origin)
    assert cell
    return cell
