"""Word reports drawn in a few words. This module holds how their blocks are drawn and what was written is looked at."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ccbdesk.files.word.markup import Element, parse
from ccbdesk.files.word.packing import unpack
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Appendix, Bar, Block, Chart, Figure, Note, Paragraph, Phrase, Report, Table, TableCell

DAY = date(2024, 7, 5)

_WORKDAYS = IndicatorCode("ngay_cong")


def figure(shown: str, tag: str = "ccb:2024/ngay_cong#u2hki") -> Figure:
    """Return a live figure."""
    return Figure(shown, Reference(_WORKDAYS), tag, "Ngày công [ngay_cong]", (_WORKDAYS,))


def paragraph(style: Style, *runs: str | Figure | Note, comment: str = "") -> Paragraph:
    """Return a paragraph; a plain text is a phrase."""
    return Paragraph(style, tuple(Phrase(run) if isinstance(run, str) else run for run in runs), comment=comment)


def table(drawn: str, widths: Iterable[int], head_rows: int = 1) -> Table:
    """Return a table drawn with a line a row: ``*`` before a heading, ``=`` before a live figure.

    ``>>`` behind the words joins the cell with the one to the right, ``vv`` with the one below."""
    rows = (line.strip().strip("|").split("|") for line in drawn.strip().splitlines())
    return Table(tuple(tuple(_cell(cell.strip()) for cell in row) for row in rows), tuple(widths), head_rows)


def chart(*bars: tuple[str, str], title: str = "Ngày công", measure: str = "ngày") -> Chart:
    """Return a chart of names and figures."""
    return Chart(title, measure, tuple(Bar(name, Decimal(amount)) for name, amount in bars), "ccb:2024/a|bieu_do#abcde")


def report(*blocks: Block, appendices: tuple[Appendix, ...] = ()) -> Report:
    """Return a report of some blocks."""
    return Report("Báo cáo", blocks, (), (), Basis("b4515"), appendices)


def document(content: bytes) -> Element:
    """Return the text of a written report."""
    return parse(unpack(content)["word/document.xml"])


def _cell(drawn: str) -> TableCell:
    across, down = drawn.count(">>") + 1, drawn.count("vv") + 1
    words = drawn.replace(">>", "").replace("vv", "").strip()
    plain = words.lstrip("*=")
    run = figure(plain) if "=" in words[:2] else Phrase(plain)
    return TableCell((run,) if plain else (), "=" in words[:2], "*" in words[:2], across, down)
