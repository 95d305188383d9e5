"""Where the printed pages of a sheet end."""

from collections.abc import Iterable
from dataclasses import replace

from ccbdesk.files.excel.pages import page_ends
from ccbdesk.model.book import BookSheet, Look, Placed, TextCell

WIDTHS = (40.0, 40.0)
"""Of columns that a page takes without being made smaller."""


def sheet(rows: int, sections: Iterable[int] = ()) -> BookSheet:
    """Return a sheet of so many rows, some of which name a section."""
    named = set(sections)
    cells = tuple(
        Placed(row, 1, TextCell("Mục", Look.SECTION), across=2) if row in named else Placed(row, 1, TextCell("x"))
        for row in range(1, rows + 1)
    )
    return BookSheet("Biểu", cells, WIDTHS)


def ends(planned: BookSheet) -> list[int]:
    """Return where the pages end where every row is of the usual height."""
    return list(page_ends(planned, {}))


USUAL = 40
"""So many rows of the usual height stand on an upright page of ours."""


def test_what_fits_on_a_page_is_not_divided() -> None:
    assert ends(sheet(USUAL, [1])) == []


def test_pages_are_filled() -> None:
    assert ends(sheet(2 * USUAL, [1])) == [USUAL]


def test_the_name_of_a_section_never_ends_a_page() -> None:
    assert ends(sheet(2 * USUAL - 2, [1, USUAL])) == [USUAL - 1]
    assert ends(sheet(2 * USUAL - 2, [1, USUAL - 1, USUAL])) == [USUAL - 2]


def test_a_last_page_of_few_rows_is_filled_from_those_before() -> None:
    (end,) = ends(sheet(USUAL + 2, [1]))

    assert 0.5 * USUAL < end < 0.8 * USUAL


def test_repeated_heads_take_room_on_every_page_but_the_first() -> None:
    first, second = ends(replace(sheet(3 * USUAL - 7, [1]), repeated_rows=(1, 3)))

    assert (first, second) == (USUAL, 2 * USUAL - 3)


def test_higher_rows_make_for_more_pages() -> None:
    high = dict.fromkeys(range(1, USUAL + 1), 36.0)

    assert list(page_ends(sheet(USUAL, [1]), high)) == [USUAL // 2]


def test_wider_columns_make_everything_smaller_and_a_page_longer() -> None:
    wide = BookSheet("Biểu", sheet(2 * USUAL, [1]).cells, (80.0, 120.0))

    assert list(page_ends(wide, {})) == []


def test_a_column_that_is_not_printed_makes_nothing_smaller() -> None:
    printed = BookSheet("Biểu", sheet(2 * USUAL, [1]).cells, (80.0, 120.0), printed_columns=1)

    assert list(page_ends(printed, {})) == [USUAL]


def test_what_the_plan_says_goes_before() -> None:
    assert ends(replace(sheet(2 * USUAL, [1]), page_ends=(5, 9))) == [5, 9]


def test_the_last_row_of_a_table_without_sections_does_not_stand_alone_either() -> None:
    (end,) = ends(sheet(USUAL + 1))

    assert end < USUAL


def test_a_sheet_to_be_filtered_is_left_to_the_printer() -> None:
    assert ends(replace(sheet(10 * USUAL, [1]), filtered=(1, 1, 9, 2))) == []


def test_a_sheet_without_rows_has_no_pages() -> None:
    assert ends(sheet(0)) == []
