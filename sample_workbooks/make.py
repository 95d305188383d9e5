"""Draws the received files of the samples. This script is for developers; what it makes is kept in the repository.

A sample folder holds ``figures.tsv`` (what every unit reports), ``phieu-ky.tsv`` (the cluster's period sheet) and
``files.toml`` (how each file was typed, renamed and saved). Our own template is filled in cell by cell, as a clerk
would do it; some files are then saved by LibreOffice. Run it again after the form has changed:

    .venv/bin/python sample_workbooks/make.py
"""

import csv
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.form import Form
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.open_form import open_form

HERE = Path(__file__).resolve().parent
CODE_COLUMN, FIGURE_COLUMN, NOTE_COLUMN = 1, 5, 6
STAMP = "_meta"

Table = dict[str, dict[str, str]]
"""Unit → indicator → what it reports, as plain text."""


@dataclass(frozen=True)
class Habit:
    """How one file came to be: whose it is, what was typed otherwise, and what was done to the workbook."""

    name: str
    unit: str
    folder: str = "received"
    period: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    percent: dict[str, float] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    blank: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    sheet: str = ""
    extra_row_above: str = ""
    extra_row: list[str] = field(default_factory=list)
    without_stamp: bool = False
    as_text: bool = False
    saved_by: str = "excel"
    cut_to: int = 0


@dataclass(frozen=True)
class Sample:
    """A sample folder with what it is made from."""

    folder: Path
    form: Form
    period: Period
    cut_off: date
    figures: Table
    habits: tuple[Habit, ...]


def main() -> None:
    """Make the files of every sample folder."""
    with Reader() as reader:
        for described in sorted(HERE.glob("*/files.toml")):
            sample = read_sample(described, reader)
            for habit in sample.habits:
                target = sample.folder / habit.folder / habit.name
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(made(sample, habit))


def read_sample(described: Path, reader: Reader) -> Sample:
    """Read a sample's tables."""
    told = tomllib.loads(described.read_text(encoding="utf-8"))
    period = period_of(told["period"])
    if period is None:
        raise ValueError(told["period"])
    return Sample(
        described.parent,
        open_form(told["form"], reader),
        period,
        told["cut_off"],
        {**read_units(described.parent / "figures.tsv"), **read_own(described.parent / "phieu-ky.tsv")},
        tuple(Habit(**file) for file in told["file"]),
    )


def read_units(path: Path) -> Table:
    """Read the table of figures: a row an indicator, a column a unit."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    units = [unit for unit in rows[0] if unit not in ("ma", "tong", "nguon")]
    return {unit: {row["ma"]: row[unit] for row in rows} for unit in units}


def read_own(path: Path) -> Table:
    """Read the table of the period sheet."""
    with path.open(encoding="utf-8", newline="") as file:
        return {CLUSTER: {row["ma"]: row["gia_tri"] for row in csv.DictReader(file, delimiter="\t")}}


def made(sample: Sample, habit: Habit) -> bytes:
    """Return the bytes of one file."""
    period = period_of(habit.period) or sample.period
    unit = sample.form.unit(UnitId(habit.unit))
    template = write_book(plan_template(sample.form, unit, period, sample.cut_off), sample.cut_off)
    book = openpyxl.load_workbook(BytesIO(template))
    for sheet in book.worksheets:
        if sheet.title != STAMP:
            fill(sheet, sample.figures[habit.unit], habit)
            rearrange(sheet, habit)
    if habit.without_stamp:
        del book[STAMP]
    content = saved(book)
    if habit.saved_by == "libreoffice":
        content = saved_by_libreoffice(content)
    return content[: habit.cut_to or None]


def fill(sheet: Worksheet, figures: dict[str, str], habit: Habit) -> None:
    """Type the figures into a sheet, each in the way of the unit."""
    for row, code in rows_of(sheet):
        cell = sheet.cell(row, FIGURE_COLUMN)
        if code in habit.notes:
            sheet.cell(row, NOTE_COLUMN).value = habit.notes[code]
        if code in habit.hidden:
            sheet.row_dimensions[row].hidden = True
        if code in habit.percent:
            cell.value, cell.number_format = habit.percent[code], "0.0%"
        elif code in habit.formulas:
            cell.value = habit.formulas[code]
        elif code in habit.typed:
            cell.value, cell.number_format = habit.typed[code], "@"
        elif code not in habit.blank and figures.get(code):
            typed = typed_value(figures[code])
            cell.value = vietnamese(typed) if habit.as_text and isinstance(typed, Decimal) else typed
            if isinstance(typed, Decimal) and typed % 1:
                cell.number_format = "#,##0.0"


def rows_of(sheet: Worksheet) -> Iterator[tuple[int, str]]:
    """Yield the rows that hold an indicator, with its code."""
    for row in range(1, sheet.max_row + 1):
        code = sheet.cell(row, CODE_COLUMN).value
        if isinstance(code, str) and sheet.cell(row, FIGURE_COLUMN).protection.locked is False:
            yield row, code


def typed_value(text: str) -> Decimal | str:
    """Return a figure as a number, anything else as it stands."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def vietnamese(amount: Decimal) -> str:
    """Return a number as it is typed in Vietnam."""
    return f"{amount:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def rearrange(sheet: Worksheet, habit: Habit) -> None:
    """Insert a row of the unit's own, and rename the sheet."""
    place = next((row for row, code in rows_of(sheet) if code == habit.extra_row_above), 0)
    if place:
        insert_row(sheet, place)
        for column, words in enumerate(habit.extra_row, start=1):
            sheet.cell(place, column).value = words or None
    if habit.sheet:
        sheet.title = habit.sheet


def insert_row(sheet: Worksheet, place: int) -> None:
    """Insert a row as Excel does, merged cells and all; openpyxl alone leaves those where they were."""
    below = [area for area in sheet.merged_cells.ranges if area.min_row >= place]
    for area in below:
        sheet.unmerge_cells(area.coord)
    sheet.insert_rows(place)
    for area in below:
        area.shift(row_shift=1)
        sheet.merge_cells(area.coord)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the workbook's bytes."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def saved_by_libreoffice(content: bytes) -> bytes:
    """Return the workbook as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.xlsx"
        source.write_bytes(content)
        office = shutil.which("soffice") or "soffice"
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        out = Path(folder) / "out"
        subprocess.run(  # noqa: S603 - LibreOffice on a file of our own
            [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(source)],
            check=True,
            capture_output=True,
        )
        return (out / "in.xlsx").read_bytes()


if __name__ == "__main__":
    main()
