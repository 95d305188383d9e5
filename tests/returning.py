"""Returns for the tests. This module holds a small form, files as they arrive, and templates filled in."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import drawing

from ccbdesk.engine.submissions.receiving import Arrival, Received, receive
from ccbdesk.model.book import Book, BookSheet, EmptyCell, FormulaCell, LinkCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.expression import Literal
from ccbdesk.model.finding import Where
from ccbdesk.model.form import (
    Adding,
    Form,
    FormId,
    FormSheet,
    Indicator,
    Kind,
    ListColumn,
    ListCount,
    ListSum,
    MatrixCell,
    Preparer,
    SheetKind,
)
from ccbdesk.model.grid import Cell, Content, Grid, Workbook
from ccbdesk.model.origin import CellOrigin, ColumnCode, Digest, IndicatorCode, QuestionId, Reading, SheetCode
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.settled import Settled
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Number, Value
from ccbdesk.vietnamese.vocabulary.returns import Column

PERIOD = Period(2023)
CAO_BANG, BAC_KAN, LANG_SON = UnitId("cao_bang"), UnitId("bac_kan"), UnitId("lang_son")
TABLE, OWN = SheetCode("b1"), SheetCode("phieu")


def asked(code: str, label: str, kind: Kind = Kind.INTEGER, measure: str = "", **more: Any) -> Indicator:
    """Return an indicator of the members' sheet."""
    return Indicator(IndicatorCode(code), label, TABLE, measure=measure, kind=kind, **more)


FORM = Form(
    id=FormId("lang-son-thu"),
    version="2",
    cluster=Unit(CLUSTER, "Cụm thi đua số 1 Hội CCB", "Cụm 1"),
    units=(
        Unit(CAO_BANG, "Hội CCB tỉnh Cao Bằng", "Cao Bằng", aliases=("Hội CCB CB",)),
        Unit(BAC_KAN, "Hội CCB tỉnh Bắc Kạn", "Bắc Kạn", aliases=("Bắc Cạn",)),
        Unit(LANG_SON, "Hội CCB tỉnh Lạng Sơn", "Lạng Sơn"),
    ),
    sheets=(
        FormSheet(TABLE, "Biểu 1", "BIỂU SỐ LIỆU THI ĐUA"),
        FormSheet(OWN, "Phiếu kỳ", "PHIẾU KỲ CỦA CỤM", preparer=Preparer.CLUSTER),
    ),
    indicators=(
        asked("hoi_vien", "Tổng số hội viên", measure="người", section="I. Tổ chức", number="1", required=True),
        asked("hoi_vien_nu", "Nữ", measure="người", section="I. Tổ chức", parent=IndicatorCode("hoi_vien")),
        asked("dang_vien", "Đảng viên", measure="người", section="I. Tổ chức", number="2"),
        asked("dang_vien_nu", "Nữ", measure="người", section="I. Tổ chức", parent=IndicatorCode("dang_vien")),
        asked("quy", "Quỹ Hội", Kind.MONEY, "triệu đồng", section="II. Kinh tế", number="3", lowest=Decimal(0)),
        asked("duong", "Đường bê tông", Kind.DECIMAL, "km", section="II. Kinh tế", number="4", note="Đến 2 chữ số"),
        asked("the_bhyt", "Có thẻ BHYT", Kind.PERCENT, "%", section="II. Kinh tế", highest=Decimal(100)),
        asked("tau_ca", "Tàu cá", measure="tàu", section="II. Kinh tế", applies_to=("lang_son",)),
        asked("binh_quan", "Quỹ bình quân", Kind.DECIMAL, adding=Adding.RATIO, formula=Literal(Decimal(1))),
        asked("cach_lam", "Cách làm hay", Kind.TEXT, section="III. Nội dung", adding=Adding.NOT_ADDED),
        asked("ngay_hop", "Ngày họp tổng kết", Kind.DAY, section="III. Nội dung", adding=Adding.NOT_ADDED),
        Indicator(IndicatorCode("chu_de"), "Chủ đề năm", OWN, kind=Kind.TEXT, adding=Adding.NOT_ADDED),
        Indicator(IndicatorCode("chi_tieu"), "Chỉ tiêu kết nạp", OWN, adding=Adding.NOT_ADDED),
    ),
    rules=(),
    sentences=(),
    title="Báo cáo thi đua",
)
MATRIX, MODELS, WORDS = SheetCode("b2"), SheetCode("mh"), SheetCode("lv")


def _cell(row: str, row_label: str, column: str, label: str, **more: Any) -> Indicator:
    source = MatrixCell(IndicatorCode(row), row_label, ColumnCode(column))
    return Indicator(IndicatorCode(f"{row}_{column}"), f"{row_label} – {label}", MATRIX, source=source, **more)


