"""Looking closer and writing to units: sheets as they looked, files given back, reminders, blank forms."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from serving_here import NOON, SAMPLE, Service, begun

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.service.pictures import Mark
from ccbdesk.service.pictures.checking import Side
from ccbdesk.service.pictures.desk import Desk, UnitPicture
from ccbdesk.service.requests import checking as asked
from ccbdesk.service.requests import desk as deciding

GIVEN_BACK = "Đã trả lại 10/10, chờ bản sửa"


@pytest.fixture
def desk(serving: Service, tmp_path: Path) -> Desk:
    return begun(serving, tmp_path, "faulty")


def unit(desk: Desk, name: str) -> UnitPicture:
    return next(each for each in desk.units if each.name == name)


def given_back(serving: Service, desk: Desk, name: str, target: Path | None = None) -> Desk:
    whose = unit(desk, name).id
    message = serving.ask(asked.PrepareGivingBack(desk.table, whose)).message
    return serving.ask(asked.GiveBack(desk.table, whose, message, target))


# -- giving back ---------------------------------------------------------------------------------------------------


def test_the_message_names_every_place_errors_first_and_asks_for_another_file(serving: Service, desk: Desk) -> None:
    serving.ask(deciding.Move(desk.table, Milestone.DEADLINE, NOON.date() + timedelta(days=5)))

    got = serving.ask(asked.PrepareGivingBack(desk.table, unit(desk, "Thái Nguyên").id))
    lines = got.message.splitlines()

    assert lines[0] == "Kính gửi Hội Cựu chiến binh tỉnh Thái Nguyên,"
    assert lines[2] == "Tệp “Thái Nguyên.xlsx” có 2 chỗ phải sửa và 2 chỗ đề nghị xem lại:"
    assert lines[3].startswith("1. Trang “Biểu số liệu”, ô F68, “Hội viên cuối kỳ”: ghi 65.451, cộng lại được 65.450")
    assert lines[4].startswith(
        "2. Trang “Điển hình, công trình”, ô F9, “Điển hình, mô hình, công trình – Kinh phí”: ghi “327.60.00”"
    )
    assert lines[8] == (
        "Các ô này đã được tô màu và ghi chú trong tệp gửi kèm. "
        "Đề nghị đơn vị sửa và gửi lại trước ngày 15/10/2023. Trân trọng cảm ơn."
    )
    assert (got.cells, got.copy_name, got.why_not) == (4, "Thái Nguyên (can sua).xlsx", "")


def test_a_unit_given_back_is_awaited_however_often_the_program_starts(serving: Service, desk: Desk) -> None:
    now = given_back(serving, desk, "Thái Nguyên")
    again = serving.ask(deciding.OpenDossier(desk.table.dossier))

    assert unit(now, "Thái Nguyên").status == unit(again, "Thái Nguyên").status
    assert (unit(now, "Thái Nguyên").status.mark, unit(now, "Thái Nguyên").status.words) == (Mark.RETURNED, GIVEN_BACK)
    assert now.said == "Trả lại tệp “Thái Nguyên.xlsx” để Thái Nguyên sửa."
    assert now.basis == desk.basis


def test_another_file_of_the_unit_ends_the_waiting_and_undoing_it_too(
    serving: Service, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    undone = serving.ask(deciding.Undo(given_back(serving, desk, "Thái Nguyên").table))
    given_back(serving, desk, "Thái Nguyên")
    better = next(path for path in (SAMPLE / "clean").iterdir() if "thai_nguyen" in path.name)

    monkeypatch.setattr(serving.bench, "clock", lambda: NOON + timedelta(days=1))
    got = serving.ask(deciding.TakeIn(desk.table, (better,)))

    assert unit(undone, "Thái Nguyên").status == unit(desk, "Thái Nguyên").status
    assert unit(got, "Thái Nguyên").status.words == "Đạt"


def test_the_marked_copy_carries_the_words_and_the_kept_bytes_stay(
    serving: Service, desk: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "trả lại" / "Thái Nguyên (can sua).xlsx"

    given_back(serving, desk, "Thái Nguyên", target)
    page = openpyxl.load_workbook(target)["Biểu số liệu"]
    kept = serving.ask(asked.OpenCopy(desk.table, unit(desk, "Thái Nguyên").files[0].digest))

    assert page["F68"].fill.fgColor.rgb == "FFF8CFCB"
    assert (page["F68"].comment.text or "").startswith("Cộng lại không khớp: ghi 65.451, cộng lại được 65.450")
    assert kept.read_bytes() == (SAMPLE / "faulty" / "Thái Nguyên.xlsx").read_bytes()


def test_the_same_message_is_recorded_once(serving: Service, desk: Desk, tmp_path: Path) -> None:
    once = given_back(serving, desk, "Thái Nguyên")
    twice = given_back(serving, desk, "Thái Nguyên", tmp_path / "copy.xlsx")

    assert len(once.decisions) == len(twice.decisions) == 1


def test_nothing_is_given_back_where_nothing_is_to_be_put_right(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)

    failed = [serving.fail(asked.PrepareGivingBack(desk.table, whose)) for whose in (UnitId("cao_bang"), CLUSTER)]

    assert [each.sentence for each in failed] == [
        f"Tệp của {name} không có chỗ nào phải sửa hoặc xem lại, nên không có gì để trả lại."
        for name in ("Cao Bằng", "Cụm thi đua số 3")
    ]


# -- reminding, blank forms ----------------------------------------------------------------------------------------


def test_the_reminder_names_who_has_not_sent_and_who_was_given_back(serving: Service, desk: Desk) -> None:
    serving.ask(deciding.Move(desk.table, Milestone.DEADLINE, NOON.date() - timedelta(days=3)))
    given_back(serving, desk, "Thái Nguyên")

    got = serving.ask(asked.Remind(desk.table))

    assert got.to_all.splitlines()[2:5] == [
        "Đến nay chưa nhận được báo cáo năm 2023 của Bắc Giang.",
        "Đến nay chưa nhận được bản sửa báo cáo năm 2023 của Thái Nguyên (đã trả lại ngày 10/10/2023 để sửa).",
        "Hạn gửi là ngày 07/10/2023, đã quá 3 ngày. Đề nghị các đơn vị gửi sớm để kịp tổng hợp. Trân trọng cảm ơn.",
    ]
    assert [name for name, _ in got.to_each] == ["Bắc Giang", "Thái Nguyên"]
    assert got.to_each[0][1].startswith("Kính gửi Hội Cựu chiến binh tỉnh Bắc Giang,\n\nĐến nay chưa nhận được báo cáo")


def test_nobody_is_reminded_where_all_is_in(serving: Service, tmp_path: Path) -> None:
    got = serving.ask(asked.Remind(begun(serving, tmp_path).table))

    assert (got.to_all, got.to_each) == ("", ())


def test_a_blank_form_is_written_once_and_filled_in_for_its_unit(serving: Service, desk: Desk) -> None:
    absent = unit(desk, "Bắc Giang").id

    first = serving.ask(asked.WriteBlank(desk.table, absent))
    second = serving.ask(asked.WriteBlank(desk.table, absent))
    got = serving.ask(deciding.Enter(desk.table, absent, first.path, "công văn số 12"))

    assert (first.was_there, second.was_there, second.path) == (False, True, first.path)
    assert first.path == desk.table.dossier.parent / "Nhap thay" / "tw-3_2023_bac_giang.xlsx"
    assert [file.note for file in unit(got, "Bắc Giang").files] == ["nhập thay, từ công văn số 12"]


# -- looking -------------------------------------------------------------------------------------------------------


def test_a_sheet_is_shown_as_it_looked(serving: Service, desk: Desk) -> None:
    file = unit(desk, "Thái Nguyên").files[0].digest

    got = serving.ask(asked.ShowSheet(desk.table, file))
    cells = {(cell.row, cell.column): cell for cell in got.cells}

    assert (got.sheet, got.sheets) == ("Biểu số liệu", ("Biểu số liệu", "Khen thưởng", "Điển hình, công trình"))
    assert [(column.letters, column.heading) for column in got.columns[2:6]] == [
        ("C", "Chỉ tiêu"),
        ("D", "Đơn vị tính"),
        ("E", "Kế hoạch"),
        ("F", "Số liệu"),
    ]
    assert (cells[68, 6].words, cells[68, 6].side, cells[1, 1].is_bold) == ("65.451", Side.RIGHT, True)
    assert got.note == ""


def test_a_sheet_that_is_not_there_is_told_of(serving: Service, desk: Desk) -> None:
    file = unit(desk, "Thái Nguyên").files[0].digest

    failed = serving.fail(asked.ShowSheet(desk.table, file, "Biểu khác"))

    assert failed.sentence.startswith("Kỳ này không có gì tên là “Biểu khác”.")


def test_a_copy_is_opened_as_a_workbook_whatever_its_name_says(serving: Service, desk: Desk, tmp_path: Path) -> None:
    disguised = tmp_path / "hình ảnh?.exe"
    disguised.write_bytes((SAMPLE / "clean" / "tw-3_2023_bac_ninh.xlsx").read_bytes())
    now = serving.ask(deciding.TakeIn(desk.table, (disguised,)))
    file = next(file for each in now.units for file in each.files if file.name == disguised.name)

    path = serving.ask(asked.OpenCopy(desk.table, file.digest))

    assert (path.name, path.read_bytes()) == ("hình ảnh_.exe.xlsx", disguised.read_bytes())


def test_two_files_of_a_unit_are_compared(serving: Service, desk: Desk) -> None:
    files = unit(desk, "Bắc Ninh").files

    got = serving.ask(asked.Compare(desk.table, unit(desk, "Bắc Ninh").id, files[1].digest, files[0].digest))

    assert (got.older, got.newer) == ("Bắc Ninh (sửa).xlsx (10/10/2023)", "Bắc Ninh.xlsx (10/10/2023)")
    assert [(cell.what, cell.place, cell.old, cell.new) for cell in got.cells] == [
        ("Ngày công lao động", "Biểu số liệu, ô F45", "24.594", "24.593")
    ]
    assert got.lead == "1 ô đổi, 85 ô giữ nguyên"


@pytest.mark.parametrize(
    ("typed", "said", "is_read"),
    [
        ("65.450", "Được hiểu là 65.450, chênh lệch -1 so với số đang dùng.", True),
        ("65.451", "Được hiểu là 65.451, bằng số đang dùng.", True),
        ("x", "Được hiểu là đơn vị không có nhiệm vụ này.", True),
        ("hàng trăm", "Không phải con số cụ thể nên không cộng vào số tổng.", True),
        ("12.34.5", "Chưa đọc được thành số. Đề nghị ghi bằng chữ số, ví dụ 1.234.", False),
        ("", "", False),
    ],
)
def test_a_figure_is_tried_before_it_is_decided(
    serving: Service,
    desk: Desk,
    typed: str,
    said: str,
    is_read: bool,  # noqa: FBT001 - a case of the table
) -> None:
    found = next(each for each in desk.findings if each.unit_name == "Thái Nguyên" and each.cell == "F68")
    assert found.figure is not None

    got = serving.ask(asked.TryFigure(desk.table, UnitId("thai_nguyen"), IndicatorCode(found.figure), typed))

    assert (got.words, got.is_read) == (said, is_read)
