"""Questions as the window asks them. This module holds their pictures, the likeliest choice first."""

from collections.abc import Iterator
from typing import assert_never

from ccbdesk.model.form import Form
from ccbdesk.model.grid import Workbook
from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.period import period_of
from ccbdesk.model.question import (
    LEAVE_OUT,
    AmbiguousFigure,
    DoubtfulRow,
    OtherPeriod,
    Question,
    SameUnitTwice,
    UnknownUnit,
)
from ccbdesk.model.receipt import Refused
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.names import sentence
from ccbdesk.service.pictures.desk import ChoicePicture, QuestionPicture
from ccbdesk.vietnamese.numbers.writing import plain
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import unit_name
from ccbdesk.wording.questions import question_matter
from ccbdesk.wording.titles import question_title

_ROWS_SHOWN, _CELLS_SHOWN = 4, 6


def draw_questions(case: Case) -> tuple[QuestionPicture, ...]:
    """Return the pictures of all questions that are open."""
    digests = {taken.receipt.name: taken.receipt.digest for taken in case.held.taken_in}
    return tuple(_question(case, each, digests.get(each.where.file)) for each in case.checked.checks.questions)


def _question(case: Case, question: Question, file: Digest | None) -> QuestionPicture:
    form, where = case.held.form, question.where
    rows = tuple(_first_rows(case, file)) if isinstance(question, UnknownUnit | OtherPeriod) and file else ()
    return QuestionPicture(
        question.id,
        where.unit,
        question_title(question),
        _asked(form, question),
        tuple(_choices(case, question)),
        file,
        where.sheet,
        where.cell,
        rows,
    )


def _asked(form: Form, question: Question) -> str:
    where, matter = question.where, question_matter(form, question)
    if where.unit:
        cell = f", ô {where.cell}" if where.cell else ""
        return sentence(f"{unit_name(form, where.unit)}{cell}: {matter}")
    return sentence(f"Tệp “{where.file}” {matter}")


def _choices(case: Case, question: Question) -> Iterator[ChoicePicture]:
    form = case.held.form
    match question:
        case AmbiguousFigure(_, _, measure, candidates):
            for candidate in candidates:
                yield ChoicePicture(format(candidate.amount, "f"), f"{plain(candidate.amount)} {measure}".strip())
            yield ChoicePicture(LEAVE_OUT, "Chưa dùng số này")
        case UnknownUnit(_, _, _, candidates):
            waiting = set(case.checked.merged.absent)
            for id in candidates:
                yield ChoicePicture(id, unit_name(form, id), "" if id in waiting else "đã có tệp")
            yield ChoicePicture(LEAVE_OUT, "Không dùng tệp này")
        case OtherPeriod(_, _, _, expected):
            period = period_of(expected)
            yield ChoicePicture(expected, f"Là số liệu {period_name(period) if period else expected}, ghi nhầm kỳ")
            yield ChoicePicture(LEAVE_OUT, "Không dùng tệp này")
        case SameUnitTwice(_, _, files):
            for name, digest in files:
                yield ChoicePicture(digest, f"Dùng “{name}”")
            yield ChoicePicture(LEAVE_OUT, "Không dùng tệp nào")
        case DoubtfulRow(_, _, _, candidates):
            for code in candidates:
                yield ChoicePicture(code, f"Là {_label(form, code)}")
            yield ChoicePicture(LEAVE_OUT, "Không dùng dòng này")
        case _:
            assert_never(question)


def _label(form: Form, code: IndicatorCode) -> str:
    return f"“{form.indicator(code).label}”"


def _first_rows(case: Case, file: Digest) -> Iterator[str]:
    """Yield the first rows of a file as its sheet shows them, so that a person can tell whose it is."""
    book = next((each.workbook for each in case.held.arrivals if each.receipt.digest == file), None)
    if book is None or isinstance(book, Refused):
        return
    yield from list(_rows(book))[:_ROWS_SHOWN]


def _rows(book: Workbook) -> Iterator[str]:
    for grid in book.grids:
        if not grid.is_hidden:
            for _, cells in grid.rows():
                words = [str(cell.content).strip() for cell in cells if isinstance(cell.content, str)]
                if words:
                    yield " · ".join(words[:_CELLS_SHOWN]).replace(": · ", ": ")
