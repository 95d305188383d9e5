"""Merging as the window shows it. This module holds the picture of what goes in, what not, and what came out."""

from collections.abc import Iterator
from decimal import Decimal

from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Adding, Level
from ccbdesk.model.period import period_of
from ccbdesk.model.settled import FindingState, handling_of
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Number, Ratio, Value
from ccbdesk.operations.made import Made
from ccbdesk.operations.merge import book_name
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.figures import with_measure
from ccbdesk.service.drawing.names import moment, sentence
from ccbdesk.service.pictures import Mark, Status, Step
from ccbdesk.service.pictures.merging import (
    BarPicture,
    ChartPicture,
    Freshness,
    HeadlinePicture,
    MergingLine,
    MergingPicture,
)
from ccbdesk.wording.figures import written_coverage, written_value
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import omitted, unit_name

_MOST_NAMED, _MOST_HEADLINES, _MOST_CHARTS = 5, 3, 12
_CHARTED = (Adding.SUM_FLOW, Adding.SUM_STOCK)


def draw_merging(case: Case, made: Made) -> MergingPicture:
    """Return the picture of the cluster's figures as they would be merged now."""
    merged, freshness = case.checked.merged, freshness_of(case, made)
    last, closed = made.consolidation, case.held.settled.closed
    return MergingPicture(
        freshness,
        _lead(case, freshness),
        _button(merged, freshness),
        tuple(_lines(case)),
        tuple(_headlines(merged)),
        coverage_of(case),
        tuple(_charts(merged)),
        book_name(merged),
        moment(last.revision.at) if last else "",
        _changes(case, made) if freshness is Freshness.STALE else "",
        f"Đã chốt sổ {moment(closed.at)}." if closed else "",
    )


def freshness_of(case: Case, made: Made) -> Freshness:
    """Return how what was made last stands to what is held now."""
    if not case.checked.merged.submissions:
        return Freshness.NOTHING
    if made.consolidation is None:
        return Freshness.NEVER
    is_fresh = made.consolidation.basis == case.checked.merged.basis
    return Freshness.FRESH if is_fresh else Freshness.STALE


def coverage_of(case: Case) -> Status:
    """Return whether anything is missing from the totals."""
    if case.checked.is_complete:
        return Status(Mark.GOOD, "Tổng đủ số của các đơn vị")
    merged = case.checked.merged
    absent = len(merged.absent)
    if absent:
        return Status(Mark.WARNING, f"Tạm tính, {merged.received} trên {merged.received + absent} đơn vị")
    return Status(Mark.WARNING, "Còn số liệu thiếu hoặc có lỗi")


# -- before --------------------------------------------------------------------------------------------------------


def _lead(case: Case, freshness: Freshness) -> str:
    merged = case.checked.merged
    if freshness is Freshness.NOTHING:
        return "Chưa có tệp của đơn vị nào. Nhận tệp xong, bấm Tổng hợp là có sổ của Cụm."
    errors = _open_count(case, Level.ERROR)
    if errors:
        return f"Còn {errors} lỗi phải sửa. Vẫn tổng hợp được; số có lỗi để trống, sửa xong thì tổng hợp lại."
    if merged.absent:
        return f"Còn chờ {len(merged.absent)} đơn vị. Vẫn tổng hợp được; sổ và báo cáo ghi rõ là tạm tính."
    return "Tệp của các đơn vị đã sẵn sàng."


def _button(merged: Consolidation, freshness: Freshness) -> str:
    """Return the words on the big button; N is pressed with Alt."""
    again = "&Tổng hợp lại" if freshness in (Freshness.FRESH, Freshness.STALE) else "&Tổng hợp"
    return f"{again} {merged.received} đơn vị" if merged.received else again


def _lines(case: Case) -> Iterator[MergingLine]:
    merged, form = case.checked.merged, case.held.form
    expected = len(form.units) - len(merged.left_out)
    mark = Mark.WAITING if merged.absent else Mark.GOOD
    came = f"{merged.received} trên {expected} đơn vị có số liệu"
    yield MergingLine(Status(mark, came), _awaited(merged), Step.RECEIVING)
    if merged.left_out:
        count = f"{len(merged.left_out)} đơn vị không tính vào kỳ này"
        yield MergingLine(Status(Mark.LEFT_OUT, count), omitted(form, merged.left_out), Step.RECEIVING)
    questions = case.checked.checks.questions
    if questions:
        asked = Status(Mark.ASKED, f"{len(questions)} câu hỏi chưa trả lời")
        yield MergingLine(asked, "Số liệu đang hỏi để trống trong sổ", Step.RECEIVING, questions[0].id)
    yield from _found(case)
    if form.period_sheet is not None and merged.own is None:
        lacking = Status(Mark.WAITING, "Chưa có Phiếu kỳ của Cụm")
        yield MergingLine(lacking, "Ngày ký, người ký và số của Cụm còn trống", Step.RECEIVING, CLUSTER)


def _found(case: Case) -> Iterator[MergingLine]:
    errors, warnings = _open_count(case, Level.ERROR), _open_count(case, Level.WARNING)
    if errors:
        count = Status(Mark.ERROR, f"{errors} lỗi phải sửa{_at(case, Level.ERROR)}")
        yield MergingLine(count, f"{_whose(case, Level.ERROR)}: số có lỗi để trống trong sổ", Step.CHECKING, "error")
    if warnings:
        count = Status(Mark.WARNING, f"{warnings} điều cần xem, chưa ghi lý do")
        yield MergingLine(
            count, "Vẫn tổng hợp được; các điều này ghi ở trang Kiểm tra của sổ", Step.CHECKING, "warning"
        )
    accepted = [each for each in case.checked.checks.handled if each.state is FindingState.ACCEPTED]
    if accepted:
        words = "Lý do ghi ở trang Kiểm tra của sổ"
        yield MergingLine(Status(Mark.ACCEPTED, f"{len(accepted)} điều đã chấp nhận"), words, Step.CHECKING, "accepted")
    if not (errors or warnings):
        yield MergingLine(Status(Mark.GOOD, "Không có điều gì phải xử lý"))


