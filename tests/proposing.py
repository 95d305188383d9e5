"""What is proposed from a template, and what should be. This module holds how the two are laid side by side."""

import csv
from dataclasses import dataclass
from pathlib import Path

from ccbdesk.engine.proposing.proposing import propose
from ccbdesk.files.excel.layout import read_layouts
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.form import SheetKind
from ccbdesk.model.proposal import Certainty, Proposal, ProposedSheet
from ccbdesk.model.receipt import Refused
from ccbdesk.vietnamese.vocabulary.forms import KINDS
from ccbdesk.wording.proposals import word_for

OFFICES = Path(__file__).with_name("office_templates")
TOTAL = "tổng"


@dataclass(frozen=True)
class Asked:
    """One figure: what it is called, what it is measured in, its kind; the rest where it has one cell of its own."""

    label: str
    measure: str
    kind: str
    plan: str = ""
    parent: str = ""
    section: str = ""


Place = tuple[str, str]
"""The sheet of the template and the cell; of a list the range of a column."""


def proposed_from(content: bytes, name: str) -> Proposal:
    """Return what is proposed from the bytes of a template."""
    with Reader() as reader:
        workbook = reader.read_bytes(content)
    layouts = read_layouts(content)
    assert not isinstance(workbook, Refused)
    assert not isinstance(layouts, Refused)
    return propose(workbook, layouts, name)


def truth_beside(path: Path) -> dict[Place, Asked]:
    """Return what a careful person reads from a template, as the table beside it says."""
    with path.with_suffix(".tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return {
        (row["sheet"], row["cell"]): Asked(
            row["label"], row["unit"], row["kind"], row["plan"], row["parent"], row["section"]
        )
        for row in rows
    }


def asked_in(proposal: Proposal) -> dict[Place, Asked]:
    """Return every figure a proposal asks for, and every total it leaves to the template, by its place."""
    found: dict[Place, Asked] = {}
    for sheet in proposal.sheets:
        match sheet.kind:
            case SheetKind.FIGURES | SheetKind.NARRATIVE:
                found |= _figures(proposal, sheet)
            case SheetKind.MATRIX:
                found |= _matrix(proposal, sheet)
            case SheetKind.LIST:
                found |= _list(proposal, sheet)
    totals = {(t.sheet, t.cell): Asked(t.label, t.measure, TOTAL) for t in proposal.totals}
    return found | totals


def _figures(proposal: Proposal, sheet: ProposedSheet) -> dict[Place, Asked]:
    labels = {figure.code: figure.label for figure in proposal.figures}
    return {
        (sheet.template_sheet, figure.cell): Asked(
            figure.label,
            figure.measure,
            TOTAL if figure.is_total else word_for(KINDS, figure.kind),
            figure.plan_cell,
            labels.get(figure.parent, ""),
            figure.section.partition(". ")[2] or figure.section,
        )
        for figure in proposal.figures
        if figure.sheet == sheet.code and figure.cell
    }


def _matrix(proposal: Proposal, sheet: ProposedSheet) -> dict[Place, Asked]:
    return {
        (sheet.template_sheet, f"{column.column}{row.row}"): Asked(
            f"{row.label} – {column.label}", column.measure or row.measure, word_for(KINDS, column.kind)
        )
        for row in proposal.figures
        for column in proposal.columns
        if row.sheet == column.sheet == sheet.code
    }


def _list(proposal: Proposal, sheet: ProposedSheet) -> dict[Place, Asked]:
    rows = f"{sheet.first_row}:", sheet.last_row
    return {
        (sheet.template_sheet, f"{column.column}{rows[0]}{column.column}{rows[1]}"): Asked(
            column.label, column.measure, word_for(KINDS, column.kind)
        )
        for column in proposal.columns
        if column.sheet == sheet.code
    }


def is_right(asked: Asked | None, true: Asked) -> bool:
    """Tell whether a figure has the right label and unit of measure, and a total is known to be one."""
    return (
        asked is not None
        and (asked.label, asked.measure) == (true.label, true.measure)
        and (asked.kind == TOTAL) == (true.kind == TOTAL)
    )


def share_right(proposal: Proposal, truth: dict[Place, Asked]) -> float:
    """Return how many of the true figures are proposed with right label, cell and unit of measure, from 0 to 1."""
    asked = asked_in(proposal)
    return sum(is_right(asked.get(place), true) for place, true in truth.items()) / len(truth)


def silently_wrong(proposal: Proposal, truth: dict[Place, Asked]) -> list[Place]:
    """Return the cells that are proposed wrongly without being on the list of what to look at."""
    told = {
        (remark.sheet, cell)
        for remark in proposal.remarks
        if remark.certainty in {Certainty.UNKNOWN, Certainty.DOUBTFUL}
        for cell in remark.cell.split(", ")
    }
    return [
        place
        for place, asked in asked_in(proposal).items()
        if (place not in truth or not is_right(asked, truth[place])) and not _is_told(place, told)
    ]


def _is_told(place: Place, told: set[Place]) -> bool:
    """Tell whether a cell, another of its row or one above it in its column is on the list."""
    sheet, cell = place
    column, row = _split(cell.partition(":")[0])
    beside = [_split(other) for name, other in told if name == sheet and other[-1:].isdigit()]
    return any(there == row or (other == column and there < row) for other, there in beside)


def _split(cell: str) -> tuple[str, int]:
    letters = cell.rstrip("0123456789")
    return letters, int(cell[len(letters) :])
