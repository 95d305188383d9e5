"""The story of a merger: 63 provinces became 34, and a cluster of six members is one of four that knows its past."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import desk
import office
import pytest

from ccbdesk import resources
from ccbdesk.cli.telling import of_predecessors
from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.history.comparing import bases_of
from ccbdesk.engine.history.provinces import Province, propose_predecessors, read_provinces
from ccbdesk.engine.submissions.receiving import receive
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.book import TextCell
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Adding, Form
from ccbdesk.model.history import Earlier, EarlierPeriod, KeptFigure, WhyNoBase
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import Period, PeriodCode
from ccbdesk.model.question import UnknownUnit
from ccbdesk.model.unit import Unit, UnitId
from ccbdesk.model.value import Number, Ratio
from ccbdesk.operations.gather import gather
from ccbdesk.operations.history import read_earlier
from ccbdesk.operations.open_form import open_form
from ccbdesk.vietnamese.names import unit_key
from ccbdesk.wording.questions import question_sentence

AFTER = Period(2025)
MERGED = date(2025, 7, 1)


@pytest.fixture(scope="module")
def provinces() -> tuple[Province, ...]:
    read = read_provinces(resources.provinces().read_text("utf-8"))
    return tuple(each for each in read if each.predecessors)


def id_of(name: str) -> UnitId:
    return UnitId(unit_key(name).replace(" ", "_"))


# -- all provinces of the country ----------------------------------------------------------------------------------

FIGURES = office.form("""
    | Mã   | Biểu | Tên số liệu | Đơn vị tính | Loại số liệu | Cách cộng        | Công thức         |
    | hv   | bieu | Hội viên    | người       | số nguyên    | Cộng – cuối kỳ   |                   |
    | cong | bieu | Ngày công   | công        | số thập phân | Cộng – phát sinh |                   |
    | lon  | bieu | Lớn nhất    | công        | số nguyên    | Lớn nhất         |                   |
    | xep  | bieu | Xếp thứ     |             | số nguyên    | Không cộng       |                   |
    | tb   | bieu | Bình quân   |             | số thập phân | Tỷ lệ            | cong / hv         |
