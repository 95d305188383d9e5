"""Findings as the window shows them. This module holds their pictures, with what was decided and what stood before."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccbdesk.engine.settling.naming import finding_ids
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.finding import Finding, RuleFailed
from ccbdesk.model.form import Level
from ccbdesk.model.origin import CellOrigin, Digest, IndicatorCode, cell_of
from ccbdesk.model.settled import FindingState, handling_of
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.names import sentence
from ccbdesk.service.drawing.past import past_of
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.desk import FindingPicture
from ccbdesk.wording.findings import finding_matter
from ccbdesk.wording.handling import handling_words
from ccbdesk.wording.places import unit_name
from ccbdesk.wording.titles import finding_title

LEVELS = {Level.ERROR: Mark.ERROR, Level.WARNING: Mark.WARNING, Level.NOTE: Mark.NOTE}
"""What stands before a finding that nobody has settled."""

_SPEAKS_OF_THE_CELL = ("ghi ", "là ", "có ")


def draw_findings(case: Case) -> tuple[FindingPicture, ...]:
    """Return the pictures of all findings, unit by unit in the form's order, the gravest of a unit first."""
    findings = case.checked.checks.findings
    drawing = _Drawing(case, {taken.receipt.name: taken.receipt.digest for taken in case.held.taken_in})
    drawn = [drawing.finding(id, found) for id, found in zip(finding_ids(findings), findings, strict=True)]
    units = [None, CLUSTER, *(unit.id for unit in case.held.form.units)]
    return tuple(sorted(drawn, key=lambda each: units.index(each.unit)))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every finding is drawn with: the period as it stands, and the files by name."""

    case: Case
    digests: dict[str, Digest]

    def finding(self, id: str, finding: Finding) -> FindingPicture:
        form, where = self.case.held.form, finding.where
        handled = handling_of(finding, self.case.checked.checks.handled)
        is_settled = handled is not None and handled.state is FindingState.ACCEPTED
        submission = self._submission(where.unit)
        return FindingPicture(
            id,
            where.unit,
            unit_name(form, where.unit) if where.unit else "",
            LEVELS[finding.level],
            finding_title(finding),
            self._sentence(finding),
            self._place(finding),
            self._file(finding, submission),
            where.sheet,
            where.cell,
            tuple(self._find_related(finding, submission)),
            self._correctable(finding),
            form.indicator(where.indicator).label if where.indicator else "",
            where.seen,
            is_settled,
            handling_words(form, handled) if handled else "",
            self._can_be_accepted(finding, is_settled=is_settled),
            past_of(self.case.checked.merged, where.unit, where.indicator) if where.unit and where.indicator else (),
        )

    def _submission(self, unit: UnitId | None) -> Submission | None:
        return self.case.checked.merged.submission(unit) if unit else None

    def _sentence(self, finding: Finding) -> str:
        """Return what is wrong; what is said of a cell begins with the cell."""
        matter, cell = finding_matter(self.case.held.form, finding), finding.where.cell
        return sentence(f"Ô {cell} {matter}" if cell and matter.startswith(_SPEAKS_OF_THE_CELL) else matter)

    def _place(self, finding: Finding) -> str:
        where = finding.where
        spots = (where.sheet and f"Trang {where.sheet}", where.cell and f"ô {where.cell}")
        return ", ".join(part for part in spots if part) or where.file

    def _file(self, finding: Finding, submission: Submission | None) -> Digest | None:
        if finding.where.file in self.digests:
            return self.digests[finding.where.file]
        return submission.receipt.digest if submission and submission.receipt.is_file else None

    def _correctable(self, finding: Finding) -> IndicatorCode | None:
        """Return the figure that can be put right by hand; one worked out from others, or from a list, cannot."""
        code, held = finding.where.indicator, self.case.held
        if code is None or finding.where.unit is None or held.settled.closed:
            return None
        indicator = held.form.indicator(code)
        return None if indicator.is_computed or indicator.is_of_list else code

    def _can_be_accepted(self, finding: Finding, *, is_settled: bool) -> bool:
        is_open = not is_settled and not self.case.held.settled.closed
        return is_open and finding.level is not Level.ERROR and finding.where.unit is not None

    def _find_related(self, finding: Finding, submission: Submission | None) -> Iterator[str]:
        """Yield the cells of the same sheet whose figures a failed rule stands on, each once."""
        if not isinstance(finding, RuleFailed) or submission is None:
            return
        seen = {finding.where.cell}
        for reference, _ in finding.values:
            cell = _cell(submission, reference)
            if cell and cell.sheet == finding.where.sheet and cell.cell not in seen:
                seen.add(cell.cell)
                yield cell.cell


def _cell(submission: Submission, reference: Reference) -> CellOrigin | None:
    if reference.when not in (When.NOW, When.PLAN):
        return None
    is_plan = reference.when is When.PLAN
    found = submission.plan(reference.indicator) if is_plan else submission.reading(reference.indicator)
    return cell_of(found.origin) if found else None
