"""Quantities in words. This module holds the tests of what becomes of “hàng trăm ngày công” in totals and papers."""

from collections.abc import Mapping
from decimal import Decimal

import office
import pytest
import whole_office
from report_drawing import marked
from whole_office import figure, report_of, sources, summary

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.model.grid import Content
from ccbdesk.operations.check import Checked

FORM = office.form(
    """
    | Mã       | Biểu  | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng |
    | cong     | bieu  | Ngày công   | ngày công   | số nguyên    |           |
    | quy      | bieu  | Quỹ         | triệu đồng  | tiền         | Cụm ghi   |
    | du       | phieu | Dự hội nghị | người       | số nguyên    |           |
    """,
    sentences="""
    | | Đoạn văn | Góp {cong} ngày công làm đường. | |
    | | Đoạn văn | Nơi góp: [mỗi đơn vị: {ten} {cong} ngày công]. | |
    | | Đoạn văn | Quỹ có {quy}, {du} người dự. | |
    """,
)
VAGUE = "hàng trăm ngày công"
OWN: Mapping[str, Content] = {"quy": "hàng chục triệu đồng", "du": "gần trăm"}


def checked(*typed: Content, own: Mapping[str, Content] = OWN) -> Checked:
    """Return what comes of the ngày công typed by the units, and of the period sheet."""
    units = ("u1", "u2", "u3")
    returns = {unit: {"cong": content, "quy": "-"} for unit, content in zip(units, typed, strict=True)}
    return whole_office.checked(FORM, {**returns, "cum": own})


def told(done: Checked, code: str = "cong", unit: str | None = None) -> tuple[object, object, object]:
    """Return value, text and number of units of a figure of the answer."""
    found = figure(done, code, unit)
    coverage = found["coverage"] and (found["coverage"]["counted"], found["coverage"]["missing"])
    return found["value"], found["text"], coverage


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        ((VAGUE, "Hàng trăm", "hàng trăm"), (None, "hàng trăm", (3, []))),
        ((VAGUE, Decimal(0), "x"), (None, "hàng trăm", (2, []))),
        ((VAGUE, VAGUE, ""), (None, "hàng trăm", (2, ["u3"]))),
        ((VAGUE, Decimal(40), Decimal(2)), ("42", "42", (2, ["u1"]))),
        ((VAGUE, "hàng nghìn", Decimal(2)), ("2", "2", (1, ["u1", "u2"]))),
        ((VAGUE, "hàng nghìn", Decimal(0)), (None, "chưa có số", (1, ["u1", "u2"]))),
        ((VAGUE, "hàng nghìn", VAGUE), (None, "chưa có số", (0, ["u1", "u2", "u3"]))),
    ],
)
def test_words_are_the_total_where_nobody_says_otherwise_and_never_a_silent_zero(
    typed: tuple[Content, ...], total: tuple[object, ...]
) -> None:
    done = checked(*typed)

    assert told(done) == total
    assert told(done, unit="u1") == (None, "hàng trăm", None)
    assert "F08" in [found.code for found in done.checks.findings]


def test_the_report_prints_the_words_as_the_figures_phrase() -> None:
    assert marked(report_of(checked(VAGUE, VAGUE, "x"))) == [
        "Góp ⟦hàng trăm⟧ ngày công làm đường.",
        "Nơi góp: Một ⟦hàng trăm⟧ ngày công; Hai ⟦hàng trăm⟧ ngày công.",
        "Quỹ có ⟦hàng chục triệu đồng⟧, ⟦gần trăm⟧ người dự.",
    ]


def test_beside_figures_a_vague_unit_is_named_as_missing_and_its_words_are_still_said_where_it_speaks() -> None:
    assert marked(report_of(checked(VAGUE, Decimal(40), Decimal(2))))[:2] == [
        "Góp ⟦?42⟧ ngày công làm đường‹ (mới có 2/3 đơn vị; chưa có số của Một)›.",
        "Nơi góp: Một ⟦hàng trăm⟧ ngày công; Hai ⟦40⟧ ngày công; Ba ⟦2⟧ ngày công.",
    ]


def test_what_the_cluster_says_in_words_is_its_figure() -> None:
    done = checked(VAGUE, VAGUE, "x")

    assert told(done, "quy") == (None, "hàng chục", (1, []))
    assert told(done, "du") == (None, "gần trăm", (1, []))
    assert done.is_complete


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            (VAGUE, VAGUE, Decimal(0)),
            [
                "hàng trăm",
                "hàng trăm",
                Decimal(0),
                "=IF(SUM(E7:G7)=0,E7,SUM(E7:G7)) → hàng trăm",
                '=(COUNT(E7:G7)+COUNTIF(E7:G7,"hàng trăm"))&"/3" → 3/3',
            ],
        ),
        (
            (VAGUE, Decimal(40), Decimal(2)),
            [
                "hàng trăm",
                Decimal(40),
                Decimal(2),
                '=IF(SUM(E7:G7)=0,"……",SUM(E7:G7)) → 42',
                '=COUNT(E7:G7)&"/3" → 2/3',
            ],
        ),
        (
            (VAGUE, "hàng nghìn", Decimal(0)),
            [
                "hàng trăm",
                "hàng nghìn",
                Decimal(0),
                '=IF(SUM(E7:G7)=0,"……",SUM(E7:G7)) → ……',
                '=COUNT(E7:G7)&"/3" → 1/3',
            ],
        ),
    ],
)
def test_the_workbook_shows_the_words_live(typed: tuple[Content, ...], shown: list[object]) -> None:
    done = checked(*typed)

    assert summary(plan_book(done.merged, done.checks), "cong") == shown


def test_the_words_of_the_cluster_lead_to_where_they_were_read() -> None:
    done = checked(VAGUE, VAGUE, "x")
    book = plan_book(done.merged, done.checks)
    own = sources(book, "quy")[-1]

    assert own[:3] == ("cum", "hàng chục", "ghi bằng chữ")
    assert summary(book, "quy")[3] == f"='Nguồn số liệu'!${own[3]} → hàng chục"
