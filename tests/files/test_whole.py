"""Tests of writing a file whole or not at all: whatever goes wrong, the old file stays and nothing is left over."""

import errno
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ccbdesk.files.whole import PlaceTakenError, make_folder, make_whole, write_whole
from ccbdesk.model.trouble import DiskFull, FolderUnwritable, TargetOpen, Trouble, TroubleError, WriteFailed

OLD, NEW = b"the old report", b"the new report"


def is_new(content: bytes) -> bool:
    return content == NEW


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(OLD)
    return path


def trouble_of(write: Callable[[], None]) -> Trouble:
    with pytest.raises(TroubleError) as caught:
        write()
    return caught.value.trouble


def test_the_new_file_takes_the_place_of_the_old_one(target: Path) -> None:
    write_whole(target, NEW, is_new)

    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"report.docx": NEW}


def test_what_is_not_sound_never_takes_the_place(target: Path) -> None:
    trouble = trouble_of(lambda: write_whole(target, b"half of it", is_new))

    assert isinstance(trouble, WriteFailed)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"report.docx": OLD}


def faults() -> Iterator[tuple[str, int, type[Trouble]]]:
    for call in ("fsync", "replace", "mkstemp"):
        yield call, errno.ENOSPC, DiskFull
        yield call, errno.EIO, WriteFailed
    yield "replace", errno.EACCES, TargetOpen


@pytest.mark.parametrize(("call", "number", "expected"), list(faults()))
def test_every_step_that_fails_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, expected: type[Trouble]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("ccbdesk.files.whole._PATIENCE", (0.0,))
    match call:
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        case "replace":
            monkeypatch.setattr(Path, "replace", fail)
        case _:
            monkeypatch.setattr(tempfile, "mkstemp", fail)

    trouble = trouble_of(lambda: write_whole(target, NEW, is_new))

    assert isinstance(trouble, expected)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"report.docx": OLD}


def test_an_interruption_while_writing_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, NEW, is_new)

    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {"report.docx": OLD}


def test_a_target_that_is_free_again_after_a_moment_is_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refusals = Path.replace, iter([PermissionError(errno.EACCES, "in use")] * 2)

    def replace_later(self: Path, other: Path) -> Path:
        refusal = next(refusals, None)
        if refusal is not None:
            raise refusal
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", replace_later)
    write_whole(target, NEW, is_new)

    assert target.read_bytes() == NEW


# -- a new file ----------------------------------------------------------------------------------------------------


def without_links(*_: object) -> None:
    """Be a system in which files have one name only."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture(params=["with links", "without links"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where nothing is yet, on either kind of medium."""
    if request.param == "without links":
        monkeypatch.setattr(os, "link", without_links)
    return tmp_path / "new.ccbdesk"


def test_a_new_file_is_made_whole_and_alone(place: Path) -> None:
    make_whole(place, NEW, is_new)

    assert {path.name: path.read_bytes() for path in place.parent.iterdir()} == {"new.ccbdesk": NEW}


def test_a_new_file_never_takes_the_place_of_another(place: Path) -> None:
    place.write_bytes(OLD)

    with pytest.raises(PlaceTakenError):
        make_whole(place, NEW, is_new)

    assert {path.name: path.read_bytes() for path in place.parent.iterdir()} == {"new.ccbdesk": OLD}


def test_a_new_file_that_is_not_sound_is_not_made(place: Path) -> None:
    assert isinstance(trouble_of(lambda: make_whole(place, b"half of it", is_new)), WriteFailed)

    assert list(place.parent.iterdir()) == []


def test_of_many_that_are_made_at_once_one_is_made_and_the_others_are_told(place: Path) -> None:
    contents = [bytes([number]) * 10_000 for number in range(8)]
    ready = threading.Barrier(len(contents))

    def make(content: bytes) -> bytes | None:
        ready.wait()
        try:
            make_whole(place, content, content.__eq__)
        except PlaceTakenError:
            return None
        return content

    with ThreadPoolExecutor(len(contents)) as pool:
        made = [content for content in pool.map(make, contents) if content]

    assert [place.read_bytes()] == made
    assert [path.name for path in place.parent.iterdir()] == ["new.ccbdesk"]


def test_a_folder_that_is_a_file_cannot_be_written_in(tmp_path: Path) -> None:
    occupied = tmp_path / "out"
    occupied.write_bytes(b"")

    assert trouble_of(lambda: make_folder(occupied / "deeper")) == FolderUnwritable(str(occupied / "deeper"))


def test_a_target_that_is_a_folder_is_reported_as_not_replaceable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccbdesk.files.whole._PATIENCE", (0.0,))
    folder = tmp_path / "report.docx"
    folder.mkdir()

    trouble = trouble_of(lambda: write_whole(folder, NEW, is_new))

    assert isinstance(trouble, TargetOpen | WriteFailed)
    assert list(folder.iterdir()) == []
