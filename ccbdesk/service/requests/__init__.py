"""What the window may ask, one module a screen. A request is plain data and names the type of its answer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ccbdesk.model.period import PeriodCode

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


class Request(Generic[AnswerT_co]):
    """Something the window asks; the type in brackets is what it is answered with."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What lies on the table: a dossier and one of its periods."""

    dossier: Path
    period: PeriodCode
