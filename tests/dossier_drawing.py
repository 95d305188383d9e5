"""Dossiers for tests. This module holds how one is made, written to and read whole, and strategies for what it keeps."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from ccbdesk.files.dossier.clusters import load_cluster
from ccbdesk.files.dossier.contents import load_content, load_digests
from ccbdesk.files.dossier.decisions import load_all_decisions, save_decision
from ccbdesk.files.dossier.histories import load_histories, load_history, save_history
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.making import make_dossier
from ccbdesk.files.dossier.opening import reading, writing
from ccbdesk.files.dossier.papers import load_consolidations, load_reports, save_consolidation, save_report
from ccbdesk.files.dossier.periods import load_forms, load_periods, save_form, save_period
from ccbdesk.files.dossier.receipts import load_attachments, load_receipts, save_attachment, save_receipt
from ccbdesk.files.dossier.revisions import load_revisions
from ccbdesk.files.dossier.rows import Table
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.decision import (
    Accepted,
    Act,
    Answered,
    Closed,
    Corrected,
    Dated,
    Issued,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.dossier import Cluster
from ccbdesk.model.history import KeptFigure, Stage
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, IndicatorCode, QuestionId, RowKey, SheetCode
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Ratio, Text, Unreadable, Value

T = TypeVar("T")

NAME = "cụm thử.ccbdesk"
OURS = Cluster("thu-1", "Cụm thử số 1")
PERIOD = PeriodCode("2023")
AT = datetime(2023, 12, 5, 8, 30, tzinfo=UTC)
LATER = datetime(2023, 12, 6, 14, 5, tzinfo=UTC)


def made(folder: Path) -> Path:
    """Return a new dossier that Lan made."""
    path = folder / NAME
    make_dossier(path, OURS, "Lan", AT)
    return path


def written(path: Path, save: Callable[[Kept], T], who: str = "Lan", at: datetime = LATER) -> T:
    """Write to a dossier as one who has just read it, and return what was saved."""
    with writing(path, seen(path), who, at) as kept:
        return save(kept)


def loaded(path: Path, load: Callable[[Kept], T]) -> T:
    """Return what is read from a dossier."""
    with reading(path) as kept:
        return load(kept)


def seen(path: Path) -> int:
    """Return the number of a dossier's newest revision."""
    return loaded(path, lambda kept: kept.revision.number)


def receipt_of(name: str, content: bytes, received: date | None = None) -> Receipt:
    """Return the receipt of a file."""
    return Receipt(name, Digest(hashlib.sha256(content).hexdigest()), len(content), received)


def everything(path: Path) -> list[str]:
    """Return all that a dossier holds, a line a thing."""
    with reading(path) as kept:
        return [repr(each) for each in _everything(kept)]


def _everything(kept: Kept) -> Iterator[object]:
    yield load_cluster(kept)
    yield from load_revisions(kept)
    yield from load_periods(kept)
    yield from load_all_decisions(kept)
    for span in load_periods(kept):
        for load in (load_forms, load_receipts, load_attachments, load_consolidations, load_reports):
            yield from load(kept, span.period)
    for history in load_histories(kept):
        yield load_history(kept, history.period, history.stage)
    for digest in load_digests(kept):
        yield digest, hashlib.sha256(load_content(kept, digest)).hexdigest()


def add_row(kept: Kept, table: str, columns: tuple[str, ...], *values: str) -> None:
    """Add a row with a seal that fits, whatever it says."""
    Table(table, columns).add(kept, *values)


# -- one of everything ---------------------------------------------------------------------------------------------


def filled(path: Path) -> None:
    """Write a year's work into a dossier, one operation at a time."""
    written(path, start_period)
    written(path, take_in)
    written(path, attach)
    written(path, accept)
    written(path, keep_results)
    written(path, keep_history)


def start_period(kept: Kept) -> None:
    """State the period and its form."""
    save_period(kept, PERIOD, date(2022, 12, 1), date(2023, 11, 30))
    save_form(kept, PERIOD, "bộ biểu mẫu.xlsx", "3", b"form" * 2000)


RETURN = bytes(range(256)) * 80
"""A return, as bytes; nobody opens it."""


