"""What a file is, told from its bytes and never from its name. This module holds the kinds that are no .xlsx.

The names of the kinds are Vietnamese: they stand in the sentence that tells the clerk what was sent."""

import re

from ccbdesk.files.package.parts import Package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.receipt import Refusal

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD_STREAMS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")  # Excel 2, 3 and 4, before OLE
_FILEPASS = 0x2F

_BINARY_KINDS = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x89PNG", "ảnh PNG"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div|script|style)\b|^mime-version:", re.IGNORECASE)


def check_is_zip(content: bytes) -> None:
    """Return if the bytes begin as a zip file does; otherwise RefusedError names what they are."""
    if not content:
        raise RefusedError(Refusal.EMPTY)
    if content.startswith(_ZIP):
        return
    if content.startswith(_OLE):
        raise _ole_refused(content)
    if content.startswith(_OLD_STREAMS):
        raise RefusedError(Refusal.TOO_OLD, "Excel đời 2–4")
    for beginning, kind in _BINARY_KINDS:
        if content.startswith(beginning):
            raise RefusedError(Refusal.NOT_EXCEL, kind)
    if not content[:4096].strip(b"\0"):
        raise RefusedError(Refusal.DAMAGED)  # as a memory stick pulled out too early leaves it
    raise RefusedError(Refusal.NOT_EXCEL, _kind_of_text(content))


def check_is_workbook_package(package: Package) -> None:
    """Return if a zip file may be an .xlsx; otherwise RefusedError names what it is."""
    if package.has("mimetype"):
        if package.has("META-INF/manifest.xml") and b"encryption-data" in package.part("META-INF/manifest.xml"):
            raise RefusedError(Refusal.PASSWORD)
        is_sheet = b"opendocument.spreadsheet" in package.part("mimetype")
        raise RefusedError(Refusal.NOT_EXCEL, "bảng tính OpenDocument (.ods)" if is_sheet else "tài liệu OpenDocument")
    if not package.has("_rels/.rels"):
        raise RefusedError(Refusal.NOT_EXCEL, "tệp nén ZIP")


def check_is_markup(main_part: str) -> None:
    """Return if a package's main part is called as XML is; a workbook in Excel's binary form is not."""
    if main_part.endswith(".bin"):
        raise RefusedError(Refusal.NOT_EXCEL, "tệp Excel kiểu .xlsb")


def check_is_workbook(root: str) -> None:
    """Return if a package's main part begins as an .xlsx workbook does; otherwise RefusedError names what it is."""
    match root:
        case "workbook":
            return
        case "document":
            raise RefusedError(Refusal.NOT_EXCEL, "tài liệu Word")
        case "presentation":
            raise RefusedError(Refusal.NOT_EXCEL, "bản trình chiếu PowerPoint")
        case _:
            raise RefusedError(Refusal.NOT_EXCEL)


def _ole_refused(content: bytes) -> RefusedError:
    if _entry(content, "EncryptedPackage") is not None:
        return RefusedError(Refusal.PASSWORD)
    for name in ("Workbook", "Book"):
        first_sector = _entry(content, name)
        if first_sector is not None:
            is_locked = _has_password(content, first_sector)
            return (
                RefusedError(Refusal.PASSWORD) if is_locked else RefusedError(Refusal.TOO_OLD, "Excel 97–2003 (.xls)")
            )
    if _entry(content, "WordDocument") is not None:
        return RefusedError(Refusal.NOT_EXCEL, "tài liệu Word đời cũ (.doc)")
    return RefusedError(Refusal.DAMAGED)


def _entry(content: bytes, name: str) -> int | None:
    """Return where a stream of this name begins, None if there is none.

    Entries of the directory always lie at multiples of 128 bytes. Looking there for the name needs no walk along the
    chains of sectors, which in a hostile file run in a ring or claim billions."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = content.find(wanted)
    while at >= 0:
        if at % 128 == 0 and int.from_bytes(content[at + 64 : at + 66], "little") == len(wanted):
            return int.from_bytes(content[at + 116 : at + 120], "little")
        at = content.find(wanted, at + 1)
    return None


def _has_password(content: bytes, first_sector: int) -> bool:
    """Tell whether the record that locks an .xls stands among the first records of its stream."""
    size = 1 << min(int.from_bytes(content[30:32], "little"), 12)
    sector = content[(first_sector + 1) * size :][:size]
    at = 0
    while at + 4 <= len(sector):
        if int.from_bytes(sector[at : at + 2], "little") == _FILEPASS:
            return True
        at += 4 + int.from_bytes(sector[at + 2 : at + 4], "little")
    return False


def _kind_of_text(content: bytes) -> str:
    beginning = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _HTML.search(beginning):
        return "trang web HTML"
    if beginning.startswith(b"<"):
        is_workbook = b"urn:schemas-microsoft-com:office:spreadsheet" in beginning
        return "bảng tính XML 2003" if is_workbook else "văn bản XML"
    if any(byte < ord("\t") for byte in beginning):
        return ""
    lines = beginning.splitlines()
    has_columns = any(mark in lines[0] for mark in (b",", b";", b"\t")) if lines else False
    return "văn bản CSV" if has_columns else "văn bản thường"
