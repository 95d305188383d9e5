"""The guide to form workbooks. This module holds the tests that what it says is so: its examples are run as printed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import drawing
import past
import pytest
from guide import GUIDE, Row, cells_of, code, section, table
from office import spot

from ccbdesk.cli.arguments import Parser, parser
from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.checking.peers import check_peers
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.expressions import parsing, tags
from ccbdesk.engine.expressions.comparisons import STATES_COMPARED
from ccbdesk.engine.expressions.evaluating import evaluate
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.engine.expressions.loops import Setting
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.periods import PERIOD_WORDS
from ccbdesk.engine.forms.cells import key
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.engine.forms.ways import split_ways
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.submissions.receiving import Arrival, receive
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.expression import Function, Operator, When
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form, Kind
from ccbdesk.model.grid import Cell, Workbook
from ccbdesk.model.history import Earlier
from ccbdesk.model.origin import CellOrigin, Digest, IndicatorCode, Reading, RowKey, SheetCode
from ccbdesk.model.outcome import Outcome, Verdict
from ccbdesk.model.period import Period, Span, period_of
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.report import Figure, Report
from ccbdesk.model.sentence import Builtin
from ccbdesk.model.submission import ListCell, ListRow, Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, Day, NotApplicable, Number, Ratio, Text, Value
from ccbdesk.vietnamese.numbers.reading import Doubtful, NotUnderstood, Understood, Vague, read_day, read_figure
from ccbdesk.vietnamese.numbers.writing import KNOWN_WAYS, day_in_figures, plain, written, written_day
from ccbdesk.vietnamese.vocabulary import forms
from ccbdesk.vietnamese.vocabulary.forms import KINDS, PAGES, PROPERTIES, Choice
from ccbdesk.wording.mistakes import mistake_sentence
from ccbdesk.wording.periods import period_name

PERIOD = Period(2024)
NOT_PRINTED = "(không in)"
NO_RESULT = "(chưa có)"
VERDICTS = {Verdict.PASSED: "đạt", Verdict.FAILED: "không đạt", Verdict.NOT_EVALUABLE: "chưa đánh giá được"}

# -- the small form, drawn ---------------------------------------------------------------------------------------------


def drawn_page(name: str) -> str:
    """Return a sheet of the guide's small form, as the drawing language has it."""
    (found,) = re.findall(rf"^Trang \*\*{name}\*\*\n\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    return f"{name}\n{found}"


# -- the small form ------------------------------------------------------------------------------------------------


def workbook(sentence: str = "", style: str = "Đoạn văn", condition: str = "") -> Workbook:
    """Return the guide's small form; with a sentence, that one stands alone in the sheet Câu mẫu, in C2."""
    drawn = [drawn_page(page.name) for page in PAGES[:-1]]
    one = f"| | {style} | {_escaped(sentence)} | {_escaped(condition)} |"
    last = f"Câu mẫu\n| Mục | Kiểu đoạn | Câu mẫu | Chỉ in khi |\n{one}" if sentence else drawn_page("Câu mẫu")
    return drawing.workbook("\n".join((*drawn, last)))


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def form(sentence: str = "", style: str = "Đoạn văn", condition: str = "") -> Form:
    """Return the form that :func:`workbook` draws; it has no mistakes."""
    read = read_form(workbook(sentence, style, condition))
    assert isinstance(read, Form), [mistake_sentence(mistake) for mistake in read]
    return read


def submissions(form: Form) -> tuple[Submission, ...]:
    """Return the returns of the guide's small form, the cluster's own first."""
    names = [unit.short_name for unit in form.units]
    figures = {row[0]: dict(zip(names, row[1:], strict=True)) for row in table("Mã", *names)}
    own: dict[str, Value] = {"ngay_hop": Day(date(2024, 10, 10)), "noi_hop": Text("hội trường xã Đông")}
    readings = tuple(_reading(IndicatorCode(code), value, "") for code, value in own.items())
    returns = (
        _submission(form, unit.id, {code: typed[unit.short_name] for code, typed in figures.items()})
        for unit in form.units
    )
    return (Submission(CLUSTER, PERIOD, _receipt(CLUSTER), readings), *returns)


def _submission(form: Form, unit: UnitId, typed: dict[str, str]) -> Submission:
    rows = _rows(form, unit)
    asked = [indicator for indicator in form.asked_of(form.unit(unit)) if not indicator.is_of_list]
    readings = [_reading(i.code, _value(typed[i.code], i.kind, i.measure), typed[i.code]) for i in asked]
    counts = {sheet: sum(row.sheet == sheet for row in rows) for sheet in ("mo_hinh", "ket_qua")}
    homes = [cell.value for row in rows for cell in row.cells if cell.column == "so_ho"]
    summed = Number(sum((value.amount for value in homes if isinstance(value, Number)), Decimal(0)))
    readings += [
        *(_reading(IndicatorCode(sheet), Number(Decimal(count)), "") for sheet, count in counts.items()),
        _reading(IndicatorCode("mo_hinh_so_ho"), summed, ""),
    ]
    planned = form.indicator(IndicatorCode("ngay_cong"))
    plan = _reading(planned.code, _value(typed["ngay_cong~ke_hoach"], planned.kind, planned.measure), "")
    return Submission(unit, PERIOD, _receipt(unit), tuple(readings), "1", plans=(plan,), rows=rows)


def _rows(form: Form, unit: UnitId) -> tuple[ListRow, ...]:
    return (*_rows_of(form, SheetCode("mo_hinh"), unit), *_rows_of(form, SheetCode("ket_qua"), unit))


def _rows_of(form: Form, sheet: SheetCode, unit: UnitId) -> tuple[ListRow, ...]:
    columns = form.columns_of(sheet)
    told = [row[1:] for row in table("Đơn vị", *(c.label for c in columns)) if row[0] == form.unit(unit).short_name]
    return tuple(
        ListRow(
            sheet,
            RowKey(f"a{place}"),
            tuple(
                ListCell(column.code, _value(said, column.kind, column.measure), said, _origin(unit))
                for column, said in zip(columns, row, strict=True)
                if said
            ),
        )
        for place, row in enumerate(told)
    )


def _value(typed: str, kind: Kind, measure: str) -> Value:
    if not typed:
        return Blank()
    if kind is Kind.TEXT:
        return Text(typed)
    heard = read_figure(typed, kind, measure)
    if isinstance(heard, Vague):
        return Text(heard.words)
    assert isinstance(heard, Understood), (typed, heard)
    return heard.value


def _reading(indicator: IndicatorCode, value: Value, typed: str) -> Reading:
    return Reading(indicator, value, typed, _origin(CLUSTER))


def _origin(unit: UnitId) -> CellOrigin:
    return CellOrigin(f"{unit}.xlsx", Digest(unit), "Biểu", "E6")


def _receipt(unit: UnitId) -> Receipt:
    return Receipt(f"{unit}.xlsx", Digest(unit), 1)


def checked(form: Form) -> tuple[list[Finding], list[Outcome]]:
    """Return what checking the guide's returns gives."""
    returns = submissions(form)
    results = (*(check(form, one) for one in returns), *check_peers(form, returns))
    return [f for one in results for f in one.findings], [o for one in results for o in one.outcomes]


def merged(form: Form, last_year: str = "") -> Consolidation:
    """Return the cluster's figures of the guide's small form; ``last_year`` are the days of work of the year before."""
    earlier = Earlier((past.kept("2023", f"| mã | cum |\n| ngay_cong | {last_year} |"),) if last_year else ())
    bases = bases_of(form, PERIOD, earlier)
    return consolidate(form, PERIOD, submissions(form), checked(form)[0], Basis("basis"), bases=bases)


# -- what the examples give ----------------------------------------------------------------------------------------


def printed(sentence: str, condition: str = "", last_year: str = "") -> str:
    """Return what the report prints of a sentence."""
    return text_of(draft(merged(form(sentence, condition=condition), last_year), {}))


def text_of(report: Report) -> str:
    """Return what is printed of a report."""
    lines = [
        "".join(run.shown if isinstance(run, Figure) else run.text for run in paragraph.runs)
        for paragraph in report.paragraphs
    ]
    return " ".join(lines) or NOT_PRINTED


def result(text: str) -> str:
    """Return the value of an expression for the whole cluster."""
    small = form()
    indicators = {indicator.code: indicator.label for indicator in small.indicators}
    expression = parse(text, Known(indicators, frozenset(unit.id for unit in small.units)))
    assert not isinstance(expression, tuple), expression
    consolidation = merged(small)
    value = evaluate(expression, lambda reference: figure(consolidation, reference))
    match value:
        case Number():
            return plain(value.amount)
        case Ratio():
            return written(value, (), Kind.DECIMAL, "")
        case _:
            return NO_RESULT


def shown(typed: str, word: str, measure: str, ways: str) -> str:
    """Return how a figure is written in a way."""
    kind = next(kind for proper, kind in KINDS.words if proper == word)
    if kind is Kind.DAY:
        day = read_day(typed)
        assert day is not None
        return day_in_figures(day) if ways == "ngay" else written_day(day)
    value = _value(typed, kind, measure)
    assert isinstance(value, Number)
    return written(value, split_ways(ways), kind, measure)


def heard(typed: str, word: str, measure: str) -> str:
    """Return what a figure in a return is taken for."""
    kind = next(kind for proper, kind in KINDS.words if proper == word)
    match read_figure(typed, kind, measure):
        case Understood(value):
            return understood_as(value)
        case Doubtful(candidates):
            return f"hỏi lại: {' hoặc '.join(understood_as(candidate) for candidate in candidates)}"
        case Vague(words):
            return f"chữ “{words}”, không cộng"
        case NotUnderstood():
            return "báo lỗi"


def understood_as(value: Value) -> str:
    """Return how the guide writes a value."""
    match value:
        case NotApplicable():
            return "không có nhiệm vụ"
        case Blank():
            return "chưa có số"
        case Number():
            return written(value, (), Kind.DECIMAL, "")
        case _:
            return str(value)


def complaint(sentence: str) -> str:
    """Return what is said of a sentence that is wrong in one way."""
    (mistake,) = _mistakes(read_form(workbook(sentence)))
    return mistake_sentence(mistake)


def _mistakes(read: Form | Sequence[Any]) -> Sequence[Any]:
    assert not isinstance(read, Form)
    return read


def verdicts(code: str, outcomes: Iterable[Outcome], form: Form) -> Row:
    """Return what became of a rule for each unit."""
    by_unit = {outcome.unit: VERDICTS[outcome.verdict] for outcome in outcomes if outcome.rule == code}
    return tuple(by_unit[unit.id] for unit in form.units)


# -- the tests -----------------------------------------------------------------------------------------------------


def test_every_way_of_writing_a_number_gives_what_the_guide_prints() -> None:
    rows = table("Số liệu", "Loại số liệu", "Đơn vị tính", "Cách viết", "In ra")

    assert [(*row[:4], shown(row[0], row[1], row[2], code(row[3]))) for row in rows] == rows
    assert {way.name for row in rows for way in split_ways(code(row[3]))} == set(KNOWN_WAYS)


def test_every_sentence_of_the_guide_gives_what_the_guide_prints() -> None:
    plain_rows, conditional = table("Câu mẫu", "In ra"), table("Câu mẫu", "Chỉ in khi", "In ra")

    assert [(row[0], printed(code(row[0]))) for row in plain_rows] == plain_rows
    assert [(*row[:2], printed(code(row[0]), code(row[1]))) for row in conditional] == conditional


def test_every_comparison_of_the_guide_gives_what_the_guide_prints() -> None:
    rows = table("Ngày công cùng kỳ", "Câu so sánh", "Kết quả in")

    assert [(*row[:2], printed(code(row[1]), last_year=row[0])) for row in rows] == rows
    assert [state for state in STATES_COMPARED if f"so_sanh:{state}" not in GUIDE] == []


def test_every_sentence_about_a_merged_unit_gives_what_the_guide_prints() -> None:
    rows = table("Câu có đơn vị hợp nhất", "Câu in ra")
    kept = past.kept("2023", "| mã | dong_cu | ben | tay | nam | bac |\n| ngay_cong | 200 | 200 | 0 | 1000 | 600 |")

    def of_merged(sentence: str) -> str:
        small = form(sentence)
        first, *others = small.units
        successor = replace(first, valid_from=date(2024, 1, 1), predecessors=("dong_cu", "ben"))
        small = replace(small, units=(successor, *others))
        bases = bases_of(small, PERIOD, Earlier((kept,)))
        return text_of(draft(replace(merged(small), bases=bases), {}))

    assert [(row[0], of_merged(code(row[0]))) for row in rows] == rows


def test_every_expression_of_the_guide_gives_what_the_guide_prints() -> None:
    rows = table("Biểu thức", "Kết quả")

    assert [(row[0], result(code(row[0]))) for row in rows] == rows
    assert [f.value for f in Function if not any(f"{f.value}(" in row[0] for row in rows)] == []


def test_every_figure_that_units_type_is_taken_for_what_the_guide_says() -> None:
    rows = table("Đơn vị ghi", "Loại số liệu", "Đơn vị tính", "Hiểu là")

    assert [(*row[:3], heard(*row[:3])) for row in rows] == rows


def test_every_period_is_called_what_the_guide_says() -> None:
    rows = table("Mã kỳ", "`{ky}`", "`{ky_sau}`")
    periods = [period for row in rows if (period := period_of(row[0]))]

    assert [(each.code, period_name(each), period_name(each.next)) for each in periods] == rows
    assert {period.span for period in periods} >= set(Span) - {Span.SECOND_QUARTER, Span.THIRD_QUARTER}


def test_the_contents_are_the_headings() -> None:
    listed = [(title, at) for row in table("Phần", "Mục") for title, at in re.findall(r"\[(.+?)\]\(#(.+?)\)", row[1])]
    titles = re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)

    assert listed == [(title, re.sub(r"[^\w\s-]", "", title.casefold()).replace(" ", "-")) for title in titles]
    assert [title.split(".")[0] for title in titles] == [str(number) for number in range(1, len(titles) + 1)]
    pointed = {int(number) for number in re.findall(r"(?<!Đề )mục (\d+)", GUIDE)}
    assert pointed <= set(range(1, len(titles) + 1))


