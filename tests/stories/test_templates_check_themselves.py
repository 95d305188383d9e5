"""The story of a template that checks itself: LibreOffice reckons its check column, the import says the same words."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import office
import openpyxl
import past
import pytest
import returning

from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.submissions.receiving import Arrival, receive
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.expression import Operation, Operator, Reference
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Kind, Level, Rule, RuleCode, RuleKind
from ccbdesk.model.grid import Workbook
from ccbdesk.model.history import Earlier
from ccbdesk.model.origin import Digest, IndicatorCode
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import UnitId
from ccbdesk.wording.cells import bounds_words, required_words, whole_words
from ccbdesk.wording.findings import finding_sentence

pytestmark = pytest.mark.libreoffice

FORM = office.form(
    """
    | Mã     | Biểu | Tên số liệu     | Đơn vị tính | Loại số liệu | Bắt buộc | Từ | Đến | Kế hoạch |
    | can    | bieu | Số cần ghi      | người       | số nguyên    | x        |    |     |          |
    | nguyen | bieu | Số nguyên       | người       | số nguyên    |          |    |     |          |
    | trong  | bieu | Số trong khoảng | km          | số thập phân |          | 0  | 100 |          |
    | ty_le  | bieu | Tỷ lệ           | %           | phần trăm    |          | 0  | 100 |          |
    | tat_ca | bieu | Tổng            | người       | số nguyên    |          |    |     |          |
    | trai   | bieu | Nam             | người       | số nguyên    |          |    |     |          |
    | gai    | bieu | Nữ              | người       | số nguyên    |          |    |     |          |
    | it     | bieu | Số ít           | hộ          | số nguyên    |          |    |     |          |
    | nhieu  | bieu | Số nhiều        | hộ          | số nguyên    |          |    |     |          |
    | qua    | bieu | Suất quà        | suất        | số nguyên    |          |    |     |          |
    | tien   | bieu | Tiền quà        | triệu đồng  | tiền         |          |    |     |          |
    | dat    | bieu | Diện tích       | ha          | số thập phân |          |    |     |          |
    | ho     | bieu | Số hộ           | hộ          | số nguyên    |          |    |     |          |
    | moi    | bieu | Kết nạp mới     | người       | số nguyên    |          |    |     | x        |
    | uoc    | bieu | Số ước          | người       | số nguyên    |          |    |     |          |
    | chan   | bieu | Số chắn         | người       | số nguyên    |          |    |     |          |
    | doi    | bieu | Số hay đổi      | việc        | số nguyên    |          |    |     |          |
    | lech   | bieu | Số lệch         | triệu đồng  | tiền         |          |    |     |          |
    | dau    | bieu | Số đầu kỳ       | người       | số nguyên    |          |    |     |          |
    | cuoi   | bieu | Số cuối kỳ      | người       | số nguyên    |          |    |     |          |
    | vang   | bieu | Việc ít nơi có  | việc        | số nguyên    | x        |    |     |          |
    | chu    | bieu | Lời             |             | lời văn      | x        |    |     |          |
    """,
    """
    | R1 | Cộng lại bằng              | tat_ca     | trai + gai |   |    | lỗi      |          | | Tổng khác “nam” cộng "nữ". | Cộng lại |
    | R2 | Không lớn hơn              | it         | nhieu    |   |    | cảnh báo |          | |                            |          |
    | R3 | Có A phải có B             | qua        | tien     |   |    | lỗi      | coi là 0 | |                            |          |
    | R4 | Bình quân A/B trong khoảng | dat        | ho       | 1 | 10 | cảnh báo |          | |                            |          |
    | R6 | Cộng lại bằng              | uoc        | chan + 0 |   |    | lỗi      |          | |                            |          |
    | R5 | Biểu thức                  | moi >= moi~ke_hoach | |   |    | nhắc     |          | |                            |          |
    | R7 | So với kỳ trước            | doi        |          | 50 | 150 | cảnh báo |         | |                            |          |
    | R8 | Lệch nghìn lần             | lech       | lech~cung_ky |  |   | cảnh báo |          | |                            |          |
    | R9 | Không lớn hơn              | dau        | cuoi~dau_nam |  |   | lỗi      |          | |                            |          |
    """,
)
FAULTY: Mapping[str, str | float] = {
    "nguyen": 1.2345,
    "trong": 120,
    "ty_le": 1.2,
    "tat_ca": 10,
    "trai": 3,
    "gai": "x",
    "it": 5,
    "nhieu": 3,
    "qua": 2,
    "dat": 100,
    "ho": 2,
    "moi": 4,
    "uoc": 5,
    "chan": 4,
    "doi": 16,
    "lech": 0.5,
    "dau": 8,
}
SOUND: Mapping[str, str | float] = {
    "can": 0,
    "nguyen": 2,
    "trong": 99.9,
    "ty_le": 0.5,
    "tat_ca": 3,
    "trai": 3,
    "gai": "x",
    "it": 3,
    "nhieu": 3,
    "qua": 2,
    "tien": 0.5,
    "dat": 20,
    "ho": 2,
    "moi": 5,
    "chu": "Có lời",
    "uoc": 5,
    "chan": 4,
    "doi": 15,
    "lech": 510,
    "dau": 7,
}
STATES = {"uoc": "số ước", "vang": "không có nhiệm vụ"}
"""What is said beside the figures of the sound template: an estimate need not add up, nor is every task everybody's."""

