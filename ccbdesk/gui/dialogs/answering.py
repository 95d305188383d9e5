"""What the program must ask. This module holds the dialog that goes through the questions, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccbdesk.gui.dialogs.choices import Choices
from ccbdesk.gui.dialogs.reasons import CAN_BE_UNDONE
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.look.text import Text
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.cards import Card
from ccbdesk.gui.widgets.labels import Elided, Ink, Label
from ccbdesk.gui.widgets.overlay import Overlay
from ccbdesk.service.pictures.desk import QuestionPicture


class QuestionsDialog(Overlay):
    """Asks one question after the other; “Để sau” goes on to the next without an answer."""

    answered = Signal(str, str)
    """The question and the key of the choice; ``show_questions`` takes what is still to be asked."""

    def __init__(self, window: QWidget, questions: Sequence[QuestionPicture], first: str = "") -> None:
        """Ask these questions, beginning with ``first`` where it is given."""
        super().__init__(window, "", width=680)
        self._put_off: set[str] = set()
        self._questions = tuple(sorted(questions, key=lambda each: each.id != first) if first else questions)
        self.choices = Choices(())
        self._about = QVBoxLayout()
        self._page = QWidget()
        self.body.addWidget(self._page)
        self.later = self.add_button(Button("Để &sau"))
        self.decide = self.add_button(Button("T&rả lời", Kind.FILLED, Icon.CHECK))
        self.later.clicked.connect(self._go_on)
        self.decide.clicked.connect(lambda: self.answered.emit(self._questions[0].id, self.choices.key()))
        self._show_first()

    def show_questions(self, questions: Sequence[QuestionPicture]) -> None:
        """Go on with what is still asked; the dialog closes where nothing is but what was put off."""
        known = {each.id: each for each in questions if each.id not in self._put_off}
        before = [each.id for each in self._questions if each.id in known]
        self._questions = tuple(known.pop(id) for id in before) + tuple(known.values())
        self._show_first()

    def _go_on(self) -> None:
        self._put_off.add(self._questions[0].id)
        self._questions = self._questions[1:]
        self._show_first()

    def _show_first(self) -> None:
        if not self._questions:
            self.dismiss()
            return
        question, count = self._questions[0], len(self._questions)
        self.title.setText(question.title)
        self.setAccessibleName(question.title)
        self.set_hint(CAN_BE_UNDONE if count == 1 else f"Còn {count - 1} câu nữa. {CAN_BE_UNDONE}.")
        page = _page(question)
        self.choices = page.choices
        self.choices.changed.connect(lambda: self.decide.setEnabled(bool(self.choices.key())))
        self.decide.setEnabled(False)
        self.body.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page
        if not self.isHidden():
            self.arrange()
            page.choices.setFocus()


class _Page(QWidget):
    """One question: its sentence, the first rows of the file, and the choices."""

    def __init__(self, question: QuestionPicture) -> None:
        super().__init__()
        self.choices = Choices(question.choices)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Label(question.sentence, Text.BODY, wraps=True))
        if question.rows:
            lines.addWidget(_first_rows(question.rows))
        lines.addWidget(self.choices)


def _page(question: QuestionPicture) -> _Page:
    return _Page(question)


def _first_rows(rows: Sequence[str]) -> Card:
    card = Card(margin=16, spacing=4)
    card.setAccessibleName("Những dòng đầu của tệp")
    card.content.addWidget(Label("Những dòng đầu của tệp", Text.CAPTION, Ink.SOFT))
    for row in rows:
        card.content.addWidget(Elided(row))
    return card
