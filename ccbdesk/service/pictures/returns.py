"""A unit's return, figure by figure. This module holds its picture, as it is shown and filled in by hand."""

from dataclasses import dataclass

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.desk import PastValue


@dataclass(frozen=True, slots=True)
class FieldPicture:
    """A figure or words asked for: ``typed`` is what stands there now, letter by letter, ``received`` what the file
    has.

    ``hint`` says what may be typed. ``is_long``: words of more than a line are expected. ``note`` tells on whose word
    it was put right or entered."""

    figure: IndicatorCode
    label: str
    measure: str
    typed: str
    received: str
    hint: str
    is_plan: bool = False
    is_long: bool = False
    is_required: bool = False
    note: str = ""
    past: tuple[PastValue, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionPicture:
    """A stretch of the return under one heading, in the form's order."""

    title: str
    fields: tuple[FieldPicture, ...]


@dataclass(frozen=True, slots=True)
class ReturnPicture:
    """All that is asked of a unit and can be typed; ``elsewhere`` names the lists, which are filled in in Excel."""

    unit: UnitId
    name: str
    is_own: bool
    sections: tuple[SectionPicture, ...]
    elsewhere: tuple[str, ...] = ()
