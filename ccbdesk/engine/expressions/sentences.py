"""This module holds the parser of sentences. Inside braces it is the parser of expressions; it never raises.

::

    sentence = { text | "{" expression ["!"] { "|" way } "}" | "{" name "}" | options | choice | loop }
    options  = "[" [ "mỗi phần" [ settings ] ":" ] sentence { "|" sentence } "]"
    choice   = "[" "nếu" expression ":" sentence { "|" "nếu" expression ":" sentence }
               [ "|" "không thì" ":" sentence ] [ "|" "chưa có số" ":" sentence ] "]"
    loop     = "[" ( "mỗi đơn vị" | "mỗi dòng" list ) [ settings ] ":" sentence "]"

The settings are those of ``loops``. In a loop over the rows of a list ``{column}`` is what a row says there.
"""

import re
from dataclasses import dataclass, replace
from functools import partial

from ccbdesk.engine.expressions.choices import OTHERWISE, UNKNOWN, is_condition, read_condition, read_part_name
from ccbdesk.engine.expressions.comparisons import COMPARED, compared_with, comparison_problem, is_comparable
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.loops import Setting, Settings, read_settings
from ccbdesk.engine.expressions.parsing import (
    DEEPEST,
    Problem,
    Source,
    UnreadableError,
    check_length,
    column_named,
    cut,
    in_order,
    list_named,
    read_expression,
    unexpected,
)
from ccbdesk.engine.expressions.reading import placed
from ccbdesk.engine.expressions.tags import LONGEST_TAG, longest_tag
from ccbdesk.engine.expressions.tokens import Shape, Token, token_at
from ccbdesk.model.expression import Expression, Reference, RowReference
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import ColumnCode, RowKey, SheetCode
from ccbdesk.model.sentence import (
    Bracket,
    Builtin,
    Case,
    Choice,
    EachRow,
    EachUnit,
    Name,
    Piece,
    RowSlot,
    Slot,
    Way,
    Words,
)
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
    """What a part of a sentence stands in; ``list`` is the one whose rows are gone through, if any."""

    depth: int = 0
    is_in_loop: bool = False
    is_option: bool = False
    list: SheetCode | None = None


_BUILTINS = {builtin.value: builtin for builtin in Builtin}
_OF_A_LOOP = frozenset({Builtin.UNIT_SHORT_NAME, Builtin.UNIT_NAME, Builtin.NUMBER})
_WAYS_OF_NUMBERS = ("so", "hai_chu_so", "bang_chu")
_WAYS_OF_FIGURES = (*KNOWN_WAYS, COMPARED)
_DOUBLED = frozenset({"{{", "}}", "[[", "]]", "||"})
_PARTNERS = {"}": "{", "]": "[", "|": "||"}
_ANY_UNIT = UnitId("x" * 12)
_PLAIN = re.compile(r"[^{}\[\]|]+")
_BUILTIN = re.compile(r"\s*(?P<name>\w+)\s*(?=[}|!])")
_WAY = re.compile(r"(?P<space>\s*)(?P<name>[^|:{}\[\]]*)(?P<colon>:?)(?P<arguments>[^|{}\[\]]*)")
_LONGEST_ROW = RowKey("x" * 6)
_UNIT_LOOP = "moi don vi"
_ROW_LOOP = "moi dong"
_OPTIONS = "moi phan"
_AS_OPTIONS = Settings(joiner=", ")
_OF_OPTIONS = (Setting.JOINER, Setting.LAST_JOINER)
_OF_ROWS = (Setting.FIRST, Setting.JOINER, Setting.LAST_JOINER)
_LOOP = re.compile(r'(?P<words>[^{}\[\]|():"“”]+)[(:]')
_LIST_NAME = re.compile(r"\s*\S+\s+\S+\s+(?P<name>\S[^(:]*?)\s*[(:]")
_SPACE = re.compile(r"\s*")


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


def _read_braces(source: Source, within: _Within) -> Name | Slot | RowSlot:
    opening = source.position
    source.position += 1
    closing = source.text.find("}", opening)
    if closing < 0:
        raise _unclosed(source, opening, "}")
    check_length(source.text, opening + 1, closing)
    found = _BUILTIN.match(source.text, source.position)
    builtin = _BUILTINS.get(found["name"].casefold()) if found else None
    if found is None or builtin is None:
        column = _read_column(source, within)
        return (
            _read_slot(source, within, opening) if column is None else _read_row_slot(source, within, column, opening)
        )
    source.position = found.end()
    if builtin in _OF_A_LOOP and not within.is_in_loop:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, f"{{{found['name']}}}"))
    if builtin is Builtin.NUMBER:
        return Name(builtin, _read_ways(source, _WAYS_OF_NUMBERS))
    if not source.accepts("}"):
        raise unexpected(source.token, "}")
    return Name(builtin)


