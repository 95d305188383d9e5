"""Units with unlike tasks. This module holds the property that not applicable, zero and missing stay three things.

Forms are drawn in which each figure is asked of some units only, and returns in which each of these is a figure, zero,
“x” or nothing. What is expected is worked out here, from what was drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import drawing
import whole_office
from hypothesis import given, settings
from hypothesis import strategies as st
from office import form as drawn_form
from report_drawing import marked
from whole_office import report_of

from ccbdesk.cli.as_json import as_json
from ccbdesk.engine.forms.reading import read_form
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.model.book import Book, TextCell
from ccbdesk.model.form import Form
from ccbdesk.model.grid import Content
from ccbdesk.model.period import Period

UNITS = ("u1", "u2", "u3")
KINDS = {"u1": "xã", "u2": "phường", "u3": "xã"}
SCOPES = {"": UNITS, "xã": ("u1", "u3"), "phường": ("u2",), "Hai; Ba": ("u2", "u3"), "u1": ("u1",)}
ANSWERS = ("7", "0", "x", "")
CODES = ("a", "b", "m_so")


@dataclass(frozen=True)
class Office:
    """What is drawn: whom each figure is asked of, by the words of the form, and what each unit typed for it."""

    scopes: Mapping[str, str]
    typed: Mapping[tuple[str, str], str]

    def has_task(self, unit: str, code: str) -> bool:
        """Tell whether a unit is asked for a figure."""
        return unit in SCOPES[self.scopes[code]]

    def state(self, unit: str, code: str) -> str:
        """Return what a figure is to be: a number, “x” or, where it is missing, nothing."""
        return self.typed[unit, code] if self.has_task(unit, code) else "x"


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Draw an office."""
    scopes = {code: draw(st.sampled_from(sorted(SCOPES))) for code in CODES}
    typed = {(unit, code): draw(st.sampled_from(ANSWERS)) for unit in UNITS for code in CODES}
    return Office(scopes, typed)


@cache
def form_of(*scopes: str) -> Form:
    """Return a form whose figures a, b and m_so, a cell of a matrix, are asked of these units."""
    a, b, m = scopes
    units = "\n".join(f"| {u} | Hội {n} | {n} | {KINDS[u]} |" for u, n in zip(UNITS, ("Một", "Hai", "Ba"), strict=True))
    read = read_form(
        drawing.workbook(f"""
            Thông tin
            | Thuộc tính     | Nội dung     |
            | Mã bộ biểu mẫu | khac-nhau    |
            | Phiên bản      | "1"          |
            | Tên Cụm        | Cụm thử số 1 |
            | Tên gọi tắt    | Cụm thử      |

            Đơn vị
            | Mã | Tên đầy đủ | Tên gọi | Loại |
            {units}

            Biểu
            | Mã biểu | Tên trang | Loại biểu    | Người lập |
            | bieu    | Biểu      | dòng số liệu | đơn vị    |
            | mt      | Ma trận   | ma trận      | đơn vị    |

            Số liệu
            | Mã | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Bắt buộc | Áp dụng cho | Cách cộng | Công thức |
            | a  | bieu | Số A        | lần         | số nguyên    | x        | {a}         |           |           |
            | b  | bieu | Số B        | lần         | số nguyên    |          | {b}         |           |           |
            | t  | bieu | Tổng        | lần         | số nguyên    |          |             | Công thức | a + b     |
            | m  | mt   | Dòng M      | lần         | số nguyên    | x        | {m}         |           |           |

            Danh sách
            | Biểu | Mã cột | Tên cột | Loại cột  |
            | mt   | so     | Số liệu | số nguyên |

            Quy tắc
            | Mã | Loại quy tắc  | Số liệu | So với | Mức      |
            | Q1 | Không lớn hơn | a       | b      | cảnh báo |

            Câu mẫu
            | Kiểu đoạn | Câu mẫu |
            | Đoạn văn  | Cả Cụm {{a!}} lần. |
            | Đoạn văn  | Nơi có: [mỗi đơn vị (nối ", "): {{ten}} {{a}}]. |
        """)
    )
    assert isinstance(read, Form), read
    return read


