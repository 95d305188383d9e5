"""Parts of a sentence that stand under a condition. This module holds the tests of which of them is printed, and why."""

import pytest
from report_drawing import drafted, gap, marked, shown

CHANGE = (
    "Nay {a!}"
    "[nếu a > truoc: , tăng {a - truoc} | nếu a < truoc: , giảm {truoc - a}"
    " | không thì: , không thay đổi | chưa có số: , chưa có số để so sánh]."
)


def figures(now: str, before: str) -> str:
    """Return a figure of one unit and the figure of the cluster's own that it is compared with."""
    return f"""
        | code   | label      | measure   | Một   |
        | a      | Hội viên   | hội viên  | {now} |
        | *truoc | Kỳ trước   | hội viên  | {before} |
    """


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("30", "20", "Nay 30, tăng 10."),
        ("20", "30", "Nay 20, giảm 10."),
        ("30", "30", "Nay 30, không thay đổi."),
        ("0", "0", "Nay 0, không thay đổi."),
        ("30", "", "Nay 30, chưa có số để so sánh."),
        ("30", "!", "Nay 30, chưa có số để so sánh."),
        ("30", "x", "Nay 30."),
        ("trên 30", "20", "Nay trên 30, tăng trên 10."),
    ],
)
def test_a_rise_a_fall_no_change_and_no_data_each_have_their_words(now: str, before: str, expected: str) -> None:
    assert shown(drafted(figures(now, before), CHANGE)) == [expected]


def test_without_words_for_no_data_nothing_is_printed_and_what_is_wanting_is_told() -> None:
    report = drafted(figures("24", ""), "Kết nạp {a} hội viên[nếu a >= truoc: , đạt kế hoạch].")

    assert marked(report) == ["Kết nạp ⟦24⟧ hội viên."]
    assert report.gaps == (gap("C2", "truoc", "cum"),)


def test_a_condition_on_a_total_with_a_part_missing_says_so() -> None:
    report = drafted(
        """
        | code | label     | measure  | Một | Hai |
        | a    | Hội viên  | hội viên | 24  |     |
        """,
        "Kết nạp[nếu a >= 20: đạt kế hoạch | không thì: chưa đạt].",
    )

    assert marked(report) == ["Kết nạpđạt kế hoạch‹ (mới có 1/2 đơn vị; chưa có số của Hai)›."]
    assert report.gaps == (gap("C2", "a", "u2"),)


@pytest.mark.parametrize("part", ["{b}", "{c}"])
def test_a_figure_that_is_zero_or_missing_makes_the_chosen_part_vanish(part: str) -> None:
    report = drafted(
        """
        | code | label | measure | Một |
        | a    | Một   | lần     | 5   |
        | b?   | Hai   | lần     | 0   |
        | c?   | Ba    | lần     |     |
        """,
        f"Có {{a}} lần[nếu a > 1: , trong đó {part} | không thì: , một lần].",
    )

    assert shown(report) == ["Có 5 lần."]


def test_words_may_be_a_condition_and_stand_in_a_loop() -> None:
    report = drafted(
        """
        | code | label   | measure | Một   | Hai |
        | a    | Lần     | lần     | 5     | 7   |
        | w?   | Cách    | lời văn | cùng học |  |
        """,
        "[mỗi đơn vị: {ten} {a} lần[nếu w: , nhờ {w} | chưa có số: , chưa nói cách]].",
    )

    assert shown(report) == ["Một 5 lần, nhờ cùng học; Hai 7 lần, chưa nói cách."]


@pytest.mark.parametrize("space", ["", " "])
def test_a_part_that_begins_with_a_comma_needs_no_care_for_the_space_before_it(space: str) -> None:
    report = drafted(
        "| code | label | measure | Một |\n| a | Một | lần | 5 |", f"Có {{a}} lần{space}[nếu a > 1: , đủ] trong kỳ."
    )

    assert shown(report) == ["Có 5 lần, đủ trong kỳ."]
