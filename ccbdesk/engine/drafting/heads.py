"""What stands at the head and the foot of a report beside figures: number, place, day, signer.

This module holds which words of the cluster's own return these are: the form says it by its sentences."""

from ccbdesk.engine.drafting.pieces import find_slots
from ccbdesk.engine.expressions.reading import references
from ccbdesk.model.form import Document, Form, Indicator, Kind, Style

_STYLES = (Style.NUMBER, Style.PLACE_AND_DATE, Style.CAPACITY, Style.SIGNER)
_KINDS = (Kind.TEXT, Kind.DAY)


def head_of(form: Form) -> tuple[Indicator, ...]:
    """Return the words and days of the cluster's own return that stand in the head and beneath the report.

    They come in the order in which the report shows them; each once."""
    found: dict[Indicator, None] = {}
    for sentence in form.sentences:
        if sentence.document is Document.REPORT and sentence.style in _STYLES:
            for slot in find_slots(sentence.pieces):
                for reference in references(slot.expression):
                    indicator = form.indicator(reference.indicator)
                    if indicator.kind in _KINDS and form.is_own(indicator):
                        found[indicator] = None
    return tuple(found)
