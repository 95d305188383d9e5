"""The process in which the work is done. This module holds how requests become answers there, one after the other."""

import gc
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.trouble import (
    DiskFull,
    DossierBusy,
    DossierChanged,
    DossierReadOnly,
    DossierUnreachable,
    FolderUnwritable,
    Interrupted,
    NothingThere,
    TargetOpen,
    TroubleError,
    WriteFailed,
)
from ccbdesk.operations.record import ObjectionError
from ccbdesk.service.answering import cabinet, checking, desk, figures, forms, merging, report, returns
from ccbdesk.service.bench import Bench
from ccbdesk.service.messages import Asked, Cause, Doing, Done, Failed, Inside, Stop
from ccbdesk.wording.in_window import trouble_in_window
from ccbdesk.wording.objections import objection_sentence

Answering = Callable[[Any, Bench], object]

ANSWERS: Mapping[type, Answering] = {
    **cabinet.ANSWERS,
    **checking.ANSWERS,
    **desk.ANSWERS,
    **figures.ANSWERS,
    **forms.ANSWERS,
    **merging.ANSWERS,
    **report.ANSWERS,
    **returns.ANSWERS,
}
"""What answers each kind of request."""

_OURS = "Chương trình gặp lỗi khi làm việc này. Hồ sơ và các tệp đã nhận còn nguyên; đề nghị làm lại."


@dataclass(slots=True)
class _Line:
    """The line to the window while one request is worked on."""

    connection: Inside
    number: int = 0
    waiting: list[Asked[object]] = field(default_factory=list)

    def tell(self, words: str) -> None:
        """Say what is being done; raises TroubleError(Interrupted) where the person has stopped it."""
        while self.connection.poll():
            message = self.connection.recv()
            if isinstance(message, Stop):
                raise TroubleError(Interrupted())
            self.waiting.append(message)
        self.connection.send(Doing(self.number, words))

    def next(self) -> Asked[object]:
        """Return the next request, in the order in which they were asked; a stop that comes too late is nothing."""
        if self.waiting:
            return self.waiting.pop(0)
        while True:
            message = self.connection.recv()
            if not isinstance(message, Stop):
                return message


def serve(connection: Inside, who: str) -> None:
    """Answer requests until the other end goes away; ``who`` is the name decisions are recorded under."""
    gc.set_threshold(200_000)  # values made here stay and form no rings; a long life still wants a look now and then
    line = _Line(connection)
    with Reader() as reader:
        bench = Bench(reader, who, _now, line.tell)
        while True:
            try:
                asked = line.next()
                line.number = asked.number
                connection.send(answered(asked, bench))
            except (EOFError, BrokenPipeError, ConnectionResetError):
                return


def answered(asked: Asked[object], bench: Bench) -> Done[object] | Failed:
    """Return the answer to a request, or why there is none; whatever went wrong, the next can be asked."""
    number = asked.number
    try:
        return Done(number, ANSWERS[type(asked.request)](asked.request, bench))
    except ObjectionError as error:
        return Failed(number, Cause.REFUSED, objection_sentence(error.form, error.objection))
    except TroubleError as error:
        return Failed(number, cause_of(error), trouble_in_window(error.trouble))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception:  # noqa: BLE001 - an error of ours must not take the window's work with it
        return Failed(number, Cause.OURS, _OURS, without_figures(traceback.format_exc()))


def without_figures(trace: str) -> str:
    """Return where an error arose, without the last line's words: they may hold figures of members."""
    lines = trace.rstrip().splitlines()
    places = [line.strip() for line in lines if line.startswith("  File ")]
    kind = lines[-1].split(":", 1)[0] if lines else ""
    return "\n".join([*places, kind])


def cause_of(error: TroubleError) -> Cause:
    """Return what a trouble is to the window: only what the world did can be tried again as it is."""
    match error.trouble:
        case Interrupted():
            return Cause.STOPPED
        case TargetOpen():
            return Cause.TARGET_OPEN
        case DossierChanged():
            return Cause.STALE
        case (
            DiskFull()
            | DossierBusy()
            | DossierReadOnly()
            | DossierUnreachable()
            | FolderUnwritable()
            | NothingThere()
            | WriteFailed()
        ):
            return Cause.WORLD
        case _:
            return Cause.REFUSED  # it would be the same the next time


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