BEFORE = Earlier((past.kept("2022", "| mã | u1 |\n| doi | 10 |\n| lech | 500 |\n| cuoi | 7 |"),))
PLAN = {"moi": 5}
PERCENT = {"ty_le"}

MANY = Rule(
    RuleCode("L1"),
    RuleKind.NOT_MORE_THAN,
    Reference(IndicatorCode("mh")),
    Reference(IndicatorCode("hoi_thao_sl")),
    message="Mô hình nhiều hơn hội thảo",
)
ALIKE = Rule(
    RuleCode("L2"),
    RuleKind.ADDS_UP,
    Reference(IndicatorCode("hoi_thao_tien")),
    Operation(Operator.ADD, Reference(IndicatorCode("hoi_thi_tien")), Reference(IndicatorCode("mh_von"))),
    message="Kinh phí không khớp với vốn",
)
TABLES = replace(returning.PAPER, rules=(MANY, ALIKE))
"""A form with a matrix and a list, rules between these among it."""

TABLES_FAULTY: Mapping[str, Mapping[str, str | float]] = {
    "Biểu 1": {"F9": 5},
    "Biểu 2": {"D9": 1, "E9": 10, "D10": 101, "E10": 3},
    "Mô hình": {"C8": 5, "D8": 1.2345, "B9": "Ao cá", "C9": 1},
    "Lời văn": {"E8": " "},
}
TABLES_SOUND: Mapping[str, Mapping[str, str | float]] = {
    "Biểu 1": {"F9": 5},
    "Biểu 2": {"D9": 2, "E9": 9, "D10": 100, "E10": 3},
    "Mô hình": {"B8": "Vườn mẫu", "C8": 5, "D8": 3, "B9": "Ao cá", "C9": 1},
    "Lời văn": {"E8": "Không có ý kiến"},
}


def blank_template(form: Form, unit: str) -> openpyxl.Workbook:
    """Return a unit's blank template as another program opens it; what that saves has no result of any formula."""
    book = plan_template(
        form, form.unit(UnitId(unit)), office.PERIOD, None, bases=bases_of(form, office.PERIOD, BEFORE)
    )
    return openpyxl.load_workbook(BytesIO(write_book(book, date(2023, 10, 10))))


def typed_into_a_template(typed: Mapping[str, str | float], path: Path) -> None:
    """Type figures beside their codes, as a clerk would."""
    book = blank_template(FORM, "u1")
    sheet = book.worksheets[0]
    heads = {str(cell.value): number for number, cell in enumerate(sheet[7], start=1)}
    for row in range(8, sheet.max_row + 1):
        code = str(sheet.cell(row, heads["Mã"]).value)
        cell = sheet.cell(row, heads["Số liệu"])
        cell.value = typed.get(code)
        if code in PERCENT:
            cell.number_format = "0%"
        sheet.cell(row, heads["Tình trạng"]).value = STATES.get(code) if typed is SOUND else None
        sheet.cell(row, heads["Kế hoạch"]).value = PLAN.get(code) if typed else None
    book.save(path)


def recalculated(folder: Path, names: tuple[str, ...]) -> None:
    """Have LibreOffice open the templates, reckon them, and save them in the folder ``out``."""
    program = shutil.which("soffice")
    assert program
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*words, *(str(folder / name) for name in names)], check=True, capture_output=True, timeout=120)


