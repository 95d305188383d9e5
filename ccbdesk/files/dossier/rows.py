"""Rows of a dossier. This module holds the seal of a row and the tables whose rows are numbered and only ever added.

A row whose seal does not fit, or that does not say what its table holds, is never used: TroubleError(DossierDamaged).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from json.encoder import encode_basestring_ascii as _string  # what json.dumps makes of a text
from typing import Any, TypeVar

from ccbdesk.files.dossier.kept import Kept
from ccbdesk.model.dossier import Revision
from ccbdesk.model.trouble import DossierDamaged, TroubleError

Plain = str | int | None
"""What a sealed column may hold."""

T = TypeVar("T")


def seal_of(table: str, *columns: Plain) -> bytes:
    """Return the hash of a row; the table's name is in it, so that rows cannot change places.

    What is hashed is the row as a list in JSON; put together here, for it is done for every row that is ever read."""
    in_json = [_string(each) if type(each) is str else "null" if each is None else str(each) for each in columns]
    row = ", ".join([_string(table), *in_json])
    return blake2b(f"[{row}]".encode(), digest_size=16).digest()


_SAYS_NOTHING = (ValueError, TypeError, KeyError, ArithmeticError, RecursionError)
"""What is raised where bytes or columns cannot say what they should."""


def understood(path: str, place: str, decode: Callable[..., T], *columns: Any) -> T:
    """Return what a row says; columns that cannot say it were damaged, or never written by us."""
    try:
        return decode(*columns)
    except _SAYS_NOTHING as error:
        raise TroubleError(DossierDamaged(path, place)) from error


def check_seal(path: str, seal: object, table: str, *columns: Plain) -> None:
    """Refuse a row whose seal does not fit."""
    try:
        is_sound = seal == seal_of(table, *columns)
    except _SAYS_NOTHING as error:
        raise TroubleError(DossierDamaged(path, f"{table} {columns[0]}")) from error
    if not is_sound:
        raise TroubleError(DossierDamaged(path, f"{table} {columns[0]}"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of numbered rows, each with the revision that added it; ``columns`` are those that say something."""

    name: str
    columns: tuple[str, ...]

    def add(self, kept: Kept, *values: Plain) -> int:
        """Add a row and return its number."""
        last = kept.connection.execute(f"SELECT coalesce(max(number), 0) FROM {self.name}")  # noqa: S608 - our own name
        number: int = last.fetchone()[0] + 1
        row = (number, kept.revision.number, *values)
        marks = ", ".join("?" * (len(row) + 1))
        kept.connection.execute(
            f"INSERT INTO {self.name} (number, revision, {', '.join(self.columns)}, seal) VALUES ({marks})",  # noqa: S608 - our own names
            (*row, seal_of(self.name, *row)),
        )
        return number

    def load(self, kept: Kept, decode: Callable[..., T], where: str = "true", *given: Plain) -> tuple[T, ...]:
        """Return what the rows say, in their order; ``decode`` is given number, revision and the columns.

        ``where`` is a condition in SQL, written by us."""
        return tuple(self._found(kept, decode, where, given))

    def _found(self, kept: Kept, decode: Callable[..., T], where: str, given: tuple[Plain, ...]) -> Iterator[T]:
        names = ", ".join(f"here.{column}" for column in ("number", "revision", *self.columns, "seal"))
        rows = kept.connection.execute(
            f"SELECT revision.who, revision.at, revision.seal, {names} FROM {self.name} AS here"  # noqa: S608 - our own names
            f" LEFT JOIN revision ON revision.number = here.revision WHERE {where} ORDER BY here.number",
            given,
        )
        made, told = None, None
        for who, at, revision_seal, number, revision, *columns, seal in rows:
            check_seal(kept.path, seal, self.name, number, revision, *columns)
            if told != (revision, who, at, revision_seal):  # many rows may be of one revision
                told = (revision, who, at, revision_seal)
                made = revision_of(kept.path, *told)
            yield understood(kept.path, f"{self.name} {number}", decode, number, made, *columns)


def revision_of(path: str, number: int, who: str, at: str, seal: object) -> Revision:
    """Return a revision as its row tells it."""
    check_seal(path, seal, "revision", number, who, at)
    return Revision(number, who, understood(path, f"revision {number}", datetime.fromisoformat, at))
