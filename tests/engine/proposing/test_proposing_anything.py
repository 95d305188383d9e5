"""Whatever a workbook holds, something is proposed: a form workbook that can be read, with its mistakes told."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.engine.proposing.booking import proposal_book
from ccbdesk.engine.proposing.proposing import propose
from ccbdesk.model.book import Book
from ccbdesk.model.grid import Cell, ErrorShown, Grid, Missing, Workbook
from ccbdesk.model.layout import Area, Place, SheetLayout

WORDS = st.sampled_from(
    (
        *("STT", "TT", "Nội dung", "ĐVT", "Kế hoạch", "Kết quả", "Thực hiện", "Tỷ lệ %", "Ghi chú", "Họ và tên", "Mã"),
        *("I", "II", "1", "1.1", "a", "-", "+", "Trong đó:", "Tổng cộng", "Cộng", "người", "triệu đồng", '"', "nt"),
        *("Hội viên (người)", "- Nữ", "I. CÔNG TÁC HỘI", "Đơn vị:", "Kỳ báo cáo: năm 2024", "(1)=(2)+(3)", "(2)", ")("),
        *("Ngày … tháng … năm", "Người lập biểu", "{[|]}", "Đơn vị tính: ha", "Quý I", "Cả năm", "%", "…", "  "),
    )
)
FORMULAS = st.sampled_from(("SUM(C2:C5)", "C2+C3", "C3/C4", "C2", "", "SUM(", "IF(C2=0,0,C3/C2)", "Khác!A1", "A1:B2"))
CONTENTS = st.one_of(
    WORDS, WORDS, st.integers(-5, 300).map(Decimal), st.just(Missing()), st.just(ErrorShown("#REF!")), st.booleans()
)
PLACES = st.builds(Place, st.integers(1, 9), st.integers(1, 7))


@st.composite
def areas(draw: st.DrawFn) -> Area:
    place = draw(PLACES)
    return Area(place.row, place.column, place.row + draw(st.integers(0, 2)), place.column + draw(st.integers(0, 3)))


@st.composite
def pages(draw: st.DrawFn) -> tuple[Grid, SheetLayout]:
    contents = draw(st.dictionaries(PLACES, CONTENTS, max_size=45))
    formulas = draw(st.dictionaries(PLACES, FORMULAS, max_size=4))
    cells = tuple(Cell(*place, contents[place], is_formula=place in formulas) for place in sorted(contents))
    layout = SheetLayout(
        "Biểu",
        tuple(draw(st.lists(areas(), max_size=3))),
        formulas,
        draw(st.dictionaries(PLACES, st.integers(1, 4), max_size=4)),
        framed=frozenset(draw(st.sets(PLACES, max_size=12))),
    )
    return Grid("Biểu", cells), layout


@settings(max_examples=150, deadline=None)
@given(pages(), pages())
def test_whatever_a_workbook_holds_a_form_is_proposed(
    first: tuple[Grid, SheetLayout], second: tuple[Grid, SheetLayout]
) -> None:
    grids = (first[0], replace(second[0], name="Biểu: hai [x]"))
    layouts = (first[1], replace(second[1], name="Biểu: hai [x]"))
    proposal = propose(Workbook(grids), layouts, "mẫu.xlsx")
    codes = [figure.code for figure in proposal.figures]

    assert isinstance(proposal_book(proposal), Book)
    assert len(set(codes)) == len(codes)
    assert {figure.parent for figure in proposal.figures} - {""} <= set(codes)
    assert {figure.sheet for figure in proposal.figures} <= {sheet.code for sheet in proposal.sheets}
