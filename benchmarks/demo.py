"""How long the whole demo takes, as a user starts it: every sample checked, decided about, merged and written.

    .venv/bin/python benchmarks/demo.py [RUNS]        default: 5

Wall time is what one waits; processor time, that of the processes it starts included, is what it costs however busy
the machine is with other work. Both are medians.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ccbdesk import resources


def once(out: Path) -> tuple[float, float]:
    """Run the demo once; return its wall and its processor time."""
    before, begun = os.times(), time.perf_counter()
    words = (sys.executable, "-m", "ccbdesk", "demo", "--out", str(out))
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own interpreter and our own module
    wall, after = time.perf_counter() - begun, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent


def main() -> None:
    """Print the medians of some runs."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        taken = [once(Path(folder)) for _ in range(runs)]
    walls, spent = zip(*taken, strict=True)
    sys.stdout.write(
        f"{len(resources.samples())} samples, {runs} runs: "
        f"{statistics.median(walls):.2f} s wall (fastest {min(walls):.2f}), "
        f"{statistics.median(spent):.2f} s processor\n"
    )


if __name__ == "__main__":
    main()
