"""The office's desk in the tests of whole uses. This module holds how a command is run and its result read back.

What is read back is read by others' readers (openpyxl, lxml), never by ours."""

import io
import json
import re
import tomllib
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from ccbdesk.cli.commands import run
from ccbdesk.model.decision import Hand

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_workbooks" / "tw-3-2023"
CLEAN = SAMPLE / "clean"
FAULTY = SAMPLE / "faulty"
TODAY = date(2023, 10, 10)
NOW = datetime(2023, 10, 10, 9, tzinfo=timezone(timedelta(hours=7)))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Result:
    """What a command gave: its exit status, and what it wrote to either stream."""

    status: int
    out: str
    aside: str

    @property
    def json(self) -> Any:
        """The answer of --json."""
        return json.loads(self.out)


def ccbdesk(*words: object, at: datetime = NOW) -> Result:
    """Run a command in this process as Lan, on 10 October 2023."""
    out, aside = io.StringIO(), io.StringIO()
    status = run([str(word) for word in words], Hand("Lan", at), out, aside)
    return Result(status, out.getvalue(), aside.getvalue())


def of_sample(command: str, sample: Path, part: str, *words: object) -> Result:
    """Run a command on the files of a part of a sample, of the form and period that its description names."""
    return ccbdesk(command, *named(sample, part), *words)


def named(sample: Path, part: str) -> tuple[object, ...]:
    """Return the words that name a part of a sample, its form and its period."""
    how = tomllib.loads((sample / "files.toml").read_text(encoding="utf-8"))
    return sample / part, "--form", how["form"], "--period", how["period"]


def described(sample: Path) -> dict[str, Any]:
    """Return what a sample's files must give, and what the office decides about them."""
    return tomllib.loads((sample / "expected.toml").read_text(encoding="utf-8"))


def settled(sample: Path, dossier: Path) -> Result:
    """Take a sample's received files into a dossier, decide what its description says the office decides, check again.

    The files came on the day of the deadline, but those that the description dates otherwise."""
    expected = described(sample)
    decided = expected.get("decided", {})
    at = datetime.combine(decided["deadline"], time(9), NOW.tzinfo)

    def tell(command: str, *words: object) -> Result:
        result = ccbdesk(command, *words, at=at)
        assert not result.aside, result.aside
        return result

    tell("check", *named(sample, "received"), "--dossier", dossier)
    tell("move", dossier, "deadline", decided["deadline"])
    for each in decided.get("day", ()):
        tell("date-received", dossier, each["file"], each["day"])
    asked = tell("check", "--dossier", dossier, "--json").json["questions"]
    for question, told in zip(asked, expected["received"].get("question", ()), strict=True):
        tell("answer", dossier, question["id"], chosen(sample / "received" / told["answer"]))
    for each in decided.get("correction", ()):
        plan = ("--plan",) if each.get("plan") else ()
        tell("correct", dossier, each["unit"], each["figure"], each["value"], "--source", each["source"], *plan)
    return tell("check", "--dossier", dossier, "--json")


def chosen(answer: Path) -> str:
    """Return the choice that an answer means: of several files the one whose name it is."""
    return sha256(answer.read_bytes()).hexdigest()[:8] if answer.is_file() else answer.name


@dataclass(frozen=True)
class Shown:
    """A live figure of a report."""

    tag: str
    title: str
    text: str


def report_in(folder: Path) -> Path:
    """Return the report of an output folder."""
    (path,) = folder.glob("*.docx")
    return path


def book_in(folder: Path) -> Path:
    """Return the workbook of an output folder."""
    (path,) = folder.glob("*.xlsx")
    return path


def paragraphs(path: Path) -> list[str]:
    """Return the text of every paragraph of a report, figures included."""
    body = _document(path)
    return ["".join(text.text or "" for text in paragraph.iter(f"{WORD}t")) for paragraph in body.iter(f"{WORD}p")]


def figures(path: Path) -> list[Shown]:
    """Return the live figures of a report."""
    return [
        Shown(
            _said(control, "tag"),
            _said(control, "alias"),
            "".join(text.text or "" for text in control.iter(f"{WORD}t")),
        )
        for control in _document(path).iter(f"{WORD}sdt")
    ]


def _said(control: etree._Element, name: str) -> str:
    (property,) = control.iterfind(f"{WORD}sdtPr/{WORD}{name}")
    return str(property.get(f"{WORD}val"))


def expression(tag: str) -> str:
    """Return the expression that a tag carries, without the ways of writing."""
    found = re.fullmatch(r"ccb:[^/]+/(?P<expression>[^|#]+)(?:\|[^#]*)?#[a-z2-7]{5}", tag)
    assert found, tag
    return found["expression"]


def _document(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def figure_cell(sheet: Worksheet, code: str) -> Cell:
    """Return the cell of a return in which a figure is typed: beside its code, beneath the heading “Số liệu”."""
    rows = tuple(sheet.iter_rows())
    column = next(number for row in rows for number, cell in enumerate(row) if cell.value == "Số liệu")
    found = next(row[column] for row in rows if row[0].value == code)
    assert isinstance(found, Cell)
    return found


def summary(path: Path) -> dict[tuple[str, str], object]:
    """Return the sheet Tổng hợp by indicator and column heading, as the cached results show it."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Tổng hợp"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(index for index, row in enumerate(rows) if row[0] == "Mã")
    return {
        (str(row[0]), str(rows[head][column])): row[column]
        for row in rows[head + 1 :]
        if row[0] is not None
        for column in range(4, len(row))
    }
