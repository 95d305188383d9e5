"""Requests about figures. This module holds how each is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.figures import figure_of_code, figure_of_tag, list_figures
from ccbdesk.service.pictures.figures import FigureLine, FigurePicture
from ccbdesk.service.requests import figures as asked


def _show(request: asked.ShowFigure, bench: Bench) -> FigurePicture:
    return figure_of_tag(bench.case(request.table).checked.merged, request.tag, request.shown)


def _look_up(request: asked.LookUp, bench: Bench) -> FigurePicture:
    return figure_of_code(bench.case(request.table).checked.merged, request.figure)


def _list(request: asked.ListFigures, bench: Bench) -> tuple[FigureLine, ...]:
    return list_figures(bench.case(request.table).checked.merged)


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.ShowFigure: _show,
    asked.LookUp: _look_up,
    asked.ListFigures: _list,
}
"""What answers each request about figures."""
