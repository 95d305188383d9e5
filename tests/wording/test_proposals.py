"""Tests of what is said of a proposed form: every remark has its own words, and says what to do."""

import pytest

from ccbdesk.model.form import Kind, SheetKind
from ccbdesk.model.proposal import About, Certainty, Remark
from ccbdesk.wording.proposals import CERTAINTIES, remark_said

PROPOSED = {About.TABLE: SheetKind.MATRIX.value, About.KIND: Kind.MONEY.value}


def remark(about: About) -> Remark:
    return Remark(about, Certainty.DOUBTFUL, "Biểu 1", "C5", "Hội viên", PROPOSED.get(about, "nam + nu"))


@pytest.mark.parametrize("about", About)
def test_every_remark_says_what_was_made_of_it_and_what_to_do(about: About) -> None:
    said = remark_said(remark(about))

    assert said.what.endswith(".")
    assert said.todo.endswith(".")
    assert "«" not in said.what + said.todo


def test_no_two_remarks_say_the_same() -> None:
    said = [remark_said(remark(about)) for about in About]

    assert len({what for what, _ in said}) == len(said)


def test_every_certainty_has_a_word() -> None:
    assert set(CERTAINTIES) == set(Certainty)
    assert len(set(CERTAINTIES.values())) == len(Certainty)


def test_a_remark_names_what_was_guessed() -> None:
    told = Remark(About.MEASURE_INHERITED, Certainty.LIKELY, "Biểu 1", "B5", "Dư nợ", "triệu đồng")

    assert remark_said(told) == (
        "Dòng không ghi đơn vị tính; lấy “triệu đồng” theo góc bảng hoặc theo tên.",
        "Sửa cột Đơn vị tính nếu không đúng.",
    )
