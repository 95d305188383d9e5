"""Tests of what a cell asks for: the words of checks and prompts, and that the two cannot disagree."""

from decimal import Decimal

import pytest

from ccbdesk.model.form import Kind
from ccbdesk.wording.cells import asked_words, bounds_words, range_words, required_words, whole_words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            Kind.MONEY,
            "Số liệu này bắt buộc ghi: không phát sinh thì ghi số 0; không có nhiệm vụ này thì ghi x.",
        ),
        (Kind.TEXT, "Nội dung này bắt buộc ghi; không có thì ghi x."),
        (Kind.DAY, "Ngày này bắt buộc ghi; không có thì ghi x."),
    ],
)
def test_what_must_be_given_is_asked_for_in_words_of_its_kind(kind: Kind, words: str) -> None:
    assert required_words(kind) == words


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        (Decimal(0), None, "không âm"),
        (Decimal(5), None, "không nhỏ hơn 5"),
        (None, Decimal("99.5"), "không lớn hơn 99,5"),
        (Decimal(0), Decimal(1000), "từ 0 đến 1.000"),
        (None, None, ""),
    ],
)
def test_bounds_are_said_alike_before_and_after_typing(
    lowest: Decimal | None, highest: Decimal | None, words: str
) -> None:
    after = f"Phải là số {words}; đề nghị kiểm tra và ghi lại." if words else ""
    before = f"Số nguyên (người), {words}." if words else "Số nguyên (người)."

    assert range_words(lowest, highest) == words
    assert bounds_words(lowest, highest) == after
    assert asked_words(Kind.INTEGER, "người", lowest, highest) == before


def test_a_count_is_asked_for_as_its_check_demands() -> None:
    assert whole_words() == "Phải là số nguyên; đề nghị kiểm tra và ghi lại."
    assert asked_words(Kind.TEXT, "", None, None) == "Ghi bằng lời."
