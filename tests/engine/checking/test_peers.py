"""Tests of the rules that compare a unit with the others: the exact median, who is in it, and what cannot be told."""

from dataclasses import replace
from decimal import Decimal

import office
import pytest

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.checking.peers import check_peers
from ccbdesk.model.expression import Expression, Reference
from ccbdesk.model.finding import ErrorInCell, Finding, RuleFailed, Where
from ccbdesk.model.form import Form, Level, Rule, RuleCode, RuleKind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Ratio

FIGURES = """
    | Mã   | Biểu  | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        |
    | tien | bieu  | Tiền        | triệu đồng  | tiền         | Cộng – phát sinh |
    | qua  | bieu  | Quà         | suất        | số nguyên    | Cộng – phát sinh |
    | dich | phieu | Đích        | suất        | số nguyên    | Không cộng       |
"""


def form(subject: str = "tien", against: str | None = "qua", periods: tuple[str, ...] = ()) -> Form:
    rule = Rule(
        RuleCode("P01"),
        RuleKind.PEERS_WITHIN,
        figure(subject),
        figure(against) if against else None,
        Decimal(50),
        Decimal(200),
        Level.WARNING,
        periods=periods,
    )
    return replace(office.form(FIGURES), rules=(rule,))


def figure(code: str) -> Expression:
    return Reference(IndicatorCode(code))


def told(form: Form, table: str, findings: tuple[Finding, ...] = ()) -> list[str]:
    """Return for each member the findings and the outcomes with their reasons."""
    results = check_peers(form, office.returns(form, table), findings)
    return [
        " ".join(
            [
                *(f"{found.code} {found.where.indicator}" for found in result.findings),
                *(" ".join([one.verdict.value, one.why_not.value if one.why_not else ""]) for one in result.outcomes),
            ]
        ).strip()
        for result in results
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| m | u1 | u2 | u3 |\n| tien | 2 | 4 | 6 |\n| qua | 1 | 1 | 1 |", ["passed", "passed", "passed"]),
        (
            "| m | u1 | u2 | u3 |\n| tien | 1 | 4 | 9 |\n| qua | 1 | 1 | 1 |",
            ["P01 tien failed", "passed", "P01 tien failed"],
        ),
        ("| m | u1 | u2 |\n| tien | 1 | 4 |\n| qua | 1 | 1 |", ["not evaluable too few units"] * 2),
        (
            "| m | u1 | u2 | u3 |\n| tien | 1 | 4 | 9 |\n| qua | 1 | | 0 |",
            ["not evaluable too few units", "not evaluable figure missing", "not evaluable division by zero"],
        ),
        ("| m | u1 | u2 | u3 |\n| tien | 0 | 0 | 9 |\n| qua | 1 | 1 | 1 |", ["not evaluable division by zero"] * 3),
        (
            "| m | u1 | u2 | u3 |\n| tien | 1 | x | 9 |\n| qua | 1 | 1 | 1 |",
            ["not evaluable too few units", "", "not evaluable too few units"],
        ),
        ("| m | cum |\n| dich | 1 |", []),
    ],
)
def test_a_unit_is_compared_with_the_median_of_all(table: str, expected: list[str]) -> None:
    assert told(form(), table) == expected


def test_without_a_second_figure_the_figures_themselves_are_compared() -> None:
    table = "| m | u1 | u2 | u3 |\n| tien | 10 | 12 | 100 |"

    assert told(form(against=None), table) == ["passed", "passed", "P01 tien failed"]


def test_a_finding_knows_the_average_the_median_and_the_figures() -> None:
    drawn = form()
    returns = office.returns(drawn, "| m | u1 | u2 | u3 |\n| tien | 1 | 4 | 10 |\n| qua | 3 | 3 | 3 |")

    (found,) = check_peers(drawn, returns)[0].findings

    assert found == RuleFailed(
        Where("u1.xlsx", UnitId("u1"), "Biểu", "E6", IndicatorCode("tien"), "1"),
        drawn.rules[0],
        Ratio(Decimal(1), Decimal(3)),
        Ratio(Decimal(4), Decimal(3)),
        ((Reference(IndicatorCode("tien")), office.number("1")), (Reference(IndicatorCode("qua")), office.number("3"))),
    )


def test_a_figure_with_an_error_is_neither_judged_nor_in_the_median() -> None:
    error = ErrorInCell(Where(unit=UnitId("u1"), indicator=IndicatorCode("tien")))
    table = "| m | u1 | u2 | u3 |\n| tien | 2 | 4 | 6 |\n| qua | 1 | 1 | 1 |"

    assert told(form(), table, (error,)) == ["not evaluable figure missing", *["not evaluable too few units"] * 2]


def test_a_rule_of_another_period_and_one_on_the_clusters_own_figures_are_not_run() -> None:
    table = "| m | u1 | u2 | u3 |\n| tien | 1 | 4 | 9 |\n| qua | 1 | 1 | 1 |"

    assert told(form(periods=("6t",)), table) == ["", "", ""]
    assert told(form("dich", None), table) == ["", "", ""]


def test_checking_a_return_by_itself_says_nothing_of_its_peers() -> None:
    drawn = form()
    (one,) = office.returns(drawn, "| m | u1 |\n| tien | 2 |\n| qua | 1 |")

    result = check(drawn, one)

    assert (result.findings, result.outcomes) == ((), ())
