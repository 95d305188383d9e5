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
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.preferences import log_folder
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.labels import Ink, Label
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


def show(parent: QWidget, failed: Failed, ways: Ways) -> Asking:
    """Say why something could not be done, and offer the ways that make sense for its cause."""
    if failed.cause is Cause.OURS:
        write_down(failed.details)
    first, rest = parted(failed.sentence)
    dialog = Asking(parent, _TITLES[failed.cause], sign=_SIGNS[failed.cause])
    dialog.body.addWidget(Label(first, Text.BODY, wraps=True))
    if rest:
        dialog.body.addWidget(Label(rest, Text.BODY, Ink.SOFT, wraps=True))
    _add_ways(dialog, failed, ways)
    dialog.open()
    return dialog


def tell(parent: QWidget, title: str, words: str) -> Asking:
    """Tell something that needs no decision."""
    dialog = Asking(parent, title, sign=(Icon.INFO, "accent"))
    dialog.body.addWidget(Label(words, Text.BODY, wraps=True))
    dialog.add_button("Đón&g", Kind.FILLED).clicked.connect(dialog.accept)
    dialog.open()
    return dialog


def parted(sentence: str) -> tuple[str, str]:
    """Return what happened, and what to do about it: the first sentence, and the others."""
    first, stop, rest = sentence.partition(". ")
    return (f"{first}{stop.strip()}", rest.strip()) if rest else (sentence, "")


def _add_ways(dialog: Asking, failed: Failed, ways: Ways) -> None:
    cause = failed.cause
    if cause is Cause.TARGET_OPEN and ways.elsewhere:
        _offer(dialog, "&Lưu tên khác…", Icon.SAVE, ways.elsewhere, is_left=True)
    if failed.details:
        copy = dialog.add_button("&Chép thông tin lỗi", Kind.OUTLINED, Icon.COPY, is_left=True)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report_of(failed.details)))
    main = {
        Cause.WORLD: ("&Thử lại", Icon.REFRESH, ways.again),
        Cause.TARGET_OPEN: ("&Thử lại", Icon.REFRESH, ways.again),
        Cause.STALE: ("&Mở lại hồ sơ", Icon.REFRESH, ways.reopen),
    }.get(cause)
    close = dialog.add_cancel("Đón&g")
    if main and main[2]:
        _offer(dialog, main[0], main[1], main[2], kind=Kind.FILLED)
    else:
        close.set_kind(Kind.FILLED)
        close.setDefault(True)


def _offer(  # noqa: PLR0913 - what a button is, and what it does
    dialog: Asking, words: str, icon: Icon, do: Callable[[], None], *, kind: Kind = Kind.OUTLINED, is_left: bool = False
) -> None:
    button = dialog.add_button(words, kind, icon, is_left=is_left)
    button.clicked.connect(dialog.accept)
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
    """Meets errors of the window itself, which nobody expected: they are written down and told once, and work goes on."""

    def __init__(self, parent: QWidget) -> None:
        """Meet errors from now on, over this window."""
        self._parent = parent
        self._shown: Asking | None = None
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the error down and tell of it, unless the last one is still being told of."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        details = places_of(error)
        if self._shown is None:
            self._shown = show(self._parent, Failed(0, Cause.OURS, _OURS, details), Ways())
            self._shown.finished.connect(self._forget)
        else:
            write_down(details)

    def _forget(self) -> None:
        self._shown = None
