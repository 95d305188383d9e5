"""The reader outlives whatever a file does to its child process, and says what happened."""

import os
import subprocess
import sys
import time
from pathlib import Path

import drawing
import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.grid import Workbook
from ccbdesk.model.receipt import Refusal, Refused

SAVED = Path(__file__).with_name("saved_by_libreoffice")
SOUND = SAVED / "inserted_rows.xlsx"
SOUND_WORKBOOK = drawing.workbook("""
    Trang1
    | Nội dung | | Số |
    | Một      | | 1  |
    |
    | Thêm     | | 99 |
    | Hai      | | 2  |
    | Ba       | | 3  |
""")

BEGINNING = """
import os, pathlib, signal, sys, time
import ccbdesk.files.excel.child as child
from ccbdesk.model.receipt import Refusal, Refused
"""


def child(behaviour: str, *arguments: str) -> tuple[str, ...]:
    """Return the command of a child that behaves as the lines say."""
    return (sys.executable, "-P", "-c", BEGINNING + behaviour, *arguments)


def test_a_child_killed_in_the_middle_costs_one_verdict_and_the_next_file_is_read(tmp_path: Path) -> None:
    killed_once = """
mark = pathlib.Path(sys.argv[1])
if not mark.exists():
    mark.touch()
    sys.stdin.buffer.read(100)
    os.kill(os.getpid(), signal.SIGTERM)
child.main()
"""
    with Reader(child=child(killed_once, str(tmp_path / "mark"))) as reader:
        answers = [reader.read(SOUND), reader.read(SOUND), reader.read(SOUND)]

    assert answers == [Refused(Refusal.READER_DIED), SOUND_WORKBOOK, SOUND_WORKBOOK]


def test_a_file_that_takes_too_long_is_given_up_and_the_next_file_is_read(tmp_path: Path) -> None:
    sleeps_once = """
mark = pathlib.Path(sys.argv[1])
if not mark.exists():
    mark.touch()
    time.sleep(60)
child.main()
"""
    with Reader(timeout=1.2, child=child(sleeps_once, str(tmp_path / "mark"))) as reader:
        answers = [reader.read(SOUND), reader.read(SOUND)]

    assert answers == [Refused(Refusal.TIMEOUT, "1.2"), SOUND_WORKBOOK]


def test_a_child_that_does_not_even_take_the_file_is_given_up() -> None:
    with Reader(timeout=0.3, child=child("time.sleep(60)")) as reader:
        answer = reader.read_bytes(b"PK\x03\x04" + bytes(2_000_000))

    assert answer == Refused(Refusal.TIMEOUT, "0.3")


@pytest.mark.parametrize(
    "nonsense",
    [
        b"no message",
        bytes(7) + b"\x02{}",
        bytes(7) + b"\x04null",
        b"\xff" * 8,
        bytes(7) + b'\x20{"refused":"why","detail":"none"}',
        bytes(7) + b"\x40" + b'{"grids":[{"name":"A","hidden":0,"cells":[[1,1,"z",0]]}]}'.ljust(64),
    ],
)
def test_nonsense_from_the_child_counts_as_its_death(nonsense: bytes) -> None:
    speaks = "sys.stdin.buffer.read(100); sys.stdout.buffer.write(bytes.fromhex(sys.argv[1]))"
    with Reader(child=child(speaks, nonsense.hex())) as reader:
        answer = reader.read(SOUND)

    assert answer == Refused(Refusal.READER_DIED)


def test_what_libraries_print_does_not_disturb_the_answer() -> None:
    prints = """
examine = child.examine
def noisy(content):
    print("noise", flush=True)
    os.write(1, b"more noise")
    os.write(2, b"and more")
    return examine(content)
child.examine = noisy
child.main()
"""
    with Reader(child=child(prints)) as reader:
        answers = [reader.read(SOUND), reader.read(SOUND)]

    assert answers == [SOUND_WORKBOOK, SOUND_WORKBOOK]


def test_a_panic_of_a_library_is_named_and_the_child_lives_on(tmp_path: Path) -> None:
    panics_once = """
with open(sys.argv[1], "a") as starts:
    starts.write("started ")
class Panic(BaseException):
    pass
examine = child.examine
def panicking(content):
    child.examine = examine
    raise Panic
child.examine = panicking
child.main()
"""
    with Reader(child=child(panics_once, str(tmp_path / "starts"))) as reader:
        answers = [reader.read(SOUND), reader.read(SOUND)]

    assert answers == [Refused(Refusal.READER_DIED, "Panic"), SOUND_WORKBOOK]
    assert (tmp_path / "starts").read_text(encoding="utf-8") == "started "


