"""The story of a whole period in one file: files come in, the office decides, and nothing is lost from day to day."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from desk import NOW, ROOT, Result, book_in, ccbdesk, paragraphs, report_in, summary

from ccbdesk.engine.checking import rules
from ccbdesk.engine.submissions import grasping
from ccbdesk.files.dossier.histories import load_histories, load_history
from ccbdesk.files.dossier.opening import reading
from ccbdesk.model.finding import ReceivedLate
from ccbdesk.model.history import Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Number
from ccbdesk.vietnamese.numbers.heard import changed

SAMPLE = ROOT / "sample_workbooks" / "lak-3-2020"
RECEIVED, FAULTY = SAMPLE / "clean", SAMPLE / "faulty"
CLOSED_EARLIER = ROOT / "tests" / "dossiers" / "closed_1"
"""A dossier that the first program closed, and the figures it told then."""

OLD = "lak-3_2020_ea_rbin.xlsx"
UNDECIDED = "Kỳ này chưa có quyết định nào.\n"


def on_day(number: int) -> datetime:
    """Return a morning of the period's work."""
    return NOW + timedelta(days=number)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a dossier into which the returns of a period came on the first day."""
    path = tmp_path / "cụm.ccbdesk"
    assert ccbdesk("check", RECEIVED, "--dossier", path).status == 0
    return path


@pytest.fixture
def corrected(dossier: Path) -> Path:
    """Return that dossier after further files came on the second day."""
    assert ccbdesk("check", FAULTY, "--dossier", dossier, at=on_day(1)).status == 1
    return dossier


def answer_of(dossier: Path) -> Any:
    """Return what --json says of the dossier."""
    return ccbdesk("check", "--dossier", dossier, "--json", at=on_day(3)).json


def id_of(dossier: Path, code: str, unit: str) -> str:
    """Return the id of the one finding of a code in a unit's return."""
    (found,) = (each["id"] for each in answer_of(dossier)["findings"] if (each["code"], each["unit"]) == (code, unit))
    return str(found)


def value_of(answer: Any, indicator: str, unit: str | None) -> Any:
    """Return a figure as it stands."""
    (found,) = (each for each in answer["figures"] if (each["indicator"], each["unit"]) == (indicator, unit))
    return found["value"]


def decide(dossier: Path, command: str, *words: object) -> Result:
    """Run a command on a dossier that must work."""
    result = ccbdesk(command, dossier, *words, at=on_day(2))
    assert (result.status, result.aside) == (0, "")
    return result


# -- taking in -----------------------------------------------------------------------------------------------------


def test_a_dossier_is_made_of_the_files_and_gives_what_the_files_give(tmp_path: Path) -> None:
    path, out = tmp_path / "cụm.ccbdesk", tmp_path / "out"
    with_it = ccbdesk("merge", RECEIVED, "--dossier", path, "--out", out, "--json")
    without = ccbdesk("merge", RECEIVED, "--out", out, "--json")

    assert with_it == without
    assert ccbdesk("merge", "--dossier", path, "--out", out, "--json").json == without.json


def test_files_known_already_are_recognised(dossier: Path) -> None:
    told = ccbdesk("check", RECEIVED, "--dossier", dossier, at=on_day(1)).out.splitlines()

    assert told[0] == f"Hồ sơ: {dossier}"
    assert told[1].startswith("Đã có trong hồ sơ, không nhận lại: lak-3_2020_cum.xlsx, ")


def test_a_corrected_file_is_used_and_the_old_one_kept(dossier: Path) -> None:
    before = answer_of(dossier)
    ccbdesk("check", FAULTY / "Ea R’bin.xlsx", "--dossier", dossier, at=on_day(1))
    after = answer_of(dossier)

    assert ("T08", OLD) not in {(each["code"], each["file"]) for each in before["findings"]}
    assert ("T08", OLD) in {(each["code"], each["file"]) for each in after["findings"]}
    assert after["absent"] == []


