"""A service in the test's own process. This module holds the bench it works on, and what is asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import cast

from ccbdesk.files.excel.reading import Reader
from ccbdesk.service.bench import Bench
from ccbdesk.service.messages import Asked, Done, Failed
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import AnswerT_co, Request
from ccbdesk.service.requests import desk as asked
from ccbdesk.service.serving import answered

SAMPLES = Path(__file__).resolve().parents[1] / "sample_workbooks"
SAMPLE = SAMPLES / "tw-3-2023"
NOON = datetime(2023, 10, 10, 12, tzinfo=timezone(timedelta(hours=7)))


@dataclass(frozen=True)
class Service:
    """A service that answers at once, as Lan, at noon on 10 October 2023."""

    bench: Bench
    told: list[str]

    def ask(self, request: Request[AnswerT_co]) -> AnswerT_co:
        """Return the answer; AssertionError where there is none."""
        answer = answered(Asked(1, request), self.bench)
        assert isinstance(answer, Done), answer
        return cast("AnswerT_co", answer.answer)

    def fail(self, request: Request[object]) -> Failed:
        """Return why a request is not answered."""
        answer = answered(Asked(1, request), self.bench)
        assert isinstance(answer, Failed), answer
        return answer


@contextmanager
def service() -> Iterator[Service]:
    """Open a service for a while."""
    told: list[str] = []
    with Reader() as reader:
        yield Service(Bench(reader, "Lan", lambda: NOON, told.append), told)


def begun(service: Service, folder: Path, part: str = "clean") -> Desk:
    """Return the desk after the files of a part of the sample were taken into a new dossier."""
    return service.ask(asked.Begin(folder, (SAMPLE / part,)))
