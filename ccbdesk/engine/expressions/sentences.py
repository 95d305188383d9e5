"""This module holds the parser of sentences. Inside braces it is the parser of expressions; it never raises.

::

    sentence = { text | "{" expression ["!"] { "|" way } "}" | "{" name "}" | "[" option { "|" option } "]" | loop }
    loop     = "[mỗi đơn vị" [ '(nối "' joiner '")' ] ":" sentence "]"
"""

import re
from dataclasses import dataclass, replace

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import (
    DEEPEST,
    Problem,
    Source,
    UnreadableError,
    check_length,
    cut,
    in_order,
    read_expression,
    unexpected,
)
from ccbdesk.engine.expressions.reading import placed
from ccbdesk.engine.expressions.tags import LONGEST_TAG, longest_tag
from ccbdesk.engine.expressions.tokens import Shape, Token
from ccbdesk.model.expression import Expression, Reference
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.sentence import Bracket, Builtin, EachUnit, Name, Piece, Slot, Way, Words
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.folding import folded, nearest, tidy
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS, way_problem


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence without mistakes."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """A sentence's mistakes, from left to right; at least one."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Within:
    """What a part of a sentence stands in."""

    depth: int = 0
    is_in_loop: bool = False
    is_option: bool = False


_BUILTINS = {builtin.value: builtin for builtin in Builtin}
_OF_A_UNIT = frozenset({Builtin.UNIT_SHORT_NAME, Builtin.UNIT_NAME})
_DOUBLED = frozenset({"{{", "}}", "[[", "]]", "||"})
_PARTNERS = {"}": "{", "]": "[", "|": "||"}
_LONGEST_UNIT = UnitId("x" * 12)
_PLAIN = re.compile(r"[^{}\[\]|]+")
_BUILTIN = re.compile(r"\s*(?P<name>\w+)\s*(?=[}|!])")
_WAY = re.compile(r"(?P<space>\s*)(?P<name>[^|:{}\[\]]*)(?P<colon>:?)(?P<arguments>[^|{}\[\]]*)")
_LOOP_WORDS = "moi don vi"
_JOINER_WORD = "noi"
_JOINER_SHAPE = '(nối "; "):'
_LOOP = re.compile(
    r"""
    (?P<words>[^{}\[\]|():"“”]+)
    (?P<joining>\( (?P<link>[^{}\[\]|()"“”„«»]*) ["“”„«»](?P<joiner>[^"“”„«»]*)["“”„«»] \s*\)\s* )?
    :\s*
    """,
    re.VERBOSE,
)
_LOOP_WITH_JOINER = re.compile(r"(?P<words>[^{}\[\]|():]+)\(")


def parse_sentence(text: str, known: Known) -> Parsed | Faulty:
    """Return the pieces of a sentence, or its mistakes: every unknown name, one fault of grammar."""
    source = Source(text, known, _BUILTINS)
    try:
        pieces = _read_pieces(source, _Within())
    except UnreadableError as error:
        source.report(error.problem)
        return Faulty(in_order(source.problems))
    return Faulty(in_order(source.problems)) if source.problems else Parsed(pieces)


def _read_pieces(source: Source, within: _Within) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    while source.position < len(source.text):
        piece = _read_piece(source, within)
        if piece is None:
            break
        pieces.append(piece)
    return _joined(pieces)


def _read_piece(source: Source, within: _Within) -> Piece | None:
    """Read what stands next; None, without a step, at the sign that ends the part."""
    if plain := _PLAIN.match(source.text, source.position):
        source.position = plain.end()
        return Words(plain[0])
    pair = source.text[source.position : source.position + 2]
    # Where two brackets are open “]]” closes both; elsewhere it is a bracket that is printed.
    if pair in _DOUBLED and not (pair == "]]" and within.depth > 1):
        source.position += 2
        return Words(pair[0])
    match pair[0]:
        case "{":
            return _read_braces(source, within)
        case "[":
            return _read_brackets(source, within)
        case "]" if within.depth:
            return None
        case "|" if within.is_option:
            return None
        case sign:
            raise UnreadableError(Problem(Wrong.SYNTAX, source.position + 1, sign, expected=(_PARTNERS[sign],)))


def _read_braces(source: Source, within: _Within) -> Name | Slot:
    opening = source.position
    source.position += 1
    closing = source.text.find("}", opening)
    if closing < 0:
        raise _unclosed(source, opening, "}")
    check_length(source.text, opening + 1, closing)
    found = _BUILTIN.match(source.text, source.position)
    builtin = _BUILTINS.get(found["name"].casefold()) if found else None
    if found is None or builtin is None:
        return _read_slot(source, within, opening)
    source.position = found.end()
    if builtin in _OF_A_UNIT and not within.is_in_loop:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, f"{{{found['name']}}}"))
    if not source.accepts("}"):
        raise unexpected(source.token, "}")
    return Name(builtin)


