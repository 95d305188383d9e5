"""What LibreOffice puts on paper, measured in points (1 mm = 2.83). This module holds the printing and what is on a page."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path

MM = 72 / 25.4

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_FIGURE = re.compile(r"\d[\d.,]*\d")
_DIGIT, _SIGN = 0.5, 0.25  # of a letter's height: how wide digits, dots and commas of Times New Roman are


@dataclass(frozen=True, slots=True)
class Word:
    """A word on paper and the box it stands in."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """How large its letters are; only of a figure this can be told by itself."""
        signs = sum(not sign.isdigit() for sign in self.text)
        return (self.right - self.left) / ((len(self.text) - signs) * _DIGIT + signs * _SIGN)

    @property
    def height(self) -> float:
        """How high its box is, which grows with the size of its letters."""
        return self.bottom - self.top


Line = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: its size, its words in the order of reading, and the same by lines from above.

    The words of columns beside each other stand in one line."""

    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[Line, ...]

    @property
    def is_lying(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


def page_of(width: float, height: float, words: tuple[Word, ...]) -> Page:
    """Return a page of some words."""
    return Page(width, height, words, tuple(_find_lines(words)))


def text_of(line: Line) -> str:
    """Return a line without spaces: letters borrowed from another font come back with spaces around them."""
    return "".join(word.text for word in line)


def figures_of(page: Page) -> Iterator[Word]:
    """Yield the words that are figures of two digits or more."""
    return (word for word in page.words if _FIGURE.fullmatch(word.text))


def print_file(path: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file, beside it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path))
    return path.with_suffix(".pdf")


def pages_of(pdf: Path) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    found = _PAGE.findall(_run("pdftotext", "-bbox", str(pdf), "-"))
    return tuple(page_of(float(width), float(height), tuple(_find_words(boxes))) for width, height, boxes in found)


def fonts_of(pdf: Path) -> frozenset[str]:
    """Return the names of a PDF's fonts, without the mark of what is embedded of them and without their cut."""
    _, _, *lines = _run("pdffonts", str(pdf)).splitlines()
    return frozenset(re.sub(r"^[A-Z]{6}\+|-(Bold|Italic|Regular)*$", "", line.split()[0]) for line in lines)


def _run(program: str, *arguments: str) -> str:
    found = shutil.which(program)
    assert found is not None, program
    return subprocess.run([found, *arguments], check=True, capture_output=True, text=True, timeout=300).stdout


def _find_words(boxes: str) -> Iterator[Word]:
    for left, top, right, bottom, text in _WORD.findall(boxes):
        yield Word(unescape(text), float(left), float(top), float(right), float(bottom))


def _find_lines(words: tuple[Word, ...]) -> Iterator[Line]:
    ordered = sorted(words, key=lambda word: word.bottom)
    line: list[Word] = ordered[:1]
    for before, word in pairwise(ordered):
        if word.bottom - before.bottom > 0.3 * word.height:
            yield tuple(sorted(line, key=lambda word: word.left))
            line = []
        line.append(word)
    if line:
        yield tuple(sorted(line, key=lambda word: word.left))