def test_a_file_that_would_take_all_memory_is_too_large() -> None:
    with Reader(child=child("child.examine = lambda content: bytearray(2**31)\nchild.main()")) as reader:
        answer = reader.read(SOUND)

    assert answer == Refused(Refusal.TOO_LARGE)


def test_one_child_serves_many_files_and_a_closed_reader_can_be_used_again(tmp_path: Path) -> None:
    counts = 'with open(sys.argv[1], "a") as starts: starts.write("started ")\nchild.main()'
    with Reader(child=child(counts, str(tmp_path / "starts"))) as reader:
        answers = [reader.read(SOUND) for _ in range(7)]
        reader.close()
        again = reader.read(SOUND)

    assert [*answers, again] == [SOUND_WORKBOOK] * 8
    assert (tmp_path / "starts").read_text(encoding="utf-8") == "started started "


def test_a_file_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    misnamed = tmp_path / "BIỂU.XLS"
    misnamed.write_bytes(SOUND.read_bytes())
    with Reader() as reader:
        answer = reader.read(misnamed)

    assert answer == SOUND_WORKBOOK


def test_a_file_that_is_gone_has_vanished(tmp_path: Path) -> None:
    with Reader() as reader:
        answers = [reader.read(tmp_path / "gone.xlsx"), reader.read(tmp_path)]

    assert [answer.why for answer in answers if isinstance(answer, Refused)] == [Refusal.VANISHED, Refusal.VANISHED]


def test_a_file_beyond_the_limit_is_not_even_loaded(tmp_path: Path) -> None:
    huge = tmp_path / "huge.xlsx"
    with huge.open("wb") as file:
        file.truncate(65 * 2**20)
    with Reader() as reader:
        answers = [reader.read(huge), reader.read_bytes(bytes(65 * 2**20))]

    assert answers == [Refused(Refusal.TOO_LARGE, "65 MB")] * 2


def test_nothing_in_the_current_folder_passes_for_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Reader() as reader:
        answer = reader.read(SOUND)

    assert isinstance(answer, Workbook)


def test_the_child_imports_nothing_heavy() -> None:
    listing = "import sys, ccbdesk.files.excel.child; print(*sys.modules)"
    modules = subprocess.run((sys.executable, "-c", listing), capture_output=True, text=True, check=True).stdout.split()

    heavy = {"PySide6", "docx", "lxml", "openpyxl", "xlsxwriter", "subprocess", "ccbdesk.files.excel.reading"}
    assert heavy & set(modules) == set()
    assert "python_calamine" in modules


def test_many_files_are_read_by_two_children_and_answered_in_their_order(tmp_path: Path) -> None:
    names_itself = """
def examine(content):
    pathlib.Path(sys.argv[1], str(os.getpid())).touch()
    return Refused(Refusal.DAMAGED, content.decode())
child.examine = examine
child.main()
"""
    files = [(number, f"file {number}".encode()) for number in range(30)]
    with Reader(child=child(names_itself, str(tmp_path))) as reader:
        answers = list(reader.read_each(iter(files), len(files)))

    assert answers == [(number, Refused(Refusal.DAMAGED, f"file {number}")) for number in range(30)]
    assert len(list(tmp_path.iterdir())) == min(2, os.cpu_count() or 1)


def test_among_many_files_each_that_kills_its_child_costs_one_verdict() -> None:
    dies_of_seven = """
def examine(content):
    if content.endswith(b"7"):
        os.kill(os.getpid(), signal.SIGTERM)
    return Refused(Refusal.DAMAGED, content.decode())
child.examine = examine
child.main()
"""
    gone = Refused(Refusal.VANISHED)
    files = [(number, gone if number == 5 else str(number).encode()) for number in range(20)]
    with Reader(child=child(dies_of_seven)) as reader:
        answers = dict(reader.read_each(files, len(files)))

    expected = {number: Refused(Refusal.DAMAGED, str(number)) for number in range(20)}
    assert answers == expected | {5: gone, 7: Refused(Refusal.READER_DIED), 17: Refused(Refusal.READER_DIED)}


def test_who_stops_in_the_middle_of_many_files_waits_for_none_of_them() -> None:
    sleeps = (
        'child.examine = lambda content: time.sleep(60) if content == b"5" else Refused(Refusal.DAMAGED)\nchild.main()'
    )
    started = time.monotonic()
    with Reader(child=child(sleeps)) as reader:
        answers = reader.read_each(((number, str(number).encode()) for number in range(20)), 20)
        first = [next(answers) for _ in range(4)]
        answers.close()

    assert first == [(number, Refused(Refusal.DAMAGED)) for number in range(4)]
    assert time.monotonic() - started < 30
