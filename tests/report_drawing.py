r"""Reports drawn as text. This module holds the drawing of figures and sentences, and of what comes out.

    report = drafted('''
        | code     | label      | measure    | Một | Hai | Ba |
        | a        | Ngày công  | ngày       | 265 | 500 | ?  |
        | m        | Ủng hộ     | triệu đồng | 1,5 | x   |    |
        | *chu_de  | Chủ đề     | lời văn    | Đoàn kết     |
        | r        | Bình quân  | %          | = a / m      |
    ''', "Toàn Cụm {a} ngày công.")

The columns behind the measure are the members, u1 and so on. A star marks a figure of the cluster's own, an equals sign
a computed one, a question mark behind the code one that need not be given, ``không cộng`` behind the measure one that
is not added up. What a cell holds:

    12   -3   1,5       a number; with trên, hơn, gần, khoảng or ước before it, as exact as that
    x                   the unit has no such task
    (nothing)           the figure is blank
    ?                   the unit's return is not in (say so in each of its cells)
    !                   something unreadable
    2024-07-05          a day
    anything else       words; a line break is written \n"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.sentences import Parsed, parse_sentence
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.expression import Expression
from ccbdesk.model.form import Adding, Form, FormId, FormSheet, Indicator, Kind, Preparer, Sentence, Style
from ccbdesk.model.origin import CellOrigin, Digest, IndicatorCode, Reading, SheetCode
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.report import Dropped, Figure, Gap, Note, Phrase, Report, Run
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Blank, Day, Exactness, NotApplicable, Number, Text, Unreadable, Value

YEAR = Period(2023)

NO_CELLS: Mapping[str, str] = {}

_MEMBERS, _OWN = SheetCode("B1"), SheetCode("PK")
_KINDS = {"lời văn": Kind.TEXT, "ngày tháng": Kind.DAY, "%": Kind.PERCENT, "triệu đồng": Kind.MONEY}
_NOT_ADDED = "không cộng"
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


def drafted(drawn: str, *lines: str | Line, period: Period = YEAR, cells: Mapping[str, str] = NO_CELLS) -> Report:
    """Return the report drafted from drawn figures and sentences; a plain text is a body paragraph."""
    return draft(consolidation_of(drawn, *lines, period=period), cells)


def consolidation_of(drawn: str, *lines: str | Line, period: Period = YEAR) -> Consolidation:
    """Return the consolidation of drawn figures; its form has these sentences, in the cells C2, C3 and so on."""
    rows = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in drawn.strip().splitlines()]
    head, *figures = rows
    units = tuple(Unit(UnitId(f"u{n}"), f"Hội {name}", name) for n, name in enumerate(head[3:], start=1))
    known = Known({_code(row): row[1] for row in figures}, frozenset(unit.id for unit in units))
    form = _form(units, tuple(_indicator(row, known) for row in figures), known, lines)
    return consolidate(form, period, _returns(form, figures, period), (), Basis("basis"))


def shown(report: Report) -> list[str]:
    """Return the text of each paragraph, as it is read."""
    return ["".join(_text(run) for run in paragraph.runs) for paragraph in report.paragraphs]


def marked(report: Report) -> list[str]:
    """Return the text of each paragraph with its live figures in ⟦⟧, those with a gap in ⟦?⟧ and its notes in ‹›."""
    return ["".join(_marked(run) for run in paragraph.runs) for paragraph in report.paragraphs]


def figures_of(report: Report) -> list[Figure]:
    """Return the live figures of a report in order."""
    return [run for paragraph in report.paragraphs for run in paragraph.runs if isinstance(run, Figure)]


def gap(place: str, code: str, *units: str) -> Gap:
    """Return what a report says of a figure that lacks units."""
    return Gap(place, IndicatorCode(code), tuple(UnitId(unit) for unit in units))


def fallen(place: str, *codes: str) -> Dropped:
    """Return what a report says of a sentence that fell away because of these figures."""
    return Dropped(place, tuple(IndicatorCode(code) for code in codes))


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
    required = not code.endswith("?")
    indicator = Indicator(_code(row), label, sheet, measure=measure, kind=kind, adding=added, required=required)
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
    return Sentence(place, line.style, parsed.pieces, condition=condition, periods=line.periods)


def _returns(form: Form, rows: Sequence[Sequence[str]], period: Period) -> list[Submission]:
    own = {_code(row): row[3] for row in rows if row[0].startswith("*") and len(row) > 3}
    typed = {CLUSTER: own}
    for place, unit in enumerate(form.units, start=3):
        typed[unit.id] = {_code(row): row[place] for row in rows if not row[0].startswith("*") and len(row) > place}
    return [_return(form, unit, cells, period) for unit, cells in typed.items() if set(cells.values()) != {"?"}]


def _return(form: Form, unit: UnitId, cells: Mapping[IndicatorCode, str], period: Period) -> Submission:
    receipt = Receipt(f"{unit}.xlsx", Digest(unit), 1)
    readings = tuple(
        Reading(code, _value(cell, form.indicator(code)), cell, CellOrigin(receipt.name, receipt.digest, "B1", "D1"))
        for code, cell in cells.items()
        if not form.indicator(code).is_computed
    )
    return Submission(unit, period, receipt, readings)


def _value(cell: str, indicator: Indicator) -> Value:
    if cell in _SIGNS:
        return _SIGNS[cell]
    if indicator.kind is Kind.DAY:
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
