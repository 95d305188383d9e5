"""What the command line prints for a person. This module holds the Vietnamese lines of every command's result."""

from collections.abc import Iterator

from ccbdesk.model.form import Form, Level, Preparer
from ccbdesk.operations.check import Checked
from ccbdesk.operations.forward import Passed
from ccbdesk.operations.merge import Merged
from ccbdesk.operations.trace import Traced, TracedPart
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.forwarding import held_sentence
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import LEVELS, unit_names
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
    yield f"Đã nhận {len(form.units) - len(merged.absent)}/{len(form.units)} đơn vị, {len(merged.totals)} chỉ tiêu."
    if merged.absent:
        yield f"Chưa có báo cáo: {unit_names(form, merged.absent)}."
    yield rules_run([outcome.verdict for outcome in checks.outcomes])
    for level in Level:
        found = [finding for finding in checks.findings if finding.level is level]
        if found:
            yield f"{LEVELS[level]} ({len(found)}):"
            yield from (f"  {finding.code}  {finding_sentence(form, finding)}" for finding in found)
    if checks.questions:
        yield f"Câu hỏi chưa trả lời ({len(checks.questions)}):"
    for question in checks.questions:
        yield f"  {question.id}  {question_sentence(form, question)}"
        yield f"    Lựa chọn: {', '.join(question.choices)}"


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
    if not part.cell:
        return f"{who}{part.state}"
    shown = f"{part.value} {part.measure}".strip()
    typed = "" if part.as_typed == part.value else f" (ghi “{part.as_typed}”)"
    answered = f", trả lời {part.answer}" if part.answer else ""
    return f"{who}{shown}{typed}{answered} ← {part.file} › {part.sheet} › {part.cell} [{part.state}]"


def of_forward(passed: Passed) -> Iterator[str]:
    """Tell how many figures were passed on, what was held back and why, and where the files are."""
    yield f"Đã ghi {len(passed.forwarded.passed)} số liệu vào biểu mẫu của cấp trên."
    if passed.forwarded.held:
        yield f"Chưa ghi {len(passed.forwarded.held)} số liệu:"
    for held in passed.forwarded.held:
        yield f"  {held_sentence(passed.checked.merged.form, held)}"
    yield f"Biểu mẫu đã ghi: {passed.return_path}"
    yield f"Nguồn số liệu: {passed.origins_path}"


def of_form(form: Form) -> str:
    """Tell what a form without mistakes holds."""
    own = sum(form.sheet(indicator.sheet).preparer is Preparer.CLUSTER for indicator in form.indicators)
    return (
        f"Bộ biểu mẫu {form.id}, phiên bản {form.version}: {len(form.units)} đơn vị, "
        f"{len(form.indicators) - own} chỉ tiêu, {own} mục của Cụm, {len(form.rules)} quy tắc, "
        f"{len(form.sentences)} câu mẫu. Không có chỗ nào phải sửa."
    )
