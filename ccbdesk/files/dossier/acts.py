"""Acts as records. This module holds how each kind of act is written down and read back.

The names written are part of every dossier there is: they stay when a class is renamed. A member that an act gains
later is read with what it means where it was not yet written."""

from collections.abc import Callable, Mapping
from typing import assert_never

from ccbdesk.files.dossier.fields import Fields
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
    RowAct,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, IndicatorCode, QuestionId, RowKey, SheetCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import UnitId

Record = Mapping[str, object]


def written_act(act: Act) -> tuple[str, Record]:
    """Return the kind of an act and its members."""
    match act:
        case Accepted():
            return "accepted", {
                "unit": act.unit,
                "code": act.code,
                "indicator": act.indicator,
                "values": [list(pair) for pair in act.values],
                "reason": act.reason,
                "is_told": act.is_told,
            }
        case Corrected():
            return "corrected", {
                "unit": act.unit,
                "indicator": act.indicator,
                "received": act.received,
                "typed": act.typed,
                "source": act.source,
                "is_plan": act.is_plan,
                "evidence": act.evidence,
            }
        case RowCorrected() | RowAdded() | RowTakenOut():
            return _written_of_row(act)
        case Answered(question, choice):
            return "answered", {"question": question, "choice": choice}
        case SetAside(digest, reason):
            return "set aside", {"digest": digest, "reason": reason}
        case SentBack(unit, digest, message):
            return "sent back", {"unit": unit, "digest": digest, "message": message}
        case LeftOut(unit, reason):
            return "left out", {"unit": unit, "reason": reason}
        case Dated() | Moved() | Closed() | Reopened() | Issued() | Revoked():
            return _written_of_period(act)
        case _:
            assert_never(act)


def _written_of_row(act: RowAct) -> tuple[str, Record]:
    row = {"unit": act.row.unit, "sheet": act.row.sheet, "row": act.row.key, "name": act.row.name}
    beside = {**row, "source": act.source, "evidence": act.evidence}
    match act:
        case RowCorrected():
            return "row corrected", {**beside, "column": act.column, "received": act.received, "typed": act.typed}
        case RowAdded(cells=cells):
            return "row added", {**beside, "cells": [list(pair) for pair in cells]}
        case RowTakenOut(received=received):
            return "row taken out", {**beside, "received": [list(pair) for pair in received]}
        case _:
            assert_never(act)


def _written_of_period(act: Dated | Moved | Closed | Reopened | Issued | Revoked) -> tuple[str, Record]:
    match act:
        case Dated(digest, day):
            return "dated", {"digest": digest, "day": day.isoformat()}
        case Moved(milestone, day):
            return "moved", {"milestone": milestone.value, "day": day.isoformat()}
        case Closed(basis, figures, checks):
            return "closed", {"basis": basis, "figures": figures, "checks": checks}
        case Reopened(reason):
            return "reopened", {"reason": reason}
        case Issued(number, day, document, scan, figures):
            papers = {"document": document, "scan": scan, "figures": figures}
            return "issued", {"number": number, "day": day.isoformat(), **papers}
        case Revoked(decision):
            return "revoked", {"decision": decision}
        case _:
            assert_never(act)


def read_act(kind: str, fields: Fields) -> Act:
    """Return the act that a record of a kind says; KeyError where there is no such kind."""
    return _READERS[kind](fields)


def _accepted(fields: Fields) -> Accepted:
    return Accepted(
        UnitId(fields.text("unit")),
        fields.text("code"),
        _indicator_or_none(fields.text_or_none("indicator")),
        fields.pairs("values"),
        fields.text("reason"),
        fields.flag("is_told"),
    )


def _corrected(fields: Fields) -> Corrected:
    return Corrected(
        UnitId(fields.text("unit")),
        IndicatorCode(fields.text("indicator")),
        fields.text("received"),
        fields.text("typed"),
        fields.text("source"),
        fields.flag("is_plan"),
        _digest_or_none(fields.text_or_none("evidence")),
    )


def _closed(fields: Fields) -> Closed:
    """What checking gave was not yet kept in the first dossiers."""
    checks = _digest_or_none(fields.text_or_none("checks")) if "checks" in fields.members else None
    return Closed(Basis(fields.text("basis")), Digest(fields.text("figures")), checks)


def _row(fields: Fields) -> RowOf:
    unit, sheet = UnitId(fields.text("unit")), SheetCode(fields.text("sheet"))
    return RowOf(unit, sheet, RowKey(fields.text("row")), fields.text("name"))


def _cells(fields: Fields, name: str) -> tuple[tuple[ColumnCode, str], ...]:
    return tuple((ColumnCode(column), typed) for column, typed in fields.pairs(name))


def _evidence(fields: Fields) -> Digest | None:
    return _digest_or_none(fields.text_or_none("evidence"))


def _row_corrected(fields: Fields) -> RowCorrected:
    column, received, typed = (fields.text(name) for name in ("column", "received", "typed"))
    return RowCorrected(_row(fields), ColumnCode(column), received, typed, fields.text("source"), _evidence(fields))


def _row_added(fields: Fields) -> RowAdded:
    return RowAdded(_row(fields), _cells(fields, "cells"), fields.text("source"), _evidence(fields))


def _row_taken_out(fields: Fields) -> RowTakenOut:
    return RowTakenOut(_row(fields), _cells(fields, "received"), fields.text("source"), _evidence(fields))


def _issued(fields: Fields) -> Issued:
    """The figures it was issued on were not yet written in the first dossiers: then nobody has kept them."""
    scan = _digest_or_none(fields.text_or_none("scan"))
    figures = _digest_or_none(fields.text_or_none("figures")) if "figures" in fields.members else None
    return Issued(fields.text("number"), fields.day("day"), Digest(fields.text("document")), scan, figures)


def _indicator_or_none(code: str | None) -> IndicatorCode | None:
    return None if code is None else IndicatorCode(code)


def _digest_or_none(digest: str | None) -> Digest | None:
    return None if digest is None else Digest(digest)


_READERS: Mapping[str, Callable[[Fields], Act]] = {
    "accepted": _accepted,
    "corrected": _corrected,
    "row corrected": _row_corrected,
    "row added": _row_added,
    "row taken out": _row_taken_out,
    "answered": lambda each: Answered(QuestionId(each.text("question")), each.text("choice")),
    "set aside": lambda each: SetAside(Digest(each.text("digest")), each.text("reason")),
    "sent back": lambda each: SentBack(UnitId(each.text("unit")), Digest(each.text("digest")), each.text("message")),
    "left out": lambda each: LeftOut(UnitId(each.text("unit")), each.text("reason")),
    "dated": lambda each: Dated(Digest(each.text("digest")), each.day("day")),
    "moved": lambda each: Moved(Milestone(each.text("milestone")), each.day("day")),
    "closed": _closed,
    "reopened": lambda each: Reopened(each.text("reason")),
    "issued": _issued,
    "revoked": lambda each: Revoked(DecisionId(each.number("decision"))),
}