def _read_column(source: Source, within: _Within) -> ColumnCode | None:
    """Read the name of a column where nothing else stands between the braces; None where it is a figure's."""
    if within.list is None:
        return None
    columns, name = source.known.columns.get(within.list, {}), source.token
    behind = token_at(source.text, name.end)
    if name.shape not in (Shape.NAME, Shape.NUMBER, Shape.LABEL) or behind.text not in ("}", "|", "!"):
        return None
    if name.shape is Shape.LABEL:
        labelled = next((code for code, label in columns.items() if folded(label) == folded(name.text)), None)
        source.position = name.end if labelled else source.position
        return labelled
    if name.text.casefold() not in columns and (name.shape is Shape.NUMBER or _is_figure(source, name)):
        return None
    source.position = name.end
    return column_named(source, name, columns)


def _is_figure(source: Source, name: Token) -> bool:
    return name.text.casefold() in source.known.indicators


def _read_row_slot(source: Source, within: _Within, column: ColumnCode, opening: int) -> RowSlot:
    ways = _read_ways(source)
    longest = RowReference(within.list or SheetCode(""), _LONGEST_ROW, column, _longest_unit(source.known))
    _check_tag(source, longest, ways, opening)
    return RowSlot(column, ways)


def _read_slot(source: Source, within: _Within, opening: int) -> Slot:
    expression = read_expression(source)
    keeps_zero = source.accepts("!")
    ways = _read_ways(source, _WAYS_OF_FIGURES)
    if compared_with(ways) and not (is_comparable(expression) and len(ways) == 1):
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, COMPARED))
    longest = placed(expression, partial(_of_unit, _longest_unit(source.known))) if within.is_in_loop else expression
    _check_tag(source, longest, ways, opening)
    return Slot(expression, ways, keeps_zero)


def _read_ways(source: Source, allowed: tuple[str, ...] = KNOWN_WAYS) -> tuple[Way, ...]:
    """Read the ways of writing and the brace behind them."""
    ways: list[Way] = []
    while source.accepts("|"):
        start = source.position
        way = _read_way(source)
        if way.name in _WAYS_OF_FIGURES and way.name not in allowed:
            source.report(Problem(Wrong.NOT_ALLOWED_HERE, start + 1, way.name, expected=allowed))
        ways.append(way)
    if not source.accepts("}"):
        raise unexpected(source.token, "}")
    return tuple(ways)


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
    if name not in _WAYS_OF_FIGURES:
        source.report(
            Problem(Wrong.NAME_UNKNOWN, position, cut(name), nearest(name, _WAYS_OF_FIGURES), _WAYS_OF_FIGURES)
        )
    elif wrong := comparison_problem(way) if name == COMPARED else way_problem(way):
        source.report(Problem(Wrong.VALUE_UNKNOWN, position, cut(wrong)))
    return way


def _plain(word: str) -> str:
    plain = tidy(word).casefold()
    # Tags are ASCII: “tien:tỷ” is taken as “tien:ty”.
    return plain if plain.isascii() else folded(plain).replace(" ", "_")


def _check_tag(source: Source, longest: Expression, ways: tuple[Way, ...], opening: int) -> None:
    if longest_tag(longest, ways) > LONGEST_TAG:
        seen = source.text[opening : source.position]
        source.report(Problem(Wrong.TAG_TOO_LONG, opening + 1, cut(seen), expected=(str(LONGEST_TAG),)))


def _longest_unit(known: Known) -> UnitId:
    """Return the unit whose turn in a loop makes the longest tag; any unit where none is known."""
    return max(known.units, key=len, default=_ANY_UNIT)


def _of_unit(unit: UnitId, reference: Reference) -> Reference:
    return replace(reference, unit=unit) if reference.unit is None else reference


def _read_brackets(source: Source, within: _Within) -> Piece:
    opening = source.position
    if within.depth == DEEPEST:
        raise UnreadableError(Problem(Wrong.TOO_DEEP, opening + 1, "[", expected=(str(DEEPEST),)))
    source.position += 1
    loop = _LOOP.match(source.text, source.position)
    words = tidy(loop["words"]).split() if loop else []
    if loop and folded(" ".join(words)) == _UNIT_LOOP:
        source.position = loop.end() - 1
        return _read_unit_loop(source, within, opening)
    if loop and folded(" ".join(words[:2])) == _ROW_LOOP:
        return _read_row_loop(source, within, opening, loop)
    if loop and folded(" ".join(words)) == _OPTIONS:
        source.position = loop.end() - 1
        settings = read_settings(source, _OF_OPTIONS, _AS_OPTIONS)
        _step_over_space(source)
        return _read_options(source, within, opening, settings)
    if is_condition(source):
        return _read_choice(source, within, opening)
    return _read_options(source, within, opening, _AS_OPTIONS)


