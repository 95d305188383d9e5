"""This module holds the names that an expression of a form may use."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.unit import UnitId


@dataclass(frozen=True, slots=True)
class Known:
    """The indicators of a form, code to label, and the ids of its units; the cluster's own id is always known.

    ``columns`` are those of each list, by the list's code: code to label. ``kinds`` are the kinds of units, as the form
    spells them; None where it is not known which there are."""

    indicators: Mapping[IndicatorCode, str]
    units: frozenset[UnitId]
    columns: Mapping[SheetCode, Mapping[ColumnCode, str]] = field(default_factory=dict)
    kinds: tuple[str, ...] | None = ()
