"""Changes in Vietnamese. This module holds how a figure is said to have risen, fallen or stayed the same."""

from decimal import Decimal
from fractions import Fraction

from ccbdesk.model.expression import When
from ccbdesk.model.form import Indicator, Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Exactness, Number, Ratio, combined
from ccbdesk.vietnamese.numbers.writing import written

_STATES = {When.LAST_YEAR: "cùng kỳ", When.PREVIOUS: "kỳ trước", When.YEAR_START: "đầu năm"}
_POINTS = "điểm phần trăm"
_ONE_PLACE = ("1",)


def change_words(value: Number | Ratio, base: Number | Ratio, indicator: Indicator, when: When) -> str:
    """Return “tăng 12,5% so với cùng kỳ”, “giảm …” or “bằng cùng kỳ”.

    A percentage changes by points. From zero there is no percentage, so the difference itself is said."""
    now, then = _fraction(value), _fraction(base)
    if now == then:
        return f"bằng {_STATES[when]}"
    exactness = combined((value.exactness, base.exactness))
    about = "khoảng " if exactness is not Exactness.EXACT else ""
    return f"{'tăng' if now > then else 'giảm'} {about}{_extent(now, then, indicator)} so với {_STATES[when]}"


def _extent(now: Fraction, then: Fraction, indicator: Indicator) -> str:
    if indicator.kind is Kind.PERCENT:
        return f"{written(_ratio(abs(now - then)), (Way('so', _ONE_PLACE),), Kind.DECIMAL, '')} {_POINTS}"
    if then <= 0:
        ways = () if indicator.kind is Kind.MONEY else (Way("don_vi"),)
        return written(_ratio(abs(now - then)), ways, indicator.kind, indicator.measure)
    return written(_ratio(abs(now - then) * 100 / then), (Way("phan_tram", _ONE_PLACE),), Kind.PERCENT, "")


def _ratio(amount: Fraction) -> Ratio:
    return Ratio(Decimal(amount.numerator), Decimal(amount.denominator))


def _fraction(value: Number | Ratio) -> Fraction:
    match value:
        case Number(amount):
            return Fraction(amount)
        case Ratio(numerator, denominator):
            return Fraction(numerator) / Fraction(denominator)
