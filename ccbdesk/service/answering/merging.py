"""Requests about merging. This module holds how each is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from ccbdesk.operations.made import made_of
from ccbdesk.operations.merge import Wishes
from ccbdesk.operations.save import save_book
from ccbdesk.service.bench import Bench
from ccbdesk.service.drawing.merging import draw_merging
from ccbdesk.service.pictures.merging import MergingPicture, SavedPicture
from ccbdesk.service.requests import merging as asked


def _show(request: asked.ShowMerging, bench: Bench) -> MergingPicture:
    case = bench.case(request.table)
    return draw_merging(case, made_of(case.held))


def _merge(request: asked.Merge, bench: Bench) -> SavedPicture:
    case = bench.checked_anew(request.table)
    save_book(case, request.path, Wishes(bench.hand.at.date()), bench.hand, bench.tell)
    return SavedPicture(request.path)


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {asked.ShowMerging: _show, asked.Merge: _merge}
"""What answers each request about merging."""
