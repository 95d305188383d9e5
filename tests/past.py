"""What is kept of earlier periods, drawn as tables. This module holds how they are drawn."""

from decimal import Decimal

from ccbdesk.model.history import EarlierPeriod, KeptFigure, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Value

_WORDS = {"khoảng": Exactness.ABOUT, "trên": Exactness.OVER}


def kept(period: str, table: str, stage: Stage = Stage.OFFICIAL) -> EarlierPeriod:
    """Return the figures of a period: a row a figure, a column a unit; ``a~ke_hoach`` is the plan of ``a``."""
    heads, *rows = (
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()
    )
    figures = tuple(
        KeptFigure(UnitId(unit), IndicatorCode(row[0].split("~")[0]), _value(row[column]), "~" in row[0])
        for row in rows
        for column, unit in enumerate(heads)
        if column > 0 and row[column]
    )
    return EarlierPeriod(PeriodCode(period), figures, stage, f"Sổ {period}.xlsx")


def _value(text: str) -> Value:
    if text in ("x", "-"):
        return NotApplicable() if text == "x" else Blank()
    word, _, amount = text.rpartition(" ")
    return Number(Decimal(amount), _WORDS.get(word, Exactness.EXACT))
