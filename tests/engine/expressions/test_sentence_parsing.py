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
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.sentence import (
    Bracket,
    Builtin,
    Case,
    Choice,
    EachRow,
    EachUnit,
    Name,
    Piece,
    RowSlot,
    Slot,
    Way,
    Words,
)
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS

A, B = Slot(Reference(IndicatorCode("a"))), Slot(Reference(IndicatorCode("b")))
TEN = Name(Builtin.UNIT_SHORT_NAME)


SETTINGS = ("đầu", "nối", "cuối", "loại", "khi")
VIEC, TIEN = RowSlot(ColumnCode("viec")), RowSlot(ColumnCode("tien"))
DS = SheetCode("DS")
NUMBER_WAYS = ("so", "hai_chu_so", "bang_chu")
PART_NAMES = ("nếu", "không thì:", "chưa có số:")
KINDS = ("xã", "thị trấn")


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


@pytest.mark.parametrize(
    ("settings", "loop"),
    [
        ("đầu 3", EachUnit((A,), first=3)),
        ("Đầu 3 theo b", EachUnit((A,), first=3, ranking=B.expression)),
        ("đầu 10 theo (a + b)/2", EachUnit((A,), first=10, ranking=tree("(a+b)/2"))),
        ('đầu 3 theo a; nối ", "; cuối " và "', EachUnit((A,), ", ", " và ", 3, A.expression)),
        ('cuối " và "; nối “ ; ”;dau 1 theo “Số B”@u1', EachUnit((A,), " ; ", " và ", 1, tree("b@u1"))),
        ('nối ""', EachUnit((A,), "")),
        ('loại "xã"', EachUnit((A,), kinds=("xã",))),
        ('Loại "THỊ TRẤN;xã"', EachUnit((A,), kinds=("thị trấn", "xã"))),
        ("khi a > 0", EachUnit((A,), condition=tree("a > 0"))),
        ('khi MAX(a; b) > 0; nối ", "', EachUnit((A,), ", ", condition=tree("MAX(a;b) > 0"))),
    ],
)
def test_a_loop_over_units_may_say_how_many_by_what_and_how_they_are_joined(settings: str, loop: EachUnit) -> None:
    assert pieces(f"[mỗi đơn vị ({settings}): {{a}}]") == (loop,)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("[nếu a > b: x]", Choice((Case(tree("a>b"), (Words("x"),)),))),
        (
            "[ Nếu (a > b) : {a} x |neu a=b:y]",
            Choice((Case(tree("a>b"), (A, Words(" x"))), Case(tree("a=b"), (Words("y"),)))),
        ),
        (
            "[nếu a: x|Không thì: y | chưa có số: z]",
            Choice((Case(tree("a"), (Words("x"),)),), (Words("y"),), (Words("z"),)),
        ),
        ("[nếu a: x|chưa có số: z]", Choice((Case(tree("a"), (Words("x"),)),), (), (Words("z"),))),
        ("[nếu a: |không thì: [, {b}]]", Choice((Case(tree("a"), ()),), (Bracket(((Words(", "), B),)),))),
    ],
)
def test_a_choice_is_told_by_its_first_word(typed: str, choice: Choice) -> None:
    assert pieces(typed) == (choice,)


def test_the_number_of_a_turn_may_be_written_in_ways_of_numbers() -> None:
    assert pieces("[mỗi dòng ds: {tt|bang_chu:hoa} {viec}]") == (
        EachRow(DS, (Name(Builtin.NUMBER, (Way("bang_chu", ("hoa",)),)), Words(" "), VIEC)),
    )
    assert pieces("[mỗi đơn vị: {TT}. {a}]") == (EachUnit((Name(Builtin.NUMBER), Words(". "), A)),)


def test_a_word_that_only_begins_like_a_condition_is_none() -> None:
    assert pieces("[nếu, {a}]") == (Bracket(((Words("nếu, "), A),)),)
    assert pieces("[nếuu {a}]") == (Bracket(((Words("nếuu "), A),)),)