def test_every_command_and_what_may_be_added_to_it_is_mentioned() -> None:
    told = section("Lệnh và kỳ báo cáo")
    commands: dict[str, Parser] = next(dict(a.choices) for a in parser()._actions if isinstance(a.choices, dict))  # noqa: SLF001 - argparse has no other way
    del commands["demo"]
    options = {option for each in commands.values() for a in each._actions for option in a.option_strings}  # noqa: SLF001 - as above

    assert [name for name in commands if f"`ccbdesk {name} " not in told] == []
    assert {option for option in options if option not in told} == {"-h", "--help"}


def test_every_rule_of_the_guide_ends_as_the_guide_says() -> None:
    small = form()
    _, outcomes = checked(small)
    rows = table("Quy tắc", *(unit.short_name for unit in small.units))

    assert [(row[0], *verdicts(row[0], outcomes, small)) for row in rows] == rows
    assert {rule.kind for rule in small.rules if rule.code in {row[0] for row in rows}} == {
        rule.kind for rule in small.rules
    }


def test_every_rule_against_an_earlier_period_ends_as_the_guide_says() -> None:
    rows = table("Quy tắc so kỳ trước", "Kỳ đã lưu", "Số đã lưu của Đông", "Kết quả")
    small = form()
    first = next(one for one in submissions(small) if one.unit == "dong")

    def verdict(rule: str, period: str, kept: str) -> str:
        lines = (f"| {' | '.join(each.replace(',', '.').split())} |" for each in kept.split(";"))
        bases = bases_of(small, PERIOD, Earlier((past.kept(period, "\n".join(("| mã | dong |", *lines))),)))
        outcomes = check(small, first, bases=bases).outcomes
        return next(VERDICTS[one.verdict] for one in outcomes if one.rule == rule)

    assert [(*row[:3], verdict(*row[:3])) for row in rows] == rows


