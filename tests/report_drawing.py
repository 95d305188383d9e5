r"""Reports drawn as text. This module holds the drawing of figures and sentences, and of what comes out.

    report = drafted('''
        | code     | label      | measure    | Một | Hai | Ba |
        | a        | Ngày công  | ngày       | 265 | 500 | ?  |
        | m        | Ủng hộ     | triệu đồng | 1,5 | x   |    |
        | *chu_de  | Chủ đề     | lời văn    | Đoàn kết     |
        | r        | Bình quân  | %          | = a / m      |
    ''', "Toàn Cụm {a} ngày công.")

The columns behind the measure are the members, u1 and so on; “Một (xã)” is a member of the kind “xã”,
“Một = cu + bon” one that has been made of two at the beginning of 2023. A star marks a figure of the cluster's own, an equals sign
a computed one, a question mark behind the code one that need not be given, ``không cộng`` behind the measure one that
is not added up. ``| § | Kinh tế |`` begins a section. What a cell holds:

    12   -3   1,5       a number; with trên, hơn, gần, khoảng or ước before it, as exact as that
    x                   the unit has no such task
    (nothing)           the figure is blank
    ?                   the unit's return is not in (say so in each of its cells)
    !                   something unreadable
    10 kh 15            the figure, of which 15 was planned; without a figure, “kh 15”
    2024-07-05          a day
    anything else       words; a line break is written \n

A list is drawn beneath its code and title, a row a line, the unit first; “Cụm” is the cluster's own. A star before the code makes
the whole list the cluster's own. A plus sign marks
a column that is added up, a star one that must be filled in:

    ct: Công trình
    | Đơn vị | ten_ct: Tên *  | gia: Giá trị (triệu đồng) + |
    | Hai    | Cầu tre        | 50                          |"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.sentences import Parsed, parse_sentence
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import (
    Adding,
    Document,
    Form,
    FormId,
    FormSheet,
    Indicator,
    Kind,
    ListColumn,
    ListCount,
    ListSum,
    Preparer,
    Sentence,
    SheetKind,
    Style,
)
from ccbdesk.model.history import Earlier, EarlierPeriod
from ccbdesk.model.origin import CellOrigin, ColumnCode, Digest, IndicatorCode, Reading, RowKey, SheetCode
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.report import Dropped, Figure, Gap, Note, Phrase, Report, Run, Table, TableCell
from ccbdesk.model.submission import ListCell, ListRow, Submission
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Text, Unreadable, Value

YEAR = Period(2023)

NO_CELLS: Mapping[str, str] = {}

_MEMBERS, _OWN = SheetCode("B1"), SheetCode("PK")
_KINDS = {"lời văn": Kind.TEXT, "ngày tháng": Kind.DAY, "%": Kind.PERCENT, "triệu đồng": Kind.MONEY}
_NOT_ADDED = "không cộng"
_SECTION = "§"
_QUALIFIERS = {
    "trên": Exactness.OVER,
    "hơn": Exactness.MORE_THAN,
    "gần": Exactness.NEARLY,
    "khoảng": Exactness.ABOUT,
    "ước": Exactness.ESTIMATED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet Câu mẫu as its author types it."""

    text: str
    style: Style = Style.BODY
    condition: str = ""
    periods: tuple[str, ...] = ()
    section: str = ""
    document: Document = Document.REPORT


def drafted(  # noqa: PLR0913 - each is drawn apart and most are left out
    drawn: str,
    *lines: str | Line,
    period: Period = YEAR,
    cells: Mapping[str, str] = NO_CELLS,
    lists: str = "",
    document: Document = Document.REPORT,
    earlier: tuple[EarlierPeriod, ...] = (),
) -> Report:
    """Return the paper drafted from drawn figures, lists and sentences; a plain text is a body paragraph."""
    return draft(consolidation_of(drawn, *lines, period=period, lists=lists, earlier=earlier), cells, document)


