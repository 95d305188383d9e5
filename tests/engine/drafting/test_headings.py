"""Headings of the report. This module holds the tests of which are printed."""

import pytest

from ccbdesk.engine.drafting.headings import without_empty_headings
from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Chart, Paragraph, Phrase, Table

STYLES = {
    "1": Style.HEADING_1,
    "2": Style.HEADING_2,
    "3": Style.HEADING_3,
    "b": Style.BODY,
    "i": Style.ITEM,
    "s": Style.SIGNER,
    "t": Style.TITLE,
}
OTHERS: dict[str, Block] = {"T": Table((), ()), "C": Chart("Biểu đồ", "", (), "")}


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        ("", ""),
        ("1", ""),
        ("1b", "1b"),
        ("1i", "1i"),
        ("1s", "s"),
        ("t1s", "ts"),
        ("11b", "1b"),
        ("12b", "12b"),
        ("123b", "123b"),
        ("13b", "13b"),
        ("12", ""),
        ("1b2", "1b"),
        ("1b2s", "1bs"),
        ("12b2", "12b"),
        ("122b", "12b"),
        ("12b1", "12b"),
        ("1231b", "1b"),
        ("132b", "12b"),
        ("12b3s1b", "12bs1b"),
        ("b1", "b"),
        ("12T1", "12T"),
        ("1C2", "1C"),
    ],
)
def test_a_heading_is_printed_if_text_stands_beneath_before_the_next_of_its_rank(drawn: str, left: str) -> None:
    blocks: dict[str, Block] = {sign: Paragraph(style, (Phrase(sign),)) for sign, style in STYLES.items()} | OTHERS

    kept = without_empty_headings([blocks[sign] for sign in drawn])

    assert kept == tuple(blocks[sign] for sign in left)
