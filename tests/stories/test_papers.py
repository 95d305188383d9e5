"""The papers around a report. This module holds the tests of the letter, the comments, and the copy that is signed."""

import shutil
import zipfile
from pathlib import Path

import desk
import openpyxl
import pytest

OWN = desk.CLEAN / "tw-3_2023_cum.xlsx"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder for what is written."""
    return tmp_path / "out"


def letter_in(folder: Path) -> str:
    """Return the words of the letter."""
    (path,) = folder.glob("Thu*.docx")
    return "\n".join(desk.paragraphs(path))


def message_in(folder: Path) -> str:
    """Return the words of the message."""
    (path,) = folder.glob("Loi*.txt")
    return path.read_text(encoding="utf-8-sig")


def cut_offs(folder: Path) -> set[str]:
    """Return what the templates say of the day on which figures close."""
    days = set()
    for path in folder.glob("*.xlsx"):
        sheet = openpyxl.load_workbook(path).worksheets[0]
        days.add(next(str(row[2].value or "") for row in sheet.iter_rows() if "tính đến" in str(row[0].value or "")))
    return days


def test_the_period_sheet_says_when_figures_close_in_letter_message_and_templates(out: Path) -> None:
    result = desk.ccbdesk("templates", "tw-3", "--period", "2023", "--own", OWN, "--out", out)

    assert result.status == 0, result.aside
    assert "ngày chốt số liệu là 30/9/2023." in letter_in(out)
    assert "ghi số liệu đến ngày 30/9/2023" in message_in(out)
    assert cut_offs(out) == {"30/09/2023"}


def test_the_day_that_is_typed_goes_before_that_of_the_period_sheet(out: Path) -> None:
    desk.ccbdesk("templates", "tw-3", "--period", "2023", "--own", OWN, "--cut-off", "2023-10-02", "--out", out)

    assert "ngày chốt số liệu là 02/10/2023." in letter_in(out)
    assert "ghi số liệu đến ngày 02/10/2023" in message_in(out)
    assert cut_offs(out) == {"02/10/2023"}


def test_a_letter_without_a_day_leaves_room_for_it(out: Path) -> None:
    desk.ccbdesk("templates", "tw-3", "--period", "2024", "--out", out)

    assert "ngày chốt số liệu là ……." in letter_in(out)
    assert cut_offs(out) == {""}


def test_a_period_sheet_of_another_period_is_refused(out: Path) -> None:
    result = desk.ccbdesk("templates", "tw-3", "--period", "2024", "--own", OWN, "--out", out)

    assert (result.status, list(out.glob("*")) if out.exists() else []) == (2, [])
    assert result.aside.startswith(f"Tệp “{OWN}” không phải Phiếu kỳ của bộ biểu mẫu này cho kỳ 2024")


def test_comments_say_where_the_figures_of_a_paragraph_stand_and_the_clean_copy_has_none(out: Path) -> None:
    plain, commented = out / "plain", out / "commented"
    desk.ccbdesk("merge", desk.CLEAN, "--out", plain)
    desk.ccbdesk("merge", desk.CLEAN, "--out", commented, "--comments")

    def comments(path: Path) -> str:
        with zipfile.ZipFile(path) as package:
            return package.read("word/comments.xml").decode() if "word/comments.xml" in package.namelist() else ""

    report = desk.report_in(commented)
    summary = openpyxl.load_workbook(desk.book_in(commented), data_only=True)["Tổng hợp"]
    total = next(row for row in summary.iter_rows() if row[0].value == "ngay_cong")[10]
    assert comments(desk.report_in(plain)) == ""
    assert f"Ngày công lao động {total.coordinate}" in comments(report)
    assert total.value == 164799
    assert desk.paragraphs(report) == desk.paragraphs(desk.report_in(plain))

    result = desk.ccbdesk("clean", report, "--out", out / "clean")

    (clean,) = (out / "clean").glob("*.docx")
    assert (result.status, result.out) == (0, f"{clean}\n")
    assert clean.name == "Bao cao tw-3 2023 (ban sach).docx"
    assert (comments(clean), desk.figures(clean)) == ("", [])
    assert desk.paragraphs(clean) == desk.paragraphs(report)


def test_the_report_itself_is_left_as_it_is_when_a_clean_copy_is_made(out: Path, tmp_path: Path) -> None:
    desk.ccbdesk("merge", desk.CLEAN, "--out", out)
    mine = shutil.copy(desk.report_in(out), tmp_path / "Báo cáo đã sửa.docx")
    before = Path(mine).read_bytes()

    desk.ccbdesk("clean", mine, "--out", tmp_path)

    assert Path(mine).read_bytes() == before
    assert (tmp_path / "Báo cáo đã sửa (ban sach).docx").exists()


def test_without_appendices_the_report_says_all_else_alike(out: Path) -> None:
    desk.ccbdesk("merge", desk.CLEAN, "--out", out / "whole")
    desk.ccbdesk("merge", desk.CLEAN, "--out", out / "short", "--no-appendix")

    whole, short = desk.paragraphs(desk.report_in(out / "whole")), desk.paragraphs(desk.report_in(out / "short"))

    assert len(short) < len(whole) // 2
    assert [line for line in short if line] == [line for line in whole if line][: len([line for line in short if line])]
    assert desk.book_in(out / "short").read_bytes() == desk.book_in(out / "whole").read_bytes()
