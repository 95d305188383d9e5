"""Whatever stands in a workbook comes out as it went in, and no file at all makes the reader raise."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.files.excel.messages import decoded, encoded
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.text import clean, unescaped
from ccbdesk.model.grid import Cell, Content, ErrorShown, Grid, Missing, Workbook
from ccbdesk.model.receipt import Refusal, Refused

SAVED = Path(__file__).with_name("saved_by_libreoffice")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for all examples."""
    with Reader(timeout=20) as reader:
        yield reader


NUMBERS = st.builds(
    lambda digits, places: Decimal(format(Decimal(digits).scaleb(-places).normalize(), "f")) if digits else Decimal(0),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(0, 12),
)
LETTERS = "Hội viên đã hiến 3.400 m² đất; “ngày công”: 5.678 (đạt 98%)\t<&>'\"=+-@_xX0041\u0323\u0302😀"
TEXTS = st.text(
    st.sampled_from(LETTERS) | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1
)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
CONTENTS = NUMBERS | TEXTS | DAYS | st.booleans()
NAMES = st.text("ABCabcĐđ 0123", min_size=1, max_size=20).map(str.strip).filter(bool)


@st.composite
def cells(draw: st.DrawFn, contents: st.SearchStrategy[Content]) -> tuple[Cell, ...]:
    """Draw the cells of a sheet."""
    places = st.tuples(st.integers(1, 40), st.integers(1, 30))
    filled = draw(st.dictionaries(places, contents, max_size=12))
    percent = draw(st.booleans())
    return tuple(
        Cell(row, column, content, is_percent=percent and isinstance(content, Decimal))
        for (row, column), content in sorted(filled.items())
    )


def workbooks(contents: st.SearchStrategy[Content]) -> st.SearchStrategy[Workbook]:
    """Return the strategy for workbooks of one to three sheets."""
    grids = st.builds(Grid, NAMES, cells(contents), st.booleans())
    several = st.lists(grids, min_size=1, max_size=3, unique_by=lambda grid: grid.name.casefold())
    # The first sheet is shown, because Excel knows no workbook without a visible one.
    return several.map(lambda grids: Workbook((Grid(grids[0].name, grids[0].cells), *grids[1:])))


def by_xlsxwriter(workbook: Workbook) -> bytes:
    """Return the file that XlsxWriter makes of a workbook."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False})
    days, percent = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "0.0%"})
    for grid in workbook.grids:
        sheet = book.add_worksheet(grid.name)
        if grid.is_hidden:
            sheet.hide()
        for cell in grid.cells:
            place = (cell.row - 1, cell.column - 1)
            match cell.content:
                case bool(truth):
                    sheet.write_boolean(*place, truth)
                case Decimal() as amount:
                    sheet.write_number(*place, float(amount), percent if cell.is_percent else None)
                case str(text):
                    sheet.write_string(*place, text)
                case date() as day:
                    sheet.write_datetime(*place, datetime(day.year, day.month, day.day), days)  # noqa: DTZ001 - Excel has no zones
                case Missing() | ErrorShown() as unwritable:
                    raise TypeError(unwritable)
    book.close()
    return target.getvalue()


def by_openpyxl(workbook: Workbook) -> bytes:
    """Return the file that openpyxl makes of a workbook, all its formulas without results."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for grid in workbook.grids:
        sheet = book.create_sheet(grid.name)
        sheet.sheet_state = "hidden" if grid.is_hidden else "visible"
        for cell in grid.cells:
            written = sheet.cell(cell.row, cell.column)
            match cell.content:
                case Missing():
                    written.value = "=SUM(A1:A2)"
                case ErrorShown(name):
                    written.value = name
                case content:
                    written.value = content
                    if isinstance(content, str):
                        written.data_type = "s"
            if cell.is_percent:
                written.number_format = '#,##0.0" phần"%'
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@given(drawn=workbooks(CONTENTS))
def test_what_xlsxwriter_writes_is_read_as_it_was_drawn(reader: Reader, drawn: Workbook) -> None:
    assert reader.read_bytes(by_xlsxwriter(drawn)) == drawn