def consolidation_of(
    drawn: str,
    *lines: str | Line,
    period: Period = YEAR,
    lists: str = "",
    earlier: tuple[EarlierPeriod, ...] = (),
) -> Consolidation:
    """Return the consolidation of drawn figures; its form has these sentences, in the cells C2, C3 and so on."""
    rows = [_cells(row) for row in drawn.strip().splitlines()]
    head, *below = rows
    figures = [row for row in below if row[0] != _SECTION]
    units = tuple(_unit(number, name) for number, name in enumerate(head[3:], start=1))
    drawn_lists = list(_find_lists(lists))
    known = Known(
        {
            **{_code(row): row[1] for row in figures},
            **{indicator.code: indicator.label for one in drawn_lists for indicator in _list_indicators(one)},
        },
        frozenset(unit.id for unit in units),
        {one.sheet.code: {column.code: column.label for column in one.columns} for one in drawn_lists},
        tuple(dict.fromkeys(unit.kind for unit in units if unit.kind)),
    )
    form = _form(units, tuple(_indicator(row, known) for row in figures), known, lines)
    sections = _sections(below)
    form = replace(
        form,
        sheets=(*form.sheets, *(one.sheet for one in drawn_lists)),
        columns=tuple(column for one in drawn_lists for column in one.columns),
        indicators=(
            *(replace(indicator, section=sections[indicator.code]) for indicator in form.indicators),
            *(indicator for one in drawn_lists for indicator in _list_indicators(one)),
        ),
    )
    returns = [_with_lists(one, drawn_lists, form) for one in _returns(form, figures, period)]
    return consolidate(form, period, returns, (), Basis("basis"), bases=bases_of(form, period, Earlier(earlier)))


def shown(report: Report) -> list[str]:
    """Return the text of each paragraph, as it is read."""
    return ["".join(_text(run) for run in paragraph.runs) for paragraph in report.paragraphs]


def marked(report: Report) -> list[str]:
    """Return the text of each paragraph with its live figures in ⟦⟧, those with a gap in ⟦?⟧ and its notes in ‹›."""
    return ["".join(_marked(run) for run in paragraph.runs) for paragraph in report.paragraphs]


def figures_of(report: Report) -> list[Figure]:
    """Return the live figures of a report's paragraphs in order."""
    return [run for paragraph in report.paragraphs for run in paragraph.runs if isinstance(run, Figure)]


def drawn_table(table: Table) -> str:
    """Return a table as text: a line a row, live figures in ⟦⟧ as in ``marked``; a wide cell says how wide it is."""
    return "\n".join(_drawn_row(row) for row in table.rows)


def _drawn_row(row: Sequence[TableCell]) -> str:
    cells = ("".join(_marked(run) for run in cell.runs) + (f" ×{cell.across}" * (cell.across > 1)) for cell in row)
    return f"| {' | '.join(cells)} |"


def gap(place: str, code: str, *units: str) -> Gap:
    """Return what a report says of a figure that lacks units."""
    return Gap(place, IndicatorCode(code), tuple(UnitId(unit) for unit in units))


def fallen(place: str, *codes: str) -> Dropped:
    """Return what a report says of a sentence that fell away because of these figures."""
    return Dropped(place, tuple(IndicatorCode(code) for code in codes))


def _unit(number: int, drawn: str) -> Unit:
    words, _, before = drawn.partition(" = ")
    name, _, kind = words.partition(" (")
    predecessors = tuple(each.strip() for each in before.split("+")) if before else ()
    merged = date(2023, 1, 1) if before else None
    id = UnitId(f"u{number}")
    return Unit(id, f"Hội {name}", name, kind.rstrip(")"), valid_from=merged, predecessors=predecessors)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _sections(rows: Sequence[Sequence[str]]) -> dict[IndicatorCode, str]:
    sections: dict[IndicatorCode, str] = {}
    section = ""
    for row in rows:
        if row[0] == _SECTION:
            section = row[1]
        else:
            sections[_code(row)] = section
    return sections


def _code(row: Sequence[str]) -> IndicatorCode:
    return IndicatorCode(row[0].strip("*?"))


