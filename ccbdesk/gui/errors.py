"""When something cannot be done. This module holds the one dialog that says so, and what becomes of our own errors.

A dialog says what happened, what to do, and that nothing is lost; the program goes on. Sentences come from the engine;
the window's own are here."""

import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.preferences import log_folder
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.labels import Ink
from ccbdesk.service.messages import Cause, Failed

_TITLES = {
    Cause.WORLD: "Chưa làm được việc này",
    Cause.TARGET_OPEN: "Chưa lưu được tệp",
    Cause.REFUSED: "Không thực hiện được",
    Cause.STALE: "Hồ sơ vừa có người khác ghi",
    Cause.STOPPED: "Đã dừng",
    Cause.OURS: "Chương trình gặp lỗi",
}
_SIGNS = {
    Cause.WORLD: (Icon.TRIANGLE, "warning_ink"),
    Cause.TARGET_OPEN: (Icon.LOCK, "error_ink"),
    Cause.REFUSED: (Icon.INFO, "accent"),
    Cause.STALE: (Icon.PEOPLE, "warning_ink"),
    Cause.STOPPED: (Icon.STOP, "quiet_ink"),
    Cause.OURS: (Icon.OCTAGON_X, "error_ink"),
}
_OURS = (
    "Cửa sổ chương trình gặp lỗi khi làm việc này. Hồ sơ và các tệp đã nhận còn nguyên; "
    "việc vừa làm có thể chưa được ghi, đề nghị xem lại rồi làm lại."
)
_LARGEST_LOG = 500_000


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done about it: ask again, save elsewhere, open the dossier again; None where that makes no sense."""

    again: Callable[[], None] | None = None
    elsewhere: Callable[[], None] | None = None
    reopen: Callable[[], None] | None = None


def show(window: QWidget, failed: Failed, ways: Ways) -> Asking:
    """Say why something could not be done, and offer the ways that make sense for its cause."""
    if failed.cause is Cause.OURS:
        write_down(failed.details)
    first, rest = parted(failed.sentence)
    dialog = Asking(window, _TITLES[failed.cause], sign=_SIGNS[failed.cause])
    dialog.say(first)
    if rest:
        dialog.say(rest, Ink.SOFT)
    _add_ways(dialog, failed, ways)
    dialog.open()
    return dialog


def tell(window: QWidget, title: str, words: str) -> Asking:
    """Tell something that needs no decision."""
    dialog = Asking(window, title, sign=(Icon.INFO, "accent"))
    dialog.say(words)
    dialog.offer_cancel("Đón&g").set_kind(Kind.FILLED)
    dialog.open()
    return dialog


def parted(sentence: str) -> tuple[str, str]:
    """Return what happened, and what to do about it: the first sentence, and the others."""
    first, stop, rest = sentence.partition(". ")
    return (f"{first}{stop.strip()}", rest.strip()) if rest else (sentence, "")


def _add_ways(dialog: Asking, failed: Failed, ways: Ways) -> None:
    if failed.details:
        copy = dialog.offer("&Chép thông tin lỗi", Kind.LINK, Icon.COPY)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report_of(failed.details)))
    if failed.cause is Cause.TARGET_OPEN and ways.elsewhere:
        _offer(dialog, dialog.offer("&Lưu tên khác…", Kind.OUTLINED, Icon.SAVE), ways.elsewhere)
    close = dialog.offer_cancel("Đón&g")
    match failed.cause:
        case Cause.WORLD | Cause.TARGET_OPEN if ways.again:
            _offer(dialog, dialog.offer("&Thử lại", Kind.FILLED, Icon.REFRESH), ways.again)
        case Cause.STALE if ways.reopen:
            _offer(dialog, dialog.offer("&Mở lại hồ sơ", Kind.FILLED, Icon.REFRESH), ways.reopen)
        case _:
            close.set_kind(Kind.FILLED)


def _offer(dialog: Asking, button: Button, do: Callable[[], None]) -> None:
    """Let a button close the dialog and do something."""
    button.clicked.connect(dialog.dismiss)
    button.clicked.connect(lambda _checked=False: do())


# -- errors of the program -----------------------------------------------------------------------------------------


def report_of(details: str) -> str:
    """Return what developers need to know: where it went wrong, and on which computer; no name and no figure."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"ccbdesk {program_version()}\n{system}\n{details}\n"


def program_version() -> str:
    """Return the version of the program."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - seldom needed, and slow to load

    try:
        return version("ccbdesk")
    except PackageNotFoundError:
        return "?"


def write_down(details: str, folder: Path | None = None) -> None:
    """Write an error of ours into the log on this computer; where that cannot be, nothing else happens."""
    with suppress(OSError):
        path = (folder or log_folder()) / "ccbdesk.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST_LOG:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}\n{report_of(details)}\n")


def places_of(error: BaseException) -> str:
    """Return where an error arose, without its words: they may hold figures of members."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*lines, type(error).__name__])


class Hook:
    """Meets the errors of the window that nobody expected: they are written down, told once, and work goes on."""

    def __init__(self, window: QWidget) -> None:
        """Meet errors from now on, over this window."""
        self._window = window
        self._shown: Asking | None = None
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the error down and tell of it, unless the last one is still being told of."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        details = places_of(error)
        if self._shown is None:
            self._shown = show(self._window, Failed(0, Cause.OURS, _OURS, details), Ways())
            self._shown.closed.connect(self._forget)
        else:
            write_down(details)

    def leave(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__

    def _forget(self) -> None:
        self._shown = None
