"""The report and the workbook on paper, measured against the decree and looked over for what must never be seen.

A cluster is printed once and all rules are put to it together, for printing is what takes the time."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median
from unicodedata import normalize

import papers
import pytest
from printing import MM, Line, Page, Word, figures_of, fonts_of, pages_of, print_file, text_of

from ccbdesk.files.excel.writing import write_book
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.book import Book, BookSheet, FormulaCell, LinkCell, Look, NumberCell, TextCell
from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Chart, Figure, Paragraph, Table
from ccbdesk.vietnamese.vocabulary.books import SOURCES

pytestmark = [pytest.mark.deep, pytest.mark.libreoffice]

SKELETON = Path(__file__).parents[2] / "resources" / "templates" / "bao-cao.docx"
FONTS = {"LiberationSerif", "TimesNewRomanPS", "TimesNewRomanPSMT", "TimesNewRoman"}
HEADINGS = {Style.HEADING_1, Style.HEADING_2, Style.HEADING_3}

NEAR = 0.6  # points: what is alike differs by less on paper
BOX = 3.0  # a word's box reaches a little below its line
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 18 * MM, 20 * MM, 20 * MM
NARROWEST_RIGHT = 15 * MM  # the decree's; the signature reaches so far
LOWEST_TOP = 25 * MM  # so far a notice of two lines may push the text
BODY, INDENT = 14.0, 12.7 * MM
SOURCES_PRINTED = 60  # rows
SMALLEST = 7.0
PRINTED_ALIKE = {"six units"}  # as a workbook like "five of six"
PITCH, GAP = BODY * 1.149 * 1.1, 6.0  # a line of the font, times 1.1; and between paragraphs


@dataclass(frozen=True, slots=True)
class Printed:
    """A report and its pages; ``ratio`` is how high a word's box is for letters a point high."""

    paper: papers.Paper
    pages: tuple[Page, ...]
    fonts: frozenset[str]
    ratio: float

    def size(self, word: Word) -> float:
        """Return how large a word's letters are."""
        return round(word.height / self.ratio, 1)

    @property
    def report(self) -> tuple[Page, ...]:
        """The pages before the appendices."""
        return tuple(page for page in self.pages if not page.is_lying)

    def text(self, page: Page) -> tuple[Line, ...]:
        """Return a page's lines but for those above the upper margin."""
        return tuple(line for line in page.lines if line[0].top > TOP - NEAR)


Rule = Callable[[Printed], Iterator[str]]


def print_report(paper: papers.Paper, folder: Path, skeleton: bytes) -> Printed:
    path = folder / "report.docx"
    path.write_bytes(write_report(paper.report, skeleton, papers.TODAY))
    pdf = print_file(path)
    return printed_of(paper, pages_of(pdf), fonts_of(pdf))


def printed_of(paper: papers.Paper, pages: tuple[Page, ...], fonts: frozenset[str]) -> Printed:
    ratio = median(word.height / word.size for page in pages for word in figures_of(page))
    return Printed(paper, pages, fonts, ratio)


# -- the rules of a report -----------------------------------------------------------------------------------------


def find_strange_fonts(printed: Printed) -> Iterator[str]:
    yield from (f"font {name}" for name in printed.fonts - FONTS)


def find_strange_pages(printed: Printed) -> Iterator[str]:
    for number, page in enumerate(printed.pages, start=1):
        if sorted((round(page.width / MM), round(page.height / MM))) != [210, 297]:
            yield f"page {number} is no A4"


def find_words_in_margins(printed: Printed) -> Iterator[str]:
    for number, page in enumerate(printed.pages, start=1):
        for word in (word for line in printed.text(page) for word in line):
            right = page.width - word.right
            is_out = word.left < LEFT - NEAR or right < NARROWEST_RIGHT - NEAR
            if is_out or page.height - word.bottom < BOTTOM - BOX:
                yield f"page {number}: {word.text} in a margin"


def find_other_edges(printed: Printed) -> Iterator[str]:
    """The body reaches from margin to margin, its paragraphs begin half an inch further in."""
    for number, page in enumerate(printed.report, start=1):
        body = [line for line in printed.text(page) if _is_body(line, printed)]
        lefts = {round(line[0].left - LEFT) for line in body}
        if not lefts <= {0, round(INDENT)}:
            yield f"page {number}: lines begin at {sorted(lefts)}"
        if body and body[0][0].top > LOWEST_TOP and number > 1 and body[0] == printed.text(page)[0]:
            yield f"page {number} begins too low"
        full = [line[-1].right for line in body if line[-1].right > page.width - RIGHT - 1.5]
        if len(body) > 15 and not full:
            yield f"page {number}: no line reaches the right margin"


