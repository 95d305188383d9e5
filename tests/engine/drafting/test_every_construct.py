"""Everything a sentence may be made of. This module holds one table: what each construct prints of none, one, two, many.

Of five units as many have figures as the column says, as many rows stand in the lists, and as many of the cluster's own
figures p1 to p5 are not zero. The others are zero, and say so. A ¶ begins a new paragraph."""

from collections.abc import Iterable, Iterator
from typing import get_args

import pytest
from report_drawing import drafted, shown

from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.sentences import Parsed, parse_sentence
from ccbdesk.model.origin import ColumnCode, IndicatorCode, SheetCode
from ccbdesk.model.sentence import Bracket, Choice, EachRow, EachUnit, Piece, parts_of

NAMES = ("Một", "Hai", "Ba", "Bốn", "Năm")
KINDS = ("xã", "xã", "phường", "xã", "phường")
COUNTS = (0, 1, 2, 5)
NOTHING = ""


def figures(count: int) -> str:
    """Return figures of five units of which ``count`` are more than zero, and as many of the cluster's own."""
    given = [str(10 * number) if number <= count else "0" for number in range(1, 6)]
    rows = [
        f"| code | label | measure | {' | '.join(f'{n} ({k})' for n, k in zip(NAMES, KINDS, strict=True))} |",
        f"| a | Ngày công | ngày | {' | '.join(given)} |",
        *(f"| *p{number} | Phần {number} | mục | {amount} |" for number, amount in enumerate(given, start=1)),
    ]
    return "\n".join(rows)


def rows(count: int) -> str:
    """Return a list with one row of each of the first ``count`` units, and the same as a list of the cluster's own."""
    told = [f"Việc {number}" for number in range(1, count + 1)]
    members = [f"| {name} | {words} |" for name, words in zip(NAMES, told, strict=False)]
    own = [f"| Cụm | {words} |" for words in told]
    head = "| Đơn vị | viec: Tên việc |"
    return "\n".join(("ds: Danh sách", head, *members, "*pk: Nhiệm vụ", head, *own))


