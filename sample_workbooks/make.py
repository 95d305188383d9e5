"""Draws the files of the samples. This script is for developers; what it makes is kept in the repository.

A sample folder holds ``files.toml`` (how each file was typed, renamed and saved) and tables of what is reported:
``figures.tsv`` and others like it, a column a unit, with ``cot`` for the cells of a matrix; ``ke-hoach.tsv``, plans of
the units; tables with ``don_vi``, rows of the list the table is called after; ``phieu-ky.tsv``, the period sheet. Our
own template is filled in cell by cell, as a clerk would do it; some files are then saved by LibreOffice. Into ``clean``
goes one file a unit beside them, with what the tables say and nothing else. What must be found in the files, and what
the office decides about those received, stands in ``expected.toml``. Run it again after a form has changed:

    .venv/bin/python sample_workbooks/make.py [SAMPLE …]        default: every sample
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.writing import write_book
from ccbdesk.model.form import Form, FormSheet, SheetKind
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.open_form import open_form
from ccbdesk.vietnamese.vocabulary.returns import STAMP_SHEET, Column

HERE = Path(__file__).resolve().parent
ABOUT = ("ma", "cot", "tong", "nguon")
PLANS, OWN = "ke-hoach.tsv", "phieu-ky.tsv"
CLEAN = "clean"
NAMED = re.compile(
    r"""
    "(?:[^"]|"")*"                                                                       # words
    | (?P<home>'[^']+'!)?(?P<cells>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(.])  # a cell or a range
    """,
    re.VERBOSE,
)
"""What a formula names, and what only looks like it."""

Table = dict[str, dict[str, str]]
"""Unit → indicator → what it reports, as plain text."""

Rows = dict[tuple[str, str], list[dict[str, str]]]
"""List and unit → the rows the unit writes into it."""


@dataclass(frozen=True)
class Habit:
    """How one file came to be: whose it is, what was typed otherwise, and what was done to the workbook.

    ``copy_of`` names another file of the folder, whose bytes it has."""

    name: str
    unit: str
    folder: str = "received"
    period: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    percent: dict[str, float] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    blank: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    sheet: str = ""
    extra_row_above: str = ""
    extra_row: list[str] = field(default_factory=list)
    without_stamp: bool = False
    as_text: bool = False
    saved_by: str = "excel"
    cut_to: int = 0
    copy_of: str = ""


@dataclass(frozen=True)
class Sample:
    """A sample folder with what it is made from; ``rows`` are those of the lists, by list and unit."""

    folder: Path
    form: Form
    period: Period
    cut_off: date
    figures: Table
    plans: Table
    rows: Rows
    habits: tuple[Habit, ...]


@dataclass(frozen=True)
class Lines:
    """A sheet of figures: the columns of its headings, and the lines below them."""

    sheet: Worksheet
    heading_row: int
    columns: Mapping[str, int]

    def find(self) -> Iterator[tuple[int, str]]:
        """Yield the lines that have a code, with it."""
        for row in range(self.heading_row + 1, self.sheet.max_row + 1):
            code = self.sheet.cell(row, self.columns[Column.CODE.value]).value
            if isinstance(code, str):
                yield row, code

    def cell(self, row: int, column: Column) -> Cell | None:
        """Return the cell of a line in a column; None where the sheet has no such column or the cell is joined."""
        number = self.columns.get(column.value)
        found = self.sheet.cell(row, number) if number else None
        return None if found is None or isinstance(found, MergedCell) else found


def main() -> None:
    """Make the files of the samples that were named, or of all."""
    named = sys.argv[1:]
    described = sorted(path for path in HERE.glob("*/files.toml") if path.parent.name in named or not named)
    with Reader() as reader:
        for sample in (read_sample(path, reader) for path in described):
            for habit in (*sample.habits, *clean_habits(sample)):
                target = sample.folder / habit.folder / habit.name
                target.parent.mkdir(exist_ok=True)
                copied = habit.copy_of and target.with_name(habit.copy_of)
                target.write_bytes(copied.read_bytes() if copied else made(sample, habit))


def clean_habits(sample: Sample) -> Iterator[Habit]:
    """Yield how the clean files come to be: one a unit and the cluster's own, called as the templates are."""
    for unit in (*sample.form.units, sample.form.cluster):
        yield Habit(f"{sample.form.id}_{sample.period.code}_{unit.id}.xlsx", unit.id, CLEAN)


