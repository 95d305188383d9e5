"""From a proposal to a form workbook. This module holds its sheets: first what to look at, then the seven of a form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ccbdesk.engine.proposing.forms import CODES, MARKS, WIDTHS, Rows, rows_of
from ccbdesk.model.book import Book, BookCell, BookSheet, DropDown, Look, NumberCell, Placed, TextCell
from ccbdesk.model.proposal import Certainty, Proposal, Remark
from ccbdesk.vietnamese.vocabulary.forms import PAGES, Choice, FormPage
from ccbdesk.wording.proposals import CERTAINTIES, remark_said

NOTE_SHEET = "Ghi chú – cần xem lại"
_NOTE_HEADS = ("Mục", "Mức chắc", "Trang trong mẫu", "Ô, dòng", "Trong mẫu ghi", "Chương trình hiểu là", "Cần làm")
_NOTE_WIDTHS = (7.0, 15.0, 18.0, 12.0, 38.0, 60.0, 52.0)
_ORDER = (Certainty.UNKNOWN, Certainty.DOUBTFUL, Certainty.LIKELY, Certainty.SURE)
_SPARE_ROWS = 300
_BANDED = {
    Look.FORM_TEXT: Look.FORM_TEXT_BAND,
    Look.FORM_CODE: Look.FORM_CODE_BAND,
    Look.FORM_MARK: Look.FORM_MARK_BAND,
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A remark and the number by which other sheets refer to it."""

    number: int
    remark: Remark


def proposal_book(proposal: Proposal) -> Book:
    """Return the form workbook that a proposal becomes; its first sheet lists what was guessed and what is open."""
    ordered = sorted(proposal.remarks, key=lambda remark: _ORDER.index(remark.certainty))
    numbered = tuple(Numbered(number, remark) for number, remark in enumerate(ordered, 1))
    rows = rows_of(proposal, {(one.remark.sheet, one.remark.cell): one.number for one in reversed(numbered)})
    sheets = (_notes(proposal, numbered), *(_page(page, rows[page.name]) for page in PAGES))
    return Book(f"Bộ biểu mẫu đề xuất từ {proposal.file}", sheets)


# -- what to look at --------------------------------------------------------------------------------------------------


def _notes(proposal: Proposal, numbered: tuple[Numbered, ...]) -> BookSheet:
    counts = {certainty: sum(one.remark.certainty is certainty for one in numbered) for certainty in Certainty}
    openings = (
        TextCell(f"BỘ BIỂU MẪU ĐỀ XUẤT TỪ TỆP “{proposal.file}”", Look.TITLE),
        TextCell(
            f"Chương trình đã nhận ra {len(proposal.figures) + len(proposal.columns)} số liệu và cột. "
            f"Có {counts[Certainty.UNKNOWN]} việc phải làm, {counts[Certainty.DOUBTFUL]} chỗ nên xem, "
            f"{counts[Certainty.LIKELY]} chỗ khá chắc, {counts[Certainty.SURE]} chỗ chắc. Việc phải làm đứng trước.",
            Look.NOTICE,
        ),
        TextCell(
            "Sửa xong thì chạy lại lệnh kiểm tra: ccbdesk form và tên tệp này. Trang này không được đọc, có thể xóa.",
            Look.NOTICE,
        ),
    )
    cells = [Placed(row, 1, cell, len(_NOTE_HEADS)) for row, cell in enumerate(openings, 1)]
    head = len(openings) + 2
    cells += [Placed(head, column, TextCell(words, Look.FORM_HEADING)) for column, words in enumerate(_NOTE_HEADS, 1)]
    for row, one in enumerate(numbered, head + 1):
        cells.extend(Placed(row, column, cell) for column, cell in enumerate(_note(one), 1))
    return BookSheet(
        NOTE_SHEET,
        tuple(cells),
        _NOTE_WIDTHS,
        frozen_rows=head,
        repeated_rows=(head, head),
        is_landscape=True,
        filtered=(head, 1, head + len(numbered), len(_NOTE_HEADS)),
    )


def _note(one: Numbered) -> tuple[BookCell, ...]:
    remark, said = one.remark, remark_said(one.remark)
    is_open = remark.certainty in {Certainty.UNKNOWN, Certainty.DOUBTFUL}
    level = TextCell(CERTAINTIES[remark.certainty], Look.FORM_REVIEW if is_open else Look.FORM_TEXT)
    words = (remark.sheet, remark.cell, remark.seen, *said)
    return (
        NumberCell(Decimal(one.number), Look.FORM_MARK),
        level,
        *(TextCell(text, Look.FORM_TEXT) for text in words),
    )


# -- the sheets of the form -------------------------------------------------------------------------------------------


def _page(page: FormPage, rows: Rows) -> BookSheet:
    headings = [column.heading for column in page.columns]
    cells = [Placed(1, place, TextCell(heading, Look.FORM_HEADING)) for place, heading in enumerate(headings, 1)]
    is_band, group = False, rows.values[0].get(rows.group, "") if rows.values else ""
    for row, values in enumerate(rows.values, 2):
        if rows.group and values.get(rows.group, "") != group:
            is_band, group = not is_band, values.get(rows.group, "")
        cells.extend(_line(row, headings, values, rows.review, is_band=is_band))
    return BookSheet(
        page.name,
        tuple(cells),
        tuple(WIDTHS.get((page.name, heading), WIDTHS.get(("", heading), 14.0)) for heading in headings),
        frozen_rows=1,
        frozen_columns=rows.frozen,
        repeated_rows=(1, 1),
        is_landscape=True,
        filtered=(1, 1, len(rows.values) + 1, len(headings)),
        drop_downs=tuple(_choices(page)),
    )


def _line(
    row: int,
    headings: Iterable[str],
    values: Mapping[str, str | int],
    review: frozenset[tuple[int, str]],
    *,
    is_band: bool,
) -> Iterator[Placed]:
    for place, heading in enumerate(headings, 1):
        value = values.get(heading, "")
        look = Look.FORM_CODE if heading in CODES else Look.FORM_MARK if heading in MARKS else Look.FORM_TEXT
        look = _BANDED[look] if is_band else look
        if (row - 2, heading) in review:
            look = Look.FORM_REVIEW
        yield Placed(row, place, NumberCell(Decimal(value), look) if isinstance(value, int) else TextCell(value, look))


def _choices(page: FormPage) -> Iterator[DropDown]:
    for place, column in enumerate(page.columns, 1):
        if isinstance(column.holding, Choice) and len(",".join(column.holding.proper_words)) <= 250:
            yield DropDown(2, _SPARE_ROWS, place, column.holding.proper_words)
