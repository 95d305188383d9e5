"""The picture of the desk: what was received, what is asked, what is wrong, and how far the work is."""

from datetime import date
from pathlib import Path

from serving_here import Service, begun

from ccbdesk.model.history import Stage
from ccbdesk.model.period import Milestone
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk, FindingPicture
from ccbdesk.service.requests import desk as asked


def status_of(desk: Desk) -> dict[str, str]:
    return {unit.name: f"{unit.status.mark.value}: {unit.status.words}" for unit in desk.units}


def finding(desk: Desk, title: str, unit: str) -> FindingPicture:
    (found,) = (each for each in desk.findings if (each.title, each.unit_name) == (title, unit))
    return found


def test_files_dropped_on_an_empty_desk_make_the_dossier_of_their_cluster(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path / "CCB")

    assert desk.table.dossier == tmp_path / "CCB" / "Ho so tw-3.ccbdesk"
    assert (desk.cluster, desk.period, desk.said) == ("Cụm thi đua số 3", "Năm 2023", "Đã nhận 7 tệp.")
    assert desk.receiving_lead == "Đã nhận 6 trên 6 đơn vị."
    assert serving.ask(asked.OpenDossier(desk.table.dossier)).units == desk.units


def test_every_unit_says_how_it_stands(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "faulty")

    assert status_of(desk) == {
        "Cụm thi đua số 3": "error: 1 lỗi",
        "Cao Bằng": "error: 3 lỗi, 2 điều cần xem",
        "Bắc Kạn": "error: 3 lỗi, 4 điều cần xem",
        "Thái Nguyên": "error: 2 lỗi",
        "Lạng Sơn": "asked: Chờ trả lời",
        "Bắc Ninh": "asked: Chờ trả lời",
        "Bắc Giang": "waiting: Chưa nhận",
    }
    assert [(stray.name, stray.note) for stray in desk.strays] == [
        ("Bắc Giang (tải dở).xlsx", "Tệp bị hỏng, có thể do tải về chưa hết. Đề nghị đơn vị gửi lại tệp gốc.")
    ]
    assert [(step.step, step.words) for step in desk.steps] == [
        (Step.RECEIVING, "3 trên 6 đơn vị, 4 câu hỏi"),
        (Step.CHECKING, "10 lỗi, 6 điều cần xem"),
        (Step.MERGING, "Chưa tổng hợp"),
        (Step.REPORTING, "Sau khi tổng hợp"),
    ]


def test_a_finding_is_shown_with_its_cell_and_the_cells_it_speaks_of(serving: Service, tmp_path: Path) -> None:
    found = finding(begun(serving, tmp_path, "faulty"), "Cộng lại không khớp", "Cao Bằng")

    assert (found.level, found.place, found.seen) == (Mark.ERROR, "Trang Biểu số liệu, ô F28", "368")
    assert found.related == ("F29", "F30", "F31", "F32")
    assert found.sentence.startswith("Ô F28 ghi 368, cộng lại được 278, lệch 90")
    assert (found.can_be_accepted, found.can_be_corrected) == (False, True)


def test_whatever_is_decided_is_said_and_undone_and_done_again(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "faulty")
    id = finding(desk, "Khác nhiều so với các đơn vị", "Bắc Kạn").id

    accepted = serving.ask(asked.Accept(desk.table, id, "đã hỏi lại, số đúng"))
    undone = serving.ask(asked.Undo(desk.table))
    again = serving.ask(asked.Redo(desk.table))

    assert finding(accepted, "Khác nhiều so với các đơn vị", "Bắc Kạn").settled == (
        "Đã chấp nhận: đã hỏi lại, số đúng (Lan, 10/10/2023)."
    )
    assert "đã hỏi lại, số đúng" in accepted.said
    assert (accepted.undo, accepted.redo) != ("", "")
    assert (undone.findings, undone.undo) == (desk.findings, "")
    assert undone.redo == accepted.undo
    assert (again.findings, again.undo, again.redo) == (accepted.findings, accepted.undo, "")


def test_an_answer_settles_its_question(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "faulty")
    question = next(each for each in desk.questions if each.title == "Tệp ghi kỳ báo cáo khác")

    answered = serving.ask(asked.Answer(desk.table, question.id, question.choices[0].key))

    assert question.rows[1:3] == ("Đơn vị báo cáo: Hội Cựu chiến binh tỉnh Lạng Sơn", "Kỳ báo cáo: Năm 2022")
    assert [choice.words for choice in question.choices] == ["Là số liệu năm 2023, ghi nhầm kỳ", "Không dùng tệp này"]
    assert question.id not in {each.id for each in answered.questions}
    assert status_of(answered)["Lạng Sơn"] != "asked: Chờ trả lời"


def test_what_cannot_be_decided_is_refused_in_a_sentence(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "faulty")
    error = finding(desk, "Cộng lại không khớp", "Cao Bằng")

    refused = serving.fail(asked.Accept(desk.table, error.id, "cứ để vậy"))

    assert refused.sentence.startswith("Lỗi thì không chấp nhận được")
    assert serving.ask(asked.OpenDossier(desk.table.dossier)).decisions == ()


def test_the_desk_knows_the_days_of_the_period(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)

    moved = serving.ask(asked.Move(desk.table, Milestone.DEADLINE, date(2023, 9, 30)))

    assert [(each.words, each.day) for each in moved.milestones] == [
        ("Ngày chốt số liệu", date(2023, 9, 30)),
        ("Hạn gửi báo cáo", date(2023, 9, 30)),
        ("Ngày họp", None),
    ]
    assert moved.deadline == date(2023, 9, 30)


def test_a_closed_period_says_so_and_is_opened_again(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path)

    closed = serving.ask(asked.Close(desk.table, Stage.OFFICIAL))
    refused = serving.fail(asked.Move(desk.table, Milestone.DEADLINE, date(2023, 9, 30)))
    opened = serving.ask(asked.Reopen(desk.table, "đơn vị gửi số muộn"))

    assert (closed.life.is_closed, closed.life.words) == (True, "Đã chốt sổ ngày 10/10/2023 (Lan)")
    assert refused.sentence.startswith("Kỳ này đã chốt sổ")
    assert (opened.life.is_closed, opened.findings) == (False, desk.findings)
