"""What holds after decisions: the last about each thing, nothing that was revoked, and undo and redo to any depth."""

from datetime import date

import office
from deciding import BEFORE, NOON, ONE, TWO, accepted, corrected, decided, left_out, settled
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.settling.folding import settle, standing_decisions, to_redo, to_undo
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.decision import (
    Act,
    Answered,
    Closed,
    Dated,
    Decision,
    Issued,
    Moved,
    Reopened,
    Revoked,
    SetAside,
)
from ccbdesk.model.origin import DecisionId, Digest, QuestionId
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.settled import Settled

FILE = Digest("f" * 64)
CLOSED = Closed(Basis("b"), Digest("c"))
QUESTION = QuestionId("so-u1-to-abcd")


def revoked(number: int) -> Revoked:
    return Revoked(DecisionId(number))


def told(state: Settled) -> dict[str, list[str]]:
    """Return what holds, as text, by its kind; what is empty is left out."""
    found = {
        "answers": [f"{question}={choice}" for question, choice in state.answers.items()],
        "aside": [each.act.reason for each in state.aside],
        "left out": [f"{each.act.unit}: {each.act.reason}" for each in state.left_out],
        "corrections": [f"{each.act.unit}.{each.act.indicator} {each.act.typed}" for each in state.corrections],
        "acceptances": [f"{each.decision} {each.act.reason}" for each in state.acceptances],
        "days": [str(each.act.day) for each in state.days],
        "milestones": [f"{each.act.milestone.value} {each.act.day}" for each in state.milestones],
        "closed": [str(state.closed.decision)] if state.closed else [],
        "issued": [each.act.number for each in state.issued],
        "earlier": [f"{each.period} {each.act.reason}" for each in state.earlier],
    }
    return {kind: lines for kind, lines in found.items() if lines}


def test_nothing_holds_where_nothing_was_decided() -> None:
    assert settled() == Settled()


def test_of_acts_about_the_same_thing_the_last_holds() -> None:
    state = settled(
        Answered(QUESTION, "1"),
        Answered(QUESTION, "1000"),
        SetAside(FILE, "gửi nhầm"),
        SetAside(FILE, "bản nháp"),
        left_out(TWO, "chưa thành lập"),
        corrected("to", "167", "168"),
        corrected("to", "167", "169"),
        corrected("to", "", "200", is_plan=True),
        corrected("to", "4", "5", TWO),
        Dated(FILE, date(2023, 10, 1)),
        Dated(FILE, date(2023, 9, 30)),
        Moved(Milestone.DEADLINE, date(2023, 10, 1)),
        Moved(Milestone.MEETING, date(2023, 11, 1)),
        Moved(Milestone.DEADLINE, date(2023, 10, 9)),
        accepted((("to", "167"),), "một"),
        accepted((("to", "168"),), "hai"),
        accepted((("to", "168"),), "ba"),
    )

    assert told(state) == {
        "answers": [f"{QUESTION}=1000"],
        "aside": ["bản nháp"],
        "left out": ["u2: chưa thành lập"],
        "corrections": ["u1.to 169", "u1.to 200", "u2.to 5"],
        "acceptances": ["15 một", "17 ba"],
        "days": ["2023-09-30"],
        "milestones": ["meeting 2023-11-01", "deadline 2023-10-09"],
    }
    assert state.corrections[0].who == "An"
    assert state.corrections[0].at > NOON


def test_a_revoked_decision_uncovers_the_one_before_it() -> None:
    state = settled(corrected("to", "167", "168"), corrected("to", "167", "169"), revoked(2))

    assert told(state) == {"corrections": ["u1.to 168"]}


def test_a_revoked_revocation_revokes_nothing() -> None:
    acts: tuple[Act, ...] = (left_out(TWO, "chưa có"), revoked(1), revoked(2), revoked(3), revoked(4))

    held = [bool(settled(*acts[:count]).left_out) for count in range(len(acts) + 1)]

    assert held == [False, True, False, True, False, True]