def codes_in(book: Book) -> set[str]:
    """Return the codes that a template asks for; a cell of a matrix by its row's code and its column's."""
    firsts = {placed.cell.text for sheet in book.sheets for placed in sheet.cells if isinstance(placed.cell, TextCell)}
    return {code for code in CODES if code in firsts or (code == "m_so" and {"m", "so"} <= firsts)}


def content(typed: str) -> Content:
    """Return what stands in the cell."""
    return Decimal(typed) if typed.isdigit() else typed


@given(offices())
@settings(max_examples=40)
def test_not_applicable_zero_and_missing_stay_three_things(office: Office) -> None:
    form = form_of(*(office.scopes[code] for code in CODES))
    typed = {
        unit: {("m" if code == "m_so" else code): content(office.typed[unit, code]) for code in CODES} for unit in UNITS
    }

    for unit in form.units:
        asked = codes_in(plan_template(form, unit, Period(2023), None))
        assert asked == {code for code in CODES if office.has_task(unit.id, code)}

    done = whole_office.checked(form, typed)
    answer: Any = as_json(done)
    figures = {(figure["indicator"], figure["unit"]): figure for figure in answer["figures"]}
    for code in ("a", "b"):
        states = {unit: office.state(unit, code) for unit in UNITS}
        assert {unit: figures[code, unit]["text"] or "chưa có số" for unit in UNITS if states[unit] != "x"} == {
            unit: state or "chưa có số" for unit, state in states.items() if state != "x"
        }
        assert_total(figures[code, None], states)
    found = {(finding["unit"], finding["indicator"]) for finding in answer["findings"] if finding["code"] == "C01"}
    missing = {(unit, code) for unit in UNITS for code in ("a", "m_so") if office.state(unit, code) == ""}
    assert found == missing
    assert_sentences(marked(report_of(done)), {unit: office.state(unit, "a") for unit in UNITS})


def assert_total(figure: Any, states: Mapping[str, str]) -> None:
    """Assert that a total counts the figures, and only expects them of units with the task."""
    amounts = [int(state) for state in states.values() if state.isdigit()]
    missing = [unit for unit, state in states.items() if not state]
    expected = len(amounts) + len(missing)

    assert figure["coverage"] == {"counted": len(amounts), "expected": expected, "missing": missing}
    if amounts:
        assert figure["value"] == str(sum(amounts))
    else:
        assert (figure["value"], figure["text"]) == (None, "chưa có số" if missing else "x")


def assert_sentences(printed: list[str], states: Mapping[str, str]) -> None:
    """Assert that a total nobody has the task for drops its sentence, and one nobody has given shows dots."""
    names = dict(zip(UNITS, ("Một", "Hai", "Ba"), strict=True))
    amounts = [int(state) for state in states.values() if state.isdigit()]
    is_missing = "" in states.values()
    total = [line for line in printed if line.startswith("Cả Cụm")]
    named = [line.removeprefix("Nơi có").split("‹")[0] for line in printed if line.startswith("Nơi có")]
    given = ", ".join(f"{names[unit]} ⟦{state}⟧" for unit, state in states.items() if state not in ("", "0", "x"))

    assert bool(total) == bool(amounts or is_missing)
    if total:
        shown = str(sum(amounts)) if amounts else "……"
        assert f"⟦{'?' if is_missing else ''}{shown}⟧" in total[0]
    assert named == ([f": {given}" + ("" if is_missing else ".")] if given else [])


def test_the_same_code_may_mean_unlike_things_where_it_is_not_added() -> None:
    """Two organisations count their gifts in their own way: each has its figure, the cluster has none."""
    form = drawn_form(
        """
        | Mã  | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng  |
        | qua | bieu | Suất quà    | suất        | số nguyên    | Không cộng |
        """,
        sentences="| | Đoạn văn | Một tặng {qua@u1} suất, Hai {qua@u2} phần; [mỗi đơn vị: {ten} {qua}]. | |",
    )
    done = whole_office.checked(form, {"u1": {"qua": Decimal(5)}, "u2": {"qua": Decimal(7)}, "u3": {"qua": "x"}})

    assert whole_office.figure(done, "qua")["value"] is None
    assert whole_office.figure(done, "qua")["coverage"] == {"counted": 0, "expected": 0, "missing": []}
    assert marked(report_of(done)) == ["Một tặng ⟦5⟧ suất, Hai ⟦7⟧ phần; Một ⟦5⟧; Hai ⟦7⟧."]
    assert done.is_complete
