"""Looking into a return and filling it in by hand. This module holds what can be asked about one."""

from dataclasses import dataclass
from pathlib import Path

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.returns import ReturnPicture
from ccbdesk.service.requests import Request, Table


@dataclass(frozen=True, slots=True)
class ShowReturn(Request[ReturnPicture]):
    """Show every figure that is asked of a unit, or of the cluster itself, with what stands there now."""

    table: Table
    unit: UnitId


@dataclass(frozen=True, slots=True)
class Filled:
    """A figure as it was typed; ``is_plan``: the planned one is meant."""

    figure: IndicatorCode
    typed: str
    is_plan: bool = False


@dataclass(frozen=True, slots=True)
class Fill(Request[Desk]):
    """Enter figures by hand, or put them right, all in one go: on whose word, with papers that show it."""

    table: Table
    unit: UnitId
    values: tuple[Filled, ...]
    source: str
    papers: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class BeginPeriod(Request[Desk]):
    """Begin a period before any file of it is there; ``form`` is needed where there is no dossier yet."""

    dossier: Path
    period: str
    form: str = ""
