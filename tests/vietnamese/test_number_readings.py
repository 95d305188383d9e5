"""The table of figures as people type them, each with what must come of it."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from ccbdesk.model.form import Kind
from ccbdesk.model.value import Blank, Number
from ccbdesk.vietnamese.numbers.reading import (
    Doubtful,
    Heard,
    NotUnderstood,
    Understood,
    Vague,
    read_figure,
)

KINDS = {"money": Kind.MONEY, "int": Kind.INTEGER, "decimal": Kind.DECIMAL, "percent": Kind.PERCENT}
MEASURES = {
    "trieu": ("triệu đồng", Decimal(10**6)),
    "km": ("km", Decimal(1000)),
    "m2": ("m²", Decimal(1)),
    "%": ("%", Decimal(1)),
    "ngay_cong": ("ngày công", Decimal(1)),
    "nguoi": ("người", Decimal(1)),
    "co_so": ("cơ sở", Decimal(1)),
    "luot": ("lượt", Decimal(1)),
    "cong_trinh": ("công trình", Decimal(1)),
    "mo_hinh": ("mô hình", Decimal(1)),
    "ho": ("hộ", Decimal(1)),
    "": ("", Decimal(1)),
}


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "number_readings.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def resolution_of(heard: Heard) -> tuple[str, Number | None]:
    """Return how the table calls what was heard, and its number or the first one proposed."""
    match heard:
        case Understood(value, remarks):
            if isinstance(value, Number):
                return "note" if remarks else "auto", value
            return "null(missing)" if value == Blank() else "null(not applicable)", None
        case Doubtful(candidates):
            return "ask", candidates[0]
        case Vague():
            return "null(vague; ask)", None
        case NotUnderstood():
            return "error", None


def test_the_table_has_all_its_rows() -> None:
    assert len(rows()) == 66


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['raw']} · {row['indicator_type']}")
def test_a_figure_is_heard_as_the_table_says(row: dict[str, str]) -> None:
    measure, base = MEASURES[row["template_unit"]]

    resolution, number = resolution_of(read_figure(row["raw"], KINDS[row["indicator_type"]], measure))

    wanted = row["resolution"] if row["resolution"].startswith("null") else row["resolution"].split("(")[0]
    stated = row["expected_value_in_base_unit"]
    assert resolution == wanted
    # One row only says that it must be asked, not which of its readings is the likelier.
    assert (number and number.amount * base) == (Decimal(stated) if stated else None) or (wanted, stated) == ("ask", "")
