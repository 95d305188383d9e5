"""The table of units. This module holds every unit's row: its files, its key figure, and in what state it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ccbdesk.model.dossier import TakenIn
from ccbdesk.model.finding import FileLeftOut, FileRefused, FileSetAside, NotOurForm
from ccbdesk.model.form import Form, Indicator, Preparer
from ccbdesk.model.origin import Digest
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.names import moment, sentence
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.desk import FilePicture, FindingPicture, QuestionPicture, UnitPicture
from ccbdesk.wording.figures import written_value
from ccbdesk.wording.findings import finding_matter

_OLDER = "bản trước"


def key_indicator(form: Form) -> Indicator | None:
    """Return the figure that the table shows of every unit: the first headline that each reports; None for a form
    without figures."""
    asked = [each for each in form.indicators if _is_asked_of_all(form, each)]
    return next((each for each in asked if each.headline), asked[0] if asked else None)


def _is_asked_of_all(form: Form, indicator: Indicator) -> bool:
    is_reported = indicator.is_numeric and not indicator.is_computed and not indicator.applies_to
    return is_reported and form.sheet(indicator.sheet).preparer is Preparer.UNIT


def draw_units(
    case: Case, findings: Sequence[FindingPicture], questions: Sequence[QuestionPicture]
) -> tuple[UnitPicture, ...]:
    """Return a row for every member in the form's order, the cluster's own return first where the form asks for one."""
    form = case.held.form
    own = (form.cluster,) if form.asked_of(form.cluster) else ()
    key = key_indicator(form)
    return tuple(_unit(case, unit, findings, questions, key) for unit in (*own, *form.units))


def draw_strays(case: Case) -> tuple[FilePicture, ...]:
    """Return the files that are nobody's and about which nothing is asked, with the reason."""
    units = {each.receipt.digest: each.unit for each in case.checked.received.units_of_files}
    asked = {question.where.file for question in case.checked.checks.questions}
    return tuple(
        _file(case, taken, frozenset())
        for taken in reversed(case.held.taken_in)
        if units.get(taken.receipt.digest) is None and taken.receipt.name not in asked
    )


def _unit(
    case: Case,
    unit: Unit,
    findings: Sequence[FindingPicture],
    questions: Sequence[QuestionPicture],
    key: Indicator | None,
) -> UnitPicture:
    files = tuple(_find_files(case, unit.id))
    its_findings = [each for each in findings if each.unit == unit.id]
    its_questions = [each for each in questions if each.unit == unit.id]
    to_see = sum(not each.is_settled and each.level in (Mark.ERROR, Mark.WARNING) for each in its_findings)
    status = _status(case, unit.id, its_findings, len(its_questions))
    return UnitPicture(unit.id, unit.short_name, files, _key(case, unit, key), status, to_see, unit.id == CLUSTER)


def _find_files(case: Case, unit: UnitId) -> Iterator[FilePicture]:
    units = {each.receipt.digest: each.unit for each in case.checked.received.units_of_files}
    submission = case.checked.merged.submission(unit)
    used = frozenset({submission.receipt.digest}) if submission else frozenset[Digest]()
    for taken in reversed(case.held.taken_in):
        if units.get(taken.receipt.digest) == unit:
            yield _file(case, taken, used)


def _file(case: Case, taken: TakenIn, used: frozenset[Digest]) -> FilePicture:
    receipt = taken.receipt
    is_used = receipt.digest in used
    day = case.held.settled.day_of(receipt.digest) or receipt.day
    return FilePicture(
        receipt.digest,
        receipt.name,
        moment(taken.revision.at),
        day,
        is_used,
        _note(case, taken, is_used=is_used),
        _is_put_away(case, taken),
    )


def _is_put_away(case: Case, taken: TakenIn) -> bool:
    is_left_out = any(
        isinstance(each, FileLeftOut) and each.where.file == taken.receipt.name for each in case.checked.checks.findings
    )
    return is_left_out or case.held.settled.reason_aside(taken.receipt.digest) is not None


def _note(case: Case, taken: TakenIn, *, is_used: bool) -> str:
    if is_used:
        return f"nhập thay, từ {taken.source}" if taken.source else ""
    for finding in case.checked.checks.findings:
        if (
            isinstance(finding, FileRefused | NotOurForm | FileSetAside | FileLeftOut)
            and finding.where.file == taken.receipt.name
        ):
            return sentence(finding_matter(case.held.form, finding))
    return _OLDER


def _key(case: Case, unit: Unit, indicator: Indicator | None) -> str:
    submission = case.checked.merged.submission(unit.id)
    if indicator is None or submission is None or unit.id == CLUSTER:
        return ""
    reading = submission.reading(indicator.code)
    return written_value(reading.value, indicator) if reading else ""


def _given_back(case: Case, unit: UnitId) -> str:
    """Return since when another file of a unit is awaited; empty once it is in, or where none was given back."""
    submission = case.checked.merged.submission(unit)
    standing = case.held.settled.sending_back(submission.receipt.digest) if submission else None
    return f"Đã trả lại {standing.at:%d/%m}, chờ bản sửa" if standing else ""


def _status(case: Case, unit: UnitId, findings: Iterable[FindingPicture], asked: int) -> Status:
    """Return the gravest that can be said of a unit's return."""
    merged = case.checked.merged
    if merged.reason_left_out(unit) is not None:
        return Status(Mark.LEFT_OUT, "Không tính vào kỳ này")
    if merged.submission(unit) is None:
        return Status(Mark.ASKED, "Chờ trả lời") if asked else Status(Mark.WAITING, "Chưa nhận")
    counts = Counter(each.mark for each in findings)
    errors, warnings, accepted = counts[Mark.ERROR], counts[Mark.WARNING], counts[Mark.ACCEPTED]
    if (errors or warnings) and (back := _given_back(case, unit)):
        return Status(Mark.RETURNED, back)
    if errors:
        return Status(Mark.ERROR, f"{errors} lỗi, {warnings} điều cần xem" if warnings else f"{errors} lỗi")
    if asked:
        return Status(Mark.ASKED, f"{asked} điều cần trả lời")
    if warnings:
        return Status(Mark.WARNING, f"{warnings} điều cần xem")
    return Status(Mark.ACCEPTED, f"Đạt, đã chấp nhận {accepted} điều") if accepted else Status(Mark.GOOD, "Đạt")
