"""The story that the guide tells: from an office's own template to a report, and up to the body above."""

import contextlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import desk
import office_forms
import openpyxl
import pytest
from guide import Row, code, commands, section, shown_file, table

EXAMPLE = "Từ mẫu của cơ quan đến báo cáo"
ABOVE = "Ghi số lên biểu mẫu cấp trên"
OFFICE_FILE = "Mẫu có sẵn của cơ quan"
SMALL_FORM = "Một bộ biểu mẫu nhỏ"
FORM = Path("de-xuat") / "mau-de-xuat.xlsx"
MEMBERS = {"mot": "Thôn Một", "hai": "Thôn Hai"}


@dataclass(frozen=True)
class Office:
    """What lies on the clerk's desk in the end, and what each command of the guide's section answered."""

    folder: Path
    answers: tuple[str, ...]
    statuses: tuple[int, ...]


class Clerk:
    """Somebody who follows a section of the guide, command by command."""

    def __init__(self, title: str) -> None:
        """Open the guide at a section."""
        self._commands: Iterator[tuple[list[str], str]] = iter(commands(title))
        self.results: list[desk.Result] = []

    def goes_on(self) -> None:
        """Type the next command."""
        self.results.append(desk.ccbdesk(*next(self._commands)[0]))


def write_office_file(path: Path, sheet: str, rows: Iterable[Row]) -> None:
    """Write the office's file that a table of the guide shows, formulas and all."""
    book = openpyxl.Workbook()
    (page,) = book.worksheets
    page.title = sheet
    for number, *cells in rows:
        for place, content in enumerate(cells, 1):
            if content:
                page.cell(int(number), place, content)
    book.save(path)


def correct(form: Path) -> None:
    """Write into the proposed form what the guide's table says."""
    book = openpyxl.load_workbook(form)
    for sheet, cells, content in table("Trang", "Ô", "Ghi lại", within=EXAMPLE):
        for cell in cells.split("; "):
            book[sheet][cell] = code(content) or None
    book.save(form)


def fill_in() -> None:
    """Have the members type what the guide's table says, and the office its own sheet."""
    Path("nhan").mkdir()
    rows = table("Ô", *MEMBERS.values(), within=EXAMPLE)
    for place, member in enumerate(MEMBERS, 1):
        type_into(Path("gui") / f"xa-dong_2024_{member}.xlsx", {row[0]: row[place] for row in rows})
    own = {row[0]: row[1] for row in table("Dòng của Phiếu kỳ", "Ghi", within=EXAMPLE)}
    sheet = openpyxl.load_workbook(Path("gui") / "xa-dong_2024_cum.xlsx")["Phiếu kỳ"]
    labels = {row[2].value: f"E{row[2].row}" for row in sheet.iter_rows(min_row=8)}
    type_into(Path("gui") / "xa-dong_2024_cum.xlsx", {labels[label]: words for label, words in own.items()})