def _read_slot(source: Source, within: _Within, opening: int) -> Slot:
    expression = read_expression(source)
    keeps_zero = source.accepts("!")
    ways: list[Way] = []
    while source.accepts("|"):
        ways.append(_read_way(source))
    if not source.accepts("}"):
        raise unexpected(source.token, "}")
    _check_tag(source, expression, tuple(ways), within, opening)
    return Slot(expression, tuple(ways), keeps_zero)


def _unclosed(source: Source, opening: int, partner: str) -> UnreadableError:
    return UnreadableError(Problem(Wrong.SYNTAX, opening + 1, source.text[opening], expected=(partner,)))


def _read_way(source: Source) -> Way:
    found = _WAY.match(source.text, source.position)
    assert found is not None  # noqa: S101 - every part of the pattern may be empty
    position = found.start("name") + 1
    name = _plain(found["name"])
    if not name:
        raise unexpected(Token(Shape.SIGN, found[0].strip(), position - 1, found.end()), *KNOWN_WAYS)
    source.position = found.end()
    way = Way(name, tuple(_plain(argument) for argument in found["arguments"].split(",")) if found["colon"] else ())
    if name not in KNOWN_WAYS:
        source.report(Problem(Wrong.NAME_UNKNOWN, position, cut(name), nearest(name, KNOWN_WAYS), tuple(KNOWN_WAYS)))
    elif wrong := way_problem(way):
        source.report(Problem(Wrong.VALUE_UNKNOWN, position, cut(wrong)))
    return way


def _plain(word: str) -> str:
    plain = tidy(word).casefold()
    # Tags are ASCII: “tien:tỷ” is taken as “tien:ty”.
    return plain if plain.isascii() else folded(plain).replace(" ", "_")


def _check_tag(source: Source, expression: Expression, ways: tuple[Way, ...], within: _Within, opening: int) -> None:
    longest = placed(expression, _of_the_longest_unit) if within.is_in_loop else expression
    if longest_tag(longest, ways) > LONGEST_TAG:
        seen = source.text[opening : source.position]
        source.report(Problem(Wrong.TAG_TOO_LONG, opening + 1, cut(seen), expected=(str(LONGEST_TAG),)))


def _of_the_longest_unit(reference: Reference) -> Reference:
    return replace(reference, unit=_LONGEST_UNIT) if reference.unit is None else reference


def _read_brackets(source: Source, within: _Within) -> Piece:
    opening = source.position
    if within.depth == DEEPEST:
        raise UnreadableError(Problem(Wrong.TOO_DEEP, opening + 1, "[", expected=(str(DEEPEST),)))
    source.position += 1
    loop = _LOOP.match(source.text, source.position)
    if loop and folded(loop["words"]) == _LOOP_WORDS and _is_joining(loop):
        return _read_loop(source, within, opening, loop)
    like = _LOOP_WITH_JOINER.match(source.text, source.position)
    if like and folded(like["words"]) == _LOOP_WORDS:
        raise UnreadableError(
            Problem(Wrong.SYNTAX, like.end(), cut(source.text[like.end() - 1 :]), expected=(_JOINER_SHAPE,))
        )
    return _read_options(source, within, opening)


def _is_joining(loop: re.Match[str]) -> bool:
    return loop["joining"] is None or folded(loop["link"]) == _JOINER_WORD


def _read_loop(source: Source, within: _Within, opening: int, header: re.Match[str]) -> EachUnit:
    if within.is_in_loop:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, cut(source.text[opening : header.end()].strip())))
    source.position = header.end()
    pieces = _read_pieces(source, _Within(within.depth + 1, is_in_loop=True))
    _close(source, opening)
    _check_figure(source, opening, pieces)
    joiner = header["joiner"]
    return EachUnit(_stripped(pieces)) if joiner is None else EachUnit(_stripped(pieces), joiner)


def _read_options(source: Source, within: _Within, opening: int) -> Bracket:
    inside = _Within(within.depth + 1, within.is_in_loop, is_option=True)
    options = [_read_pieces(source, inside)]
    while source.text.startswith("|", source.position):
        source.position += 1
        options.append(_read_pieces(source, inside))
    _close(source, opening)
    for option in options:
        _check_figure(source, opening, option)
    return Bracket(tuple(options))


def _close(source: Source, opening: int) -> None:
    if not source.text.startswith("]", source.position):
        raise _unclosed(source, opening, "]")
    source.position += 1


def _check_figure(source: Source, opening: int, pieces: tuple[Piece, ...]) -> None:
    """Note a part that could never vanish: no figure stands in it."""
    if all(isinstance(piece, Words | Name) for piece in pieces):
        seen = source.text[opening : source.position]
        source.report(Problem(Wrong.SYNTAX, opening + 1, cut(seen), expected=("{",)))


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, Words) and isinstance(last, Words):
            joined[-1] = Words(last.text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _stripped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    *others, last = pieces
    return (*others, Words(last.text.rstrip())) if isinstance(last, Words) else pieces
