"""This module holds the names that an expression of a form may use."""

from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Known:
    """The indicators of a form, code to label, and the ids of its units; the cluster's own id is always known."""

    indicators: Mapping[IndicatorCode, str]
    units: frozenset[UnitId]
