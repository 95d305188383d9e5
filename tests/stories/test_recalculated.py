"""The story of a second opinion: LibreOffice computes our workbook anew, and agrees with every result we cached."""

import math
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import desk
import office
import openpyxl
import pytest
import whole_office

from ccbdesk import resources
from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.grid import Content

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    assert desk.ccbdesk("merge", desk.CLEAN, "--out", folder).status == 0
    return desk.book_in(folder)


@pytest.mark.parametrize("part", ["clean", "received"])
@pytest.mark.parametrize("sample", resources.samples(), ids=lambda sample: sample.name)
def test_every_cached_result_is_what_libreoffice_computes(sample: Path, part: str, tmp_path: Path) -> None:
    """Of the files as they arrived units and figures are missing, and some figures are blocked."""
    merged = desk.of_sample("merge", sample, part, "--out", tmp_path / "merged")
    assert merged.status == (0 if part == "clean" else 1)
    book = desk.book_in(tmp_path / "merged")

    assert_agrees(book, recalculated(without_results(book), tmp_path))


def test_it_agrees_where_the_office_gives_figures_and_units_give_words(tmp_path: Path) -> None:
    form = office.form(
        """
        | Mã   | Biểu  | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng | Công thức   | Kế hoạch |
        | cong | bieu  | Ngày công   | ngày công   | số nguyên    |           |             |          |
        | hien | bieu  | Hiến đất    | m2          | số nguyên    |           |             |          |
        | nha  | bieu  | Nhà         | nhà         | số nguyên    |           |             |          |
        | kieu | bieu  | Kiểu        | kiểu        | số nguyên    | Cụm ghi   |             | x        |
        | bq   | bieu  | Bình quân   | m2          | số thập phân | Tỷ lệ     | hien / kieu |          |
        | giao | phieu | Chỉ tiêu    | nhà         | số nguyên    |           |             |          |
        | nay  | phieu | Khách       | người       | số nguyên    |           |             |          |
        | dat  | phieu | Đạt         | %           | phần trăm    | Tỷ lệ     | nha * 100 / giao |     |
        """
    )
    typed: dict[str, dict[str, Content]] = {
        "u1": {"cong": "hàng trăm ngày công", "hien": "hàng nghìn m2", "nha": Decimal(3), "kieu": Decimal(2)},
        "u2": {"cong": Decimal(0), "hien": "0,05 ha", "nha": "nhiều", "kieu": "x"},
        "u3": {"cong": "hàng trăm", "hien": Decimal(700), "nha": Decimal(2)},
        "cum": {"kieu": "4/80", "giao": Decimal(4), "nay": "gần trăm người"},
    }
    done = whole_office.checked(form, typed)
    book = tmp_path / "book.xlsx"
    book.write_bytes(write_book(plan_book(done.merged, done.checks), desk.TODAY))

    assert_agrees(book, recalculated(without_results(book), tmp_path), at_least=20)


def test_a_changed_cell_of_a_unit_moves_its_total_and_its_ratio(workbook: Path, tmp_path: Path) -> None:
    before = desk.summary(workbook)
    column = "Bắc Ninh"
    address = address_of(workbook, "to_tkvv", column)

    after = desk.summary(recalculated(without_results(workbook, {address: "417"}), tmp_path))

    assert before["to_tkvv", column] == 317
    moved = {key for key in before if not is_same(before[key], after[key])}
    assert moved == {("to_tkvv", column), ("to_tkvv", "Toàn Cụm"), ("du_no_bq_to", column), ("du_no_bq_to", "Toàn Cụm")}
    assert after["to_tkvv", "Toàn Cụm"] == 2557
    assert math.isclose(float(str(after["du_no_bq_to", "Toàn Cụm"])), 4093700 / 2557, rel_tol=1e-14)


def assert_agrees(ours: Path, theirs: Path, at_least: int = 50) -> None:
    cached, formulas = openpyxl.load_workbook(ours, data_only=True), openpyxl.load_workbook(ours)
    computed = openpyxl.load_workbook(theirs, data_only=True)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    compared += 1
                    pair = cached[sheet.title][cell.coordinate].value, computed[sheet.title][cell.coordinate].value
                    assert is_same(*pair), (sheet.title, cell.coordinate, cell.value, pair)
    assert compared > at_least


def is_same(one: object, other: object) -> bool:
    """Tell whether two results are the same text, or the same number to 15 digits."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return Decimal(f"{one:.15g}") == Decimal(f"{other:.15g}") or math.isclose(one, other, rel_tol=5e-15)
    return one == other


def address_of(path: Path, code: str, column: str) -> str:
    sheet = openpyxl.load_workbook(path)["Tổng hợp"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Mã")
    letter = next(cell.column_letter for cell in head if cell.value == column)
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == code)
    return f"{letter}{row}"


def without_results(path: Path, typed: dict[str, str] | None = None) -> bytes:
    """Return the workbook with every cached result taken out, and figures of the first sheet typed anew."""
    target = BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as stripped:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            if name == "xl/worksheets/sheet1.xml":
                for address, value in (typed or {}).items():
                    pattern = rf'(<c r="{address}"[^>]*>)<v>[^<]*</v>'.encode()
                    content, times = re.subn(pattern, rb"\g<1><v>" + value.encode() + b"</v>", content)
                    assert times == 1, address
            stripped.writestr(name, content)
    return target.getvalue()


def recalculated(content: bytes, folder: Path) -> Path:
    """Return the workbook as LibreOffice computes and saves it."""
    source, out = folder / "in.xlsx", folder / "out"
    source.write_bytes(content)
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out / "in.xlsx"