""")
ADDITIVE = ("hv", "cong")


def figures_of(old: list[str]) -> dict[tuple[str, str], Decimal]:
    """Return a figure of each kind for every province of before, no two alike."""
    return {
        (code, name): Decimal(100 * place + step) + (Decimal("0.5") if code == "cong" else 0)
        for place, name in enumerate(old, start=1)
        for step, code in enumerate(("hv", "cong", "lon", "xep"))
    }


def test_every_old_province_went_into_one_new_one(provinces: tuple[Province, ...]) -> None:
    old = [name for each in provinces for name in each.predecessors]

    assert (len(provinces), len(old), len(set(map(unit_key, old)))) == (34, 63, 63)
    assert {each.valid_from for each in provinces} == {MERGED}


def test_pro_forma_sums_are_right_for_all_34_additive_and_not(provinces: tuple[Province, ...]) -> None:
    old = [name for each in provinces for name in each.predecessors]
    amounts = figures_of(old)
    kept = EarlierPeriod(
        PeriodCode("2024"),
        tuple(KeptFigure(id_of(name), IndicatorCode(code), Number(value)) for (code, name), value in amounts.items()),
        names=tuple((id_of(name), name) for name in old),
    )
    units = tuple(
        Unit(id_of(each.name), f"Hội CCB {each.name}", each.name, valid_from=MERGED, predecessors=each.predecessors)
        for each in provinces
    )
    bases = bases_of(replace(FIGURES, units=units), AFTER, Earlier((kept,)))

    def base(code: str, unit: UnitId | None) -> object:
        found = bases.base(Reference(IndicatorCode(code), unit, When.LAST_YEAR))
        return found.why_not or (found.value.amount if isinstance(found.value, Number | Ratio) else None)

    for each in provinces:
        of_all = {code: [amounts[code, name] for name in each.predecessors] for code in ("hv", "cong", "lon", "xep")}
        assert [base(code, id_of(each.name)) for code in ADDITIVE] == [sum(of_all[code]) for code in ADDITIVE]
        assert base("lon", id_of(each.name)) == max(of_all["lon"])
        quotient = Ratio(sum(of_all["cong"], Decimal(0)), sum(of_all["hv"], Decimal(0))).amount
        assert round(Decimal(str(base("tb", id_of(each.name)))), 20) == round(quotient, 20)
        is_merged = len(each.predecessors) > 1
        assert base("xep", id_of(each.name)) == (WhyNoBase.NOT_ENOUGH if is_merged else of_all["xep"][0])
    assert base("hv", None) == sum(amounts["hv", name] for name in old)


def test_a_form_of_merged_provinces_is_told_its_predecessors(provinces: tuple[Province, ...]) -> None:
    units = tuple(Unit(id_of(name), f"Hội CCB {name}", name) for name in ("Cao Bằng", "Thái Nguyên", "Bắc Ninh"))
    proposed = propose_predecessors(replace(FIGURES, units=units), provinces)
    before = (*units, Unit(UnitId("bac_kan"), "Hội CCB tỉnh Bắc Kạn", "Bắc Kạn"))

    assert [(each.unit, each.valid_from, each.predecessors) for each in proposed] == [
        ("thai_nguyen", MERGED, ("Thái Nguyên", "Bắc Kạn")),
        ("bac_ninh", MERGED, ("Bắc Ninh", "Bắc Giang")),
    ]
    assert next(iter(of_predecessors(replace(FIGURES, units=units), proposed))) == (
        "Thái Nguyên hợp nhất từ Thái Nguyên và Bắc Kạn. Để so sánh với các năm trước, "
        "ghi ở trang Đơn vị: Từ ngày 01/7/2025, Tiền thân Thái Nguyên; Bắc Kạn."
    )
    assert propose_predecessors(replace(FIGURES, units=before), provinces) == ()
    assert propose_predecessors(FIGURES, provinces) == ()


# -- Cụm 3 ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def form() -> Form:
    """Return the form of Cụm 3 as it is after the merger: four members, two of them merged."""
    with Reader() as reader:
        before = open_form("tw-3", reader)
    merged = {"thai_nguyen": ("thai_nguyen", "Bắc Kạn"), "bac_ninh": ("Bắc Ninh", "bac_giang")}
    units = tuple(
        replace(unit, valid_from=MERGED, predecessors=merged.get(unit.id, ()))
        for unit in before.units
        if unit.id not in ("bac_kan", "bac_giang")
    )
    return replace(before, units=tuple(replace(u, valid_from=None) if not u.predecessors else u for u in units))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, form: Form) -> EarlierPeriod:
    """Return what the six members reported, from the cluster workbook of then, as figures of the year before."""
    out = tmp_path_factory.mktemp("six")
    assert desk.ccbdesk("merge", desk.CLEAN, "--out", out).status == 0
    with Reader() as reader:
        (period,) = read_earlier((out,), form, reader).periods
    return replace(period, period=PeriodCode("2024"))


def test_four_members_are_compared_with_the_six_of_before(form: Form, kept: EarlierPeriod) -> None:
    bases = bases_of(form, AFTER, Earlier((kept,)))
    then = {(each.unit, each.indicator): each.value for each in kept.figures if not each.is_plan}
    compared = 0
    for indicator in form.indicators:
        if indicator.formula is None and indicator.adding in (Adding.SUM_FLOW, Adding.SUM_STOCK):
            base = bases.base(Reference(indicator.code, UnitId("thai_nguyen"), When.LAST_YEAR))
            parts = [then.get((UnitId(unit), indicator.code)) for unit in ("thai_nguyen", "bac_kan")]
            numbers = [part.amount for part in parts if isinstance(part, Number)]
            if isinstance(base.value, Number) and len(numbers) == len(parts):
                assert (base.value.amount, base.merged) == (sum(numbers), ("thai_nguyen",))
                compared += 1
    assert compared > 20


def test_the_total_of_the_four_is_that_of_the_six_and_the_workbook_says_merged(form: Form, kept: EarlierPeriod) -> None:
    bases = bases_of(form, AFTER, Earlier((kept,)))
    before = {
        f["indicator"]: f["value"] for f in desk.ccbdesk("check", desk.CLEAN, "--json").json["figures"] if not f["unit"]
    }
    code = IndicatorCode("tt_buoi")

    whole = bases.base(Reference(code, None, When.LAST_YEAR)).value
    assert isinstance(whole, Number)
    assert whole.amount == Decimal(before[code])
    merged = consolidate(form, AFTER, (), (), Basis("b"), bases=bases)
    checks = next(sheet for sheet in plan_book(merged, Checks((), (), ())).sheets if sheet.name == "Kiểm tra")
    said = [each.cell.text for each in checks.cells if isinstance(each.cell, TextCell)]
    assert "Thái Nguyên (hợp nhất): số kỳ trước là tổng của Thái Nguyên và Bắc Kạn." in said
    assert "Bắc Ninh (hợp nhất): số kỳ trước là tổng của Bắc Ninh và Bắc Giang." in said


def test_without_one_predecessor_there_is_not_enough_to_compare_with(form: Form, kept: EarlierPeriod) -> None:
    without = replace(kept, figures=tuple(each for each in kept.figures if each.unit != "bac_kan"))
    bases = bases_of(form, AFTER, Earlier((without,)))
    code = IndicatorCode("tt_buoi")

    for unit in (UnitId("thai_nguyen"), None):
        assert bases.base(Reference(code, unit, When.LAST_YEAR)).why_not is WhyNoBase.NOT_ENOUGH
    assert bases.base(Reference(code, UnitId("cao_bang"), When.LAST_YEAR)).why_not is None


def test_a_file_under_an_old_provinces_name_is_asked_about(form: Form) -> None:
    files = [
        path for path in Path(desk.CLEAN).iterdir() if "kan" in path.name.casefold() or "kạn" in path.name.casefold()
    ]
    assert files
    with Reader() as reader:
        arrivals = gather(files, reader, lambda _: None)
    got = receive(form, Period(2023), arrivals)

    asked = [question for question in got.questions if isinstance(question, UnknownUnit)]
    assert [question.candidates[0] for question in asked] == ["thai_nguyen"]
    assert "Bắc Kạn, nay thuộc Thái Nguyên" in question_sentence(form, asked[0])
    assert got.submissions == ()
