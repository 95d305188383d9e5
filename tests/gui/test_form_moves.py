"""The moves with forms: a new cluster, the form worked on in Excel, a form proposed from a template."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from window_here import DESK, Shown, shown

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.form_check import FormDialog
from ccbdesk.gui.dialogs.founding import FoundingDialog
from ccbdesk.service.pictures.forms import FormPicture, Foundations, ProposedPicture
from ccbdesk.service.requests import Request
from ccbdesk.service.requests import forms as asking
from ccbdesk.service.requests.cabinet import Grounds

FORM = FormPicture(Path("/hồ sơ/Bo bieu mau/cum.xlsx"), "Bộ biểu mẫu cum: không có chỗ nào phải sửa.")
WRONG = FormPicture(FORM.path, "Có 1 chỗ phải sửa.", ("Trang “Số liệu”, ô B4: mã trùng.",))


def answer(request: Request[Any]) -> object:
    """Answer as the engine would."""
    match request:
        case asking.ShowFoundations():
            return Foundations((("mau", "Cụm mẫu"),), (("tỉnh", "An"), ("thành phố", "Bình")))
        case asking.Found() | asking.CopyForm():
            return FORM
        case asking.ReadForm():
            return WRONG
        case asking.ProposeForm():
            return ProposedPicture(Path("/out/mau.xlsx"), ("Xem trang đầu: có 2 chỗ đoán.",))
        case Grounds():
            return ()
        case _:
            return DESK


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    monkeypatch.setattr(picking, "documents", lambda: Path("/d"))
    return shown(qtbot, tmp_path, answer, DESK)


def press(here: Shown, words: str) -> None:
    """Press a button of the dialog."""
    QTest.mouseClick(here.button(words, here.overlay), Qt.MouseButton.LeftButton)


def test_a_new_cluster_is_made_from_names_and_its_first_period_is_set_up_next(here: Shown) -> None:
    here.choose("found")
    dialog = here.overlay
    assert isinstance(dialog, FoundingDialog)

    dialog.chosen.emit("mau", "Cụm thi đua số 5", ("tỉnh An", "xã Hòa"))

    folder = Path("/d/CCB/Bo bieu mau")
    assert here.asked[1] == asking.Found("mau", "Cụm thi đua số 5", ("tỉnh An", "xã Hòa"), folder)
    assert here.asked[2] == Grounds((DESK.table.dossier,), FORM.path)
    assert here.overlay.accessibleName() == "Lập kỳ báo cáo"


def test_the_form_in_force_is_copied_read_again_and_used_only_without_mistakes(here: Shown) -> None:
    here.choose("form")
    dialog = here.overlay
    assert isinstance(dialog, FormDialog)

    press(here, "Dùng cho kỳ này")
    assert here.is_free
    here.choose("form")
    press(here, "Đọc lại")

    copied = asking.CopyForm(DESK.table, Path("/hồ sơ/Bo bieu mau"))
    assert here.asked == [copied, asking.UseForm(DESK.table, FORM.path), copied, asking.ReadForm(str(FORM.path))]
    assert not here.button("Dùng cho kỳ này", here.overlay).isEnabled()


def test_a_form_is_proposed_from_the_template_an_office_uses(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/t/mau.xlsx", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/out")

    here.choose("propose")

    assert here.asked == [asking.ProposeForm(Path("/t/mau.xlsx"), Path("/out"))]
    assert here.overlay.accessibleName() == "Đã ghi xong"


def test_a_template_that_is_not_chosen_proposes_nothing(here: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))

    here.choose("propose")

    assert (here.asked, here.is_free) == ([], True)
