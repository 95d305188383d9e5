"""A figure walked back. This module holds the picture of what it is made of, down to the cells of received files."""

from dataclasses import dataclass

from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures import Status
from ccbdesk.service.pictures.desk import PastValue


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A cell of a received file, or those of a list's column: which, and how that is said: “Trang Biểu số liệu, ô E12”.

    ``cell`` is “E12”, or “E8:E9” for several."""

    file: Digest
    file_name: str
    sheet: str
    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class PartPicture:
    """One unit's figure: what it is, what it does in the total, and where it stands.

    ``note`` says what was typed where that reads otherwise, or by whom on whose word it was put right; ``cell`` is None
    where it stands in no file."""

    unit: UnitId | None
    name: str
    value: str
    status: Status
    note: str = ""
    cell: CellPicture | None = None


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """One indicator that a figure stands on: its total, of how many units that is made, what it was, and its parts.

    ``rule`` says how it is worked out, where that is from others."""

    code: IndicatorCode
    label: str
    value: str
    coverage: Status
    past: tuple[PastValue, ...] = ()
    parts: tuple[PartPicture, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FigurePicture:
    """A figure: what it is called, what it says, how it is worked out (empty for a plain total), and from what.

    ``copied`` is what [Chép] puts onto the clipboard."""

    title: str
    value: str
    expression: str
    groups: tuple[GroupPicture, ...]
    copied: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that can be looked up: its name, its value, and in which part of the form it stands."""

    code: IndicatorCode
    label: str
    value: str
    section: str
