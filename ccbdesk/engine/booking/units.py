"""The units' own sheets. This module holds what each shows: the unit's figures as read, and what is said of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.engine.booking.corrections import difference_cell
from ccbdesk.engine.booking.earlier import earlier_cell, find_earlier_columns
from ccbdesk.engine.booking.figures import FigureCells, percent
from ccbdesk.engine.booking.heads import find_heads, notice_of
from ccbdesk.engine.booking.pages import HEAD_ROW, PLAN_COLUMN
from ccbdesk.engine.booking.showing import STATES, figure_width
from ccbdesk.engine.expressions.lookup import figure
from ccbdesk.model.book import BookCell, BookSheet, FormulaCell, LinkCell, Look, NumberCell, Placed, TextCell
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation, Total
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form, Indicator
from ccbdesk.model.grid import column_letters
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number, Ratio
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.vietnamese.vocabulary import books
from ccbdesk.wording.corrections import correction_words, file_words, source_of
from ccbdesk.wording.handling import told
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import place
from ccbdesk.wording.questions import question_sentence

_FIXED_WIDTHS = (16.0, 6.0, 50.0, 14.0)
_TYPED_WIDTH = 14.0
_CORRECTION_WIDTHS = (12.0, 36.0)
_OTHER_WIDTHS = (16.0, 52.0)
_COMPUTED = "tự tính"

_Remarks = Mapping[tuple[UnitId | None, IndicatorCode | None], str]


@dataclass(frozen=True, slots=True)
class _UnitSheets:
    """Plans the sheets; ``remarks`` are what is to be said of a unit's figure.

    ``is_planned``: a plan is asked for with any figure."""

    figures: FigureCells
    remarks: _Remarks
    is_planned: bool

    @property
    def merged(self) -> Consolidation:
        """The consolidation that is shown."""
        return self.figures.merged

    @property
    def _column(self) -> int:
        """The column of the figures; that of the plan, where there is one, stands before it."""
        return PLAN_COLUMN + (1 if self.is_planned else 0)

    def sheet(self, submission: Submission) -> BookSheet:
        """Return the planned sheet of a unit."""
        earlier = dict(find_earlier_columns(self.merged, submission.unit))
        headings = tuple(self._headings(submission, earlier))
        across = len(headings) - 1
        cells = (*self._top(submission, across), *self._bands(submission, across, tuple(earlier)))
        heads = (Placed(HEAD_ROW, column, TextCell(words, Look.HEADING)) for column, words in enumerate(headings, 1))
        others = (_TYPED_WIDTH, *(_CORRECTION_WIDTHS if submission.is_corrected else ()), *_OTHER_WIDTHS)
        columns = range(PLAN_COLUMN, len(headings) - len(others) + 1)
        width = figure_width(placed.cell for placed in cells if placed.column in columns)
        return BookSheet(
            self.figures.pages.names[submission.unit],
            (*cells, *heads),
            (*_FIXED_WIDTHS, *(width for _ in columns), *others),
            frozen_rows=HEAD_ROW,
            frozen_columns=4,
            repeated_rows=(HEAD_ROW, HEAD_ROW),
            hidden_columns=(1,),
            is_landscape=True,
            notice=notice_of(self.merged),
        )

    def _headings(self, submission: Submission, earlier: Mapping[When, str]) -> Iterator[str]:
        yield from (books.CODE, books.NUMBER, books.INDICATOR, books.MEASURE)
        if self.is_planned:
            yield books.PLAN
        yield books.FIGURE
        if self.is_planned:
            yield books.SHARE
        yield from earlier.values()
        yield books.AS_TYPED
        if submission.is_corrected:
            yield from (books.DIFFERENCE, books.SOURCE)
        yield from (books.UNIT_STATE, books.REMARKS)

    def _top(self, submission: Submission, across: int) -> Iterator[Placed]:
        unit = self.merged.form.unit(submission.unit)
        title = f"{unit.name}: số liệu {period_name(self.merged.period)}"
        closed = f"; số liệu chốt đến ngày {day_in_figures(submission.cut_off)}" if submission.cut_off else ""
        yield from find_heads(self.merged, title, across, 2, f"{file_words(submission.receipt)}{closed}.")

    def _bands(self, submission: Submission, across: int, earlier: tuple[When, ...]) -> Iterator[Placed]:
        for row, title in self.figures.pages.titles.items():
            yield Placed(row, 2, TextCell(title, Look.SECTION), across=across)
        for code, row in self.figures.pages.rows.items():
            line = self._line(submission, self.merged.total(code), earlier)
            yield from (Placed(row, column, cell) for column, cell in enumerate(line, start=1))

    def _line(self, submission: Submission, total: Total, earlier: tuple[When, ...]) -> Iterator[BookCell]:
        indicator = total.indicator
        yield TextCell(indicator.code, Look.CODE)
        yield TextCell(indicator.number, Look.CENTRED)
        yield TextCell(indicator.label, Look.LABEL)
        yield TextCell(indicator.measure, Look.CENTRED)
        if self.is_planned:
            yield self.figures.unit_plan_cell(total, submission.unit)
        yield self._linked(submission, total)
        if self.is_planned:
            yield self._share(submission, total)
        for when in earlier:
            yield earlier_cell(self.merged, Reference(indicator.code, submission.unit, when))
        reading = submission.reading(indicator.code)
        yield TextCell(reading.received_as if reading else "", Look.CENTRED)
        if submission.is_corrected:
            yield difference_cell(reading)
            yield TextCell(source_of(reading, submission.receipt) if reading else "")
        yield TextCell(self._state(submission, total))
        yield TextCell(self._remarks(submission, indicator))

    def _remarks(self, submission: Submission, indicator: Indicator) -> str:
        """Return what is said of a figure, and of its plan that it was put right: that has no columns of its own."""
        plan = submission.plan(indicator.code)
        words = correction_words(plan, indicator) if plan else ""
        said = self.remarks.get((submission.unit, indicator.code), "")
        return " ".join(part for part in (said, f"{books.PLAN}: {_lowered(words)}" if words else "") if part)

    def _linked(self, submission: Submission, total: Total) -> BookCell:
        """Return the figure as a link to the one place where it is kept."""
        address = f"'{books.SUMMARY}'!{self.figures.layout.cell(total.indicator.code, submission.unit)}"
        cell = self.figures.unit_cell(total, submission.unit)
        match cell:
            case NumberCell(amount, look, decimals, prefix):
                return FormulaCell(address, amount, look, decimals, prefix)
            case FormulaCell(_, result, look, decimals, prefix):
                return FormulaCell(address, result, look, decimals, prefix)
            case TextCell(text, look) | LinkCell(text, look=look) if text:
                return FormulaCell(address, text, look)
            case _:
                return cell

    def _share(self, submission: Submission, total: Total) -> BookCell:
        plan = submission.plan(total.indicator.code) if total.indicator.planned else None
        planned = plan.value if plan else None
        value = figure(self.merged, Reference(total.indicator.code, submission.unit))
        if not isinstance(value, Number | Ratio) or not isinstance(planned, Number | Ratio) or not planned.amount:
            return TextCell("", Look.CENTRED)
        row = self.figures.pages.rows[total.indicator.code]
        achieved, wanted = f"{column_letters(self._column)}{row}", f"{column_letters(PLAN_COLUMN)}{row}"
        return FormulaCell(f'IFERROR({achieved}/{wanted}*100,"")', percent(value, planned), Look.FIGURE, 1)

    def _state(self, submission: Submission, total: Total) -> str:
        if total.indicator.formula is not None:
            return _COMPUTED
        part = total.part(submission.unit)
        return STATES[part.state] if part else ""


def unit_sheets(figures: FigureCells, checks: Checks) -> tuple[BookSheet, ...]:
    """Plan the sheets of the units whose returns are in, in the form's order."""
    form, rows = figures.merged.form, figures.pages.rows
    is_planned = any(indicator.planned and indicator.code in rows for indicator in form.indicators)
    planner = _UnitSheets(figures, _remarks(form, checks), is_planned)
    return tuple(planner.sheet(submission) for submission in figures.merged.submissions)


def _remarks(form: Form, checks: Checks) -> _Remarks:
    """Return what was found or asked of every figure, without the place: it is the row's."""
    said = [(finding.where, told(form, finding, checks.handled)) for finding in checks.findings]
    said += [(question.where, question_sentence(form, question)) for question in checks.questions]
    found: dict[tuple[UnitId | None, IndicatorCode | None], list[str]] = {}
    for where, sentence in said:
        words = sentence.removeprefix(place(form, where))
        found.setdefault((where.unit, where.indicator), []).append(_opened(words))
    return {spot: " ".join(sentences) for spot, sentences in found.items()}


def _lowered(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _opened(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"
