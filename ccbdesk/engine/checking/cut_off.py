"""The day on which figures were closed. This module holds the comparison of every return's day with the cluster's."""

from collections.abc import Iterable, Iterator
from datetime import date

from ccbdesk.model.finding import CutOffDiffers, Where
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.numbers.writing import day_in_figures


def find_other_cut_offs(submissions: Iterable[Submission], moved_to: date | None = None) -> Iterator[CutOffDiffers]:
    """Yield the members whose return was closed on another day than the cluster's period sheet says.

    ``moved_to`` is the day to which the office has moved the cut-off; it counts before the one on the sheet.

    Nothing is compared where either of them does not say a day."""
    received = tuple(submissions)
    expected = moved_to or next((each.cut_off for each in received if each.unit == CLUSTER), None)
    for submission in received:
        if submission.unit != CLUSTER and expected and submission.cut_off and submission.cut_off != expected:
            yield CutOffDiffers(_where(submission, submission.cut_off), day_in_figures(expected))


def _where(submission: Submission, day: date) -> Where:
    return Where(submission.receipt.name, submission.unit, seen=day_in_figures(day))
