"""Provisional reports. This module holds the notice that every page bears while returns are not in."""

from dataclasses import replace

from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.report import Report
from ccbdesk.wording.places import provisional


def as_provisional(report: Report, consolidation: Consolidation) -> Report:
    """Return the report with a notice that names whose returns are not in or left out; as it is where all are in."""
    return replace(report, notice=provisional(consolidation.form, consolidation.absent, consolidation.left_out))