def test_of_two_files_of_a_unit_that_came_together_none_is_used_before_it_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "cụm.ccbdesk"
    files = RECEIVED / OLD, FAULTY / "Ea R’bin.xlsx"
    answer = ccbdesk("check", *files, "--dossier", path, "--json").json

    assert [each["id"] for each in answer["questions"]] == ["hai-tep-ea_rbin"]
    decide(path, "answer", "hai-tep-ea_rbin", answer["questions"][0]["choices"][0])
    assert "ea_rbin" not in answer_of(path)["absent"]


def test_a_file_of_another_cluster_does_not_come_into_the_dossier(dossier: Path) -> None:
    result = ccbdesk("check", RECEIVED, "--dossier", dossier, "--form", "tw-3")

    assert (result.status, result.out) == (2, "")
    assert result.aside.startswith(f"Hồ sơ “{dossier}” là của ")


def test_a_further_period_begins_where_it_is_named_with_the_form_that_is_kept(dossier: Path) -> None:
    late = FAULTY / "Nam Ka năm 2019.xlsx"
    asked = ccbdesk("check", late, "--dossier", dossier, "--json")
    of_2019 = ccbdesk("check", late, "--dossier", dossier, "--period", "2019", "--json")

    assert [each["id"].split("-")[0] for each in asked.json["questions"]] == ["ky"]
    assert (of_2019.json["period"], of_2019.json["questions"]) == ("2019", [])
    which = ccbdesk("decisions", dossier)
    assert (which.status, which.aside) == (
        2,
        f"Hồ sơ “{dossier}” có nhiều kỳ: 2019, 2020. Ghi rõ kỳ bằng --period.\n",
    )
    assert decide(dossier, "decisions", "--period", "2019").out == UNDECIDED


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--dossier", "không có.ccbdesk"), "Không thấy tệp nào dùng được ở “không có.ccbdesk”."),
        (("check", RECEIVED, "--dossier", "hồ sơ.xlsx"), "Tệp “hồ sơ.xlsx” không phải hồ sơ Cụm."),
        (("decisions", "không có.ccbdesk"), "Không thấy tệp nào dùng được ở “không có.ccbdesk”."),
    ],
)
def test_a_dossier_that_is_none_is_refused_in_a_sentence(words: tuple[object, ...], said: str) -> None:
    result = ccbdesk(*words)

    assert (result.status, result.out) == (2, "")
    assert result.aside.startswith(said)


# -- deciding ------------------------------------------------------------------------------------------------------


def test_accepted_corrected_set_aside_and_undone_three_times_nothing_is_left(corrected: Path) -> None:
    before = answer_of(corrected)
    decide(corrected, "accept", id_of(corrected, "F08", "krong_no"), "--reason", "đã gọi điện")
    decide(corrected, "correct", "Nam Ka", "to_tkvv", "9", "--source", "điện thoại")
    decide(corrected, "set-aside", "Ea R’bin.xlsx", "--reason", "gửi nhầm")
    decided = answer_of(corrected)
    for _ in range(3):
        decide(corrected, "undo")

    assert value_of(decided, "to_tkvv", "nam_ka") == "9"
    assert [each["state"] for each in decided["findings"]].count("accepted") == 1
    assert {each["code"] for each in decided["findings"]} >= {"T15"}
    assert decided != before
    assert answer_of(corrected) == before


def test_what_was_undone_is_done_again(corrected: Path) -> None:
    decide(corrected, "correct", "nam_ka", "to_tkvv", "9", "--source", "điện thoại")
    decided = answer_of(corrected)
    decide(corrected, "undo")
    decide(corrected, "redo")

    again = answer_of(corrected)
    assert again == decided
    assert ccbdesk("redo", corrected).aside == "Không còn việc nào đã hủy để làm lại.\n"


