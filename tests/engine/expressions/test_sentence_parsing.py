"""The parser of sentences. This module holds the tests of what it reads, what it refuses and how it says so."""

import pytest
from expression_drawing import KNOWN, tree
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import Problem
from ccbdesk.engine.expressions.sentences import Faulty, Parsed, parse_sentence
from ccbdesk.engine.expressions.tags import LONGEST_TAG, tag_of
from ccbdesk.model.expression import Reference
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.sentence import Bracket, Builtin, EachUnit, Name, Piece, Slot, Way, Words
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS

A, B = Slot(Reference(IndicatorCode("a"))), Slot(Reference(IndicatorCode("b")))
TEN = Name(Builtin.UNIT_SHORT_NAME)


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a sentence that is right."""
    parsed = parse_sentence(text, KNOWN)
    assert isinstance(parsed, Parsed), parsed
    return parsed.pieces


def problems(text: str) -> tuple[Problem, ...]:
    """Return the mistakes of a sentence that is wrong."""
    parsed = parse_sentence(text, KNOWN)
    assert isinstance(parsed, Faulty), parsed
    return parsed.problems


def test_words_alone_are_a_sentence() -> None:
    assert pieces("Đã làm xong,  (100%).") == (Words("Đã làm xong,  (100%)."),)
    assert pieces("") == ()


def test_doubled_signs_are_printed_once() -> None:
    assert pieces("{{a}} [[b]] c||d") == (Words("{a} [b] c|d"),)
    assert pieces("{{{a}}}") == (Words("{"), A, Words("}"))


def test_a_slot_holds_an_expression_its_ways_and_whether_zero_is_kept() -> None:
    assert pieces("Có { a + b } lớp") == (Words("Có "), Slot(tree("a+b")), Words(" lớp"))
    assert pieces("{a!}{“Số B”@u1}") == (Slot(A.expression, keeps_zero=True), Slot(tree("b@u1")))
    assert pieces("{a|tron:1000| tien : ty , 1}") == (
        Slot(A.expression, (Way("tron", ("1000",)), Way("tien", ("ty", "1")))),
    )
    assert pieces("{a!|so}") == (Slot(A.expression, (Way("so"),), keeps_zero=True),)


def test_ways_may_be_written_with_vietnamese_letters() -> None:
    assert pieces("{a|Tiền:tỷ,1|số_liền}") == (Slot(A.expression, (Way("tien", ("ty", "1")), Way("so_lien"))),)


def test_built_in_names_are_read() -> None:
    assert pieces("{ky}, { Ten_Cum }: {so_don_vi}") == (
        Name(Builtin.PERIOD),
        Words(", "),
        Name(Builtin.CLUSTER_NAME),
        Words(": "),
        Name(Builtin.UNIT_COUNT),
    )


def test_brackets_hold_options_and_may_stand_in_each_other() -> None:
    assert pieces("[, {a} m2]") == (Bracket(((Words(", "), A, Words(" m2")),)),)
    assert pieces("[{a}|{b}]") == (Bracket(((A,), (B,))),)
    assert pieces("[{a}[ và {b}]]") == (Bracket(((A, Bracket(((Words(" và "), B),))),)),)


def test_a_bracket_printed_within_a_bracket_is_doubled() -> None:
    assert pieces("[{a} [[x]] y]") == (Bracket(((A, Words(" [x] y")),)),)


@pytest.mark.parametrize(
    "header",
    ["mỗi đơn vị:", " Mỗi  đơn vị : ", "MỖI ĐƠN VỊ:\n", 'mỗi đơn vị (nối "; "):', "mỗi đơn vị ( nối “; ” ) : "],
)
def test_a_loop_is_told_by_its_first_words(header: str) -> None:
    assert pieces(f"([{header}{{ten}} {{a}} lần ])") == (
        Words("("),
        EachUnit((TEN, Words(" "), A, Words(" lần")), "; "),
        Words(")"),
    )


def test_a_loop_may_say_how_its_parts_are_joined() -> None:
    assert pieces('[mỗi đơn vị (nối ", "): {ten}: {a}]') == (EachUnit((TEN, Words(": "), A), ", "),)


def test_a_loop_may_hold_brackets_and_stand_in_one() -> None:
    assert pieces("[, gồm [mỗi đơn vị: {a}[ và {b}]]]") == (
        Bracket(((Words(", gồm "), EachUnit((A, Bracket(((Words(" và "), B),))))),)),
    )


def test_text_that_only_begins_like_a_loop_is_text() -> None:
    assert pieces("[mỗi đơn vị {a} lần]") == (Bracket(((Words("mỗi đơn vị "), A, Words(" lần")),)),)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("Có a} lớp", Problem(Wrong.SYNTAX, 5, "}", expected=("{",))),
        ("Có {a lớp", Problem(Wrong.SYNTAX, 4, "{", expected=("}",))),
        ("Có {a lớp và {b}", Problem(Wrong.SYNTAX, 7, "lớp", expected=("}",))),
        ("Có {“a} lớp", Problem(Wrong.SYNTAX, 5, "“", expected=("”",))),
        ("Có {“a} lớp”", Problem(Wrong.SYNTAX, 5, "“", expected=("”",))),
        ("Có {", Problem(Wrong.SYNTAX, 4, "{", expected=("}",))),
        ("Có {}", Problem(Wrong.SYNTAX, 5, "}")),
        ("Có {a!!}", Problem(Wrong.SYNTAX, 7, "!", expected=("}",))),
        ("{ky|so}", Problem(Wrong.SYNTAX, 4, "|", expected=("}",))),
        ("Có [, {a}", Problem(Wrong.SYNTAX, 4, "[", expected=("]",))),
        ("Có {a}]", Problem(Wrong.SYNTAX, 7, "]", expected=("[",))),
        ("{a} | {b}", Problem(Wrong.SYNTAX, 5, "|", expected=("||",))),
        ("[mỗi đơn vị: {a} | {b}]", Problem(Wrong.SYNTAX, 18, "|", expected=("||",))),
        ("[mỗi đơn vị: {a}", Problem(Wrong.SYNTAX, 1, "[", expected=("]",))),
        ("x [abc] y", Problem(Wrong.SYNTAX, 3, "[abc]", expected=("{",))),
        ("x [{ky}]", Problem(Wrong.SYNTAX, 3, "[{ky}]", expected=("{",))),
        ("[{a}|b]", Problem(Wrong.SYNTAX, 1, "[{a}|b]", expected=("{",))),
        ("[mỗi đơn vị: {ten}]", Problem(Wrong.SYNTAX, 1, "[mỗi đơn vị: {ten}]", expected=("{",))),
        ("[mỗi đơn vị (;): {a}]", Problem(Wrong.SYNTAX, 13, "(;): {a}]", expected=('(nối "; "):',))),
        ('[mỗi đơn vị (cách "; "): {a}]', Problem(Wrong.SYNTAX, 13, '(cách "; "): {a}]', expected=('(nối "; "):',))),
        ("Hội {ten}", Problem(Wrong.NOT_ALLOWED_HERE, 5, "{ten}")),
        ("Hội {Ten_day_du}", Problem(Wrong.NOT_ALLOWED_HERE, 5, "{Ten_day_du}")),
        ("{tenn}", Problem(Wrong.NAME_UNKNOWN, 2, "tenn", "ten")),
        ("{ngay_con}", Problem(Wrong.NAME_UNKNOWN, 2, "ngay_con", "ngay_cong")),
        ("{a|soo}", Problem(Wrong.NAME_UNKNOWN, 4, "soo", "so", KNOWN_WAYS)),
        ("{a|so:x}", Problem(Wrong.VALUE_UNKNOWN, 4, "x")),
        ("{a|tron}", Problem(Wrong.VALUE_UNKNOWN, 4, "tron")),
        ("{a|}", Problem(Wrong.SYNTAX, 4, "", expected=KNOWN_WAYS)),
        ("{1.000}", Problem(Wrong.NUMBER_MALFORMED, 2, "1.000", expected=("1000", "1,0000"))),
    ],
)
def test_a_mistake_is_named_where_it_stands(typed: str, problem: Problem) -> None:
    assert problems(typed) == (problem,)


def test_a_loop_within_a_loop_is_not_allowed() -> None:
    found = problems("[mỗi đơn vị: {a} [mỗi đơn vị: {b}]]")

    assert found == (Problem(Wrong.NOT_ALLOWED_HERE, 18, "[mỗi đơn vị:"),)


def test_all_mistakes_but_those_behind_a_fault_of_grammar_are_listed() -> None:
    found = problems("{zz} [abc] {a|soo} {ten} {a@u9} {a {zzz}")

    assert [(problem.wrong, problem.position) for problem in found] == [
        (Wrong.NAME_UNKNOWN, 2),
        (Wrong.SYNTAX, 6),
        (Wrong.NAME_UNKNOWN, 15),
        (Wrong.NOT_ALLOWED_HERE, 20),
        (Wrong.NAME_UNKNOWN, 29),
        (Wrong.SYNTAX, 36),
    ]


def test_an_expression_of_more_than_a_thousand_characters_is_refused_in_a_sentence_too() -> None:
    assert problems("Có {a+" + " " * 1000 + "b}") == (Problem(Wrong.TOO_LONG, 1005, "b", expected=("1000",)),)


def test_the_sentence_itself_may_be_longer_than_an_expression() -> None:
    assert pieces("chữ " * 5000) == (Words("chữ " * 5000),)


def test_brackets_stand_fifty_deep_in_each_other_and_no_deeper() -> None:
    assert pieces("[{a} " * 50 + "]" * 50)
    assert problems("[{a} " * 51 + "]" * 51) == (Problem(Wrong.TOO_DEEP, 251, "[", expected=("50",)),)


WIDE = Known({IndicatorCode("c" * 24): "Dài", IndicatorCode("d" * 14): "Vừa"}, frozenset({UnitId("u" * 12)}))


@pytest.mark.parametrize(
    ("typed", "is_too_long"),
    [
        ("{" + "c" * 24 + "}", False),
        ("{" + "c" * 24 + "@" + "u" * 12 + "}", False),
        ("{" + "c" * 24 + "@" + "u" * 12 + "|so}", True),
        ("{" + "c" * 24 + "|tien:trieu,1}", False),
        ("{" + "c" * 24 + "+" + "d" * 14 + "}", False),
        ("{" + "c" * 24 + "+" + "d" * 14 + "+1}", True),
        ("[mỗi đơn vị: {" + "c" * 24 + "}]", False),
        ("[mỗi đơn vị: {" + "c" * 24 + "|so}]", True),
        ("[mỗi đơn vị: {" + "d" * 14 + "|tien:ty,1}]", False),
    ],
)
def test_a_slot_whose_tag_may_outgrow_word_is_refused(typed: str, is_too_long: bool) -> None:  # noqa: FBT001 - the answer expected is a truth value
    parsed = parse_sentence(typed, WIDE)

    if is_too_long:
        assert isinstance(parsed, Faulty)
        assert [(problem.wrong, problem.expected) for problem in parsed.problems] == [(Wrong.TAG_TOO_LONG, ("64",))]
    else:
        assert isinstance(parsed, Parsed)


def test_the_longest_slot_allowed_fills_a_tag_to_the_last_character() -> None:
    (slot,) = pieces_of_wide("{" + "c" * 24 + "+" + "d" * 14 + "}")

    tag = tag_of(PeriodCode("2024-12345"), slot.expression, slot.ways, "1")

    assert len(tag.replace("ccb:", "ccb-giu:")) == LONGEST_TAG


def pieces_of_wide(text: str) -> tuple[Slot, ...]:
    """Return the slots of a sentence with long names."""
    parsed = parse_sentence(text, WIDE)
    assert isinstance(parsed, Parsed)
    return tuple(piece for piece in parsed.pieces if isinstance(piece, Slot))


SCRAPS = [
    *'ab 1,;:.!"“”()@~+<é\n\0',
    *[
        "{",
        "}",
        "[",
        "]",
        "|",
        "{a}",
        "{ten}",
        "{ky}",
        "[{a}",
        "[mỗi đơn vị:",
        '[mỗi đơn vị (nối "',
        "|so:1",
        "|tien:ty",
    ],
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(SCRAPS)).map("".join)))
def test_no_text_whatever_makes_the_parser_fail(text: str) -> None:
    match parse_sentence(text, KNOWN):
        case Faulty(found):
            assert found
            assert all(1 <= problem.position <= len(text) + 1 for problem in found)
        case Parsed(found):
            assert all(isinstance(piece, Piece) for piece in found)


@given(st.text(st.characters(exclude_characters="{}[]|\0")))
def test_text_without_signs_is_printed_as_it_stands(text: str) -> None:
    assert pieces(text) == ((Words(text),) if text else ())
