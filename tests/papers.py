"""Odd clusters for the tests of paper. This module holds them by name, what their units send, and what is made of it.

Everything is a shipped form with other units: its sentences, sheets and sections are what an office prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.engine.booking.layout import places
from ccbdesk.engine.checking.checking import check
from ccbdesk.engine.checking.peers import check_peers
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.engine.drafting.provisional import as_provisional
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.book import Book
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Basis, Consolidation
from ccbdesk.model.finding import UnitAbsent, Where
from ccbdesk.model.form import Form, Indicator, Kind, SheetKind
from ccbdesk.model.origin import CellOrigin, Digest, Reading, RowKey
from ccbdesk.model.period import Period
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.report import Report
from ccbdesk.model.submission import ListCell, ListRow, Submission
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.model.value import Blank, Day, Number, Text, Value
from ccbdesk.operations.open_form import open_form

FORM, PERIOD, TODAY = "tw-3", Period(2024), date(2024, 12, 5)

NAMES = (
    "Sông Trầm", "Núi Voi", "Đồng Xa", "Bến Mới", "Hòa An", "Phú Lạc", "Tân Yên", "Vĩnh Sơn", "Bà Rịa - Vũng Tàu",
    "Thành phố Hồ Chí Minh", "Thừa Thiên Huế", "Quảng Ngãi",
)  # fmt: skip
_LONG_NAME = "Thành phố trực thuộc Trung ương Nguyễn Trãi"
_LINE = (
    "Hội đã phối hợp với các ban, ngành, đoàn thể vận động hội viên và nhân dân tham gia xây dựng nông thôn mới, "
    "đô thị văn minh; nhiều cơ sở có cách làm sáng tạo, được cấp ủy, chính quyền đánh giá cao."
)
_OWN = {
    "so_van_ban": "18", "dia_danh": "Sông Trầm", "chuc_vu_ky": "CỤM TRƯỞNG", "nguoi_ky": "Nguyễn Văn An",
    "chuc_vu_tai_hoi": "CHỦ TỊCH HỘI CCB TỈNH SÔNG TRẦM",
}  # fmt: skip
_OWN_LINES = 6
_FINDINGS = 3  # of each unit: such figures break nearly every rule
_WORDS, _ROWS = 3, 7  # so that figures of different codes and rows differ


@dataclass(frozen=True, slots=True)
class Cluster:
    """An odd cluster: how many units it has, of whom the last some send nothing, and what the others write.

    ``figure`` None leaves every figure blank, 0 makes all alike; ``lines`` is how long each narrative is."""

    units: int
    absent: int = 0
    is_named_long: bool = False
    figure: int | None = 61
    lines: int = 1
    rows: int = 2
    is_opened: bool = True


CLUSTERS: Mapping[str, Cluster] = {
    "six units": Cluster(6),
    "five of six": Cluster(6, absent=1),
    "fourteen units": Cluster(14),
    "thirty of thirty-six": Cluster(36, absent=6),
    "one unit": Cluster(1),
    "no unit": Cluster(0),
    "no return": Cluster(6, absent=6, is_opened=False),
    "long names": Cluster(6, is_named_long=True, figure=1_234_567),
    "narratives of forty lines": Cluster(2, lines=40, rows=12),
    "nothing but zeros": Cluster(6, figure=0, lines=0, rows=0),
    "nothing written": Cluster(6, figure=None, lines=0, rows=0),
}
"""The clusters whose paper is looked at, by what is odd about them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is made of a cluster's returns."""

    merged: Consolidation
    book: Book
    report: Report


def paper_of(name: str) -> Paper:
    """Return the workbook and the report of an odd cluster."""
    cluster = CLUSTERS[name]
    form = replace(_form(), units=tuple(_units(cluster)))
    members = [_submission(form, unit, cluster, number) for number, unit in enumerate(form.units, start=1)]
    own = [_submission(form, form.cluster, cluster, 0)] if cluster.is_opened else []
    submissions = (*own, *members[: cluster.units - cluster.absent])
    checked = [check(form, submission) for submission in submissions]
    checked += check_peers(form, submissions, (), ())
    merged = consolidate(form, PERIOD, submissions, (), Basis("b4515"))
    findings = [found for one in checked for found in one.findings[:_FINDINGS]]
    findings += [UnitAbsent(Where(unit=unit)) for unit in merged.absent]
    checks = Checks(tuple(findings), (), tuple(outcome for one in checked for outcome in one.outcomes))
    return Paper(merged, plan_book(merged, checks), as_provisional(draft(merged, places(merged)), merged))


