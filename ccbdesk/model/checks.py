"""What checking gave. This module holds findings, open questions and outcomes, with what was decided of them."""

from dataclasses import dataclass

from ccbdesk.model.finding import Finding
from ccbdesk.model.outcome import Outcome
from ccbdesk.model.question import Question
from ccbdesk.model.settled import FindingState, Handled


@dataclass(frozen=True, slots=True)
class Checks:
    """Everything that checking gave: findings, questions not answered, and the outcomes of rules.

    ``handled`` are the findings of which something was decided."""

    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    handled: tuple[Handled, ...] = ()

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The findings that were accepted on the very values they stand on."""
        return tuple(each.finding for each in self.handled if each.state is FindingState.ACCEPTED)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that were not accepted, in their order."""
        accepted = self.accepted
        return tuple(finding for finding in self.findings if finding not in accepted)
