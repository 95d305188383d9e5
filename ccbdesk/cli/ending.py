"""How a command ends, and days as they are typed. This module holds the exit statuses and both small readings."""

from datetime import date

from ccbdesk.model.trouble import NoSuchDay, TroubleError
from ccbdesk.operations.check import Checked

DONE, SOMETHING_MISSING = 0, 1


def status_of(checked: Checked) -> int:
    """Return whether all is there, or something is missing, wrong or unanswered."""
    return DONE if checked.is_complete else SOMETHING_MISSING


def day_of(text: str, otherwise: date | None) -> date:
    """Return the day that was typed; ``otherwise`` where none was. TroubleError(NoSuchDay) where it is no day."""
    if not text and otherwise is not None:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise TroubleError(NoSuchDay(text)) from error
