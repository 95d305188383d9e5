"""A proposal as rows of a form workbook. This module holds what each sheet says, heading by heading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.model.form import Kind
from ccbdesk.model.proposal import Certainty, Proposal, ProposedColumn, ProposedFigure, ProposedSheet
from ccbdesk.vietnamese.vocabulary import forms
from ccbdesk.vietnamese.vocabulary.forms import (
    ADDINGS,
    INDICATOR_PAGE,
    KINDS,
    LIST_PAGE,
    PROPERTY_PAGE,
    RULE_KINDS,
    RULE_PAGE,
    SENTENCE_PAGE,
    SHEET_KINDS,
    SHEET_PAGE,
    STYLES,
    UNIT_PAGE,
    IndicatorColumn,
    Property,
    PropertyColumn,
    RuleColumn,
    SentenceColumn,
    SheetColumn,
    TableColumn,
    UnitColumn,
)
from ccbdesk.wording.proposals import word_for

Values = Mapping[str, str | int]
Marks = Mapping[tuple[str, str], int]
"""The numbers of remarks by sheet and cell of the template."""

_UNIT, _CLUSTER = "đơn vị", "Cụm"
_CROSS = "x"
_TO_CORRECT = "CẦN SỬA"

CODES = frozenset(
    column.heading
    for column in (
        UnitColumn.ID,
        SheetColumn.CODE,
        IndicatorColumn.SHEET,
        IndicatorColumn.PARENT,
        IndicatorColumn.FORMULA,
        TableColumn.CODE,
        SentenceColumn.CONDITION,
    )
)
"""Headings over codes and expressions."""

MARKS = (
    frozenset(
        column.heading
        for column in (
            IndicatorColumn.NUMBER,
            IndicatorColumn.REQUIRED,
            IndicatorColumn.EXHAUSTIVE,
            IndicatorColumn.PLANNED,
            IndicatorColumn.HEADLINE,
            TableColumn.ADDED,
            UnitColumn.ORDER,
        )
    )
    | {"Dòng bắt đầu", "Dòng kết thúc", "Cột mã", "Cột tên", "Cột số liệu", "Cột kế hoạch", "Cột kỳ trước"}
    | {"Ô đơn vị", "Ô kỳ", "Dòng trong mẫu", "Cột trong mẫu"}
)
"""Headings over crosses, letters and small numbers."""

WIDTHS: Mapping[tuple[str, str], float] = {
    ("Thông tin", "Thuộc tính"): 24,
    ("Thông tin", "Nội dung"): 74,
    ("Thông tin", "Ghi chú"): 56,
    ("Đơn vị", "Mã"): 16,
    ("Đơn vị", "Tên đầy đủ"): 36,
    ("Đơn vị", "Tên gọi"): 18,
    ("Đơn vị", "Tên khác"): 44,
    ("Biểu", "Tên trang"): 24,
    ("Biểu", "Tiêu đề"): 44,
    ("Biểu", "Mã biểu"): 20,
    ("Biểu", "Tệp mẫu"): 24,
    ("Biểu", "Trang trong tệp mẫu"): 20,
    ("Số liệu", "STT"): 7,
    ("Số liệu", "Mã"): 29,
    ("Số liệu", "Biểu"): 18,
    ("Số liệu", "Mục"): 34,
    ("Số liệu", "Tên số liệu"): 46,
    ("Số liệu", "Đơn vị tính"): 16,
    ("Số liệu", "Trong đó của"): 27,
    ("Số liệu", "Cách cộng"): 18,
    ("Số liệu", "Công thức"): 36,
    ("Số liệu", "Hướng dẫn"): 40,
    ("Danh sách", "Biểu"): 18,
    ("Danh sách", "Tên cột"): 40,
    ("Quy tắc", "Loại quy tắc"): 26,
    ("Quy tắc", "Số liệu"): 36,
    ("Quy tắc", "So với"): 40,
    ("Quy tắc", "Thông báo"): 54,
    ("Quy tắc", "Hướng dẫn"): 54,
    ("Câu mẫu", "Kiểu đoạn"): 22,
    ("Câu mẫu", "Câu mẫu"): 110,
    ("Câu mẫu", "Chỉ in khi"): 26,
    ("", "Ghi chú"): 40,
    ("", "Từ"): 8,
    ("", "Đến"): 8,
    ("", "Bắt buộc"): 9,
    ("", "Đủ phần"): 9,
    ("", "Cộng"): 8,
}
"""How wide columns are, by sheet and heading, in characters."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a sheet of the form says: a mapping from heading to content a row.

    ``group`` is the heading by whose content rows are set off from each other; ``review`` names cells to look at, by
    row from 0 and heading; ``frozen`` columns stay in sight."""

    values: tuple[Values, ...]
    group: str = ""
    review: frozenset[tuple[int, str]] = frozenset()
    frozen: int = 0


def rows_of(proposal: Proposal, marks: Marks) -> Mapping[str, Rows]:
    """Return the rows of each sheet of the form, by the sheet's name."""
    return {
        PROPERTY_PAGE.name: _properties(proposal),
        UNIT_PAGE.name: _units(),
        SHEET_PAGE.name: Rows(tuple(_sheet(sheet, proposal.file) for sheet in proposal.sheets)),
        INDICATOR_PAGE.name: _figures(proposal, marks),
        LIST_PAGE.name: _columns(proposal),
        RULE_PAGE.name: _rules(proposal),
        SENTENCE_PAGE.name: Rows(
            tuple(
                {
                    SentenceColumn.SECTION.heading: sentence.section,
                    SentenceColumn.STYLE.heading: word_for(STYLES, sentence.style),
                    SentenceColumn.TEXT.heading: sentence.text,
                }
                for sentence in proposal.sentences
            ),
            SentenceColumn.SECTION.heading,
        ),
    }


