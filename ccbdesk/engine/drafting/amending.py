"""Amending (đính chính). This module holds the page to send where figures changed after a report was issued: old and
new, and every sentence that reads otherwise now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ccbdesk.engine.drafting.drafting import draft
from ccbdesk.model.consolidation import Consolidation, Part, PartState, Total
from ccbdesk.model.decision import Issued
from ccbdesk.model.form import Indicator, Style
from ccbdesk.model.report import Appendix, Block, Figure, Paragraph, Phrase, Report, Table, TableCell
from ccbdesk.model.unit import CLUSTER
from ccbdesk.model.value import Blank, Number, Value
from ccbdesk.vietnamese.numbers.writing import day_in_figures, plain, unrounded
from ccbdesk.wording.figures import written_value
from ccbdesk.wording.places import unit_name

TITLE = "ĐÍNH CHÍNH"

_SOME_DAY = "ngày …… tháng …… năm ………"
_FIGURE_HEADS = ("TT", "Chỉ tiêu", "Của", "Đơn vị tính", "Đã ban hành", "Nay sửa là", "Chênh lệch")
_FIGURE_WIDTHS = (6, 34, 16, 12, 12, 12, 10)
_SENTENCE_HEADS = ("Đã ban hành", "Nay sửa là")
_NOTHING = "(không có)"

Row = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """A figure that is another one now: whose, and what stood and stands for it."""

    indicator: Indicator
    whose: str
    is_plan: bool
    old: Value
    new: Value


def amend(issued: Issued, before: Consolidation, after: Consolidation) -> Report | None:
    """Return the page that amends an issued report; None where no figure and no sentence is another one now.

    ``before`` are the figures it was issued on. Both are drafted anew and compared sentence by sentence."""
    changes = tuple(_find_changes(before, after))
    old, new = draft(before, {}), draft(after, {})
    sentences = tuple(_find_sentences(old, new))
    if not changes and not sentences:
        return None
    short, day = after.form.cluster.short_name, day_in_figures(issued.day)
    blocks: tuple[Block, ...] = (
        *(each for each in new.paragraphs if each.style in (Style.SUPERIOR_BODY, Style.ISSUING_BODY)),
        _paragraph(Style.PLACE_AND_DATE, f"………, {_SOME_DAY}"),
        _paragraph(Style.TITLE, TITLE),
        _paragraph(Style.SUBJECT, f"Báo cáo số {issued.number} ngày {day}"),
        _paragraph(Style.BODY, f"{short} đính chính Báo cáo số {issued.number} ngày {day} như sau:"),
        *_figures(changes),
        *_sentences(sentences),
        *_elsewhere(old, new),
        *(each for each in new.paragraphs if each.style in (Style.CAPACITY, Style.SIGNER)),
    )
    return Report(f"{TITLE} báo cáo số {issued.number}", blocks, (), (), after.basis)


# -- figures -------------------------------------------------------------------------------------------------------


def _find_changes(before: Consolidation, after: Consolidation) -> Iterator[_Change]:
    """Yield every total that changed and, beneath it, every unit's figure; the same words are no change."""
    codes = {total.indicator.code: total for total in before.totals}
    for total in after.totals:
        old = codes.get(total.indicator.code)
        for is_plan in (False, True):
            values = (_of_total(old, is_plan=is_plan), _of_total(total, is_plan=is_plan))
            if values[0] != values[1]:
                yield _Change(total.indicator, after.form.cluster.short_name, is_plan, *values)
            yield from _find_parts(after, old, total, is_plan=is_plan)


def _find_parts(after: Consolidation, old: Total | None, new: Total, *, is_plan: bool) -> Iterator[_Change]:
    for unit in after.form.units:
        values = tuple(_of_part(_part(total, unit.id, is_plan=is_plan)) for total in (old, new))
        if values[0] != values[1]:
            yield _Change(new.indicator, unit_name(after.form, unit.id), is_plan, *values)