MISSING = st.just(Missing())
ERRORS = st.sampled_from(["#REF!", "#N/A", "#DIV/0!", "#VALUE!"]).map(ErrorShown)


@given(drawn=workbooks(NUMBERS | TEXTS.filter(lambda text: "_x" not in text) | DAYS | MISSING | ERRORS))
def test_what_openpyxl_writes_is_read_as_it_was_drawn(reader: Reader, drawn: Workbook) -> None:
    expected = Workbook(
        tuple(
            Grid(
                grid.name,
                tuple(
                    Cell(cell.row, cell.column, cell.content, cell.is_percent, is_formula=cell.content == Missing())
                    for cell in grid.cells
                ),
                grid.is_hidden,
            )
            for grid in drawn.grids
        )
    )

    assert reader.read_bytes(by_openpyxl(drawn)) == expected


# -- damage ----------------------------------------------------------------------------------------------------------

PIECES = (b"", b"<", b">", b'"', b"&", b"-1", b"99999999999", b"1e999", b"\x00", b"\xff", b"</c>", b"<f>", b"A1")
DAMAGE = st.tuples(
    st.floats(0, 1, exclude_max=True), st.integers(0, 30), st.sampled_from(PIECES) | st.binary(max_size=8)
)


def damaged(content: bytes, damages: list[tuple[float, int, bytes]]) -> bytes:
    """Return bytes in which, at each of the places, a number of bytes has been replaced by others."""
    for share, length, instead in damages:
        place = int(share * len(content))
        content = content[:place] + instead + content[place + length :]
    return content


@settings(max_examples=100)
@given(
    name=st.sampled_from(["formulas", "days", "hidden_rows", "merged_heads"]),
    damages=st.lists(DAMAGE, min_size=1, max_size=4),
)
def test_no_damage_to_a_file_makes_the_reader_raise(
    reader: Reader, name: str, damages: list[tuple[float, int, bytes]]
) -> None:
    answer = reader.read_bytes(damaged((SAVED / f"{name}.xlsx").read_bytes(), damages))

    assert isinstance(answer, Workbook | Refused)
    assert answer != Refused(Refusal.TIMEOUT)


@settings(max_examples=100)
@given(part=st.integers(0, 99), damages=st.lists(DAMAGE, min_size=1, max_size=3))
def test_no_damage_to_a_part_makes_the_reader_raise_or_fail_by_our_fault(
    reader: Reader, part: int, damages: list[tuple[float, int, bytes]]
) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(SAVED / "formulas.xlsx") as archive, zipfile.ZipFile(target, "w") as changed:
        names = archive.namelist()
        for name in names:
            content = archive.read(name)
            changed.writestr(name, damaged(content, damages) if name == names[part % len(names)] else content)
    answer = reader.read_bytes(target.getvalue())

    assert isinstance(answer, Workbook | Refused)
    # A refusal that names an exception is a mistake in the scan, which should have said what is wrong.
    assert not isinstance(answer, Refused) or answer.why != Refusal.READER_DIED or not answer.detail


# -- messages and text -----------------------------------------------------------------------------------------------

ANSWERS = workbooks(CONTENTS | MISSING | ERRORS) | st.builds(Refused, st.sampled_from(Refusal), TEXTS)


@given(answer=ANSWERS)
def test_an_answer_comes_through_the_pipe_as_it_was_sent(answer: Workbook | Refused) -> None:
    assert decoded(encoded(answer)) == answer


@given(text=st.text())
def test_cleaned_text_can_be_written_and_stays_as_it_is(text: str) -> None:
    cleaned = unescaped(text)

    assert clean(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert not any(letter < " " and letter not in "\t\n" for letter in cleaned)