def read_sample(described: Path, reader: Reader) -> Sample:
    """Read a sample's tables: plans, the period sheet, and by their first column tables of figures and of rows.

    A table of rows is called as its list is, with a hyphen for the stroke."""
    told = tomllib.loads(described.read_text(encoding="utf-8"))
    period = period_of(told["period"])
    if period is None:
        raise ValueError(told["period"])
    figures: Table = {CLUSTER: {}}
    plans: Table = {}
    rows: Rows = {}
    for path in sorted(described.parent.glob("*.tsv")):
        table = read_table(path)
        if path.name == OWN:
            figures[CLUSTER] |= {row["ma"]: row["gia_tri"] for row in table}
        elif "don_vi" in table[0]:
            for row in table:
                rows.setdefault((path.stem.replace("-", "_"), row["don_vi"]), []).append(row)
        else:
            for unit, reported in read_units(table).items():
                (plans if path.name == PLANS else figures).setdefault(unit, {}).update(reported)
    habits = tuple(Habit(**file) for file in told["file"])
    form = open_form(told["form"], reader)
    return Sample(described.parent, form, period, told["cut_off"], figures, plans, rows, habits)


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a table with tabs between its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_units(rows: list[dict[str, str]]) -> Table:
    """Read a table of figures: a row an indicator, or a cell of the matrix; a column a unit."""
    units = [unit for unit in rows[0] if unit not in ABOUT]
    return {unit: {"_".join((row["ma"], row.get("cot", ""))).rstrip("_"): row[unit] for row in rows} for unit in units}


def made(sample: Sample, habit: Habit) -> bytes:
    """Return the bytes of one file."""
    period = period_of(habit.period) or sample.period
    unit = sample.form.unit(UnitId(habit.unit))
    template = write_book(plan_template(sample.form, unit, period, sample.cut_off), sample.cut_off)
    book = openpyxl.load_workbook(BytesIO(template))
    for planned in sample.form.sheets:
        if planned.name in book.sheetnames:
            fill_sheet(book[planned.name], planned, sample, habit)
    if habit.without_stamp:
        del book[STAMP_SHEET]
    content = saved(book)
    if habit.saved_by == "libreoffice":
        content = saved_by_libreoffice(content)
    return content[: habit.cut_to or None]


def fill_sheet(sheet: Worksheet, planned: FormSheet, sample: Sample, habit: Habit) -> None:
    """Type what a unit reports into a sheet, in the way of its kind."""
    match planned.kind:
        case SheetKind.MATRIX:
            fill_matrix(sheet, planned, sample, habit)
        case SheetKind.LIST:
            fill_list(sheet, planned, sample, habit)
        case _:
            lines = lines_of(sheet)
            fill_lines(lines, sample, habit)
            rearrange(lines, habit)


def lines_of(sheet: Worksheet) -> Lines:
    """Find the headings of a sheet of figures."""
    for row in range(1, sheet.max_row + 1):
        columns = {str(cell.value): cell.column for cell in sheet[row] if cell.value and cell.column}
        if {Column.CODE.value, Column.FIGURE.value} <= columns.keys():
            return Lines(sheet, row, columns)
    raise ValueError(sheet.title)


def fill_lines(lines: Lines, sample: Sample, habit: Habit) -> None:
    """Type figures, plans, states and remarks beside their codes, each in the way of the unit."""
    figures, plans = sample.figures[habit.unit], sample.plans.get(habit.unit, {}) | habit.plans
    beside = {Column.NOTE: habit.notes, Column.STATE: habit.states}
    for row, code in lines.find():
        type_figure(lines.cell(row, Column.FIGURE), code, figures, habit)
        if code in habit.hidden:
            lines.sheet.row_dimensions[row].hidden = True
        for column, words in beside.items():
            cell = lines.cell(row, column)
            if cell is not None and code in words:
                cell.value = words[code]
        plan = lines.cell(row, Column.PLAN)
        if plan is not None and plans.get(code):
            plan.value = Decimal(plans[code])


def type_figure(cell: Cell | None, code: str, figures: Mapping[str, str], habit: Habit) -> None:
    """Type one figure where it is asked for."""
    if cell is None or cell.protection.locked is not False:
        return
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


def fill_matrix(sheet: Worksheet, planned: FormSheet, sample: Sample, habit: Habit) -> None:
    """Type the figures of a matrix where its rows and columns meet."""
    columns = columns_of(sheet, planned, sample)
    for row in range(1, sheet.max_row + 1):
        code = sheet.cell(row, 1).value
        for column, number in columns.items():
            cell = sheet.cell(row, number)
            if isinstance(code, str) and isinstance(cell, Cell):
                type_figure(cell, f"{code}_{column}", sample.figures[habit.unit], habit)


