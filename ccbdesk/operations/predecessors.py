"""Predecessors proposed. This module holds the move from a form to what the table of provinces says of its members."""

from ccbdesk import resources
from ccbdesk.engine.history.provinces import Proposed, propose_predecessors, read_provinces
from ccbdesk.model.form import Form


def proposed_predecessors(form: Form) -> tuple[Proposed, ...]:
    """Return which members are merged provinces that do not say so yet, with their predecessors."""
    return propose_predecessors(form, read_provinces(resources.provinces().read_text("utf-8")))
