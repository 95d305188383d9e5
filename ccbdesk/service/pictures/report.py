"""The report. This module holds the picture of it before it is saved: its pages, its head, what is missing from it."""

from dataclasses import dataclass

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.paper import Paper
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Status, Step
from ccbdesk.service.pictures.merging import Freshness


@dataclass(frozen=True, slots=True)
class HeadField:
    """A word of the report's head or foot that the office writes: number, place, day, signer; ``note`` is the form's.

    ``text`` is as it would be typed into a cell: a day is “20/10/2023”."""

    code: IndicatorCode
    label: str
    text: str
    is_day: bool = False
    is_required: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class GapPicture:
    """Something missing from the report, in words: “Chưa có số của hai đơn vị: Ngày công lao động”.

    ``tag`` is the figure in the report that lacks it, empty where nothing is printed; ``step`` and ``place`` lead to
    its cause, ``figure`` is what can be looked up."""

    words: str
    tag: str = ""
    figure: IndicatorCode | None = None
    unit: UnitId | None = None
    step: Step | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ReportPicture:
    """The report as it would be saved now. ``paper`` is None while no return is in use.

    ``notice`` is what every page says of a provisional report; ``dropped`` are sentences that are not printed, with the
    figures that make them fall away."""

    freshness: Freshness
    status: Status
    paper: Paper | None
    head: tuple[HeadField, ...] = ()
    has_appendices: bool = False
    gaps: tuple[GapPicture, ...] = ()
    dropped: tuple[GapPicture, ...] = ()
    notice: str = ""
    closed: str = ""
    report_name: str = ""
    book_name: str = ""
