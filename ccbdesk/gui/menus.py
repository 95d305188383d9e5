"""The menu bar. This module holds how its actions are made from a table, and when each can be chosen.

Every action has a key or a mnemonic; the mnemonics of a menu stand on plain ASCII letters, each once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ccbdesk.service.pictures.desk import Desk


class Needs(Enum):
    """What must be so for an action to be chosen."""

    NOTHING = auto()
    DESK = auto()
    OPEN = auto()
    """A period that is not closed."""
    CLOSED = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a menu: a name for the code, its words with a mnemonic, its keys, what it does."""

    name: str
    words: str
    do: Callable[[], None]
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    is_checkable: bool = False


LINE = None
"""A line between groups."""


@dataclass(frozen=True, slots=True)
class Part:
    """A menu: its words with a mnemonic, and its lines."""

    words: str
    items: Sequence[Item | None]


class Menus:
    """The menus of a window, and their actions by name."""

    def __init__(self, window: QMainWindow, parts: Sequence[Part]) -> None:
        """Fill the window's menu bar."""
        self.actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []
        self._needs: dict[str, Needs] = {}
        self._words: dict[str, str] = {}
        for part in parts:
            menu = QMenu(part.words, window)
            window.menuBar().addMenu(menu)
            menu.setToolTipsVisible(True)
            self.menus.append(menu)
            for item in part.items:
                if item is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._action(window, item))
        self.show_desk(None)

    def show_desk(self, desk: Desk | None) -> None:
        """Let those be chosen that can be now; undo and redo say what of."""
        for name, action in self.actions.items():
            action.setEnabled(_is_met(self._needs[name], desk))
        for name, what in (("undo", desk.undo if desk else ""), ("redo", desk.redo if desk else "")):
            if name in self.actions:
                words = self._words[name]
                self.actions[name].setText(f"{words}: {_short(what)}" if what else words)

    def _action(self, window: QMainWindow, item: Item) -> QAction:
        action = QAction(item.words, window)
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setCheckable(item.is_checkable)
        action.triggered.connect(lambda _checked=False: item.do())
        self.actions[item.name] = action
        self._needs[item.name] = item.needs
        self._words[item.name] = item.words
        return action


_LONGEST = 60


def _short(words: str) -> str:
    plain = words.replace("&", "&&")
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()}…"


def _is_met(needs: Needs, desk: Desk | None) -> bool:
    match needs:
        case Needs.NOTHING:
            return True
        case Needs.DESK:
            return desk is not None
        case Needs.OPEN:
            return desk is not None and not desk.life.is_closed
        case Needs.CLOSED:
            return desk is not None and desk.life.is_closed
        case Needs.UNDO:
            return desk is not None and bool(desk.undo)
        case Needs.REDO:
            return desk is not None and bool(desk.redo)
