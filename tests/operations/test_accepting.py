"""Accepting: an acceptance holds for the values it was given on, in whatever file they come, and for no others."""

from dataclasses import replace
from datetime import date

import deciding
import office
import pytest
from deciding import BEFORE, HERE, ONE, TWO, accepted, corrected, decided, received
from judging import checked

from ccbdesk.engine.settling.accepting import acceptance_of, handle, values_of
from ccbdesk.engine.settling.folding import settle
from ccbdesk.model.consolidation import Explanation
from ccbdesk.model.decision import Act
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.finding import (
    CutOffDiffers,
    Finding,
    HiddenFigures,
    NotANumber,
    OtherVersion,
    OutsideLinks,
    RuleFailed,
    UnknownRow,
    ValueMissing,
    Where,
)
from ccbdesk.model.form import Level
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.settled import FindingState
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable
from ccbdesk.operations.check import Checked

AVERAGE = {"du_no": "45.700", "to": "167", "qua": "12"}
VALUES = (("du_no", "45.700"), ("to", "167"))


def low(**changed: str) -> dict[str, str]:
    """Return the figures of a unit whose average is too low."""
    return {**AVERAGE, **changed}


def accept_all(got: Checked) -> tuple[Act, ...]:
    return tuple(
        acceptance_of(finding, ONE, "tổ mới lập")
        for finding in got.checks.findings
        if finding.where.unit == ONE and finding.level is not Level.ERROR
    )


def states(got: Checked) -> list[tuple[str, str]]:
    """Return what was decided about findings, by code."""
    return [(each.finding.code, each.state.value) for each in got.checks.handled]


def test_an_acceptance_is_bound_to_the_figures_the_rule_stands_on() -> None:
    got = checked(received("a.xlsx", low()))

    assert accept_all(got) == (accepted(VALUES, "tổ mới lập"),)


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, "accepted"),
        ({"qua": "13"}, "accepted"),
        ({"cach": "Nuôi ong"}, "accepted"),
        ({"du_no": "45700 triệu đồng"}, "accepted"),
        ({"to": "168"}, "reopened"),
        ({"to": "trên 167"}, "reopened"),
        ({"du_no": "45.700,5"}, "reopened"),
    ],
)
def test_the_same_values_in_a_new_file_keep_it_and_others_reopen_it(changed: dict[str, str], state: str) -> None:
    acts = accept_all(checked(received("a.xlsx", low())))

    got = checked(received("b.xlsx", low(**changed)), acts=acts)

    assert states(got) == [("M02", state)]
    assert [finding.code for finding in got.checks.accepted] == (["M02"] if state == "accepted" else [])
    assert ("M02" in [finding.code for finding in got.checks.open]) is (state == "reopened")


def test_a_correction_reopens_it_as_a_new_file_does() -> None:
    acts = (*accept_all(checked(received("a.xlsx", low()))), corrected("to", "167", "168"))

    assert states(checked(received("a.xlsx", low()), acts=acts)) == [("M02", "reopened")]


def test_each_of_two_acceptances_holds_for_its_own_values() -> None:
    acts = tuple(accepted((("du_no", "45.700"), ("to", to)), reason=to) for to in ("167", "168"))

    handled = [checked(received("a.xlsx", low(to=to)), acts=acts).checks.handled for to in ("167", "168", "169")]

    assert [
        (each.state, each.acceptance and each.acceptance.act.reason, each.values[1])
        for found in handled
        for each in found
    ] == [
        (FindingState.ACCEPTED, "167", ("to", "167")),
        (FindingState.ACCEPTED, "168", ("to", "168")),
        (FindingState.REOPENED, "168", ("to", "169")),
    ]


def test_an_acceptance_of_another_unit_or_rule_is_none() -> None:
    others = (replace(accepted(VALUES), unit=TWO), accepted(VALUES, code="M03"), accepted(VALUES, indicator="to"))

    assert states(checked(received("a.xlsx", low()), acts=others)) == []


def test_an_error_is_not_accepted_even_by_an_acceptance_from_when_it_was_none() -> None:
    got = checked(received("a.xlsx", {"du_no": "100", "to": "200"}))
    error = next(finding for finding in got.checks.findings if finding.code == "A01")
    acts = (acceptance_of(error, ONE, "khó nói"),)

    assert error.level is Level.ERROR
    assert states(checked(received("a.xlsx", {"du_no": "100", "to": "200"}), acts=acts)) == []


