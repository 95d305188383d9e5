"""What was made. This module holds ``load_`` and ``save_`` of consolidations and reports."""

from ccbdesk.files.dossier.contents import save_content
from ccbdesk.files.dossier.fields import read, written
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.dossier import KeptConsolidation, KeptReport, Revision
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import PeriodCode

_CONSOLIDATIONS = Table("consolidation", ("period", "basis", "figures"))
_REPORTS = Table("report", ("period", "basis", "name", "document", "texts"))


def load_consolidations(kept: Kept, period: PeriodCode) -> tuple[KeptConsolidation, ...]:
    """Return the consolidations of a period in the order in which they were made."""
    return _CONSOLIDATIONS.load(kept, _consolidation, "period = ?", period)


def save_consolidation(kept: Kept, period: PeriodCode, basis: Basis, figures: bytes) -> KeptConsolidation:
    """Keep a consolidation; ``figures`` are its figures, frozen."""
    digest = save_content(kept, figures, str(basis))
    number = _CONSOLIDATIONS.add(kept, period, basis, digest)
    return KeptConsolidation(number, period, basis, digest, kept.revision)


def load_reports(kept: Kept, period: PeriodCode) -> tuple[KeptReport, ...]:
    """Return the reports of a period in the order in which they were written."""
    return _REPORTS.load(kept, _report, "period = ?", period)


def save_report(  # noqa: PLR0913, PLR0917 - all that is kept of one
    kept: Kept, period: PeriodCode, basis: Basis, name: str, document: bytes, texts: tuple[str, ...]
) -> KeptReport:
    """Keep a report that was written, with its paragraphs as they read."""
    digest = save_content(kept, document, name)
    number = _REPORTS.add(kept, period, basis, name, digest, written({"texts": list(texts)}))
    return KeptReport(number, period, basis, name, digest, texts, kept.revision)


def _consolidation(number: int, revision: Revision, period: str, basis: str, figures: str) -> KeptConsolidation:
    return KeptConsolidation(number, PeriodCode(period), Basis(basis), Digest(figures), revision)


def _report(  # noqa: PLR0913, PLR0917 - one for each column
    number: int, revision: Revision, period: str, basis: str, name: str, document: str, texts: str
) -> KeptReport:
    paragraphs = read(texts).texts("texts")
    return KeptReport(number, PeriodCode(period), Basis(basis), name, Digest(document), paragraphs, revision)
