"""Labels as offices write them. This module holds what two labels are compared by, however they are numbered or opened.

“1.1. Trong đó: nữ (người)” and “Nữ” are the same label; where both stand in one table the full one decides."""

import re
from functools import lru_cache

from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.vocabulary.returns import LABEL_OPENINGS

_NUMBERING = r"\d{1,2}|[ivx]{1,4}|[a-z]"
_OPENINGS = "|".join(folded(words) for words in sorted(LABEL_OPENINGS, key=len, reverse=True))
_PREFIX = re.compile(rf"^(?:(?:{_NUMBERING}|{_OPENINGS}) )+(?=\S)")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*[:.;]?$")


def core(words: str) -> str:
    """Return folded words without numbering and openings such as “trong đó”."""
    return _PREFIX.sub("", words)


def unbracketed(label: str) -> str:
    """Return a label without what stands in brackets at its end, which is a measure or a remark."""
    bare = _BRACKETS.sub("", tidy(label))
    return bare if folded(bare) else label


@lru_cache(maxsize=4096)  # each label is compared with every other
def label_keys(label: str) -> tuple[str, str, str]:
    """Return what a label is compared by, the strictest first: all its words, then without brackets, then its core."""
    short = folded(unbracketed(label))
    return folded(label), short, core(short)
