"""Tests of a form proposed from a template, as a file: usable at once, first what to look at, nobody's work lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import proposing
import pytest
from desk import ccbdesk

from ccbdesk.engine.proposing.booking import NOTE_SHEET
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.proposal import Certainty
from ccbdesk.model.trouble import AlreadyThere, TemplateUnreadable, TroubleError
from ccbdesk.operations.open_form import lint_form
from ccbdesk.operations.propose_form import write_proposed_form
from ccbdesk.vietnamese.vocabulary.forms import PAGES

DAY = date(2024, 7, 1)
OFFICES = sorted(proposing.OFFICES.glob("*.xlsx"))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("path", OFFICES, ids=lambda path: path.stem)
def test_a_proposed_form_has_no_mistakes(path: Path, tmp_path: Path, reader: Reader) -> None:
    proposed = write_proposed_form(path, tmp_path, DAY, reader)
    opened = lint_form(str(proposed.path), reader)

    assert opened.mistakes == ()
    assert opened.form is not None
    assert {unit.name for unit in opened.form.units} == {
        f"Đơn vị ví dụ số {number} (ghi tên đầy đủ)" for number in (1, 2)
    }
    assert proposed.template.read_bytes() == path.read_bytes()


def test_its_sheets_are_those_of_a_form_behind_one_that_says_what_to_look_at(tmp_path: Path, reader: Reader) -> None:
    proposed = write_proposed_form(OFFICES[2], tmp_path, DAY, reader)
    book = openpyxl.load_workbook(proposed.path)
    rows = list(book[NOTE_SHEET].iter_rows(min_row=6, values_only=True))

    assert book.sheetnames == [NOTE_SHEET, *(page.name for page in PAGES)]
    assert len(rows) == len(proposed.proposal.remarks)
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert [row[1] for row in rows].count("chưa rõ, phải làm") == proposed.count(Certainty.UNKNOWN)
    assert all(row[5] and row[6] for row in rows)
    assert all(book[page.name].freeze_panes is not None for page in PAGES)
    assert all(book[page.name]["A1"].alignment.wrap_text for page in PAGES)


def test_a_line_of_the_form_points_at_its_remark(tmp_path: Path, reader: Reader) -> None:
    proposed = write_proposed_form(OFFICES[2], tmp_path, DAY, reader)
    book = openpyxl.load_workbook(proposed.path)
    notes = {row[0]: row for row in book[NOTE_SHEET].iter_rows(min_row=6, values_only=True)}
    head, *rows = book["Số liệu"].iter_rows(values_only=True)
    remark, label = head.index("Ghi chú"), head.index("Tên số liệu")
    pointed = {str(row[label]): str(row[remark]) for row in rows if row[remark]}

    assert "Dư nợ vốn vay qua Hội" in pointed
    for name, words in pointed.items():
        number = int("".join(sign for sign in words.partition(",")[0] if sign.isdigit()))
        assert name in str(notes[number][4])


def test_money_without_a_measure_is_the_only_mistake_and_named_in_the_note(tmp_path: Path, reader: Reader) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu"
    for row in (("STT", "Nội dung", "Kết quả"), (1, "Kinh phí hỗ trợ", None), (2, "Số hộ (hộ)", None)):
        sheet.append(row)
    path = tmp_path / "mau.xlsx"
    book.save(path)
    proposed = write_proposed_form(path, tmp_path / "ra", DAY, reader)
    notes = openpyxl.load_workbook(proposed.path)[NOTE_SHEET]
    told = [row[4] for row in notes.iter_rows(min_row=6, values_only=True) if row[5] == "Không thấy đơn vị tính."]

    assert [(m.sheet, m.column) for m in lint_form(str(proposed.path), reader).mistakes] == [("Số liệu", "Đơn vị tính")]
    assert told == ["Kinh phí hỗ trợ"]


def test_the_same_template_and_day_give_the_same_bytes(tmp_path: Path, reader: Reader) -> None:
    made = [write_proposed_form(OFFICES[0], tmp_path / name, DAY, reader).path for name in ("a", "b")]

    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_form_that_somebody_may_have_corrected_is_not_written_over(tmp_path: Path, reader: Reader) -> None:
    proposed = write_proposed_form(OFFICES[0], tmp_path, DAY, reader)
    proposed.path.write_bytes(b"corrected")
    with pytest.raises(TroubleError) as caught:
        write_proposed_form(OFFICES[0], tmp_path, DAY, reader)

    assert caught.value.trouble == AlreadyThere(str(proposed.path))
    assert proposed.path.read_bytes() == b"corrected"


def test_another_file_of_the_templates_name_is_not_written_over(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / OFFICES[0].name).write_bytes(b"another")
    with pytest.raises(TroubleError) as caught:
        write_proposed_form(OFFICES[0], tmp_path, DAY, reader)

    assert caught.value.trouble == AlreadyThere(str(tmp_path / OFFICES[0].name))
    assert [path.name for path in tmp_path.iterdir()] == [OFFICES[0].name]


@pytest.mark.parametrize("name", ["mau.xls", "mau.xlsx", "khong-co.xlsx"])
def test_what_is_no_workbook_is_told_and_nothing_is_written(name: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / name
    if "khong" not in name:
        path.write_bytes(b"no workbook")
    with pytest.raises(TroubleError) as caught:
        write_proposed_form(path, tmp_path / "ra", DAY, reader)

    assert caught.value.trouble == TemplateUnreadable(str(path))
    assert not (tmp_path / "ra").exists()


def test_the_command_says_what_was_found_and_where_it_is(tmp_path: Path) -> None:
    result = ccbdesk("form", "--from", proposing.OFFICES / "two_sheets.xlsx", "--out", tmp_path)

    assert (result.status, result.aside) == (1, "")
    assert result.out == (
        "Đã đề xuất 2 biểu, 12 dòng số liệu, 2 cột từ “two_sheets.xlsx”.\n"
        "Có 4 việc phải làm, 1 chỗ nên xem; từng việc ở trang đầu của bộ biểu mẫu.\n"
        f"Bộ biểu mẫu đề xuất: {tmp_path / 'two-sheets-de-xuat.xlsx'}\n"
        f"Bản chép tệp mẫu, để cùng thư mục: {tmp_path / 'two_sheets.xlsx'}\n"
    )


def test_the_command_says_why_nothing_was_written(tmp_path: Path) -> None:
    source = proposing.OFFICES / "two_sheets.xlsx"
    ccbdesk("form", "--from", source, "--out", tmp_path)
    again = ccbdesk("form", "--from", source, "--out", tmp_path)
    missing = ccbdesk("form", "--from", tmp_path / "khong-co.xlsx", "--out", tmp_path)

    assert (again.status, again.out, missing.status, missing.out) == (2, "", 2, "")
    assert again.aside == (
        f"Đã có tệp “{tmp_path / 'two-sheets-de-xuat.xlsx'}” nên không ghi đè. "
        "Hãy chọn thư mục khác, hoặc đổi tên tệp cũ.\n"
    )
    assert missing.aside == (
        f"Không đọc được tệp mẫu “{tmp_path / 'khong-co.xlsx'}”. Tệp phải là Excel (.xlsx), không đặt mật khẩu.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("form",),
        ("form", "--from", "mau.xlsx"),
        ("form", "tw-3", "--out", "ra"),
        ("form", "tw-3", "--from", "mau.xlsx", "--out", "ra"),
    ],
)
def test_a_command_that_says_too_little_or_too_much_is_told_how_it_is_used(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        ccbdesk(*words)

    assert caught.value.code == 2
    assert "Cách dùng: ccbdesk" in capsys.readouterr().err