def _of_total(total: Total | None, *, is_plan: bool) -> Value:
    if total is None:
        return Blank()
    return total.plan if is_plan else total.value


def _part(total: Total | None, unit: str, *, is_plan: bool) -> Part | None:
    parts = () if total is None else total.plan_parts if is_plan else total.parts
    return next((part for part in parts if part.unit == unit != CLUSTER), None)


def _of_part(part: Part | None) -> Value:
    if part is None or part.reading is None or part.state is PartState.BLOCKED:
        return Blank()
    return part.reading.value


def _figures(changes: tuple[_Change, ...]) -> Iterator[Block]:
    if changes:
        yield _paragraph(Style.BODY, "Số liệu:")
        rows = (_figure_row(number, change) for number, change in enumerate(changes, start=1))
        yield Table((_heads(_FIGURE_HEADS), *rows), _FIGURE_WIDTHS, is_small=True)


def _figure_row(number: int, change: _Change) -> Row:
    indicator = change.indicator
    name = f"{indicator.label} – kế hoạch" if change.is_plan else indicator.label
    return (
        _cell(str(number)),
        _cell(name),
        _cell(change.whose),
        _cell(indicator.measure),
        *(_cell(_shown(value, indicator), is_figure=True) for value in (change.old, change.new)),
        _cell(_difference(change.old, change.new), is_figure=True),
    )


def _shown(value: Value, indicator: Indicator) -> str:
    """A figure stands letter by letter: its measure stands beside it, and nothing of it is rounded."""
    return unrounded(value) if isinstance(value, Number) else written_value(value, indicator)


def _difference(old: Value, new: Value) -> str:
    if not isinstance(old, Number) or not isinstance(new, Number):
        return ""
    amount = new.amount - old.amount
    return f"+{plain(amount)}" if amount > 0 else plain(amount)


# -- sentences -----------------------------------------------------------------------------------------------------


def _find_sentences(old: Report, new: Report) -> Iterator[tuple[str, str]]:
    """Yield what a sentence said and what it says now; those of one cell of the form are held against each other."""
    before, after = _by_place(old), _by_place(new)
    for place in dict.fromkeys((*after, *before)):
        for was, now in zip_longest(before.get(place, ()), after.get(place, ()), fillvalue=""):
            if was != now:
                yield was, now


def _by_place(report: Report) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for paragraph in report.paragraphs:
        found.setdefault(paragraph.place, []).append(_text(paragraph))
    return found


def _text(paragraph: Paragraph) -> str:
    return "".join(run.shown if isinstance(run, Figure) else run.text for run in paragraph.runs)


def _sentences(sentences: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    if sentences:
        yield _paragraph(Style.BODY, "Câu trong báo cáo:")
        rows = (tuple(_cell(words or _NOTHING) for words in pair) for pair in sentences)
        yield Table((_heads(_SENTENCE_HEADS), *rows), (50, 50), is_small=True)


def _elsewhere(old: Report, new: Report) -> Iterator[Paragraph]:
    """Say that tables and charts have changed with their figures, where they have."""
    if _drawn(old) != _drawn(new):
        yield _paragraph(Style.BODY, "Bảng, biểu đồ và phụ lục có các số liệu trên cũng sửa theo.")


def _drawn(report: Report) -> tuple[Block | Appendix, ...]:
    return (*(block for block in report.blocks if not isinstance(block, Paragraph)), *report.appendices)


# -- pieces --------------------------------------------------------------------------------------------------------


def _paragraph(style: Style, text: str) -> Paragraph:
    return Paragraph(style, (Phrase(text),))


def _heads(names: Iterable[str]) -> Row:
    return tuple(_cell(name, is_head=True) for name in names)


def _cell(words: str, *, is_figure: bool = False, is_head: bool = False) -> TableCell:
    return TableCell((Phrase(words),) if words else (), is_figure, is_head)
