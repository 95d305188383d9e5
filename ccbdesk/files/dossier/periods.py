"""Periods and the form each is reported by. This module holds ``load_`` and ``save_`` of both."""

from datetime import date

from ccbdesk.files.dossier.contents import save_content
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.dossier import FormInForce, PeriodSpan, Revision
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import PeriodCode

_PERIODS = Table("period", ("period", "first_day", "last_day"))
_FORMS = Table("form", ("period", "digest", "name", "version"))


def load_periods(kept: Kept) -> tuple[PeriodSpan, ...]:
    """Return every period as it was stated last, in the order of their days."""
    newest = {stated.period: stated for stated in _PERIODS.load(kept, _period)}
    return tuple(sorted(newest.values(), key=lambda span: (span.last_day, span.first_day, span.period)))


def save_period(kept: Kept, period: PeriodCode, first_day: date, last_day: date) -> PeriodSpan:
    """State from when to when a period reaches."""
    _PERIODS.add(kept, period, first_day.isoformat(), last_day.isoformat())
    return PeriodSpan(period, first_day, last_day, kept.revision)


def load_forms(kept: Kept, period: PeriodCode) -> tuple[FormInForce, ...]:
    """Return the forms of a period in the order in which they came into force; the last is in force."""
    return _FORMS.load(kept, _form, "period = ?", period)


def save_form(kept: Kept, period: PeriodCode, name: str, version: str, content: bytes) -> FormInForce:
    """Keep a form workbook and put it into force for a period."""
    digest = save_content(kept, content, name)
    _FORMS.add(kept, period, digest, name, version)
    return FormInForce(period, digest, name, version, kept.revision)


def _period(_number: int, revision: Revision, period: str, first_day: str, last_day: str) -> PeriodSpan:
    return PeriodSpan(PeriodCode(period), date.fromisoformat(first_day), date.fromisoformat(last_day), revision)


def _form(_number: int, revision: Revision, period: str, digest: str, name: str, version: str) -> FormInForce:
    return FormInForce(PeriodCode(period), Digest(digest), name, version, revision)
