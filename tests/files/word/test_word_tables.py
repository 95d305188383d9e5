"""Tables in a report: fixed columns, repeated heads, joined cells, every figure live in its cell."""

from datetime import date
from io import BytesIO

import docx
import pytest
from lxml import etree
from word_drawing import DAY, document, paragraph, report, table

from ccbdesk.files.word.markup import Element, text_of, w
from ccbdesk.files.word.reading import read_figures
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Table

SMALL = """
    | *TT   | *Đơn vị | *Số liệu |
    | 1     | Xã A    | =12      |
    | *Cộng>>          | =*30     |
"""


def written(skeleton: bytes, *blocks: Table, day: date = DAY) -> Element:
    """Return the tables of the body as they are written: that of the head and the signature are not among them."""
    body = document(write_report(report(*blocks), skeleton, day))[0]
    made = etree.Element("tables")
    made.extend(body.findall(w("tbl"))[1:-1])
    return made


def canonical(element: Element) -> str:
    namespace = element.nsmap["w"]
    return etree.tostring(element, method="c14n", exclusive=True).decode().replace(f' xmlns:w="{namespace}"', "")


def drawn(markup: str) -> str:
    return "".join(line.strip() for line in markup.splitlines())


def styles(made: Element) -> list[list[str]]:
    """Return the style of each cell's paragraph, row by row."""
    return [[style.get(w("val"), "") for style in row.iter(w("pStyle"))] for row in made.iter(w("tr"))]


def test_a_table_is_as_wide_as_the_text_and_its_columns_as_their_shares(skeleton: bytes) -> None:
    made = written(skeleton, table(SMALL, (1, 4, 3)))[0]

    assert canonical(made[0]) == drawn("""
        <w:tblPr>
        <w:tblW w:type="dxa" w:w="9184"></w:tblW>
        <w:tblBorders>
        <w:top w:color="auto" w:space="0" w:sz="4" w:val="single"></w:top>
        <w:left w:color="auto" w:space="0" w:sz="4" w:val="single"></w:left>
        <w:bottom w:color="auto" w:space="0" w:sz="4" w:val="single"></w:bottom>
        <w:right w:color="auto" w:space="0" w:sz="4" w:val="single"></w:right>
        <w:insideH w:color="auto" w:space="0" w:sz="4" w:val="single"></w:insideH>
        <w:insideV w:color="auto" w:space="0" w:sz="4" w:val="single"></w:insideV>
        </w:tblBorders>
        <w:tblLayout w:type="fixed"></w:tblLayout>
        <w:tblCellMar><w:left w:type="dxa" w:w="70"></w:left><w:right w:type="dxa" w:w="70"></w:right></w:tblCellMar>
        </w:tblPr>""")
    assert [column.get(w("w")) for column in made[1]] == ["1148", "4592", "3444"]


def test_heads_are_grey_and_repeated_and_no_row_is_torn(skeleton: bytes) -> None:
    head, body, total = written(skeleton, table(SMALL, (1, 4, 3))).iter(w("tr"))

    assert [canonical(row[0]) for row in (head, body, total)] == [
        "<w:trPr><w:cantSplit></w:cantSplit><w:tblHeader></w:tblHeader></w:trPr>",
        "<w:trPr><w:cantSplit></w:cantSplit></w:trPr>",
        "<w:trPr><w:cantSplit></w:cantSplit></w:trPr>",
    ]
    assert canonical(head[1]) == drawn("""
        <w:tc>
        <w:tcPr>
        <w:tcW w:type="dxa" w:w="1148"></w:tcW>
        <w:shd w:color="auto" w:fill="F2F2F2" w:val="clear"></w:shd>
        <w:vAlign w:val="center"></w:vAlign>
        </w:tcPr>
        <w:p><w:pPr><w:pStyle w:val="BCDauBang"></w:pStyle><w:keepNext></w:keepNext></w:pPr>
        <w:r><w:t xml:space="preserve">TT</w:t></w:r></w:p>
        </w:tc>""")


def test_each_cell_has_the_style_of_what_it_holds(skeleton: bytes) -> None:
    made = written(skeleton, table(SMALL, (1, 4, 3)))

    assert styles(made) == [
        ["BCDauBang", "BCDauBang", "BCDauBang"],
        ["BCOBang", "BCOBang", "BCOSoLieu"],
        ["BCOTong", "BCOTong"],
    ]
    places = [[place.get(w("val")) for place in row.iter(w("jc"))] for row in made.iter(w("tr"))]
    assert places == [[], ["center"], ["right"]]  # the row's number, and a total


def test_every_figure_in_a_table_is_live(skeleton: bytes) -> None:
    content = write_report(report(table(SMALL, (1, 4, 3))), skeleton, DAY)

    assert [text for _, _, text in read_figures(content)] == ["12", "30"]
    numbers = [number.get(w("val")) for number in document(content).iter(w("id"))]
    assert len(set(numbers)) == 2


