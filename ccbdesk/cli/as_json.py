"""The answer of ``--json``. This module holds its shape: ids, codes, exact decimals, and the Vietnamese sentences."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation, Coverage, Part, PartState, Total
from ccbdesk.model.decision import Accepted
from ccbdesk.model.expression import When
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form
from ccbdesk.model.origin import Reading
from ccbdesk.model.question import Question
from ccbdesk.model.settled import FindingState, Handled, Standing, handling_of
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Day, Exactness, Number, Ratio, Value
from ccbdesk.operations.check import Checked
from ccbdesk.operations.merge import Merged
from ccbdesk.wording.corrections import difference
from ccbdesk.wording.figures import reported_as, written_value
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.histories import history_notes
from ccbdesk.wording.questions import question_sentence

Json = dict[str, object]

_SIGNIFICANT = 15


def dumped(checked: Checked, merged: Merged | None = None) -> str:
    """Return the answer as text; ``merged`` says where workbook and report were written."""
    workbook, report = (merged.workbook_path, merged.report_path) if merged else (None, None)
    return json.dumps(as_json(checked, workbook, report), ensure_ascii=False, indent=1)


def as_json(checked: Checked, workbook: Path | None = None, report: Path | None = None) -> Json:
    """Return the whole answer; ``outputs`` is empty where nothing was written."""
    merged = checked.merged
    outputs = {"workbook": str(workbook), "report": str(report)} if workbook and report else {}
    return {
        "form": merged.form.id,
        "period": merged.period.code,
        "units": [_unit(checked, id, name) for id, name in _members(merged)],
        "absent": list(merged.absent),
        "left_out": [{"unit": each.unit, "reason": each.reason} for each in merged.left_out],
        "findings": list(_findings(merged.form, checked.checks)),
        "questions": [_question(merged.form, question) for question in checked.checks.questions],
        "figures": list(_figures(merged)),
        "outputs": outputs,
        "earlier": list(history_notes(merged)),
        "last_year": list(_last_year(merged)),
    }


def _last_year(merged: Consolidation) -> Iterator[Json]:
    """Yield what every figure is compared with as its same period a year before, or why there is nothing."""
    for reference, base in merged.bases.found:
        if reference.when is When.LAST_YEAR:
            yield {
                "indicator": reference.indicator,
                "unit": reference.unit,
                "value": _decimal(base.value),
                "period": base.period,
                "stage": base.stage.value,
                "merged": list(base.merged),
                "why_not": base.why_not.value if base.why_not else None,
            }


def _members(merged: Consolidation) -> Iterator[tuple[str, str]]:
    for unit in merged.form.units:
        yield unit.id, unit.name


def _unit(checked: Checked, id: str, name: str) -> Json:
    is_in = any(submission.unit == id for submission in checked.merged.submissions)
    is_asked = any(question.where.unit == id for question in checked.checks.questions)
    is_out = checked.merged.reason_left_out(UnitId(id)) is not None
    state = "left_out" if is_out else "asked" if is_asked else "received" if is_in else "absent"
    return {"id": id, "name": name, "state": state}


def _findings(form: Form, checks: Checks) -> Iterator[Json]:
    for id, finding in zip(finding_ids(checks.findings), checks.findings, strict=True):
        yield {"id": id} | _finding(form, finding, checks.handled)


def _finding(form: Form, finding: Finding, handled: Iterable[Handled]) -> Json:
    where, decided = finding.where, handling_of(finding, handled)
    return {
        "level": finding.level.value,
        "code": finding.code,
        "unit": where.unit,
        "file": where.file,
        "sheet": where.sheet,
        "cell": where.cell,
        "indicator": where.indicator,
        "seen": where.seen,
        "message": finding_sentence(form, finding),
        "state": (decided.state if decided else FindingState.OPEN).value,
        "accepted": _acceptance(decided.acceptance) if decided and decided.acceptance else None,
        "earlier": [_acceptance(each) for each in decided.earlier] if decided else [],
    }


def _acceptance(standing: Standing[Accepted]) -> Json:
    return {
        "period": standing.period,
        "who": standing.who,
        "at": standing.at.isoformat(),
        "reason": standing.act.reason,
        "values": dict(standing.act.values),
    }


def _question(form: Form, question: Question) -> Json:
    where = question.where
    return {
        "id": question.id,
        "unit": where.unit,
        "file": where.file,
        "sheet": where.sheet,
        "cell": where.cell,
        "seen": where.seen,
        "choices": list(question.choices),
        "message": question_sentence(form, question),
    }


def _figures(merged: Consolidation) -> Iterator[Json]:
    for total in merged.totals:
        yield _figure(total, None, total.value, _coverage(total.coverage)) | {"corrected": None}
        for part in total.parts:
            if part.unit != merged.form.cluster.id:
                yield _figure(total, part.unit, _part_value(part), None) | {"corrected": _correction(part.reading)}


def _correction(reading: Reading | None) -> Json | None:
    """Return what was received in place of a figure that was put right or entered by hand, and on whose word."""
    correction = reading.correction if reading else None
    if reading is None or correction is None:
        return None
    amount = difference(reading)
    return {
        "received": reading.received_as if correction.received else None,
        "typed": reading.as_typed,
        "difference": None if amount is None else format(amount.normalize(), "f"),
        "source": correction.source,
        "evidence": correction.evidence,
        "decision": correction.decision,
    }


def _part_value(part: Part) -> Value | None:
    return part.reading.value if part.reading and part.state is not PartState.BLOCKED else None


def _figure(total: Total, unit: str | None, value: Value | None, coverage: Json | None) -> Json:
    exactness = value.exactness if isinstance(value, Number | Ratio) else Exactness.EXACT
    return {
        "indicator": total.indicator.code,
        "unit": unit,
        "value": _decimal(value),
        "text": "" if value is None else written_value(value, total.indicator),
        "exactness": reported_as(exactness),
        "measure": total.indicator.measure,
        "coverage": coverage,
    }


def _decimal(value: Value | None) -> str | None:
    match value:
        case Number(amount):
            return format(amount.normalize(), "f")
        case Ratio():
            return format(_rounded(value.amount), "f")
        case Day(day):
            return day.isoformat()
        case _:
            return None


def _rounded(amount: Decimal) -> Decimal:
    """Return a quotient at 15 significant digits, as Excel keeps it."""
    return Decimal(f"{amount:.{_SIGNIFICANT}g}").normalize()


def _coverage(coverage: Coverage) -> Json:
    return {"counted": coverage.counted, "expected": coverage.expected, "missing": list(coverage.missing)}