def test_optional_parts_may_say_how_they_are_joined() -> None:
    assert pieces("[mỗi phần: {a}|{b}]") == (Bracket(((A,), (B,))),)
    assert pieces('[Mỗi phần (nối "; "; cuối " và "): {a} x|{b}]') == (Bracket(((A, Words(" x")), (B,)), "; ", " và "),)


def test_a_loop_that_chooses_its_units_need_not_name_a_figure() -> None:
    assert pieces('[mỗi đơn vị (loại "xã"): {ten}]') == (EachUnit((TEN,), kinds=("xã",)),)
    assert pieces("[mỗi đơn vị (khi a): {ten}]") == (EachUnit((TEN,), condition=A.expression),)


@pytest.mark.parametrize(
    ("typed", "loop"),
    [
        ("[mỗi dòng ds: {viec}]", EachRow(DS, (VIEC,))),
        ("[Mỗi  dòng DS :  {Viec}]", EachRow(DS, (VIEC,))),
        ("[mỗi dòng hop-1.2: {ngay}]", EachRow(SheetCode("hop-1.2"), (RowSlot(ColumnCode("ngay")),))),
        ("[mỗi dòng ds: {viec}{tien}]", EachRow(DS, (VIEC, TIEN))),
        ("[mỗi dòng ds: {“Tên việc”}]", EachRow(DS, (VIEC,))),
        ("[mỗi dòng ds: {ten}: {viec}]", EachRow(DS, (TEN, Words(": "), VIEC))),
        ("[mỗi dòng ds: {viec} {a}]", EachRow(DS, (VIEC, Words(" "), A))),
        (
            "[mỗi dòng ds: {viec}[, {tien|tien:ty,1}]]",
            EachRow(DS, (VIEC, Bracket(((Words(", "), RowSlot(ColumnCode("tien"), (Way("tien", ("ty", "1")),))),)))),
        ),
        ('[mỗi dòng ds (cuối " và "; đầu 5; nối ", "): {viec}]', EachRow(DS, (VIEC,), ", ", " và ", 5)),
    ],
)
def test_a_loop_over_rows_names_the_columns_of_its_list(typed: str, loop: EachRow) -> None:
    assert pieces(typed) == (loop,)


