"""The engine's process: it answers in order, says what it does, can be stopped, and outlives what goes wrong."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Pipe
from pathlib import Path

import pytest
from serving_here import SAMPLE

from ccbdesk.model.period import PeriodCode
from ccbdesk.service import door
from ccbdesk.service.messages import Asked, Cause, Doing, Done, Failed, Outside, Stop, Told
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import desk as asked

LONG = 60


@pytest.fixture(scope="module")
def line() -> Iterator[Outside]:
    """Return the window's end of the line to a process."""
    here, there = Pipe()
    process = multiprocessing.get_context("spawn").Process(target=door.enter, args=(there, "Lan"), daemon=True)
    process.start()
    there.close()
    yield here
    here.close()
    process.join(LONG)
    assert process.exitcode == 0


def told(line: Outside) -> tuple[list[str], Told]:
    """Return what is said up to an answer, and the answer."""
    said: list[str] = []
    while line.poll(LONG):
        message = line.recv()
        if not isinstance(message, Doing):
            return said, message
        said.append(message.words)
    raise AssertionError(said)


def test_it_says_what_it_does_and_answers(line: Outside, tmp_path: Path) -> None:
    line.send(Asked(1, asked.Begin(tmp_path, (SAMPLE / "clean",))))

    said, answer = told(line)

    assert isinstance(answer, Done)
    assert isinstance(answer.answer, Desk)
    assert said[0].startswith("Đang đọc")
    assert "Đang kiểm tra" in said


def test_a_request_that_cannot_be_done_does_not_end_it(line: Outside, tmp_path: Path) -> None:
    nowhere = Table(tmp_path / "khong co.ccbdesk", PeriodCode("2023"))
    line.send(Asked(2, asked.Undo(nowhere)))
    line.send(Asked(3, asked.Begin(tmp_path, (SAMPLE / "clean",))))

    _, failed = told(line)
    _, done = told(line)

    assert isinstance(failed, Failed)
    assert (failed.number, failed.cause, failed.details) == (2, Cause.WORLD, "")
    assert "khong co.ccbdesk" in failed.sentence
    assert isinstance(done, Done)
    assert done.number == 3


def test_it_stops_when_asked_to_and_loses_nothing(line: Outside, tmp_path: Path) -> None:
    line.send(Asked(4, asked.Begin(tmp_path, (SAMPLE / "clean",))))
    line.send(Stop())
    line.send(Asked(5, asked.Begin(tmp_path, (SAMPLE / "clean",))))

    _, stopped = told(line)
    _, done = told(line)

    assert isinstance(stopped, Failed)
    assert (stopped.number, stopped.cause) == (4, Cause.STOPPED)
    assert isinstance(done, Done)
