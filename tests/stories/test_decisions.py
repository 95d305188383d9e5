"""The story of what an office decides: a figure by telephone, a warning explained, a unit left out, all seen everywhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from book_drawing import drawn
from deciding import NOON, ONE, THREE, TWO, accepted, corrected, left_out, received
from desk import TODAY
from judging import checked
from test_recalculated import assert_agrees, recalculated, without_results

from ccbdesk.cli.as_json import as_json
from ccbdesk.cli.telling import of_check, of_trace
from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.confirming.confirming import confirm
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.drafting.provisional import as_provisional
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.decision import Act, Revoked, SetAside
from ccbdesk.model.origin import DecisionId, Digest
from ccbdesk.model.report import Block, Figure, Paragraph, Report, Run, Table
from ccbdesk.operations.check import Checked
from ccbdesk.operations.trace import open_output, trace
from ccbdesk.vietnamese.vocabulary.books import WORKBOOK_STEM

FILE = received("a.xlsx", {"du_no": "45.700", "to": "167", "qua": "12", "qua~ke_hoach": "10"})
DIGEST = FILE.receipt.digest
EVIDENCE = Digest("e" * 64)
ACTS: tuple[Act, ...] = (
    replace(corrected("to", "167", "168"), evidence=EVIDENCE),
    corrected("qua", "10", "11", is_plan=True),
    replace(corrected("du_no", "", "9.000", TWO), source="công văn 12"),
    replace(corrected("to", "", "20", TWO), source="công văn 12"),
    left_out(THREE, "mới thành lập"),
    replace(accepted((("du_no", "45.700"), ("to", "168"))), is_told=True),
)


@pytest.fixture(scope="module")
def got() -> Checked:
    return checked(FILE, acts=ACTS)


def sheet(got: Checked, name: str, first_row: int) -> list[str]:
    return drawn(plan_book(got.merged, got.checks), name, first_row)


def test_a_units_sheet_shows_received_corrected_and_difference_side_by_side(got: Checked) -> None:
    heads = "Mã | TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Số liệu | % kế hoạch | Ghi trong tệp | Chênh lệch | "

    one, two = sheet(got, "Một", 4), sheet(got, "Hai", 3)

    assert one[0] == f"{heads}Nguồn sửa hoặc nhập tay | Tình trạng | Ghi chú"
    assert one[3] == ("to | 2 | Tổ vay vốn | tổ |  | ='Tổng hợp'!E8 → 168 |  | 167 | 1 | sửa theo điện thoại | có | ")
    assert one[5].endswith("| có | Kế hoạch: đơn vị ghi “10”, dùng 11 (chênh lệch +1), sửa theo điện thoại.")
    assert two[0] == "Không có tệp, số liệu nhập tay."
    assert two[4] == ("to | 2 | Tổ vay vốn | tổ |  | ='Tổng hợp'!F8 → 20 |  |  |  | nhập tay từ công văn 12 | có | ")


def test_totals_are_made_of_the_corrected_figures(got: Checked) -> None:
    assert sheet(got, "Tổng hợp", 6)[2] == (
        'to | 2 | Tổ vay vốn | tổ | 168 | 20 | ……? | =IF(COUNT(E8:G8)=0,"……",SUM(E8:G8)) → 188? |  |  | '
        '=COUNT(E8:G8)&"/3" → 2/3?'
    )


def test_the_sources_say_whose_word_a_figure_stands_on(got: Checked) -> None:
    rows = sheet(got, "Nguồn số liệu", 3)

    assert rows[0].split(" | ")[-5:] == [
        "Mã SHA-256 của tệp",
        "Sửa thành",
        "Chênh lệch",
        "Nguồn sửa hoặc nhập tay",
        "Mã SHA-256 của chứng cứ",
    ]
    assert [row for row in rows if row.startswith("to |")] == [
        (
            f"to | Tổ vay vốn | u1 | Một | 168 | tổ | 167 | có | a.xlsx | Biểu | D5 |  | E8 | {DIGEST} | "
            f"168 | 1 | sửa theo điện thoại | {EVIDENCE}"
        ),
        "to | Tổ vay vốn | u2 | Hai | 20 | tổ |  | có |  |  |  |  | F8 |  | 20 |  | nhập tay từ công văn 12 | ",
        "to | Tổ vay vốn | u3 | Ba |  | tổ |  | bỏ ra |  |  |  |  | G8 |  |  |  |  | ",
    ]


def test_without_corrections_the_sources_have_no_columns_for_them() -> None:
    rows = sheet(checked(FILE), "Nguồn số liệu", 3)

    assert rows[0].split(" | ")[-1] == "Mã SHA-256 của tệp"


def test_of_a_return_typed_in_for_its_unit_every_figure_says_from_what() -> None:
    typed = replace(FILE, receipt=replace(FILE.receipt, by_hand="ảnh chụp công văn 12"))
    got = checked(typed)

    ends = {row.split(" | ")[-2] for row in sheet(got, "Nguồn số liệu", 4) if row.split(" | ")[8] == "a.xlsx"}

    assert ends == {"nhập tay từ ảnh chụp công văn 12"}
    assert "Tệp: a.xlsx (nhập tay từ ảnh chụp công văn 12)." in sheet(got, "Một", 1)


def test_what_was_accepted_stays_listed_with_its_reason(got: Checked) -> None:
    rows = sheet(got, "Kiểm tra", 4)
    warning = (
        "Một – trang “Biểu”, ô D4 “Dư nợ”: bình quân 272,024, ngoài khoảng từ 300 đến 2.000 "
        "(“Dư nợ” = 45.700; “Tổ vay vốn” = 168). Bình quân lạ. Đã chấp nhận: mới lập (An, 05/10/2023)."
    )

    assert rows[:4] == [
        "Lỗi, cảnh báo, nhắc",
        "Nhắc | C09 | Ba |  | Ba: đã được bỏ ra khỏi kỳ này: mới thành lập. Số tổng hợp không gồm đơn vị này. |  |  | ",
        "Đã chấp nhận",
        f"Cảnh báo | M02 | Một | 45.700 | {warning} | a.xlsx | Biểu | D4",
    ]
    assert list(of_check(got))[-2:] == ["Đã chấp nhận (1):", f"  M02-5614ad  {warning}"]


def test_the_command_line_says_who_is_in_and_who_was_left_out(got: Checked) -> None:
    assert list(of_check(got))[1:3] == ["Đã nhận 2/3 đơn vị, 5 chỉ tiêu.", "Không tính Ba – mới thành lập."]


def test_every_sheet_says_who_was_left_out_and_why(got: Checked) -> None:
    book = plan_book(got.merged, got.checks)

    notices = {sheet.name: sheet.notice for sheet in book.sheets if not sheet.is_hidden}

    assert set(notices.values()) == {"Không tính Ba – mới thành lập."}
    assert sheet(got, "Tổng hợp", 2)[0] == "Không tính Ba – mới thành lập."


def test_every_page_of_the_report_says_who_was_left_out(got: Checked) -> None:
    report = as_provisional(draft(got.merged, places(got.merged)), got.merged)

    assert report.notice == "Không tính Ba – mới thành lập."


def test_json_tells_all_of_it(got: Checked) -> None:
    answer: Any = json.loads(json.dumps(as_json(got)))

    assert answer["units"][2] == {"id": "u3", "name": "Hội xã Ba", "state": "left_out"}
    assert (answer["absent"], answer["left_out"]) == ([], [{"unit": "u3", "reason": "mới thành lập"}])
    assert {(each["code"], each["state"]): each["accepted"] for each in answer["findings"]} == {
        ("M02", "accepted"): {
            "period": "2023",
            "who": "An",
            "at": "2023-10-05T18:00:00+07:00",
            "reason": "mới lập",
            "values": {"du_no": "45.700", "to": "168"},
        },
        ("C09", "open"): None,
    }
    keys = ("received", "typed", "difference", "source", "evidence", "decision")
    put_right = [figure for figure in answer["figures"] if figure["corrected"]]
    assert {(each["indicator"], each["unit"]): each["corrected"] for each in put_right} == {
        ("to", "u1"): dict(zip(keys, ("167", "168", "1", "điện thoại", EVIDENCE, 1), strict=True)),
        ("du_no", "u2"): dict(zip(keys, (None, "9.000", None, "công văn 12", None, 3), strict=True)),
        ("to", "u2"): dict(zip(keys, (None, "20", None, "công văn 12", None, 4), strict=True)),
    }
    assert {(each["indicator"], each["unit"]): each["value"] for each in answer["figures"]}["to", None] == "188"


def test_the_report_names_who_was_left_out_and_tells_what_was_accepted(got: Checked) -> None:
    assert lines(draft(got.merged, places(got.merged))) == [
        "Có 188 tổ, dư nợ 54.700 triệu đồng (có 2/3 đơn vị; không tính Ba – mới thành lập) (Một: mới lập).",
        "Tặng 12 suất quà (mới có 1/3 đơn vị; chưa có số của Hai; không tính Ba – mới thành lập).",
    ]


def test_the_paper_a_unit_confirms_says_what_was_put_right(got: Checked) -> None:
    papers = {unit: lines(confirm(got.merged, unit, got.checks.open, got.checks.questions)) for unit in (ONE, TWO)}

    assert papers[ONE][8:14] == [
        "1 | Dư nợ | triệu đồng | 45.700 | 45.700 | ",
        "2 | Tổ vay vốn | tổ | 168 | 167 | ",
        "Đơn vị ghi “167”, dùng 168 (chênh lệch +1), sửa theo điện thoại.",
        "4 | Suất quà | suất | 12 | 12 | ",
        " | Suất quà – kế hoạch | suất | 11 | 10 | ",
        "Đơn vị ghi “10”, dùng 11 (chênh lệch +1), sửa theo điện thoại.",
    ]
    assert papers[TWO][5].startswith("Cụm thử đã ghi thay đơn vị số liệu dưới đây. ")
    assert papers[TWO][8:10] == [
        "1 | Dư nợ | triệu đồng | 9.000 |  | ",
        "9.000, nhập tay từ công văn 12.",
    ]
    assert papers[ONE][14] == "Không có nội dung nào phải hỏi lại đơn vị"


def lines(report: Report) -> list[str]:
    return [line for block in report.blocks for line in _lines(block)]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _text(block.runs)
        case Table():
            yield from (" | ".join(_text(cell.runs) for cell in row) for row in block.rows)
        case _:
            raise AssertionError(block)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.shown if isinstance(run, Figure) else run.text for run in runs)


# -- the finished workbook -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workbook(got: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / f"{WORKBOOK_STEM} thu.xlsx"
    path.write_bytes(write_book(plan_book(got.merged, got.checks), TODAY))
    return path


def test_a_figure_is_walked_back_to_the_cell_and_to_the_word_it_stands_on(workbook: Path) -> None:
    with Reader() as reader:
        traced = trace(open_output(workbook, reader), "to")

    assert list(of_trace(traced)) == [
        "Tổ vay vốn (to): 188",
        ("  Một – Tổ vay vốn: 168 tổ (ghi “167”); sửa theo điện thoại, chênh lệch +1 ← a.xlsx › Biểu › D5 [có]"),
        "  Hai – Tổ vay vốn: 20 tổ; nhập tay từ công văn 12 [có]",
        "  Ba – Tổ vay vốn: bỏ ra",
    ]
    assert [part.evidence for part in traced.parts] == [EVIDENCE, "", ""]


@pytest.mark.libreoffice
def test_libreoffice_computes_what_we_cached(workbook: Path, tmp_path: Path) -> None:
    assert_agrees(workbook, recalculated(without_results(workbook), tmp_path), at_least=19)


# -- undoing -------------------------------------------------------------------------------------------------------


def test_what_was_decided_leaves_no_trace_once_it_is_undone_step_by_step() -> None:
    second = received("b.xlsx", {"du_no": "45.700", "to": "180"}, at=NOON)
    first = replace(FILE, receipt=replace(FILE.receipt, taken_in=NOON - timedelta(days=1)))
    acts: tuple[Act, ...] = (SetAside(second.receipt.digest, "gửi nhầm"), ACTS[0], ACTS[-1])
    made = [*acts, Revoked(DecisionId(3)), Revoked(DecisionId(2)), Revoked(DecisionId(1))]

    answers = [as_json(checked(first, second, acts=tuple(made[:count]))) for count in range(len(made) + 1)]

    assert [answers[6 - count] == answers[count] for count in range(3)] == [True, True, True]
    assert len({json.dumps(answer) for answer in answers}) == 4