def _properties(proposal: Proposal) -> Rows:
    said = (
        (Property.FORM_ID, proposal.form_id, "Chữ thường, chữ số, dấu gạch nối; không đổi sau khi đã phát biểu mẫu"),
        (Property.VERSION, "1", "Đổi khi thêm, bớt hoặc sửa số liệu trong biểu"),
        (Property.TITLE, proposal.title, ""),
        (Property.CLUSTER_NAME, "Cụm thi đua (ghi tên đầy đủ)", f"{_TO_CORRECT}: tên đầy đủ của Cụm"),
        (Property.CLUSTER_SHORT_NAME, "Cụm", f"{_TO_CORRECT}: tên ngắn của Cụm"),
    )
    values = tuple(
        {
            PropertyColumn.NAME.heading: property.heading,
            PropertyColumn.CONTENT.heading: content,
            PropertyColumn.REMARK.heading: remark,
        }
        for property, content, remark in said
    )
    return Rows(values, review=frozenset((row, PropertyColumn.CONTENT.heading) for row in (0, 3, 4)))


def _units() -> Rows:
    values = tuple(
        {
            UnitColumn.ID.heading: f"don_vi_{number}",
            UnitColumn.NAME.heading: f"Đơn vị ví dụ số {number} (ghi tên đầy đủ)",
            UnitColumn.SHORT_NAME.heading: f"Đơn vị ví dụ {number}",
            UnitColumn.ORDER.heading: number,
            UnitColumn.REMARK.heading: f"{_TO_CORRECT}: thay bằng đơn vị của Cụm",
        }
        for number in (1, 2)
    )
    headings = (UnitColumn.ID.heading, UnitColumn.NAME.heading, UnitColumn.SHORT_NAME.heading)
    return Rows(values, review=frozenset((row, heading) for row in (0, 1) for heading in headings))


def _sheet(sheet: ProposedSheet, file: str) -> Values:
    values: dict[str, str | int] = {
        SheetColumn.CODE.heading: sheet.code,
        SheetColumn.NAME.heading: sheet.name,
        SheetColumn.TITLE.heading: sheet.title,
        SheetColumn.KIND.heading: word_for(SHEET_KINDS, sheet.kind),
        SheetColumn.PREPARER.heading: _CLUSTER if sheet.is_own else _UNIT,
    }
    if sheet.template_sheet:
        values |= {
            "Tệp mẫu": file,
            "Trang trong tệp mẫu": sheet.template_sheet,
            "Dòng bắt đầu": sheet.first_row,
            "Dòng kết thúc": sheet.last_row,
            "Cột tên": sheet.label_column,
            "Cột số liệu": sheet.figure_column,
            "Cột kế hoạch": sheet.plan_column,
            "Cột kỳ trước": sheet.earlier_column,
            "Ô đơn vị": sheet.unit_cell,
            "Ô kỳ": sheet.period_cell,
        }
    return values


