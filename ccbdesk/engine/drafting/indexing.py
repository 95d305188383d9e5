"""The index of a package that is handed over. This module holds the page that lists, for every period, what was
received, what was found and how it was settled, what was decided and what was made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.decision import Decision
from ccbdesk.model.dossier import TakenIn
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Style
from ccbdesk.model.origin import DecisionId, Digest
from ccbdesk.model.question import Question
from ccbdesk.model.report import Block, Paragraph, Phrase, Report, Table, TableCell
from ccbdesk.model.settled import Handled, Settled
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.corrections import by_hand
from ccbdesk.wording.decisions import decision_line
from ccbdesk.wording.handling import told
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import LEVELS, provisional, unit_name
from ccbdesk.wording.questions import question_sentence

TITLE = "MỤC LỤC HỒ SƠ"

_OPENING = (
    "Gói này đọc được bằng Excel và Word, không cần chương trình. Mỗi kỳ một thư mục: tệp đã nhận "
    "(nguyên như khi nhận), tệp lưu kèm, bộ biểu mẫu, sổ tổng hợp và báo cáo. "
    "Mã SHA-256 cho biết một tệp còn nguyên hay không."
)
_FILES = ("Tệp", "Của", "Nhận", "Tình trạng", "Mã SHA-256")
_FINDINGS = ("Mức", "Mã", "Nội dung và cách giải quyết")
_PAPERS = ("Tệp", "Ghi chú", "Mã SHA-256")


@dataclass(frozen=True, slots=True)
class Lying:
    """A file of the package: where it lies in it, what it is, and its hash."""

    place: str
    note: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class PeriodIndex:
    """All that is told of one period; ``places`` say where each received file lies, ``units`` whose it is."""

    merged: Consolidation
    settled: Settled
    decisions: tuple[Decision, ...]
    revoked: frozenset[DecisionId]
    taken_in: tuple[TakenIn, ...]
    units: Mapping[Digest, UnitId | None]
    places: Mapping[Digest, str]
    findings: tuple[Finding, ...]
    handled: tuple[Handled, ...]
    questions: tuple[Question, ...]
    papers: tuple[Lying, ...]


def index_of(periods: tuple[PeriodIndex, ...]) -> Report:
    """Return the index of a package, the periods in their order; there is at least one."""
    cluster = periods[-1].merged.form.cluster.name
    head = (
        _paragraph(Style.TITLE, TITLE),
        _paragraph(Style.SUBJECT, cluster),
        _paragraph(Style.BODY, _OPENING),
    )
    return Report(TITLE, (*head, *(block for each in periods for block in _of_period(each))), (), (), Basis(""))


def _of_period(index: PeriodIndex) -> Iterator[Block]:
    name = period_name(index.merged.period)
    yield _paragraph(Style.HEADING_1, f"{name[:1].upper()}{name[1:]}")
    yield from (_paragraph(Style.BODY, words) for words in _find_states(index))
    yield from _table("Tệp đã nhận", _FILES, (34, 14, 18, 18, 16), _find_files(index))
    yield from _table("Kết quả kiểm tra", _FINDINGS, (10, 12, 78), _find_findings(index))
    yield _paragraph(Style.HEADING_2, "Quyết định")
    yield from (_paragraph(Style.ITEM, words) for words in _find_decisions(index))
    yield from _table("Sổ, báo cáo, tệp lưu kèm", _PAPERS, (46, 38, 16), _find_papers(index))


def _find_states(index: PeriodIndex) -> Iterator[str]:
    merged, closed = index.merged, index.settled.closed
    if closed:
        when = day_in_figures(closed.at.date())
        yield f"Đã chốt sổ: {closed.who}, {when}; mã SHA-256 của số liệu: {closed.act.figures}."
    else:
        yield "Chưa chốt sổ."
    for each in index.settled.issued:
        yield f"Đã ban hành báo cáo số {each.act.number} ngày {day_in_figures(each.act.day)}."
    words = provisional(merged.form, merged.absent, merged.left_out)
    if words:
        yield words


def _find_files(index: PeriodIndex) -> Iterator[tuple[str, ...]]:
    used = {each.receipt.digest for each in (index.merged.own, *index.merged.submissions) if each}
    for taken in index.taken_in:
        digest, at = taken.receipt.digest, taken.revision.at
        unit = index.units.get(digest)
        counts = index.settled.day_of(digest)
        came = f"{at:%H:%M} {day_in_figures(at.date())}, {taken.revision.who}"
        yield (
            index.places[digest],
            unit_name(index.merged.form, unit) if unit else "chưa rõ",
            f"{came}; tính là ngày {day_in_figures(counts)}" if counts else came,
            "; ".join(part for part in (_state(index, digest, is_used=digest in used), by_hand(taken.receipt)) if part),
            digest,
        )


def _state(index: PeriodIndex, digest: Digest, *, is_used: bool) -> str:
    reason = index.settled.reason_aside(digest)
    if reason:
        return f"không dùng: {reason.strip()}"
    return "đang dùng" if is_used else "lưu, không dùng"


def _find_findings(index: PeriodIndex) -> Iterator[tuple[str, ...]]:
    form = index.merged.form
    for finding in index.findings:
        yield LEVELS[finding.level], finding.code, told(form, finding, index.handled)
    for question in index.questions:
        yield "Câu hỏi", question.id, f"{question_sentence(form, question)} Chưa trả lời."


def _find_decisions(index: PeriodIndex) -> Iterator[str]:
    form, names = index.merged.form, {taken.receipt.digest: taken.receipt.name for taken in index.taken_in}
    here = [each for each in index.decisions if each.period == index.merged.period.code]
    for each in here:
        line = decision_line(form, each, names, index.decisions)
        yield f"{line} Đã hủy." if each.id in index.revoked else line
    if not here:
        yield "Chưa có quyết định nào."


def _find_papers(index: PeriodIndex) -> Iterator[tuple[str, ...]]:
    return ((each.place, each.note, each.digest) for each in index.papers)


def _table(
    title: str, heads: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]
) -> Iterator[Block]:
    yield _paragraph(Style.HEADING_2, title)
    filled = tuple(tuple(_cell(words) for words in row) for row in rows)
    if filled:
        yield Table((tuple(_cell(words, is_head=True) for words in heads), *filled), widths, is_small=True)
    else:
        yield _paragraph(Style.BODY, "Không có.")


def _paragraph(style: Style, text: str) -> Paragraph:
    return Paragraph(style, (Phrase(text),))


def _cell(words: str, *, is_head: bool = False) -> TableCell:
    return TableCell((Phrase(words),) if words else (), is_head=is_head)
