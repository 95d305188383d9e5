"""How a value becomes a cell. This module holds decimals, qualifiers and the words for what is not a figure."""

from collections.abc import Iterable
from decimal import Decimal

from ccbdesk.model.book import BookCell, FormulaCell, Look, NumberCell, TextCell
from ccbdesk.model.consolidation import Part, PartState, Total
from ccbdesk.model.form import Adding, Indicator
from ccbdesk.model.value import Number, Ratio, Text, Value
from ccbdesk.vietnamese.vocabulary.books import NOT_APPLICABLE, NOTHING
from ccbdesk.wording.figures import qualifier

_MOST_DECIMALS = 3
_NARROWEST = 11.0
_WIDEST = 24.0
_LETTER = 1.15  # a digit of our font, in Excel's characters
_SIGN = 0.6
_EDGES = 1.8

STATES = {
    PartState.COUNTED: "có",
    PartState.GIVEN: "số của Cụm",
    PartState.NOT_APPLICABLE: "không có nhiệm vụ này",
    PartState.ABSENT: "chưa gửi báo cáo",
    PartState.LEFT_OUT: "bỏ ra",
    PartState.BLANK: "chưa có số",
    PartState.VAGUE: "ghi bằng chữ",
    PartState.BLOCKED: "chưa dùng được",
}
"""What a unit's figure does in the total, in the office's words."""


def decimals_of(total: Total) -> int:
    """Return how many places a row shows: what its figures need, at most three; a ratio as the form writes it."""
    if total.indicator.adding is Adding.RATIO:
        return _ratio_decimals(total.indicator)
    values = [part.reading.value for part in (*total.parts, *total.plan_parts) if part.reading]
    return min(_MOST_DECIMALS, max(map(places_of, (*values, total.value))))


def places_of(value: Value) -> int:
    """Return how many decimal places a value has; of a quotient one is shown, of anything else none."""
    match value:
        case Number(amount):
            exponent = amount.normalize().as_tuple().exponent
            return -exponent if isinstance(exponent, int) and exponent < 0 else 0
        case Ratio():
            return 1
        case _:
            return 0


def _ratio_decimals(indicator: Indicator) -> int:
    for way in indicator.ways:
        if way.arguments and way.arguments[-1].isdigit():
            return min(_MOST_DECIMALS, int(way.arguments[-1]))
    return 1


def part_cell(part: Part, decimals: int) -> BookCell:
    """Return the cell of a unit's figure: the figure, “x”, or words that say why there is none."""
    value = part.reading.value if part.reading else None
    match part.state:
        case PartState.COUNTED | PartState.GIVEN if isinstance(value, Number):
            return NumberCell(value.amount, Look.FIGURE, decimals, qualifier(value.exactness))
        case PartState.NOT_APPLICABLE:
            return TextCell(NOT_APPLICABLE, Look.CENTRED)
        case PartState.VAGUE if isinstance(value, Text):
            return TextCell(value.words, Look.GAP)
        case PartState.BLOCKED:
            return TextCell(part.reading.as_typed if part.reading else NOTHING, Look.ERROR)
        case _:
            return TextCell(NOTHING, Look.GAP)


def result_of(value: Value) -> Decimal | str:
    """Return what a live formula shows now: the figure, “x”, or dots."""
    match value:
        case Number() | Ratio():
            return value.amount
        case Text(words):
            return words
        case _:
            return NOTHING


def figure_width(cells: Iterable[BookCell]) -> float:
    """Return how wide a column must be for its figures to be seen whole, qualifiers included."""
    widest = max((_width(cell) for cell in cells), default=0.0)
    return min(_WIDEST, max(_NARROWEST, round(widest, 1)))


def _width(cell: BookCell) -> float:
    match cell:
        case NumberCell(amount, _, decimals, prefix) | FormulaCell(_, Decimal() as amount, _, decimals, prefix):
            written = f"{prefix} {amount:,.{decimals}f}"
            signs = sum(not sign.isalnum() for sign in written)
            return (len(written) - signs) * _LETTER + signs * _SIGN + _EDGES
        case _:
            return 0.0
