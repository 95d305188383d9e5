"""Expressions as Excel formulas. This module holds the tests of their spelling and of what an office reckons."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from expression_drawing import tree

from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.formulas import as_formula
from ccbdesk.model.expression import Reference
from ccbdesk.model.value import Number, Ratio


def cell(reference: Reference) -> str:
    """Return where a figure stands."""
    return {"a": "B2", "b": "'Tổng hợp'!C3"}[reference.indicator]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a", "B2"),
        ("a@u1 + b", "B2+'Tổng hợp'!C3"),
        ("(a - 1,5)*b", "(B2-1.5)*'Tổng hợp'!C3"),
        ("a - (b - 1)", "B2-('Tổng hợp'!C3-1)"),
        ("1,1250", "1.125"),
        ("-a", "-B2"),
        ("a <> b", "B2<>'Tổng hợp'!C3"),
        ("MIN(a;MAX(b;1))", "MIN(B2,MAX('Tổng hợp'!C3,1))"),
        ("TONG(a;b)", "SUM(B2,'Tổng hợp'!C3)"),
        ("NEU(VA(a>0;KHONG(b=1));1;2)", "IF(AND(B2>0,NOT('Tổng hợp'!C3=1)),1,2)"),
        ("ds.1a.tien@u1", "NA()"),
        ("LAM_TRON(a)", "ROUND(B2,0)"),
        ("LAM_TRON(a;2)", "ROUND(B2,2)"),
        ("HOAC(TRUNG_VI(a;1);DEM(a);ABS(a))", "OR(MEDIAN(B2,1),COUNT(B2),ABS(B2))"),
    ],
)
def test_a_formula_has_english_names_commas_and_decimal_points(text: str, formula: str) -> None:
    assert as_formula(tree(text), cell) == formula


RECKONED = [
    "a - b - 1",
    "a - (b - 1)",
    "a / b / 2",
    "a / (b / 2)",
    "-a*b",
    "2 - -b",
    "(a > b) + (a < b)*10 + (a = 7)*100",
    "(a <> b) = 1",
    "NEU(a >= b; a*2; b*3)",
    "NEU(VA(a > 0; KHONG(b > 100)); 1; 2) + HOAC(a < 0; b < 0)",
    "LAM_TRON(b)",
    "LAM_TRON(-b)",
    "LAM_TRON(a/3; 2)",
    "LAM_TRON(a*1000; -3)",
    "TRUNG_VI(a; b; 4)",
    "TRUNG_VI(a; b)",
    "DEM(a; b; a)",
    "MIN(a; b) + MAX(a; b) + TONG(a; b; 1) + ABS(b - a)",
    "TONG(a > b; 1)",
]


@pytest.mark.libreoffice
def test_an_office_reckons_the_formula_to_the_same_value(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"] = 7, 2.5
    for row, text in enumerate(RECKONED, start=2):
        sheet[f"A{row}"] = f"={as_formula(tree(text), lambda reference: f'${reference.indicator.upper()}$1')}"
    book.save(tmp_path / "formulas.xlsx")

    reckoned = [float(cell) for cell in _recalculated(tmp_path / "formulas.xlsx")[1:]]

    figures = {"a": Number(Decimal(7)), "b": Number(Decimal("2.5"))}
    ours = [evaluate(tree(text), lambda reference: figures[reference.indicator]) for text in RECKONED]
    assert reckoned == [pytest.approx(float(value.amount)) for value in ours if isinstance(value, Number | Ratio)]


def _recalculated(path: Path) -> list[str]:
    """Return the first column as LibreOffice reckons it; truth values as 1 and 0."""
    office = shutil.which("soffice")
    assert office is not None
    words = [f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless", "--convert-to", "csv"]
    subprocess.run(
        [office, *words, "--outdir", str(path.parent), str(path)], check=True, capture_output=True, timeout=120
    )
    lines = path.with_suffix(".csv").read_text(encoding="utf-8").splitlines()
    return [{"TRUE": "1", "FALSE": "0"}.get(cell, cell) for cell in (line.split(",")[0] for line in lines)]