CONSTRUCTS = [
    ("Có {a} ngày.", NOTHING, "Có 10 ngày.", "Có 30 ngày.", "Có 150 ngày."),
    ("Có {a!} ngày.", "Có 0 ngày.", "Có 10 ngày.", "Có 30 ngày.", "Có 150 ngày."),
    ("Họp[, {a} ngày].", "Họp.", "Họp, 10 ngày.", "Họp, 30 ngày.", "Họp, 150 ngày."),
    (
        "Có [{p1} a | {p2} b | {p3} c | {p4} d | {p5} e].",
        "Có.",
        "Có 10 a.",
        "Có 10 a, 20 b.",
        "Có 10 a, 20 b, 30 c, 40 d, 50 e.",
    ),
    (
        'Có [mỗi phần (nối ", "; cuối " và "): {p1} a | {p2} b | {p3} c | {p4} d | {p5} e].',
        "Có.",
        "Có 10 a.",
        "Có 10 a và 20 b.",
        "Có 10 a, 20 b, 30 c, 40 d và 50 e.",
    ),
    (
        "Họp[mỗi phần: , {p1} a | , {p2} b | , {p3} c | , {p4} d | , {p5} e].",
        "Họp.",
        "Họp, 10 a.",
        "Họp, 10 a, 20 b.",
        "Họp, 10 a, 20 b, 30 c, 40 d, 50 e.",
    ),
    (
        "Nay {a!} ngày[nếu a >= 30: , đạt kế hoạch].",
        "Nay 0 ngày.",
        "Nay 10 ngày.",
        "Nay 30 ngày, đạt kế hoạch.",
        "Nay 150 ngày, đạt kế hoạch.",
    ),
    (
        "Nay [nếu a > 30: tăng | nếu a < 30: giảm | không thì: không đổi], {a!} ngày.",
        "Nay giảm, 0 ngày.",
        "Nay giảm, 10 ngày.",
        "Nay không đổi, 30 ngày.",
        "Nay tăng, 150 ngày.",
    ),
    (
        "Nay[ [nếu a > 30: tăng {a - 30} | không thì: còn {a}]].",
        "Nay.",
        "Nay còn 10.",
        "Nay còn 30.",
        "Nay tăng 120.",
    ),
    (
        "Nơi làm: [mỗi đơn vị: {ten} {a} [nếu a > 20: (khá) | nếu a = 20: (đủ)]].",
        NOTHING,
        "Nơi làm: Một 10.",
        "Nơi làm: Một 10; Hai 20 (đủ).",
        "Nơi làm: Một 10; Hai 20 (đủ); Ba 30 (khá); Bốn 40 (khá); Năm 50 (khá).",
    ),
    (
        "Gồm [mỗi đơn vị: {ten} {a}].",
        NOTHING,
        "Gồm Một 10.",
        "Gồm Một 10; Hai 20.",
        "Gồm Một 10; Hai 20; Ba 30; Bốn 40; Năm 50.",
    ),
    (
        'Gồm [mỗi đơn vị (nối ", "; cuối " và "): {ten} {a}].',
        NOTHING,
        "Gồm Một 10.",
        "Gồm Một 10 và Hai 20.",
        "Gồm Một 10, Hai 20, Ba 30, Bốn 40 và Năm 50.",
    ),
    (
        'Nhất là [mỗi đơn vị (đầu 2 theo a; cuối " và "): {ten}[ ({a})]].',
        NOTHING,
        "Nhất là Một (10).",
        "Nhất là Hai (20) và Một (10).",
        "Nhất là Năm (50) và Bốn (40).",
    ),
    (
        'Xã [mỗi đơn vị (loại "xã"; nối ", "; cuối " và "): {ten} {a}].',
        NOTHING,
        "Xã Một 10.",
        "Xã Một 10 và Hai 20.",
        "Xã Một 10, Hai 20 và Bốn 40.",
    ),
    (
        'Nhờ [mỗi đơn vị (khi a > 0; nối ", "; cuối " và "): {ten}].',
        NOTHING,
        "Nhờ Một.",
        "Nhờ Một và Hai.",
        "Nhờ Một, Hai, Ba, Bốn và Năm.",
    ),
    (
        '[mỗi đơn vị (loại "xã"; khi a; nối ", "; cuối " và "): {ten}]',
        NOTHING,
        "Một",
        "Một và Hai",
        "Một, Hai và Bốn",
    ),
    (
        "Họp[, ngoài ra có [mỗi đơn vị (khi a): {ten}]].",
        "Họp.",
        "Họp, ngoài ra có Một.",
        "Họp, ngoài ra có Một; Hai.",
        "Họp, ngoài ra có Một; Hai; Ba; Bốn; Năm.",
    ),
    (
        "Việc: [mỗi dòng ds: {viec} ({ten})].",
        NOTHING,
        "Việc: Việc 1 (Một).",
        "Việc: Việc 1 (Một); Việc 2 (Hai).",
        "Việc: Việc 1 (Một); Việc 2 (Hai); Việc 3 (Ba); Việc 4 (Bốn); Việc 5 (Năm).",
    ),
    (
        'Việc: [mỗi dòng ds (đầu 3; nối ", "; cuối " và "): {viec}].',
        NOTHING,
        "Việc: Việc 1.",
        "Việc: Việc 1 và Việc 2.",
        "Việc: Việc 1, Việc 2 và Việc 3.",
    ),
    (
        "Việc: [mỗi dòng ds: ({tt}) {viec}].",
        NOTHING,
        "Việc: (1) Việc 1.",
        "Việc: (1) Việc 1; (2) Việc 2.",
        "Việc: (1) Việc 1; (2) Việc 2; (3) Việc 3; (4) Việc 4; (5) Việc 5.",
    ),
    (
        "[mỗi dòng ds: {tt|bang_chu:hoa} là, {viec}].",
        NOTHING,
        "Một là, Việc 1.",
        "Một là, Việc 1;¶Hai là, Việc 2.",
        "Một là, Việc 1;¶Hai là, Việc 2;¶Ba là, Việc 3;¶Bốn là, Việc 4;¶Năm là, Việc 5.",
    ),
    (
        "[mỗi đơn vị (đầu 3 theo a): {tt}. {ten}: {a}]",
        NOTHING,
        "1. Một: 10",
        "1. Hai: 20;¶2. Một: 10",
        "1. Năm: 50;¶2. Bốn: 40;¶3. Ba: 30",
    ),
    (
        "Đề ra {pk!} việc[: [mỗi dòng pk (đầu 2): {viec}]].",
        "Đề ra 0 việc.",
        "Đề ra 1 việc: Việc 1.",
        "Đề ra 2 việc: Việc 1; Việc 2.",
        "Đề ra 5 việc: Việc 1; Việc 2.",
    ),
    (
        "Có {p1!|bang_chu} mục, {a!} ngày {ten_cum}.",
        "Có 0 mục, 0 ngày Cụm thi đua số 1.",
        "Có mười mục, 10 ngày Cụm thi đua số 1.",
        "Có mười mục, 30 ngày Cụm thi đua số 1.",
        "Có mười mục, 150 ngày Cụm thi đua số 1.",
    ),
    (
        "[mỗi đơn vị: {ten}: [mỗi dòng ds: {viec}]].",
        NOTHING,
        "Một: Việc 1.",
        "Một: Việc 1; Hai: Việc 2.",
        "Một: Việc 1; Hai: Việc 2; Ba: Việc 3; Bốn: Việc 4; Năm: Việc 5.",
    ),
]


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: str(construct[0]))
def test_a_construct_prints_none_one_two_and_many(construct: tuple[str, ...]) -> None:
    sentence, *expected = construct
    printed = [shown(drafted(figures(count), sentence, lists=rows(count))) for count in COUNTS]

    assert printed == [text.split("¶") if text else [] for text in expected]


def test_no_kind_of_piece_is_left_out() -> None:
    indicators = {IndicatorCode(code): code for code in ("a", "p1", "p2", "p3", "p4", "p5", "pk")}
    lists = {SheetCode(code): {ColumnCode("viec"): "Tên việc"} for code in ("ds", "pk")}
    known = Known(indicators, frozenset(), lists, KINDS)
    parsed = [parse_sentence(str(construct[0]), known) for construct in CONSTRUCTS]
    whole = [piece for one in parsed if isinstance(one, Parsed) for piece in one.pieces]

    assert {type(piece) for piece in _find_all(whole)} == set(get_args(Piece))


def _find_all(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        match piece:
            case Bracket() | Choice():
                for part in parts_of(piece):
                    yield from _find_all(part)
            case EachUnit() | EachRow():
                yield from _find_all(piece.pieces)
            case _:
                pass
