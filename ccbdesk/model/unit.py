"""The associations of a cluster. This module holds the member unit and the id of the cluster itself."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

UnitId = NewType("UnitId", str)
"""A unit's own id, ASCII, at most 12 characters; never a province code, for those were used twice."""

CLUSTER = UnitId("cum")
"""The cluster as a whole: the scope of a total, and the unit whose return is the period sheet."""

NO_UNIT = UnitId("")
"""Stands for nobody, where a finding is about a file and it is not said whose."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A member association, or the cluster itself."""

    id: UnitId
    name: str
    short_name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    order: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    predecessors: tuple[str, ...] = ()