def test_every_decision_is_listed_with_who_and_when(corrected: Path) -> None:
    decide(corrected, "correct", "nam_ka", "to_tkvv", "9", "--source", "điện thoại ông Ba", "--by", "Hoa")
    decide(corrected, "leave-out", "Liên Sơn", "--reason", "đã sáp nhập.")
    decide(corrected, "undo")
    decide(corrected, "date-received", OLD, "2020-11-30")

    assert decide(corrected, "decisions").out.splitlines() == [
        "Việc số 1 (Hoa, 09:00 12/10/2023): sửa Nam Ka – “Tổ tiết kiệm và vay vốn” từ “2” thành “9”, "
        "theo điện thoại ông Ba.",
        "Việc số 2 (Lan, 09:00 12/10/2023): bỏ Liên Sơn ra khỏi kỳ: đã sáp nhập. Đã hủy.",
        "Việc số 3 (Lan, 09:00 12/10/2023): hủy việc số 2.",
        f"Việc số 4 (Lan, 09:00 12/10/2023): tệp “{OLD}” tính là nhận ngày 30/11/2020.",
    ]
    listed = ccbdesk("decisions", corrected, "--json").json
    assert [(each["id"], each["who"], each["holds"]) for each in listed] == [
        (1, "Hoa", True),
        (2, "Lan", False),
        (3, "Lan", True),
        (4, "Lan", True),
    ]


def test_a_question_is_answered_and_answered_anew(corrected: Path) -> None:
    question = "so-ea_rbin-dat_hien-9cc9"
    decide(corrected, "answer", question, "360")
    first = value_of(answer_of(corrected), "dat_hien", "ea_rbin")
    decide(corrected, "answer", question, "500")

    assert (first, value_of(answer_of(corrected), "dat_hien", "ea_rbin")) == ("360", "500")


def test_evidence_is_kept_with_the_figure_it_shows(dossier: Path, tmp_path: Path) -> None:
    letter = tmp_path / "công văn.pdf"
    letter.write_bytes(b"%PDF of a letter")
    decide(dossier, "correct", "nam_ka", "to_tkvv", "9", "--source", "công văn 12", "--evidence", letter)
    decide(dossier, "attach", letter, "--note", "ảnh chụp")

    (figure,) = (each["corrected"] for each in answer_of(dossier)["figures"] if each["corrected"])
    assert (figure["received"], figure["typed"], figure["source"]) == ("2", "9", "công văn 12")
    assert len(figure["evidence"]) == 64


def test_moving_the_cut_off_names_whose_files_carry_another(dossier: Path) -> None:
    told = decide(dossier, "move", "cut-off", "2020-11-20").out.splitlines()
    decide(dossier, "move", "deadline", "2020-12-01")

    assert told == [
        "Đã ghi. Việc số 1 (Lan, 09:00 12/10/2023): ngày chốt số liệu là 20/11/2020.",
        "Tệp còn ghi ngày chốt khác: Krông Nô, Nam Ka, Ea R’bin và Liên Sơn.",
    ]
    late = {each["unit"] for each in answer_of(dossier)["findings"] if each["code"] == ReceivedLate.code}
    assert late == {"krong_no", "nam_ka", "ea_rbin", "lien_son"}
    decide(dossier, "date-received", OLD, "2020-11-30")
    still = {each["unit"] for each in answer_of(dossier)["findings"] if each["code"] == ReceivedLate.code}
    assert late - still == {"ea_rbin"}


def test_a_return_typed_in_by_the_office_says_from_what(dossier: Path, tmp_path: Path) -> None:
    typed = FAULTY / "Ea R’bin.xlsx"
    told = decide(dossier, "enter", typed, "--unit", "Ea R’bin", "--source", "công văn 12").out
    wrong = ccbdesk("enter", dossier, FAULTY / "Krông Nô.xlsx", "--unit", "ea_rbin", "--source", "công văn 12")
    out = tmp_path / "out"
    ccbdesk("merge", "--dossier", dossier, "--out", out, at=on_day(3))

    assert told == "Đã nhận biểu mẫu nhập thay Ea R’bin, nhập tay từ công văn 12.\n"
    assert wrong.status == 2
    assert "không phải biểu mẫu" in wrong.aside
    traced = ccbdesk("trace", out, "to_tkvv@ea_rbin").out
    assert "nhập tay từ công văn 12" in traced


def test_a_period_begins_before_its_first_file_with_the_form_that_is_kept(dossier: Path) -> None:
    begun = ccbdesk("begin", dossier, "--period", "2024")
    again = ccbdesk("begin", dossier, "--period", "2024")
    entered = ccbdesk("correct", dossier, "nam_ka", "to_tkvv", "9", "--source", "điện thoại", "--period", "2024")

    assert (begun.status, begun.out) == (0, f"Đã lập năm 2024 trong hồ sơ {dossier}.\n")
    assert (again.status, again.out) == (begun.status, begun.out)
    assert entered.status == 0


