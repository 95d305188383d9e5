"""Charts in a report: a native chart that shows the figures, a workbook that holds them, the same bytes every time."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from lxml import etree
from word_drawing import DAY, chart, document, paragraph, report

from ccbdesk.files.word.charts import number_format
from ccbdesk.files.word.markup import Element, parse, text_of, w
from ccbdesk.files.word.packing import find_related, pack, unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Chart

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

TWO = chart(("Xã A", "21895"), ("Xã <B> & C", "0"))


def part_of(made: Chart, skeleton: bytes) -> Element:
    return parse(unpack(write_report(report(made), skeleton, DAY))["word/charts/chart1.xml"])


def texts(element: Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{CHART}{name}")]


def values(element: Element, name: str) -> list[str]:
    return [found.get("val", "") for found in element.iter(f"{CHART}{name}")]


def test_a_chart_holds_names_and_figures_and_where_they_stand_in_its_workbook(skeleton: bytes) -> None:
    made = part_of(TWO, skeleton)

    assert texts(made, "f") == ["Sheet1!$B$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3"]
    assert texts(made, "v") == ["Ngày công (ngày)", "Xã A", "Xã <B> & C", "21895", "0"]
    assert values(made, "barDir") == ["col"]
    assert {found.get("typeface") for found in made.iter() if found.get("typeface")} == {"Times New Roman"}


def test_the_workbook_behind_a_chart_holds_the_same(skeleton: bytes) -> None:
    parts = unpack(write_report(report(TWO), skeleton, DAY))

    sheet = openpyxl.load_workbook(BytesIO(parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])).worksheets[0]
    assert (sheet.title, list(sheet.iter_rows(values_only=True))) == (
        "Sheet1", [(None, "Ngày công (ngày)"), ("Xã A", 21895), ("Xã <B> & C", 0)],
    )  # fmt: skip


def test_every_part_of_a_chart_is_led_to_and_has_its_type(skeleton: bytes) -> None:
    parts = unpack(write_report(report(TWO), skeleton, DAY))

    leads = {**dict(find_related(parts, "word/document.xml")), **dict(find_related(parts, "word/charts/chart1.xml"))}
    types = {
        entry.get("PartName") or entry.get("Extension"): entry.get("ContentType", "").rpartition(".")[2]
        for entry in etree.fromstring(parts["[Content_Types].xml"])
    }
    assert (leads["chart"], leads["package"]) == (
        "word/charts/chart1.xml",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
    )
    assert (types["/word/charts/chart1.xml"], types["xlsx"]) == ("chart+xml", "sheet")


def test_a_drawing_is_named_by_the_charts_tag_and_told_in_words(skeleton: bytes) -> None:
    written = document(write_report(report(TWO, TWO), skeleton, DAY))

    drawings = [dict(found.attrib) for found in written.iter(f"{DRAWN}docPr")]
    sizes = [(found.get("cx"), found.get("cy")) for found in written.iter(f"{DRAWN}extent")]
    assert drawings == [{"id": id, "name": TWO.tag, "descr": "Ngày công (ngày)"} for id in ("1", "2")]
    assert sizes == [("5760000", "2520000")] * 2  # 16 x 7 cm


def test_a_drawing_takes_no_number_of_the_skeleton(skeleton: bytes) -> None:
    logo = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="7" name="Logo"/></wp:inline></w:drawing></w:r></w:p>'
    )
    parts = unpack(skeleton)
    changed = parts["word/document.xml"].decode().replace("<w:sectPr>", f"{logo}<w:sectPr>")

    written = document(write_report(report(TWO), pack({**parts, "word/document.xml": changed.encode()}), DAY))

    assert [found.get("id") for found in written.iter(f"{DRAWN}docPr")] == ["8", "7"]


def test_a_chart_stays_with_the_words_before_it_and_its_name_below(skeleton: bytes) -> None:
    written = document(
        write_report(report(paragraph(Style.BODY, "Biểu đồ sau:"), TWO, paragraph(Style.BODY, "Hết.")), skeleton, DAY)
    )

    body = [part for part in written[0].findall(w("p")) if part.find(f"{w('pPr')}/{w('pStyle')}") is not None]
    shown = [(text_of(part), part[0][0].get(w("val")), part[0].find(w("keepNext")) is not None) for part in body]
    assert [entry for entry in shown if entry[1] != "BCDuongKe"] == [
        ("Biểu đồ sau:", "BCDoanVan", True),
        ("", "BCBieuDo", False),  # its style says so
        ("Ngày công (ngày)", "BCTenBieuDo", False),
        ("Hết.", "BCDoanVan", True),
    ]


def test_more_than_eight_bars_lie_with_the_first_at_the_top(skeleton: bytes) -> None:
    many = chart(*((f"Xã {number}", str(number)) for number in range(36)))

    made = part_of(many, skeleton)

    extents = document(write_report(report(many), skeleton, DAY)).iter(f"{DRAWN}extent")
    assert (values(made, "barDir"), values(made, "orientation")) == (["bar"], ["maxMin", "minMax"])
    assert [int(found.get("cy", "")) / 36_000 for found in extents] == [210]  # mm


def test_a_chart_without_bars_vanishes(skeleton: bytes) -> None:
    empty = write_report(report(paragraph(Style.BODY, "Hết."), chart()), skeleton, DAY)

    assert empty == write_report(report(paragraph(Style.BODY, "Hết.")), skeleton, DAY)


@pytest.mark.parametrize(
    ("amounts", "limits", "steps"),
    [
        (("0", "0"), (["1"], ["0"]), ["1"]),
        (("1", "3"), ([], ["0"]), ["1"]),
        (("1.5", "3"), ([], ["0"]), []),
        (("10", "3000"), ([], ["0"]), []),
        (("-10", "30"), ([], []), []),
    ],
)
def test_the_axis_begins_at_nothing_and_small_figures_have_whole_steps(
    amounts: tuple[str, ...], limits: tuple[list[str], list[str]], steps: list[str], skeleton: bytes
) -> None:
    made = part_of(chart(*(("x", amount) for amount in amounts)), skeleton)

    assert (values(made, "max"), values(made, "min"), values(made, "majorUnit")) == (*limits, steps)


def test_a_measure_that_the_title_says_is_not_said_twice(skeleton: bytes) -> None:
    made = part_of(chart(("A", "1"), title="Ngày công (ngày)"), skeleton)

    assert texts(made, "v")[0] == "Ngày công (ngày)"


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((), r"[>=1000000]0\.000\.000;[>=1000]0\.000;0"),
        (("0", "21895"), r"[>=1000000]0\.000\.000;[>=1000]0\.000;0"),
        (("1E+3",), r"[>=1000000]0\.000\.000;[>=1000]0\.000;0"),
        (("4093700000",), r"[>=1000000000]0\.000\.000\.000;[>=1000000]0\.000\.000;0"),
        (("-1200", "5"), r"[<=-1000]\-0\.000;[>=1000]0\.000;0"),
        (("38.2", "5"), "[$-42A]#,##0.0"),
        (("0.3333333333",), "[$-42A]#,##0.00"),
    ],
)
def test_dots_between_thousands_do_not_depend_on_the_readers_system(amounts: tuple[str, ...], expected: str) -> None:
    assert number_format(Decimal(amount) for amount in amounts) == expected


def test_the_same_chart_makes_the_same_bytes(skeleton: bytes) -> None:
    assert write_report(report(TWO, TWO), skeleton, DAY) == write_report(report(TWO, TWO), skeleton, DAY)


def test_nothing_in_a_chart_names_the_program_but_its_tag(skeleton: bytes) -> None:
    parts = unpack(write_report(report(TWO), skeleton, DAY))
    behind = unpack(parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])

    naming = [
        name for name, content in {**behind, **parts}.items() if b"ccb" in content and b"xlsx" not in name.encode()
    ]
    assert naming == ["word/document.xml"]
    assert parts["word/document.xml"].count(b"ccb") == 1


@pytest.mark.parametrize(("bars", "gap"), [(1, "500"), (2, "350"), (3, "200"), (6, "60"), (8, "60"), (36, "60")])
def test_few_bars_are_no_broader_than_many(bars: int, gap: str, skeleton: bytes) -> None:
    made = part_of(chart(*((f"Xã {number}", "1") for number in range(bars))), skeleton)

    assert values(made, "gapWidth") == [gap]
