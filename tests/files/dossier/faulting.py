"""Operations on a dossier that are cut off at the n-th call to the system. This module holds the program that
``test_dossier_faults`` starts with ``faults.c`` loaded before the C library.

    python faulting.py LIBRARY FOLDER OPERATION FAULT STEP

For n = 1, 1 + STEP, … it gives a fresh copy of the dossier to a child, which does the operation and meets the fault at
its n-th call; then it looks at what the child left. It ends when the operation makes fewer than n calls, and prints what
was found as JSON: how often it ended how, what was left, and what is wrong."""

import ctypes
import hashlib
import itertools
import json
import mmap
import os
import random
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import dossier_drawing as drawn

from ccbdesk.files.dossier import schema
from ccbdesk.files.dossier.examining import examine
from ccbdesk.files.dossier.making import make_dossier
from ccbdesk.files.dossier.receipts import save_receipt
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.trouble import TroubleError
from ccbdesk.operations.check import Job
from ccbdesk.operations.decisions import PutRight, correct
from ccbdesk.operations.record import Paper, open_case
from ccbdesk.operations.take_in import take_in

FAULTS = ("none", "kill", "torn", "eio once", "eio always", "full", "read only", "gone")
"""In the order of ``faults.c``."""

KILLED, DONE, OURS = "killed", "done", "no trouble but an error of ours"
OURS_NOW = f"schema {len(schema.UPGRADES)}"
LATER = ("CREATE TABLE later (number INTEGER PRIMARY KEY, seal BLOB) STRICT", "CREATE INDEX named ON receipt (name)")
"""What a later upgrade may look like."""

State = list[str] | None


@dataclass(frozen=True, slots=True)
class Operation:
    """A move on a dossier; what it starts with is nothing, a year's work, that in an older schema, or what an office began."""

    move: Callable[[Path], object]
    starts_with: str = "a year"


def take_in_much(path: Path) -> None:
    """Take in a file larger than what SQLite holds in memory before it writes."""
    content = random.Random(1).randbytes(3 * 2**20)  # noqa: S311 - no secret
    receipt = drawn.receipt_of("quét.xlsx", content)
    drawn.written(path, lambda kept: save_receipt(kept, drawn.PERIOD, receipt, content))


def take_in_one(path: Path) -> None:
    """Take in one more file, of ordinary size."""
    content = random.Random(2).randbytes(30_000)  # noqa: S311 - no secret
    receipt = drawn.receipt_of("Hội ba.xlsx", content)
    drawn.written(path, lambda kept: save_receipt(kept, drawn.PERIOD, receipt, content))


# -- the operations of the office ----------------------------------------------------------------------------------

SAMPLE = Path(__file__).resolve().parents[3] / "sample_workbooks" / "lak-3-2020"


def taken_in(path: Path, part: str, name: str, at: datetime) -> None:
    """Take a file of a sample into a dossier, which is made where there is none."""
    job = Job((SAMPLE / part / name,), "lak-3", "2020")
    with Reader() as reader:
        take_in(path, job, Hand("Lan", at), reader, lambda _: None)


def begun(folder: Path) -> Path:
    """Return a dossier that the office began with one return, in which a figure can be put right."""
    path = folder / drawn.NAME
    taken_in(path, "clean", "lak-3_2020_nam_ka.xlsx", drawn.AT)
    return path


def decide(path: Path) -> None:
    """Put a figure right, with a paper that shows it."""
    paper = Paper("công văn.pdf", "chứng cứ", random.Random(3).randbytes(9_000))  # noqa: S311 - no secret
    with Reader() as reader:
        case = open_case(path, "2020", reader, lambda _: None)
        correct(case, PutRight("nam_ka", "to_tkvv", "9", "công văn 12"), Hand("Hoa", drawn.LATER), paper)


OPERATIONS = {
    "office takes in": Operation(lambda path: taken_in(path, "faulty", "Ea R’bin.xlsx", drawn.LATER), "the office"),
    "office decides": Operation(decide, "the office"),
    "make": Operation(lambda path: make_dossier(path, drawn.OURS, "Lan", drawn.AT), "nothing"),
    "start a period": Operation(lambda path: drawn.written(path, drawn.start_period)),
    "take in": Operation(take_in_one),
    "take in much": Operation(take_in_much),
    "decide": Operation(lambda path: drawn.written(path, drawn.accept)),
    "keep results": Operation(lambda path: drawn.written(path, drawn.keep_results)),
    "keep history": Operation(lambda path: drawn.written(path, drawn.keep_history)),
    "upgrade": Operation(drawn.seen, "an older schema"),
}