def test_what_is_kept_already_is_not_typed_in_and_a_period_without_files_not_begun(dossier: Path) -> None:
    typed = ccbdesk("enter", dossier, RECEIVED / OLD, "--unit", "ea_rbin", "--source", "công văn 12")
    begun = ccbdesk("check", "--dossier", dossier, "--period", "2031")

    assert (typed.status, typed.aside) == (2, "Việc này đã được ghi rồi, không cần ghi lại.\n")
    assert (begun.status, begun.aside[:38]) == (2, f"Hồ sơ “{dossier}” chưa có kỳ 2031. "[:38])
    assert decide(dossier, "decisions").out == UNDECIDED


def test_what_is_about_a_file_and_no_unit_is_not_accepted(corrected: Path) -> None:
    (about,) = (each["id"] for each in answer_of(corrected)["findings"] if each["file"] == OLD)
    refused = ccbdesk("accept", corrected, about, "--reason", "đã xem")

    assert (refused.status, refused.aside[:35]) == (2, "Phát hiện mã T08 nói về một tệp, kh")


def test_two_versions_are_compared_in_both_views(corrected: Path) -> None:
    told = decide(corrected, "compare", "Ea R’bin").out

    assert told.startswith("Ea R’bin: tệp “Ea R’bin.xlsx” (nhận 11/10/2023) so với tệp ")
    assert "Ô đã đổi" in told
    assert "Mới có" in told
    assert ccbdesk("compare", corrected, "Liên Sơn").aside == (
        "Liên Sơn chưa có hai tệp khác nhau trong kỳ này để so sánh.\n"
    )


REFUSED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("accept", "M02-000000", "--reason", "x"), "Kỳ này không có gì tên là “M02-000000”. "),
    (("correct", "nam_ka", "to_tkvv", "9", "--source", " "), "Chưa ghi lý do hoặc nguồn. "),
    (("correct", "nam_ka", "khong_co", "9", "--source", "x"), "“khong_co” không phải là số liệu hỏi Nam Ka."),
    (("correct", "xã khác", "to_tkvv", "9", "--source", "x"), "Kỳ này không có gì tên là “xã khác”. "),
    (("answer", "so-x", "1"), "Không có câu hỏi “so-x”. "),
    (("set-aside", "không có.xlsx", "--reason", "x"), "Kỳ này không có gì tên là “không có.xlsx”. "),
    (("move", "meeting", "32/12"), "“32/12” không phải là ngày. "),
    (("undo",), "Không còn việc nào hủy được"),
    (("undo", "7"), "Không có việc số 7 trong kỳ này"),
    (("reopen", "--reason", "x"), "Kỳ này chưa chốt sổ nên không cần mở lại."),
)


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[" ".join(words[:2]) for words, _ in REFUSED])
def test_what_cannot_be_decided_is_refused_in_a_sentence(dossier: Path, words: tuple[str, ...], said: str) -> None:
    command, *rest = words
    result = ccbdesk(command, dossier, *rest)

    assert (result.status, result.out) == (2, "")
    assert result.aside.startswith(said)
    assert decide(dossier, "decisions").out == UNDECIDED


# -- closing -------------------------------------------------------------------------------------------------------


@pytest.fixture
def closed(dossier: Path) -> Path:
    """Return a dossier whose period was closed."""
    decide(dossier, "correct", "nam_ka", "to_tkvv", "9", "--source", "điện thoại")
    decide(dossier, "close")
    return dossier


def read_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the program's number reader: it reads one more than stands there."""
    for name in ("read_amount", "read_figure"):
        real = getattr(grasping, name)
        monkeypatch.setattr(grasping, name, lambda *given, real=real: changed(real(*given), one_more))


def one_more(number: Number) -> Number:
    """Return the number after the one that was read."""
    return replace(number, amount=number.amount + 1)


