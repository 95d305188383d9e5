"""What every piece that draws itself has in common. This module holds how it follows a new look."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


def is_new_look(event: QEvent) -> bool:
    """Tell whether Qt says so that another look is worn."""
    return event.type() == QEvent.Type.StyleChange


class Piece(QWidget):
    """A widget that draws itself. It asks ``worn()`` for the look whenever it draws or is measured."""

    def changeEvent(self, event: QEvent) -> None:
        """Take the look that is worn now."""
        super().changeEvent(event)
        if is_new_look(event):
            self.take_look()

    def take_look(self) -> None:
        """Take from the look what is kept, as margins; measure and draw anew."""
        self.updateGeometry()
        self.update()
