"""History taken in: an earlier workbook of ours, and plain tables; exact, with qualifiers, and nothing guessed."""

from decimal import Decimal
from pathlib import Path

import desk
import office
import openpyxl
import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.history import Earlier, KeptFigure, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.trouble import EarlierUnusable, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Exactness, Number
from ccbdesk.operations.history import read_earlier
from ccbdesk.operations.open_form import open_form
from ccbdesk.wording.trouble import trouble_sentence

FORM = office.form("""
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Kế hoạch |
    | cong | bieu | Ngày công   | công        | số thập phân | Cộng – phát sinh | x        |
""")


def taken_in(path: Path) -> Earlier:
    with Reader() as reader:
        return read_earlier((path,), FORM, reader)


def test_a_plain_table_names_units_and_figures_by_code_or_name(tmp_path: Path) -> None:
    path = tmp_path / "năm trước.csv"
    path.write_text(
        "Số liệu cũ\nĐơn vị;Mã số liệu;Kỳ;Giá trị;Lần chốt\n"
        "u1;cong;2022;1.234,5;\nHội xã Hai;Ngày công;2022;trên 20;\nCụm thử;cong~ke_hoach;2022;50;tại hội nghị\n",
        encoding="utf-8",
    )
    official, at_meeting = taken_in(path).periods

    cong = IndicatorCode("cong")
    assert (official.period, official.stage, official.source) == ("2022", Stage.OFFICIAL, "năm trước.csv")
    assert official.figures == (
        KeptFigure(UnitId("u1"), cong, Number(Decimal("1234.5"))),
        KeptFigure(UnitId("u2"), cong, Number(Decimal(20), Exactness.OVER)),
    )
    assert at_meeting.stage is Stage.AT_MEETING
    assert at_meeting.figures == (KeptFigure(UnitId("cum"), cong, Number(Decimal(50)), is_plan=True),)


def test_a_table_may_be_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Đơn vị", "Mã", "Kỳ", "Giá trị"), ("Ba", "cong", 2022, 12.5)):
        book.active.append(row)
    book.save(tmp_path / "bảng.xlsx")

    (period,) = taken_in(tmp_path / "bảng.xlsx").periods
    assert period.figures == (KeptFigure(UnitId("u3"), IndicatorCode("cong"), Number(Decimal("12.5"))),)


@pytest.mark.parametrize(
    ("line", "row", "column", "seen"),
    [
        ("Bốn;cong;2022;1", 2, "Đơn vị", "Bốn"),
        ("u1;khac;2022;1", 2, "Mã số liệu", "khac"),
        ("u1;cong;năm ngoái;1", 2, "Kỳ", "năm ngoái"),
        ("u1;cong;2022;nhiều", 2, "Giá trị", "nhiều"),
        ("u1;cong;2022;1\nu1;cong;2022;2", 3, "Giá trị", "2"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, line: str, row: int, column: str, seen: str) -> None:
    path = tmp_path / "bảng.csv"
    path.write_text(f"Đơn vị;Mã;Kỳ;Giá trị\n{line}\n", encoding="utf-8")

    with pytest.raises(TroubleError) as raised:
        taken_in(path)
    assert raised.value.trouble == EarlierUnusable(str(path), row, column, seen)
    assert f"dòng {row}, cột “{column}” ghi “{seen}”" in trouble_sentence(raised.value.trouble)


def test_a_table_without_headings_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bảng.csv"
    path.write_text("u1;cong;2022;1\n", encoding="utf-8")

    with pytest.raises(TroubleError) as raised:
        taken_in(path)
    assert "thiếu dòng tiêu đề" in trouble_sentence(raised.value.trouble)


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cluster workbook of the sample, as the one of the year before."""
    out = tmp_path_factory.mktemp("last")
    assert desk.ccbdesk("merge", desk.CLEAN, "--out", out).status == 0
    return out


def test_a_workbook_of_ours_gives_every_figure_exactly_as_it_was_used(last: Path) -> None:
    result = desk.ccbdesk("check", desk.CLEAN, "--json").json
    with Reader() as reader:
        form = open_form(result["form"], reader)
        (period,) = read_earlier((last,), form, reader).periods

    kept = {(each.indicator, each.unit): each.value for each in period.figures if not each.is_plan}
    used = [
        (figure, kept.get((figure["indicator"], figure["unit"])))
        for figure in result["figures"]
        if figure["unit"] and figure["value"] and form.indicator(figure["indicator"]).is_numeric
    ]
    assert len(used) > 100
    assert [figure for figure, value in used if not isinstance(value, Number)] == []
    assert [
        figure for figure, value in used if isinstance(value, Number) and value.amount != Decimal(figure["value"])
    ] == []
    qualified = [figure for figure, _ in used if figure["exactness"] != "đúng"]
    assert [
        figure
        for figure in qualified
        if isinstance(value := kept[(figure["indicator"], figure["unit"])], Number)
        and value.exactness is Exactness.EXACT
    ] == []
    assert period.stage is Stage.AT_MEETING


def test_a_merge_says_what_it_was_compared_with_and_walks_back_to_it(tmp_path: Path) -> None:
    table = tmp_path / "2022.csv"
    units = [unit["id"] for unit in desk.ccbdesk("check", desk.CLEAN, "--json").json["units"]]
    rows = "".join(f"{unit};tt_buoi;2022;1000\n" for unit in units)
    table.write_text(f"Đơn vị;Mã;Kỳ;Giá trị\n{rows}", encoding="utf-8")
    merged = desk.ccbdesk("merge", desk.CLEAN, "--out", tmp_path / "out", "--earlier", table, "--json").json

    assert merged["earlier"] == ["Kỳ trước, cùng kỳ năm trước, đầu năm: số năm 2022, chính thức (theo 2022.csv)."]
    whole = next(each for each in merged["last_year"] if (each["indicator"], each["unit"]) == ("tt_buoi", None))
    assert (whole["value"], whole["period"], whole["stage"]) == ("6000", "2022", "official")

    traced = desk.ccbdesk("trace", tmp_path / "out", "tt_buoi~cung_ky").out
    assert traced.splitlines()[0].endswith(": 6.000")
    assert traced.count("1.000 buổi ← 2022.csv [năm 2022, chính thức]") == 6
