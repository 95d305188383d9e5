"""The parser of expressions. This module holds the tests of what it reads, what it refuses and how it says so."""

import copy
import pickle

import pytest
from expression_drawing import KNOWN, expressions, rows
from hypothesis import given
from hypothesis import strategies as st

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import Problem, parse
from ccbdesk.engine.expressions.reading import canonical
from ccbdesk.model.expression import Expression, RowReference
from ccbdesk.model.mistake import Wrong
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId


def read(text: str) -> str:
    """Return the canonical spelling of an expression that is right."""
    parsed = parse(text, KNOWN)
    assert not isinstance(parsed, tuple), parsed
    return canonical(parsed)


def problems(text: str) -> tuple[Problem, ...]:
    """Return the mistakes of an expression that is wrong."""
    parsed = parse(text, KNOWN)
    assert isinstance(parsed, tuple), parsed
    return parsed


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("a", "a"),
        (" A ", "a"),
        ("a@u1", "a@u1"),
        ("a@cum", "a@cum"),
        ("a @ U1 ~ Trước", "a@u1~truoc"),
        ("a~ke_hoach", "a~ke_hoach"),
        ("“Ngày công”", "ngay_cong"),
        ('"NGÀY  CÔNG"@u1~cung_ky', "ngay_cong@u1~cung_ky"),
        ("‘ngay cong’", "ngay_cong"),
        ("«Ngày công» + „Ngày công“", "ngay_cong+ngay_cong"),
        ('“Ngày "công"”', "ngay_cong"),
        ('"Ngày công”', "ngay_cong"),
        ("1,5", "1.5"),
        ("1.50", "1.5"),
        ("12345", "12345"),
        ("0,125", "0.125"),
        ("1,1250", "1.1250"),
        ("a + b*2", "a+b*2"),
        ("(a + b)*2", "(a+b)*2"),
        ("a-b-1", "a-b-1"),
        ("a-(b-1)", "a-(b-1)"),
        ("a/(b*2)", "a/(b*2)"),
        ("((a))", "a"),
        ("-a*b", "-a*b"),
        ("-(a+b)", "-(a+b)"),
        ("a--b", "a--b"),
        ("a ≥ b", "a>=b"),
        ("a ≠ b × 2 ÷ 3 − 1", "a<>b*2/3-1"),
        ("(a<b)=1", "(a<b)=1"),
        ("a=(b<1)", "a=(b<1)"),
        ("tổng(a; b ;1)", "TONG(a;b;1)"),
        ("sum(a)", "TONG(a)"),
        ("If(a>0;b;NẾU(b>0;1;2))", "NEU(a>0;b;NEU(b>0;1;2))"),
        ("Làm_Tròn(a/b;2)", "LAM_TRON(a/b;2)"),
        ("and(a;not(b))", "VA(a;KHONG(b))"),
        ("\ufeffa\u200b +\u00a0b", "a+b"),
    ],
)
def test_an_expression_is_read_as_it_is_meant(typed: str, understood: str) -> None:
    assert read(typed) == understood


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem(Wrong.SYNTAX, 1, "")),
        ("a +", Problem(Wrong.SYNTAX, 4, "")),
        ("a b", Problem(Wrong.SYNTAX, 3, "b")),
        ("+a", Problem(Wrong.SYNTAX, 1, "+")),
        ("a < b < 1", Problem(Wrong.SYNTAX, 7, "<")),
        ("(a", Problem(Wrong.SYNTAX, 1, "(", expected=(")",))),
        ("(a b", Problem(Wrong.SYNTAX, 4, "b", expected=(")",))),
        ("a)", Problem(Wrong.SYNTAX, 2, ")")),
        ("“Ngày", Problem(Wrong.SYNTAX, 1, "“", expected=("”",))),
        ("a@", Problem(Wrong.SYNTAX, 3, "")),
        ("a~+", Problem(Wrong.SYNTAX, 3, "+", expected=("truoc", "cung_ky", "dau_nam", "ke_hoach"))),
        ("MIN(a)", Problem(Wrong.SYNTAX, 6, ")", expected=(";",))),
        ("MIN(a", Problem(Wrong.SYNTAX, 4, "(", expected=(";",))),
        ("MIN(a,b)", Problem(Wrong.SYNTAX, 6, ",", expected=(";",))),
        ("ABS(a;b)", Problem(Wrong.SYNTAX, 6, ";", expected=(")",))),
        ("TONG(a b)", Problem(Wrong.SYNTAX, 8, "b", expected=(";", ")"))),
        ("TONG()", Problem(Wrong.SYNTAX, 6, ")")),
        ("1.000", Problem(Wrong.NUMBER_MALFORMED, 1, "1.000", expected=("1000", "1,0000"))),
        ("a>12,345", Problem(Wrong.NUMBER_MALFORMED, 3, "12,345", expected=("12345", "12,3450"))),
        ("1.234.567", Problem(Wrong.NUMBER_MALFORMED, 1, "1.234.567", expected=("1234567",))),
        ("1.2.3", Problem(Wrong.NUMBER_MALFORMED, 1, "1.2.3")),
        ("“Trùng tên”", Problem(Wrong.NAME_TWICE, 1, "Trùng tên", expected=("t1", "t2"))),
        ("“Ngày cong nghiệp”", Problem(Wrong.NAME_UNKNOWN, 1, "Ngày cong nghiệp", "Ngày công")),
        ("a@cumm", Problem(Wrong.NAME_UNKNOWN, 3, "cumm", "cum")),
        ("a~truo", Problem(Wrong.NAME_UNKNOWN, 3, "truo", "truoc", ("truoc", "cung_ky", "dau_nam", "ke_hoach"))),
        ("TONH(a)", Problem(Wrong.NAME_UNKNOWN, 1, "TONH", "TONG")),
        ("x" * 60, Problem(Wrong.NAME_UNKNOWN, 1, "x" * 39 + "…")),
    ],
)
def test_a_mistake_is_named_where_it_stands(typed: str, problem: Problem) -> None:
    assert problems(typed) == (problem,)


