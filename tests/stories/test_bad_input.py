"""The story of a bad day: whatever is wrong gets one sentence, the rest goes on, and no old file is harmed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import desk
import openpyxl
import pytest

from ccbdesk import resources

NAMES = {
    "cao_bang": "tw-3_2023_cao_bang.xlsx",
    "bac_kan": "tw-3_2023_bac_kan.xlsx",
    "phieu": "tw-3_2023_cum.xlsx",
}


@pytest.fixture
def received(tmp_path: Path) -> Path:
    """A copy of the received files that may be spoiled."""
    return Path(shutil.copytree(desk.CLEAN, tmp_path / "received"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def of_level(result: desk.Result, *levels: str) -> list[str]:
    return [str(f["message"]) for f in result.json["findings"] if f["level"] in levels]


def states(result: desk.Result) -> dict[str, str]:
    return {str(unit["id"]): str(unit["state"]) for unit in result.json["units"]}


def test_a_file_that_is_no_workbook_costs_itself_only(received: Path, out: Path) -> None:
    (received / NAMES["bac_kan"]).write_bytes("Tên;Số\nNgày công;5\n".encode())

    result = desk.ccbdesk("merge", received, "--out", out, "--json")

    assert (result.status, result.json["absent"]) == (1, ["bac_kan"])
    assert len(of_level(result, "error")) == 1
    assert "không phải tệp Excel" in of_level(result, "error")[0]
    assert [state for unit, state in states(result).items() if unit != "bac_kan"] == ["received"] * 5


def test_a_file_of_another_form_is_named_and_left(received: Path, out: Path) -> None:
    path = received / NAMES["bac_kan"]
    book = openpyxl.load_workbook(path)
    book["_meta"]["B1"].value = "tw-9"
    book.save(path)

    result = desk.ccbdesk("merge", received, "--out", out, "--json")

    sentence = "là biểu mẫu của bộ khác (“tw-9”) nên chưa đưa vào tổng hợp. Đề nghị gửi đúng biểu mẫu."
    assert of_level(result, "error") == [f"Tệp “{NAMES['bac_kan']}”: {sentence}"]
    assert (result.status, result.json["absent"]) == (1, ["bac_kan"])


def test_an_unanswered_question_is_missing_and_named_until_it_is_answered(received: Path, out: Path) -> None:
    path = received / NAMES["bac_kan"]
    book = openpyxl.load_workbook(path)
    desk.figure_cell(book["Biểu số liệu"], "to_tkvv").value = "251 (3 tổ mới)"
    book.save(path)

    asked = desk.ccbdesk("merge", received, "--out", out, "--json")
    (question,) = asked.json["questions"]
    figures = {(f["indicator"], f["unit"]): f for f in asked.json["figures"]}

    assert (asked.status, question["unit"], question["seen"]) == (1, "bac_kan", "251 (3 tổ mới)")
    assert (figures["to_tkvv", "bac_kan"]["value"], figures["to_tkvv", None]["value"]) == (None, "2206")
    assert figures["to_tkvv", None]["coverage"] == {"counted": 5, "expected": 6, "missing": ["bac_kan"]}
    assert any("Bắc Kạn" in paragraph and "5/6" in paragraph for paragraph in desk.paragraphs(desk.report_in(out)))

    answers = received.parent / "answers.json"
    answers.write_text(json.dumps({question["id"]: "251"}), encoding="utf-8")
    settled = desk.ccbdesk("merge", received, "--out", out, "--answers", answers, "--json")

    assert (settled.status, settled.json["questions"]) == (0, [])
    assert {(f["indicator"], f["unit"]): f["value"] for f in settled.json["figures"]}["to_tkvv", None] == "2457"


def test_an_answer_that_is_no_choice_stops_the_work(received: Path, out: Path) -> None:
    shutil.copy(received / NAMES["bac_kan"], received / "khac.xlsx")
    book = openpyxl.load_workbook(received / "khac.xlsx")
    book["Biểu số liệu"]["F9"].value = "sửa"
    book.save(received / "khac.xlsx")
    (question,) = desk.ccbdesk("check", received, "--json").json["questions"]
    answers = received.parent / "answers.json"
    answers.write_text(json.dumps({question["id"]: "tệp kia"}), encoding="utf-8")

    result = desk.ccbdesk("merge", received, "--out", out, "--answers", answers)

    assert question["id"] == "hai-tep-bac_kan"
    assert (result.status, result.out) == (2, "")
    assert result.aside == (
        f"Tệp trả lời “{answers}”: câu hỏi “hai-tep-bac_kan” không có lựa chọn “tệp kia”. Ghi lại đúng lựa chọn.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("merge", "{none}", "--out", "{out}"),
            "Không thấy tệp nào dùng được ở “{none}”. Kiểm tra lại tên tệp hoặc thư mục.",
        ),
        (
            ("merge", "{empty}", "--out", "{out}"),
            "Không thấy tệp nào dùng được ở “{empty}”. Kiểm tra lại tên tệp hoặc thư mục.",
        ),
        (
            ("merge", "{received}", "--out", "{file}/sub"),
            "Không ghi được vào thư mục “{file}/sub”. Hãy chọn thư mục khác. Chưa có gì bị thay đổi.",
        ),
        (
            ("merge", "{received}", "--out", "{out}", "--period", "2023-13"),
            "“2023-13” không phải là kỳ báo cáo. Ghi theo kiểu 2023, 2024-6t, 2024-9t hoặc 2024-q1.",
        ),
        (
            ("merge", "{received}", "--out", "{out}", "--form", "tw-99"),
            "Không có bộ biểu mẫu mang mã “tw-99”. Ghi rõ bộ biểu mẫu bằng --form.",
        ),
        (
            ("merge", "{received}", "--out", "{out}", "--answers", "{file}"),
            "Không đọc được tệp trả lời “{file}”. Tệp phải ở dạng JSON: mã câu hỏi và lựa chọn.",
        ),
        (("form", "{file}"), "Không đọc được bộ biểu mẫu “{file}”. Kiểm tra lại tệp."),
        (
            ("trace", "{empty}", "ngay_cong"),
            "Không thấy tệp nào dùng được ở “{empty}”. Kiểm tra lại tên tệp hoặc thư mục.",
        ),
        (
            ("templates", "tw-3", "--period", "2024", "--out", "{out}", "--cut-off", "30/9"),
            "“30/9” không phải là ngày. Ghi theo kiểu năm-tháng-ngày, ví dụ 2023-10-10.",
        ),
        (
            ("templates", "tw-3", "--period", "2024", "--out", "{out}", "--own", "{file}"),
            "Tệp “{file}” không phải Phiếu kỳ của bộ biểu mẫu này cho kỳ 2024, hoặc còn điều phải trả lời. "
            "Chọn Phiếu kỳ đã ghi cho đúng kỳ; kiểm tra tệp bằng lệnh: ccbdesk check.",
        ),
        (
            ("clean", "{file}", "--out", "{out}"),
            "Không đọc được báo cáo “{file}”. Tệp phải là tệp Word (.docx) không đặt mật khẩu.",
        ),
        (
            ("clean", "{none}", "--out", "{out}"),
            "Không thấy tệp nào dùng được ở “{none}”. Kiểm tra lại tên tệp hoặc thư mục.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    received: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    places = {name: tmp_path / name for name in ("none", "empty", "out", "file.xlsx")}
    places["empty"].mkdir()
    places["file.xlsx"].write_bytes(b"not a workbook")
    known = {"file": places["file.xlsx"], "received": received, **places}

    result = desk.ccbdesk(*(word.format_map(known) for word in words))

    assert (result.status, result.out, result.aside) == (2, "", sentence.format_map(known) + "\n")


def test_an_interruption_leaves_the_old_files(received: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.ccbdesk("merge", received, "--out", out).status == 0
    old = {path.name: path.read_bytes() for path in out.iterdir()}
    (received / NAMES["bac_kan"]).unlink()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ccbdesk.files.whole.os.fsync", interrupt)
    result = desk.ccbdesk("merge", received, "--out", out)

    assert (result.status, result.aside) == (2, "Đã dừng theo yêu cầu. Tệp cũ còn nguyên, chưa có gì bị thay đổi.\n")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == old


def test_a_target_that_is_open_elsewhere_is_left_as_it_is(
    received: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.ccbdesk("merge", received, "--out", out).status == 0
    old = {path.name: path.read_bytes() for path in out.iterdir()}

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("ccbdesk.files.whole._PATIENCE", (0.0,))
    monkeypatch.setattr(Path, "replace", refuse)
    result = desk.ccbdesk("merge", received, "--out", out)

    assert result.status == 2
    assert result.aside == (
        f"Tệp “{desk.book_in(out)}” đang mở trong chương trình khác. Hãy đóng tệp rồi làm lại. "
        "Tệp cũ còn nguyên, chưa có gì bị thay đổi.\n"
    )
    assert {path.name: path.read_bytes() for path in out.iterdir()} == old


def test_a_damaged_skeleton_is_named(
    received: Path, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"no zip")
    monkeypatch.setattr(resources, "skeleton", lambda _: path)

    result = desk.ccbdesk("merge", received, "--out", out)

    assert (result.status, result.aside) == (
        2,
        f"Không đọc được khung báo cáo “{path}”. Dùng lại khung gốc của chương trình.\n",
    )
    assert list(out.iterdir()) == []


def test_a_wrong_command_is_answered_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        desk.ccbdesk("merge", "--nonsense")

    assert left.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == "Lệnh ghi chưa đúng. Xem cách dùng ở trên hoặc thêm -h."


def test_a_reader_that_has_read_enough_is_no_trouble(received: Path) -> None:
    command = [sys.executable, "-m", "ccbdesk", "check", str(received)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        complaint = program.stderr.read()

    assert (program.returncode, complaint) == (0, b"")
