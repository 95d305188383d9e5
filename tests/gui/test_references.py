"""PySide6 counts references rightly. This module holds the guard against versions that lose those to None.

Such a version (6.12.0) kills the process on Python 3.11 after some thousand calls, and nobody on 3.12 notices."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_lose_no_reference_to_none_or_true(qtbot: QtBot) -> None:
    widget, thing, model = QWidget(), QObject(), QStandardItemModel(1, 1)
    qtbot.addWidget(widget)
    kept = (None, True)
    before = [sys.getrefcount(value) for value in kept]
    for _ in range(1000):
        widget.setObjectName("tên")
        thing.setProperty("có", kept[1])
        model.index(0, 0).data()
        widget.isEnabled()
    after = [sys.getrefcount(value) for value in kept]

    assert [late > early - 100 for early, late in zip(before, after, strict=True)] == [True, True]