PAPER = replace(
    FORM,
    sheets=(
        *FORM.sheets,
        FormSheet(MATRIX, "Biểu 2", "PHONG TRÀO", SheetKind.MATRIX),
        FormSheet(MODELS, "Mô hình", "DANH SÁCH MÔ HÌNH", SheetKind.LIST),
        FormSheet(WORDS, "Lời văn", "", SheetKind.NARRATIVE),
    ),
    columns=(
        ListColumn(MATRIX, ColumnCode("sl"), "Số lượng", "cuộc", Kind.INTEGER, is_added=True),
        ListColumn(MATRIX, ColumnCode("tien"), "Kinh phí", "triệu đồng", Kind.MONEY),
        ListColumn(MODELS, ColumnCode("ten"), "Tên mô hình", required=True),
        ListColumn(MODELS, ColumnCode("von"), "Vốn", "triệu đồng", Kind.MONEY, is_added=True),
        ListColumn(MODELS, ColumnCode("ho"), "Số hộ", "hộ", Kind.INTEGER),
    ),
    indicators=(
        *FORM.indicators,
        asked("ket_nap", "Kết nạp", measure="người", section="IV. Thi đua", planned=True),
        _cell("hoi_thao", "Hội thảo", "sl", "Số lượng", measure="cuộc", section="I. Họp", required=True),
        _cell("hoi_thao", "Hội thảo", "tien", "Kinh phí", kind=Kind.MONEY, measure="triệu đồng", section="I. Họp"),
        _cell("hoi_thi", "Hội thi", "sl", "Số lượng", measure="cuộc", section="I. Họp", highest=Decimal(100)),
        _cell("hoi_thi", "Hội thi", "tien", "Kinh phí", kind=Kind.MONEY, measure="triệu đồng", section="I. Họp"),
        Indicator(IndicatorCode("mh"), "DANH SÁCH MÔ HÌNH", MODELS, measure="mục", source=ListCount(MODELS)),
        Indicator(
            IndicatorCode("mh_von"),
            "Vốn",
            MODELS,
            measure="triệu đồng",
            kind=Kind.MONEY,
            source=ListSum(MODELS, ColumnCode("von")),
        ),
        Indicator(IndicatorCode("y_kien"), "Ý kiến", WORDS, kind=Kind.TEXT, adding=Adding.NOT_ADDED, required=True),
    ),
)
"""The same form with a matrix, a list, a sheet of words, and a figure that is planned."""

HEADINGS = "| Mã | STT | Chỉ tiêu | Đơn vị tính | Số liệu | Ghi chú |"


def arrival(name: str, workbook: Workbook) -> Arrival:
    """Return a workbook as it arrives; equal workbooks have equal digests."""
    content = repr(workbook).encode()
    return Arrival(Receipt(name, Digest(sha256(content).hexdigest()), len(content)), workbook)


def drawn(name: str, text: str) -> Arrival:
    """Return a drawn workbook as it arrives."""
    return arrival(name, drawing.workbook(text))


def table(rows: str, unit: str = "Hội CCB tỉnh Cao Bằng", period: str = "Năm 2023") -> str:
    """Return the drawing of a return: caption rows 1 and 2, headings in row 3, ``rows`` from row 4."""
    return f"""
        Biểu 1
        | Đơn vị báo cáo: | "{unit}" |
        | Kỳ báo cáo: | "{period}" |
        {HEADINGS}
        {rows}
    """


def received(*arrivals: Arrival, answers: Mapping[str, str] | None = None, form: Form = FORM) -> Received:
    """Return what is received for the test form and period."""
    given = {QuestionId(id): choice for id, choice in (answers or {}).items()}
    return receive(form, PERIOD, arrivals, Settled(answers=given))


def received_rows(rows: str, answers: Mapping[str, str] | None = None) -> Received:
    """Return what is received from the one file ``a.xlsx`` of Cao Bằng with the rows drawn."""
    return received(drawn("a.xlsx", table(rows)), answers=answers)


def values(got: Received) -> list[dict[str, Value]]:
    """Return the values of every submission by code."""
    return [{each.indicator: each.value for each in submission.readings} for submission in got.submissions]


def number(amount: str) -> Number:
    """Return an exact figure."""
    return Number(Decimal(amount))


def at(cell: str, code: str | None = None, seen: str = "", file: str = "a.xlsx", sheet: str = "Biểu 1") -> Where:
    """Return a place in the return of Cao Bằng."""
    return Where(file, CAO_BANG, sheet, cell, IndicatorCode(code) if code else None, seen)


def reading(code: str, value: Value, typed: str, cell: str, source: Arrival) -> Reading:
    """Return a reading of the sheet Biểu 1."""
    origin = CellOrigin(source.receipt.name, source.receipt.digest, "Biểu 1", cell)
    return Reading(IndicatorCode(code), value, typed, origin)


# -- templates -----------------------------------------------------------------------------------------------------


def filled(book: Book, typed: Mapping[str, Content]) -> Workbook:
    """Return a template as a reader finds it after the figures ``typed`` were put beside their codes."""
    return Workbook(tuple(_filled_sheet(sheet, typed) for sheet in book.sheets))


def _filled_sheet(sheet: BookSheet, typed: Mapping[str, Content]) -> Grid:
    firsts = [placed for placed in sheet.cells if placed.column == 1]
    codes = {placed.row: placed.cell.text for placed in firsts if isinstance(placed.cell, TextCell)}
    figures = {placed.column for placed in sheet.cells if placed.cell == TextCell(Column.FIGURE.value, Look.HEADING)}
    cells = [
        Cell(placed.row, placed.column, content)
        for placed in sheet.cells
        if (content := _content(placed, typed.get(codes.get(placed.row, "")), figures)) not in (None, "")
    ]
    return Grid(sheet.name, tuple(cells), sheet.is_hidden)


def _content(placed: Placed, typed: Content | None, figures: set[int]) -> Content | None:
    match placed.cell:
        case TextCell(text) | LinkCell(text):
            return text
        case NumberCell(amount):
            return amount
        case FormulaCell(result=result):
            return result
        case EmptyCell():
            return typed if placed.column in figures else None