def test_every_mistake_of_the_guide_is_told_as_the_guide_says() -> None:
    rows = table("Ghi ở ô C2", "Chương trình báo")

    assert [(row[0], complaint(code(row[0]))) for row in rows] == rows


def test_the_tables_charts_and_appendices_of_the_guide_can_be_written() -> None:
    rows = table("Viết ở cột Câu mẫu", "Kiểu đoạn", "Kết quả")

    assert [row[1] for row in rows if not form(code(row[0]), row[1]).sentences] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_every_column_of_a_sheet_is_explained_where_the_sheet_is(page: Any) -> None:
    text = section(f"Trang {page.name}")

    assert [column.heading for column in page.columns if f"**{column.heading}**" not in text] == []
    assert [
        column.heading for column in page.columns if column.required and f"**{column.heading}**\\*" not in text
    ] == []


def test_every_property_is_explained() -> None:
    told = [row[0].replace("\\", "") for row in table("Thuộc tính", "Ý nghĩa", "Để trống thì")]

    assert told == [f"**{column.heading}**{'*' if column.required else ''}" for column in PROPERTIES]


def test_every_word_that_a_column_takes_is_mentioned() -> None:
    quoted = {key(words) for words in re.findall(r"`([^`\n]+)`", GUIDE)}
    choices = [column.holding for page in PAGES for column in page.columns if isinstance(column.holding, Choice)]
    words = [word for choice in choices for word in choice.proper_words]
    table_words = {key(row[0].strip("`")) for row in table("Biểu thức", "Kết quả")}

    assert [word for word in words if key(word) not in quoted | table_words and word not in GUIDE] == []
    assert [word for word in PERIOD_WORDS if f"`{word}`" not in GUIDE] == []