def _open_count(case: Case, level: Level) -> int:
    return len(_open(case, level))


def _open(case: Case, level: Level) -> list[UnitId | None]:
    """Return whose findings of a level nobody has settled; a unit that sent nothing is told of elsewhere."""
    checks, absent = case.checked.checks, set(case.checked.merged.absent)
    found: list[UnitId | None] = []
    for finding in checks.findings:
        handled = handling_of(finding, checks.handled)
        is_settled = handled is not None and handled.state is FindingState.ACCEPTED
        is_absence = finding.where.unit in absent and not finding.where.cell and not finding.where.file
        if finding.level is level and not is_settled and not is_absence:
            found.append(finding.where.unit)
    return found


def _at(case: Case, level: Level) -> str:
    units = {unit for unit in _open(case, level) if unit}
    return f" ở {len(units)} đơn vị" if units else ""


def _whose(case: Case, level: Level) -> str:
    units = list(dict.fromkeys(unit for unit in _open(case, level) if unit))
    return _named(case.checked.merged, units) or "Tệp chưa dùng được"


def _awaited(merged: Consolidation) -> str:
    return f"Chờ {_named(merged, list(merged.absent))}" if merged.absent else ""


def _named(merged: Consolidation, units: list[UnitId]) -> str:
    names = [unit_name(merged.form, unit) for unit in units[:_MOST_NAMED]]
    rest = len(units) - _MOST_NAMED
    return listed([*names, f"{rest} đơn vị khác"] if rest > 0 else names)


def _changes(case: Case, made: Made) -> str:
    """Return what was received and decided since it was merged last, as far as times tell."""
    since = made.consolidation.revision.at if made.consolidation else None
    files = sum(since is not None and taken.revision.at > since for taken in case.held.taken_in)
    acts = sum(since is not None and decision.at > since for decision in case.held.decisions)
    said = [f"{files} tệp mới nhận"] if files else []
    said += [f"{acts} việc mới quyết định"] if acts else []
    told = f" ({listed(said)})" if said else ""
    return f"Số liệu đã thay đổi sau lần tổng hợp trước{told}. Sổ và báo cáo đã lưu chưa có thay đổi này."


# -- after ---------------------------------------------------------------------------------------------------------


def _headlines(merged: Consolidation) -> Iterator[HeadlinePicture]:
    totals = [
        total for total in merged.totals if total.indicator.is_numeric and not merged.form.is_own(total.indicator)
    ]
    chosen = [total for total in totals if total.indicator.headline and isinstance(total.value, Number | Ratio)]
    for total in (chosen or [each for each in totals if isinstance(each.value, Number)])[:_MOST_HEADLINES]:
        indicator = total.indicator
        yield HeadlinePicture(
            indicator.code, indicator.label, with_measure(total.value, indicator), _compared(merged, total)
        )


def _compared(merged: Consolidation, total: Total) -> str:
    base = merged.bases.base(Reference(total.indicator.code, None, When.LAST_YEAR))
    if base.why_not is None and isinstance(base.value, Number | Ratio):
        return f"cùng kỳ: {written_value(base.value, total.indicator)}"
    coverage = total.coverage
    return "" if coverage.is_complete else f"mới có {written_coverage(coverage)}"


def _charts(merged: Consolidation) -> Iterator[ChartPicture]:
    charted = [total for total in merged.totals if total.indicator.adding in _CHARTED and _has_two(total)]
    headed = [total for total in charted if total.indicator.headline]
    for total in (headed or charted)[:_MOST_CHARTS]:
        yield _chart(merged, total)


def _has_two(total: Total) -> bool:
    return sum(part.is_counted for part in total.parts) > 1


def _chart(merged: Consolidation, total: Total) -> ChartPicture:
    indicator = total.indicator
    bars = tuple(_bar(merged, total, part) for part in total.parts if part.state is not PartState.NOT_APPLICABLE)
    base = merged.bases.base(Reference(indicator.code, None, When.LAST_YEAR))
    before = period_of(base.period) if base.period and base.why_not is None else None
    measured = f"{indicator.label} ({indicator.measure})" if indicator.measure else indicator.label
    now, then = _titled(period_name(merged.period)), _titled(period_name(before)) if before else ""
    return ChartPicture(indicator.code, measured, now, then, bars)


def _titled(words: str) -> str:
    return sentence(words).rstrip(".")


def _bar(merged: Consolidation, total: Total, part: Part) -> BarPicture:
    value = part.reading.value if part.reading and part.is_counted else None
    then = merged.bases.base(Reference(total.indicator.code, part.unit, When.LAST_YEAR)).value
    amount, earlier = _amount(value), _amount(then)
    return BarPicture(
        unit_name(merged.form, part.unit),
        amount,
        written_value(value, total.indicator) if value is not None and amount is not None else "",
        earlier,
        written_value(then, total.indicator) if earlier is not None else "",
        "" if amount is not None else "chưa có số",
    )


def _amount(value: Value | None) -> Decimal | None:
    return value.amount if isinstance(value, Number) else None
