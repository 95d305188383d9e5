"""Confirming. This module holds how one unit's return becomes the paper on which it confirms its figures."""

from collections.abc import Iterable

from ccbdesk.engine.confirming.figures import figure_table
from ccbdesk.engine.confirming.remarks import remarks_on
from ccbdesk.engine.expressions.periods import is_for
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Document, Form, Style
from ccbdesk.model.period import Period
from ccbdesk.model.question import Question
from ccbdesk.model.report import Block, Paragraph, Phrase, Report
from ccbdesk.model.sentence import Words
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.vietnamese.numbers.writing import written_day
from ccbdesk.wording.periods import period_name

TITLE = "PHIẾU XÁC NHẬN SỐ LIỆU"

_SOME_DAY = "ngày …… tháng …… năm ………"
_LETTERHEAD = (Style.SUPERIOR_BODY, Style.ISSUING_BODY)


def confirm(
    consolidation: Consolidation, unit: UnitId, findings: Iterable[Finding], questions: Iterable[Question]
) -> Report:
    """Return the paper of a unit whose return is in: letterhead, its figures as read and as typed, what is open.

    Of all findings and questions only this unit's are told. KeyError where the unit's return is not in."""
    submission = consolidation.submission(unit)
    if submission is None:
        raise KeyError(unit)
    form, member = consolidation.form, consolidation.form.unit(unit)
    blocks: tuple[Block, ...] = (
        *_letterhead(form, submission.period),
        *_subject(member, submission),
        _paragraph(Style.BODY, _opening(form, submission)),
        figure_table(form, member, submission, remarks_on(form, submission, findings, questions)),
        *_signature(form),
    )
    return Report(f"{TITLE} {member.name}", blocks, (), (), consolidation.basis)


def _paragraph(style: Style, text: str) -> Paragraph:
    return Paragraph(style, (Phrase(text),))


def _letterhead(form: Form, period: Period) -> tuple[Paragraph, ...]:
    """Return the bodies at the head of the form's report, as far as they are plain words."""
    named = tuple(
        _paragraph(sentence.style, line)
        for sentence in form.sentences
        if sentence.style in _LETTERHEAD and sentence.document is Document.REPORT and is_for(sentence.periods, period)
        if all(isinstance(piece, Words) for piece in sentence.pieces)
        for line in "".join(piece.text for piece in sentence.pieces if isinstance(piece, Words)).splitlines()
    )
    return named or (_paragraph(Style.ISSUING_BODY, (form.issuer or form.cluster.name).upper()),)


def _subject(member: Unit, submission: Submission) -> tuple[Paragraph, ...]:
    closed = written_day(submission.cut_off) if submission.cut_off else _SOME_DAY
    name = period_name(submission.period)
    return (
        _paragraph(Style.PLACE_AND_DATE, f"………, {_SOME_DAY}"),
        _paragraph(Style.TITLE, TITLE),
        _paragraph(Style.SUBJECT, member.name),
        _paragraph(Style.SUBJECT, f"{name[:1].upper()}{name[1:]}, số liệu tính đến {closed}"),
    )


def _opening(form: Form, submission: Submission) -> str:
    receipt = submission.receipt
    is_own_file = receipt.is_file and not receipt.by_hand
    received = f"nhận tệp “{receipt.name}” và đọc được" if is_own_file else "ghi thay đơn vị"
    return (
        f"{form.cluster.short_name} đã {received} số liệu dưới đây. "
        "Đơn vị đối chiếu từng dòng: đúng thì ghi x ở cột “Xác nhận”, chưa đúng thì ghi lại số đúng; ký và gửi lại Cụm."
    )


def _signature(form: Form) -> tuple[Paragraph, ...]:
    return (
        _paragraph(Style.RECIPIENT, f"- {form.cluster.short_name};"),
        _paragraph(Style.RECIPIENT, "- Lưu: đơn vị."),
        _paragraph(Style.CAPACITY, "XÁC NHẬN CỦA ĐƠN VỊ"),
        _paragraph(Style.SIGNER, "(Ký tên, đóng dấu)"),
    )
