"""This module holds the parser of what a loop of a sentence says of itself, between its name and its colon.

::

    settings = "(" setting { ";" setting } ")"
    setting  = "đầu" number [ "theo" expression ] | "nối" '"' words '"' | "cuối" '"' words '"'
             | "loại" '"' kind { ";" kind } '"' | "khi" expression

Only units are ranked (“theo”) and chosen by their kind (“loại”) or by a condition (“khi”).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from ccbdesk.engine.expressions.parsing import Problem, Source, UnreadableError, cut, read_expression, unexpected
from ccbdesk.engine.expressions.tokens import Shape, Token
from ccbdesk.model.expression import Expression
from ccbdesk.model.mistake import Wrong
from ccbdesk.vietnamese.folding import folded, nearest, tidy


class Setting(Enum):
    """What a loop may say of itself, by the word it is said with."""

    FIRST = "đầu"
    JOINER = "nối"
    LAST_JOINER = "cuối"
    KIND = "loại"
    CONDITION = "khi"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a loop says of itself. ``kinds`` are the kinds of units in the spellings of the form; empty means all."""

    joiner: str = "; "
    last_joiner: str = ""
    first: int = 0
    ranking: Expression | None = None
    kinds: tuple[str, ...] = ()
    condition: Expression | None = None

    @property
    def is_choosing(self) -> bool:
        """Whether the loop goes through some of the units only, by a choice of its own."""
        return bool(self.kinds) or self.condition is not None


_SETTINGS = {folded(setting.value): setting for setting in Setting}
_RANKED_BY = "theo"


def read_settings(source: Source, allowed: Sequence[Setting], settings: Settings = Settings()) -> Settings:
    """Read what a loop says of itself in parentheses, if there are any, and the colon behind.

    What is not ``allowed`` is noted; ``settings`` are those of a loop that says nothing."""
    said: set[Setting] = set()
    more = source.accepts("(")
    while more:
        name = source.token
        setting = _read_word(source, allowed)
        if setting in said:
            source.report(Problem(Wrong.NAME_TWICE, name.start + 1, name.text))
        if setting not in allowed:
            source.report(Problem(Wrong.NOT_ALLOWED_HERE, name.start + 1, name.text))
        said.add(setting)
        settings = _with_setting(source, settings, setting, allowed)
        more = source.accepts(";")
        if not more and not source.accepts(")"):
            raise unexpected(source.token, ";", ")")
    if not source.accepts(":"):
        raise unexpected(source.token, ":")
    return settings


def _read_word(source: Source, allowed: Sequence[Setting]) -> Setting:
    words = tuple(setting.value for setting in allowed)
    name = source.take()
    if name.shape is not Shape.NAME:
        raise unexpected(name, *words)
    setting = _SETTINGS.get(folded(name.text))
    if setting is None:
        near = nearest(name.text, words)
        raise UnreadableError(Problem(Wrong.VALUE_UNKNOWN, name.start + 1, cut(name.text), near, words))
    return setting


def _with_setting(source: Source, settings: Settings, setting: Setting, allowed: Sequence[Setting]) -> Settings:
    match setting:
        case Setting.FIRST:
            first = _read_first(source)
            return replace(settings, first=first, ranking=_read_ranking(source, allowed))
        case Setting.JOINER:
            return replace(settings, joiner=_read_quoted(source, '"; "').text)
        case Setting.LAST_JOINER:
            return replace(settings, last_joiner=_read_quoted(source, '" và "').text)
        case Setting.KIND:
            return replace(settings, kinds=_read_kinds(source))
        case Setting.CONDITION:
            return replace(settings, condition=read_expression(source))
        case _:
            assert_never(setting)


def _read_first(source: Source) -> int:
    token = source.take()
    if token.shape is not Shape.NUMBER:
        raise unexpected(token, "1", "2", "3")
    if not re.fullmatch("0*[1-9][0-9]{0,2}", token.text):
        source.report(Problem(Wrong.NUMBER_MALFORMED, token.start + 1, cut(token.text), expected=("1", "2", "3")))
        return 1
    return int(token.text)


def _read_ranking(source: Source, allowed: Sequence[Setting]) -> Expression | None:
    """Read by what units are ranked; whatever is not chosen by conditions is not ranked either."""
    token = source.token
    if token.shape is not Shape.NAME or folded(token.text) != _RANKED_BY:
        return None
    if Setting.CONDITION not in allowed:
        source.report(Problem(Wrong.NOT_ALLOWED_HERE, token.start + 1, token.text))
    source.position = token.end
    return read_expression(source)


def _read_quoted(source: Source, example: str) -> Token:
    token = source.take()
    if token.shape is not Shape.LABEL:
        raise unexpected(token, "”" if token.shape is Shape.OPEN_QUOTE else example)
    return token


def _read_kinds(source: Source) -> tuple[str, ...]:
    """Read kinds of units; each stands for all the spellings that the form has of it."""
    known = source.known.kinds
    token = _read_quoted(source, f'"{next(iter(known or ()), "xã")}"')
    words = [word for word in map(tidy, token.text.split(";")) if word]
    if not words:
        raise UnreadableError(Problem(Wrong.SYNTAX, token.start + 1, token.text, expected=known or ()))
    kinds: list[str] = []
    for word in words:
        meant = [kind for kind in known or () if folded(kind) == folded(word)]
        if not meant and known is not None:
            source.report(Problem(Wrong.VALUE_UNKNOWN, token.start + 1, cut(word), nearest(word, known), known))
        kinds += meant or [word]
    return tuple(dict.fromkeys(kinds))
