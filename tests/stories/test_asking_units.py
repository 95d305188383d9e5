"""The story of what is written to units: a file given back with its cells marked, a reminder, blank forms."""

from pathlib import Path

import openpyxl
import pytest
from desk import CLEAN, FAULTY, ccbdesk
from test_dossier import on_day


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a dossier into which faulty returns came."""
    path = tmp_path / "cụm.ccbdesk"
    assert ccbdesk("check", FAULTY, "--dossier", path).status == 1
    return path


def test_a_file_is_given_back_with_a_message_and_a_marked_copy(dossier: Path, tmp_path: Path) -> None:
    got = ccbdesk("send-back", dossier, "Thái Nguyên", "--out", tmp_path / "trả lại")
    lines = got.out.splitlines()

    assert got.status == 0
    assert lines[0] == "Kính gửi Hội Cựu chiến binh tỉnh Thái Nguyên,"
    assert lines[-2:] == [
        "Đã ghi. Việc số 1 (Lan, 09:00 10/10/2023): trả lại tệp “Thái Nguyên.xlsx” để Thái Nguyên sửa.",
        str(tmp_path / "trả lại" / "Thái Nguyên (can sua).xlsx"),
    ]
    page = openpyxl.load_workbook(lines[-1])["Biểu số liệu"]
    assert (page["F68"].comment.text or "").startswith("Cộng lại không khớp: ghi 65.451, cộng lại được 65.450")


def test_what_was_given_back_stands_among_the_decisions_and_can_be_undone(dossier: Path) -> None:
    ccbdesk("send-back", dossier, "thai_nguyen")
    before = ccbdesk("check", "--dossier", dossier, "--json").json

    undone = ccbdesk("undo", dossier)

    assert "trả lại tệp “Thái Nguyên.xlsx” để Thái Nguyên sửa. Đã hủy." in ccbdesk("decisions", dossier).out
    assert undone.out == "Đã ghi. Việc số 2 (Lan, 09:00 10/10/2023): hủy việc số 1.\n"
    assert ccbdesk("check", "--dossier", dossier, "--json").json == before


def test_the_same_is_not_given_back_twice_with_the_same_words(dossier: Path) -> None:
    first, second = (ccbdesk("send-back", dossier, "thai_nguyen") for _ in range(2))

    assert first.out.startswith(second.out)
    assert "Đã ghi." not in second.out


def test_nothing_is_given_back_in_a_closed_period_or_where_all_is_right(tmp_path: Path, dossier: Path) -> None:
    right = tmp_path / "đúng.ccbdesk"
    ccbdesk("check", CLEAN, "--dossier", right)
    ccbdesk("close", dossier)

    refused = (ccbdesk("send-back", right, "cao_bang"), ccbdesk("send-back", dossier, "thai_nguyen"))

    assert [(each.status, each.out, each.aside) for each in refused] == [
        (2, "", "Tệp của Cao Bằng không có chỗ nào phải sửa hoặc xem lại, nên không có gì để trả lại.\n"),
        (2, "", "Kỳ này đã chốt sổ nên chưa ghi được. Cần sửa thì mở lại kỳ trước, ghi rõ lý do.\n"),
    ]


def test_whoever_is_waited_for_is_reminded(dossier: Path, tmp_path: Path) -> None:
    ccbdesk("move", dossier, "deadline", "2023-10-12")
    ccbdesk("send-back", dossier, "thai_nguyen")
    right = tmp_path / "đúng.ccbdesk"
    ccbdesk("check", CLEAN, "--dossier", right)

    got = ccbdesk("remind", dossier, at=on_day(4))

    assert (got.status, got.out.splitlines()[2:5]) == (
        0,
        [
            "Đến nay chưa nhận được báo cáo năm 2023 của Bắc Giang.",
            "Đến nay chưa nhận được bản sửa báo cáo năm 2023 của Thái Nguyên (đã trả lại ngày 10/10/2023 để sửa).",
            "Hạn gửi là ngày 12/10/2023, đã quá 2 ngày. Đề nghị các đơn vị gửi sớm để kịp tổng hợp. Trân trọng cảm ơn.",
        ],
    )
    assert ccbdesk("remind", right).out == "Không còn đơn vị nào phải nhắc.\n"


def test_blank_forms_come_out_of_the_dossier_for_all_or_for_one(dossier: Path, tmp_path: Path) -> None:
    all_of_them, one = tmp_path / "tất cả", tmp_path / "một"

    ccbdesk("blank", dossier, "--out", all_of_them)
    got = ccbdesk("blank", dossier, "Bắc Giang", "--out", one)

    assert [path.name for path in one.iterdir()] == ["tw-3_2023_bac_giang.xlsx"]
    assert got.out == f"{one / 'tw-3_2023_bac_giang.xlsx'}\n"
    assert len(list(all_of_them.glob("tw-3_2023_*.xlsx"))) == 7
