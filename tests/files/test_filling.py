"""A copy of somebody else's workbook differs in the cells written and in nothing else."""

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from ccbdesk.files.excel.cell_splices import with_cells
from ccbdesk.files.excel.examining import examine
from ccbdesk.files.excel.filling import fill_in
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.files.package.splicing import with_parts
from ccbdesk.model.grid import Workbook
from ccbdesk.model.office import OfficeEntry

TEMPLATES = Path(__file__).parents[1] / "office_templates"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAME = "Hội CCB <xã> “Khe” & Đồi"
ENTRIES: dict[str, tuple[str, str, dict[tuple[int, int], str | Decimal]]] = {
    "two_level_head": ("Biểu 01", "sheet1", {(4, 1): NAME, (10, 6): Decimal("1500.5"), (40, 2): "cuối"}),
    "two_sheets": ("Khen thưởng", "sheet2", {(5, 3): Decimal(7), (5, 4): Decimal(0), (12, 9): NAME}),
    "branch_list": ("DS chi hội", "sheet1", {(4, 3): NAME, (7, 2): "Chi hội Một", (5, 1): "xen"}),
    "old_office": ("Mau BC", "sheet1", {(3, 2): NAME, (8, 4): Decimal(12), (12, 4): Decimal(99), (22, 1): "mới"}),
}


def entries(name: str) -> tuple[str, tuple[OfficeEntry, ...]]:
    """Return the part that is written in, and what is written."""
    sheet, part, cells = ENTRIES[name]
    written = tuple(OfficeEntry(sheet, row, column, content) for (row, column), content in cells.items())
    return f"xl/worksheets/{part}.xml", written


