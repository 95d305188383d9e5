"""Desks drawn by hand. This module holds units, findings and questions with invented names, for the tests of pages."""

from dataclasses import replace
from datetime import date

from window_here import DESK

from ccbdesk.model.origin import Digest, IndicatorCode, QuestionId
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.checking import SheetPicture, ShownCell, ShownColumn, Side
from ccbdesk.service.pictures.desk import (
    ChoicePicture,
    Desk,
    FilePicture,
    FindingPicture,
    PastValue,
    QuestionPicture,
    UnitPicture,
)

EMPTY = replace(DESK, receiving_lead="Chưa nhận tệp nào.", checking_lead="Không có điều gì cần xử lý.")
LONG = "Hội Cựu chiến binh phường Nguyễn Thị Minh Khai thuộc thành phố trực thuộc tỉnh có tên gọi rất dài"

_STATES = (
    (Mark.GOOD, "Đạt"),
    (Mark.ERROR, "2 lỗi, 1 điều cần xem"),
    (Mark.WARNING, "2 điều cần xem"),
    (Mark.WAITING, "Chưa nhận"),
    (Mark.ACCEPTED, "Đạt, đã chấp nhận 1 điều"),
    (Mark.ASKED, "1 điều cần trả lời"),
    (Mark.RETURNED, "Đã trả lại 04/10, chờ bản sửa"),
)


def file(number: int, name: str = "", *, is_used: bool = True, note: str = "") -> FilePicture:
    """Return a file; of a higher number it came later."""
    when = f"{2 + number % 20:02}/10/2026 08:{number % 60:02}"
    return FilePicture(
        digest(number), name or f"BC quý 3 ({number}).xlsx", when, date(2026, 10, 2 + number % 20), is_used, note
    )


def digest(number: int) -> Digest:
    """Return a digest of its own for each number."""
    return Digest(f"{number:064x}")


def unit(number: int, name: str = "", state: int | None = None) -> UnitPicture:
    """Return a unit in one of the states there are."""
    mark, words = _STATES[number % len(_STATES) if state is None else state]
    files = () if mark is Mark.WAITING else (file(number),)
    to_see = 3 if mark in (Mark.ERROR, Mark.WARNING) else 0
    key = f"{1200 + 37 * number:,}".replace(",", ".") if files else ""
    return UnitPicture(UnitId(f"u{number}"), name or f"Hội CCB xã {number}", files, key, Status(mark, words), to_see)


def own(*, is_in: bool = True) -> UnitPicture:
    """Return the cluster's own return."""
    status = Status(Mark.GOOD, "Đạt") if is_in else Status(Mark.WAITING, "Chưa nhận")
    files = (file(0, "Phiếu kỳ.xlsx"),) if is_in else ()
    return UnitPicture(CLUSTER, "Cụm thi đua số 3", files, "", status, is_own=True)


def finding(number: int, whose: int = 1, level: Mark = Mark.ERROR, sentence: str = "") -> FindingPicture:
    """Return a finding in a cell of a unit's return."""
    return FindingPicture(
        f"F{number}",
        UnitId(f"u{whose}"),
        f"Hội CCB xã {whose}",
        level,
        "Dòng Cộng không khớp" if level is Mark.ERROR else "Số đầu kỳ khác số cuối kỳ trước",
        sentence or f"Ô C{5 + number} ghi 286, nhưng cộng được 287. Đề nghị đơn vị kiểm tra lại dòng Cộng.",
        f"Trang Biểu 1, ô C{5 + number}",
        digest(whose),
        "Biểu 1",
        f"C{5 + number}",
        (f"B{5 + number}",),
        IndicatorCode("hoi_vien"),
        "Hội viên",
        "286",
        can_be_accepted=level is not Mark.ERROR,
        past=(PastValue("Quý II năm 2026", "284"),),
    )


def question(number: int, choices: int = 2) -> QuestionPicture:
    """Return a question about a file, with so many choices."""
    return QuestionPicture(
        QuestionId(f"q{number}"),
        None,
        "Chưa rõ tệp của đơn vị nào",
        f"Tệp “baocao({number}).xlsx”: chưa rõ là tệp của đơn vị nào. Đề nghị chọn đơn vị.",
        tuple(
            ChoicePicture(f"u{place}", f"Hội CCB xã {place}", "Trùng 9 chi hội" if not place else "")
            for place in range(choices)
        ),
        digest(900 + number),
        rows=("BÁO CÁO QUÝ III NĂM 2026", "Biểu 1: Tình hình hội viên"),
    )


def desk_of(
    units: tuple[UnitPicture, ...] = (),
    findings: tuple[FindingPicture, ...] = (),
    questions: tuple[QuestionPicture, ...] = (),
    strays: tuple[FilePicture, ...] = (),
) -> Desk:
    """Return a desk on which these lie."""
    return replace(DESK, units=units, findings=findings, questions=questions, strays=strays)


def many(count: int, findings: int = 0) -> Desk:
    """Return a desk of so many units, each with so many findings."""
    units = (own(), *(unit(number) for number in range(1, count + 1)))
    found = tuple(
        finding(number, whose, (Mark.ERROR, Mark.WARNING, Mark.NOTE)[number % 3])
        for whose in range(1, count + 1)
        for number in range(findings)
    )
    return desk_of(units, tuple(replace(each, id=f"{each.unit}-{each.id}") for each in found))


def sheet(file_digest: Digest, rows: int = 30) -> SheetPicture:
    """Return a sheet of three columns."""
    cells = [
        ShownCell(4, place, head, Side.CENTRE, is_bold=True)
        for place, head in enumerate(("TT", "Chi hội", "Cuối kỳ"), 1)
    ]
    for row in range(5, rows):
        cells += [ShownCell(row, 2, f"Khu phố {row}"), ShownCell(row, 3, str(280 + row), Side.RIGHT)]
    columns = (ShownColumn("A", "TT", 6), ShownColumn("B", "Chi hội", 30), ShownColumn("C", "Cuối kỳ", 12))
    return SheetPicture(file_digest, "BC.xlsx", "Biểu 1", ("Biểu 1",), rows, columns, tuple(cells))