def take_in(kept: Kept) -> None:
    """Take in a return."""
    save_receipt(kept, PERIOD, receipt_of("Hội một.xlsx", RETURN, date(2023, 12, 1)), RETURN)


def attach(kept: Kept) -> None:
    """Take in a return typed from a letter, and the letter."""
    typed = b"typed" * 1500
    save_receipt(kept, PERIOD, receipt_of("Hội hai.xlsx", typed), typed, "nhập tay từ công văn 12")
    save_attachment(kept, PERIOD, "công văn 12.jpg", "ảnh chụp công văn", b"\xff\xd8" + b"light" * 3000)


def take_in_again(kept: Kept) -> None:
    """Take in a corrected return."""
    content = b"corrected" * 900
    save_receipt(kept, PERIOD, receipt_of("Hội một (sửa).xlsx", content), content)


def accept(kept: Kept) -> None:
    """Accept a warning."""
    save_decision(kept, PERIOD, Accepted(UnitId("u1"), "Q1", IndicatorCode("a"), (("a", "1"),), "đã đối chiếu"))


def keep_results(kept: Kept) -> None:
    """Keep a consolidation and a report."""
    save_consolidation(kept, PERIOD, Basis("abc"), b'{"figures": []}')
    save_report(kept, PERIOD, Basis("abc"), "Bao cao.docx", b"PK" * 4000, ("Câu một.", "Câu hai."))


def keep_history(kept: Kept) -> None:
    """Keep the figures of the period."""
    figures = [
        KeptFigure(UnitId(f"u{unit}"), IndicatorCode(f"a{code}"), Number(Decimal(code)))
        for unit in (1, 2)
        for code in range(100)
    ]
    save_history(kept, PERIOD, Stage.OFFICIAL, "tổng hợp abc", tuple(figures))


# -- strategies ----------------------------------------------------------------------------------------------------

words = st.text(max_size=12)
digests = st.text("0123456789abcdef", min_size=64, max_size=64).map(Digest)
units = st.text("abcdef_12", min_size=1, max_size=12).map(UnitId)
indicators = st.text("abcdef_12", min_size=1, max_size=24).map(IndicatorCode)
days = st.dates()
amounts = st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False) | st.sampled_from(
    [Decimal("1E+3"), Decimal("-0"), Decimal("0.10"), Decimal("1E-7"), Decimal(10**33)]
)


def values() -> st.SearchStrategy[Value]:
    """Return every kind of value, with every exactness."""
    exactness = st.sampled_from(Exactness)
    return st.one_of(
        st.builds(Number, amounts, exactness),
        st.builds(Ratio, amounts, amounts.filter(bool), exactness),
        st.builds(Text, words),
        st.builds(Day, days),
        st.just(Blank()),
        st.just(NotApplicable()),
        st.builds(Unreadable, words),
    )


def acts() -> st.SearchStrategy[Act]:
    """Return every kind of act."""
    pairs = st.lists(st.tuples(words, words), max_size=3).map(tuple)
    rows = st.builds(RowOf, units, words.map(SheetCode), words.map(RowKey), words)
    evidence = st.none() | digests
    return st.one_of(
        st.builds(Accepted, units, words, st.none() | indicators, pairs, words, st.booleans()),
        st.builds(Corrected, units, indicators, words, words, words, st.booleans(), st.none() | digests),
        st.builds(RowCorrected, rows, words.map(ColumnCode), words, words, words, evidence),
        st.builds(RowAdded, rows, pairs, words, evidence),
        st.builds(RowTakenOut, rows, pairs, words, evidence),
        st.builds(Answered, words.map(QuestionId), words),
        st.builds(SetAside, digests, words),
        st.builds(SentBack, units, digests, words),
        st.builds(LeftOut, units, words),
        st.builds(Dated, digests, days),
        st.builds(Moved, st.sampled_from(Milestone), days),
        st.builds(Closed, words.map(Basis), digests, st.none() | digests),
        st.builds(Reopened, words),
        st.builds(Issued, words, days, digests, st.none() | digests, st.none() | digests),
        st.builds(Revoked, st.integers(1, 10**6).map(DecisionId)),
    )