def stored(content: bytes) -> dict[str, tuple[object, ...]]:
    """Return every member as it is stored: compressed bytes, method, time, attributes, sizes."""
    found: dict[str, tuple[object, ...]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            lengths = (content[entry.header_offset + place : entry.header_offset + place + 2] for place in (26, 28))
            start = entry.header_offset + 30 + sum(int.from_bytes(length, "little") for length in lengths)
            data = content[start : start + entry.compress_size]
            found[entry.filename] = (data, entry.compress_type, entry.date_time, entry.external_attr, entry.file_size)
    return found


def cells_of(part: bytes) -> tuple[list[str], dict[str, str]]:
    """Return what stands around the cells of a sheet, empty rows left out, and each cell as it is written."""
    text = part.decode()
    pattern = r'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)'
    around = re.sub(r"<row [^>]*?(?:/>|></row>)", "", re.sub(pattern, "", text, flags=re.DOTALL))
    return around.split("><"), {found[1]: found[0] for found in re.finditer(pattern, text, re.DOTALL)}


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_but_the_cells_written_differs_from_the_template(name: str) -> None:
    original = (TEMPLATES / f"{name}.xlsx").read_bytes()
    part, written = entries(name)
    copy = fill_in(original, written)

    before, after = stored(original), stored(copy)
    assert list(before) == list(after)
    assert [each for each in before if before[each] != after[each]] == [part]
    with zipfile.ZipFile(io.BytesIO(original)) as first, zipfile.ZipFile(io.BytesIO(copy)) as second:
        around, cells = cells_of(first.read(part))
        around_after, cells_after = cells_of(second.read(part))
        assert second.testzip() is None
    addresses = {f"{'ABCDEFGHI'[entry.column - 1]}{entry.row}" for entry in written} - {"D12"}
    assert {each for each in cells_after if cells.get(each) != cells_after[each]} == addresses
    assert set(cells) <= set(cells_after)
    styles = {each: re.search(' s="[0-9]+"', cells[each]) for each in addresses & set(cells)}
    assert [each for each, style in styles.items() if style and style[0] not in cells_after[each]] == []
    assert around == around_after


@pytest.mark.parametrize("name", ENTRIES)
def test_the_copy_reads_as_the_template_with_the_cells_written(name: str) -> None:
    original = (TEMPLATES / f"{name}.xlsx").read_bytes()
    sheet, _, wanted = ENTRIES[name]
    template, copy = examine(original), examine(fill_in(original, entries(name)[1]))

    assert isinstance(template, Workbook)
    assert isinstance(copy, Workbook)
    formulas = {(12, 4)} if name == "old_office" else set()
    for before, after in zip(template.grids, copy.grids, strict=True):
        held = {(cell.row, cell.column): cell.content for cell in before.cells}
        written = {place: content for place, content in wanted.items() if place not in formulas}
        expected = held | written if before.name == sheet else held
        assert {(cell.row, cell.column): cell.content for cell in after.cells} == expected


def test_without_entries_the_bytes_are_the_same() -> None:
    original = (TEMPLATES / "old_office.xlsx").read_bytes()

    assert fill_in(original, ()) == original
    assert stored(with_parts(original, {})) == stored(original)


def test_sizes_that_follow_a_member_are_written_before_it() -> None:
    stream = io.BytesIO()
    stream.seekable = lambda: False  # type: ignore[method-assign]  # a writer that cannot go back leaves sizes behind
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a/>")
        archive.writestr("b.xml", b"<b/>")
    spliced = with_parts(stream.getvalue(), {"B.xml": b"<c/>"})

    with zipfile.ZipFile(io.BytesIO(spliced)) as archive:
        assert (archive.testzip(), [archive.read(name) for name in archive.namelist()]) == (None, [b"<a/>", b"<c/>"])


# -- single parts ----------------------------------------------------------------------------------------------------


def sheet(rows: str, before: str = "", root: str = f'worksheet xmlns="{MAIN}"') -> str:
    """Return a sheet's part without a declaration."""
    return f"<{root}>{before}<sheetData>{rows}</sheetData><x/></worksheet>"


def spliced(part: str, *cells: tuple[int, int, str | Decimal]) -> str:
    """Return a part with cells written."""
    return with_cells(part.encode(), [OfficeEntry("", *cell) for cell in cells]).decode()


def text(address: str, words: str, style: int = 0) -> str:
    """Return a cell with words, as it is written."""
    shape = f' s="{style}"' if style else ""
    return f'<c r="{address}"{shape} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


@pytest.mark.parametrize(
    ("rows", "cells", "expected"),
    [
        ('<row r="2"><c r="B2" s="4"/></row>', [(2, 2, "a")], f'<row r="2">{text("B2", "a", 4)}</row>'),
        (
            '<row r="2"><c r="B2" t="s"><v>3</v></c></row>',
            [(2, 2, Decimal("1.50"))],
            '<row r="2"><c r="B2"><v>1.50</v></c></row>',
        ),
        (
            '<row r="2"><c r="C2"/></row>',
            [(2, 2, "b"), (2, 1, "a")],
            f'<row r="2">{text("A2", "a")}{text("B2", "b")}<c r="C2"/></row>',
        ),
        ('<row r="2"><c r="A2"/></row>', [(2, 3, "c")], f'<row r="2"><c r="A2"/>{text("C2", "c")}</row>'),
        ('<row r="2" spans="1:4"/>', [(2, 1, "a")], f'<row r="2" spans="1:4">{text("A2", "a")}</row>'),
        (
            '<row r="2" s="5" customFormat="1"></row>',
            [(2, 1, "a")],
            f'<row r="2" s="5" customFormat="1">{text("A2", "a", 5)}</row>',
        ),
        ('<row r="2"/><row r="5"/>', [(3, 1, "a")], f'<row r="2"/><row r="3">{text("A3", "a")}</row><row r="5"/>'),
        (
            '<row r="2"/>',
            [(9, 2, "a"), (7, 1, "b")],
            f'<row r="2"/><row r="7">{text("A7", "b")}</row><row r="9">{text("B9", "a")}</row>',
        ),
        ("<row><c/><c><v>1</v></c></row>", [(1, 2, "a")], f"<row><c/>{text('B1', 'a')}</row>"),
        (
            '<row r="1"><c r="A1"><f>B1</f><v>2</v></c></row>',
            [(1, 1, "a")],
            '<row r="1"><c r="A1"><f>B1</f><v>2</v></c></row>',
        ),
        (
            '<row r="1" x="a&gt;b > c"><c r="A1" s=\'1\' /></row>',
            [(1, 1, "a")],
            f'<row r="1" x="a&gt;b > c">{text("A1", "a", 1)}</row>',
        ),
        ("", [(1, 1, "a <b> & \x01_x0041_")], f'<row r="1">{text("A1", "a &lt;b&gt; &amp; _x005F_x0041_")}</row>'),
    ],
)
def test_a_cell_goes_where_it_belongs(rows: str, cells: list[tuple[int, int, str | Decimal]], expected: str) -> None:
    assert spliced(sheet(rows), *cells) == sheet(expected)


def test_a_new_cell_looks_like_its_column() -> None:
    columns = '<cols><col min="2" max="3" style="7"/></cols>'

    assert spliced(sheet("", columns), (1, 3, "a")) == sheet(f'<row r="1">{text("C1", "a", 7)}</row>', columns)


def test_a_sheet_without_rows_gets_one() -> None:
    bare = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'

    assert spliced(bare, (2, 1, "a")) == bare.replace(
        "<sheetData/>", f'<sheetData><row r="2">{text("A2", "a")}</row></sheetData>'
    )


def test_names_keep_their_prefix() -> None:
    part = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="B1"/></x:row></x:sheetData></x:worksheet>'

    assert spliced(part, (1, 1, Decimal(5))) == part.replace(
        '<x:c r="B1"/>', '<x:c r="A1"><x:v>5</x:v></x:c><x:c r="B1"/>'
    )


@pytest.mark.parametrize("codec", ["utf-16", "iso-8859-1"])
def test_a_part_keeps_its_encoding(codec: str) -> None:
    part = f'<?xml version="1.0" encoding="{codec}"?>' + sheet('<row r="1"><c r="A1"/></row>')
    encoded = part.encode(codec)
    written = with_cells(encoded, [OfficeEntry("", 1, 1, "Hội")])

    assert written[:2] == encoded[:2]
    assert re.sub("&#7897;", "ộ", written.decode(codec)) == part.replace('<c r="A1"/>', text("A1", "Hội"))


@pytest.mark.parametrize("part", ["<worksheet><sheetData>", "<worksheet/>", "kaput"])
def test_a_broken_part_is_refused(part: str) -> None:
    with pytest.raises(RefusedError):
        with_cells(part.encode(), [OfficeEntry("", 1, 1, "a")])
