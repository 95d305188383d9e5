"""What may be decided: every act that cannot be has its objection, and the objection its sentence."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
import returning
from deciding import FORM, HERE, ONE, TWO, accepted, corrected, decided, left_out, received
from judging import checked
from office import PERIOD

from ccbdesk.engine.settling.accepting import acceptance_of
from ccbdesk.engine.settling.folding import settle
from ccbdesk.engine.settling.permitting import Bench, objection
from ccbdesk.engine.submissions.list_lines import free_key
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.decision import (
    Act,
    Answered,
    Closed,
    Dated,
    Decision,
    Issued,
    Moved,
    Reopened,
    Revoked,
    RowAdded,
    RowCorrected,
    RowOf,
    RowTakenOut,
    SentBack,
    SetAside,
)
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Level
from ccbdesk.model.objection import (
    AlreadySo,
    NoSuchColumn,
    NoSuchRow,
    NoSuchUnit,
    NotAList,
    NothingSaid,
    Objection,
    RowIncomplete,
    RowOtherwise,
)
from ccbdesk.model.origin import ColumnCode, DecisionId, Digest, QuestionId, SheetCode
from ccbdesk.model.period import Milestone
from ccbdesk.model.unit import CLUSTER, NO_UNIT, UnitId
from ccbdesk.operations.check import decide
from ccbdesk.wording.objections import objection_sentence

FILE = received("a.xlsx", {"du_no": "45.700", "to": "167", "qua": "600", "qua~ke_hoach": "10"})
DIGEST = FILE.receipt.digest
DOUBTFUL = received("b.xlsx", {"du_no": "90.000", "qua": "1.200 (3 đợt 400)"}, TWO)
CLOSED = Closed(Basis("b"), Digest("c"))
ISSUED = Issued("12/BC", date(2023, 12, 1), DIGEST)
DAY = date(2023, 10, 9)
VALUES = (("du_no", "45.700"), ("to", "167"))


LISTING = returning.drawn(
    "a.xlsx",
    """
    Mô hình
    | Đơn vị báo cáo: | Hội CCB tỉnh Cao Bằng |
    | | ten | von | ho |
    | TT | Tên mô hình | Vốn (triệu đồng) | Số hộ (hộ) |
    | 1 | Nuôi ong | 10 | 3 |
    _meta
    | bo_bieu_mau | lang-son-thu |
    """,
)
BEES = RowOf(returning.CAO_BANG, returning.MODELS, free_key("Nuôi ong", ()), "Nuôi ong")
TEA = RowOf(returning.CAO_BANG, returning.MODELS, free_key("Trồng chè", ()), "Trồng chè")
NAME, CAPITAL = ColumnCode("ten"), ColumnCode("von")
PUT_RIGHT = RowCorrected(BEES, CAPITAL, "10", "12", "điện thoại")
ENTERED = RowAdded(TEA, ((NAME, "Trồng chè"),), "công văn 12")
DROPPED = RowTakenOut(BEES, ((NAME, "Nuôi ong"), (CAPITAL, "10")), "nhầm")


def refused_row(act: Act, *before: Act) -> tuple[type | None, str]:
    """Return the objection to an act about a list after others, and its sentence."""
    decisions = decided(*before)
    state = settle(decisions, returning.PERIOD)
    got = decide(returning.PAPER, returning.PERIOD, (LISTING,), state)
    found = objection(act, Bench(returning.PAPER, HERE, decisions, state, got.received.submissions))
    return (type(found), objection_sentence(returning.PAPER, found)) if found else (None, "")


def bench(*decisions: Decision) -> Bench:
    state = settle(decisions, PERIOD)
    got = checked(FILE, DOUBTFUL, acts=tuple(each.act for each in decisions))
    digests = frozenset((DIGEST, DOUBTFUL.receipt.digest))
    return Bench(
        FORM, HERE, decisions, state, got.received.submissions, got.checks.findings, got.checks.questions, digests
    )


def refused(act: Act, *before: Act) -> str:
    """Return the sentence that refuses an act after others; empty where it is not refused."""
    found = objection(act, bench(*decided(*before)))
    return objection_sentence(FORM, found) if found else ""


QUESTION = bench().questions[0]
ERROR: Finding = next(each for each in bench().findings if each.level is Level.ERROR)
CLOSED_WORDS = "Kỳ này đã chốt sổ nên chưa ghi được. Cần sửa thì mở lại kỳ trước, ghi rõ lý do."
UNSAID = "Chưa ghi lý do hoặc nguồn. Đề nghị ghi rõ để người sau biết vì sao."
UNKNOWN_UNIT = "Cụm không có đơn vị “u9”. Đề nghị xem lại mã đơn vị."

REFUSED: list[tuple[Act, tuple[Act, ...], str]] = [
    (corrected("to", "167", "168"), (CLOSED,), CLOSED_WORDS),
    (Moved(Milestone.CUT_OFF, DAY), (CLOSED,), CLOSED_WORDS),
    (CLOSED, (CLOSED,), CLOSED_WORDS),
    (Revoked(DecisionId(1)), (left_out(TWO, "chưa có"), CLOSED), CLOSED_WORDS),
    (Reopened("thiếu"), (), "Kỳ này chưa chốt sổ nên không cần mở lại."),
    (Reopened(" "), (CLOSED,), UNSAID),
    (accepted(VALUES, ""), (), UNSAID),
    (replace(corrected("to", "167", "168"), source=" "), (), UNSAID),
    (SetAside(DIGEST, ""), (), UNSAID),
    (left_out(TWO, ""), (), UNSAID),
    (
        acceptance_of(ERROR, ONE, "khó nói"),
        (),
        "Lỗi thì không chấp nhận được, phải sửa số có nguồn hoặc nhận tệp mới. Lỗi đó là: Một – trang “Biểu”, ô D6 "
        "“Suất quà”: ghi “600”. Phải là số không lớn hơn 500; đề nghị kiểm tra và ghi lại.",
    ),
    (
        accepted((("du_no", "45.700"), ("to", "168"))),
        (),
        "Một không có phát hiện mã M02 về “Dư nợ” với số liệu này. Đề nghị kiểm tra lại.",
    ),
    (
        replace(accepted(()), indicator=None, unit=UnitId("u9"), code="T12"),
        (),
        "“u9” không có phát hiện mã T12 với số liệu này. Đề nghị kiểm tra lại.",
    ),
    (
        replace(accepted(()), indicator=None, unit=NO_UNIT, code="T08"),
        (),
        "Phát hiện mã T08 nói về một tệp, không về số liệu của đơn vị nào nên không có gì để chấp nhận.",
    ),
    (corrected("to", "167", "168", UnitId("u9")), (), UNKNOWN_UNIT),
    (left_out(UnitId("u9"), "không rõ"), (), UNKNOWN_UNIT),
    (left_out(CLUSTER, "không rõ"), (), "Cụm không có đơn vị “cum”. Đề nghị xem lại mã đơn vị."),
    (corrected("la", "", "1"), (), "“la” không phải là số liệu hỏi Một."),
    (corrected("to", "", "1", CLUSTER), (), "“Tổ vay vốn” không phải là số liệu hỏi Cụm thử."),
    (corrected("to", "", "1", is_plan=True), (), "“Tổ vay vốn” không phải là số liệu hỏi Một."),
    (corrected("bq", "", "1"), (), "“Bình quân” do chương trình tính. Đề nghị sửa số liệu dùng để tính."),
    (
        corrected("to", "176", "168"),
        (),
        "Một – “Tổ vay vốn”: số đã nhận không như đã nêu, trong tệp ghi “167”. Đề nghị xem lại rồi sửa.",
    ),
    (
        corrected("to", "4", "5", TWO),
        (),
        "Hai – “Tổ vay vốn”: số đã nhận không như đã nêu, trong tệp để trống. Đề nghị xem lại rồi sửa.",
    ),
    (corrected("to", "167", " 167"), (), "Một – “Tổ vay vốn”: số mới giống số đang dùng nên không cần sửa."),
    (
        corrected("to", "167", "168"),
        (corrected("to", "167", "168"),),
        "Một – “Tổ vay vốn”: số mới giống số đang dùng nên không cần sửa.",
    ),
    (Answered(QuestionId("so-u1-x"), "1"), (), "Không có câu hỏi “so-u1-x”. Đề nghị xem lại danh sách câu hỏi."),
    (
        Answered(QUESTION.id, "7"),
        (),
        f"Câu hỏi “{QUESTION.id}” không có lựa chọn “7”. Chọn một trong: {', '.join(QUESTION.choices)}.",
    ),
    (
        SetAside(Digest("abcdef0123456789"), "nhầm"),
        (),
        "Kỳ này không nhận tệp nào có mã “abcdef01”. Đề nghị xem lại danh sách tệp đã nhận.",
    ),
    (
        Dated(Digest("abcdef0123456789"), DAY),
        (),
        "Kỳ này không nhận tệp nào có mã “abcdef01”. Đề nghị xem lại danh sách tệp đã nhận.",
    ),
    (SetAside(DIGEST, "nhầm"), (SetAside(DIGEST, "nhầm"),), "Việc này đã được ghi rồi, không cần ghi lại."),
    (left_out(TWO, "nhầm"), (left_out(TWO, "nhầm"),), "Việc này đã được ghi rồi, không cần ghi lại."),
    (
        SentBack(ONE, DIGEST, "đề nghị sửa"),
        (SentBack(ONE, DIGEST, "đề nghị sửa"),),
        "Việc này đã được ghi rồi, không cần ghi lại.",
    ),
    (SentBack(ONE, DIGEST, " "), (), "Chưa ghi lý do hoặc nguồn. Đề nghị ghi rõ để người sau biết vì sao."),
    (
        SentBack(ONE, Digest("abcdef0123456789"), "đề nghị sửa"),
        (),
        "Kỳ này không nhận tệp nào có mã “abcdef01”. Đề nghị xem lại danh sách tệp đã nhận.",
    ),
    (Revoked(DecisionId(7)), (), "Không có việc số 7 trong kỳ này, hoặc việc đó đã được hủy."),
    (
        Revoked(DecisionId(1)),
        (left_out(TWO, "a"), Revoked(DecisionId(1))),
        "Không có việc số 1 trong kỳ này, hoặc việc đó đã được hủy.",
    ),
    (
        Revoked(DecisionId(2)),
        (CLOSED, Reopened("thiếu")),
        "Việc số 2 là chốt sổ hoặc mở lại kỳ nên không hủy được. Đề nghị mở lại kỳ hoặc chốt sổ lại.",
    ),
]


@pytest.mark.parametrize(("act", "before", "sentence"), REFUSED, ids=lambda value: type(value).__name__)
def test_an_act_that_cannot_be_is_refused_in_a_sentence(act: Act, before: tuple[Act, ...], sentence: str) -> None:
    assert refused(act, *before) == sentence


REFUSED_ROWS: list[tuple[Act, tuple[Act, ...], type, str]] = [
    (replace(PUT_RIGHT, source=" "), (), NothingSaid, UNSAID),
    (
        replace(PUT_RIGHT, row=replace(BEES, unit=UnitId("u9"))),
        (),
        NoSuchUnit,
        "Cụm không có đơn vị “u9”. Đề nghị xem lại mã đơn vị.",
    ),
    (
        replace(PUT_RIGHT, row=replace(BEES, sheet=SheetCode("b1"))),
        (),
        NotAList,
        "Trang “Biểu 1” không phải là danh sách hỏi Cao Bằng.",
    ),
    (
        replace(PUT_RIGHT, column=ColumnCode("tien")),
        (),
        NoSuchColumn,
        "Trang “Mô hình” không có cột “tien”. Các cột là: ten (Tên mô hình), von (Vốn), ho (Số hộ).",
    ),
    (
        replace(PUT_RIGHT, row=TEA),
        (),
        NoSuchRow,
        "Trang “Mô hình” của Cao Bằng không có dòng “Trồng chè”. Đề nghị xem lại danh sách.",
    ),
    (
        replace(PUT_RIGHT, received="11"),
        (),
        RowOtherwise,
        "Trang “Mô hình” của Cao Bằng, dòng “Nuôi ong”: trong danh sách ghi không như đã nêu. Đề nghị xem lại rồi sửa.",
    ),
    (
        replace(DROPPED, received=((NAME, "Nuôi cá"),)),
        (),
        RowOtherwise,
        "Trang “Mô hình” của Cao Bằng, dòng “Nuôi ong”: trong danh sách ghi không như đã nêu. Đề nghị xem lại rồi sửa.",
    ),
    (PUT_RIGHT, (PUT_RIGHT,), AlreadySo, "Việc này đã được ghi rồi, không cần ghi lại."),
    (ENTERED, (ENTERED,), AlreadySo, "Việc này đã được ghi rồi, không cần ghi lại."),
    (
        replace(ENTERED, cells=((CAPITAL, "5"),)),
        (),
        RowIncomplete,
        "Dòng thêm vào trang “Mô hình” phải có cột “Tên mô hình”.",
    ),
]


@pytest.mark.parametrize(("act", "before", "kind", "sentence"), REFUSED_ROWS)
def test_what_cannot_be_decided_about_a_row_is_refused_in_a_sentence(
    act: Act, before: tuple[Act, ...], kind: type, sentence: str
) -> None:
    assert refused_row(act, *before) == (kind, sentence)


@pytest.mark.parametrize(
    ("act", "before"),
    [
        (PUT_RIGHT, ()),
        (replace(PUT_RIGHT, typed="13"), (PUT_RIGHT,)),
        (ENTERED, ()),
        (RowCorrected(TEA, CAPITAL, "", "5", "điện thoại"), (ENTERED,)),
        (RowCorrected(TEA, NAME, "Trồng chè", "Trồng chè xanh", "điện thoại"), (ENTERED,)),
        (DROPPED, ()),
        (DROPPED, (PUT_RIGHT,)),
    ],
)
def test_what_can_be_decided_about_a_row_meets_no_objection(act: Act, before: tuple[Act, ...]) -> None:
    assert refused_row(act, *before) == (None, "")


def test_every_objection_is_met_here() -> None:
    met: set[type | None] = {type(objection(act, bench(*decided(*before)))) for act, before, _ in REFUSED}
    met |= {refused_row(act, *before)[0] for act, before, _, _ in REFUSED_ROWS}

    assert met == set(get_args(Objection))


@pytest.mark.parametrize(
    ("act", "before"),
    [
        (accepted(VALUES), ()),
        (corrected("to", "167", "168"), ()),
        (corrected("to", "167", "169"), (corrected("to", "167", "168"),)),
        (corrected("to", "", "4", TWO), ()),
        (corrected("to", "", "4", UnitId("u3")), ()),
        (corrected("qua", "10", "11", is_plan=True), ()),
        (Answered(QUESTION.id, QUESTION.choices[0]), ()),
        (SetAside(DIGEST, "nhầm"), ()),
        (SetAside(DIGEST, "bản nháp"), (SetAside(DIGEST, "nhầm"),)),
        (SentBack(ONE, DIGEST, "đề nghị sửa"), ()),
        (SentBack(ONE, DIGEST, "đề nghị sửa gấp"), (SentBack(ONE, DIGEST, "đề nghị sửa"),)),
        (left_out(TWO, "chưa thành lập"), ()),
        (Dated(DIGEST, DAY), ()),
        (Moved(Milestone.MEETING, DAY), ()),
        (CLOSED, ()),
        (CLOSED, (CLOSED, Reopened("thiếu"))),
        (Reopened("thiếu"), (CLOSED,)),
        (ISSUED, ()),
        (ISSUED, (CLOSED,)),
        (Revoked(DecisionId(1)), (left_out(TWO, "a"),)),
        (Revoked(DecisionId(2)), (left_out(TWO, "a"), Revoked(DecisionId(1)))),
        (Revoked(DecisionId(2)), (CLOSED, ISSUED)),
        (Revoked(DecisionId(3)), (CLOSED, ISSUED, Revoked(DecisionId(2)))),
        (Revoked(DecisionId(1)), (left_out(TWO, "a"), CLOSED, Reopened("thiếu"))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_can_be_decided_meets_no_objection(act: Act, before: tuple[Act, ...]) -> None:
    assert refused(act, *before) == ""
