"""The small office at work. This module holds what comes of its files with what it decided, for the tests."""

import office
from deciding import FORM, settled

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.decision import Act
from ccbdesk.operations.check import Checked, decide


def checked(*arrivals: Arrival, acts: tuple[Act, ...] = ()) -> Checked:
    """Return what comes of the files with what was decided."""
    return decide(FORM, office.PERIOD, arrivals, settled(*acts))
