"""What the command line prints for a person. This module holds the Vietnamese lines of every command's result."""

from collections.abc import Iterable, Iterator, Sequence

from ccbdesk.engine.history.provinces import Proposed
from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.model.checks import Checks
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Level
from ccbdesk.model.proposal import Certainty
from ccbdesk.operations.check import Checked
from ccbdesk.operations.forward import Passed
from ccbdesk.operations.merge import Merged
from ccbdesk.operations.propose_form import ProposedForm
from ccbdesk.operations.trace import Traced, TracedPart
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.forwarding import held_sentence
from ccbdesk.wording.handling import told
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import LEVELS, omitted, unit_names
from ccbdesk.wording.questions import question_sentence
from ccbdesk.wording.rules import rules_run


def of_merge(merged: Merged) -> Iterator[str]:
    """Tell what was merged, what is open, and where the two files are."""
    yield from of_check(merged.checked)
    if merged.report.gaps:
        yield f"Báo cáo có {len(merged.report.gaps)} chỗ chưa đủ số, đã tô màu và ghi rõ thiếu đơn vị nào."
    yield f"Sổ tổng hợp: {merged.workbook_path}"
    yield f"Báo cáo: {merged.report_path}"


def of_check(checked: Checked) -> Iterator[str]:
    """Tell which units are in, what was found and what must be answered."""
    merged, checks = checked.merged, checked.checks
    form = merged.form
    yield f"{form.cluster.name}, {period_name(merged.period)}"
    yield f"Đã nhận {merged.received}/{len(form.units)} đơn vị, {len(merged.totals)} chỉ tiêu."
    if merged.absent:
        yield f"Chưa có báo cáo: {unit_names(form, merged.absent)}."
    if merged.left_out:
        yield f"Không tính {omitted(form, merged.left_out)}."
    yield rules_run([outcome.verdict for outcome in checks.outcomes])
    for level in Level:
        found = [finding for finding in checks.open if finding.level is level]
        yield from _found(LEVELS[level], found, checks, form)
    yield from _found("Đã chấp nhận", checks.accepted, checks, form)
    if checks.questions:
        yield f"Câu hỏi chưa trả lời ({len(checks.questions)}):"
    for question in checks.questions:
        yield f"  {question.id}  {question_sentence(form, question)}"
        yield f"    Lựa chọn: {', '.join(question.choices)}"


def _found(title: str, findings: Sequence[Finding], checks: Checks, form: Form) -> Iterator[str]:
    ids = finding_ids(checks.findings)
    if findings:
        yield f"{title} ({len(findings)}):"
    for id, finding in zip(ids, checks.findings, strict=True):
        if finding in findings:
            yield f"  {id}  {told(form, finding, checks.handled)}"


def of_trace(traced: Traced) -> Iterator[str]:
    """Tell a figure's value and the cell of every part of it."""
    name = f"{traced.label} ({traced.figure})" if traced.label else traced.figure
    yield f"{name}: {traced.value}" if traced.value else name
    for code, formula in traced.formulas:
        yield f"  {code} = {formula}"
    for part in traced.parts:
        yield _part_line(part)


def _part_line(part: TracedPart) -> str:
    who = f"  {part.unit} – {part.label}: "
    if not (part.cell or part.source or part.file):
        return f"{who}{part.state}"
    shown = f"{part.value} {part.measure}".strip()
    typed = "" if part.as_typed in ("", part.value) else f" (ghi “{part.as_typed}”)"
    answered = f", trả lời {part.answer}" if part.answer else ""
    put_right = f"; {part.source}{_apart(part)}" if part.source else ""
    spot = f" ← {' › '.join(each for each in (part.file, part.sheet, part.cell) if each)}" if part.file else ""
    return f"{who}{shown}{typed}{answered}{put_right}{spot} [{part.state}]"


def _apart(part: TracedPart) -> str:
    """Return by how much a correction changed a figure, with its sign."""
    if not part.difference:
        return ""
    return f", chênh lệch {part.difference if part.difference.startswith('-') else f'+{part.difference}'}"


def of_proposal(proposed: ProposedForm) -> Iterator[str]:
    """Tell what was proposed, how much of it is to be looked at, and where it is."""
    figures = sum(bool(figure.row) for figure in proposed.proposal.figures)
    yield (
        f"Đã đề xuất {len(proposed.proposal.sheets) - 1} biểu, {figures} dòng số liệu, "
        f"{len(proposed.proposal.columns)} cột từ “{proposed.template.name}”."
    )
    yield (
        f"Có {proposed.count(Certainty.UNKNOWN)} việc phải làm, {proposed.count(Certainty.DOUBTFUL)} chỗ nên xem; "
        "từng việc ở trang đầu của bộ biểu mẫu."
    )
    yield f"Bộ biểu mẫu đề xuất: {proposed.path}"
    yield f"Bản chép tệp mẫu, để cùng thư mục: {proposed.template}"


def of_forward(passed: Passed) -> Iterator[str]:
    """Tell how many figures were passed on, what was held back and why, and where the files are."""
    yield f"Đã ghi {len(passed.forwarded.passed)} số liệu vào biểu mẫu của cấp trên."
    if passed.forwarded.held:
        yield f"Chưa ghi {len(passed.forwarded.held)} số liệu:"
    for held in passed.forwarded.held:
        yield f"  {held_sentence(passed.checked.merged.form, held)}"
    yield f"Biểu mẫu đã ghi: {passed.return_path}"
    yield f"Nguồn số liệu: {passed.origins_path}"


def of_predecessors(form: Form, proposed: Iterable[Proposed]) -> Iterator[str]:
    """Tell which members are merged provinces, and what to write so that they can be compared with earlier years."""
    for each in proposed:
        yield (
            f"{form.unit(each.unit).short_name} hợp nhất từ {listed(each.predecessors)}. Để so sánh với các năm trước, "
            f"ghi ở trang Đơn vị: Từ ngày {day_in_figures(each.valid_from)}, Tiền thân {'; '.join(each.predecessors)}."
        )
