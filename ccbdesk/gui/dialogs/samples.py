"""Trying the program. This module holds the dialog in which one of the samples that ship with it is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Kind
from ccbdesk.gui.widgets.labels import Ink


@dataclass(frozen=True, slots=True)
class Sample:
    """A cluster and period to try the program with: its name, and the folder of its files."""

    name: str
    folder: Path

    def files(self, *, is_clean: bool) -> Path:
        """Return the files as they really arrive, or those in which nothing is to be asked or put right."""
        return self.folder / ("clean" if is_clean else "received")


class SamplesDialog(Asking):
    """Asks which sample to try. ``chosen`` gives the folder of files."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, samples: Sequence[Sample]) -> None:
        """Offer the samples, the last first; it is chosen."""
        lead = "Số tổng là số các Cụm đã công bố, số của từng đơn vị là số minh họa. Hồ sơ thật không bị ảnh hưởng."
        super().__init__(window, "Thử với dữ liệu mẫu", lead, width=760)
        self._samples = tuple(reversed(samples))
        self._group = QButtonGroup(self)
        for place, sample in enumerate(self._samples):
            button = QRadioButton(sample.name)
            button.setToolTip(sample.name)
            self._group.addButton(button, place)
            self.fields.addWidget(button)
        self._group.button(0).setChecked(True)
        self.is_clean = QCheckBox("Chỉ lấy tệp &sạch, không có gì phải hỏi hay sửa")
        self.say("Bộ mẫu có tệp đặt tên lạ, tệp gửi hai lần, số ghi bằng chữ… như thật.", Ink.SOFT)
        self.fields.addWidget(self.is_clean)
        self.offer_cancel()
        self.offer("&Mở bộ mẫu", Kind.FILLED, Icon.EYE).clicked.connect(self._finish)

    def _finish(self) -> None:
        sample = self._samples[self._group.checkedId()]
        self.dismiss()
        self.chosen.emit(sample.files(is_clean=self.is_clean.isChecked()))
