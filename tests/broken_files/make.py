"""Draws the broken files beside it: ``python tests/broken_files/make.py``. This module holds how each one is broken.

All are made by hand from text, so that each has one fault and no owner. A new fault: draw it here, run this module,
and add its row to the table in README.md, which the tests read."""

import io
import struct
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>\n'
)

Parts = dict[str, str | bytes]


# -- sound packages, from which the broken ones are made -------------------------------------------------------------


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            member.compress_type = method
            archive.writestr(member, content)
    return buffer.getvalue()


def links(*targets: tuple[str, str]) -> str:
    """Return a part of relationships, each a kind and a target; their ids are rId1, rId2 …"""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def workbook_part(*names: str, inside: str = "", state: str = "") -> str:
    """Return a workbook part with sheets of these names; ``state`` goes into the last one."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" {state if number == len(names) else ""} r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{inside}<sheets>{sheets}</sheets></workbook>'


def sheet_part(rows: str, before: str = "", after: str = "") -> str:
    """Return a worksheet part with these rows."""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def styles_part(*formats: str) -> str:
    """Return a styles part: style 0 is plain, style 1 has the first of these number formats, and so on."""
    own = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    cells = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(formats)))
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{cells}<xf numFmtId="9"/></cellXfs></styleSheet>'
    )


def strings_part(*strings: str, claimed: int | None = None) -> str:
    """Return a part of shared strings, which may claim to hold another number of them."""
    listed = "".join(f"<si><t>{string}</t></si>" for string in strings)
    count = len(strings) if claimed is None else claimed
    return f'{HEAD}<sst xmlns="{MAIN}" count="{count}" uniqueCount="{count}">{listed}</sst>'


def parts(rows: str, names: tuple[str, ...] = ("Trang1",), strings: str = strings_part("Hội viên")) -> Parts:
    """Return the parts of a sound workbook whose sheets all hold these rows."""
    sheets = {f"xl/worksheets/sheet{n}.xml": sheet_part(rows) for n in range(1, len(names) + 1)}
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        f'worksheet+xml"/>'
        for name in sheets
    )
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
            f"{listed}</Types>"
        ),
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook_part(*names),
        "xl/_rels/workbook.xml.rels": links(
            *(("worksheet", name.removeprefix("xl/")) for name in sheets),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        **sheets,
        "xl/sharedStrings.xml": strings,
        "xl/styles.xml": styles_part("0.0%", "dd/mm/yyyy"),
    }


SOUND_ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row>'


def sound(rows: str = SOUND_ROWS, **changed: str | bytes) -> bytes:
    """Return a workbook of these rows, some parts replaced: ``strings``, ``styles``, ``workbook``, ``sheet`` …"""
    places = {
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
        "workbook": "xl/workbook.xml",
        "links": "xl/_rels/workbook.xml.rels",
        "sheet": "xl/worksheets/sheet1.xml",
    }
    return zipped({**parts(rows), **{places[name]: content for name, content in changed.items()}})


def with_more(more: Mapping[str, str | bytes], rows: str = SOUND_ROWS) -> bytes:
    """Return a sound workbook with more parts."""
    return zipped({**parts(rows), **more})


def without(*names: str) -> bytes:
    """Return a sound workbook without some of its parts."""
    return zipped({name: content for name, content in parts(SOUND_ROWS).items() if name not in names})


# -- faults of the zip file ------------------------------------------------------------------------------------------


def with_wrong_checksum() -> bytes:
    """Return a workbook with one byte of a stored sheet changed."""
    content = bytearray(zipped(parts(SOUND_ROWS), zipfile.ZIP_STORED))
    place = content.find(b"<v>12</v>")
    content[place + 3] = ord("9")
    return bytes(content)


def with_changed_directory(name: str, offset: int, value: int) -> bytes:
    """Return a workbook whose directory says ``value`` in a field of four bytes of a part's entry."""
    content = bytearray(sound())
    place = content.find(b"PK\x01\x02")
    while content[place + 46 :][: len(name)] != name.encode():
        place = content.find(b"PK\x01\x02", place + 1)
    content[place + offset : place + offset + 4] = struct.pack("<I", value)
    return bytes(content)


def with_locked_parts() -> bytes:
    """Return a workbook whose parts are marked as encrypted, as a zip program does it."""
    content = bytearray(sound())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 1)
    return bytes(content)


