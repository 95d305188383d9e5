"""Planning the cluster workbook. This module holds the order of its sheets."""

from ccbdesk.engine.booking.blocks import SummaryDown
from ccbdesk.engine.booking.charts import chart_sheets
from ccbdesk.engine.booking.checks import checks_sheet
from ccbdesk.engine.booking.figures import FigureCells, figure_cells
from ccbdesk.engine.booking.layout import UnitsAcross
from ccbdesk.engine.booking.lists import list_sheets
from ccbdesk.engine.booking.narratives import words_sheets
from ccbdesk.engine.booking.sources import basis_sheet, sources_sheet
from ccbdesk.engine.booking.summary import SummaryAcross
from ccbdesk.engine.booking.units import unit_sheets
from ccbdesk.model.book import Book, BookSheet
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.wording.periods import period_name


def plan_book(merged: Consolidation, checks: Checks) -> Book:
    """Plan the cluster workbook: Tổng hợp and what belongs to it, a sheet for every unit whose return is in, and the
    hidden sheet that says its basis. Biểu đồ, Danh sách and Nội dung are left out where the form has nothing for them.
    """
    figures = figure_cells(merged)
    return Book(
        f"Sổ tổng hợp {merged.form.cluster.short_name} {period_name(merged.period)}",
        (
            _summary_sheet(figures),
            checks_sheet(merged, checks),
            *chart_sheets(figures),
            *list_sheets(merged),
            *words_sheets(merged),
            *unit_sheets(figures, checks),
            sources_sheet(merged, figures.layout),
            basis_sheet(merged),
        ),
    )


def _summary_sheet(figures: FigureCells) -> BookSheet:
    layout = figures.layout
    if isinstance(layout, UnitsAcross):
        return SummaryAcross(layout, figures).sheet()
    return SummaryDown(layout, figures).sheet()
