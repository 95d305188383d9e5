"""Planning the cluster workbook. This module holds the order of its sheets."""

from ccbdesk.engine.booking.checks import Checks, checks_sheet
from ccbdesk.engine.booking.layout import lay_out
from ccbdesk.engine.booking.sources import basis_sheet, sources_sheet
from ccbdesk.engine.booking.summary import SummarySheet
from ccbdesk.model.book import Book
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.wording.periods import period_name


def plan_book(merged: Consolidation, checks: Checks) -> Book:
    """Plan the cluster workbook: Tổng hợp, Kiểm tra, Nguồn số liệu, and the hidden sheet that says its basis."""
    layout = lay_out(merged.form)
    title = f"Sổ tổng hợp {merged.form.cluster.short_name} {period_name(merged.period)}"
    return Book(
        title,
        (
            SummarySheet(merged, layout).sheet(),
            checks_sheet(merged, checks),
            sources_sheet(merged, layout),
            basis_sheet(merged),
        ),
    )
