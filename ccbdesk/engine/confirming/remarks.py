"""What is still open about a return. This module holds the few sentences below its figures."""

from collections.abc import Iterable, Iterator, Sequence

from ccbdesk.engine.confirming.figures import confirmed
from ccbdesk.model.finding import Finding, ValueMissing
from ccbdesk.model.form import Form, Level
from ccbdesk.model.question import Question
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import Unit
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.questions import question_sentence

_HEAD = "Nội dung đề nghị đơn vị trả lời hoặc kiểm tra"
_NOTHING = "Không có nội dung nào phải hỏi lại đơn vị"
_MOST = 12
_MOST_NAMES = 15


def remarks_on(
    form: Form, submission: Submission, findings: Iterable[Finding], questions: Iterable[Question]
) -> tuple[str, ...]:
    """Return a head, then the questions and findings of one return, by level; beyond a dozen they are counted.

    Figures that are missing are named together."""
    unit = form.unit(submission.unit)
    own = tuple(finding for finding in findings if finding.where.unit == unit.id)
    sentences = (
        *(_of(unit, question_sentence(form, asked)) for asked in questions if asked.where.unit == unit.id),
        *_find_missing(form, submission, own),
        *(_of(unit, finding_sentence(form, found)) for found in _by_level(own) if not isinstance(found, ValueMissing)),
    )
    if not sentences:
        return (_NOTHING,)
    rest = len(sentences) - _MOST
    others = (f"Còn {rest} nội dung khác ở trang “Kiểm tra” của sổ tổng hợp.",) if rest > 0 else ()
    return (_HEAD, *sentences[:_MOST], *others)


def _by_level(findings: Iterable[Finding]) -> list[Finding]:
    levels = list(Level)
    return sorted(findings, key=lambda finding: levels.index(finding.level))


def _find_missing(form: Form, submission: Submission, findings: Sequence[Finding]) -> Iterator[str]:
    blank = {finding.where.indicator for finding in findings if isinstance(finding, ValueMissing)}
    required = [indicator.label for indicator in form.indicators if indicator.code in blank]
    asked = confirmed(form, form.unit(submission.unit))
    others = [i.label for i in asked if i.code not in blank and submission.reading(i.code) is None]
    if required:
        yield f"Bắt buộc mà chưa có: {_named(required)}. Không phát sinh thì ghi 0, không có nhiệm vụ thì ghi x."
    if others:
        yield f"Chưa có trong tệp: {_named(others)}."


def _named(labels: Sequence[str]) -> str:
    rest = len(labels) - _MOST_NAMES
    others = (f"và {rest} chỉ tiêu khác",) if rest > 0 else ()
    return "; ".join((*labels[:_MOST_NAMES], *others))


def _of(unit: Unit, sentence: str) -> str:
    """Return a sentence without the name of the unit at its head: the whole paper is this unit's."""
    name = unit.short_name
    bare = sentence.removeprefix(f"{name} – ").removeprefix(f"{name}: ")
    return f"{bare[:1].upper()}{bare[1:]}"