def _form(
    units: tuple[Unit, ...], indicators: tuple[Indicator, ...], known: Known, lines: Sequence[str | Line]
) -> Form:
    return Form(
        id=FormId("form"),
        version="1",
        cluster=Unit(CLUSTER, "Cụm thi đua số 1", "Cụm"),
        units=units,
        sheets=(FormSheet(_MEMBERS, "B1", "Biểu 1"), FormSheet(_OWN, "PK", "Phiếu kỳ", preparer=Preparer.CLUSTER)),
        indicators=indicators,
        rules=(),
        sentences=tuple(
            _sentence(line if isinstance(line, Line) else Line(line), f"C{row}", known)
            for row, line in enumerate(lines, start=2)
        ),
        title="Báo cáo",
    )


def _indicator(row: Sequence[str], known: Known) -> Indicator:
    code, label, measured, *typed = row
    measure = measured.removesuffix(_NOT_ADDED).strip()
    kind = _KINDS.get(measure, Kind.INTEGER)
    is_added = kind not in (Kind.TEXT, Kind.DAY) and measure == measured
    added = Adding.SUM_FLOW if is_added else Adding.NOT_ADDED
    sheet = _OWN if code.startswith("*") else _MEMBERS
    indicator = Indicator(
        _code(row),
        label,
        sheet,
        measure=measure,
        kind=kind,
        adding=added,
        required=not code.endswith("?"),
        planned=any(re.search(r"\bkh \S", cell) for cell in typed),
    )
    if typed and typed[0].startswith("="):
        return replace(indicator, adding=Adding.FORMULA, formula=expression(typed[0][1:], known))
    return indicator


def expression(text: str, known: Known) -> Expression:
    """Return the tree of an expression that a test has right."""
    parsed = parse(text, known)
    assert not isinstance(parsed, tuple), parsed
    return parsed


