"""Every page in every state: empty, one, many, names too long, failed. This module holds what they are drawn from.

The window is the real one; what it shows is drawn by hand, and names and figures are invented."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import desk_drawing as drawn
import pages_drawing as paged
from window_here import TasksHere

from ccbdesk.gui.main_window import MainWindow, Screens
from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.screens import PAGES, SEARCH
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import Freshness
from ccbdesk.service.requests import Request
from ccbdesk.service.requests.checking import ShowSheet
from ccbdesk.service.requests.merging import ShowMerging
from ccbdesk.service.requests.report import ShowReport

UNREACHABLE = Failed(1, Cause.WORLD, "Ổ mạng của hồ sơ không trả lời. Kiểm tra mạng rồi bấm Thử lại. Hồ sơ còn nguyên.")
FEW = drawn.desk_of((drawn.unit(1), drawn.unit(2)), (drawn.finding(0), drawn.finding(1, level=Mark.WARNING)))
MANY = drawn.many(36, findings=6)
LONG = drawn.desk_of(
    (drawn.unit(1, drawn.LONG), drawn.unit(2)),
    (replace(drawn.finding(1, level=Mark.WARNING), unit_name=drawn.LONG, title=f"Số đầu kỳ của {drawn.LONG}"),),
    questions=(drawn.question(1),),
)
STRAY = drawn.file(3, f"{drawn.LONG}.xlsx", is_used=False, note="Tệp bị hỏng. Đề nghị đơn vị gửi lại.")
FIGURES = tuple(f"{number}.234" for number in range(1, 60))


@dataclass(frozen=True, slots=True)
class State:
    """A page in a state: the desk, and what its requests are answered with; a sheet is drawn where none is given."""

    step: Step
    desk: Desk
    answers: Mapping[type, object] = field(default_factory=dict)

    def answer(self, request: Request[Any]) -> object:
        """Return the answer to a request; None leaves it waiting."""
        if isinstance(request, ShowSheet) and ShowSheet not in self.answers:
            return drawn.sheet(request.file)
        return self.answers.get(type(request))


def states() -> Mapping[str, State]:
    """Return every state by the name of its picture."""
    return dict((*_receiving(), *_checking(), *_merging(), *_reporting()))


def _receiving() -> Iterator[tuple[str, State]]:
    failed = drawn.desk_of((drawn.unit(1),), strays=(STRAY,))
    for name, desk in {"empty": drawn.EMPTY, "one": FEW, "many": MANY, "long": LONG, "failed": failed}.items():
        yield f"receiving-{name}", State(Step.RECEIVING, desk)


def _checking() -> Iterator[tuple[str, State]]:
    for name, desk in {"empty": drawn.EMPTY, "one": FEW, "many": MANY, "long": LONG}.items():
        yield f"checking-{name}", State(Step.CHECKING, desk)
    yield "checking-failed", State(Step.CHECKING, FEW, {ShowSheet: UNREACHABLE})


def _merging() -> Iterator[tuple[str, State]]:
    pictures = {
        "empty": paged.merging(Freshness.NOTHING, 0),
        "one": paged.merging(units=1),
        "many": paged.merging(units=36),
        "long": paged.merging(units=2, name=paged.LONG),
        "stale": paged.merging(Freshness.STALE, 14),
    }
    for name, picture in pictures.items():
        yield f"merging-{name}", State(Step.MERGING, FEW, {ShowMerging: picture})
    yield "merging-failed", State(Step.MERGING, FEW, {ShowMerging: UNREACHABLE})


def _reporting() -> Iterator[tuple[str, State]]:
    pictures = {
        "empty": paged.report(Freshness.NEVER, paper=None),
        "one": paged.report(Freshness.FRESH, "1.234"),
        "many": paged.report(Freshness.FRESH, *FIGURES),
        "long": paged.report(Freshness.FRESH, "1.234", name=paged.LONG),
        "stale": paged.report(Freshness.STALE, "1.234"),
    }
    for name, picture in pictures.items():
        yield f"reporting-{name}", State(Step.REPORTING, FEW, {ShowReport: picture})
    yield "reporting-failed", State(Step.REPORTING, FEW, {ShowReport: UNREACHABLE})


def window_in(state: State) -> MainWindow:
    """Return the window in a state, not yet shown."""
    preferences = Preferences.in_file(Path(tempfile.mkdtemp()) / "preferences.json")
    window = MainWindow(TasksHere(state.answer), preferences, Screens(PAGES, SEARCH))
    window.show_desk(state.desk)
    window.go(state.step)
    return window
