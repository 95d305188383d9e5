"""The story of the power cut, the full disk and the vanished share, counted call by call: whatever happens at the n-th
call to the system, the dossier is sound, what was reported done is there, and nothing is half there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytestmark = pytest.mark.compiler

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

OPERATIONS = ("make", "start a period", "take in", "take in much", "decide", "keep results", "keep history", "upgrade")
OF_THE_OFFICE = ("office takes in", "office decides")
"""A file received and a decision, from the office's move on: a form read, a period checked, then one transaction."""

FAULTS = ("kill", "torn", "eio once", "eio always", "full", "gone")
OFTEN = 9
"""In the usual tier every ninth call is tried; the deep tier tries them all."""

TOLD = {
    "kill": {"killed"},
    "torn": {"killed", "done"},
    "eio once": {"DossierUnreachable", "DossierReadOnly", "WriteFailed", "done"},
    "eio always": {"DossierUnreachable", "DossierReadOnly", "WriteFailed", "done"},
    "full": {"DiskFull", "done"},
    "gone": {"DossierUnreachable", "WriteFailed", "done"},
}
"""As what each fault may be told; “done” where it hit a call that the operation does not depend on."""

TOLD_THE_OFFICE = {**TOLD, "full": {"DiskFull", "DossierUnreachable", "done"}}
"""An office's move stores what it read, and goes on where that fails. If a full disk takes not one byte more, not even in
the place of others, what was broken off can only be rolled back later: until then the file cannot be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an operation under a fault, see ``faulting.py``."""

    ends: dict[str, int]
    left: dict[str, int]
    wrong: list[str]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is one: the calls are counted the same, and a disk would take its time."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder with a name of its own is made in it
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as quick:
        yield Path(quick)


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that makes calls fail."""
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    words = ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", str(library), str(HERE / "faults.c")]
    subprocess.run([*words, "-ldl"], check=True)
    return library


def found(faults: Path, folder: Path, operation: str, fault: str, step: int) -> Found:
    """Run the operation with the fault at every STEP-th call."""
    words = [sys.executable, str(HERE / "faulting.py"), str(faults), str(folder), operation, fault, str(step)]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    variables = {**os.environ, "LD_PRELOAD": str(faults), "PYTHONPATH": paths}
    run = subprocess.run(words, env=variables, stdout=subprocess.PIPE, check=True)
    return Found(**json.loads(run.stdout))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", ["make", "take in", "decide", "upgrade"])
def test_a_fault_at_a_call_leaves_all_or_nothing(faults: Path, folder: Path, operation: str, fault: str) -> None:
    under = found(faults, folder, operation, fault, step=1 if operation == "make" else OFTEN)

    assert under.wrong == []
    assert under.ends.keys() <= TOLD[fault]
    assert under.left.keys() <= {"all", "nothing"}
    assert under.left["nothing"] >= 1


@pytest.mark.parametrize("fault", ["kill", "eio once", "full"])
@pytest.mark.parametrize("operation", OF_THE_OFFICE)
def test_a_fault_in_a_move_of_the_office_leaves_all_or_nothing(
    faults: Path, folder: Path, operation: str, fault: str
) -> None:
    under = found(faults, folder, operation, fault, step=OFTEN)

    assert under.wrong == []
    assert under.ends.keys() <= TOLD_THE_OFFICE[fault]
    assert under.left.keys() <= {"all", "nothing"}
    assert under.left["nothing"] >= 1


@pytest.mark.deep
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "kill"])
@pytest.mark.parametrize("operation", [*OPERATIONS, *OF_THE_OFFICE])
def test_a_fault_at_every_call_leaves_all_or_nothing(faults: Path, folder: Path, operation: str, fault: str) -> None:
    under = found(faults, folder, operation, fault, step=OFTEN if operation == "take in much" else 1)

    assert under.wrong == []
    assert under.ends.keys() <= (TOLD_THE_OFFICE if operation in OF_THE_OFFICE else TOLD)[fault]
    assert under.left.keys() <= {"all", "nothing"}
    assert under.left["nothing"] >= 1


@pytest.mark.deep
def test_a_kill_at_every_call_more_than_five_hundred_leaves_all_or_nothing(faults: Path, folder: Path) -> None:
    kills = 0
    for operation in (*OPERATIONS, *OF_THE_OFFICE):
        place = folder / operation
        place.mkdir()
        under = found(faults, place, operation, "kill", step=1)
        assert under.wrong == []
        assert under.left.keys() == {"all", "nothing"}
        kills += under.ends["killed"]

    assert kills >= 500
