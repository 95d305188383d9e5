"""The report as the window shows it. This module holds its picture: the paper itself, its head, what is missing."""

from collections.abc import Iterable, Iterator

from ccbdesk.engine.drafting.heads import head_of
from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.model.report import Dropped, Figure, Gap, Paragraph, Report, Table
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.made import Made
from ccbdesk.operations.merge import book_name, report_name
from ccbdesk.operations.record import Case
from ccbdesk.operations.save import Drafted
from ccbdesk.service.drawing.merging import coverage_of, freshness_of
from ccbdesk.service.drawing.names import moment
from ccbdesk.service.pictures import Mark, Status, Step
from ccbdesk.service.pictures.merging import Freshness
from ccbdesk.service.pictures.report import GapPicture, HeadField, ReportPicture
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import unit_name

_MOST_NAMED = 4
_Cause = tuple[Step | None, str]


def draw_report(case: Case, made: Made, drafted: Drafted) -> ReportPicture:
    """Return the picture of a drafted report, read from the very bytes that would be saved."""
    merged, closed = case.checked.merged, case.held.settled.closed
    freshness = freshness_of(case, made)
    return ReportPicture(
        freshness,
        _status(case, freshness),
        read_paper(drafted.content) if freshness is not Freshness.NOTHING else None,
        tuple(_head(case)),
        bool(drafted.report.appendices),
        tuple(_gaps(case, drafted.report)),
        tuple(_dropped(case, drafted.report)),
        drafted.report.notice,
        f"Đã chốt sổ {moment(closed.at)}." if closed else "",
        report_name(merged),
        book_name(merged),
    )


def _status(case: Case, freshness: Freshness) -> Status:
    match freshness:
        case Freshness.NOTHING:
            return Status(Mark.WAITING, "Chưa có số liệu")
        case Freshness.NEVER:
            return Status(Mark.WAITING, "Chưa tổng hợp")
        case Freshness.STALE:
            return Status(Mark.WARNING, "Cần tổng hợp lại")
        case Freshness.FRESH:
            found = coverage_of(case)
            return Status(Mark.GOOD, "Số liệu khớp với sổ tổng hợp") if found.mark is Mark.GOOD else found


def _head(case: Case) -> Iterator[HeadField]:
    own = case.checked.merged.own
    for indicator in head_of(case.held.form):
        reading = own.reading(indicator.code) if own else None
        yield HeadField(
            indicator.code,
            indicator.label,
            reading.as_typed if reading else "",
            indicator.kind is Kind.DAY,
            indicator.required,
            indicator.note,
        )


# -- what is missing -----------------------------------------------------------------------------------------------


def _gaps(case: Case, report: Report) -> Iterator[GapPicture]:
    """Yield what is missing: the figures that lack the same units for the same cause are named together."""
    tags = dict(_gap_tags(report))
    gathered: dict[tuple[tuple[UnitId, ...], _Cause], dict[Indicator, Gap]] = {}
    for gap in report.gaps:
        indicator = case.held.form.indicator(gap.indicator)
        missing = (CLUSTER,) if case.held.form.is_own(indicator) else gap.missing
        alike = gathered.setdefault((missing, _cause(case, indicator, missing)), {})
        alike.setdefault(indicator, gap)
    for (missing, cause), lacking in gathered.items():
        first, gap = next(iter(lacking.items()))
        words = f"{_lacked(case, missing)}: {_labels(lacking)}"
        tag = tags.get(gap.place, "")
        yield GapPicture(words, tag, first.code, next(iter(missing), None), *cause)


def _gap_tags(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the first incomplete figure of each sentence; a sentence is told by its cell."""
    seen: set[str] = set()
    for block in report.blocks:
        for figure in _figures(block) if isinstance(block, Paragraph | Table) else ():
            if figure.is_gap and block.place not in seen:
                seen.add(block.place)
                yield block.place, figure.tag


def _figures(block: Paragraph | Table) -> Iterator[Figure]:
    match block:
        case Paragraph(runs=runs):
            yield from (run for run in runs if isinstance(run, Figure))
        case Table(rows=rows):
            yield from (run for row in rows for cell in row for run in cell.runs if isinstance(run, Figure))


def _lacked(case: Case, missing: tuple[UnitId, ...]) -> str:
    if missing == (CLUSTER,):
        return "Chưa ghi trong Phiếu kỳ"
    return f"Chưa có số của {_named(case, missing)}" if missing else "Chưa có số"


def _labels(indicators: Iterable[Indicator]) -> str:
    labels = [indicator.label for indicator in indicators]
    rest = len(labels) - _MOST_NAMED
    return listed([*labels[:_MOST_NAMED], f"{rest} số liệu khác"] if rest > 0 else labels)


def _cause(case: Case, indicator: Indicator, missing: tuple[UnitId, ...]) -> _Cause:
    """Return where the first unit's missing figure can be brought in: its finding, its question, or its row."""
    checks = case.checked.checks
    for id, finding in zip(finding_ids(checks.findings), checks.findings, strict=True):
        if finding.where.unit in missing and finding.where.indicator == indicator.code:
            return Step.CHECKING, id
    for question in checks.questions:
        if question.where.unit in missing and question.where.indicator == indicator.code:
            return Step.RECEIVING, question.id
    return (Step.RECEIVING, missing[0]) if missing else (None, "")


def _named(case: Case, units: tuple[UnitId, ...]) -> str:
    names = [unit_name(case.held.form, unit) for unit in units[:_MOST_NAMED]]
    rest = len(units) - _MOST_NAMED
    return listed([*names, f"{rest} đơn vị khác"] if rest > 0 else names)


def _dropped(case: Case, report: Report) -> Iterator[GapPicture]:
    form = case.held.form
    sections = {sentence.place: sentence.section for sentence in form.sentences}
    for dropped in report.dropped:
        yield _dropped_one(case, dropped, sections.get(dropped.place, ""))


def _dropped_one(case: Case, dropped: Dropped, section: str) -> GapPicture:
    form = case.held.form
    labels = listed([f"“{form.indicator(code).label}”" for code in dropped.indicators])
    where = f"Mục “{section}”" if section else "Một câu"
    why = f": {labels} chưa có số hoặc bằng 0" if labels else ""
    code = dropped.indicators[0] if dropped.indicators else None
    own = code is not None and form.is_own(form.indicator(code))
    step = Step.RECEIVING if own else None
    return GapPicture(
        f"{where}, câu ở ô {dropped.place} trang Câu mẫu{why}", "", code, None, step, CLUSTER if own else ""
    )
