"""The window's line to the engine's process. This module holds the tests of what becomes of requests, whatever happens."""

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tiny_engine import Die, Echo, Loaded, Refuse, Sleep, Who, Work, enter, stillborn

from ccbdesk.gui.tasks import Enter, Tasks
from ccbdesk.service.messages import Cause, Failed

LONG = 20_000
"""Milliseconds that a process may take to start on a busy machine."""


class Ends:
    """Writes down how requests end, in order."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[object] = []

    def __call__(self, end: object) -> None:
        """Write an end down."""
        self.all.append(end)

    @property
    def last(self) -> Failed:
        """The last end, which was a failure."""
        failed = self.all[-1]
        assert isinstance(failed, Failed)
        return failed


class Line:
    """Tasks and the ends of what is asked with them."""

    def __init__(self, qtbot: QtBot, enter: Enter, grace: float) -> None:
        """Prepare, with no process yet."""
        self.qtbot = qtbot
        self.tasks = Tasks("Hòa", enter, grace)
        self.ends = Ends()

    def until(self, count: int) -> list[object]:
        """Wait for so many ends and return them all."""
        self.qtbot.waitUntil(lambda: len(self.ends.all) >= count, timeout=LONG)
        return self.ends.all

    def pid(self) -> int:
        """Return the number of the process as it says it itself."""
        numbers: list[int] = []
        self.tasks.ask(Who(), numbers.append, self.ends)
        self.qtbot.waitUntil(lambda: bool(numbers), timeout=LONG)
        return numbers[0]


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[Line]:
    line = Line(qtbot, enter, grace=0.3)
    yield line
    line.tasks.close()


def test_a_request_is_answered_by_another_process(line: Line) -> None:
    line.tasks.ask(Echo("một"), line.ends, line.ends)

    assert line.until(1) == ["một – Hòa"]
    assert line.pid() not in (os.getpid(), 0)


def test_requests_are_answered_in_the_order_of_asking(line: Line) -> None:
    for words in ("một", "hai", "ba"):
        line.tasks.ask(Echo(words), line.ends, line.ends)

    assert line.until(3) == ["một – Hòa", "hai – Hòa", "ba – Hòa"]


def test_what_an_answer_asks_for_comes_after_what_already_waits(line: Line) -> None:
    def further(answer: str) -> None:
        line.ends(answer)
        line.tasks.ask(Echo("ba"), line.ends, line.ends)

    line.tasks.ask(Echo("một"), further, line.ends)
    line.tasks.ask(Echo("hai"), line.ends, line.ends)

    assert line.until(3) == ["một – Hòa", "hai – Hòa", "ba – Hòa"]


def test_a_refusal_comes_with_its_sentence(line: Line) -> None:
    line.tasks.ask(Refuse("Kỳ này đã chốt."), line.ends, line.ends)

    line.until(1)

    assert (line.ends.last.cause, line.ends.last.sentence) == (Cause.REFUSED, "Kỳ này đã chốt.")


def test_progress_is_told_and_the_line_is_busy_until_the_last_answer(line: Line) -> None:
    told: list[str] = []
    busy: list[bool] = []
    line.tasks.doing.connect(told.append)
    line.tasks.busy_changed.connect(busy.append)

    line.tasks.ask(Work(3), line.ends, line.ends)
    line.tasks.ask(Echo("hết"), line.ends, line.ends)
    line.until(2)

    assert (told[0], busy) == ("bước 1", [True, False])


def test_progress_is_told_no_faster_than_anybody_reads(line: Line) -> None:
    told: list[str] = []
    line.tasks.doing.connect(told.append)

    line.tasks.ask(Work(50), line.ends, line.ends)
    line.until(1)

    steps = [int(words.removeprefix("bước ")) for words in told]
    assert steps == sorted(steps)
    assert 1 < len(steps) < 40


def test_work_that_hears_stops_at_once_and_the_same_process_goes_on(line: Line) -> None:
    before = line.pid()
    with line.qtbot.waitSignal(line.tasks.doing, timeout=LONG):
        line.tasks.ask(Work(100_000), line.ends, line.ends)

    line.tasks.stop()
    line.until(1)

    assert (line.ends.last.cause, line.pid()) == (Cause.STOPPED, before)


def test_work_that_does_not_hear_is_ended_after_the_time_of_grace_and_a_new_process_goes_on(line: Line) -> None:
    before = line.pid()
    line.tasks.ask(Sleep(600), line.ends, line.ends)
    line.tasks.ask(Echo("sau"), line.ends, line.ends)

    line.tasks.stop()
    line.until(2)

    first = line.ends.all[0]
    assert isinstance(first, Failed)
    assert (first.cause, line.ends.all[1]) == (Cause.STOPPED, "sau – Hòa")
    assert line.pid() != before


def test_a_stop_that_comes_too_late_stops_nothing_else(line: Line) -> None:
    line.pid()

    line.tasks.stop()
    line.tasks.ask(Work(2), line.ends, line.ends)

    assert line.until(1) == ["xong"]


def test_a_process_killed_from_outside_costs_one_request_and_the_next_are_answered(line: Line) -> None:
    before = line.pid()
    line.tasks.ask(Sleep(600), line.ends, line.ends)
    line.tasks.ask(Echo("sau"), line.ends, line.ends)

    os.kill(before, signal.SIGTERM)
    line.until(2)

    first = line.ends.all[0]
    assert isinstance(first, Failed)
    assert (first.cause, "còn nguyên" in first.sentence) == (Cause.WORLD, True)
    assert line.ends.all[1] == "sau – Hòa"
    assert line.pid() != before


def test_a_process_that_dies_while_nothing_is_asked_is_replaced_unseen(line: Line) -> None:
    before = line.pid()
    assert before == line.tasks.pid

    os.kill(before, signal.SIGTERM)
    line.qtbot.waitUntil(lambda: line.tasks.pid not in (None, before), timeout=LONG)

    assert (line.pid() != before, line.ends.all) == (True, [])


def test_a_crash_is_told_with_its_status_for_the_developers(line: Line) -> None:
    line.tasks.ask(Die(7), line.ends, line.ends)

    line.until(1)

    assert "exit status 7" in line.ends.last.details


def test_a_process_that_cannot_live_is_started_once_a_request_and_not_for_ever(qtbot: QtBot) -> None:
    line = Line(qtbot, stillborn, grace=0.3)

    for words in ("một", "hai"):
        line.tasks.ask(Echo(words), line.ends, line.ends)
    line.until(2)

    assert [type(each) for each in line.ends.all] == [Failed, Failed]
    assert (line.tasks.pid, line.tasks.is_busy) == (None, False)
    line.tasks.close()


def test_closing_ends_the_process_even_while_it_works(line: Line) -> None:
    process = line.pid()
    line.tasks.ask(Sleep(600), line.ends, line.ends)

    line.tasks.close()

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert (line.tasks.is_busy, line.ends.all) == (False, [])


def test_the_process_loads_nothing_of_the_window(line: Line) -> None:
    line.tasks.ask(Loaded(("PySide6", "ccbdesk.gui", "ccbdesk.service.requests")), line.ends, line.ends)

    assert line.until(1) == [("ccbdesk.service.requests",)]