def with_doubled_part() -> bytes:
    """Return a workbook that has two different sheets of the same part name, but for a capital letter."""
    other = sheet_part(SOUND_ROWS.replace("12", "21"))
    return with_more({"xl/worksheets/Sheet1.xml": other})


def lzma_bomb() -> bytes:
    """Return a workbook whose sheet is packed a hundred times tighter than Excel can."""
    return zipped({**parts(SOUND_ROWS), "xl/worksheets/sheet1.xml": b" " * 40_000_000}, zipfile.ZIP_LZMA)


# -- OLE files -------------------------------------------------------------------------------------------------------


def ole(stream: str, content: bytes = b"") -> bytes:
    """Return the smallest OLE file with one stream of this name: header, sector of chains, directory, stream."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    header = header.ljust(76, b"\0") + struct.pack("<I", 0)
    chains = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE)
    directory = ole_entry("Root Entry", 5, 0xFFFFFFFE) + ole_entry(stream, 2, 2)
    sectors = (header, chains, directory, content)
    return b"".join(sector.ljust(512, b"\0") for sector in sectors)


def ole_entry(name: str, kind: int, first_sector: int) -> bytes:
    """Return an entry of an OLE directory."""
    written = name.encode("utf-16-le") + b"\0\0"
    entry = written.ljust(64, b"\0") + struct.pack("<HB", len(written), kind)
    return entry.ljust(116, b"\0") + struct.pack("<III", first_sector, 4096, 0)


BEGINNING = struct.pack("<HHHH", 0x0809, 4, 0x0600, 0x0005)
LOCK = struct.pack("<HHH", 0x002F, 2, 0)


# -- the table -------------------------------------------------------------------------------------------------------


def cell(content: str, attributes: str = "") -> str:
    """Return rows with a single cell A1."""
    return f'<row r="1"><c r="A1" {attributes}>{content}</c></row>'


def far_cells(last: str) -> str:
    """Return rows with a cell A1 and a last one, ``XFD1048576`` or the like."""
    row = "".join(letter for letter in last if letter.isdigit())
    return f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{last}"><v>2</v></c></row>'


def texts(count: int, length: int) -> bytes:
    """Return a workbook of ``count`` cells that all show one long text."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, count + 1))
    return sound(rows, strings=strings_part("a" * length))