@dataclass
class Found:
    """What became of an operation under a fault."""

    ends: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


# -- one try -------------------------------------------------------------------------------------------------------


def fresh(start: Path, folder: Path) -> Path:
    """Return the dossier's place in a fresh copy of what the operation starts with."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder)
    return folder / drawn.NAME


def tried(library: ctypes.CDLL, operation: Operation, path: Path, fault: str, number: int) -> tuple[str, int]:
    """Do the operation in a child, and return how it ended there and how many calls it had made."""
    with mmap.mmap(-1, 2**16) as shared:
        child = os.fork()
        if child == 0:
            library.faults_arm(FAULTS.index(fault), number, os.fsencode(path.parent))
            said = ending(operation, path)
            library.faults_disarm()
            shared.write(json.dumps([said, library.faults_count()]).encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return KILLED, number
        said, count = json.loads(shared[:].rstrip(b"\0"))
        return said, count


def ending(operation: Operation, path: Path) -> str:
    """Do the operation and return how it ended."""
    try:
        operation.move(path)
    except TroubleError as error:
        return type(error.trouble).__name__
    except Exception:  # noqa: BLE001 - whatever it is, it is what the test looks for
        return f"{OURS}: {traceback.format_exc()}"
    return DONE


# -- what is left --------------------------------------------------------------------------------------------------


def state_of(path: Path) -> State:
    """Return schema and content of a dossier, with the copy kept before it was raised; None where there is none.

    Whatever was broken off is rolled back first, by SQLite alone; then everything is looked through."""
    if not path.exists():
        return None
    version, _ = dump_of(path)
    copies = [str(dump_of(copy)) for copy in sorted(path.parent.glob("*nang cap*"))] if version != OURS_NOW else []
    examine(path)
    return [version, *copies, *drawn.everything(path)]


def dump_of(path: Path) -> tuple[str, str]:
    """Return schema and content of a file as plain SQLite sees them."""
    connection = sqlite3.connect(path)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        content = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    finally:
        connection.close()
    return f"schema {version}", f"{verdict} {content}"


def judged(said: str, path: Path, before: State, after: State) -> tuple[str, str]:
    """Return what a try left, and what is wrong with that, if anything."""
    try:
        state = state_of(path)
    except Exception:  # noqa: BLE001 - a dossier that cannot be read any more is what the test looks for
        return "unreadable", traceback.format_exc()
    if state not in (before, after):
        return "half", f"it holds {state}"
    left = "all" if state == after else "nothing"
    if said.startswith(OURS):
        return left, said
    return left, "it said that it was done" if said == DONE and state != after else ""


# -- all tries -----------------------------------------------------------------------------------------------------


def try_all(library: ctypes.CDLL, folder: Path, name: str, fault: str, step: int) -> Found:
    """Let the operation meet the fault at every STEP-th of its calls."""
    operation, found, start = OPERATIONS[name], Found(), folder / "start"
    start.mkdir()
    if operation.starts_with == "the office":
        begun(start)
    elif operation.starts_with != "nothing":
        drawn.filled(drawn.made(start))
    if operation.starts_with == "an older schema":
        schema.UPGRADES = (*schema.UPGRADES, LATER)
    before = state_of(fresh(start, folder / "seen"))
    path = fresh(start, folder / "seen")
    operation.move(path)
    after = state_of(path)
    for number in itertools.count(1, step):
        path = fresh(start, folder / "tried")
        said, calls = tried(library, operation, path, fault, number)
        if said != KILLED and calls < number:
            return found
        left, wrong = judged(said, path, before, after)
        found.ends[said.partition(":")[0]] += 1
        found.left[left] += 1
        if wrong:
            found.wrong.append(f"{name}, {fault} at call {number}, {said[:40]}: {wrong}")
    raise AssertionError


def main(library: str, folder: str, name: str, fault: str, step: str) -> None:
    """Print what was found."""
    found = try_all(ctypes.CDLL(library), Path(folder), name, fault, int(step))
    sys.stdout.write(json.dumps(vars(found)))


if __name__ == "__main__":
    main(*sys.argv[1:])
