"""Corrections: read like cells of a return, kept beside what was received, overtaken by what a new file says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from deciding import FORM, ONE, THREE, TWO, corrected, received
from judging import checked

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.consolidation import PartState
from ccbdesk.model.decision import Act, Answered, Corrected
from ccbdesk.model.finding import (
    CorrectionOvertaken,
    Finding,
    NotANumber,
    OutOfBounds,
    ReadAs,
    RuleFailed,
    UnitAbsent,
    VagueQuantity,
    ValueMissing,
    Where,
)
from ccbdesk.model.origin import CellOrigin, CorrectionOrigin, DecisionId, Digest, IndicatorCode, Reading
from ccbdesk.model.question import AmbiguousFigure
from ccbdesk.model.submission import Submission
from ccbdesk.model.value import Blank, Exactness, NotApplicable, Number, Text, Unreadable, Value
from ccbdesk.operations.check import Checked

TO, QUA = IndicatorCode("to"), IndicatorCode("qua")
FIGURES = {"du_no": "90.000", "to": "167", "qua": "12", "qua~ke_hoach": "10"}
FILE = received("a.xlsx", FIGURES)


def file(**changed: str) -> Arrival:
    return received("a.xlsx", {**FIGURES, **changed})


def returned(got: Checked) -> Submission:
    (submission,) = got.merged.submissions
    return submission


def reading(got: Checked, code: IndicatorCode = TO) -> Reading:
    found = returned(got).reading(code)
    assert found is not None
    return found


def said(got: Checked) -> list[Finding]:
    """Return the findings, but for those on returns that are not in."""
    return [finding for finding in got.checks.findings if not isinstance(finding, UnitAbsent)]


def number(amount: str) -> Number:
    return Number(Decimal(amount))


def test_a_correction_takes_the_place_of_what_was_received_which_stands_beside_it() -> None:
    before = reading(checked(FILE))

    act = replace(corrected("to", "167", "168"), evidence=Digest("e" * 64))
    got = checked(FILE, acts=(act,))

    assert before == Reading(TO, number("167"), "167", CellOrigin("a.xlsx", FILE.receipt.digest, "Biểu", "D5"))
    assert reading(got) == Reading(
        TO, number("168"), "168", CorrectionOrigin(DecisionId(1), "điện thoại", before, Digest("e" * 64))
    )
    assert reading(got).received_as == "167"
    assert said(got) == []
    assert got.merged.total(TO).value == number("168")


def test_nothing_but_the_corrected_figure_changes() -> None:
    before, after = (returned(checked(FILE, acts=acts)) for acts in ((), (corrected("to", "167", "168"),)))

    assert [each for each in after.readings if each.indicator != TO] == [
        each for each in before.readings if each.indicator != TO
    ]
    assert replace(after, readings=before.readings) == before


def test_a_plan_is_corrected_beside_the_figure_it_belongs_to() -> None:
    got = checked(FILE, acts=(corrected("qua", "10", "11", is_plan=True),))

    plan, total = returned(got).plan(QUA), got.merged.total(QUA)
    assert plan is not None
    assert (plan.value, plan.received_as, reading(got, QUA).value) == (number("11"), "10", number("12"))
    assert (total.plan, total.value) == (number("11"), number("12"))


@pytest.mark.parametrize(
    ("typed", "value", "finding"),
    [
        ("1.168", number("1168"), None),
        ("168 tổ", number("168"), None),
        ("trên 168", Number(Decimal(168), Exactness.OVER), ReadAs),
        ("hai chục", number("20"), ReadAs),
        ("x", NotApplicable(), None),
        ("", Blank(), None),
        ("nhiều", Text("nhiều"), VagueQuantity),
        ("16#8", Unreadable("16#8"), NotANumber),
    ],
)
def test_what_is_typed_is_read_like_a_cell(typed: str, value: Value, finding: type[Finding] | None) -> None:
    got = checked(FILE, acts=(corrected("to", "167", typed),))

    assert reading(got).value == value
    assert [type(each) for each in said(got) if each.where.indicator == TO] == ([finding] if finding else [])


def test_a_finding_on_a_correction_says_that_it_is_one() -> None:
    got = checked(FILE, acts=(corrected("qua", "12", "600"),))

    assert said(got) == [
        OutOfBounds(Where("a.xlsx", ONE, "Biểu", "D6", QUA, "600", is_corrected=True), None, Decimal(500))
    ]
    assert got.merged.total(QUA).parts[0].state is PartState.BLOCKED


@pytest.mark.parametrize("received_as", ["#REF!", "16#7", "1.200 (3 đợt 400)", "600", "nhiều lắm", ""])
def test_a_correction_settles_whatever_was_found_in_or_asked_about_its_cell(received_as: str) -> None:
    faulty = file(qua=received_as)

    got = checked(faulty, acts=(corrected("qua", received_as, "30"),))

    assert said(got) == []
    assert got.checks.questions == ()
    assert got.merged.total(QUA).value == number("30")


def test_what_was_found_in_a_plan_is_settled_by_a_correction_of_the_plan_alone() -> None:
    faulty = file(**{"qua~ke_hoach": "16#7", "qua": "600"})

    found = [
        [(type(each), each.where.cell) for each in said(checked(faulty, acts=acts))]
        for acts in ((), (corrected("qua", "16#7", "11", is_plan=True),), (corrected("qua", "600", "30"),))
    ]

    assert found == [
        [(NotANumber, "C6"), (OutOfBounds, "D6")],
        [(OutOfBounds, "D6")],
        [(NotANumber, "C6")],
    ]


def test_rules_judge_the_corrected_figure() -> None:
    low = file(du_no="45.700")

    assert [type(each) for each in said(checked(low))] == [RuleFailed]
    assert said(checked(low, acts=(corrected("to", "167", "100"),))) == []
    (failed,) = said(checked(FILE, acts=(corrected("du_no", "90.000", "45.700"),)))
    assert failed.where == Where("a.xlsx", ONE, "Biểu", "D4", IndicatorCode("du_no"), "45.700", is_corrected=True)


def test_an_ambiguous_correction_is_asked_about_and_not_used_before_it_is_answered() -> None:
    act = corrected("qua", "12", "1.200 (3 đợt 400)")
    asked = checked(FILE, acts=(act,))
    (question,) = asked.checks.questions
    assert isinstance(question, AmbiguousFigure)

    got = checked(FILE, acts=(act, Answered(question.id, "1200")))

    assert question.where == Where("a.xlsx", ONE, "Biểu", "D6", QUA, "1.200 (3 đợt 400)", is_corrected=True)
    assert isinstance(reading(asked, QUA).value, Unreadable)
    assert reading(got, QUA).value == number("1200")
    assert reading(got, QUA).correction == CorrectionOrigin(
        DecisionId(1), "điện thoại", reading(checked(FILE), QUA), None, "1200"
    )


# -- a new file ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received_as", "typed", "now", "used", "is_told"),
    [
        ("167", "168", "167", "168", False),
        ("167", "168", " 167 ", "168", False),
        ("167", "168", "169", "169", True),
        ("167", "168", "168", "168", False),
        ("", "168", "169", "169", True),
    ],
)
def test_a_correction_holds_for_what_it_was_made_from_and_no_longer(
    received_as: str, typed: str, now: str, used: str, *, is_told: bool
) -> None:
    got = checked(file(to=now), acts=(corrected("to", received_as, typed),))

    where = Where("a.xlsx", ONE, "Biểu", "D5", TO, now)
    assert reading(got).value == number(used)
    assert said(got) == ([CorrectionOvertaken(where, received_as, typed)] if is_told else [])


def test_a_correction_of_a_figure_that_is_gone_is_overtaken_too() -> None:
    gone = received("a.xlsx", {"du_no": "90.000"})

    got = checked(gone, acts=(corrected("to", "167", "168"),))

    assert returned(got).reading(TO) is None
    assert said(got) == [CorrectionOvertaken(Where("a.xlsx", ONE, "", "", TO, ""), "167", "168")]


# -- by hand -------------------------------------------------------------------------------------------------------

BY_HAND: tuple[Act, ...] = (
    corrected("du_no", "", "90.000", TWO),
    corrected("to", "", "4", TWO),
    corrected("qua", "", "5", TWO, is_plan=True),
)


def test_a_unit_without_a_file_has_a_return_once_figures_are_entered_by_hand() -> None:
    got = checked(FILE, acts=BY_HAND)

    two = got.merged.submission(TWO)
    assert two is not None
    assert not two.receipt.is_file
    assert [(each.indicator, each.value, each.correction) for each in (*two.readings, *two.plans)] == [
        ("du_no", number("90000"), CorrectionOrigin(DecisionId(1), "điện thoại")),
        ("to", number("4"), CorrectionOrigin(DecisionId(2), "điện thoại")),
        ("qua", number("5"), CorrectionOrigin(DecisionId(3), "điện thoại")),
    ]
    assert got.merged.absent == (THREE,)
    assert got.merged.total(TO).value == number("171")


def test_a_figure_missing_from_a_file_is_entered_by_hand_beside_the_others() -> None:
    got = checked(received("a.xlsx", {"du_no": "90.000"}), acts=(corrected("to", "", "100"),))

    assert [(each.indicator, each.as_typed) for each in returned(got).readings] == [("du_no", "90.000"), ("to", "100")]
    assert reading(got).correction == CorrectionOrigin(DecisionId(1), "điện thoại")


def test_what_a_return_by_hand_lacks_or_has_wrong_is_found_without_a_cell() -> None:
    got = checked(acts=(corrected("to", "", "16#8", TWO),))

    assert said(got) == [
        ValueMissing(Where("", TWO, "Biểu", "", IndicatorCode("du_no"))),
        NotANumber(Where("", TWO, "", "", TO, "16#8", is_corrected=True)),
    ]


def test_while_it_is_asked_which_file_is_meant_nothing_is_entered_beside_them() -> None:
    got = checked(FILE, received("b.xlsx", {"du_no": "7"}), acts=(corrected("to", "", "4"),))

    assert got.merged.submissions == ()
    assert len(got.checks.questions) == 1


def test_the_file_that_comes_in_the_end_is_used_and_overtakes_what_it_says_otherwise() -> None:
    late = received("hai.xlsx", {"du_no": "90.001", "to": "100"}, TWO)

    got = checked(late, acts=(BY_HAND[0], corrected("to", "", "100", TWO)))

    assert [(each.indicator, each.value, each.correction) for each in returned(got).readings] == [
        ("du_no", number("90001"), None),
        ("to", number("100"), None),
    ]
    assert [(type(each), each.where.indicator) for each in said(got)] == [(CorrectionOvertaken, "du_no")]


def test_what_is_not_asked_of_a_unit_is_not_entered() -> None:
    strangers = (
        Corrected(ONE, IndicatorCode("la"), "", "1", "thư"),
        Corrected(ONE, IndicatorCode("bq"), "", "1", "thư"),
        corrected("to", "", "1", is_plan=True),
    )

    assert returned(checked(FILE, acts=strangers)) == returned(checked(FILE))
    assert [indicator.code for indicator in FORM.indicators if indicator.is_computed] == ["bq"]
