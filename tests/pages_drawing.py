"""Pictures of merging, of the report and of figures, drawn in a few words, and a frame that answers with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from drawn_papers import paper
from framing import FrameHere
from window_here import DESK, TasksHere

from ccbdesk.gui.preferences import Preferences
from ccbdesk.gui.tasks import Tasks
from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.paper import Paper
from ccbdesk.model.unit import UnitId
from ccbdesk.service.messages import Cause, Failed
from ccbdesk.service.pictures import Mark, Status, Step
from ccbdesk.service.pictures.desk import Desk, PastValue
from ccbdesk.service.pictures.figures import CellPicture, FigureLine, FigurePicture, GroupPicture, PartPicture
from ccbdesk.service.pictures.merging import (
    BarPicture,
    ChartPicture,
    Freshness,
    HeadlinePicture,
    MergingLine,
    MergingPicture,
    SavedPicture,
)
from ccbdesk.service.pictures.report import GapPicture, HeadField, ReportPicture
from ccbdesk.service.requests import AnswerT_co, Request
from ccbdesk.service.requests.desk import OpenDossier

LONG = "Hội Cựu chiến binh xã Nguyễn Trãi huyện Thường Tín thành phố trực thuộc Trung ương"
BOOK = "So tong hop cum 2026-q3.xlsx"
CELL = CellPicture(Digest("d1"), "Long Vân.xlsx", "Biểu số liệu", "E12", "Trang Biểu số liệu, ô E12")


@dataclass
class PictureFrame(FrameHere):
    """Answers each kind of request with what is laid ready for it, a ``Failed`` included; the others wait."""

    ready: dict[type, object] = field(default_factory=dict)
    elsewhere: Callable[[], None] | None = None
    line: Tasks = field(default_factory=lambda: TasksHere(lambda _request: None))
    stopped: int = 0

    @property
    def tasks(self) -> Tasks:
        """A line that nobody answers on."""
        return self.line

    def ask(
        self,
        request: Request[AnswerT_co],
        then: Callable[[AnswerT_co], None],
        fail: Callable[[Failed], bool] | None = None,
        elsewhere: Callable[[], None] | None = None,
    ) -> None:
        """Answer at once with what is ready."""
        self.asked.append(request)
        self.elsewhere = elsewhere
        answer: Any = self.ready.get(type(request))
        if isinstance(answer, Failed):
            if fail is None or not fail(answer):
                self.failed.append(answer)
        elif answer is not None:
            then(answer)

    def stop(self) -> None:
        """Count how often somebody wanted to stop."""
        self.stopped += 1

    def kinds(self) -> list[str]:
        """Return what was asked, by kind."""
        return [type(request).__name__ for request in self.asked]


def frame_in(folder: Path, ready: Mapping[type, object]) -> PictureFrame:
    """Return a frame whose dossier lies in a folder, with an answer laid ready for some kinds of requests."""
    desk = desk_in(folder)
    preferences = Preferences(folder / "preferences.json")
    return PictureFrame(desk=desk, preferences=preferences, ready={OpenDossier: desk, **ready})


def desk_in(folder: Path) -> Desk:
    """Return a drawn desk whose dossier lies in a folder."""
    return replace(DESK, table=replace(DESK.table, dossier=folder / "Ho so cum.ccbdesk"))


def failed(cause: Cause, sentence: str) -> Failed:
    """Return why something was not done."""
    return Failed(1, cause, sentence)


# -- merging -------------------------------------------------------------------------------------------------------


def merging(
    freshness: Freshness = Freshness.NEVER, units: int = 2, name: str = "Long Vân", **others: Any
) -> MergingPicture:
    """Return a picture of merging of some units; with a long name they all bear it."""
    is_made = freshness in (Freshness.FRESH, Freshness.STALE)
    picture = MergingPicture(
        freshness,
        "Tệp của các đơn vị đã sẵn sàng.",
        f"&Tổng hợp {units} đơn vị",
        (
            MergingLine(Status(Mark.WAITING, f"{units} trên 14 đơn vị có số liệu"), f"Chờ {name}", Step.RECEIVING),
            MergingLine(Status(Mark.ERROR, "3 lỗi phải sửa ở 2 đơn vị"), f"{name}: để trống", Step.CHECKING, "error"),
        ),
        tuple(
            HeadlinePicture(IndicatorCode(code), f"{code} {name}", "4.146 hội viên") for code in "abc"[: max(units, 0)]
        ),
        Status(Mark.GOOD, "Tổng đủ số của các đơn vị"),
        (chart("hv", "Hội viên", units, name), chart("kn", "Kết nạp mới", units, name)) if units > 1 else (),
        BOOK,
        "05/10/2026 15:42" if is_made else "",
        "Số liệu đã thay đổi sau lần tổng hợp trước." if freshness is Freshness.STALE else "",
    )
    return replace(picture, **others)


def chart(code: str, title: str, units: int, name: str) -> ChartPicture:
    """Return a chart of some units, of which the last has no figure."""
    bars = [BarPicture(f"{name} {place}", Decimal(400 + place), f"{400 + place}") for place in range(units - 1)]
    none = BarPicture(name, None, "", note="chưa có số")
    return ChartPicture(IndicatorCode(code), title, "Quý III năm 2026", "", (*bars, none))


SAVED = SavedPicture(Path("nowhere") / BOOK)

# -- the report ----------------------------------------------------------------------------------------------------


def report(
    freshness: Freshness = Freshness.FRESH, *figures: str, name: str = "Long Vân", **others: Any
) -> ReportPicture:
    """Return a picture of a report with a live figure on a line each."""
    picture = ReportPicture(
        freshness,
        Status(Mark.GOOD, "Số liệu khớp với sổ tổng hợp"),
        paper_with(*figures),
        (
            HeadField(IndicatorCode("so"), "Số văn bản", ""),
            HeadField(IndicatorCode("ngay"), "Ngày ký báo cáo", "05/10/2026", is_day=True, is_required=True),
            HeadField(IndicatorCode("ky"), f"Người ký của {name}", "Nguyễn Văn An", is_required=True, note="Họ và tên"),
        ),
        has_appendices=True,
        report_name="Bao cao cum 2026-q3.docx",
        book_name=BOOK,
    )
    return replace(picture, **others)


def paper_with(*figures: str) -> Paper:
    """Return a paper with a line for each figure; its tag is its name."""
    controls = (
        f'<w:p><w:sdt><w:sdtPr><w:alias w:val="Số {name}"/><w:tag w:val="ccb:{name}"/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>12{name}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        for name in figures or ("a", "b")
    )
    return paper("".join(controls))


def gap(words: str, tag: str = "ccb:b", step: Step | None = Step.CHECKING, place: str = "K01-1") -> GapPicture:
    """Return something that is missing."""
    return GapPicture(words, tag, IndicatorCode("hv"), UnitId("long-van"), step, place)


# -- figures -------------------------------------------------------------------------------------------------------


def figure(*names: str, title: str = "Hội viên cuối kỳ", rule: str = "") -> FigurePicture:
    """Return a figure walked back to a part for each name; the last unit has sent nothing."""
    parts = tuple(
        PartPicture(UnitId(name), name, "412", Status(Mark.GOOD, "Có trong số tổng"), "Trong tệp ghi “4 1 2”", CELL)
        for name in names
    )
    absent = PartPicture(UnitId("vang"), "Kim Sơn", "", Status(Mark.WAITING, "Chưa gửi báo cáo"))
    status = Status(Mark.WARNING, "Mới có 13/14 đơn vị, thiếu số của Kim Sơn")
    past = (PastValue("Quý II năm 2026", "4.084"),)
    group = GroupPicture(IndicatorCode("hv"), title, "4.146 hội viên", status, past, (*parts, absent), rule)
    return FigurePicture(title, "4.146 hội viên", "", (group,), f"{title}\t4.146 hội viên")


def lines(*labels: str) -> tuple[FigureLine, ...]:
    """Return figures that can be looked up."""
    return tuple(
        FigureLine(IndicatorCode(f"m{place}"), label, f"{place}.000", "A. Tổ chức")
        for place, label in enumerate(labels)
    )
