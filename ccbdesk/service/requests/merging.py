"""Merging. This module holds what can be asked about the cluster's figures and their workbook."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.service.pictures.merging import MergingPicture, SavedPicture
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class ShowMerging(Request[MergingPicture]):
    """Show what goes in and what not, and what came out last."""

    table: Table


@dataclass(frozen=True, slots=True)
class Merge(Request[SavedPicture]):
    """Check every return once more, merge them, and write the cluster workbook to a path."""

    table: Table
    path: Path
