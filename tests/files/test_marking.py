"""A marked copy of a workbook: its cells coloured and commented on, and nothing else of it another."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from auditing import faults_of
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from test_recalculated import recalculated

from ccbdesk.files.excel.examining import examine
from ccbdesk.files.excel.marking import mark_cells
from ccbdesk.model.grid import Workbook as Read
from ccbdesk.model.marking import MarkedCell
from ccbdesk.model.receipt import Refusal, Refused

RECEIVED = Path(__file__).parents[2] / "sample_workbooks" / "tw-3-2023" / "received"
TEMPLATES = Path(__file__).parents[1] / "office_templates"
WORDS = "Ô này ghi “286”,\ncộng lại được 287 < 300 & hơn."
MAY_CHANGE = re.compile(
    r"\.rels$|/styles\.xml$|/workbook\.xml$|Content_Types|/worksheets/sheet|/comments|/vmlDrawing", re.IGNORECASE
)
ERROR, WARNING = "FFF8CFCB", "FFFFE9A8"


def marked(content: bytes, *cells: MarkedCell) -> bytes:
    found = mark_cells(content, cells)
    assert isinstance(found, bytes), found
    return found


def read(content: bytes) -> Read:
    found = examine(content)
    assert isinstance(found, Read)
    return found


def drawn(*rows: str, comments: dict[str, str] | None = None) -> bytes:
    """Return a workbook of one sheet, words between bars in its cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in rows:
        sheet.append([word.strip() for word in row.split("|")])
    for cell, words in (comments or {}).items():
        sheet[cell].comment = Comment(words, "Cụm")
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def looks(content: bytes, sheet: str, *cells: str) -> list[tuple[str | None, str | None]]:
    """Return colour and comment of cells, as another reader sees them."""
    page = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    found = [page[cell] for cell in cells]
    return [
        (each.fill.fgColor.rgb if each.fill.fill_type else None, each.comment and each.comment.text) for each in found
    ]


def stored(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_cell_is_coloured_by_how_grave_it_is_and_says_what_is_wrong() -> None:
    content = drawn("a | b", "1 | 2")

    got = marked(
        content,
        MarkedCell("Biểu 1", 2, 1, WORDS, is_error=True),
        MarkedCell("Biểu 1", 2, 2, "Xem lại.", is_error=False),
    )

    assert looks(got, "Biểu 1", "A1", "A2", "B2") == [(None, None), (ERROR, WORDS), (WARNING, "Xem lại.")]


def test_cells_and_rows_that_are_not_there_are_put_in() -> None:
    cells = [MarkedCell("Biểu 1", row, column, "trống", is_error=True) for row, column in ((1, 4), (3, 2), (9, 1))]

    got = marked(drawn("a | b", "1 | 2", " | | c", "d"), *cells)

    assert looks(got, "Biểu 1", "D1", "B3", "A9") == [(ERROR, "trống")] * 3
    assert read(got).grids == read(drawn("a | b", "1 | 2", " | | c", "d")).grids


def test_a_comment_that_stands_there_keeps_its_words_behind_ours() -> None:
    content = drawn("a | b", comments={"A1": "của đơn vị", "B1": "khác"})

    got = marked(content, MarkedCell("Biểu 1", 1, 1, "của Cụm", is_error=True))

    assert looks(got, "Biểu 1", "A1", "B1") == [(ERROR, "của Cụm\n\ncủa đơn vị"), (None, "khác")]


def test_what_is_marked_once_more_says_both() -> None:
    once = marked(drawn("a"), MarkedCell("Biểu 1", 1, 1, "lần một", is_error=False))

    twice = marked(once, MarkedCell("Biểu 1", 1, 1, "lần hai", is_error=True))

    assert looks(twice, "Biểu 1", "A1") == [(ERROR, "lần hai\n\nlần một")]


@pytest.mark.parametrize(
    "path", sorted((*RECEIVED.glob("*.xlsx"), *TEMPLATES.glob("*.xlsx"))), ids=lambda path: path.stem
)
def test_every_figure_of_a_marked_return_stands_as_it_stood(path: Path) -> None:
    content = path.read_bytes()
    before = read(content)
    sheets = [grid for grid in before.grids if not grid.is_hidden and grid.cells]
    cells = [MarkedCell(grid.name, grid.cells[-1].row, grid.cells[-1].column, WORDS, is_error=True) for grid in sheets]

    got = marked(content, *cells)
    kept, now = stored(content), stored(got)
    written = {name for name, part in kept.items() if now[name] != part}

    assert read(got) == before
    assert [name for name in written if not MAY_CHANGE.search(name)] == []
    assert set(faults_of(got, "xlsx")) <= set(faults_of(content, "xlsx"))
    assert [comment for _, comment in looks(got, sheets[0].name, cells_address(cells[0]))] == [WORDS]


def cells_address(cell: MarkedCell) -> str:
    return f"{get_column_letter(cell.column)}{cell.row}"


def test_excel_opens_on_the_first_marked_cell() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(
            marked((TEMPLATES / "two_sheets.xlsx").read_bytes(), MarkedCell("Khen thưởng", 5, 3, "x", is_error=True))
        )
    )

    assert book.active is not None
    assert book.active.title == "Khen thưởng"
    assert [each.activeCell for each in book.active.sheet_view.selection] == ["C5"]
    assert [page.title for page in book.worksheets if page.sheet_view.tabSelected] == ["Khen thưởng"]


def test_a_file_of_another_kind_is_refused_and_a_sheet_that_is_not_there_is_left_out() -> None:
    content = drawn("a")

    assert mark_cells(b"\xd0\xcf\x11\xe0 old", [MarkedCell("Biểu 1", 1, 1, "x", is_error=True)]) == Refused(
        Refusal.DAMAGED
    )
    assert looks(marked(content, MarkedCell("Biểu 2", 1, 1, "x", is_error=True)), "Biểu 1", "A1") == [(None, None)]


@pytest.mark.libreoffice
def test_libreoffice_shows_colour_and_comment(tmp_path: Path) -> None:
    got = marked((TEMPLATES / "old_office.xlsx").read_bytes(), MarkedCell("Mau BC", 8, 4, WORDS, is_error=True))

    assert looks(recalculated(got, tmp_path).read_bytes(), "Mau BC", "D8") == [(ERROR, WORDS)]