def _sentence(line: Line, place: str, known: Known) -> Sentence:
    parsed = parse_sentence(line.text, known)
    assert isinstance(parsed, Parsed), parsed
    condition = expression(line.condition, known) if line.condition else None
    return Sentence(place, line.style, parsed.pieces, line.section, condition, line.periods, line.document)


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is drawn, with the rows of all units."""

    sheet: FormSheet
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]


_LIST_COLUMN = re.compile(r"(?P<code>\w+): (?P<label>[^(*+]+?)\s*(?:\((?P<measure>.+)\))?\s*(?P<signs>[*+ ]*)")


def _find_lists(drawn: str) -> Iterator[_List]:
    for block in re.split(r"\n\s*(?=\*?\w+: )", f"\n{drawn.strip()}") if drawn.strip() else []:
        if not block.strip():
            continue
        title, head, *rows = block.strip().splitlines()
        code, name = title.split(": ")
        preparer = Preparer.CLUSTER if code.startswith("*") else Preparer.UNIT
        code = code.strip("*")
        sheet = FormSheet(SheetCode(code), code, name, SheetKind.LIST, preparer)
        columns = tuple(_list_column(sheet, cell) for cell in _cells(head)[1:])
        yield _List(sheet, columns, tuple(tuple(_cells(row)) for row in rows))


def _list_column(sheet: FormSheet, drawn: str) -> ListColumn:
    found = _LIST_COLUMN.fullmatch(drawn)
    assert found, drawn
    measure = found["measure"] or ""
    kind = _KINDS.get(measure, Kind.INTEGER if measure else Kind.TEXT)
    signs = found["signs"]
    return ListColumn(sheet.code, ColumnCode(found["code"]), found["label"], measure, kind, "*" in signs, "+" in signs)


def _list_indicators(drawn: _List) -> Iterator[Indicator]:
    sheet = drawn.sheet
    yield Indicator(IndicatorCode(sheet.code), sheet.title, sheet.code, measure="mục", source=ListCount(sheet.code))
    for column in drawn.columns:
        if column.is_added:
            code, source = IndicatorCode(f"{sheet.code}_{column.code}"), ListSum(sheet.code, column.code)
            yield Indicator(code, column.label, sheet.code, measure=column.measure, kind=column.kind, source=source)


def _with_lists(submission: Submission, lists: Sequence[_List], form: Form) -> Submission:
    """Return a return with the rows of its lists, their number and their sums."""
    name = form.unit(submission.unit).short_name
    for one in lists:
        rows = [row for row in one.rows if row[0] == name]
        found = tuple(_list_row(number, one, row) for number, row in enumerate(rows, start=1))
        readings = (_list_reading(indicator, found) for indicator in _list_indicators(one))
        submission = replace(submission, rows=(*submission.rows, *found), readings=(*submission.readings, *readings))
    return submission


def _list_row(number: int, drawn: _List, row: Sequence[str]) -> ListRow:
    cells = tuple(
        ListCell(column.code, _typed(cell, column.kind), cell, _ORIGIN)
        for column, cell in zip(drawn.columns, row[1:], strict=True)
        if cell
    )
    return ListRow(drawn.sheet.code, RowKey(str(number)), cells)


def _list_reading(indicator: Indicator, rows: Sequence[ListRow]) -> Reading:
    amount = Decimal(len(rows))
    if isinstance(indicator.source, ListSum):
        cells = [row.cell(indicator.source.column) for row in rows]
        amount = sum((cell.value.amount for cell in cells if cell and isinstance(cell.value, Number)), Decimal(0))
    return Reading(indicator.code, Number(amount), f"{len(rows)} dòng", _ORIGIN)


_ORIGIN = CellOrigin("list.xlsx", Digest("list"), "list", "B9")


def _returns(form: Form, rows: Sequence[Sequence[str]], period: Period) -> list[Submission]:
    own = {_code(row): row[3] for row in rows if row[0].startswith("*") and len(row) > 3}
    typed = {CLUSTER: own}
    for place, unit in enumerate(form.units, start=3):
        typed[unit.id] = {_code(row): row[place] for row in rows if not row[0].startswith("*") and len(row) > place}
    return [_return(form, unit, cells, period) for unit, cells in typed.items() if set(cells.values()) != {"?"}]


def _return(form: Form, unit: UnitId, cells: Mapping[IndicatorCode, str], period: Period) -> Submission:
    receipt = Receipt(f"{unit}.xlsx", Digest(unit), 1)
    origin = CellOrigin(receipt.name, receipt.digest, "B1", "D1")
    asked = {code: cell for code, cell in cells.items() if not form.indicator(code).is_computed}
    split = {code: [part.strip() for part in f"{cell} kh".split("kh")] for code, cell in asked.items()}
    kinds = {code: form.indicator(code).kind for code in asked}
    readings = tuple(Reading(code, _typed(done, kinds[code]), done, origin) for code, (done, *_) in split.items())
    plans = tuple(
        Reading(code, _typed(plan, kinds[code]), plan, origin) for code, (_, plan, *_) in split.items() if plan
    )
    return Submission(unit, period, receipt, readings, plans=plans)


def _typed(cell: str, kind: Kind) -> Value:
    if cell in _SIGNS:
        return _SIGNS[cell]
    if kind is Kind.DAY:
        return Day(date.fromisoformat(cell))
    word, _, amount = cell.rpartition(" ")
    exactness = _QUALIFIERS.get(word, Exactness.EXACT)
    try:
        return Number(Decimal((amount if word in _QUALIFIERS else cell).replace(",", ".")), exactness)
    except ArithmeticError:
        return Text(cell.replace("\\n", "\n"))


_SIGNS: Mapping[str, Value] = {"": Blank(), "x": NotApplicable(), "!": Unreadable("!")}


def _text(run: Run) -> str:
    match run:
        case Phrase() | Note():
            return run.text
        case Figure():
            return run.shown


def _marked(run: Run) -> str:
    match run:
        case Phrase():
            return run.text
        case Note():
            return f"‹{run.text}›"
        case Figure():
            return f"⟦?{run.shown}⟧" if run.is_gap else f"⟦{run.shown}⟧"