@cache
def _form() -> Form:
    with Reader() as reader:
        return open_form(FORM, reader)


def _units(cluster: Cluster) -> Iterator[Unit]:
    """Yield the form's own units first, for some of its figures are asked of these alone."""
    own = _form().units
    for number in range(cluster.units):
        name = NAMES[number % len(NAMES)] + (f" {number // len(NAMES) + 1}" if number >= len(NAMES) else "")
        short = f"{_LONG_NAME} {number + 1}" if cluster.is_named_long else name
        id = own[number].id if number < len(own) else UnitId(f"u{number}")
        yield Unit(id, f"Hội Cựu chiến binh {short}", short, "tỉnh", order=number)


def _submission(form: Form, unit: Unit, cluster: Cluster, number: int) -> Submission:
    receipt = Receipt(f"Bao cao {unit.id}.xlsx", Digest(str(unit.id) * 8), 1)

    def reading(indicator: Indicator, row: int, factor: int = 1) -> Reading:
        value = _value(indicator, cluster, factor * (137 * number + _WORDS * len(indicator.code) + row), unit)
        sheet = form.sheet(indicator.sheet).name
        return Reading(indicator.code, value, _typed(value), CellOrigin(receipt.name, receipt.digest, sheet, f"E{row}"))

    asked = tuple(enumerate((each for each in form.asked_of(unit) if not each.is_of_list), start=6))
    counted = tuple(reading(each, 9) for each in form.asked_of(unit) if each.is_of_list)
    return Submission(
        unit.id,
        PERIOD,
        receipt,
        (*(reading(indicator, row) for row, indicator in asked), *counted),
        form.version,
        plans=tuple(reading(indicator, row, 2) for row, indicator in asked if indicator.planned),
        rows=tuple(_find_rows(form, cluster, number, receipt)) if unit.id != CLUSTER else (),
    )


def _find_rows(form: Form, cluster: Cluster, number: int, receipt: Receipt) -> Iterator[ListRow]:
    for sheet in (sheet for sheet in form.sheets if sheet.kind is SheetKind.LIST):
        for row in range(cluster.rows):
            values = [
                (
                    column.code,
                    _amount(cluster, _ROWS * number + row)
                    if column.kind is not Kind.TEXT
                    else Text(_words(row + len(column.code))),
                )
                for column in form.columns_of(sheet.code)
            ]
            yield ListRow(
                sheet.code,
                RowKey(f"r{row + 1}"),
                tuple(
                    ListCell(
                        code,
                        value,
                        _typed(value),
                        CellOrigin(receipt.name, receipt.digest, sheet.name, f"{letter}{row + 9}"),
                    )
                    for (code, value), letter in zip(values, "BCDEFGHIJ", strict=False)
                ),
            )


def _value(indicator: Indicator, cluster: Cluster, number: int, unit: Unit) -> Value:
    match indicator.kind:
        case Kind.DAY:
            return Day(TODAY)
        case Kind.TEXT if indicator.code in _OWN:
            return Text(_OWN[indicator.code])
        case Kind.TEXT:
            lines = min(cluster.lines, _OWN_LINES) if unit.id == CLUSTER else cluster.lines
            return Text("\n".join([_LINE] * lines)) if lines else Blank()
        case Kind.PERCENT if unit.id == CLUSTER:
            return Number(Decimal(90))
        case _:
            return _amount(cluster, number)


def _amount(cluster: Cluster, number: int) -> Value:
    return Blank() if cluster.figure is None else Number(Decimal(cluster.figure * number))


def _words(number: int) -> str:
    return _LINE[: 30 + 25 * number % 120].rsplit(" ", 1)[0]


def _typed(value: Value) -> str:
    match value:
        case Number(amount):
            return f"{amount:,.0f}".replace(",", ".")
        case Text(words):
            return words
        case Day(day):
            return f"{day:%d/%m/%Y}"
        case _:
            return ""
