"""How soon the window is there, and whether it ever stands still while the engine works.

    .venv/bin/python benchmarks/window.py [UNITS …]        default: 6 168

The first line: from the start of Python to the first paint of the window, each time in a process of its own, with the
files of the libraries in the computer's memory. Then, for clusters of invented communes: how long the engine takes to
take the files in and check them, and to merge them, and the longest gap between two beats of a timer of 5 ms in the
window meanwhile, and how much the window itself worked between two of them: the rest of a gap is the computer doing
something else. All are medians of five runs, in milliseconds. Where there is no screen it is measured without one."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from chain import filled
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.gui.main_window import MainWindow, Screens, wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES
from ccbdesk.gui.tasks import Tasks
from ccbdesk.model.period import Period
from ccbdesk.operations.new_cluster import Wish, found_cluster
from ccbdesk.service.messages import Failed
from ccbdesk.service.requests import Request, Table
from ccbdesk.service.requests.desk import Begin
from ccbdesk.service.requests.merging import Merge

FORM, PERIOD, TODAY, RUNS, BEAT = "lak-3", Period(2024), date(2024, 12, 1), 5, 5

START = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Look(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window.centralWidget():
            print(round((time.time() - float(sys.argv[1])) * 1000), round(time.process_time() * 1000))
            application.removeEventFilter(self)
            QTimer.singleShot(0, window.close)
        return False

application = QApplication([])
from ccbdesk.gui.start import made
window = made("Lan")
look = Look()
application.installEventFilter(look)
window.show()
application.exec()
"""


def first_paint() -> tuple[int, int]:
    """Return the milliseconds from the start of Python to the first paint, and how many of them it was at work."""
    words = (sys.executable, "-c", START, str(time.time()))
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_CONFIG_HOME": home}
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own
    whole, worked = done.stdout.split()
    return int(whole), int(worked)


def send(folder: Path, units: int, reader: Reader) -> Path:
    """Found a cluster of so many communes, put a return of each into a folder, and return the form's path."""
    kinds = ("thị trấn", *["xã"] * (units - 1))  # the form's sentences speak of both
    names = tuple(f"{kind} Thử {number:03}" for number, kind in enumerate(kinds, start=1))
    founded = found_cluster(Wish(FORM, f"Cụm thử {units} xã", names), folder, TODAY, reader)
    if founded.form is None:
        raise ValueError(founded.mistakes)
    (folder / "received").mkdir()
    for number, unit in enumerate(founded.form.units, start=1):
        book = filled(plan_template(founded.form, unit, PERIOD, None), number % 40 + 1)
        (folder / "received" / f"{unit.id}.xlsx").write_bytes(write_book(book, TODAY))
    return founded.path


class Beats:
    """A timer of 5 ms and the longest gap between two of its beats."""

    def __init__(self) -> None:
        """Begin to beat."""
        self.longest, self.busiest = 0.0, 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest, self.busiest = max(self.longest, now - self._last), max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked


def asked(window: MainWindow, request: Request[object], ask: Callable[..., None]) -> tuple[tuple[float, ...], object]:
    """Ask, and return how long the answer took, the longest gap, the busiest, and the answer as it is shown."""
    loop, ends = QEventLoop(), list[object]()

    def ended(end: object) -> None:
        ends.append(end)
        QTimer.singleShot(50, loop.quit)  # what the answer changed is painted too

    def failed(failure: Failed) -> None:
        raise SystemExit(failure.sentence)

    beats, began = Beats(), time.perf_counter()
    ask(request, ended) if ask == window.decide else window.tasks.ask(request, ended, failed)
    loop.exec()
    return (time.perf_counter() - began - 0.05, beats.longest, beats.busiest), ends[0]


def run(files: Path, form: Path) -> tuple[float, ...]:
    """Return how long taking in and merging take, and the longest gap during each, in a window of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as kept:
        preferences = Preferences.in_file(Path(kept) / "preferences.json")
        wear(preferences)
        window = MainWindow(Tasks("Lan"), preferences, Screens(PAGES))
        window.resize(1366, 728)
        window.show()
        window.tasks.start()
        while window.bench.make_next():  # as the program does while the person looks for the files
            pass
        folder = Path(kept) / "CCB"
        begin: Request[object] = Begin(folder, (files,), str(form), PERIOD.code)
        taking, desk = asked(window, begin, window.decide)
        table: Table = getattr(desk, "table")  # noqa: B009 - the answer is a desk
        merging, _ = asked(window, Merge(table, folder / "So.xlsx"), window.ask)
        window.close()
        return *taking, *merging


def main() -> None:
    """Measure and print."""
    units = [int(word) for word in sys.argv[1:]] or [6, 168]
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    worked = statistics.median(first_paint()[1] for _ in range(RUNS))
    print(f"first paint  {statistics.median(first_paint()[0] for _ in range(RUNS)):.0f}  at work {worked:.0f}")  # noqa: T201 - the result
    application = QApplication([])
    for count in units:
        with tempfile.TemporaryDirectory() as folder, Reader() as reader:
            form = send(Path(folder), count, reader)
            runs = [run(Path(folder) / "received", form) for _ in range(RUNS)]
        medians = [statistics.median(column) * 1000 for column in zip(*runs, strict=True)]
        words = ("taken in and checked", "longest gap", "at work", "merged", "longest gap", "at work")
        shown = "  ".join(f"{word} {value:.0f}" for word, value in zip(words, medians, strict=True))
        print(f"{count} units: {shown}")  # noqa: T201 - the result
    application.quit()


if __name__ == "__main__":
    main()