def _is_body(line: Line, printed: Printed) -> bool:
    """Tell whether a line is of a paragraph of the body: larger than any table's, and not in the middle."""
    middle = abs((line[0].left + line[-1].right) / 2 - (LEFT + (210 * MM - RIGHT)) / 2) < 2
    is_full = line[0].left < LEFT + INDENT + 1
    return (
        all(printed.size(word) in (BODY, 11.0) for word in line)
        and printed.size(line[0]) == BODY
        and (is_full or not middle)
    )


def find_other_distances(printed: Printed) -> Iterator[str]:
    for number, page in enumerate(printed.report, start=1):
        for above, below in pairwise(printed.text(page)):
            if _is_body(above, printed) and _is_body(below, printed):
                distance = below[0].bottom - above[0].bottom
                is_next_line = abs(distance - PITCH) < NEAR
                if not is_next_line and distance < PITCH + GAP - NEAR:
                    yield f"page {number}: {text_of(below)} {distance:.1f} beneath the line above"


def find_other_sizes(printed: Printed) -> Iterator[str]:
    wanted = {
        "CỘNG": 12.0, "Độc": 13.0, "Số:": 13.0, "BÁO": 14.0, "Nơi": 12.0, "Lưu:": 11.0, "TM.": 13.0,
    }  # fmt: skip
    words = [word for page in printed.report for line in page.lines for word in line]
    for text, size in wanted.items():
        found = [printed.size(word) for word in words if word.text == text]
        if size not in found:
            yield f"{text} is of {found}, not {size}"


def find_other_numbers(printed: Printed) -> Iterator[str]:
    """Pages are numbered from 2, in the middle of the upper margin, in the size of the body; the appendix anew."""
    for before, page in pairwise(printed.pages):
        number = next((word for word in page.words if word.bottom < TOP and word.text.isdecimal()), None)
        former = next((word for word in before.words if word.bottom < TOP and word.text.isdecimal()), None)
        expected = str(int(former.text) + 1) if former else "2"
        if number is None:
            is_new = page.is_lying and "PHỤLỤC" in text_of(printed.text(page)[0])
            if not is_new:
                yield f"a page behind {former.text if former else 1} has no number"
        elif number.text != expected or abs((number.left + number.right) / 2 - (LEFT + page.width - RIGHT) / 2) > 1:
            yield f"{number.text} where {expected} belongs in the middle"


def find_lonely_headings(printed: Printed) -> Iterator[str]:
    headings = [_plain(_said(block)) for block in printed.paper.report.blocks if _is_heading(block)]
    for number, page in enumerate(printed.report, start=1):
        last = _plain(text_of(page.lines[-1]))
        if any(heading.endswith(last) for heading in headings):
            yield f"page {number} ends with {last}"


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in HEADINGS


def find_lonely_signature(printed: Printed) -> Iterator[str]:
    for page in printed.report:
        lines = [text_of(line) for line in page.lines]
        if any(line.startswith("Nơinhận:") for line in lines):
            if not any(line.endswith("./.") for line in lines):
                yield "the signature without the end of the text"
            return
    yield "no signature"


def find_lost_words(printed: Printed) -> Iterator[str]:
    """Every letter is printed, and every figure as often as it is written."""
    said = [text for block in _blocks(printed) for text in _texts(block)]
    there = [word.text for page in printed.pages for word in page.words]
    letters = Counter(_plain("".join(said))) - Counter(_plain("".join(there)))
    figures = Counter(_figures_in(" ".join(said))) - Counter(_figures_in(" ".join(there)))
    yield from (f"lost: {lost}" for lost in (*letters, *figures))


def _blocks(printed: Printed) -> Iterator[Block]:
    report = printed.paper.report
    yield from report.blocks
    for appendix in report.appendices:
        yield from appendix.paragraphs
        yield appendix.table


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _said(block)
        case Table():
            for cell in (cell for row in block.rows for cell in row):
                yield "".join(run.shown if isinstance(run, Figure) else run.text for run in cell.runs)
        case Chart():
            return


def _said(block: Block) -> str:
    return (
        "\n".join(_texts(block))
        if not isinstance(block, Paragraph)
        else "".join(run.shown if isinstance(run, Figure) else run.text for run in block.runs)
    )


def _plain(text: str) -> str:
    return "".join(normalize("NFC", text).split())


