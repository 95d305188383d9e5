"""Merging: what goes in and what not is said before, and what came out after."""

from pathlib import Path

import openpyxl
from serving_here import SAMPLE, Service, begun

from ccbdesk.model.unit import CLUSTER
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.merging import Freshness, MergingPicture
from ccbdesk.service.requests.desk import LeaveOut, TakeIn
from ccbdesk.service.requests.merging import Merge, ShowMerging
from ccbdesk.service.requests.returns import BeginPeriod

BOOK = "So tong hop tw-3 2023.xlsx"
ONE = "clean/tw-3_2023_bac_kan.xlsx"


def lines(picture: MergingPicture) -> list[tuple[Mark, str, str]]:
    return [(line.status.mark, line.status.words, line.details) for line in picture.lines]


def test_what_goes_in_is_said_before(serving: Service, tmp_path: Path) -> None:
    picture = serving.ask(ShowMerging(begun(serving, tmp_path).table))

    assert (picture.freshness, picture.lead) == (Freshness.NEVER, "Tệp của các đơn vị đã sẵn sàng.")
    assert (picture.button, picture.book_name) == ("&Tổng hợp 6 đơn vị", BOOK)
    assert lines(picture) == [
        (Mark.GOOD, "6 trên 6 đơn vị có số liệu", ""),
        (Mark.GOOD, "Không có điều gì phải xử lý", ""),
    ]


def test_what_does_not_go_in_is_said_with_the_way_there(serving: Service, tmp_path: Path) -> None:
    picture = serving.ask(ShowMerging(begun(serving, tmp_path, "faulty").table))

    assert picture.lead == "Còn 10 lỗi phải sửa. Vẫn tổng hợp được; số có lỗi để trống, sửa xong thì tổng hợp lại."
    assert [(line.status.mark, line.step) for line in picture.lines] == [
        (Mark.WAITING, Step.RECEIVING),
        (Mark.ASKED, Step.RECEIVING),
        (Mark.ERROR, Step.CHECKING),
        (Mark.WARNING, Step.CHECKING),
    ]
    assert lines(picture)[0] == (
        Mark.WAITING,
        "3 trên 6 đơn vị có số liệu",
        "Chờ Lạng Sơn, Bắc Ninh và Bắc Giang",
    )
    assert picture.coverage.mark is Mark.WARNING


def test_a_missing_period_sheet_and_a_unit_left_out_are_said_too(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, ONE)
    serving.ask(LeaveOut(desk.table, desk.units[2].id, "mới thành lập"))

    found = {line.status.words: (line.details, line.place) for line in serving.ask(ShowMerging(desk.table)).lines}

    assert found["1 đơn vị không tính vào kỳ này"] == (f"{desk.units[2].name} – mới thành lập", "")
    assert found["Chưa có Phiếu kỳ của Cụm"][1] == CLUSTER


def test_without_a_return_there_is_nothing_to_merge(serving: Service, tmp_path: Path) -> None:
    desk = serving.ask(BeginPeriod(tmp_path / "a.ccbdesk", "2023", "tw-3"))

    picture = serving.ask(ShowMerging(desk.table))

    assert (picture.freshness, picture.button, picture.charts) == (Freshness.NOTHING, "&Tổng hợp", ())


def test_merging_writes_the_workbook_and_tells_unit_by_unit(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    serving.told.clear()

    saved = serving.ask(Merge(desk.table, tmp_path / "Sổ" / BOOK))

    assert "Tổng hợp" in openpyxl.load_workbook(saved.path).sheetnames
    assert serving.told[0] == "Đang kiểm tra Cao Bằng, 1 trên 7 đơn vị" or "1 trên" in serving.told[0]
    assert serving.told[-2:] == ["Đang lập sổ tổng hợp", "Đang ghi sổ tổng hợp"]
    picture = serving.ask(ShowMerging(desk.table))
    assert (picture.freshness, picture.made, picture.button) == (
        Freshness.FRESH,
        "10/10/2023 12:00",
        "&Tổng hợp lại 6 đơn vị",
    )


def test_what_came_out_is_shown_in_headline_figures_and_charts(serving: Service, tmp_path: Path) -> None:
    picture = serving.ask(ShowMerging(begun(serving, tmp_path).table))

    assert [(each.label, each.value) for each in picture.headlines][:1] == [
        ("Tổ tiết kiệm và vay vốn do Hội quản lý", "2.615 tổ")
    ] or len(picture.headlines) == 3
    assert picture.coverage.words == "Tổng đủ số của các đơn vị"
    chart = next(each for each in picture.charts if each.title == "Ngày công lao động (ngày công)")
    assert [(bar.name, bar.shown) for bar in chart.bars][:2] == [("Cao Bằng", "24.362"), ("Bắc Kạn", "15.617")]


def test_what_changed_since_is_counted(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, ONE)
    serving.ask(Merge(desk.table, tmp_path / BOOK))

    serving.ask(TakeIn(desk.table, (SAMPLE / "clean",)))

    picture = serving.ask(ShowMerging(desk.table))
    assert picture.freshness is Freshness.STALE
    assert picture.changes.startswith("Số liệu đã thay đổi sau lần tổng hợp trước")