def test_a_closed_period_keeps_its_figures_under_a_program_that_reads_otherwise(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ccbdesk("merge", "--dossier", closed, "--out", tmp_path / "before", "--json").json
    read_one_more(monkeypatch)
    after = ccbdesk("merge", "--dossier", closed, "--out", tmp_path / "after", "--json").json

    assert after["figures"] == before["figures"]
    assert summary(book_in(tmp_path / "after")) == summary(book_in(tmp_path / "before"))
    assert report_in(tmp_path / "after").read_bytes() == report_in(tmp_path / "before").read_bytes()
    decide(closed, "reopen", "--reason", "đọc lại số")
    assert answer_of(closed)["figures"] != before["figures"]


def judge_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the program's rules: what held no longer holds, and what did not hold does."""
    real = rules._is_true  # noqa: SLF001 - the program is changed on purpose
    monkeypatch.setattr(rules, "_is_true", lambda *given: not real(*given))


@pytest.fixture
def much_decided(corrected: Path) -> Path:
    """Return a dossier in which a finding is accepted and others are not, a question is answered and others are not, and
    a unit is left out."""
    decide(corrected, "accept", id_of(corrected, "F08", "krong_no"), "--reason", "đã đối chiếu", "--told")
    decide(corrected, "answer", "so-ea_rbin-dat_hien-9cc9", "bo_qua")
    decide(corrected, "leave-out", "lien_son", "--reason", "gửi sau")
    return corrected


@pytest.mark.parametrize("change", [read_one_more, judge_otherwise])
def test_all_that_a_closed_period_says_is_what_it_was_closed_on(
    much_decided: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], None]
) -> None:
    check = ("check", "--dossier", much_decided, "--json")
    opened = ccbdesk(*check)
    closing = ccbdesk("close", much_decided)
    change(monkeypatch)
    closed = ccbdesk(*check)

    assert (closing.status, closed) == (opened.status, opened)
    assert {each["state"] for each in closed.json["units"]} == {"received", "left_out", "asked"}
    assert {(each["level"], each["state"]) for each in closed.json["findings"]} == {
        ("error", "open"),
        ("warning", "open"),
        ("warning", "accepted"),
        ("note", "open"),
    }
    assert [each["id"] for each in closed.json["questions"]] == ["ky-009d3d21", "so-krong_no-du_no-3f9e"]

    decide(much_decided, "reopen", "--reason", "xem lại")
    reopened = ccbdesk(*check)
    assert reopened.json["findings"] != closed.json["findings"]
    ccbdesk("close", much_decided)
    monkeypatch.undo()
    assert ccbdesk(*check) == reopened


def test_a_period_closed_by_an_earlier_program_keeps_its_figures_and_is_checked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(CLOSED_EARLIER.with_suffix(".ccbdesk"), tmp_path))
    before = answer_of(path)
    read_one_more(monkeypatch)
    after = answer_of(path)

    assert before["figures"] == json.loads(CLOSED_EARLIER.with_suffix(".json").read_text(encoding="utf-8"))["figures"]
    assert after["figures"] == before["figures"]
    assert after["findings"] != before["findings"]
    assert after["units"] == before["units"]


def test_a_closed_period_says_so_and_takes_no_decision(closed: Path) -> None:
    told = ccbdesk("check", "--dossier", closed).out.splitlines()
    undone = ccbdesk("undo", closed)
    corrected = ccbdesk("correct", closed, "nam_ka", "to_tkvv", "8", "--source", "điện thoại")
    typed = ccbdesk("enter", closed, FAULTY / "Ea R’bin.xlsx", "--unit", "ea_rbin", "--source", "công văn")
    form = ccbdesk("check", "--dossier", closed, "--form", other_version(closed.parent))

    assert told[1] == "Kỳ này đã chốt sổ (Lan, 12/10/2023); số liệu dưới đây là số đã chốt."
    assert (undone.status, undone.aside[:30]) == (2, "Không còn việc nào hủy được; c")
    for refused in (corrected, typed):
        assert (refused.status, refused.aside[:18]) == (2, "Kỳ này đã chốt sổ ")
    assert (form.status, "đã chốt sổ" in form.aside) == (2, True)


def other_version(folder: Path) -> Path:
    """Return the sample's form as another version."""
    form = openpyxl.load_workbook(ROOT / "resources" / "forms" / "lak-3.xlsx")
    form.save(folder / "lak-3.xlsx")
    return folder / "lak-3.xlsx"