def _figures_in(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def find_silent_pages(printed: Printed) -> Iterator[str]:
    """A provisional report says so above every page and names whose return is not in; another one does not."""
    notice = _plain(printed.paper.report.notice)
    for number, page in enumerate(printed.pages, start=1):
        above = "".join(text_of(line) for line in page.lines if line[0].bottom < LOWEST_TOP)
        if bool(notice) != ("Tạmtính" in above) or notice not in above:
            yield f"page {number} does not say: {notice}"


RULES: tuple[Rule, ...] = (
    find_strange_fonts,
    find_strange_pages,
    find_words_in_margins,
    find_other_edges,
    find_other_distances,
    find_other_sizes,
    find_other_numbers,
    find_lonely_headings,
    find_lonely_signature,
    find_lost_words,
    find_silent_pages,
)


@pytest.mark.parametrize("name", papers.CLUSTERS)
def test_the_report_lies_on_paper_as_the_decree_wants_it(name: str, tmp_path: Path) -> None:
    printed = print_report(papers.paper_of(name), tmp_path, SKELETON.read_bytes())

    assert [found for rule in RULES for found in rule(printed)] == []


# -- the rules of a workbook ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """A workbook and its pages; ``notice`` is what the pages of a provisional one say."""

    book: Book
    pages: tuple[Page, ...]
    notice: str


def print_book(paper: papers.Paper, folder: Path) -> PrintedBook:
    """Print a workbook but for what only repeats: of the units' own sheets the first, of all sources some."""
    book = replace(paper.book, sheets=tuple(_find_printed_sheets(paper)))
    path = folder / "book.xlsx"
    path.write_bytes(write_book(book, papers.TODAY))
    return PrintedBook(book, pages_of(print_file(path)), paper.report.notice)


def _find_printed_sheets(paper: papers.Paper) -> Iterator[BookSheet]:
    names = {unit.short_name for unit in paper.merged.form.units[1:]}
    for sheet in paper.book.sheets:
        if sheet.name == SOURCES:
            cells = tuple(placed for placed in sheet.cells if placed.row <= SOURCES_PRINTED)
            yield replace(sheet, cells=cells, filtered=None)
        else:
            yield replace(sheet, is_hidden=sheet.is_hidden or sheet.name in names)


def find_crowded_words(printed: PrintedBook) -> Iterator[str]:
    """Words that do not fit into their row run into those of the rows around."""
    for number, page in enumerate(printed.pages, start=1):
        ordered = sorted(page.words, key=lambda word: word.top)
        for place, word in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.top > word.bottom - 0.3 * word.height:
                    break
                if min(word.right, other.right) - max(word.left, other.left) > 1:
                    yield f"page {number}: {word.text} runs into {other.text}"


def find_hidden_figures(printed: PrintedBook) -> Iterator[str]:
    """A figure too wide for its column is shown as hashes."""
    for number, page in enumerate(printed.pages, start=1):
        if any("##" in word.text for word in page.words):
            yield f"page {number} hides a figure"


def find_lost_cells(printed: PrintedBook) -> Iterator[str]:
    said = "".join(_find_words_of_cells(printed.book))
    there = "".join(word.text for page in printed.pages for word in page.words)
    yield from (f"lost: {letter}" for letter in Counter(_plain(said)) - Counter(_plain(there)))


def _find_words_of_cells(book: Book) -> Iterator[str]:
    for sheet in (sheet for sheet in book.sheets if not sheet.is_hidden):
        for placed in sheet.cells:
            is_left_out = sheet.printed_columns and placed.column > sheet.printed_columns
            if placed.column in sheet.hidden_columns or placed.row in sheet.hidden_rows or is_left_out:
                continue
            match placed.cell:
                case TextCell(text) | LinkCell(text) | FormulaCell(result=str(text)):
                    yield text
                case NumberCell(amount, _, decimals, prefix) | FormulaCell(_, Decimal() as amount, _, decimals, prefix):
                    yield f"{prefix}{amount:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
                case _:
                    pass


def find_lonely_sections(printed: PrintedBook) -> Iterator[str]:
    titles = {
        _plain(placed.cell.text)
        for sheet in printed.book.sheets
        for placed in sheet.cells
        if isinstance(placed.cell, TextCell) and placed.cell.look is Look.SECTION and placed.across > 1
    }
    for number, page in enumerate(printed.pages, start=1):
        *body, _ = page.lines  # the last is the page's number
        if body and text_of(body[-1]) in titles:
            yield f"page {number} ends with {text_of(body[-1])}"


def find_small_print(printed: PrintedBook) -> Iterator[str]:
    for number, page in enumerate(printed.pages, start=1):
        sizes = [word.size for word in figures_of(page)]
        if sizes and median(sizes) < SMALLEST:
            yield f"page {number} is set at {median(sizes):.1f}"


def find_silent_sheets(printed: PrintedBook) -> Iterator[str]:
    notice = _plain(printed.notice)
    for number, page in enumerate(printed.pages, start=1):
        above = "".join(text_of(line) for line in page.lines[:1])
        if bool(notice) != above.startswith("Tạmtính") or notice not in above:
            yield f"page {number} does not say: {notice}"


BOOK_RULES: tuple[Callable[[PrintedBook], Iterator[str]], ...] = (
    find_crowded_words,
    find_hidden_figures,
    find_lost_cells,
    find_lonely_sections,
    find_small_print,
    find_silent_sheets,
)


@pytest.mark.parametrize("name", [name for name in papers.CLUSTERS if name not in PRINTED_ALIKE])
def test_the_workbook_can_be_read_on_paper(name: str, tmp_path: Path) -> None:
    printed = print_book(papers.paper_of(name), tmp_path)

    assert [found for rule in BOOK_RULES for found in rule(printed)] == []