def test_the_rows_of_a_list_may_stand_in_a_loop_over_units_and_in_a_bracket() -> None:
    assert pieces("[mỗi đơn vị: {ten}: [mỗi dòng ds: {viec}]]") == (EachUnit((TEN, Words(": "), EachRow(DS, (VIEC,)))),)
    assert pieces("[, gồm [mỗi dòng ds: {viec}]]") == (Bracket(((Words(", gồm "), EachRow(DS, (VIEC,))),)),)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("[mỗi đơn vị (đầu 0): {a}]", Problem(Wrong.NUMBER_MALFORMED, 18, "0", expected=("1", "2", "3"))),
        ("[mỗi đơn vị (đầu 1,5): {a}]", Problem(Wrong.NUMBER_MALFORMED, 18, "1,5", expected=("1", "2", "3"))),
        ("[mỗi đơn vị (đầu ba): {a}]", Problem(Wrong.SYNTAX, 18, "ba", expected=("1", "2", "3"))),
        ("[mỗi đơn vị (đầu 3 theo ngay_con): {a}]", Problem(Wrong.NAME_UNKNOWN, 25, "ngay_con", "ngay_cong")),
        ("[mỗi đơn vị (đầu 3 theo a+): {a}]", Problem(Wrong.SYNTAX, 27, ")")),
        ("[mỗi đơn vị (đầu 3 theo a b): {a}]", Problem(Wrong.SYNTAX, 27, "b", expected=(";", ")"))),
        ("[mỗi đơn vị (theo a): {a}]", Problem(Wrong.VALUE_UNKNOWN, 14, "theo", expected=SETTINGS)),
        ("[mỗi đơn vị (cuoo ' và '): {a}]", Problem(Wrong.VALUE_UNKNOWN, 14, "cuoo", "cuối", SETTINGS)),
        ("[mỗi đơn vị (nối ;): {a}]", Problem(Wrong.SYNTAX, 18, ";", expected=('"; "',))),
        ('[mỗi đơn vị (nối "; ): {a}]', Problem(Wrong.SYNTAX, 18, '"', expected=("”",))),
        ("[mỗi đơn vị (đầu 1; đầu 2): {a}]", Problem(Wrong.NAME_TWICE, 21, "đầu")),
        ("[mỗi đơn vị (đầu 1, 2): {a}]", Problem(Wrong.SYNTAX, 19, ",", expected=(";", ")"))),
        ("[mỗi đơn vị (đầu 1) {a}]", Problem(Wrong.SYNTAX, 21, "{", expected=(":",))),
        ("[mỗi đơn vị (đầu 1", Problem(Wrong.SYNTAX, 19, "", expected=(";", ")"))),
        ("[mỗi dòng dss: {viec}]", Problem(Wrong.NAME_UNKNOWN, 11, "dss", "DS", ("DS", "hop-1.2"))),
        ("[mỗi dòng: {viec}]", Problem(Wrong.SYNTAX, 10, ":", expected=("DS", "hop-1.2"))),
        ("[mỗi dòng ds: {viecc}]", Problem(Wrong.NAME_UNKNOWN, 16, "viecc", "viec")),
        ("[mỗi dòng ds: {viec!}]", Problem(Wrong.SYNTAX, 20, "!", expected=("}",))),
        ("[mỗi dòng ds: {viec + 1}]", Problem(Wrong.NAME_UNKNOWN, 16, "viec")),
        ("[mỗi dòng ds: {ten}]", Problem(Wrong.SYNTAX, 1, "[mỗi dòng ds: {ten}]", expected=("{",))),
        ("[mỗi dòng ds (đầu 3 theo a): {viec}]", Problem(Wrong.NOT_ALLOWED_HERE, 21, "theo")),
        ('[mỗi dòng ds (loại "xã"): {viec}]', Problem(Wrong.NOT_ALLOWED_HERE, 15, "loại")),
        ("[mỗi dòng ds (khi a > 0): {viec}]", Problem(Wrong.NOT_ALLOWED_HERE, 15, "khi")),
        ("[mỗi đơn vị (loại xã): {ten}]", Problem(Wrong.SYNTAX, 19, "xã", expected=('"xã"',))),
        ('[mỗi đơn vị (loại ";"): {ten}]', Problem(Wrong.SYNTAX, 19, ";", expected=KINDS)),
        ('[mỗi đơn vị (loại "thị tấn"): {ten}]', Problem(Wrong.VALUE_UNKNOWN, 19, "thị tấn", "thị trấn", KINDS)),
        ("[mỗi đơn vị (khi a >): {ten}]", Problem(Wrong.SYNTAX, 21, ")")),
        ("[mỗi dòng ds: {viec} [mỗi dòng DS: {tien}]]", Problem(Wrong.NOT_ALLOWED_HERE, 22, "[mỗi dòng DS:")),
        ("[mỗi dòng ds: {viec} [mỗi đơn vị: {a}]]", Problem(Wrong.NOT_ALLOWED_HERE, 22, "[mỗi đơn vị:")),
        ("[mỗi dòng ds: {viec}", Problem(Wrong.SYNTAX, 1, "[", expected=("]",))),
        ("[mỗi phần (đầu 2): {a}|{b}]", Problem(Wrong.NOT_ALLOWED_HERE, 12, "đầu")),
        ("[mỗi phần: {a}|b]", Problem(Wrong.SYNTAX, 1, "[mỗi phần: {a}|b]", expected=("{",))),
        ("[nếu a > : x]", Problem(Wrong.SYNTAX, 10, ":")),
        ("[nếu a x]", Problem(Wrong.SYNTAX, 8, "x", expected=(":",))),
        ("[nếu aa: x]", Problem(Wrong.NAME_UNKNOWN, 6, "aa", "a")),
        ("[nếu a: x | khác: y]", Problem(Wrong.SYNTAX, 13, "khác", expected=PART_NAMES)),
        ("[nếu a: x | y]", Problem(Wrong.SYNTAX, 13, "y", expected=PART_NAMES)),
        ("[nếu a: x | không thì: y | nếu b: z]", Problem(Wrong.NOT_ALLOWED_HERE, 28, "nếu")),
        ("[nếu a: x | không thì: y | không thì: z]", Problem(Wrong.NAME_TWICE, 28, "không thì")),
        ("[nếu a: x", Problem(Wrong.SYNTAX, 1, "[", expected=("]",))),
        ("Mục {tt}", Problem(Wrong.NOT_ALLOWED_HERE, 5, "{tt}")),
        ("[mỗi dòng ds: {tt|tien} {viec}]", Problem(Wrong.NOT_ALLOWED_HERE, 19, "tien", expected=NUMBER_WAYS)),
        ("Việc {viec}", Problem(Wrong.NAME_UNKNOWN, 7, "viec")),
    ],
)
def test_a_mistake_in_a_loop_is_named_where_it_stands(typed: str, problem: Problem) -> None:
    assert problems(typed) == (problem,)