def test_every_way_function_operator_state_and_name_is_mentioned() -> None:
    ways = [way for way in KNOWN_WAYS if f"`{way}`" not in section("Cách viết số")]
    functions = [f.value for f in Function if f"`{f.value}`" not in section("Biểu thức")]
    operators = [o.value for o in Operator if f"`{o.value}`" not in section("Biểu thức")]
    states = [w.value for w in When if w.value and f"~{w.value}`" not in section("Biểu thức")]
    names = [b.value for b in Builtin if f"`{{{b.value}}}`" not in section("Trang Câu mẫu")]
    settings = [s.value for s in Setting if f"`{s.value}`" not in section("Trang Câu mẫu")]

    assert (ways, functions, operators, states, names, settings) == ([], [], [], [], [], [])


def test_the_limits_are_those_of_the_program() -> None:
    limits = {thing: most for thing, most in table("Thứ", "Nhiều nhất")}  # noqa: C416 - a row may have any length

    assert limits == {
        "Mã bộ biểu mẫu": f"{forms.FORM_ID.longest} ký tự",
        "Mã đơn vị, mã cột": f"{forms.UNIT_ID.longest} ký tự",
        "Mã số liệu, mã biểu, mã quy tắc": f"{forms.INDICATOR_CODE.longest} ký tự",
        "Mã dòng ma trận, mã biểu danh sách có cột cộng": f"{forms.ROW_CODE.longest} ký tự",
        "Tên trang": f"{forms.SHEET_NAME.longest} ký tự",
        "Một biểu thức": f"{parsing.LONGEST} ký tự, {parsing.MOST_OPERATORS} phép tính, {parsing.DEEPEST} lớp ngoặc",
        "Một số liệu trong câu, cả cách viết": f"vừa {tags.LONGEST_TAG} ký tự của Word; dài hơn thì chương trình báo",
        "`đầu n`": "999",
    }
    assert forms.COLUMN_CODE.longest == forms.UNIT_ID.longest


