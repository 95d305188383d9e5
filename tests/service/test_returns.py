"""Returns looked into and filled in by hand: every figure asked for, entered in one go, on somebody's word."""

from pathlib import Path

from serving_here import SAMPLE, Service, begun

from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.service.pictures.returns import FieldPicture, ReturnPicture
from ccbdesk.service.requests import Table
from ccbdesk.service.requests import desk as asked
from ccbdesk.service.requests.returns import BeginPeriod, Fill, Filled, ShowReturn

BAC_GIANG = UnitId("bac_giang")


def field(shown: ReturnPicture, code: str) -> FieldPicture:
    return next(each for section in shown.sections for each in section.fields if each.figure == code)


def filled(**typed: str) -> tuple[Filled, ...]:
    return tuple(Filled(IndicatorCode(code), value) for code, value in typed.items())


def test_a_unit_without_a_file_can_be_filled_in(serving: Service, tmp_path: Path) -> None:
    table = begun(serving, tmp_path, "faulty").table
    empty = serving.ask(ShowReturn(table, BAC_GIANG))

    desk = serving.ask(Fill(table, BAC_GIANG, filled(to_tkvv="300", to_tot="300"), "điện thoại ông Ba"))
    shown = serving.ask(ShowReturn(table, BAC_GIANG))

    assert all(each.typed == "" for section in empty.sections for each in section.fields)
    assert (field(shown, "to_tkvv").typed, field(shown, "to_tkvv").received) == ("300", "")
    assert field(shown, "to_tkvv").note == "nhập tay từ điện thoại ông Ba"
    assert desk.said == "Đã ghi 2 số liệu của Bắc Giang."
    assert [each.key for each in desk.units if each.id == BAC_GIANG] == ["300"]


def test_what_is_typed_anew_is_a_correction_and_what_stands_there_already_is_none(
    serving: Service, tmp_path: Path
) -> None:
    table = begun(serving, tmp_path).table
    before = field(serving.ask(ShowReturn(table, BAC_GIANG)), "to_tkvv")

    desk = serving.ask(Fill(table, BAC_GIANG, filled(to_tkvv=before.typed, chi_hoi="9"), "công văn 12"))
    after = serving.ask(ShowReturn(table, BAC_GIANG))

    assert desk.said == "Đã ghi 1 số liệu của Bắc Giang."
    assert field(after, "to_tkvv") == before
    assert field(after, "chi_hoi").note == "sửa theo công văn 12"
    assert field(after, "chi_hoi").received != "9"


def test_nothing_is_entered_where_one_figure_cannot_be(serving: Service, tmp_path: Path) -> None:
    table = begun(serving, tmp_path).table

    refused = serving.fail(Fill(table, BAC_GIANG, filled(to_tkvv="1", khong_co="2"), "công văn 12"))

    assert "không phải là số liệu hỏi" in refused.sentence
    assert serving.ask(asked.OpenDossier(table.dossier)).decisions == ()


def test_a_period_begins_without_files_and_its_sheet_is_filled_in(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)

    begun_now = serving.ask(BeginPeriod(desk.table.dossier, "2024"))
    own = serving.ask(ShowReturn(begun_now.table, CLUSTER))
    done = serving.ask(Fill(begun_now.table, CLUSTER, filled(ngay_ky="10/10/2024"), "văn phòng Cụm"))

    assert begun_now.table == Table(desk.table.dossier, begun_now.table.period)
    assert (begun_now.period, begun_now.said) == ("Năm 2024", "Đã lập kỳ báo cáo Năm 2024.")
    assert begun_now.periods == (("2023", "Năm 2023"), ("2024", "Năm 2024"))
    assert begun_now.receiving_lead == "Chưa nhận tệp nào."
    assert (own.is_own, field(own, "ngay_ky").hint) == (True, "Ghi ngày/tháng/năm.")
    assert done.said == "Đã ghi 1 số liệu của Phiếu kỳ."


def test_a_dossier_begins_with_a_form_and_no_file(serving: Service, tmp_path: Path) -> None:
    path = tmp_path / "Cum 3.ccbdesk"

    desk = serving.ask(BeginPeriod(path, "2023", "tw-3"))
    taken = serving.ask(asked.TakeIn(desk.table, (SAMPLE / "clean",)))

    assert (desk.cluster, desk.receiving_lead) == ("Cụm thi đua số 3", "Chưa nhận tệp nào.")
    assert taken.receiving_lead == "Đã nhận 6 trên 6 đơn vị."