def test_joined_heads_keep_their_columns(skeleton: bytes) -> None:
    joined = table(
        "| *TT vv | *Các đơn vị >> | *Cộng vv |\n| *A | *B |\n| 1 | =2 | =3 | =5 |", (1, 2, 2, 1), head_rows=2
    )

    first, second, third = written(skeleton, joined).iter(w("tr"))

    def merged(row: Element) -> list[tuple[str, list[str]]]:
        marks = [
            [f"{mark.tag.rpartition('}')[2]} {mark.get(w('val'), '')}".strip() for mark in list(cell[0])[1:-1]]
            for cell in row.findall(w("tc"))
        ]
        return list(zip([text_of(cell) for cell in row.findall(w("tc"))], marks, strict=True))

    assert merged(first) == [
        ("TT", ["vMerge restart", "shd clear"]),
        ("Các đơn vị", ["gridSpan 2", "shd clear"]),
        ("Cộng", ["vMerge restart", "shd clear"]),
    ]
    assert merged(second) == [
        ("", ["vMerge", "shd clear"]),
        ("A", ["shd clear"]),
        ("B", ["shd clear"]),
        ("", ["vMerge", "shd clear"]),
    ]
    assert merged(third) == [("1", []), ("2", []), ("3", []), ("5", [])]


@pytest.mark.parametrize(
    "rows", ["| a | b |", "| a | b | c | d |", "| a >> | b >> |", "| avv | b | c |\n| a | b | c |"]
)
def test_cells_that_do_not_fill_the_columns_are_our_own_mistake(rows: str, skeleton: bytes) -> None:
    with pytest.raises(ValueError, match="do not fill 3 columns"):
        written(skeleton, table(rows, (1, 1, 1)))


def test_a_column_of_long_figures_gets_room_from_one_that_has_it(skeleton: bytes) -> None:
    grid = written(skeleton, table("| Ngày công | =123.456.789 |", (12, 1)))[0][1]

    assert [int(column.get(w("w"), "")) for column in grid] == [7774, 1410]


def test_words_that_fit_in_no_other_way_are_small(skeleton: bytes) -> None:
    narrow = " | ".join(["=1.234.567"] * 9)

    made = written(skeleton, table(narrow, (1,) * 9))[0]

    assert styles(made) == [["BCDauBangNho"] * 9]
    assert [size.get(w("val")) for size in made.iter(w("sz"))] == []
    assert [side.get(w("w")) for side in made[0].iter(w("left"), w("right"))][2:] == ["40", "40"]


def test_words_smaller_than_any_style_have_their_own_size(skeleton: bytes) -> None:
    narrow = " | ".join(["123.456.789.012"] * 9)

    made = written(skeleton, table(narrow, (1,) * 9))[0]

    assert {size.get(w("val")) for size in made.iter(w("sz")) if size.get(w("val")) != "4"} == {"16"}


def test_what_leads_to_a_table_stays_with_it_and_a_row_that_names_others_with_them(skeleton: bytes) -> None:
    rows = table("| *A | *B |\n| *I. Mục >> |\n| x | =1 |", (1, 1))
    content = write_report(
        report(paragraph(Style.BODY, "Bảng sau:"), rows, paragraph(Style.BODY, "Hết.")), skeleton, DAY
    )

    kept = [
        text_of(part) for part in document(content).iter(w("p")) if part.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]
    assert kept == ["Bảng sau:", "A", "B", "I. Mục", "Hết.", ""]


def test_a_table_at_the_end_stays_with_the_signature(skeleton: bytes) -> None:
    content = write_report(report(table("| *A | *B |\n| x | =1 |\n| y | =2 |", (1, 1))), skeleton, DAY)

    kept = [
        text_of(part) for part in document(content).iter(w("p")) if part.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]
    assert kept == ["A", "B", "x", "1", "y", "2", "", ""]


def test_two_tables_stay_two(skeleton: bytes) -> None:
    content = write_report(report(table("| a |", (1,)), table("| b |", (1,))), skeleton, DAY)

    assert [made.cell(0, 0).text for made in docx.Document(BytesIO(content)).tables[1:-1]] == ["a", "b"]
    following = [made.getnext() for made in document(content)[0].findall(w("tbl"))]
    assert {part.tag for part in following if part is not None} == {w("p")}


def test_of_a_long_table_the_last_rows_stay_together_so_that_no_total_stands_alone(skeleton: bytes) -> None:
    drawn_rows = "\n".join(["| *A | *B |", *(f"| {number} | b |" for number in range(20)), "| *Cộng | *b |"])
    content = write_report(report(table(drawn_rows, (1, 1)), paragraph(Style.BODY, "Hết.")), skeleton, DAY)

    kept = [
        text_of(part) for part in document(content).iter(w("p")) if part.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]
    assert [text for text in kept if text not in ("Hết.", "")] == ["18", "b", "19", "b"]


def columns(skeleton: bytes, *names: str, widths: tuple[int, ...] = (1, 2, 5)) -> list[int]:
    """Return how wide the columns of a list of units and figures are."""
    rows = "\n".join(f"{number} | {name} | =12" for number, name in enumerate(names, start=1))
    made = written(skeleton, table(f"*TT | *Đơn vị | *Số liệu\n{rows}", widths))[0]
    return [int(column.get(w("w"), "0")) for column in made[1]]


def test_names_are_given_room_to_stand_on_one_line(skeleton: bytes) -> None:
    number, name, figure = columns(skeleton, "Núi Voi")
    wider_number, wider_name, wider_figure = columns(skeleton, "Thành phố Hồ Chí Minh")

    assert (wider_name > name, wider_figure < figure, wider_number <= number) == (True, True, True)
    assert wider_number + wider_name + wider_figure == number + name + figure


def test_what_is_longer_than_a_name_takes_nothing_from_the_others(skeleton: bytes) -> None:
    assert columns(skeleton, "Hội Cựu chiến binh thành phố trực thuộc Trung ương") == columns(skeleton, "Xã A")
