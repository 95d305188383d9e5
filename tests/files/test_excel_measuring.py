"""How wide words are in our workbooks, and in how many lines they go on."""

import pytest

from ccbdesk.files.excel.measuring import lines_of


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("", 10, 1),
        ("Ngày công", 20, 1),
        ("Ngày công lao động", 12, 2),
        ("một\nhai\nba", 50, 3),
        ("W" * 20, 20, 3),  # wide letters; a word wider than its column is broken
        ("i" * 20, 20, 1),
        ("Ký hiệu: ", 40, 1),
    ],
)
def test_words_go_on_where_the_next_one_does_not_fit(words: str, room: float, lines: int) -> None:
    assert lines_of(words, room) == lines


def test_an_accent_makes_no_letter_wider() -> None:
    plain, accented = "duong hoa binh " * 20, "đường hòa bình " * 20

    assert [lines_of(plain, room) for room in range(10, 60)] == [lines_of(accented, room) for room in range(10, 60)]


def test_bold_words_need_more_room() -> None:
    words = "Hội viên được công nhận sản xuất, kinh doanh giỏi"
    fits = next(room for room in range(1, 100) if lines_of(words, room) == 1)

    assert lines_of(words, fits, is_bold=True) == 2


def test_a_narrower_column_never_needs_fewer_lines() -> None:
    words = "Hội đã phối hợp với các ban, ngành, đoàn thể vận động hội viên và nhân dân " * 5

    counted = [lines_of(words, room) for room in range(1, 200)]
    assert counted == sorted(counted, reverse=True)
