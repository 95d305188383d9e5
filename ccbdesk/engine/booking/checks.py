"""The sheet Kiểm tra. This module holds its one table: findings, open questions, and what became of the rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.booking.heads import TABLE_ROW, find_heads, notice_of
from ccbdesk.model.book import BookCell, BookSheet, Look, Placed, TextCell
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.finding import Finding, Where
from ccbdesk.model.form import Form, Level
from ccbdesk.model.outcome import Verdict
from ccbdesk.model.question import Question
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.handling import told
from ccbdesk.wording.histories import history_notes
from ccbdesk.wording.places import LEVELS, unit_name, unit_names
from ccbdesk.wording.questions import question_sentence
from ccbdesk.wording.rules import rules_run, why_not_evaluable

_HEADINGS = (
    ("Mức", 11.0),
    ("Mã", 13.0),
    ("Đơn vị", 16.0),
    ("Đang ghi", 16.0),
    ("Nội dung", 78.0),
    ("Tệp", 24.0),
    ("Trang", 15.0),
    ("Ô", 7.0),
)
_NOTHING = "Không có."
_ALL = "Tất cả đơn vị"
_LOOKS = {Level.ERROR: Look.WARNING, Level.WARNING: Look.WARNING, Level.NOTE: Look.TEXT}

Line = tuple[BookCell, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    title: str
    lines: tuple[Line, ...]


def checks_sheet(merged: Consolidation, checks: Checks) -> BookSheet:
    """Plan the sheet: one table in four bands, one more for what was accepted and for what was compared with; a band
    without a line says so."""
    cells = list(find_heads(merged, "Kết quả kiểm tra", len(_HEADINGS)))
    cells += [
        Placed(TABLE_ROW, column, TextCell(words, Look.HEADING)) for column, (words, _) in enumerate(_HEADINGS, start=1)
    ]
    row = TABLE_ROW
    for band in (*_bands(merged.form, checks), *_compared(merged)):
        row += 1
        cells.append(Placed(row, 1, TextCell(band.title, Look.SECTION), across=len(_HEADINGS)))
        for line in band.lines or ((TextCell(_NOTHING),),):
            row += 1
            cells += [Placed(row, column, cell) for column, cell in enumerate(_filled(line), start=1)]
    widths = tuple(width for _, width in _HEADINGS)
    return BookSheet(
        books.CHECKS,
        tuple(cells),
        widths,
        frozen_rows=TABLE_ROW,
        repeated_rows=(TABLE_ROW, TABLE_ROW),
        is_landscape=True,
        notice=notice_of(merged),
    )


def _bands(form: Form, checks: Checks) -> Iterator[_Band]:
    yield _Band("Lỗi, cảnh báo, nhắc", tuple(_finding_line(form, finding, checks) for finding in checks.open))
    if checks.accepted:
        yield _Band("Đã chấp nhận", tuple(_finding_line(form, finding, checks) for finding in checks.accepted))
    yield _Band("Câu hỏi chưa trả lời", tuple(_question_line(form, question) for question in checks.questions))
    yield _Band("Quy tắc đã chạy", tuple(_run(form, checks)))
    yield _Band("Quy tắc chưa đánh giá được", tuple(_not_evaluable(form, checks)))


def _compared(merged: Consolidation) -> Iterator[_Band]:
    """Yield what earlier periods were compared with; no band where none were."""
    notes = history_notes(merged)
    if notes:
        empty = TextCell("")
        yield _Band("Số liệu so sánh", tuple((empty, empty, empty, empty, TextCell(note)) for note in notes))


def _finding_line(form: Form, finding: Finding, checks: Checks) -> Line:
    look = Look.TEXT if finding in checks.accepted else _LOOKS[finding.level]
    level = TextCell(LEVELS[finding.level], look)
    return (level, *_line(form, finding.code, finding.where, told(form, finding, checks.handled)))


def _question_line(form: Form, question: Question) -> Line:
    sentence = f"{question_sentence(form, question)} Lựa chọn: {', '.join(question.choices)}."
    return (TextCell("Câu hỏi", Look.WARNING), *_line(form, question.id, question.where, sentence))


def _line(form: Form, code: str, where: Where, sentence: str) -> Line:
    unit = unit_name(form, where.unit) if where.unit else ""
    words = (unit, where.seen, sentence, where.file, where.sheet, where.cell)
    return (TextCell(code, Look.CODE), *(TextCell(text) for text in words))


def _run(form: Form, checks: Checks) -> Iterator[Line]:
    for unit in dict.fromkeys(outcome.unit for outcome in checks.outcomes):
        verdicts = [outcome.verdict for outcome in checks.outcomes if outcome.unit == unit]
        name = TextCell(unit_name(form, unit))
        yield (TextCell("Quy tắc"), TextCell(""), name, TextCell(""), TextCell(rules_run(verdicts)))


def _not_evaluable(form: Form, checks: Checks) -> Iterator[Line]:
    """Yield one line a rule and reason, with all units it holds for."""
    grouped: dict[tuple[str, str], list[UnitId]] = {}
    for outcome in checks.outcomes:
        if outcome.verdict is Verdict.NOT_EVALUABLE:
            grouped.setdefault((outcome.rule, why_not_evaluable(form, outcome)), []).append(outcome.unit)
    for (rule, reason), units in grouped.items():
        who = TextCell(_ALL if len(units) == len(form.units) else unit_names(form, tuple(units)))
        why = TextCell(f"{reason[:1].upper()}{reason[1:]}.")
        yield (TextCell("Quy tắc"), TextCell(rule, Look.CODE), who, TextCell(""), why)


def _filled(line: Line) -> Line:
    return (*line, *(TextCell("") for _ in range(len(_HEADINGS) - len(line))))
