"""What is said of a finding. This module holds its words: what is wrong, what to do, what was before."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.labels import Ink, Label, ground
from ccbdesk.gui.widgets.piece import is_new_look
from ccbdesk.service.pictures.desk import FindingPicture

_FEWEST_LINES = 2


class FindingWords(QScrollArea):
    """The words; long ones scroll in as many lines as there is room for, at least two."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._needed = 0
        self._most = 0
        self.setAccessibleName("Nội dung điều đang xem")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.what = Label("", Text.BODY, wraps=True)
        self.advice = Label("", Text.BODY, Ink.SOFT, wraps=True)
        self.past = Label("", Text.SMALL, Ink.SOFT, wraps=True)
        self.settled = Label("", Text.SMALL, Ink.GOOD, wraps=True)
        inside = ground(QWidget())
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(worn().px(3))
        for label in self._labels():
            self._lines.addWidget(label)
            label.hide()
        self._lines.addStretch(1)
        self.setWidget(inside)

    def show_finding(self, finding: FindingPicture) -> None:
        """Show the first sentence as what is wrong, all others as what to do."""
        what, stop, advice = finding.sentence.partition(". ")
        past = " · ".join(f"{each.period}: {each.value}" for each in finding.past)
        before = f"{finding.figure_name}: {past}" if past else ""
        texts = (f"{what}." if stop else what, advice, before, finding.settled)
        for label, words in zip(self._labels(), texts, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.settled.set_ink(Ink.GOOD if finding.is_settled else Ink.WARNING)
        self.verticalScrollBar().setValue(0)
        self._measure()

    def set_room(self, most: int) -> None:
        """Take no more height than so many pixels, in whole lines."""
        line = worn().line_height(Text.BODY)
        self._most = max(most // line, _FEWEST_LINES) * line
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for all words, or for as many lines as there may be."""
        return QSize(worn().px(200), min(self._needed, self._most))

    def minimumSizeHint(self) -> QSize:
        """Return the room for two lines."""
        return QSize(worn().px(120), min(self._needed, _FEWEST_LINES * worn().line_height(Text.BODY)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure in a new look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._measure()

    def _labels(self) -> tuple[Label, ...]:
        return (self.what, self.advice, self.past, self.settled)

    def _measure(self) -> None:
        """Give each label the height that it needs; a layout would give it what it needs in half the width."""
        width = self.viewport().width()
        if width <= 0:
            return
        labels = [label for label in self._labels() if not label.isHidden()]
        for label in labels:
            label.setMinimumHeight(0)  # which the height asked for would never go below
        heights = [label.heightForWidth(width) for label in labels]
        for label, height in zip(labels, heights, strict=True):
            label.setFixedHeight(height)
        self._needed = sum(heights) + self._lines.spacing() * max(len(labels) - 1, 0)
        self.updateGeometry()