MANY_KINDS = (
    '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    '<row r="2"><c r="A2"><f>SUM(B1:B9)</f></c><c r="B2"><f>SUM(B1:B9)</f><v></v></c>'
    '<c r="C2" t="str"><f>IF(A1="","",1)</f><v></v></c></row>'
    '<row r="3"><c r="A3" s="1"><v>0.98</v></c><c r="B3" s="2"><v>45296</v></c><c r="C3" t="b"><v>1</v></c></row>'
)
HIDDEN = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    '<row r="2" hidden="1"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
)
MERGED = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>{far_cells("C3").partition("</row>")[2]}'
PHONETIC = (
    "<sst><si><r><t xml:space='preserve'>Hội </t></r><r><t>viên</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>"
)

ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest/>"}
LOCKED_ODS = {**ODS, "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
WORD = {"_rels/.rels": links(("officeDocument", "word/document.xml")), "word/document.xml": "<document/>"}
SLIDES = {"_rels/.rels": links(("officeDocument", "ppt/presentation.xml")), "ppt/presentation.xml": "<presentation/>"}
XLSB: Parts = {"_rels/.rels": links(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83\x01\x00"}

NO_ZIP: dict[str, bytes] = {
    "empty.xlsx": b"",
    "zeroes.xlsx": bytes(512),
    "noise.xlsx": bytes((n * 167 + n // 7 * 31) % 256 for n in range(512)),
    "csv.xlsx": "Hội viên;12\r\nNam;7\r\n".encode(),
    "csv_utf16.xls": "Hội viên\t12\r\n".encode("utf-16"),
    "sentence.xlsx": "Kính gửi Cụm".encode(),
    "html.xls": b"<html><body><table><tr><td>12</td></tr></table></body></html>",
    "xml_2003.xls": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "pdf.xlsx": b"%PDF-1.7\n",
    "photo.xlsx": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "password.xlsx": ole("EncryptedPackage"),
    "excel_97.xls": ole("Workbook", BEGINNING),
    "excel_97_password.xls": ole("Workbook", BEGINNING + LOCK),
    "excel_3.xls": b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00",
    "word_97.xls": ole("WordDocument"),
    "ole_header_only.xls": ole("Workbook")[:512],
}

ZIPS: dict[str, Callable[[], bytes]] = {
    "word.xlsx": lambda: zipped(WORD),
    "slides.xlsx": lambda: zipped(SLIDES),
    "binary.xlsb": lambda: zipped(XLSB),
    "opendocument.ods": lambda: zipped(ODS),
    "opendocument_password.ods": lambda: zipped(LOCKED_ODS),
    "zip_of_csv.xlsx": lambda: zipped({"a.csv": "1;2"}),
    "zip_of_nothing.xlsx": lambda: zipped({}),
    "truncated.xlsx": lambda: sound()[:-200],
    "wrong_checksum.xlsx": with_wrong_checksum,
    "locked_parts.xlsx": with_locked_parts,
    "doubled_part.xlsx": with_doubled_part,
    "claims_too_much.xlsx": lambda: with_changed_directory("xl/worksheets/sheet1.xml", 24, 300_000_000),
    "claims_too_little.xlsx": lambda: with_changed_directory("xl/worksheets/sheet1.xml", 24, 10),
    "lzma_bomb.xlsx": lzma_bomb,
    "text_bomb.xlsx": lambda: texts(3_000, 30_000),
}

STRUCTURES: dict[str, Callable[[], bytes]] = {
    "laughs_in_strings.xlsx": lambda: sound(strings=strings_part("&d;").replace("<sst", LAUGHS + "<sst")),
    "laughs_in_utf16.xlsx": lambda: sound(strings=(LAUGHS + f'<sst xmlns="{MAIN}"/>').encode("utf-16")),
    "reads_a_file.xlsx": lambda: sound(
        strings=strings_part("&x;").replace("<sst", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst')
    ),
    "laughs_in_disguise.xlsx": lambda: with_more(
        {"xl/sheet.dat": LAUGHS + "<worksheet/>", "xl/_rels/workbook.xml.rels": links(("worksheet", "sheet.dat"))}
    ),
    "strings_claimed.xlsx": lambda: sound(strings=strings_part("Hội viên", claimed=2**32 - 1)),
    "kills_the_reader.xlsx": lambda: with_more(
        {
            "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "texts.xml")),
            "xl/texts.xml": strings_part("Hội viên"),
            "xl/sharedStrings.xml": strings_part("Hội viên", claimed=2**32 - 1),
        }
    ),
    "strings_missing.xlsx": lambda: sound(cell("<v>5</v>", 't="s"')),
    "no_strings.xlsx": lambda: without("xl/sharedStrings.xml"),
    "no_sheet_part.xlsx": lambda: without("xl/worksheets/sheet1.xml"),
    "no_styles.xlsx": lambda: sound(
        links=links(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
    ),
    "sheet_outside.xlsx": lambda: sound(links=links(("worksheet", "../../../etc/passwd"))),
    "no_sheets.xlsx": lambda: sound(workbook=workbook_part()),
    "only_a_chart.xlsx": lambda: sound(links=links(("chartsheet", "worksheets/sheet1.xml"))),
    "two_of_a_name.xlsx": lambda: zipped(parts(SOUND_ROWS, ("Biểu", "BIỂU"))),
    "two_workbooks.xlsx": lambda: with_more(
        {
            "_rels/.rels": links(("officeDocument", "other/workbook.xml")),
            "other/workbook.xml": workbook_part("Trang1"),
            "other/_rels/workbook.xml.rels": links(("worksheet", "sheet.xml")),
            "other/sheet.xml": sheet_part(cell("<v>21</v>")),
        }
    ),
    "macros.xlsm": lambda: with_more({"xl/vbaProject.bin": ole("VBA")}),
    "outside_links.xlsx": lambda: with_more({"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
    "hidden_sheet.xlsx": lambda: zipped(
        {
            **parts(SOUND_ROWS, ("Một", "Hai")),
            "xl/workbook.xml": workbook_part("Một", "Hai", state='state="veryHidden"'),
        }
    ),
    "days_of_1904.xlsx": lambda: sound(
        cell("<v>43834</v>", 's="2"'),
        workbook=workbook_part("Trang1", inside='<workbookPr date1904="1"/><extLst><ext><workbookPr/></ext></extLst>'),
    ),
    "placeholders.xlsx": lambda: sound(
        '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>SUM(A1:A1)</f><v>0</v></c></row>',
        workbook=workbook_part("Trang1").replace("</sheets>", '</sheets><calcPr fullCalcOnLoad="1"/>'),
    ),
}

SHEETS: dict[str, Callable[[], bytes]] = {
    "broken_markup.xlsx": lambda: sound("<row><c></row>"),
    "half_a_character.xlsx": lambda: sound(cell("<is><t>&#xD800;</t></is>", 't="inlineStr"')),
    "deep.xlsx": lambda: sound(sheet=sheet_part(SOUND_ROWS, before="<x>" * 100_000 + "</x>" * 100_000)),
    "row_too_far.xlsx": lambda: sound(far_cells("A4000000000")),
    "column_too_far.xlsx": lambda: sound(far_cells("ZZZZZZ2")),
    "letters_for_a_number.xlsx": lambda: sound(cell("<v>12abc</v>")),
    "cell_twice.xlsx": lambda: sound('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    "truth_of_2.xlsx": lambda: sound(cell("<v>2</v>", 't="b"')),
    "far_cell.xlsx": lambda: sound(far_cells("XFD1048576")),
    "stray_cell.xlsx": lambda: sound(far_cells("A1048576")),
    "all_merged.xlsx": lambda: sound(
        sheet=sheet_part(MERGED, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
    "column_merged.xlsx": lambda: sound(
        sheet=sheet_part(MERGED, after='<mergeCells><mergeCell ref="B1:B1048576"/></mergeCells>')
    ),
    "dimension_lies.xlsx": lambda: sound(sheet=sheet_part(SOUND_ROWS, before='<dimension ref="A1:XFD1048576"/>')),
    "many_kinds.xlsx": lambda: sound(MANY_KINDS),
    "hidden_cells.xlsx": lambda: sound(
        sheet=sheet_part(HIDDEN, before='<cols><col min="2" max="16384" width="9" hidden="true"/></cols>')
    ),
    "no_addresses.xlsx": lambda: sound("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    "mixed_order.xlsx": lambda: sound(
        '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    ),
    "prefixed.xlsx": lambda: sound(
        sheet=f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    ),
    "utf16.xlsx": lambda: sound(
        sheet=sheet_part(cell("<is><t>Hội</t></is>", 't="inlineStr"')).replace("UTF-8", "UTF-16").encode("utf-16")
    ),
    "style_9999.xlsx": lambda: sound(cell("<v>7</v>", 's="9999"')),
    "comment_in_a_number.xlsx": lambda: sound(cell("<v>12<!-- -->3</v>")),
    "contradicted.xlsx": lambda: sound(
        '<row r="2"><c r="A2"><v>12<!-- -->3</v></c></row><row r="1"><c r="A1"><v>4</v></c></row>'
    ),
    "beyond_numbers.xlsx": lambda: sound(
        '<row r="1"><c r="A1"><v>1E400</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>0.30000000000000004</v></c></row>'
    ),
    "odd_days.xlsx": lambda: sound(
        '<row r="1"><c r="A1" s="2"><v>-5</v></c><c r="B1" s="2"><v>0</v></c><c r="C1" s="2"><v>2958466</v></c>'
        '<c r="D1" s="2"><v>1</v></c><c r="E1" t="d"><v>2024-01-05T00:00:00</v></c></row>'
    ),
    "escapes.xlsx": lambda: sound(
        cell("<v>0</v>", 't="s"'), strings=strings_part("một_x000D_\nhai_x000B_ _x005F_x0041_")
    ),
    "rich_text.xlsx": lambda: sound(strings=PHONETIC.replace("<sst", f'<sst xmlns="{MAIN}"', 1)),
}


def files() -> dict[str, bytes]:
    """Return every broken file by its name."""
    return {**NO_ZIP, **{name: draw() for name, draw in {**ZIPS, **STRUCTURES, **SHEETS}.items()}}


def main() -> int:
    """Write every file beside this module, those that it does not know any more away."""
    folder = Path(__file__).parent
    drawn = files()
    for path in folder.glob("*.xl*"):
        if path.name not in drawn:
            path.unlink()
    for name, content in drawn.items():
        (folder / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
