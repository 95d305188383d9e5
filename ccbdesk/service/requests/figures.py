"""Asking where a figure comes from. This module holds what can be asked about one, and what figures there are."""

from dataclasses import dataclass

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.service.pictures.figures import FigureLine, FigurePicture
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class ShowFigure(Request[FigurePicture]):
    """Walk a live figure of the report back, by its tag; ``shown`` is what it says there."""

    table: Table
    tag: str
    shown: str


@dataclass(frozen=True, slots=True)
class LookUp(Request[FigurePicture]):
    """Walk an indicator back, of the whole cluster with each of its units."""

    table: Table
    figure: IndicatorCode


@dataclass(frozen=True, slots=True)
class ListFigures(Request[tuple[FigureLine, ...]]):
    """Name all figures of the form with their totals."""

    table: Table
