"""What a cell showed. This module holds the words for any content, kept beside whatever it was read as."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from ccbdesk.model.grid import Cell, Content, ErrorShown, Missing
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.numbers.writing import plain

_PERCENT = Decimal(100)


def shown(cell: Cell | None) -> str:
    """Return what a person saw in the cell: text letter by letter, a number written the Vietnamese way.

    A percentage has its sign, a day is dd/mm/yyyy, a formula without a result is empty."""
    if cell is None:
        return ""
    if cell.is_percent and isinstance(cell.content, Decimal):
        return f"{plain(cell.content * _PERCENT)}%"
    return _words_of(cell.content)


def _words_of(content: Content) -> str:
    match content:
        case bool():
            return "TRUE" if content else "FALSE"
        case str():
            return content
        case Decimal():
            return plain(content)
        case date():
            return f"{content:%d/%m/%Y}"
        case ErrorShown(name):
            return name
        case Missing():
            return ""
        case _:
            assert_never(content)


def bare(content: Content) -> str:
    """Return a content as the program itself writes such things: a number without dots, a day as ISO, text tidy.

    For codes and years, whose cells another program may have turned into numbers or days."""
    match content:
        case Decimal():
            return format(content, "f")
        case date():
            return content.isoformat()
        case _:
            return tidy(_words_of(content))


def is_filled(cell: Cell | None) -> bool:
    """Tell whether something to be read stands in the cell."""
    return cell is not None and (not isinstance(cell.content, str) or bool(tidy(cell.content)))
