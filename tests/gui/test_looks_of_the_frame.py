"""Every scene of the frame as an eye and a screen reader meet it: nothing cut, nothing overlapping, everything named."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from seeing import cut_words, nameless, overlapping
from window_here import DESK, Shown, shown

from ccbdesk.gui import errors
from ccbdesk.gui.dialogs.beginning import BeginDialog, BegunDialog
from ccbdesk.gui.dialogs.writing import WrittenDialog
from ccbdesk.gui.main_window import wear
from ccbdesk.gui.preferences import Preferences
from ccbdesk.model.unit import UnitId
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.cabinet import DossierCard, Ground, PeriodCard, Written
from ccbdesk.service.requests import Request
from ccbdesk.service.requests.cabinet import Glance, Grounds

LONG = "Cụm thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội các tỉnh phía Bắc và Bắc Trung Bộ"
SIZES = {"usual": (1366, 728, 1.0), "small": (1093, 590, 1.0), "large": (1366, 728, 1.3), "largest": (1366, 728, 1.6)}


def period(words: str) -> PeriodCard:
    """Return the card of a period."""
    return PeriodCard("2026-6t", "6 tháng đầu năm 2026", words, "36 tệp đã nhận", Status(Mark.ACCEPTED, "Đã ban hành"))


CARDS = (
    DossierCard(Path("/a.ccbdesk"), LONG, "", (period("Hạn nhận tệp 05/10/2026"), period(LONG))),
    DossierCard(Path("/b.ccbdesk"), "b", "", (), f"Không tới được hồ sơ “/{'thư mục/' * 20}b.ccbdesk”. Hãy thử lại."),
)
MEMBERS = tuple((UnitId(f"u{number}"), f"{LONG} {number}") for number in range(36))
GROUNDS = (Ground(f"{LONG} – hồ sơ mới", None, "/f.xlsx", MEMBERS),)


def answer(request: Request[Any]) -> object:
    """Answer with the drawn pictures."""
    match request:
        case Glance():
            return CARDS
        case Grounds():
            return GROUNDS
        case _:
            return DESK


def fail(here: Shown, cause: Cause) -> None:
    """Let something fail, with a sentence that is long."""
    sentence = f"Tệp “/{'thư mục/' * 18}So tong hop.xlsx” đang mở. Hãy đóng tệp rồi làm lại. Kết quả vẫn còn."
    errors.show(here.window, Failed(1, cause, sentence, ""), errors.Ways(lambda: None, lambda: None, lambda: None))


def welcome(here: Shown) -> None:
    """Show what is shown where there is no dossier yet."""
    here.window.put_away()
    here.window.start.show_dossiers(())


def menu(action: str) -> Callable[[Shown], None]:
    """Return what chooses from a menu."""
    return lambda here: here.choose(action)


SCENES: Mapping[str, Callable[[Shown], None]] = {
    "welcome": welcome,
    "list": lambda here: here.window.put_away(),
    "bench": lambda _here: None,
    **{name: menu(name) for name in ("days", "close", "issue", "decisions", "export", "templates", "keys", "about")},
    "begin": lambda here: here.window.moves.begin_period(),
    "begun": lambda here: BegunDialog(here.window, replace(DESK, cluster=LONG)).open(),
    "written": lambda here: WrittenDialog(here.window, Written(Path("/d" * 90), Path("/d"), "Đã ghi xong.")).open(),
    "target open": lambda here: fail(here, Cause.TARGET_OPEN),
    "stale": lambda here: fail(here, Cause.STALE),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_nothing_lies_on_something_else_and_everything_has_a_name(
    qtbot: QtBot, tmp_path: Path, size: str, scene: str
) -> None:
    width, height, factor = SIZES[size]
    preferences = Preferences.in_file(tmp_path / "preferences.json")
    preferences.change(factor=factor)
    wear(preferences)
    here = shown(qtbot, tmp_path, answer, replace(DESK, cluster=LONG), size=(width, height))
    SCENES[scene](here)
    for _ in range(3):
        QApplication.processEvents()

    window = here.window
    assert (window.width(), window.height()) == (width, height)
    looked_at = here.overlay if not here.is_free else window
    assert cut_words(looked_at) == []
    assert overlapping(looked_at) == []
    assert nameless(looked_at) == []


def test_the_dialog_that_begins_a_period_offers_every_member(qtbot: QtBot, tmp_path: Path) -> None:
    here = shown(qtbot, tmp_path, answer, DESK)

    here.window.moves.begin_period()

    dialog = here.overlay
    assert isinstance(dialog, BeginDialog)
    assert dialog.members.count() == len(MEMBERS)