def test_a_file_that_comes_after_closing_is_kept_and_changes_nothing_before_reopening(closed: Path) -> None:
    before = answer_of(closed)["figures"]
    ccbdesk("check", FAULTY / "Ea R’bin.xlsx", "--dossier", closed, at=on_day(3))
    kept = answer_of(closed)["figures"]
    decide(closed, "reopen", "--reason", "Ea R’bin gửi lại")

    assert kept == before
    assert answer_of(closed)["figures"] != before
    assert [line.split(": ", 1)[1] for line in decide(closed, "decisions").out.splitlines()[2:]] == [
        "mở lại kỳ: Ea R’bin gửi lại."
    ]


def test_what_was_closed_is_kept_for_later_periods(closed: Path) -> None:
    with reading(closed) as kept:
        meeting, official = (load_history(kept, PeriodCode("2020"), stage) for stage in Stage)

    assert (meeting, official is not None) == (None, True)
    figures = {(each.unit, each.indicator): each.value for each in official.figures} if official else {}
    assert figures[UnitId("nam_ka"), IndicatorCode("to_tkvv")] == Number(Decimal(9))
    assert figures[CLUSTER, IndicatorCode("to_tkvv")] == Number(Decimal(value_of(answer_of(closed), "to_tkvv", None)))


# -- issuing and amending ------------------------------------------------------------------------------------------


@pytest.fixture
def issued(dossier: Path) -> Path:
    """Return a dossier whose report was signed and sent."""
    document, scan = dossier.parent / "Báo cáo.docx", dossier.parent / "Báo cáo.pdf"
    document.write_bytes(b"the signed report")
    scan.write_bytes(b"the scan")
    words = ("--number", "15/BC-CTĐ", "--day", "2020-12-05", "--document", document, "--scan", scan)
    told = decide(dossier, "issue", *words).out
    assert told == "Đã ghi. Việc số 1 (Lan, 09:00 12/10/2023): báo cáo số 15/BC-CTĐ ngày 05/12/2020 đã ban hành.\n"
    return dossier


def test_after_a_late_correction_the_page_to_send_says_old_and_new(issued: Path, tmp_path: Path) -> None:
    nothing = ccbdesk("amend", issued, "--out", tmp_path / "out")
    decide(issued, "correct", "nam_ka", "to_tkvv", "9", "--source", "công văn 20")
    total = value_of(answer_of(issued), "to_tkvv", None)
    decide(issued, "amend", "--out", tmp_path / "out")

    assert nothing.aside.startswith("Từ khi ban hành báo cáo số 15/BC-CTĐ, không số liệu, không câu nào đổi")
    page = paragraphs(report_in(tmp_path / "out"))
    assert page[page.index("ĐÍNH CHÍNH") + 1] == "Báo cáo số 15/BC-CTĐ ngày 05/12/2020"
    row = page.index("Nam Ka")
    assert page[row - 1 : row + 5] == ["Tổ tiết kiệm và vay vốn", "Nam Ka", "tổ", "2", "9", "+7"]
    changed_sentences = page[page.index("Câu trong báo cáo:") + 3 :]
    old, new = str(int(total) - 7), str(total)
    assert f"{old} tổ" in changed_sentences[0]
    assert f"{new} tổ" in changed_sentences[1]


def test_a_report_that_was_not_issued_has_nothing_to_amend(dossier: Path, tmp_path: Path) -> None:
    result = ccbdesk("amend", dossier, "--out", tmp_path)

    assert (result.status, result.aside) == (
        2,
        "Báo cáo kỳ 2020 chưa ghi nhận đã ban hành nên chưa có gì để đính chính.\n",
    )


# -- rows of lists -------------------------------------------------------------------------------------------------