def test_matrices_and_lists_become_the_figures_that_the_guide_names() -> None:
    codes = {indicator.code for indicator in form().indicators}

    assert {code for code in ("nhcs_tien", "mo_hinh", "mo_hinh_so_ho") if f"`{code}`" in GUIDE} - codes == set()


# -- a file that an office already uses ------------------------------------------------------------------------------

OFFICE_FILE = "bieu-02.xlsx"


def office_file() -> Workbook:
    """Return the office's file that the guide shows."""
    rows = table("Dòng", "A", "B", "C", "D", "E", within="Mẫu có sẵn của cơ quan")
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    return drawing.workbook("Biểu 02\n" + "\n".join(f"| {' | '.join(row[1:])} |" for row in rows))


def on_office_file(place: str = "", drawn: str = "") -> Workbook:
    """Return the guide's form on the office's file; one cell of its two sheets may be drawn anew."""
    pages = {
        "Biểu": _headed("Mã biểu", "Tên trang", "Loại biểu", "Người lập", "Tệp mẫu"),
        "Số liệu": _headed("Mã", "Biểu", "Tên số liệu", "Đơn vị tính", "Loại số liệu", "Trong đó của", "Cách cộng"),
    }
    sheet, _, cell = place.partition("!")
    if cell:
        pages[sheet][int(cell[1:]) - 1]["ABCDEFGHIJKLMN".index(cell[0])] = drawn
    drawings = [f"{name}\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) for name, rows in pages.items()]
    others = [drawn_page("Thông tin"), drawn_page("Đơn vị"), "Quy tắc\n| Mã | Loại quy tắc | Số liệu | Mức |"]
    return drawing.workbook("\n".join((*others, *drawings, "Câu mẫu\n| Kiểu đoạn | Câu mẫu |\n| Đoạn văn | Hết. |")))


def _headed(*heads: str) -> list[list[str]]:
    """Return the last table of the guide whose headings begin so, with them."""
    found = re.findall(r"(?:^\|.*\|\n)+", GUIDE, re.MULTILINE)
    parted = [[list(cells_of(line)) for line in each.splitlines()] for each in found]
    rows = [rows for rows in parted if tuple(rows[0][: len(heads)]) == heads][-1]
    return [rows[0], *rows[2:]]


def test_the_example_of_an_office_file_is_read_as_the_guide_says() -> None:
    form = read_form(on_office_file(), {OFFICE_FILE: office_file()})
    assert isinstance(form, Form), [mistake_sentence(mistake) for mistake in form]
    rows = table("Ô trong tệp gửi về", "Đơn vị ghi", "Đọc thành")
    blank = office_file().grids[0]
    typed = [Cell(int(code(row[0])[1:]), "ABCDE".index(code(row[0])[0]) + 1, row[1]) for row in rows]
    places = {(cell.row, cell.column) for cell in typed}
    kept = tuple(cell for cell in blank.cells if (cell.row, cell.column) not in places)
    cells = tuple(sorted((*kept, *typed), key=lambda cell: (cell.row, cell.column)))
    arrival = Arrival(Receipt("a.xlsx", Digest("a"), 1), Workbook((replace(blank, cells=cells),)))
    got = receive(form, PERIOD, (arrival,))
    (submission,) = got.submissions
    read = {spot(each).cell: f"`{each.indicator}` = {each.as_typed}" for each in submission.readings}
    planned = {spot(each).cell: f"`{each.indicator}~ke_hoach` = {each.as_typed}" for each in submission.plans}
    told = {"A1": f"đơn vị `{submission.unit}`", "E13": "số tổng, khớp với phép tính"}

    assert (got.findings, got.questions, check(form, submission).findings) == ((), (), ())
    assert [each.where.cell for each in submission.stated] == ["E13"]
    assert {code(row[0]): row[2] for row in rows} == {**read, **planned, **told}


def test_every_mistake_about_an_office_file_is_told_as_the_guide_says() -> None:
    rows = table("Ô sửa", "Ghi", "Chương trình báo")
    said = []
    for place, drawn, _ in rows:
        read = read_form(on_office_file(place, drawn), {OFFICE_FILE: office_file()})
        assert not isinstance(read, Form), place
        said.append((place, drawn, " ".join(mistake_sentence(mistake) for mistake in read)))

    assert said == rows