def fill_list(sheet: Worksheet, planned: FormSheet, sample: Sample, habit: Habit) -> None:
    """Type the rows of a list one below the other; ``habit.rows`` says by a row's name what was typed otherwise."""
    columns = columns_of(sheet, planned, sample)
    first, *_ = columns
    free = (row for row in range(1, sheet.max_row + 1) if is_free(sheet.cell(row, columns[first])))
    for reported in sample.rows.get((planned.code, habit.unit), ()):
        row, otherwise = next(free), habit.rows.get(reported[first], {})
        for column, number in columns.items():
            words = otherwise.get(column, reported[column])
            sheet.cell(row, number).value = (words if column in otherwise else typed_value(words)) or None


def columns_of(sheet: Worksheet, planned: FormSheet, sample: Sample) -> dict[str, int]:
    """Return where the columns of a list or matrix stand: below their names, with or without the measure."""
    found: dict[str, int] = {}
    for asked in sample.form.columns_of(planned.code):
        names = {asked.label, f"{asked.label} ({asked.measure})"}
        found[asked.code] = next(
            cell.column for row in sheet.iter_rows() for cell in row if str(cell.value) in names and cell.column
        )
    return found


def is_free(cell: Cell | MergedCell) -> bool:
    """Tell whether a cell of a list is to be filled in."""
    return isinstance(cell, Cell) and cell.value is None and cell.protection.locked is False


def typed_value(text: str) -> Decimal | str:
    """Return a figure as a number, anything else as it stands."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def vietnamese(amount: Decimal) -> str:
    """Return a number as it is typed in Vietnam."""
    return f"{amount:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def rearrange(lines: Lines, habit: Habit) -> None:
    """Insert a row of the unit's own, and rename the sheet."""
    place = next((row for row, code in lines.find() if code == habit.extra_row_above), 0)
    if place:
        insert_row(lines.sheet, place)
        for column, words in enumerate(habit.extra_row, start=1):
            lines.sheet.cell(place, column).value = words or None
    if habit.sheet:
        rename(lines.sheet, habit.sheet)


def insert_row(sheet: Worksheet, place: int) -> None:
    """Insert a row as Excel does, which moves everything that stands below; openpyxl alone moves only the cells."""
    below = [area for area in sheet.merged_cells.ranges if area.min_row >= place]
    heights = {row: described.height for row, described in sheet.row_dimensions.items() if row >= place}
    for area in below:
        sheet.unmerge_cells(area.coord)
    sheet.insert_rows(place)
    for area in below:
        area.shift(row_shift=1)
        sheet.merge_cells(area.coord)
    for row, height in heights.items():
        sheet.row_dimensions[row + 1].height = height
    for asked in sheet.data_validations.dataValidation:
        asked.sqref = MultiCellRange([moved(area.coord, place) for area in asked.sqref.ranges])
    for cell in find_formulas(sheet.parent):
        rewrite(cell, lambda home, cells: moved(cells, place) if home == sheet.title else cells)


def find_formulas(book: openpyxl.Workbook | None) -> Iterator[Cell]:
    """Yield the cells of a workbook that hold formulas."""
    for sheet in book.worksheets if book else ():
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and isinstance(cell.value, str) and cell.value.startswith("="):
                    yield cell


def rewrite(cell: Cell, rewritten: Callable[[str, str], str]) -> None:
    """Rewrite the cells that a formula names, told the sheet they are of; words in quotation marks stay."""

    def replaced(found: re.Match[str]) -> str:
        home, cells = found["home"], found["cells"]
        if cells is None:
            return found[0]
        return f"{home or ''}{rewritten(home[1:-2] if home else cell.parent.title, cells)}"

    cell.value = NAMED.sub(replaced, str(cell.value))


def moved(cells: str, place: int) -> str:
    """Return cells or a range as a row inserted at a place moves them."""
    return re.sub(r"\d+", lambda row: str(int(row[0]) + (int(row[0]) >= place)), cells)


def rename(sheet: Worksheet, name: str) -> None:
    """Give a sheet another name, in formulas too."""
    for cell in find_formulas(sheet.parent):
        cell.value = str(cell.value).replace(f"'{sheet.title}'!", f"'{name}'!")
    sheet.title = name


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
