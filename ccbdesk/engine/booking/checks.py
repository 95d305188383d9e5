"""The sheet Kiểm tra. This module holds its tables: rules run, findings, open questions, rules not evaluated."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.model.book import BookCell, BookSheet, Look, Placed, TextCell
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Level
from ccbdesk.model.outcome import Outcome, Verdict
from ccbdesk.model.question import Question
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.places import LEVELS, unit_name
from ccbdesk.wording.questions import question_sentence
from ccbdesk.wording.rules import why_not_evaluable

_WIDTHS = (14.0, 12.0, 20.0, 12.0, 14.0, 80.0, 34.0, 18.0, 8.0)
_LOOKS = {Level.ERROR: Look.WARNING, Level.WARNING: Look.WARNING, Level.NOTE: Look.TEXT}

Line = tuple[BookCell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; ``empty`` is said where it has no row."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Everything that checking gave: findings, questions not answered, and the outcomes of rules."""

    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]


def checks_sheet(merged: Consolidation, checks: Checks) -> BookSheet:
    """Plan the sheet: four tables, one below the other."""
    cells = [Placed(1, 1, TextCell("Kết quả kiểm tra", Look.TITLE))]
    row = 3
    for table in _tables(merged.form, checks):
        cells += list(_placed(table, row))
        row += max(len(table.lines), 1) + 3
    return BookSheet(books.CHECKS, tuple(cells), _WIDTHS, is_landscape=True)


def _tables(form: Form, checks: Checks) -> Iterator[Table]:
    yield Table(
        "Quy tắc đã kiểm tra",
        ("Đơn vị", "Đã chạy", "Đạt", "Không đạt", "Chưa đánh giá được"),
        _run(form, checks),
        "Không có.",
    )
    yield Table(
        "Lỗi, cảnh báo, lưu ý",
        ("Mức", "Mã", "Đơn vị", "", "Đang ghi", "Nội dung", "Tệp", "Trang", "Ô"),
        tuple(_finding_line(form, finding) for finding in checks.findings),
        "Không có.",
    )
    yield Table(
        "Câu hỏi chưa trả lời",
        ("Mã câu hỏi", "", "Đơn vị", "", "Đang ghi", "Nội dung", "Tệp", "Trang", "Ô"),
        tuple(_question_line(form, question) for question in checks.questions),
        "Không có.",
    )
    yield Table(
        "Quy tắc chưa đánh giá được",
        ("Quy tắc", "", "Đơn vị", "", "", "Vì sao"),
        tuple(_not_evaluable(form, checks)),
        "Không có.",
    )


def _run(form: Form, checks: Checks) -> tuple[Line, ...]:
    return tuple(
        (TextCell(unit_name(form, unit)), *(TextCell(str(count), Look.FIGURE) for count in _counts(checks, unit)))
        for unit in dict.fromkeys(outcome.unit for outcome in checks.outcomes)
    )


def _counts(checks: Checks, unit: UnitId) -> tuple[int, ...]:
    verdicts = [outcome.verdict for outcome in checks.outcomes if outcome.unit == unit]
    return (len(verdicts), *(verdicts.count(verdict) for verdict in Verdict))


def _finding_line(form: Form, finding: Finding) -> Line:
    where = finding.where
    unit = unit_name(form, where.unit) if where.unit else ""
    return (
        TextCell(LEVELS[finding.level], _LOOKS[finding.level]),
        TextCell(finding.code, Look.CODE),
        TextCell(unit),
        TextCell(""),
        TextCell(where.seen),
        TextCell(finding_sentence(form, finding)),
        *_spot(where.file, where.sheet, where.cell),
    )


def _question_line(form: Form, question: Question) -> Line:
    where = question.where
    unit = unit_name(form, where.unit) if where.unit else ""
    return (
        TextCell(question.id, Look.CODE),
        TextCell(""),
        TextCell(unit),
        TextCell(""),
        TextCell(where.seen),
        TextCell(question_sentence(form, question)),
        *_spot(where.file, where.sheet, where.cell),
    )


def _spot(file: str, sheet: str, cell: str) -> Line:
    return (TextCell(file), TextCell(sheet), TextCell(cell))


def _not_evaluable(form: Form, checks: Checks) -> Iterator[Line]:
    for outcome in checks.outcomes:
        if outcome.verdict is Verdict.NOT_EVALUABLE:
            yield (
                TextCell(outcome.rule, Look.CODE),
                TextCell(""),
                TextCell(unit_name(form, outcome.unit)),
                TextCell(""),
                TextCell(""),
                TextCell(why_not_evaluable(form, outcome)),
            )


def _placed(table: Table, row: int) -> Iterator[Placed]:
    yield Placed(row, 1, TextCell(table.title, Look.SECTION), across=6)
    if not table.lines:
        yield Placed(row + 1, 1, TextCell(table.empty, Look.NOTICE))
        return
    for column, words in enumerate(table.heads, start=1):
        yield Placed(row + 1, column, TextCell(words, Look.HEADING))
    for offset, line in enumerate(table.lines, start=2):
        for column, cell in enumerate(line, start=1):
            yield Placed(row + offset, column, cell)
