"""Headings of the report. This module holds the tests of which are printed."""

import re
from collections.abc import Iterable

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


def said(blocks: Iterable[Block]) -> list[str]:
    """Return what paragraphs say."""
    return [
        run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs if isinstance(run, Phrase)
    ]


@pytest.mark.parametrize(
    ("drafted", "printed"),
    [
        ("I. A | chữ | II. B | III. C | chữ", "I. A | chữ | II. C | chữ"),
        ("I. A | 1. a | 2. b | chữ | 3. c | 4. d | chữ", "I. A | 1. b | chữ | 2. d | chữ"),
        (
            "I. A | 1. a | 2. b | chữ | II. B | 1. a | chữ | 2. b | chữ",
            "I. A | 1. b | chữ | II. B | 1. a | chữ | 2. b | chữ",
        ),
        ("I. A | 1. a | II. B | 1. a | chữ", "I. B | 1. a | chữ"),
        ("1. a | a) x | b) y | c) z | d) t | chữ", "1. a | a) t | chữ"),
        ("1. a | a) x | chữ | d) y | đ) z | chữ | e) t | chữ", "1. a | a) x | chữ | d) z | chữ | đ) t | chữ"),
        ("I. A | chữ | Không số | III. C | chữ", "I. A | chữ | III. C | chữ"),
        ("IX. A | X. B | chữ | XI. C | chữ", "IX. B | chữ | X. C | chữ"),
        ("I. A | II. | Vì sao | chữ", "Vì sao | chữ"),
        ("2. Bắt đầu từ hai | chữ | 4. Nhảy số | chữ", "2. Bắt đầu từ hai | chữ | 4. Nhảy số | chữ"),
    ],
)
def test_the_numbers_of_headings_close_up_behind_those_left_out(drafted: str, printed: str) -> None:
    kept = without_empty_headings([paragraph(text) for text in drafted.split(" | ")])

    assert said(kept) == printed.split(" | ")


def paragraph(text: str) -> Paragraph:
    """Return a heading, by how it is numbered, or plain text."""
    styles = {r"[IVX]+\.": Style.HEADING_1, r"\d+\.": Style.HEADING_2, r"[a-zđ]\)": Style.HEADING_3, "chữ": Style.BODY}
    style = next((style for sign, style in styles.items() if re.match(sign, text)), Style.HEADING_1)
    return Paragraph(style, (Phrase(text),))
