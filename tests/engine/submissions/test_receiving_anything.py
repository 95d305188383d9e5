"""What holds whatever arrives: nothing raises, order changes nothing, a template gives back what was put in."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from returning import CAO_BANG, FORM, PAPER, PERIOD, arrival, drawn, filled, number, received, table, values

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.engine.templates.planning import plan_template
from ccbdesk.model.grid import Cell, Content, ErrorShown, Grid, Missing, Workbook
from ccbdesk.model.origin import Digest
from ccbdesk.model.receipt import Receipt, Refusal, Refused
from ccbdesk.model.unit import CLUSTER, Unit
from ccbdesk.model.value import Blank, Exactness, Number, Text, Value

_OUR_WORDS = (
    *(
        "Mã",
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Số liệu",
        "Kết quả",
        "Đơn vị báo cáo:",
        "Kỳ báo cáo: năm 2022",
        "Năm 2023",
    ),
    *("Cao Bằng", "Hội CCB tỉnh Lạng Sơn", "Số liệu tính đến ngày:", "10/10/2023", "I. Tổ chức", "Nữ", "Quỹ Hội"),
    *(
        "hoi_vien",
        "dang_vien",
        "quy",
        "chu_de",
        "bo_bieu_mau",
        "lang-son-thu",
        "ky",
        "don_vi",
        "cum",
        "x",
        "-",
        "…",
        "1.500",
    ),
)
_SHEETS = ("Biểu 1", "Phiếu kỳ", "_meta", "Cao Bằng", "Sheet1")

contents: st.SearchStrategy[Content] = st.one_of(
    st.sampled_from(_OUR_WORDS),
    st.text(max_size=8),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3),
    st.booleans(),
    st.dates(),
    st.just(Missing()),
    st.just(ErrorShown("#REF!")),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows = draw(st.lists(st.lists(st.none() | contents, max_size=6), max_size=8))
    if draw(st.booleans()):
        rows.insert(draw(st.integers(0, len(rows))), ["Mã", "Chỉ tiêu", "Số liệu"])
    flags = draw(st.tuples(st.booleans(), st.booleans()))
    cells = (
        Cell(row, column, content, is_percent=flags[0], is_hidden=flags[1])
        for row, line in enumerate(rows, start=1)
        for column, content in enumerate(line, start=1)
        if content is not None
    )
    return Grid(draw(st.sampled_from(_SHEETS)), tuple(cells), is_hidden=draw(st.booleans()))


workbooks = st.lists(grids(), max_size=3).map(lambda each: Workbook(tuple(each)))


@given(workbooks)
def test_no_workbook_stops_the_receiving_and_none_is_passed_over_in_silence(workbook: Workbook) -> None:
    got = received(arrival("a.xlsx", workbook))

    assert len(got.submissions) == 1 or got.findings or got.questions


FILES = (
    drawn("a.xlsx", table("| hoi_vien | | | | 10 |")),
    drawn("b.xlsx", table("| hoi_vien | | | | 10 |")),
    drawn("c.xlsx", table("| hoi_vien | | | | 12 |", "Bắc Kạn")),
    drawn("d.xlsx", table("| hoi_vien | | | | 13 |\n| duong | | | | 1.5 |", "Bắc Kạn")),
    drawn("e.xlsx", table('| duong | | | | "1.500" |', "Lạng Sơn")),
    drawn("f.xlsx", table("| chu_de | | | | Đoàn kết |", "Cụm 1")),
    drawn("g.xlsx", table("| hoi_vien | | | | 1 |", "Hà Nội")),
    drawn("g.xlsx", table("| hoi_vien | | | | 2 |", "Hà Giang")),
    Arrival(Receipt("h.xlsx", Digest("ab" * 32), 3), Refused(Refusal.DAMAGED)),
)


@given(st.permutations(FILES))
@settings(max_examples=20)
def test_the_order_in_which_files_arrive_changes_nothing(files: list[Arrival]) -> None:
    assert received(*files) == received(*FILES)


@given(st.integers(0, 10**12), st.decimals(0, 10**6, places=2), st.sampled_from(FORM.units))
@settings(max_examples=20)
def test_a_figure_written_into_a_template_is_read_back_unchanged(count: int, length: Decimal, member: Unit) -> None:
    typed: dict[str, Content] = {"hoi_vien": Decimal(count), "duong": length, "cach_lam": "Vườn mẫu", "ngay_hop": "…"}

    got = received(arrival("a.xlsx", filled(plan_template(FORM, member, PERIOD, None), typed)))

    blank: dict[str, Value] = {each.code: Blank() for each in FORM.asked_of(member)}
    written = {"hoi_vien": Number(Decimal(count)), "duong": Number(length), "cach_lam": Text("Vườn mẫu")}
    assert values(got) == [blank | written]
    assert [(each.unit, each.form_version) for each in got.submissions] == [(member.id, FORM.version)]
    assert (got.findings, got.questions) == ((), ())


def test_the_clusters_template_is_read_back_too() -> None:
    got = received(arrival("a.xlsx", filled(plan_template(FORM, FORM.cluster, PERIOD, None), {"chi_tieu": "1.200"})))

    assert [submission.unit for submission in got.submissions] == [CLUSTER]
    assert values(got) == [{"chu_de": Blank(), "chi_tieu": number("1200")}]


@given(st.integers(0, 10**9), st.decimals(0, 10**6, places=2))
@settings(max_examples=10)
def test_a_template_with_every_kind_of_sheet_gives_back_what_was_put_in(count: int, money: Decimal) -> None:
    typed: dict[str, Content] = {"ket_nap": Decimal(count), "y_kien": "Đồng ý", "hoi_vien": "trên 5"}
    book = filled(plan_template(PAPER, PAPER.unit(CAO_BANG), PERIOD, None), typed)
    tables: dict[str, dict[tuple[int, int], Content]] = {
        "Biểu 2": {(9, 4): Decimal(count), (10, 5): money},
        "Mô hình": {(8, 2): "Ao cá", (8, 3): money},
    }
    grids = tuple(_typed_into(grid, tables.get(grid.name, {})) for grid in book.grids)

    got = received(arrival("a.xlsx", Workbook(grids)), form=PAPER)

    submission = got.submissions[0]
    read = {each.indicator: each.value for each in submission.readings if not isinstance(each.value, Blank)}
    assert read == {
        "hoi_vien": Number(Decimal(5), Exactness.OVER),
        "ket_nap": Number(Decimal(count)),
        "hoi_thao_sl": Number(Decimal(count)),
        "hoi_thi_tien": Number(money),
        "mh": Number(Decimal(1)),
        "mh_von": Number(money),
        "y_kien": Text("Đồng ý"),
    }
    assert [reading.indicator for reading in submission.readings] == [
        each.code for each in PAPER.asked_of(PAPER.unit(CAO_BANG))
    ]
    assert [[cell.value for cell in row.cells] for row in submission.rows] == [[Text("Ao cá"), Number(money)]]
    assert got.questions == ()


def _typed_into(grid: Grid, typed: dict[tuple[int, int], Content]) -> Grid:
    cells = [*grid.cells, *(Cell(row, column, content) for (row, column), content in typed.items())]
    return Grid(grid.name, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), grid.is_hidden)