def _figures(proposal: Proposal, marks: Marks) -> Rows:
    pages = {sheet.code: sheet for sheet in proposal.sheets}
    values = tuple(_figure(figure, pages[figure.sheet], marks) for figure in proposal.figures)
    review = {
        (row, heading)
        for row, figure in enumerate(proposal.figures)
        for heading in _in_doubt(figure, has_measure=bool(figure.measure) or not figure.cell)
    }
    return Rows(values, IndicatorColumn.SECTION.heading, frozenset(review), frozen=2)


def _in_doubt(figure: ProposedFigure, *, has_measure: bool) -> Iterator[str]:
    if not has_measure and figure.kind not in {Kind.TEXT, Kind.DAY}:
        yield IndicatorColumn.MEASURE.heading
    if figure.certainty is Certainty.DOUBTFUL:
        yield IndicatorColumn.KIND.heading


def _figure(figure: ProposedFigure, sheet: ProposedSheet, marks: Marks) -> Values:
    cells = {f"{sheet.label_column}{figure.row}", figure.cell} - {"", "0"}
    numbers = sorted(
        {number for (name, cell), number in marks.items() if name == sheet.template_sheet and cell in cells}
    )
    values: dict[str, str | int] = {
        IndicatorColumn.NUMBER.heading: figure.number,
        IndicatorColumn.CODE.heading: figure.code,
        IndicatorColumn.SHEET.heading: figure.sheet,
        IndicatorColumn.SECTION.heading: figure.section,
        IndicatorColumn.LABEL.heading: figure.label,
        IndicatorColumn.MEASURE.heading: figure.measure,
        IndicatorColumn.KIND.heading: word_for(KINDS, figure.kind),
        IndicatorColumn.PARENT.heading: figure.parent,
        IndicatorColumn.EXHAUSTIVE.heading: _CROSS if figure.is_exhaustive else "",
        IndicatorColumn.ADDING.heading: word_for(ADDINGS, figure.adding) if figure.adding else "",
        IndicatorColumn.FORMULA.heading: figure.formula,
        IndicatorColumn.PLANNED.heading: _CROSS if figure.is_planned else "",
        IndicatorColumn.GUIDE.heading: figure.guide,
        IndicatorColumn.REMARK.heading: f"Xem mục {', '.join(map(str, numbers))} trang Ghi chú" if numbers else "",
    }
    return values | ({"Dòng trong mẫu": figure.row} if figure.row else {})


def _columns(proposal: Proposal) -> Rows:
    values = tuple(_column(column) for column in proposal.columns)
    review = frozenset(
        (row, TableColumn.KIND.heading)
        for row, column in enumerate(proposal.columns)
        if column.certainty is Certainty.DOUBTFUL
    )
    return Rows(values, TableColumn.SHEET.heading, review)


def _column(column: ProposedColumn) -> Values:
    return {
        TableColumn.SHEET.heading: column.sheet,
        TableColumn.CODE.heading: column.code,
        TableColumn.LABEL.heading: column.label,
        TableColumn.MEASURE.heading: column.measure,
        TableColumn.KIND.heading: word_for(KINDS, column.kind),
        TableColumn.REQUIRED.heading: _CROSS if column.is_required else "",
        TableColumn.ADDED.heading: _CROSS if column.is_added else "",
        "Cột trong mẫu": column.column,
    }


def _rules(proposal: Proposal) -> Rows:
    warning = forms.LEVELS.words[1][0]
    return Rows(
        tuple(
            {
                RuleColumn.CODE.heading: rule.code,
                RuleColumn.KIND.heading: word_for(RULE_KINDS, rule.kind),
                RuleColumn.SUBJECT.heading: rule.subject,
                RuleColumn.AGAINST.heading: rule.against,
                RuleColumn.LEVEL.heading: warning,
            }
            for rule in proposal.rules
        )
    )
