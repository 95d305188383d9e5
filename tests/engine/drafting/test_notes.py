"""Notes on what is missing. This module holds the tests of where they stand and what they say."""

import pytest
from report_drawing import drafted, marked

FIGURES = """
    | code | label     | measure | Một | Hai | Ba |
    | a    | Ngày công | ngày    | 10  | 20  |    |
    | b    | Đất hiến  | m2      | 1   |     | x  |
    | c    | Lượt      | lượt    | 1   | x   |    |
    | d    | Buổi      | buổi    | 1   |     | 2  |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có {a}", "Có ⟦?30⟧‹ (mới có 2/3 đơn vị; chưa có số của Ba)›"),
        ("Có {a}.", "Có ⟦?30⟧‹ (mới có 2/3 đơn vị; chưa có số của Ba)›."),
        ("Có {a} ngày;", "Có ⟦?30⟧ ngày‹ (mới có 2/3 đơn vị; chưa có số của Ba)›;"),
        ("Có {a} ngày./.", "Có ⟦?30⟧ ngày‹ (mới có 2/3 đơn vị; chưa có số của Ba)›./."),
        ("Có {a} ngày", "Có ⟦?30⟧ ngày‹ (mới có 2/3 đơn vị; chưa có số của Ba)›"),
        ("Có {a} và {a} ngày.", "Có ⟦?30⟧ và ⟦?30⟧ ngày‹ (mới có 2/3 đơn vị; chưa có số của Ba)›."),
        (
            "Có {a+d} việc.",
            (
                "Có ⟦?33⟧ việc‹ (“Ngày công”: mới có 2/3 đơn vị; chưa có số của Ba; "
                "“Buổi”: mới có 2/3 đơn vị; chưa có số của Hai)›."
            ),
        ),
        ("Có {a} và {c}.", "Có ⟦?30⟧ và ⟦?1⟧‹ (chưa có số của Ba)›."),
        ("Có {a}. Hết\ncâu", "Có ⟦?30⟧. Hết|câu‹ (mới có 2/3 đơn vị; chưa có số của Ba)›"),
        ("Có {DEM(a@u1;a@u3)} đơn vị.", "Có ⟦?1⟧ đơn vị‹ (chưa có số của Ba)›."),
        ("Một: {a@u1}.", "Một: ⟦10⟧."),
    ],
)
def test_a_paragraph_has_one_note_before_its_last_sign(text: str, expected: str) -> None:
    assert "|".join(marked(drafted(FIGURES, text))) == expected


def test_of_many_missing_units_only_the_first_are_named() -> None:
    names = " | ".join(f"Đơn vị {number}" for number in range(1, 13))
    figures = f"| code | label | measure | {names} |\n| a | Ngày công | ngày | 5 |" + " |" * 11

    (paragraph,) = marked(drafted(figures, "Có {a}."))

    assert paragraph == (
        "Có ⟦?5⟧‹ (mới có 1/12 đơn vị; chưa có số của Đơn vị 2, Đơn vị 3, Đơn vị 4, Đơn vị 5, Đơn vị 6, Đơn vị 7, "
        "Đơn vị 8, Đơn vị 9 và 3 đơn vị khác)›."
    )