def _read_choice(source: Source, within: _Within, opening: int) -> Choice:
    """Read parts, each behind its condition; they end at a bar or at the bracket."""
    inside = replace(within, depth=within.depth + 1, is_option=True)
    choice = Choice((Case(read_condition(source), _read_part(source, inside)),))
    while source.text.startswith("|", source.position):
        source.position += 1
        choice = _with_part(source, inside, choice)
    _close(source, opening)
    return choice


def _with_part(source: Source, within: _Within, choice: Choice) -> Choice:
    if is_condition(source):
        if choice.otherwise or choice.unknown:
            source.report(Problem(Wrong.NOT_ALLOWED_HERE, source.token.start + 1, source.token.text))
        case = Case(read_condition(source), _read_part(source, within))
        return replace(choice, cases=(*choice.cases, case))
    name = read_part_name(source)
    pieces = _read_part(source, within)
    is_twice = (name.text == OTHERWISE and choice.otherwise) or (name.text == UNKNOWN and choice.unknown)
    if is_twice:
        source.report(Problem(Wrong.NAME_TWICE, name.start + 1, name.text))
    return replace(choice, otherwise=pieces) if name.text == OTHERWISE else replace(choice, unknown=pieces)


def _read_part(source: Source, within: _Within) -> tuple[Piece, ...]:
    _step_over_space(source)
    return _stripped(_read_pieces(source, within))


def _read_unit_loop(source: Source, within: _Within, opening: int) -> EachUnit:
    settings = read_settings(source, tuple(Setting))
    if within.is_in_loop:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, cut(source.text[opening : source.position].strip())))
    pieces = _read_repeated(source, replace(within, is_in_loop=True), opening)
    if not settings.is_choosing:
        _check_figure(source, opening, pieces)
    return EachUnit(
        pieces,
        settings.joiner,
        settings.last_joiner,
        settings.first,
        settings.ranking,
        settings.kinds,
        settings.condition,
    )


def _read_row_loop(source: Source, within: _Within, opening: int, header: re.Match[str]) -> EachRow:
    end = header.end() - 1
    name = _list_name(source, header)
    sheet = list_named(source, name)
    source.position = end
    settings = read_settings(source, _OF_ROWS)
    if within.list is not None:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, opening + 1, cut(source.text[opening : source.position].strip())))
    pieces = _read_repeated(source, replace(within, is_in_loop=True, list=sheet), opening)
    _check_figure(source, opening, pieces)
    return EachRow(sheet, pieces, settings.joiner, settings.last_joiner, settings.first)


def _list_name(source: Source, header: re.Match[str]) -> Token:
    """Return the name of the list behind “mỗi dòng”; without one the text cannot be understood."""
    found = _LIST_NAME.match(source.text, header.start(), header.end())
    if found is None:
        end = header.end()
        raise unexpected(Token(Shape.SIGN, source.text[end - 1], end - 1, end), *source.known.columns)
    return Token(Shape.NAME, found["name"], *found.span("name"))


def _read_repeated(source: Source, within: _Within, opening: int) -> tuple[Piece, ...]:
    """Read what a loop repeats, and the bracket behind it."""
    _step_over_space(source)
    pieces = _read_pieces(source, replace(within, depth=within.depth + 1, is_option=False))
    _close(source, opening)
    return _stripped(pieces)


def _read_options(source: Source, within: _Within, opening: int, settings: Settings) -> Bracket:
    inside = replace(within, depth=within.depth + 1, is_option=True)
    options = [_read_pieces(source, inside)]
    while source.text.startswith("|", source.position):
        source.position += 1
        options.append(_read_pieces(source, inside))
    _close(source, opening)
    for option in options:
        _check_figure(source, opening, option)
    return Bracket(tuple(options), settings.joiner, settings.last_joiner)


def _step_over_space(source: Source) -> None:
    found = _SPACE.match(source.text, source.position)
    source.position = found.end() if found else source.position


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
    last = pieces[-1] if pieces else None
    return (*pieces[:-1], Words(last.text.rstrip())) if isinstance(last, Words) else pieces
