"""The cabinet: what dossiers there are, packages and templates out of one, and periods set up before anything came."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from serving_here import Service, begun

from ccbdesk.model.history import Stage
from ccbdesk.model.period import Milestone, PeriodCode
from ccbdesk.model.unit import UnitId
from ccbdesk.service.messages import Cause
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.cabinet import DossierCard
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.requests import desk as asked
from ccbdesk.service.requests.cabinet import Export, Glance, Grounds, SetUp, WriteTemplates


def card_of(serving: Service, dossier: Path) -> DossierCard:
    """Return the card of a dossier."""
    (card,) = serving.ask(Glance((dossier,)))
    return card


@pytest.fixture(scope="module")
def desk(serving: Service, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk that no test may change."""
    return begun(serving, tmp_path_factory.mktemp("CCB"))


def test_a_dossier_tells_its_periods_at_a_glance_and_how_far_each_is(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    dossier = desk.table.dossier
    (first,) = card_of(serving, dossier).periods
    serving.ask(asked.Move(desk.table, Milestone.DEADLINE, date(2023, 10, 5)))
    (second,) = card_of(serving, dossier).periods
    serving.ask(asked.Close(desk.table, Stage.OFFICIAL))
    (third,) = card_of(serving, dossier).periods

    assert (first.name, first.words, first.files, first.status) == (
        "Năm 2023",
        "Số liệu đến 31/12/2023",
        "7 tệp đã nhận",
        Status(Mark.WAITING, "Đang làm"),
    )
    assert second.words == "Hạn nhận tệp 05/10/2023"
    assert (third.words, third.status) == ("Chốt sổ ngày 10/10/2023", Status(Mark.GOOD, "Đã chốt sổ"))


def test_a_file_that_was_set_aside_is_not_counted(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    file = desk.units[1].file
    assert file
    serving.ask(asked.SetAside(desk.table, file.digest, "gửi nhầm"))

    (period,) = card_of(serving, desk.table.dossier).periods

    assert period.files == "6 tệp đã nhận"


def test_a_dossier_that_cannot_be_opened_says_why_and_the_others_are_shown(
    serving: Service, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "hỏng.ccbdesk").write_bytes(b"no dossier")

    cards = serving.ask(Glance((tmp_path / "mất.ccbdesk", desk.table.dossier, tmp_path / "hỏng.ccbdesk")))

    assert [bool(card.trouble) for card in cards] == [True, False, True]
    assert [card.cluster for card in cards][::2] == ["mất", "hỏng"]


@pytest.mark.parametrize("is_whole", [False, True])
def test_a_package_is_written_into_a_folder_of_its_own(
    serving: Service, desk: Desk, tmp_path: Path, *, is_whole: bool
) -> None:
    written = serving.ask(Export(desk.table, tmp_path / "out", is_whole))

    assert written.folder.parent == tmp_path / "out"
    assert written.first == written.folder / "Muc luc.docx"
    assert len(list((written.folder / "2023" / "Tep da nhan").iterdir())) == 7


def test_templates_of_the_next_period_carry_the_figures_of_this_one(
    serving: Service, desk: Desk, tmp_path: Path
) -> None:
    request = WriteTemplates(desk.table, PeriodCode("2024"), tmp_path / "out", date(2024, 9, 30))

    written = serving.ask(request)

    names = sorted(path.name for path in written.folder.iterdir())
    assert (written.words, len(names)) == ("Đã lập 7 biểu mẫu để gửi các đơn vị.", 9)
    shown = texts_of(written.folder / "tw-3_2024_cao_bang.xlsx")
    assert {"30/09/2024", "1.246"} <= shown


def texts_of(path: Path) -> set[str]:
    """Return what stands in the cells of a workbook, words of sentences apart."""
    workbook = openpyxl.load_workbook(path)
    cells = (cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row)
    return {word.strip(".,") for value in cells if value is not None for word in str(value).split()}


def test_one_template_may_serve_all_members(serving: Service, desk: Desk, tmp_path: Path) -> None:
    written = serving.ask(WriteTemplates(desk.table, desk.table.period, tmp_path / "out", is_common=True))

    assert written.words == "Đã lập 2 biểu mẫu để gửi các đơn vị."


def test_a_period_that_is_none_is_refused_in_a_sentence(serving: Service, desk: Desk, tmp_path: Path) -> None:
    failed = serving.fail(WriteTemplates(desk.table, PeriodCode("2024-q9"), tmp_path / "out"))

    assert (failed.cause, "2024-q9" in failed.sentence) == (Cause.REFUSED, True)


# -- setting up ----------------------------------------------------------------------------------------------------


def test_a_period_may_be_set_up_on_a_form_that_ships_or_on_a_dossier(serving: Service, desk: Desk) -> None:
    dossier = desk.table.dossier

    without, with_one = serving.ask(Grounds(())), serving.ask(Grounds((dossier, dossier.with_name("mất.ccbdesk"))))

    assert {each.dossier for each in without} == {None}
    assert (with_one[0].dossier, with_one[0].form, with_one[0].likely) == (dossier, "", "2024")
    assert len(with_one) == len(without)  # the dossier stands for its form
    assert [len(each.members) for each in with_one[:1]] == [6]


def test_a_period_is_set_up_with_its_days_and_those_who_take_part(serving: Service, tmp_path: Path) -> None:
    (form,) = (each.form for each in serving.ask(Grounds(())) if UnitId("cao_bang") in dict(each.members))
    days = ((Milestone.CUT_OFF, date(2023, 9, 30)), (Milestone.DEADLINE, date(2023, 10, 5)))

    desk = serving.ask(SetUp(tmp_path / "CCB", form, PeriodCode("2023"), days, (UnitId("bac_kan"),)))

    assert (desk.table.dossier.parent, desk.period, desk.said) == (tmp_path / "CCB", "Năm 2023", "Đã lập kỳ năm 2023.")
    assert [(each.milestone, each.day) for each in desk.milestones if each.day] == list(days)
    assert [each.name for each in desk.units if each.status.mark is Mark.LEFT_OUT] == ["Bắc Kạn"]
    assert desk.receiving_lead == "Chưa nhận tệp nào."
    assert len(desk.decisions) == 3


def test_the_next_period_goes_on_with_the_dossiers_own_form(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)
    after = serving.ask(SetUp(desk.table.dossier, "", PeriodCode("2024")))

    assert (after.form, after.period, [code for code, _ in after.periods]) == (desk.form, "Năm 2024", ["2023", "2024"])
