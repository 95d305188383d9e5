"""Whether a workbook is a return of a form at all. This module holds the count of its rows that are the form's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccbdesk.engine.submissions.matching import Match
from ccbdesk.model.form import Adding, Form, Indicator, Preparer


@dataclass(frozen=True, slots=True)
class Belonging:
    """How much of a workbook is the form's: rows with a name, those of them the form knows, and who prepares them.

    ``indicators`` counts what these are, each once; ``expected`` all the form has for whoever prepares such sheets."""

    named: int
    known: int
    indicators: int
    expected: int
    preparers: frozenset[Preparer]

    @property
    def is_likely(self) -> bool:
        """Whether, without a stamp, the workbook is to be taken for a return of the form: half of either is known."""
        return self.known > 0 and (2 * self.known >= self.named or 2 * self.indicators >= self.expected)


def belonging_of(form: Form, matches: Iterable[Match]) -> Belonging:
    """Return how much of what was matched belongs to the form."""
    named = tuple(match for match in matches if match.row.code or match.row.label)
    known = tuple(match for match in named if match.candidates)
    indicators = {match.candidates[0].code for match in known}
    preparers = frozenset(preparer for match in known for preparer in _find_preparers(form, match))
    lines = (indicator for indicator in form.indicators if not indicator.is_of_list)
    expected = sum(1 for indicator in lines if _preparer(form, indicator) in preparers)
    return Belonging(len(named), len(known), len(indicators), expected, preparers)


def _find_preparers(form: Form, match: Match) -> Iterator[Preparer]:
    """A row that may be on the sheets of either says nothing about who prepared it."""
    preparers = {_preparer(form, indicator) for indicator in match.candidates}
    is_of_either = any(indicator.adding is Adding.GIVEN for indicator in match.candidates)
    if len(preparers) == 1 and not is_of_either:
        yield from preparers


def _preparer(form: Form, indicator: Indicator) -> Preparer:
    return form.sheet(indicator.sheet).preparer