def test_every_unknown_name_is_listed_once() -> None:
    found = problems("ngay_con + zz@u9 - ngay_con / MAX(qq;a)")

    assert [(problem.position, problem.seen, problem.nearest) for problem in found] == [
        (1, "ngay_con", "ngay_cong"),
        (12, "zz", ""),
        (15, "u9", ""),
        (35, "qq", ""),
    ]


def test_a_fault_of_grammar_ends_the_text_but_hides_no_unknown_name_before_it() -> None:
    found = problems("ngay_con + (a")

    assert [(problem.wrong, problem.position) for problem in found] == [(Wrong.NAME_UNKNOWN, 1), (Wrong.SYNTAX, 12)]


def test_a_thousand_characters_are_read_and_one_more_is_not() -> None:
    text = "a+" * 99 + "a"

    assert read(text.ljust(1000)) == text
    assert problems(text.ljust(1000) + "+b") == (Problem(Wrong.TOO_LONG, 1001, "+b", expected=("1000",)),)


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    assert read("(" * 50 + "a" + ")" * 50) == "a"
    assert problems("(" * 51 + "a" + ")" * 51) == (Problem(Wrong.TOO_DEEP, 51, "(", expected=("50",)),)
    assert problems("-" * 51 + "a") == (Problem(Wrong.TOO_DEEP, 51, "-", expected=("50",)),)
    assert problems("ABS(" * 51 + "a" + ")" * 51) == (Problem(Wrong.TOO_DEEP, 204, "(", expected=("50",)),)


def test_a_hundred_operators_are_read_and_one_more_is_not() -> None:
    assert read("a" + "+b" * 100) == "a" + "+b" * 100
    assert problems("a" + "+b" * 101) == (Problem(Wrong.TOO_DEEP, 202, "+", expected=("100",)),)


def test_the_deepest_tree_can_be_compared_copied_and_sent_to_another_process() -> None:
    deepest = parse("-(" * 25 + "a" + "*2" * 100 + ")" * 25, KNOWN)

    assert pickle.loads(pickle.dumps(deepest)) == copy.deepcopy(deepest)  # noqa: S301 - our own bytes


def test_codes_that_look_like_numbers_or_functions_are_names() -> None:
    known = Known({IndicatorCode("7a"): "Bảy", IndicatorCode("tong"): "Tổng số"}, frozenset({UnitId("34")}))

    parsed = parse("7a@34 + tong", known)

    assert not isinstance(parsed, tuple)
    assert canonical(parsed) == "7a@34+tong"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("DS.3f2a1c.tien@u1", "DS.3f2a1c.tien@u1"), (" ds.12.VIEC@CUM ", "DS.12.viec@cum"), ("hop-1.2.9a.ngay@u2",) * 2],
)
def test_what_a_row_of_a_list_says_is_read_where_it_stands_alone(typed: str, understood: str) -> None:
    assert read(typed) == understood


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("dx.1.tien@u1", Problem(Wrong.NAME_UNKNOWN, 1, "dx", expected=("DS", "hop-1.2"))),
        ("ds.1.tiem@u1", Problem(Wrong.NAME_UNKNOWN, 6, "tiem", "tien")),
        ("ds.1.tien@u3", Problem(Wrong.NAME_UNKNOWN, 11, "u3")),
        ("DS.1.tien", Problem(Wrong.SYNTAX, 3, ".")),
    ],
)
def test_a_row_of_a_list_that_cannot_be_is_not_read(typed: str, problem: Problem) -> None:
    assert problem in problems(typed)


def test_a_row_of_a_list_stands_in_no_calculation() -> None:
    assert problems("ds.1a.tien@u1 + a")[-1] == Problem(Wrong.SYNTAX, 3, ".")


@given(rows())
def test_a_row_of_a_list_parses_to_itself(row: RowReference) -> None:
    written = canonical(row)

    assert written.isascii()
    assert parse(written, KNOWN) == row


SCRAPS = [*"ab u1 @~+-*/<>=();,.“”\"'!|{}[]#₫ệ\n\t\0²٣", "ngay_cong", "MIN(", "NEU(", "~truoc"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(SCRAPS)).map("".join)))
def test_no_text_whatever_makes_the_parser_fail(text: str) -> None:
    parsed = parse(text, KNOWN)

    if isinstance(parsed, tuple):
        assert parsed
        assert all(1 <= problem.position <= len(text) + 1 for problem in parsed)
    else:
        assert parse(canonical(parsed), KNOWN) == parsed


@given(expressions())
def test_the_canonical_spelling_is_ascii_and_parses_to_the_same_tree(drawn: Expression) -> None:
    written = canonical(drawn)

    assert written.isascii()
    assert parse(written, KNOWN) == drawn


@given(expressions())
def test_spaces_anywhere_between_the_signs_change_nothing(drawn: Expression) -> None:
    spaced = "".join(f" {sign}\u00a0" if sign in "+-*/()@~;" else sign for sign in canonical(drawn))

    assert parse(spaced, KNOWN) == drawn
