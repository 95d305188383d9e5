"""The spellings of an association's name, and the order of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.vietnamese.folding import folded
from ccbdesk.vietnamese.names import in_order, unit_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hội Cựu chiến binh tỉnh Cao Bằng", "cao bang"),
        ("Hội CCB tỉnh Cao bằng", "cao bang"),
        ("Hoi CCB tinh Cao Bang", "cao bang"),
        ("BCH Hội CCB TP.Hải Phòng", "hai phong"),
        ("huyện Đình Lập", "dinh lap"),
        ("H. Đình Lập", "dinh lap"),
        ("Thị trấn Na Sầm", "na sam"),
        ("xã Ea R'bin", "ea rbin"),
        ("Phường 1", "1"),
        ("Tịnh Biên", "tinh bien"),  # tịnh is no tỉnh
        ("Quan Sơn", "quan son"),  # quan is no quận
        ("huyện Quan Sơn", "quan son"),
        ("Hội An", "hoi an"),  # hội without CCB belongs to the name
        ("Hội CCB thành phố Hội An", "hoi an"),
        ("Hội CCB", "hoi ccb"),
        ("", ""),
    ],
)
def test_a_name_has_the_key_of_its_proper_part(name: str, key: str) -> None:
    assert unit_key(name) == key


@given(st.text())
def test_only_what_has_no_letters_has_an_empty_key(name: str) -> None:
    assert bool(unit_key(name)) is bool(folded(name))


def test_names_stand_in_vietnamese_order() -> None:
    names = [
        "Đắk Lắk",
        "Hà Nội",
        "Bắc Kạn",
        "An Giang",
        "Bạc Liêu",
        "Hậu Giang",
        "Hà Nam",
        "Đà Nẵng",
        "Hải Phòng",
        "Cà Mau",
    ]

    assert in_order(names) == [
        *("An Giang", "Bạc Liêu", "Bắc Kạn", "Cà Mau", "Đà Nẵng", "Đắk Lắk"),
        *("Hà Nam", "Hà Nội", "Hải Phòng", "Hậu Giang"),
    ]


def test_tones_decide_between_equal_letters_in_the_order_of_the_dictionaries() -> None:
    assert in_order(["mạ", "má", "mã", "mả", "mà", "ma", "mâ"]) == ["ma", "mà", "mả", "mã", "má", "mạ", "mâ"]


def test_a_syllable_is_settled_before_the_next_one_counts() -> None:
    assert in_order(["Bà Rịa", "Ba Vì"]) == ["Ba Vì", "Bà Rịa"]


def test_numbers_in_names_count_as_numbers() -> None:
    assert in_order(["Phường 10", "Phường 2", "Phường 1"]) == ["Phường 1", "Phường 2", "Phường 10"]


@given(st.lists(st.text()))
def test_the_order_does_not_depend_on_where_names_stood_before(names: list[str]) -> None:
    assert in_order(reversed(names)) == in_order(names)
