"""Forms and new clusters. This module holds the pictures of what a cluster can be made from, and of a form."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Foundations:
    """What a new cluster can be made from: forms as (name to open by, cluster's name), provinces as (kind, name)."""

    forms: tuple[tuple[str, str], ...]
    provinces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FormPicture:
    """A form workbook as it was read: what it holds in a sentence, or every mistake its author made, one a sentence.

    ``members`` are what its units are called."""

    path: Path
    words: str
    mistakes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedPicture:
    """A form workbook that was proposed from a template: where it lies, and what is to be looked at in it."""

    path: Path
    words: tuple[str, ...]
