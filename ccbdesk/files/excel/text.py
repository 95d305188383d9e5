"""Text as Excel keeps it. This module holds how its escapes are undone."""

import re

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unescaped(text: str) -> str:
    """Return text with escapes such as ``_x000D_`` undone, then cleaned."""
    if "_x" not in text:
        return clean(text)
    plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    # Two escapes may be the halves of one character; half a character is none.
    return clean(plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore"))


def clean(text: str) -> str:
    """Return text with one kind of line end and without the characters no workbook or document can hold."""
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
