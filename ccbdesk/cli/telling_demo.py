"""What the command line prints of a sample. This module holds the lines of the demo: what arrived, what the office
decided about it, what is left, and where the files are."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ccbdesk.cli.telling import of_check
from ccbdesk.model.decision import Act, Answered, Corrected, Dated, Moved
from ccbdesk.model.form import Level
from ccbdesk.model.period import Milestone
from ccbdesk.operations.check import Checked
from ccbdesk.operations.demo import Tried
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import LEVELS

_DEALT_WITH = (
    (Dated, "ghi ngày nhận của {} tệp"),
    (Answered, "trả lời {} câu hỏi"),
    (Corrected, "sửa {} số"),
)


def of_trial(tried: Tried, folder: Path) -> Iterator[str]:
    """Tell what arrived and was found, what the office decided, what is left after it, and what was made."""
    yield f"== {folder.name} =="
    yield f"Đọc {tried.files} tệp trong {folder / 'received'}"
    yield from of_check(tried.first)
    yield f"Văn phòng xử lý: {listed(tuple(_dealt_with(tried.acts)))}."
    merged = tried.merged
    yield f"Sau khi xử lý: {_standing(merged.checked)}."
    yield f"Số liệu toàn Cụm: {_figures(merged.checked)}."
    yield f"Sổ tổng hợp: {merged.workbook_path}"
    yield f"Báo cáo: {merged.report_path}"
    yield ""


def _dealt_with(acts: Sequence[Act]) -> Iterator[str]:
    for act in acts:
        if isinstance(act, Moved) and act.milestone is Milestone.DEADLINE:
            yield f"ghi hạn gửi {day_in_figures(act.day)}"
    for kind, words in (
        (Dated, "ghi ngày nhận của {} tệp"),
        (Answered, "trả lời {} câu hỏi"),
        (Corrected, "sửa {} số"),
    ):
        count = sum(isinstance(act, kind) for act in acts)
        if count:
            yield words.format(count)


def _standing(checked: Checked) -> str:
    found = checked.checks.open
    levels = (f"{LEVELS[level].lower()} {sum(each.level is level for each in found)}" for level in Level)
    units = f"đã nhận {checked.merged.received}/{len(checked.merged.form.units)} đơn vị"
    return "; ".join((units, *levels, f"câu hỏi chưa trả lời {len(checked.checks.questions)}"))


def _figures(checked: Checked) -> str:
    totals = [total for total in checked.merged.totals if total.indicator.is_numeric]
    whole = sum(not total.coverage.missing for total in totals)
    return f"{whole}/{len(totals)} chỉ tiêu bằng số đã đủ các đơn vị"
