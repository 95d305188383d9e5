"""The story of a power cut: a merge that is killed at any moment leaves the old files or the new ones, never half of one."""

import subprocess
import sys
import time
from pathlib import Path

import desk
import pytest

from ccbdesk.files.package.soundness import is_sound_package

pytestmark = pytest.mark.deep

KILLS = 60


def merge(out: Path, day: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "ccbdesk", "merge", str(desk.CLEAN), "--out", str(out), "--date", day]
    return subprocess.Popen(words, cwd=desk.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in (".xlsx", ".docx")}


def test_a_merge_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    start = time.monotonic()
    assert merge(out, "2023-10-10").wait() == 0
    whole = time.monotonic() - start
    old = written(out)
    assert merge(tmp_path / "new", "2023-10-11").wait() == 0
    new = written(tmp_path / "new")

    for kill in range(KILLS):
        work = merge(out, "2023-10-11")
        time.sleep(whole * kill / KILLS)
        work.kill()
        work.wait()

        for name, content in written(out).items():
            assert content in (old[name], new[name]), (kill, name)
            assert is_sound_package(content)
            (out / name).write_bytes(old[name])
        assert len(written(out)) == 2
