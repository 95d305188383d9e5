"""The story of a doubt: every figure of the report is walked back to its cells, and the cells are looked at by hand."""

import re
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePosixPath

import desk
import pytest
from lxml import etree

from ccbdesk import resources
from ccbdesk.files.excel.reading import Reader
from ccbdesk.operations.trace import Traced, TracedPart, open_output, trace

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    assert desk.ccbdesk("merge", desk.CLEAN, "--out", folder).status == 0
    return folder


@pytest.fixture(scope="module", params=resources.samples(), ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture(scope="module")
def traced(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Traced]:
    """Every figure of the report that the demo makes of a sample's received files, by its expression."""
    out = tmp_path_factory.mktemp("traced")
    assert desk.ccbdesk("demo", "--cluster", sample.name, "--out", out).status == 0
    folder = out / sample.name
    expressions = {desk.expression(figure.tag) for figure in desk.figures(desk.report_in(folder))}
    with Reader() as reader:
        output = open_output(folder, reader)
    return {expression: trace(output, expression) for expression in sorted(expressions)}


def test_the_report_has_live_figures(traced: dict[str, Traced]) -> None:
    assert len(traced) >= 30


def test_every_figure_has_parts_and_every_part_names_file_sheet_and_cell(traced: dict[str, Traced]) -> None:
    without = [
        (name, part)
        for name, figure in traced.items()
        for part in figure.parts
        if not (part.file and part.sheet and part.cell and len(part.digest) == 64)
    ]

    assert without == []
    assert [name for name, figure in traced.items() if not figure.parts] == []


def test_what_stands_in_each_cell_is_what_was_said(sample: Path, traced: dict[str, Traced]) -> None:
    """Read with zipfile and lxml alone."""
    for figure in traced.values():
        for part in figure.parts:
            seen = content(sample / "received" / part.file, part.sheet, part.cell)
            assert seen is not None, part
            assert same(seen, part), (seen, part)


def test_the_parts_of_a_sum_add_up_to_it(traced: dict[str, Traced]) -> None:
    for name, figure in traced.items():
        if figure.formulas or not re.fullmatch(r"[a-z_0-9]+(@[a-z_]+)?", name):
            continue
        if not re.search("[0-9]", figure.value):  # a vague quantity is no sum; somebody wrote it
            assert figure.value in {part.value for part in figure.parts}, name
            continue
        given = [number(part.value) for part in figure.parts if part.state == "số của Cụm"]
        amounts = given or [number(part.value) for part in figure.parts if part.state == "có"]
        if amounts:
            assert sum(amounts, Decimal(0)) == number(figure.value), name


def test_the_command_prints_the_way_back(out: Path) -> None:
    printed = desk.ccbdesk("trace", out, "tuan_tra_luot")

    assert (printed.status, printed.aside) == (0, "")
    assert printed.out.splitlines() == [
        "Lượt hội viên tham gia tuần tra (tuan_tra_luot): 7.855",
        *(line for line in printed.out.splitlines() if line.startswith("  ")),
    ]
    assert [re.sub(r"\s*←.*", "", line) for line in printed.out.splitlines()[1:]] == [
        "  Cao Bằng – Lượt hội viên tham gia tuần tra: 1.855 lượt",
        "  Lạng Sơn – Lượt hội viên tham gia tuần tra: 6.000 lượt",
    ]


def test_an_unknown_figure_is_answered_with_the_nearest_one(out: Path) -> None:
    asked = desk.ccbdesk("trace", out, "ngay_cogn")

    assert (asked.status, asked.out) == (2, "")
    assert asked.aside == "Không có số liệu “ngay_cogn” trong kết quả này. Có phải là “ngay_cong”?\n"


def same(seen: str, part: TracedPart) -> bool:
    """Tell whether a cell's raw content is what the trace says was typed: the same words, or the same number."""
    if seen.strip() == part.as_typed:
        return True
    if part.as_typed.endswith(" dòng"):
        return len(seen.splitlines()) == int(part.as_typed.removesuffix(" dòng"))
    if ":" in part.cell:
        return sum(map(plain_or_typed, seen.splitlines())) == number(part.as_typed)
    if part.as_typed.endswith("%"):
        return Decimal(seen) * 100 == number(part.as_typed.rstrip("%"))
    return Decimal(f"{Decimal(seen):.15g}") == number(part.as_typed)


def plain_or_typed(seen: str) -> Decimal:
    """Return an amount of a list's cell: a number as Excel keeps it, or words such as “150,5 triệu đồng”."""
    try:
        return Decimal(seen)
    except ArithmeticError:
        return number(re.sub(r"[^0-9.,]", "", seen))


def number(written: str) -> Decimal:
    """Return a number written with dots and a comma, whatever says before it how exact it is."""
    return Decimal(written.rsplit(maxsplit=1)[-1].replace(".", "").replace(",", "."))


def content(path: Path, sheet: str, cell: str) -> str | None:
    """Return the raw content of a cell; of the cells of a list (“B9:B11”) what stands in each, one behind the other."""
    first, _, last = cell.partition(":")
    if not last:
        return cells_of(path, sheet).get(cell)
    letters = re.sub(r"[0-9]", "", first)
    rows = range(int(first.removeprefix(letters)), int(last.removeprefix(letters)) + 1)
    return "\n".join(found for row in rows if (found := cells_of(path, sheet).get(f"{letters}{row}")))


@cache
def cells_of(path: Path, sheet: str) -> dict[str, str]:
    """Return the raw contents of a sheet's cells by address."""
    with zipfile.ZipFile(path) as package:
        part = _sheet_parts(package)[sheet]
        strings = _strings(package)
        return {str(cell.get("r")): _text(strings, cell) for cell in _parsed(package, part).iter(f"{MAIN}c")}


def _strings(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    items = _parsed(package, "xl/sharedStrings.xml").iter(f"{MAIN}si")
    return ["".join(text.text or "" for text in item.iter(f"{MAIN}t")) for item in items]


def _parsed(package: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name))


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    targets = {
        relation.get("Id"): str(relation.get("Target"))
        for relation in _parsed(package, "xl/_rels/workbook.xml.rels").iter(RELATION)
    }
    return {
        str(sheet.get("name")): str(PurePosixPath("xl") / targets[sheet.get(LINK)].removeprefix("/xl/"))
        for sheet in _parsed(package, "xl/workbook.xml").iter(f"{MAIN}sheet")
    }


def _text(strings: list[str], cell: etree._Element) -> str:
    if cell.get("t") == "s":
        return strings[int(cell.findtext(f"{MAIN}v") or "0")]
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
    return cell.findtext(f"{MAIN}v") or ""
