"""Taking back the signed report (ghi nhận đã ban hành). This module holds the move that keeps it with its figures."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.decisions import save_decision
from ccbdesk.files.dossier.frozen import freeze
from ccbdesk.files.dossier.opening import writing
from ccbdesk.files.dossier.papers import save_consolidation
from ccbdesk.files.dossier.receipts import save_attachment
from ccbdesk.model.decision import Decision, Hand, Issued
from ccbdesk.operations.record import Case, paper_at, refuse


@dataclass(frozen=True, slots=True)
class Signed:
    """The report as it was sent: its number and day, the final document, and a scan where there is one."""

    number: str
    day: date
    document: Path
    scan: Path | None = None


def issue(case: Case, signed: Signed, hand: Hand) -> Decision:
    """Keep the signed report, and the figures it stands on as they are now, in one transaction."""
    held, merged = case.held, case.checked.merged
    document = paper_at(signed.document, f"báo cáo đã ban hành, số {signed.number}")
    scan = paper_at(signed.scan, f"bản quét báo cáo số {signed.number}") if signed.scan else None
    figures = freeze(merged)
    act = Issued(
        signed.number,
        signed.day,
        digest_of(document.content),
        digest_of(scan.content) if scan else None,
        digest_of(figures),
    )
    refuse(case, act)
    with writing(held.path, held.revision.number, hand.who, hand.at) as kept:
        for paper in (document, scan):
            if paper:
                save_attachment(kept, held.period.code, paper.name, paper.note, paper.content)
        save_consolidation(kept, held.period.code, merged.basis, figures)
        return save_decision(kept, held.period.code, act)
