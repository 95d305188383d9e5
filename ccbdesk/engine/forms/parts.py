"""“Trong đó”. This module holds the checks of parts and wholes and the rules that follow from them by themselves."""

import hashlib
from collections.abc import Collection, Iterable, Iterator

from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.figures import Line, indicator_code
from ccbdesk.engine.forms.guessing import is_close
from ccbdesk.engine.forms.kinds import sound_measure
from ccbdesk.engine.forms.names import Names
from ccbdesk.engine.forms.rings import find_rings
from ccbdesk.engine.forms.tables import Row
from ccbdesk.model.expression import Call, Function, Reference
from ccbdesk.model.form import Indicator, Rule, RuleCode, RuleKind, SheetKind
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.vietnamese.folding import nearest
from ccbdesk.vietnamese.vocabulary.forms import IndicatorColumn, SheetColumn

_LONGEST_CODE = 24
_DIGEST = 4


def find_parent_mistakes(rows: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield wholes that are unknown, of another sheet or measure, or parts of themselves; wholes without parts."""
    told: set[Fault] = set()
    for row in rows:
        for fault in _find_parent_faults(row, names):
            # Where all parts of a whole have another measure, that is one disagreement.
            if fault.wrong is not Wrong.OTHER_MEASURE or fault not in told:
                yield row.mistake(IndicatorColumn.PARENT, fault)
            told.add(fault)
    yield from _find_rings(rows)
    yield from _find_no_parts(rows, names)


def _find_parent_faults(row: Row, names: Names) -> Iterator[Fault]:
    """Yield at most one fault of “trong đó của”."""
    seen = row.get(IndicatorColumn.PARENT)
    if seen is None:
        return
    whole = names.lines.get(indicator_code(seen))
    if whole is None:
        near = nearest(seen, names.lines)
        if names.declared_figures.lacks(seen, near):
            yield Fault(Wrong.NAME_UNKNOWN, seen, near)
        return
    part = names.line(row)
    yield from (*_find_no_figure(part, whole), *_find_other_sheet(part, whole), *_find_other_measure(part, whole))[:1]


def _find_no_figure(part: Line, whole: Line) -> Iterator[Fault]:
    for line in (whole, part):
        if not line.is_figure:
            seen, word = line.row.seen(IndicatorColumn.CODE), line.row.seen(IndicatorColumn.KIND)
            yield Fault(Wrong.NOT_A_FIGURE, seen, against=word)


def _find_other_sheet(part: Line, whole: Line) -> Iterator[Fault]:
    is_told = part.sheet and part.sheet.get(SheetColumn.KIND) is SheetKind.LIST  # it has no rows here at all
    if part.sheet and whole.sheet and part.sheet is not whole.sheet and not is_told:
        here, there = (line.row.seen(IndicatorColumn.SHEET) for line in (part, whole))
        yield Fault(Wrong.OTHER_SHEET, whole.row.seen(IndicatorColumn.CODE), expected=(here,), against=there)


def _find_other_measure(part: Line, whole: Line) -> Iterator[Fault]:
    here, there = (sound_measure(line.row) for line in (part, whole))
    if here is not None and there is not None and key(here) != key(there):
        yield Fault(Wrong.OTHER_MEASURE, whole.row.seen(IndicatorColumn.CODE), expected=(here,), against=there)


def _wholes(rows: Iterable[Row]) -> dict[IndicatorCode, tuple[Row, tuple[IndicatorCode, ...]]]:
    """Return each code's row and the code it is a part of, if any; of a code given twice the first row's."""
    wholes: dict[IndicatorCode, tuple[Row, tuple[IndicatorCode, ...]]] = {}
    for row in rows:
        parent = row.get(IndicatorColumn.PARENT)
        wholes.setdefault(Line(row, None).code, (row, (indicator_code(parent),) if parent else ()))
    return wholes


def _find_rings(rows: tuple[Row, ...]) -> Iterator[FormMistake]:
    wholes = _wholes(rows)
    for ring in find_rings({code: follows for code, (_, follows) in wholes.items()}):
        row = wholes[ring[0]][0]
        seen = row.seen(IndicatorColumn.PARENT)
        yield row.mistake(IndicatorColumn.PARENT, Fault(Wrong.CIRCULAR, seen, against=" → ".join(ring)))


def _find_no_parts(rows: tuple[Row, ...], names: Names) -> Iterator[FormMistake]:
    """Yield wholes said to be the sum of parts they do not have; a misspelt whole still has the part that names it."""
    named = [indicator_code(row.get(IndicatorColumn.PARENT) or "") for row in rows]
    meant = {_meant(code, names) for code in named if code}
    if "" in meant or any(row.is_faulty(IndicatorColumn.PARENT) for row in rows):
        return  # somewhere is a part of which nobody knows of what: it may be of any of them
    for row in rows:
        code = Line(row, None).code
        if row.get(IndicatorColumn.EXHAUSTIVE) and code and code not in meant:
            yield row.mistake(IndicatorColumn.EXHAUSTIVE, Fault(Wrong.NO_PARTS, row.seen(IndicatorColumn.CODE)))


def _meant(code: IndicatorCode, names: Names) -> str:
    """Return the code itself, or the known one of which it is a slip of the finger; empty where there is none."""
    near = code if code in names.lines else nearest(code, names.lines)
    return near if is_close(code, near) else ""


def generated_rules(indicators: tuple[Indicator, ...]) -> tuple[Rule, ...]:
    """Return the rules that follow from “trong đó”, in the order of the wholes.

    The parts of a whole marked “Đủ phần” add up to it, ``DP_<whole>``; any other part is not more than its whole,
    ``TD_<part>``. A code that would be longer than 24 characters ends in four characters of its digest."""
    return tuple(rule for whole in indicators for rule in _rules_of(whole, indicators))


def _rules_of(whole: Indicator, indicators: tuple[Indicator, ...]) -> Iterator[Rule]:
    parts = tuple(Reference(indicator.code) for indicator in indicators if indicator.parent == whole.code)
    itself = Reference(whole.code)
    if parts and whole.exhaustive:
        added = Call(Function.SUM, parts)
        yield Rule(_generated_code("DP", whole.code), RuleKind.ADDS_UP, itself, added, generated=True)
        return
    for part in parts:
        yield Rule(_generated_code("TD", part.indicator), RuleKind.NOT_MORE_THAN, part, itself, generated=True)


def generated_codes(codes: Collection[IndicatorCode]) -> frozenset[RuleCode]:
    """Return the codes that rules following from “trong đó” have, or would have, for figures of these codes."""
    return frozenset(_generated_code(prefix, code) for prefix in ("DP", "TD") for code in codes)


def _generated_code(prefix: str, code: IndicatorCode) -> RuleCode:
    """Return the code of a rule that follows by itself."""
    whole = f"{prefix}_{code}"
    if len(whole) <= _LONGEST_CODE:
        return RuleCode(whole)
    digest = hashlib.sha256(code.encode()).hexdigest()[:_DIGEST]
    return RuleCode(f"{whole[: _LONGEST_CODE - _DIGEST - 1]}_{digest}")
