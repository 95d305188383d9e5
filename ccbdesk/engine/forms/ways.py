"""Ways of writing in a form workbook. This module holds how they are read, and which suit which kind of figure."""

from collections.abc import Iterator

from ccbdesk.engine.expressions.comparisons import COMPARED
from ccbdesk.engine.forms.faults import Fault
from ccbdesk.model.form import Kind
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.sentence import Way
from ccbdesk.vietnamese.folding import folded, nearest, tidy
from ccbdesk.vietnamese.numbers.measures import NAMED_MEASURES, Dimension, measure_of
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS, way_problem

NO_MEASURE = "chưa có đơn vị tính"
"""What a way of writing does not go with where a figure has no unit of measure."""

_PLAIN_WAYS = ("so", "so_lien", "hai_chu_so", "tron")
_WAYS = {
    Kind.INTEGER: (*_PLAIN_WAYS, "bang_chu", "don_vi", "doi", "theo"),
    Kind.DECIMAL: (*_PLAIN_WAYS, "phan_tram", "don_vi", "doi", "theo"),
    Kind.MONEY: (*_PLAIN_WAYS, "tien"),
    Kind.PERCENT: (*_PLAIN_WAYS, "phan_tram"),
    Kind.TEXT: (),
    Kind.DAY: ("ngay",),
}


def split_ways(text: str) -> tuple[Way, ...]:
    """Return the ways written as ``name:argument,argument``, with bars between them."""
    return tuple(_way(part) for part in map(tidy, text.split("|")) if part)


def _way(text: str) -> Way:
    name, colon, arguments = text.partition(":")
    return Way(_plain(name), tuple(map(_plain, arguments.split(","))) if colon else ())


def _plain(word: str) -> str:
    plain = tidy(word).casefold()
    # Tags are ASCII: “tien:tỷ” is taken as “tien:ty”.
    return plain if plain.isascii() else folded(plain).replace(" ", "_")


def find_way_faults(text: str) -> Iterator[Fault]:
    """Yield the ways that nobody knows and those with arguments they cannot have."""
    for way in split_ways(text):
        if way.name not in KNOWN_WAYS:
            yield Fault(Wrong.NAME_UNKNOWN, way.name, nearest(way.name, KNOWN_WAYS), tuple(KNOWN_WAYS))
        elif problem := way_problem(way):
            yield Fault(Wrong.VALUE_UNKNOWN, problem)


def find_unfit_comparison(ways: tuple[Way, ...], kind: Kind, word: str) -> Iterator[Fault]:
    """Yield that words and days are to be compared with those of another period."""
    if kind in (Kind.TEXT, Kind.DAY) and any(way.name == COMPARED for way in ways):
        yield Fault(Wrong.NOT_ALLOWED_HERE, COMPARED, against=word)


def find_unfit(ways: tuple[Way, ...], kind: Kind, word: str) -> Iterator[Fault]:
    """Yield the ways that a kind of figure, given with the form's word for it, cannot be written in."""
    for way in ways:
        if way.name in KNOWN_WAYS and way.name not in _WAYS[kind]:
            yield Fault(Wrong.NOT_ALLOWED_HERE, way.name, expected=_WAYS[kind], against=word)


def find_other_measures(ways: tuple[Way, ...], measure: str | None) -> Iterator[Fault]:
    """Yield the ways that ask for another kind of measure than a figure has: km of a count, ha or % of a length.

    ``measure`` is None where it is not known."""
    own = measure_of(measure or "")
    for way in ways:
        name = way.arguments[0] if way.arguments else ""
        asked = NAMED_MEASURES.get(name) if way.name in ("don_vi", "doi") else None
        if measure is not None and asked and (own is None or own.dimension is not asked.dimension):
            alike = tuple(name for name, other in NAMED_MEASURES.items() if own and other.dimension is own.dimension)
            yield Fault(Wrong.NOT_ALLOWED_HERE, f"{way.name}:{name}", expected=alike, against=measure or NO_MEASURE)
        if way.name == "phan_tram" and own and own.dimension is not Dimension.PERCENT:
            yield Fault(Wrong.NOT_ALLOWED_HERE, way.name, against=measure or "")


def find_unsuited(ways: tuple[Way, ...], kind: Kind, word: str, measure: str | None) -> Iterator[Fault]:
    """Yield the ways that do not suit the kind of a figure or else its measure, at most one fault a way."""
    for way in ways:
        yield from (*find_unfit((way,), kind, word), *find_other_measures((way,), measure))[:1]
