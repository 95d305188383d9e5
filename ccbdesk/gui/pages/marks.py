"""From the service's marks to the tones that widgets draw. This module holds the one table of both."""

from ccbdesk.gui.widgets.status import Status, Tone
from ccbdesk.service import pictures
from ccbdesk.service.pictures import Mark

TONES = {
    Mark.GOOD: Tone.GOOD,
    Mark.ACCEPTED: Tone.ACCEPTED,
    Mark.ERROR: Tone.ERROR,
    Mark.WARNING: Tone.WARNING,
    Mark.NOTE: Tone.NOTE,
    Mark.ASKED: Tone.QUESTION,
    Mark.WAITING: Tone.WAITING,
    Mark.RETURNED: Tone.RETURNED,
    Mark.LEFT_OUT: Tone.NOT_APPLICABLE,
}


def shown(status: pictures.Status) -> Status:
    """Return a status as widgets show it."""
    return Status(TONES[status.mark], status.words)
