"""Tidying, comparing and finding the nearest word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.vietnamese.folding import folded, nearest, tidy


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  Hội \u00a0viên\u202f\t nữ \n", "Hội viên nữ"),
        ("Hội\u200b vi\u00adên\ufeff", "Hội viên"),
        (unicodedata.normalize("NFD", "Huyện Đình Lập"), "Huyện Đình Lập"),
        ("tie\u0301\u0302n", "tiến"),  # the tone before the hat
        ("trie\u0323\u0302u", "triệu"),
        ("\u200b", ""),
    ],
)
def test_a_text_is_tidied(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "HOÀ  BÌNH"),
        ("Ủy ban", "uỷ ban"),
        ("Đơn vị tính:", "don vi tinh"),
        ("Ðơn vị", "đơn vị"),  # the Icelandic letter
        ("Tỷ lệ (%)", "tỷ-lệ"),
        ("m²", "M2"),
        ("Ｂｉểu １", "Biểu 1"),
    ],
)
def test_spellings_of_one_text_have_one_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_a_key_holds_only_plain_letters_digits_and_single_spaces() -> None:
    assert folded(" “Thắp sáng đường thôn” – 02/2024 ") == "thap sang duong thon 02 2024"


@given(st.text())
def test_tidying_and_folding_twice_changes_nothing_more(text: str) -> None:
    assert (tidy(tidy(text)), folded(folded(text)), folded(tidy(text))) == (tidy(text), folded(text), folded(text))


def test_the_nearest_word_is_found_through_a_slip() -> None:
    kinds = ("số nguyên", "số thập phân", "tiền", "phần trăm")

    assert [nearest(word, kinds) for word in ("Sô nguyen", "phần tram", "thập phân", "xyz", "")] == [
        "số nguyên",
        "phần trăm",
        "số thập phân",
        "",
        "",
    ]


def test_the_first_of_two_candidates_with_one_key_is_proposed() -> None:
    assert nearest("hoa binh", ("Hoà Bình", "Hòa Bình")) == "Hoà Bình"
