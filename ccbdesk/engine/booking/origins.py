"""The rows of the sheet Nguồn số liệu. This module holds which figures have one, and where the cluster's own stand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ccbdesk.engine.booking.heads import TABLE_ROW
from ccbdesk.model.consolidation import Consolidation, Part, PartState
from ccbdesk.model.form import Indicator
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER
from ccbdesk.vietnamese.vocabulary import books

VALUE_COLUMN = 5
"""The column of the values on the sheet of sources."""


def find_origins(merged: Consolidation) -> Iterator[tuple[Indicator, Part]]:
    """Yield the units' figures in the order of their rows; a plan is an indicator of its own behind the figure."""
    for total in merged.totals:
        for part in total.parts:
            if part.reading is not None or part.state is not PartState.NOT_APPLICABLE:
                yield total.indicator, part
        plan = replace(
            total.indicator,
            code=IndicatorCode(f"{total.indicator.code}{books.PLAN_SUFFIX}"),
            label=f"{total.indicator.label} – {books.PLAN.lower()}",
        )
        yield from ((plan, part) for part in total.plan_parts if part.reading is not None)


def own_values(merged: Consolidation) -> Mapping[str, str]:
    """Return where what the cluster's office has given stands as it was read, by code, as formulas refer to it."""
    return {
        indicator.code: f"'{books.SOURCES}'!${column_letters(VALUE_COLUMN)}${row}"
        for row, (indicator, part) in enumerate(find_origins(merged), start=TABLE_ROW + 1)
        if part.unit == CLUSTER
    }
