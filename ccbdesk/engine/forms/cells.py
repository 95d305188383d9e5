"""The cells of a form workbook. This module holds how each kind of cell is read, and what can be wrong with one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from ccbdesk.engine.expressions.periods import PERIOD_WORDS, is_period_word
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.engine.forms.spots import read_place
from ccbdesk.engine.forms.ways import find_way_faults, split_ways
from ccbdesk.model.grid import Cell, ErrorShown, Missing
from ccbdesk.model.mistake import Wrong
from ccbdesk.vietnamese.folding import folded, nearest, tidy
from ccbdesk.vietnamese.numbers.reading import read_day
from ccbdesk.vietnamese.vocabulary.forms import (
    NO,
    YES,
    Amount,
    CalendarDay,
    CellName,
    Choice,
    Code,
    ColumnLetters,
    Count,
    FileName,
    Formula,
    Holding,
    Mark,
    Periods,
    Plain,
    RowNumber,
    Several,
    SheetName,
    Unread,
    Ways,
)

_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[. ]\d{3}){2,}(?:,\d+)?")
_EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?")


_Read = tuple[Any, tuple[Fault, ...]]
"""What a cell was read as, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A filled cell: what the author sees, what it was read as (None where that failed), what is wrong with it."""

    cell: Cell
    seen: str
    value: Any = None
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=4096)  # the same few hundred words and headings are compared again and again
def key(text: str) -> str:
    """Return what words of a form workbook are compared by; signs, which folding drops, stand for themselves."""
    return folded(text) or tidy(text).casefold()


def shown(cell: Cell) -> str:
    """Return what stands in a cell, as text; a formula without a result shows only its equals sign."""
    match cell.content:
        case str(text):
            return normalize("NFC", text)
        case bool(truth):
            return str(truth).upper()
        case Decimal() as amount:
            return _percentage(amount) if cell.is_percent else _plain(amount)
        case date() as day:
            return f"{day:%d/%m/%Y}"
        case Missing():
            return "="
        case ErrorShown(name):
            return name


def _plain(amount: Decimal) -> str:
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percentage(fraction: Decimal) -> str:
    return f"{_plain(fraction * 100)}%"


def read_entry(cell: Cell, holding: Holding[Any]) -> Entry | None:
    """Read a cell as its column says; None where nothing but spaces stands there."""
    seen = shown(cell)
    if isinstance(holding, Unread):
        return Entry(cell, seen, seen)
    if isinstance(cell.content, Missing | ErrorShown):
        return Entry(cell, seen, None, (Fault(Wrong.CELL_UNUSABLE, seen),))
    text = tidy(seen)
    if not text:
        return None
    value, faults = _read(cell, text, holding)
    return Entry(cell, seen, value, faults)


def _read(cell: Cell, text: str, holding: Holding[Any]) -> _Read:
    match holding:
        case Plain():
            return text, ()
        case Formula():
            return shown(cell), ()
        case Code():
            return text, tuple(find_code_faults(text, holding))
        case SheetName():
            return text, tuple(_find_sheet_name_faults(text, holding))
        case Choice():
            return _read_choice(text, holding)
        case Amount():
            return _read_amount(cell, text)
        case Count():
            return _read_count(text)
        case RowNumber() | ColumnLetters() | CellName() | FileName():
            return read_place(text, holding)
        case CalendarDay():
            return _read_day(cell, text)
        case Mark():
            return _read_mark(text)
        case Several():
            return _read_several(text)
        case Periods():
            return _read_periods(text)
        case Ways():
            return split_ways(text), tuple(find_way_faults(text))
        case _:
            raise AssertionError(holding)


def find_code_faults(text: str, code: Code) -> Iterator[Fault]:
    """Yield what is wrong with a name that others refer to, at most one fault."""
    if not re.fullmatch(code.pattern, text):
        yield Fault(Wrong.NAME_MALFORMED, text, _suggested(text, code), (code.characters,))
    elif len(text) > code.longest:
        yield Fault(Wrong.NAME_TOO_LONG, text, expected=(str(code.longest),))
    elif text.casefold() in code.reserved:
        yield Fault(Wrong.NAME_RESERVED, text)


def _suggested(text: str, code: Code) -> str:
    """Return the code that was probably meant: the same words as the office would write them into a file name."""
    words = folded(text).split()
    for joiner in ("_", "-"):
        suggestion = joiner.join(words)[: code.longest].rstrip(joiner)
        if re.fullmatch(code.pattern, suggestion) and suggestion not in code.reserved:
            return suggestion
    return ""


def _find_sheet_name_faults(text: str, name: SheetName) -> Iterator[Fault]:
    allowed = tidy("".join(" " if letter in name.forbidden else letter for letter in text)).strip("'")
    if allowed != text:
        yield Fault(Wrong.NAME_MALFORMED, text, allowed)
    elif len(text.encode("utf-16-le")) > 2 * name.longest:
        yield Fault(Wrong.NAME_TOO_LONG, text, expected=(str(name.longest),))
    elif text.casefold() in name.reserved:
        yield Fault(Wrong.NAME_RESERVED, text)


def _read_choice(text: str, choice: Choice[Any]) -> _Read:
    meaning = {key(word): meaning for word, meaning in choice.words}.get(key(text))
    if meaning is not None:
        return meaning, ()
    return None, (Fault(Wrong.VALUE_UNKNOWN, text, nearest(text, choice.proper_words), choice.proper_words),)


def _read_amount(cell: Cell, text: str) -> _Read:
    if isinstance(cell.content, Decimal):
        return (cell.content * 100 if cell.is_percent else cell.content), ()
    bare = text.removesuffix("%").rstrip()
    if _EITHER.fullmatch(bare):
        # One group of three digits may be thousands or decimals: the author must say which.
        whole, decimals = re.split("[.,]", bare)
        readings = (f"{whole}{decimals}", f"{whole},{decimals}0")
        return None, (Fault(Wrong.NUMBER_MALFORMED, text, expected=readings),)
    if _GROUPED.fullmatch(bare):
        return Decimal(re.sub("[. ]", "", bare).replace(",", ".")), ()
    if _DECIMAL.fullmatch(bare):
        return Decimal(bare.replace(",", ".")), ()
    return None, (Fault(Wrong.NUMBER_MALFORMED, text),)


def _read_count(text: str) -> _Read:
    if re.fullmatch("[0-9]{1,9}", text):
        return int(text), ()
    return None, (Fault(Wrong.NUMBER_MALFORMED, text, expected=("1", "2", "3")),)


def _read_day(cell: Cell, text: str) -> _Read:
    if isinstance(cell.content, date):
        return cell.content, ()
    day = read_day(text) if isinstance(cell.content, str) else None
    return day, () if day else (Fault(Wrong.DATE_MALFORMED, text),)


def _read_mark(text: str) -> _Read:
    answers = {key(word): True for word in YES} | {key(word): False for word in NO}
    answer = answers.get(key(text))
    return answer, () if answer is not None else (Fault(Wrong.VALUE_UNKNOWN, text, expected=(YES[0], NO[0])),)


def _read_several(text: str) -> _Read:
    words = _words(text)
    repeated = tuple(word for place, word in enumerate(words) if key(word) in {key(other) for other in words[:place]})
    return words, tuple(Fault(Wrong.NAME_TWICE, word) for word in repeated)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in map(tidy, text.split(";")) if word)


def _read_periods(text: str) -> _Read:
    words = _words(text)
    unknown = tuple(word for word in words if not is_period_word(word))
    return words, tuple(Fault(Wrong.VALUE_UNKNOWN, word, nearest(word, PERIOD_WORDS), PERIOD_WORDS) for word in unknown)
