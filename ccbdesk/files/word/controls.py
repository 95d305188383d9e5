"""Live figures in Word. This module holds the content control that carries one.

Editing and saving keep a control's tag and title, but not its number or the ids of styles; so the tag says by itself
which figure it is. The control is not bound to a store (on opening, the store would silently win over what a person
typed) and not locked (a person may delete a sentence)."""

from collections.abc import Iterator
from copy import deepcopy
from hashlib import sha1
from itertools import count

from ccbdesk.files.word.markup import Element, cleaned, make, put_text, w
from ccbdesk.model.report import Figure

LONGEST = 64
"""How many characters Word allows for a tag and for a title."""


def make_control(look: Element) -> Element:
    """Return a control with an rPr for its words, still without a figure and its number."""
    properties = make(
        "sdtPr",  # the schema fixes the order of its children
        deepcopy(look),
        make("alias", val=""),
        make("tag", val=""),
        make("id"),
        make("text"),
    )
    return make("sdt", properties, make("sdtContent", make("r", look)))


def put_figure(control: Element, figure: Figure) -> None:
    """Put a figure into a control just made; ValueError for a tag that Word would not keep."""
    if len(figure.tag) > LONGEST:
        msg = f"tag too long: {figure.tag}"
        raise ValueError(msg)
    (_, alias, tag, _, text), (run,) = control
    alias.set(w("val"), _fitting(figure.title))
    tag.set(w("val"), _on_one_line(figure.tag))
    if "\n" in cleaned(figure.shown):
        text.set(w("multiLine"), "1")
    put_text(run, figure.shown)


def number_controls(document: Element) -> None:
    """Give each control of a document that has no number, or one used before it, a number of its own.

    Word drops all but the last of the controls that share a number. A number depends on the tag and on the controls
    that stand before, so that the same report gets the same numbers."""
    taken: set[str] = set()
    unnumbered: list[Element] = []
    for number in document.iter(w("id")):
        value = number.get(w("val"))
        if value is None or value in taken:
            unnumbered.append(number)
        else:
            taken.add(value)
    drawn: dict[str, Iterator[str]] = {}
    for number in unnumbered:
        tag = _tag_beside(number)
        numbers = drawn.setdefault(tag, _find_numbers(tag))
        value = next(value for value in numbers if value not in taken)
        taken.add(value)
        number.set(w("val"), value)


def _find_numbers(tag: str) -> Iterator[str]:
    """Yield numbers that a tag leads to, without an end."""
    for attempt in count():
        digest = sha1(f"{tag} {attempt}".encode(), usedforsecurity=False).digest()
        number = int.from_bytes(digest[:4], "big") >> 1  # Word's numbers are 32 bits wide, with a sign
        if number:
            yield str(number)


def _tag_beside(number: Element) -> str:
    beside = number.itersiblings(w("tag"), preceding=True)
    return next((tag.get(w("val"), "") for tag in beside), "")


def _fitting(title: str) -> str:
    """Return a title that fits; the expression in brackets at its end is kept whole, for it identifies the figure."""
    line = _on_one_line(title)
    if len(line) <= LONGEST:
        return line
    words, bracket, expression = line.rpartition(" [")
    tail = bracket + expression
    if not words or len(tail) >= LONGEST:
        return line[: LONGEST - 1] + "…"
    return words[: LONGEST - len(tail) - 1].rstrip() + "…" + tail


def _on_one_line(text: str) -> str:
    return " ".join(cleaned(text).split())
