"""Versions: the newest file of a unit is used, those set aside are not, and whoever was late is told so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from deciding import NOON, ONE, THREE, TWO, left_out, received
from judging import checked

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.decision import Act, Dated, Moved, SetAside
from ccbdesk.model.finding import (
    CutOffDiffers,
    FileReplaced,
    FileSetAside,
    Finding,
    ReceivedLate,
    SameFileAgain,
    UnitAbsent,
    UnitLeftOut,
    Where,
)
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.question import SameUnitTwice
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import Checked

DAY = timedelta(days=1)
OLD = received("cu.xlsx", {"du_no": "900", "to": "1"}, at=NOON)
NEW = received("a moi.xlsx", {"du_no": "900", "to": "2"}, at=NOON + DAY)
NEWEST = received("b sua.xlsx", {"du_no": "900", "to": "3"}, at=NOON + 2 * DAY)
OTHER = received("hai.xlsx", {"du_no": "900", "to": "2"}, TWO, at=NOON)


def used(got: Checked) -> list[str]:
    return [submission.receipt.name for submission in got.merged.submissions]


def said(got: Checked) -> list[Finding]:
    """Return what is said of files and units; that returns are not in is left out."""
    kinds = FileReplaced | FileSetAside | ReceivedLate | UnitLeftOut | SameFileAgain
    return [finding for finding in got.checks.findings if isinstance(finding, kinds)]


def aside(*files: Arrival) -> tuple[Act, ...]:
    return tuple(SetAside(file.receipt.digest, "gửi nhầm") for file in files)


@pytest.mark.parametrize("files", [(OLD, NEW, NEWEST), (NEWEST, OLD, NEW), (NEW, NEWEST, OLD)])
def test_the_newest_file_is_used_and_the_others_are_kept_as_versions(files: tuple[Arrival, ...]) -> None:
    got = checked(*files)

    assert used(got) == ["b sua.xlsx"]
    assert said(got) == [
        FileReplaced(Where("a moi.xlsx"), "b sua.xlsx"),
        FileReplaced(Where("cu.xlsx"), "b sua.xlsx"),
    ]
    assert got.checks.questions == ()
    assert [each.unit for each in got.received.units_of_files] == [ONE, ONE, ONE]


def test_where_no_time_is_kept_a_person_is_asked() -> None:
    bare = replace(NEW, receipt=replace(NEW.receipt, taken_in=None))

    got = checked(OLD, bare)

    assert used(got) == []
    assert [type(question) for question in got.checks.questions] == [SameUnitTwice]


@pytest.mark.parametrize(
    ("files", "in_use"),
    [((NEWEST,), ["a moi.xlsx"]), ((NEWEST, NEW), ["cu.xlsx"]), ((NEW,), ["b sua.xlsx"]), ((OLD, NEW, NEWEST), [])],
)
def test_a_file_set_aside_is_not_used_and_says_why(files: tuple[Arrival, ...], in_use: list[str]) -> None:
    got = checked(OLD, NEW, NEWEST, acts=aside(*files))

    assert used(got) == in_use
    assert {finding.where.file for finding in said(got) if isinstance(finding, FileSetAside)} == {
        file.receipt.name for file in files
    }
    assert all(finding.reason == "gửi nhầm" for finding in said(got) if isinstance(finding, FileSetAside))
    assert {finding.where.file for finding in said(got)} | set(used(got)) == {"cu.xlsx", "a moi.xlsx", "b sua.xlsx"}


def test_of_a_unit_all_of_whose_files_are_set_aside_the_return_is_not_in() -> None:
    got = checked(OLD, acts=aside(OLD))

    assert got.merged.absent[0] == ONE
    assert UnitAbsent(Where(unit=ONE)) in got.checks.findings


def test_a_file_set_aside_is_asked_nothing() -> None:
    stranger = received("la.xlsx", {"to": "1"})
    stranger = replace(stranger, receipt=replace(stranger.receipt, taken_in=None))

    assert checked(OLD, stranger, acts=aside(stranger)).checks.questions == ()


# -- left out ------------------------------------------------------------------------------------------------------


def test_a_unit_left_out_is_named_with_the_reason_and_not_awaited() -> None:
    got = checked(OLD, OTHER, acts=(left_out(ONE, "mới thành lập"),))
    total = got.merged.total(IndicatorCode("to"))

    assert used(got) == ["hai.xlsx"]
    assert UnitLeftOut(Where(unit=ONE), "mới thành lập") in got.checks.findings
    assert [str(finding.where.unit) for finding in got.checks.findings if isinstance(finding, UnitAbsent)] == ["u3"]
    assert [(part.unit, part.state.value) for part in total.parts] == [
        ("u1", "left out"),
        ("u2", "counted"),
        ("u3", "absent"),
    ]
    assert (total.coverage.counted, total.coverage.expected, total.coverage.missing) == (1, 3, ("u1", "u3"))
    assert [(each.unit, each.reason) for each in got.merged.left_out] == [(ONE, "mới thành lập")]


def test_nothing_is_missing_of_a_unit_left_out() -> None:
    three = received("du.xlsx", {"du_no": "900", "to": "2", "qua": "1"}, TWO)
    acts = (left_out(ONE, "a"), left_out(checked().merged.form.units[2].id, "b"))

    assert checked(three, acts=acts).is_complete
    assert not checked(three, acts=acts[:1]).is_complete


# -- lateness ------------------------------------------------------------------------------------------------------

DEADLINE = Moved(Milestone.DEADLINE, NOON.date())


@pytest.mark.parametrize(
    ("files", "acts", "late"),
    [
        ((OLD,), (), []),
        ((OLD,), (DEADLINE,), []),
        ((NEW,), (), []),
        ((NEW,), (DEADLINE,), [("a moi.xlsx", date(2023, 10, 6))]),
        ((OLD, NEW), (DEADLINE,), []),
        ((OLD, NEW), (DEADLINE, *aside(OLD)), [("a moi.xlsx", date(2023, 10, 6))]),
        ((NEW, NEWEST), (DEADLINE,), [("a moi.xlsx", date(2023, 10, 6))]),
        ((NEW,), (DEADLINE, Dated(NEW.receipt.digest, date(2023, 10, 5))), []),
        ((OLD,), (DEADLINE, Dated(OLD.receipt.digest, date(2023, 10, 9))), [("cu.xlsx", date(2023, 10, 9))]),
        ((NEW,), (DEADLINE, Moved(Milestone.DEADLINE, date(2023, 10, 9))), []),
        ((NEW,), (DEADLINE, left_out(ONE, "a")), []),
    ],
)
def test_whoever_sends_nothing_by_the_deadline_is_late(
    files: tuple[Arrival, ...], acts: tuple[Act, ...], late: list[tuple[str, date]]
) -> None:
    got = checked(*files, acts=acts)

    assert [finding for finding in got.checks.findings if isinstance(finding, ReceivedLate)] == [
        ReceivedLate(Where(name, ONE), day, NOON.date()) for name, day in late
    ]


def test_a_day_that_was_said_on_receipt_counts_before_the_time_of_taking_in() -> None:
    file = replace(NEW, receipt=replace(NEW.receipt, received=date(2023, 10, 4)))

    assert said(checked(file, acts=(DEADLINE,))) == []


def test_a_moved_cut_off_names_whose_files_carry_the_old_one() -> None:
    acts = (Moved(Milestone.CUT_OFF, date(2023, 12, 31)),)
    files = (
        closed("a.xlsx", ONE, "30/9/2023"),
        closed("b.xlsx", TWO, "31/12/2023"),
        received("c.xlsx", {"du_no": "9"}, THREE),
    )

    got = checked(*files, acts=acts)

    assert (checked(*files).merged.cut_off, got.merged.cut_off) == (None, date(2023, 12, 31))
    assert [finding for finding in got.checks.findings if isinstance(finding, CutOffDiffers)] == [
        CutOffDiffers(Where("a.xlsx", ONE, seen="30/9/2023"), "31/12/2023")
    ]


def closed(name: str, unit: UnitId, day: str) -> Arrival:
    """Return a file that says on which day its figures were closed."""
    return received(name, {"du_no": "9"}, unit, above=f'| Số liệu tính đến ngày: | "{day}" |')