def test_a_row_whose_tag_may_outgrow_word_is_refused() -> None:
    wide = Known({}, frozenset({UnitId("u" * 12)}), {SheetCode("d" * 6): {ColumnCode("c" * 12): "Dài"}})

    assert isinstance(parse_sentence(f"[mỗi dòng {'d' * 6}: {{{'c' * 12}}}]", wide), Parsed)
    refused = parse_sentence(f"[mỗi dòng {'d' * 6}: {{{'c' * 12}|so}}]", wide)
    assert isinstance(refused, Faulty)
    assert [problem.wrong for problem in refused.problems] == [Wrong.TAG_TOO_LONG]


def test_what_outgrows_word_is_told_by_the_longest_unit_of_the_form() -> None:
    short, long = UnitId("u" * 7), UnitId("u" * 8)
    typed = "[mỗi đơn vị: {" + "c" * 21 + "|hai_chu_so}]"

    def problem_with(*units: UnitId) -> list[Wrong]:
        parsed = parse_sentence(typed, Known({IndicatorCode("c" * 21): "Dài"}, frozenset(units)))
        return [problem.wrong for problem in parsed.problems] if isinstance(parsed, Faulty) else []

    assert (problem_with(UnitId("u" * 6)), problem_with(short)) == ([], [Wrong.TAG_TOO_LONG])
    assert problem_with(UnitId("u" * 6), long) == problem_with() == [Wrong.TAG_TOO_LONG]


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
        ("[mỗi đơn vị (;): {a}]", Problem(Wrong.SYNTAX, 14, ";", expected=SETTINGS)),
        ('[mỗi đơn vị (cách "; "): {a}]', Problem(Wrong.VALUE_UNKNOWN, 14, "cách", expected=SETTINGS)),
        ("Hội {ten}", Problem(Wrong.NOT_ALLOWED_HERE, 5, "{ten}")),
        ("Hội {Ten_day_du}", Problem(Wrong.NOT_ALLOWED_HERE, 5, "{Ten_day_du}")),
        ("{tenn}", Problem(Wrong.NAME_UNKNOWN, 2, "tenn", "ten")),
        ("{ngay_con}", Problem(Wrong.NAME_UNKNOWN, 2, "ngay_con", "ngay_cong")),
        ("{a|soo}", Problem(Wrong.NAME_UNKNOWN, 4, "soo", "so", (*KNOWN_WAYS, "so_sanh"))),
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
        "[mỗi dòng ds:",
        "[mỗi dòng ds (đầu 2; ",
        "{viec}",
        " theo ",
        "(",
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