def test_what_was_accepted_in_an_earlier_period_stands_beside_the_finding() -> None:
    decisions = (
        *decided(accepted((("du_no", "30.000"), ("to", "150")), "tổ mới"), period=BEFORE),
        *decided(accepted(VALUES, "vẫn thế"), period=HERE, first=2),
    )
    findings = checked(received("a.xlsx", low())).checks.findings

    for upto, state in ((1, FindingState.OPEN), (2, FindingState.ACCEPTED)):
        (handled,) = handle(findings, settle(decisions[:upto], office.PERIOD))
        assert handled.state is state
        assert [(each.period, each.act.reason) for each in handled.earlier] == [("2022", "tổ mới")]


def test_a_reason_is_told_in_the_report_only_where_that_was_asked_for_and_while_it_holds() -> None:
    told = replace(accepted(VALUES, "tổ mới lập cuối năm."), is_told=True)

    explained = [
        checked(received("a.xlsx", low(**changed)), acts=(act,)).merged.explanations
        for act, changed in ((told, {}), (replace(told, is_told=False), {}), (told, {"to": "168"}))
    ]

    assert explained == [(Explanation(ONE, IndicatorCode("du_no"), "tổ mới lập cuối năm."),), (), ()]


# -- what an acceptance is bound to --------------------------------------------------------------------------------

CELL = Where("a.xlsx", ONE, "Biểu", "E7", IndicatorCode("to"), "12 tổ")
ROW = Where("a.xlsx", ONE, "Biểu", "E9", None, "7")
RULE = deciding.FORM.rules[0]


@pytest.mark.parametrize(
    ("finding", "values"),
    [
        (NotANumber(CELL), (("to", "12 tổ"),)),
        (ValueMissing(replace(CELL, indicator=None, seen="")), (("Biểu!E7", ""),)),
        (UnknownRow(ROW, "Tổ khác"), (("Biểu!Tổ khác", "7"),)),
        (HiddenFigures(replace(ROW, cell="", seen=""), ("E7", "E9")), (("Biểu", "E7, E9"),)),
        (OtherVersion(ROW, "1", "2"), (("", "1"),)),
        (OutsideLinks(ROW, has_macros=True), (("macro", ""),)),
        (OutsideLinks(ROW, has_macros=False), (("link", ""),)),
        (CutOffDiffers(replace(ROW, seen="31/12/2023"), "30/9/2023"), (("", "31/12/2023 / 30/9/2023"),)),
        (
            RuleFailed(
                CELL,
                RULE,
                Blank(),
                None,
                tuple(
                    (Reference(IndicatorCode(code), None, when), value)
                    for code, when, value in (
                        ("a", When.NOW, Number(office.number("1234.56789012").amount, Exactness.OVER)),
                        ("a", When.PLAN, Ratio(office.number("2").amount, office.number("3000").amount)),
                        ("b", When.NOW, Text("hàng trăm")),
                        ("c", When.NOW, Day(date(2023, 10, 5))),
                        ("d", When.NOW, Blank()),
                        ("e", When.NOW, NotApplicable()),
                        ("f", When.NOW, Unreadable("#REF!")),
                    )
                ),
            ),
            (
                ("a", "trên 1.234,56789012"),
                ("a~ke_hoach", "2 / 3.000"),
                ("b", "hàng trăm"),
                ("c", "05/10/2023"),
                ("d", ""),
                ("e", "x"),
                ("f", "#REF!"),
            ),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_values_are_those_the_finding_stands_on(finding: Finding, values: tuple[tuple[str, str], ...]) -> None:
    assert values_of(finding) == values


def test_a_finding_at_another_place_is_another_thing() -> None:
    accepted_row = acceptance_of(UnknownRow(ROW, "Tổ khác"), ONE, "đơn vị ghi thêm")
    state = deciding.settled(accepted_row)
    rows = (
        UnknownRow(ROW, "Tổ khác"),
        UnknownRow(replace(ROW, cell="E11"), "Tổ khác"),
        UnknownRow(replace(ROW, seen="8"), "Tổ khác"),
        UnknownRow(ROW, "Tổ lạ"),
    )

    assert [each.state.value for each in handle(rows, state)] == ["accepted", "accepted", "reopened"]
