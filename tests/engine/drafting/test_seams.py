"""The mending of sentences. This module holds the tests of what is left where a part of a sentence vanished."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_drawing import drafted, shown

from ccbdesk.engine.drafting.seams import Item, Seam, mended
from ccbdesk.model.expression import Reference
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Figure, Phrase

FIVE = Figure("5", Reference(IndicatorCode("a")), "ccb:2023/a#abcde", "A [a]", (IndicatorCode("a"),))


def items(drawn: str) -> list[Item]:
    """Return the items of a drawing in which # is a figure and % a seam."""
    signs: dict[str, Item] = {"#": FIVE, "%": Seam()}
    return [signs.get(part) or Phrase(part) for part in re.split(r"([#%])", drawn) if part]


def text(drawn: str) -> str:
    """Return what a drawing is mended to, in the same drawing."""
    return "".join("#" if isinstance(run, Figure) else run.text for run in mended(items(drawn)))


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        ("Có # ngày%.", "Có # ngày."),
        ("Có # ngày %.", "Có # ngày."),
        ("Có # ngày, %.", "Có # ngày."),
        ("Có # ngày, %, # m2.", "Có # ngày, # m2."),
        ("Có # ngày, % và # m2.", "Có # ngày, và # m2."),
        ("Có #%, # m2.", "Có #, # m2."),
        ("Có #, %; # m2.", "Có #; # m2."),
        ("Có % # m2.", "Có # m2."),
        ("Có% # m2.", "Có # m2."),
        ("Có %# m2.", "Có # m2."),
        ("Kết quả: %. Hết", "Kết quả. Hết"),
        ("Kết quả (%) tốt", "Kết quả tốt"),
        ("Kết quả (%).", "Kết quả."),
        ("Kết quả ( % ), tốt", "Kết quả, tốt"),
        ("Kết quả (%; %) tốt", "Kết quả tốt"),
        ("Kết quả (%, #) tốt", "Kết quả (#) tốt"),
        ("Kết quả (#, %) tốt", "Kết quả (#) tốt"),
        ("Kết quả (% #) tốt", "Kết quả (#) tốt"),
        ("Kết quả ((%)).", "Kết quả."),
        ("%, Cụm có #.", "Cụm có #."),
        ("% Cụm có #.", "Cụm có #."),
        ("%.", ""),
        ("%", ""),
        ("Hết, %", "Hết"),
        ("Hết. %", "Hết."),
        ("Kết quả:\n%, một\nhai, %\nba", "Kết quả:\nmột\nhai\nba"),
        ("một; %; %; hai", "một; hai"),
        ("một%%% hai", "một hai"),
        ("không  có , chỗ nào . vỡ", "không  có , chỗ nào . vỡ"),
        ("#%#", "##"),
        ("", ""),
    ],
)
def test_nothing_is_stranded_beside_a_seam_and_nothing_else_is_touched(drawn: str, left: str) -> None:
    assert text(drawn) == left


def test_neighbouring_words_become_one_phrase() -> None:
    assert mended(items("a")) == (Phrase("a"),)
    assert mended([Phrase("a"), Phrase(" b"), Seam(), Phrase(" c"), FIVE, Phrase("d")]) == (
        Phrase("a b c"),
        FIVE,
        Phrase("d"),
    )


PARTS = [
    " làm {z} cầu",
    "[, hiến {z} m2]",
    "[ và {b} buổi]",
    ", [trồng {z} cây | góp {b} buổi]",
    " ([mỗi đơn vị: {ten} {a}[, {b}]])",
    "[ ({z} lượt)]",
    '[: [mỗi đơn vị (nối ", "): {z}]]',
    "; còn [{z}]",
]


@given(
    st.lists(st.sampled_from(PARTS[1:]), max_size=6),
    st.lists(st.sampled_from(["0", "7", "x", ""]), min_size=6, max_size=6),
)
def test_no_sentence_is_left_with_doubled_spaces_or_stranded_punctuation(parts: list[str], cells: list[str]) -> None:
    figures = f"""
        | code | label | measure | Một | Hai |
        | a    | A     | ngày    | {cells[0]} | {cells[1]} |
        | b    | B     | buổi    | {cells[2]} | {cells[3]} |
        | z    | Z     | cầu     | {cells[4]} | {cells[5]} |
    """

    (paragraph,) = shown(drafted(figures, "Đã làm" + "".join(parts) + "."))

    assert not re.search(r"\s\s|\s[.,;:)]|\(\s|\(\)|[,;:][,;:.]", paragraph), paragraph
