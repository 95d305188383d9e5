"""Setting a period up. This module holds the dialog: whose it is, which period, its days, who takes part.

Nobody types an id: clusters, periods and members are chosen."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from ccbdesk.gui import picking
from ccbdesk.gui.dialogs.asking import Asking
from ccbdesk.gui.dialogs.days import DayField, unread
from ccbdesk.gui.look.dressing import worn
from ccbdesk.gui.look.icons import Icon
from ccbdesk.gui.widgets.buttons import Button, Kind
from ccbdesk.gui.widgets.choices import Choice
from ccbdesk.gui.widgets.labels import Ink
from ccbdesk.model.period import Milestone, Period, Span, period_of
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.cabinet import Ground
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests.cabinet import SetUp

SPANS = (
    (Span.YEAR, "Cả năm"),
    (Span.HALF, "6 tháng đầu năm"),
    (Span.NINE_MONTHS, "9 tháng đầu năm"),
    (Span.FIRST_QUARTER, "Quý I"),
    (Span.SECOND_QUARTER, "Quý II"),
    (Span.THIRD_QUARTER, "Quý III"),
    (Span.FOURTH_QUARTER, "Quý IV"),
)
_UNIT = Qt.ItemDataRole.UserRole
_FORMS = "Bộ biểu mẫu (*.xlsx)"


class BeginDialog(Asking):
    """Asks for all that a period begins with."""

    chosen = Signal(object)
    """The request that sets the period up."""
    form_chosen = Signal(object)
    """Another form workbook is to be used: its path. The dialog is asked for again with it."""

    def __init__(self, window: QWidget, grounds: tuple[Ground, ...], today: date) -> None:
        """Offer dossiers and forms; the first is chosen."""
        super().__init__(window, "Lập kỳ báo cáo", width=780)
        self.grounds = grounds
        self.where = picking.dossiers()
        self.cluster, self.span, self.year = Choice("Cụm"), Choice("Kỳ"), QSpinBox()
        self.cut_off, self.deadline, self.meeting = DayField(), DayField(), DayField()
        self.members = QListWidget()
        self.place = QLineEdit()
        self._offer_all(today)
        self._add_fields()
        self.complaint = self.say("", Ink.ERROR)
        self.offer_cancel()
        self.offer("&Lập kỳ", Kind.FILLED, Icon.PLUS).clicked.connect(self._finish)
        self.cluster.currentIndexChanged.connect(self._take_ground)
        self.span.currentIndexChanged.connect(self._take_period)
        self.year.valueChanged.connect(self._take_period)
        self._take_ground()

    @property
    def ground(self) -> Ground | None:
        """What is chosen to begin on."""
        place = self.cluster.currentIndex()
        return self.grounds[place] if 0 <= place < len(self.grounds) else None

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return Period(self.year.value(), Span(self.span.currentData()))

    def _offer_all(self, today: date) -> None:
        for field in (self.deadline, self.meeting):
            field.setPlaceholderText("ngày/tháng/năm, nếu đã có")
        for ground in self.grounds:
            self.cluster.addItem(ground.words)
        for span, words in SPANS:
            self.span.addItem(words, span.value)
        self.year.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.year.setRange(1990, 2099)
        self.year.setValue(today.year)
        self.place.setReadOnly(True)
        self.members.setFixedHeight(worn().px(140))
        self.members.setToolTip("Bỏ dấu ở đơn vị không tham gia kỳ này.")
        self.members.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _add_fields(self) -> None:
        other = Button("&Bộ biểu mẫu khác…", Kind.LINK)
        other.clicked.connect(self._pick_form)
        move = Button("Đổ&i…", Kind.OUTLINED)
        move.setAccessibleName("Đổi nơi lưu")
        move.clicked.connect(self._pick_place)
        self.elsewhere = move
        self.year.setAccessibleName("Năm")
        self.add_row("&Cụm", self.cluster, other)
        self.add_row("&Kỳ", self.span, self.year)
        self.add_row("Số liệu tính đế&n", self.cut_off)
        self.add_row("&Hạn gửi báo cáo", self.deadline)
        self.add_row("Ngày họ&p", self.meeting)
        self.add_row("Đơn vị th&am gia", self.members)
        self.add_row("Nơi lư&u", self.place, move)

    def _take_ground(self) -> None:
        """Show members and place of what is chosen, and the period that comes next there."""
        ground = self.ground
        self.members.clear()
        if ground is None:
            return
        for id, name in ground.members:
            item = QListWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_UNIT, id)
            self.members.addItem(item)
        likely = period_of(ground.likely) if ground.likely else None
        if likely is not None:
            self.span.setCurrentIndex(self.span.findData(likely.span.value))
            self.year.setValue(likely.year)
        self.place.setText(picking.crumbs(ground.dossier or self.where))
        self.elsewhere.setEnabled(ground.dossier is None)
        self._take_period()

    def _take_period(self) -> None:
        """Figures count until the last day of the period, unless somebody types another."""
        self.cut_off.set_day(self.period.last_day)

    def _pick_form(self) -> None:
        chosen = picking.pick_file(self.window(), "Chọn bộ biểu mẫu", str(picking.documents()), _FORMS)
        if chosen is not None:
            self.dismiss()
            self.form_chosen.emit(chosen)

    def _pick_place(self) -> None:
        chosen = picking.pick_folder(self.window(), "Chọn nơi lưu hồ sơ", str(self.where.parent))
        if chosen is not None:
            self.where = chosen
            self.place.setText(picking.crumbs(chosen))

    def _finish(self) -> None:
        ground = self.ground
        wrong = self._wrong()
        self.complaint.setText(wrong)
        if ground is None or wrong:
            return
        days = tuple(
            (milestone, field.day)
            for milestone, field in zip(Milestone, (self.cut_off, self.deadline, self.meeting), strict=True)
            if field.day is not None
        )
        where: Path = ground.dossier or self.where
        self.dismiss()
        self.chosen.emit(SetUp(where, ground.form, self.period.code, days, self._find_members(is_in=False)))

    def _wrong(self) -> str:
        """Return what is still to be chosen or typed otherwise; empty where all is well."""
        if self.ground is None:
            return "Cần chọn Cụm hoặc bộ biểu mẫu."
        if not self._find_members(is_in=True):
            return "Cần ít nhất một đơn vị tham gia."
        return unread(self.cut_off, self.deadline, self.meeting)

    def _find_members(self, *, is_in: bool) -> tuple[UnitId, ...]:
        wanted = Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked
        items = [self.members.item(row) for row in range(self.members.count())]
        return tuple(item.data(_UNIT) for item in items if item.checkState() == wanted)


class BegunDialog(Asking):
    """Says that a period was set up, and what most do next."""

    own_wanted = Signal()
    """The period sheet of the cluster is to be filled in."""
    templates_wanted = Signal()
    """The blank returns for the units are to be written."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Say so."""
        super().__init__(window, f"Đã lập kỳ {desk.period}", sign=(Icon.CHECK_CIRCLE, "good_ink"), width=760)
        self.say(
            "Việc thường làm tiếp: ghi Phiếu kỳ của Cụm (người ký, hội nghị, nhiệm vụ, chỉ tiêu), rồi gửi biểu mẫu."
        )
        self.say(
            "Đơn vị gửi tệp về thì kéo thẳng vào cửa sổ. Các việc này lúc nào cũng có trong menu Kỳ báo cáo.", Ink.SOFT
        )
        self.offer_cancel("Để &sau")
        templates = self.offer("&Tạo biểu mẫu…")
        own = self.offer("Ghi &Phiếu kỳ…", Kind.FILLED, Icon.PEN)
        for button, signal in ((templates, self.templates_wanted), (own, self.own_wanted)):
            button.clicked.connect(self.dismiss)
            button.clicked.connect(signal)
