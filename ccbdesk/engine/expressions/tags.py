"""This module holds the tag of a live figure of the report, which says all that is needed to renew the figure.

::

    tag = "ccb" [ "-giu" ] ":" period "/" expression { "|" way [ ":" argument { "," argument } ] } "#" checksum
"""

import base64
import hashlib

from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.expression import Expression
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.sentence import Way

LONGEST_TAG = 64
"""How many characters Word keeps of a control's tag, and of its title."""

_PREFIX = "ccb:"
_LONGEST_PREFIX = "ccb-giu:"
_LONGEST_PERIOD = 10
_CHECKSUM_LENGTH = 5


def tag_of(period: PeriodCode, expression: Expression, ways: tuple[Way, ...], shown: str) -> str:
    """Return the tag of a figure that shows these words."""
    return tag_around(period, written_slot(expression, ways), shown)


def tag_around(period: PeriodCode, written: str, shown: str) -> str:
    """Return the tag of a figure whose slot is written so (``written_slot``)."""
    return f"{_PREFIX}{period}/{written}#{checksum(shown)}"


def longest_tag(expression: Expression, ways: tuple[Way, ...]) -> int:
    """Return how long a figure's tag can become, whatever the period and whoever settled it by hand."""
    return (
        len(_LONGEST_PREFIX)
        + _LONGEST_PERIOD
        + len("/")
        + len(written_slot(expression, ways))
        + len("#")
        + _CHECKSUM_LENGTH
    )


def written_slot(expression: Expression, ways: tuple[Way, ...]) -> str:
    """Return what stands between the braces of a sentence, in its one plain spelling."""
    return "|".join((canonical(expression), *(_written_way(way) for way in ways)))


def checksum(shown: str) -> str:
    """Return five letters and digits by which it can be told whether what a control shows was typed over."""
    digest = hashlib.sha1(shown.encode(), usedforsecurity=False).digest()
    return base64.b32encode(digest[:_CHECKSUM_LENGTH])[:_CHECKSUM_LENGTH].decode().lower()


def _written_way(way: Way) -> str:
    return ":".join((way.name, ",".join(way.arguments))) if way.arguments else way.name