def type_into(path: Path, contents: Mapping[str, str]) -> None:
    """Type into the first sheet of a file sent, and lay it with what was received; what is a number becomes one."""
    book = openpyxl.load_workbook(path)
    for cell, words in contents.items():
        book.worksheets[0][cell] = int(words) if words.isdigit() else words
    book.save(Path("nhan") / path.name)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Do all that the section says, in an empty folder."""
    folder, clerk = tmp_path_factory.mktemp("example"), Clerk(EXAMPLE)
    with contextlib.chdir(folder):
        write_office_file(Path("mau.xlsx"), "Biểu 01", table("Dòng", "A", "B", "C", "D", "E", within=EXAMPLE))
        clerk.goes_on()
        shutil.copy(FORM, "as-proposed.xlsx")
        correct(FORM)
        clerk.goes_on()
        clerk.goes_on()
        fill_in()
        clerk.goes_on()
        shutil.copy(Path("nhan") / "xa-dong_2024_hai.xlsx", Path("gui"))
        type_into(Path("gui") / "xa-dong_2024_hai.xlsx", {"E6": "19"})
        Path("tra-loi.json").write_text(shown_file(EXAMPLE), encoding="utf-8")
        clerk.goes_on()
        clerk.goes_on()
    return Office(folder, tuple(map(said, clerk.results)), tuple(result.status for result in clerk.results))


def said(result: desk.Result) -> str:
    """Return what a command prints, with the separators of the guide."""
    assert result.aside == ""
    return result.out.replace("\\", "/")


def test_every_command_of_the_worked_example_answers_as_the_guide_says(office: Office) -> None:
    assert list(office.answers) == [answer for _, answer in commands(EXAMPLE)]
    assert office.statuses == (1, 0, 0, 1, 0, 0)


def test_the_proposed_form_names_what_the_guide_says_is_to_be_done(office: Office) -> None:
    sheet = openpyxl.load_workbook(office.folder / "as-proposed.xlsx").worksheets[0]
    rows = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(min_row=6, values_only=True)]

    to_do = [(row[1], row[4], row[6]) for row in rows if row[1].startswith("chưa")]
    assert to_do == table("Mức chắc", "Trong mẫu ghi", "Cần làm", within=EXAMPLE)


def test_the_report_says_what_the_guide_says(office: Office) -> None:
    told = desk.paragraphs(desk.report_in(office.folder / "ket-qua"))

    assert [row[0] for row in table("Báo cáo viết", within=EXAMPLE) if told.count(row[0]) != 1] == []


def form_above() -> None:
    """Lay out the form of the body above: the guide's small cluster on the guide's office file."""
    rows = table("Dòng", "A", "B", "C", "D", "E", within=OFFICE_FILE)
    write_office_file(Path("bieu-02.xlsx"), "Biểu 02", rows)
    sheets = {
        **{name: sheet_of(SMALL_FORM, name) for name in ("Thông tin", "Đơn vị")},
        **{name: sheet_on_office_file(name) for name in ("Biểu", "Số liệu")},
        "Quy tắc": "| Mã | Loại quy tắc | Số liệu | Mức |",
        "Câu mẫu": "| Kiểu đoạn | Câu mẫu |\n| Đoạn văn | Hết. |",
    }
    text = "\n\n".join(f"{name}\n{rows}" for name, rows in sheets.items())
    office_forms.written(Path("cap-tren.xlsx"), text)


def sheet_of(title: str, name: str) -> str:
    """Return the table that a section shows as a sheet."""
    behind = section(title).split(f"Trang **{name}**\n\n", 1)[1]
    return behind.split("\n\n", 1)[0]


def sheet_on_office_file(name: str) -> str:
    """Return the table with which the guide declares an office's file."""
    first = {"Biểu": "| Mã biểu | Tên trang |", "Số liệu": "| Mã | Biểu |"}[name]
    (found,) = (part for part in section(OFFICE_FILE).split("\n\n") if part.startswith(first))
    return found


def test_totals_go_up_as_the_guide_says(office: Office) -> None:
    codes = {row[0]: row[1] for row in table("Mã của mình", "Mã cấp trên", within=ABOVE)}
    clerk = Clerk(ABOVE)
    with contextlib.chdir(office.folder):
        form_above()
        sent = desk.ccbdesk("templates", "cap-tren.xlsx", "--period", "2024", "--out", ".")
        book = openpyxl.load_workbook(FORM)
        rows = list(book["Số liệu"].iter_rows())
        above = next(place for place, cell in enumerate(rows[0]) if cell.value == "Mã cấp trên")
        for row in rows[1:]:
            row[above].value = codes.get(str(row[1].value))
        book.save(FORM)
        clerk.goes_on()
        (filled,) = Path("gui-cap-tren").glob("*(da ghi).xlsx")
        sheet = openpyxl.load_workbook(filled)["Biểu 02"]

    written = table("Ô", "Chương trình ghi", within=ABOVE)
    assert (sent.status, [result.status for result in clerk.results]) == (0, [0])
    assert [said(result) for result in clerk.results] == [answer for _, answer in commands(ABOVE)]
    assert [(cell, str(sheet[cell].value).replace(".", ",")) for cell, _ in written] == written