def test_a_period_is_closed_until_it_is_reopened() -> None:
    acts: tuple[Act, ...] = (CLOSED, Reopened("thiếu"), CLOSED)

    held = [told(settled(*acts[:count])) for count in range(len(acts) + 1)]

    assert held == [{}, {"closed": ["1"]}, {}, {"closed": ["3"]}]


def test_every_issue_of_the_report_is_kept() -> None:
    issues = (Issued("12/BC", date(2023, 12, 1), FILE), Issued("15/BC", date(2024, 1, 5), FILE))

    assert told(settled(*issues)) == {"issued": ["12/BC", "15/BC"]}


def test_only_acceptances_reach_from_earlier_periods_into_this_one() -> None:
    here = decided(accepted((("to", "1"),), "năm nay"))
    others = [
        *decided(accepted((("to", "1"),), "năm trước"), corrected("to", "1", "2"), period=BEFORE, first=2),
        *decided(accepted((("to", "1"),), "nửa năm"), period=PeriodCode("2023-6t"), first=4),
        *decided(accepted((("to", "1"),), "quý bốn"), period=PeriodCode("2023-q4"), first=5),
        *decided(accepted((("to", "1"),), "năm sau"), period=PeriodCode("2024-q1"), first=6),
        *decided(accepted((("to", "1"),), "đã hủy"), Revoked(DecisionId(7)), period=BEFORE, first=7),
    ]

    assert told(settle((*here, *others), office.PERIOD)) == {
        "acceptances": ["1 năm nay"],
        "earlier": ["2022 năm trước", "2023-6t nửa năm"],
    }


# -- undo and redo -------------------------------------------------------------------------------------------------


def test_undo_goes_back_step_by_step_and_redo_forward_again() -> None:
    made = list(decided(left_out(ONE, "a"), left_out(TWO, "b"), corrected("to", "1", "2")))
    before = settle(made, office.PERIOD)

    undone = [step(made, to_undo(made, office.PERIOD)) for _ in range(3)]
    nothing_left = to_undo(made, office.PERIOD)
    redone = [step(made, to_redo(made, office.PERIOD)) for _ in range(3)]

    assert (undone, nothing_left, redone) == ([3, 2, 1], None, [6, 5, 4])
    assert settle(made, office.PERIOD) == before
    assert to_redo(made, office.PERIOD) is None
    assert to_undo(made, office.PERIOD) == 3


def step(made: list[Decision], decision: DecisionId | None) -> DecisionId:
    assert decision is not None
    made.extend(decided(Revoked(decision), first=len(made) + 1))
    return decision


def test_what_was_undone_cannot_be_redone_once_something_else_was_done() -> None:
    made = decided(left_out(ONE, "a"), revoked(1), left_out(TWO, "b"))

    assert to_redo(made, office.PERIOD) is None


def test_undo_stops_at_a_closed_period_and_passes_other_periods_by() -> None:
    made = (*decided(left_out(ONE, "a"), CLOSED), *decided(left_out(TWO, "b"), period=BEFORE, first=3))

    assert to_undo(made, office.PERIOD) is None
    assert to_undo(made[:1], office.PERIOD) == 1


@given(st.lists(st.integers(1, 12), max_size=12))
def test_any_chain_of_revocations_leaves_what_a_hand_would_leave(targets: list[int]) -> None:
    """By hand: whoever is crossed out crosses nothing out, seen from the last line upwards."""
    acts = [left_out(ONE, "a") if target > number else revoked(target) for number, target in enumerate(targets)]
    crossed: list[bool] = [False] * (len(acts) + 1)
    for number in range(len(acts), 0, -1):
        act = acts[number - 1]
        if isinstance(act, Revoked) and not crossed[number]:
            crossed[act.decision] = True

    standing = [each.id for each in standing_decisions(decided(*acts))]

    assert standing == [
        number for number, act in enumerate(acts, 1) if not crossed[number] and not isinstance(act, Revoked)
    ]
