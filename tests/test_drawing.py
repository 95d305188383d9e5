"""The drawing language of the tests means what it says."""

from datetime import date
from decimal import Decimal

import drawing

from ccbdesk.model.grid import Cell, ErrorShown, Grid, Missing, Workbook


def test_a_drawing_becomes_the_workbook_it_shows() -> None:
    book = drawing.workbook(r"""
        Một
        | Mã  | 12    | -0.5 | 2024-06-30 | TRUE |
        |-----|-------|------|------------|------|
        |
        | =4  | =?    | 98%  | #REF!      | "12" | a\|b

        Hai @ C5
        | -   |       | " y "
    """)

    assert book == Workbook(
        (
            Grid(
                "Một",
                (
                    Cell(1, 1, "Mã"),
                    Cell(1, 2, Decimal(12)),
                    Cell(1, 3, Decimal("-0.5")),
                    Cell(1, 4, date(2024, 6, 30)),
                    Cell(1, 5, True),  # noqa: FBT003 - a cell's content
                    Cell(3, 1, Decimal(4), is_formula=True),
                    Cell(3, 2, Missing(), is_formula=True),
                    Cell(3, 3, Decimal("0.98"), is_percent=True),
                    Cell(3, 4, ErrorShown("#REF!")),
                    Cell(3, 5, "12"),
                    Cell(3, 6, "a|b"),
                ),
            ),
            Grid("Hai", (Cell(5, 3, "-"), Cell(5, 5, " y "))),
        )
    )
