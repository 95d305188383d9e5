"""Tests of walking back from a written workbook, with the units as columns and as rows."""

from pathlib import Path

import office
import pytest

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis
from ccbdesk.operations.trace import open_output, trace

FIGURES = """
    | Mã | Biểu  | Tên số liệu | Đơn vị tính  | Loại số liệu | Cách cộng        | Kế hoạch | Công thức |
    | to | bieu  | Tổ          | tổ           | số nguyên    | Cộng – phát sinh | x        |           |
    | no | bieu  | Nợ          | triệu đồng   | tiền         | Cộng – phát sinh |          |           |
    | bq | bieu  | Bình quân   | triệu đồng   | số thập phân | Tỷ lệ            |          | no / to   |
"""
TABLE = "| m | u1 | u2 |\n| to | 1 | 3 |\n| no | 8 | 4 |\n| to~ke_hoach | 2 | 6 |"


@pytest.fixture(scope="module", params=[3, 9])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    form = office.with_list(office.of_units(office.form(FIGURES), request.param))
    one, two = office.returns(form, TABLE)
    one = office.with_rows(one, "ds", "| ten | so |\n| Vườn | 7 |")
    merged = consolidate(form, office.PERIOD, (one, two), (), Basis("b"))
    folder: Path = tmp_path_factory.mktemp("out")
    book = write_book(plan_book(merged, Checks((), (), ())), office.DAY)
    (folder / "So tong hop thu-1 2023.xlsx").write_bytes(book)
    return folder


def test_every_kind_of_figure_is_walked_back_from_either_layout(out: Path) -> None:
    asked = ("to", "to@u2", "bq", "bq@u1", "to~ke_hoach", "to@u2~ke_hoach", "ds.r1.ten@u1", "to + no")
    with Reader() as reader:
        output = open_output(out, reader)
    traced = {name: trace(output, name) for name in asked}

    told = {
        name: (one.label, one.value, [(part.value, part.cell) for part in one.parts if part.file])
        for name, one in traced.items()
    }
    assert told == {
        "to": ("Tổ", "4", [("1", "E6"), ("3", "E6")]),
        "to@u2": ("Tổ", "3", [("3", "E6")]),
        "bq": ("Bình quân", "3", [("8", "E7"), ("4", "E7"), ("1", "E6"), ("3", "E6")]),
        "bq@u1": ("Bình quân", "8", [("8", "E7"), ("1", "E6")]),
        "to~ke_hoach": ("Tổ – kế hoạch", "8", [("2", "D6"), ("6", "D6")]),
        "to@u2~ke_hoach": ("Tổ – kế hoạch", "6", [("6", "D6")]),
        "ds.r1.ten@u1": ("Mô hình – Tên", "Vườn", [("Vườn", "B9")]),
        "to + no": ("", "", [("1", "E6"), ("3", "E6"), ("8", "E7"), ("4", "E7")]),
    }