def shown_checks(path: Path) -> dict[str, str]:
    """Return what the check column shows, by code; lines about which it is silent are left out."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    heads = {str(cell.value): number for number, cell in enumerate(sheet[7], start=1)}
    lines = {
        str(sheet.cell(row, heads["Mã"]).value): str(sheet.cell(row, heads["Kiểm tra"]).value or "")
        for row in range(8, sheet.max_row + 1)
    }
    return {code: words for code, words in lines.items() if words}


def found_on_import(form: Form, path: Path) -> list[Finding]:
    """Return what the import finds in the same file."""
    content = path.read_bytes()
    with Reader() as reader:
        workbook = reader.read(path)
    assert isinstance(workbook, Workbook), workbook
    receipt = Receipt(path.name, Digest(sha256(content).hexdigest()), len(content))
    got = receive(form, office.PERIOD, (Arrival(receipt, workbook),))
    (submission,) = got.submissions
    assert got.questions == ()
    return [*got.findings, *check(form, submission, got.findings, bases=bases_of(form, office.PERIOD, BEFORE)).findings]


def said_on_import(path: Path) -> dict[str, list[str]]:
    """Return the sentences of what the import finds in the same file, by code."""
    said: dict[str, list[str]] = {}
    for finding in found_on_import(FORM, path):
        assert finding.where.indicator, finding
        said.setdefault(finding.where.indicator, []).append(finding_sentence(FORM, finding))
    return said


def type_into_tables(typed: Mapping[str, Mapping[str, str | float]], path: Path) -> None:
    """Type figures into the cells of a template with a matrix and a list."""
    book = blank_template(TABLES, returning.CAO_BANG)
    for name, cells in typed.items():
        for address, value in cells.items():
            assert not book[name][address].protection.locked, (name, address)
            book[name][address].value = value
    book.save(path)


def shown_in_tables(path: Path) -> dict[tuple[str, int], str]:
    """Return what the check columns show, by sheet and row."""
    book = openpyxl.load_workbook(path, data_only=True)
    shown: dict[tuple[str, int], str] = {}
    for sheet in book.worksheets:
        column = next((number for number, cell in enumerate(sheet[7], start=1) if cell.value == "Kiểm tra"), 0)
        for row in range(8, sheet.max_row + 1 if column else 0):
            words = sheet.cell(row, column).value
            shown |= {(sheet.title, row): str(words)} if words else {}
    return shown


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    for name, typed in (("faulty.xlsx", FAULTY), ("sound.xlsx", SOUND), ("blank.xlsx", {})):
        typed_into_a_template(typed, folder / name)
    type_into_tables(TABLES_FAULTY, folder / "tables_faulty.xlsx")
    type_into_tables(TABLES_SOUND, folder / "tables_sound.xlsx")
    recalculated(folder, ("faulty.xlsx", "sound.xlsx", "blank.xlsx", "tables_faulty.xlsx", "tables_sound.xlsx"))
    return folder / "out"


def test_a_fault_is_shown_beside_its_line_in_the_words_of_the_import(folder: Path) -> None:
    shown, said = shown_checks(folder / "faulty.xlsx"), said_on_import(folder / "faulty.xlsx")

    assert set(shown) == {
        "can",
        "nguyen",
        "trong",
        "ty_le",
        "tat_ca",
        "it",
        "qua",
        "dat",
        "moi",
        "uoc",
        "doi",
        "lech",
        "dau",
        "vang",
        "chu",
    }
    assert set(said) == set(shown)
    assert [(code, words) for code, (words,) in said.items() if not words.endswith(shown[code])] == []


def test_every_kind_of_rule_is_tried() -> None:
    assert len({rule.kind for rule in FORM.rules}) == 7
    assert {rule.level for rule in FORM.rules} == set(Level)


def test_a_corrected_template_says_nothing_and_neither_does_the_import(folder: Path) -> None:
    assert shown_checks(folder / "sound.xlsx") == {}
    assert said_on_import(folder / "sound.xlsx") == {}


def test_a_blank_template_does_not_complain(folder: Path) -> None:
    assert shown_checks(folder / "blank.xlsx") == {}


def test_matrices_and_lists_check_themselves_too(folder: Path) -> None:
    shown = shown_in_tables(folder / "tables_faulty.xlsx")
    found = found_on_import(TABLES, folder / "tables_faulty.xlsx")

    ends = {
        ("Biểu 2", 9): ["Kinh phí không khớp với vốn."],
        ("Biểu 2", 10): [bounds_words(None, Decimal(100))],
        ("Mô hình", 8): [required_words(Kind.TEXT), whole_words(), "Mô hình nhiều hơn hội thảo."],
        ("Lời văn", 8): [required_words(Kind.TEXT)],
    }
    assert shown == {place: " ".join(words) for place, words in ends.items()}
    said = [finding_sentence(TABLES, finding) for finding in found]
    assert [words for lines in ends.values() for words in lines if not any(each.endswith(words) for each in said)] == []
    assert len(said) == sum(map(len, ends.values()))


def test_sound_tables_say_nothing(folder: Path) -> None:
    assert shown_in_tables(folder / "tables_sound.xlsx") == {}
    assert found_on_import(TABLES, folder / "tables_sound.xlsx") == []