def result_sheet(out: Path) -> list[str]:
    """Return the rows of the list of results in the workbook that was written."""
    book = openpyxl.load_workbook(book_in(out))
    sheet = book["Danh sách Kết quả nổi bật"]
    return [" | ".join(str(cell) for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]


def test_rows_of_a_list_are_put_right_entered_and_taken_out_and_all_of_it_undone(dossier: Path, tmp_path: Path) -> None:
    ccbdesk("merge", "--dossier", dossier, "--out", tmp_path / "trước")
    before, answer = result_sheet(tmp_path / "trước"), answer_of(dossier)
    name = next(row.split(" | ")[2] for row in before if row.startswith("1 | "))
    unit = next(row.split(" | ")[1] for row in before if row.startswith("1 | "))

    told = [
        decide(dossier, "correct-row", unit, "Kết quả nổi bật", "1", "Nội dung", "khám bệnh", "--source", "điện thoại"),
        decide(
            dossier, "add-row", unit, "ket_qua", "noi_dung=trồng cây", "so=1200", "don_vi_tinh=cây", "--source", "Zalo"
        ),
        decide(dossier, "drop-row", unit, "ket_qua", "trồng cây", "--source", "ghi nhầm"),
    ]
    ccbdesk("merge", "--dossier", dossier, "--out", tmp_path / "sau")
    after = result_sheet(tmp_path / "sau")

    assert [result.out.partition(": ")[2] for result in told] == [
        f"sửa {unit} – dòng “{name}” ở trang “Kết quả nổi bật”, cột “Nội dung” từ “{name}” thành “khám bệnh”, "
        "theo điện thoại.\n",
        f"nhập tay một dòng của {unit} vào trang “Kết quả nổi bật”: “Nội dung” “trồng cây”; “Số” “1200”; "
        "“Đơn vị tính” “cây”, từ Zalo.\n",
        f"bỏ dòng “trồng cây” ở trang “Kết quả nổi bật” của {unit}, theo ghi nhầm.\n",
    ]
    assert any(
        row.startswith(f"1 | {unit} | khám bệnh")
        and row.endswith(f"Nội dung: Đơn vị ghi “{name}”, dùng khám bệnh, sửa theo điện thoại.")
        for row in after
    )
    assert f"Không tính: {unit} – trồng cây; 1200; cây (bỏ theo ghi nhầm)." in after
    for _ in told:
        decide(dossier, "undo")
    assert answer_of(dossier) == answer


def test_what_was_decided_about_rows_and_days_is_closed_with_the_period(dossier: Path, tmp_path: Path) -> None:
    decide(dossier, "add-row", "nam_ka", "ket_qua", "noi_dung=trồng cây", "so=hàng nghìn", "--source", "Zalo")
    decide(dossier, "correct-row", "nam_ka", "ket_qua", "trồng cây", "so", "1200", "--source", "điện thoại")
    decide(dossier, "move", "deadline", "2020-12-01")
    ccbdesk("merge", "--dossier", dossier, "--out", tmp_path / "trước")
    before, sheet = answer_of(dossier), result_sheet(tmp_path / "trước")
    assert ccbdesk("close", dossier, at=on_day(3)).aside == ""
    ccbdesk("merge", "--dossier", dossier, "--out", tmp_path / "sau")

    assert "C11" in {each["code"] for each in before["findings"]}
    assert answer_of(dossier) == before
    assert result_sheet(tmp_path / "sau") == sheet
    assert any("Dòng nhập tay từ Zalo." in row for row in sheet)


def test_a_row_that_nobody_has_is_asked_for_by_another_name(dossier: Path) -> None:
    for row in ("99", "không có"):
        result = ccbdesk("drop-row", dossier, "nam_ka", "ket_qua", row, "--source", "nhầm")
        assert (result.status, result.aside) == (
            2,
            f"Kỳ này không có gì tên là “{row}”. Xem lại tên, mã bằng lệnh: ccbdesk check --dossier.\n",
        )


# -- handing over --------------------------------------------------------------------------------------------------


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, by its place in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_package_is_read_without_the_program(issued: Path, tmp_path: Path) -> None:
    ccbdesk("check", FAULTY / "Ea R’bin.xlsx", "--dossier", issued, at=on_day(1))
    decide(issued, "set-aside", "Ea R’bin.xlsx", "--reason", "gửi nhầm")
    decide(issued, "accept", id_of(issued, "F08", "krong_no"), "--reason", "đã gọi điện")
    decide(issued, "export", "--out", tmp_path / "gói")
    found = files_in(tmp_path / "gói")

    assert {place.rsplit("/", 1)[0] for place in found} == {
        "Muc luc.docx",
        "Ma SHA-256.txt",
        "2020",
        "2020/Tep da nhan",
        "2020/Tep luu kem",
        "2020/Bo bieu mau",
    }
    assert found[f"2020/Tep da nhan/002 {OLD}"] == (RECEIVED / OLD).read_bytes()
    assert found["2020/Tep luu kem/001 Báo cáo.docx"] == b"the signed report"
    index = paragraphs(tmp_path / "gói" / "Muc luc.docx")
    assert "Đã ban hành báo cáo số 15/BC-CTĐ ngày 05/12/2020." in index
    assert "không dùng: gửi nhầm" in index
    assert any("Đã chấp nhận: đã gọi điện (Lan, 12/10/2023)." in words for words in index)
    assert set(found) - {"Muc luc.docx", "Ma SHA-256.txt"} <= set(index)


def test_a_package_written_twice_has_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    for name, day in (("một", 4), ("hai", 40)):
        assert ccbdesk("export", dossier, "--out", tmp_path / name, at=on_day(day)).status == 0

    assert files_in(tmp_path / "một") == files_in(tmp_path / "hai")


def test_a_package_takes_the_place_of_an_older_one_and_nothing_stale_is_left(dossier: Path, tmp_path: Path) -> None:
    letter, out = tmp_path / "công văn.pdf", tmp_path / "gói"
    letter.write_bytes(b"letter")
    decide(dossier, "export", "--out", out)
    own = out / "2020" / "Ghi chú của tôi.txt"
    own.write_text("của văn phòng", encoding="utf-8")
    ccbdesk("check", FAULTY, "--dossier", dossier, at=on_day(1))
    decide(dossier, "attach", letter)
    again = ccbdesk("export", dossier, "--out", out, at=on_day(40))
    fresh = ccbdesk("export", dossier, "--out", tmp_path / "mới", at=on_day(40))

    assert (again.status, fresh.status, own.read_text(encoding="utf-8")) == (0, 0, "của văn phòng")
    assert {place: content for place, content in files_in(out).items() if "của tôi" not in place} == files_in(
        tmp_path / "mới"
    )


def test_a_file_of_the_office_is_never_written_over(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "gói"
    decide(dossier, "export", "--out", out)
    report = next(path for path in (out / "2020").iterdir() if path.suffix == ".docx")
    report.write_bytes(b"edited by hand")
    before = files_in(out)
    result = ccbdesk("export", dossier, "--out", out)

    assert (result.status, files_in(out)) == (2, before)
    assert result.aside == (
        f"Tệp “{report}” không do lần xuất gói trước ghi, hoặc đã bị sửa từ khi ghi. Chưa ghi gì, để khỏi mất tệp này. "
        "Chọn thư mục khác, hoặc chuyển tệp này đi nơi khác.\n"
    )


def test_a_name_from_elsewhere_leads_nowhere_else(dossier: Path, tmp_path: Path) -> None:
    file = tmp_path / "..\\..\\tệp: lạ?.pdf"
    file.write_bytes(b"photo")
    decide(dossier, "attach", file)
    decide(dossier, "export", "--out", tmp_path / "gói")

    assert "2020/Tep luu kem/001 _.._tệp_ lạ_.pdf" in files_in(tmp_path / "gói")


# -- from year to year ---------------------------------------------------------------------------------------------


def last_year_of(answer: Any, indicator: str, unit: str) -> Any:
    """Return with what a unit's figure is compared."""
    (found,) = (each for each in answer["last_year"] if (each["indicator"], each["unit"]) == (indicator, unit))
    return found["value"], found["period"], found["stage"]


def test_a_table_of_an_earlier_period_is_kept(dossier: Path, tmp_path: Path) -> None:
    table = tmp_path / "năm 2019.csv"
    table.write_text("Đơn vị;Mã số liệu;Kỳ;Giá trị\nnam_ka;to_tkvv;2019;4\n", encoding="utf-8")
    for _ in range(2):
        ccbdesk("check", "--dossier", dossier, "--earlier", table)

    assert last_year_of(answer_of(dossier), "to_tkvv", "nam_ka") == ("4", "2019", "official")
    with reading(dossier) as kept:
        assert [history.source for history in load_histories(kept)] == ["năm 2019.csv"]
