"""Qt's own words in Vietnamese. This module holds how they and the ways of writing numbers and dates are put in force.

They are translated in ``resources/words/qtbase_vi.ts``; how that becomes what Qt reads stands beside it."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ccbdesk import resources


@cache
def speak_vietnamese() -> QTranslator:
    """Let Qt's dialogs, menus and dates speak Vietnamese, once a program; the translator must be kept."""
    QLocale.setDefault(QLocale("vi_VN"))
    translator = QTranslator()
    translator.load(str(resources.qt_words()))
    QCoreApplication.installTranslator(translator)
    return translator
