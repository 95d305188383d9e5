"""An open dossier. This module holds what ``load_`` and ``save_`` are given."""

import sqlite3
from dataclasses import dataclass

from ccbdesk.model.dossier import Revision


@dataclass(frozen=True, slots=True)
class Kept:
    """A dossier while it is open, inside one transaction.

    ``revision`` is the newest one when it was opened for reading, and the one being written when for writing; what is
    seen in ``reading`` is given to ``writing`` as its number."""

    path: str
    connection: sqlite3.Connection
    revision: Revision
