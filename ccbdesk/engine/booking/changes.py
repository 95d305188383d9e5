"""The year before beside the total. This module holds its figure, and the live change and percentage."""

from decimal import Context, Decimal

from ccbdesk.engine.booking.layout import Layout
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.engine.expressions.reading import plain_number
from ccbdesk.model.book import BookCell, FormulaCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Kind
from ccbdesk.model.value import NotApplicable, Number, Ratio, Value
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.figures import qualifier

_PRECISE = Context(prec=34)


def earlier_operand(merged: Consolidation, layout: Layout, reference: Reference) -> str:
    """Return how a formula takes a figure of another period: from its cell, or as the number where it has none."""
    if reference.when is When.LAST_YEAR and reference.unit in (None, merged.form.cluster.id) and layout.has_history:
        return layout.last_year_cell(reference.indicator)
    value = figure(merged, reference)
    if isinstance(value, NotApplicable):
        return "0"
    return f"({plain_number(value.amount)})" if isinstance(value, Number | Ratio) else "NA()"


def change_cells(merged: Consolidation, layout: Layout, total: Total, decimals: int) -> tuple[BookCell, ...]:
    """Return three cells: the cluster's figure a year before, by how much it has changed, and that in percent.

    A figure is compared as soon as it is kept, whether or not all returns are in. A percentage has no percentage."""
    code = total.indicator.code
    base = figure(merged, Reference(code, None, When.LAST_YEAR))
    if not isinstance(base, Number | Ratio):
        words = books.NOT_APPLICABLE if isinstance(base, NotApplicable) else books.NOTHING
        return TextCell(words, Look.CENTRED), TextCell("", Look.TEXT), TextCell("", Look.TEXT)
    now, then = layout.cell(code), layout.last_year_cell(code)
    look = Look.FIGURE if total.coverage.is_complete else Look.GAP
    change = f'IFERROR({now}-{then},"{books.NOTHING}")'
    share = f'IFERROR(IF({then}>0,({now}-{then})/{then}*100,"{books.NOTHING}"),"{books.NOTHING}")'
    return (
        NumberCell(base.amount, Look.FIGURE, decimals, qualifier(base.exactness)),
        FormulaCell(change, _changed(total.value, base), look, decimals),
        TextCell("", Look.TEXT)
        if total.indicator.kind is Kind.PERCENT
        else FormulaCell(share, _share(total.value, base), look, 1),
    )


def _changed(value: Value, base: Number | Ratio) -> Decimal | str:
    return _PRECISE.subtract(value.amount, base.amount) if isinstance(value, Number | Ratio) else books.NOTHING


def _share(value: Value, base: Number | Ratio) -> Decimal | str:
    if not isinstance(value, Number | Ratio) or base.amount <= 0:
        return books.NOTHING
    return _PRECISE.divide(_PRECISE.subtract(value.amount, base.amount) * 100, base.amount)
