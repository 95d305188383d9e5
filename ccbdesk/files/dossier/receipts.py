"""What was taken in. This module holds ``load_`` and ``save_`` of received files and of attachments."""

from datetime import date

from ccbdesk.files.dossier.contents import save_content
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.dossier import Attachment, Revision, TakenIn
from ccbdesk.model.origin import Digest
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.receipt import Receipt

_RECEIPTS = Table("receipt", ("period", "digest", "name", "size", "received", "source"))
_ATTACHMENTS = Table("attachment", ("period", "digest", "name", "note"))


def load_receipts(kept: Kept, period: PeriodCode) -> tuple[TakenIn, ...]:
    """Return what was taken in for a period, in order of arrival."""
    return _RECEIPTS.load(kept, _taken_in, "period = ?", period)


def save_receipt(kept: Kept, period: PeriodCode, receipt: Receipt, content: bytes, source: str = "") -> TakenIn:
    """Keep a file and that it was taken in; the same file again in the same period is the receipt it already has.

    When it was taken in, and from what it was typed in by hand, is what the receipt says from then on."""
    known = _RECEIPTS.load(kept, _taken_in, "period = ? AND digest = ?", period, receipt.digest)
    if known:
        return known[0]
    if save_content(kept, content, receipt.name) != receipt.digest:
        raise ValueError(receipt)
    received = receipt.received.isoformat() if receipt.received else None
    number = _RECEIPTS.add(kept, period, receipt.digest, receipt.name, receipt.size, received, source)
    stated = (receipt.digest, receipt.name, receipt.size, received, source)
    return _taken_in(number, kept.revision, period, *stated)


def load_attachments(kept: Kept, period: PeriodCode) -> tuple[Attachment, ...]:
    """Return what is attached to a period, in order of arrival."""
    return _ATTACHMENTS.load(kept, _attachment, "period = ?", period)


def save_attachment(kept: Kept, period: PeriodCode, name: str, note: str, content: bytes) -> Attachment:
    """Keep an attachment."""
    digest = save_content(kept, content, name)
    number = _ATTACHMENTS.add(kept, period, digest, name, note)
    return Attachment(number, period, digest, name, note, kept.revision)


def _taken_in(  # noqa: PLR0913, PLR0917 - one for each column
    number: int, revision: Revision, period: str, digest: str, name: str, size: int, received: str | None, source: str
) -> TakenIn:
    day = date.fromisoformat(received) if received is not None else None
    receipt = Receipt(name, Digest(digest), size, day, revision.at, source)
    return TakenIn(number, PeriodCode(period), receipt, source, revision)


def _attachment(  # noqa: PLR0913, PLR0917 - one for each column
    number: int, revision: Revision, period: str, digest: str, name: str, note: str
) -> Attachment:
    return Attachment(number, PeriodCode(period), Digest(digest), name, note, revision)
