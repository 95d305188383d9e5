"""A figure as the window walks it back. This module holds its picture: totals, each unit's part, and the cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ccbdesk.engine.booking.showing import STATES
from ccbdesk.engine.expressions.known import Known
from ccbdesk.engine.expressions.lookup import of_unit, said_in_row, value_of
from ccbdesk.engine.expressions.parsing import parse
from ccbdesk.engine.expressions.reading import references
from ccbdesk.engine.expressions.speaking import as_vietnamese
from ccbdesk.model.consolidation import Consolidation, Coverage, Part, PartState, Total
from ccbdesk.model.expression import Expression, Reference, RowReference, When
from ccbdesk.model.form import Form, Indicator, Kind
from ccbdesk.model.history import BasePart
from ccbdesk.model.origin import CellOrigin, IndicatorCode, Origin, Reading, cell_of
from ccbdesk.model.trouble import NoSuchFigure, TroubleError
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.model.value import Blank, Number, Ratio, Value
from ccbdesk.service.drawing.names import sentence
from ccbdesk.service.drawing.past import past_of
from ccbdesk.service.pictures import Mark, Status
from ccbdesk.service.pictures.figures import CellPicture, FigureLine, FigurePicture, GroupPicture, PartPicture
from ccbdesk.vietnamese.numbers.writing import as_printed
from ccbdesk.vietnamese.vocabulary.forms import STATES as STATE_NAMES
from ccbdesk.wording.figures import written_coverage, written_value
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import unit_name

_TAG = re.compile(r"ccb(?:-giu)?:[^/]+/(?P<expression>[^|#]+)")
_MARKS = {
    PartState.COUNTED: Mark.GOOD,
    PartState.GIVEN: Mark.GOOD,
    PartState.NOT_APPLICABLE: Mark.LEFT_OUT,
    PartState.ABSENT: Mark.WAITING,
    PartState.LEFT_OUT: Mark.LEFT_OUT,
    PartState.BLANK: Mark.WARNING,
    PartState.VAGUE: Mark.WARNING,
    PartState.BLOCKED: Mark.ERROR,
}
_COUNTED = "có trong số tổng"
_WITHOUT_MEASURE = frozenset({Kind.MONEY, Kind.PERCENT, Kind.TEXT, Kind.DAY})


def figure_of_tag(merged: Consolidation, tag: str, shown: str) -> FigurePicture:
    """Return the picture of a live figure of the report; TroubleError(NoSuchFigure) where the form has none such."""
    found = _TAG.match(tag)
    expression = parse(found["expression"], _known(merged.form)) if found else ()
    if isinstance(expression, tuple):
        raise TroubleError(NoSuchFigure(tag, ""))
    return draw_figure(merged, expression, shown)


def figure_of_code(merged: Consolidation, code: IndicatorCode) -> FigurePicture:
    """Return the picture of an indicator's total; TroubleError(NoSuchFigure) where the form has none such."""
    if all(indicator.code != code for indicator in merged.form.indicators):
        raise TroubleError(NoSuchFigure(code, ""))
    return draw_figure(merged, Reference(code), "")


def draw_figure(merged: Consolidation, expression: Expression, shown: str) -> FigurePicture:
    """Return the picture of an expression; ``shown`` is how the report writes it, empty where it does not."""
    drawing = _Drawing(merged)
    title, said = drawing.title(expression), "" if _is_plain(expression) else drawing.spoken(expression)
    groups = tuple(drawing.groups(expression))
    value = shown or (groups[0].value if groups else "")
    return FigurePicture(title, value, said, groups, _copied(title, value, groups))


def list_figures(merged: Consolidation) -> tuple[FigureLine, ...]:
    """Return every figure of the form that is a number, in the form's order."""
    form = merged.form
    return tuple(
        FigureLine(each.code, each.label, with_measure(merged.total(each.code).value, each), each.section)
        for each in form.indicators
        if each.is_numeric
    )


def _is_plain(expression: Expression) -> bool:
    match expression:
        case Reference(unit=unit, when=When.NOW):
            return unit in (None, CLUSTER)
        case _:
            return False


def _known(form: Form) -> Known:
    columns = {
        sheet.code: {column.code: column.label for column in form.columns_of(sheet.code)} for sheet in form.sheets
    }
    return Known(
        {each.code: each.label for each in form.indicators},
        frozenset(unit.id for unit in (*form.units, form.cluster)),
        columns,
        kinds=None,
    )


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every part of a picture is drawn from."""

    merged: Consolidation

    @property
    def form(self) -> Form:
        """The form that names everything."""
        return self.merged.form

    def title(self, expression: Expression) -> str:
        """Return what a figure is called; a sum or quotient is called by its parts."""
        match expression:
            case Reference(indicator=code, unit=unit, when=when):
                label = self.form.indicator(code).label
                whose = f" – {unit_name(self.form, unit)}" if unit not in (None, CLUSTER) and unit else ""
                state = f" ({STATE_NAMES[when]})" if when is not When.NOW else ""
                return f"{label}{whose}{state}"
            case RowReference(sheet=sheet, unit=unit):
                return f"{self.form.sheet(sheet).name} – {unit_name(self.form, unit)}"
            case _:
                labels = dict.fromkeys(self.form.indicator(each.indicator).label for each in references(expression))
                return sentence(listed(list(labels))).rstrip(".")

    def spoken(self, expression: Expression) -> str:
        """Return how a figure is worked out."""
        return "" if isinstance(expression, Reference | RowReference) else as_vietnamese(expression, self._name)

    def _name(self, reference: Reference) -> str:
        return self.title(replace(reference, unit=None if reference.unit == CLUSTER else reference.unit))

    def groups(self, expression: Expression) -> Iterator[GroupPicture]:
        """Yield what an expression stands on: a computed figure with its rule, then what that is made of."""
        if isinstance(expression, RowReference):
            yield self._row(expression)
            return
        seen: set[Reference] = set()
        waiting = list(references(expression))
        while waiting:
            reference = waiting.pop(0)
            if reference in seen:
                continue
            seen.add(reference)
            yield self._group(reference)
            indicator = self.form.indicator(reference.indicator)
            if indicator.formula is not None and reference.when is When.NOW:
                waiting += [*references(self._formula(indicator, reference.unit))]

    def _formula(self, indicator: Indicator, unit: UnitId | None) -> Expression:
        assert indicator.formula is not None  # noqa: S101 - its caller has looked
        return (
            indicator.formula if unit in (None, CLUSTER) or not unit else of_unit(self.merged, indicator.formula, unit)
        )

    def _group(self, reference: Reference) -> GroupPicture:
        indicator, total = self.form.indicator(reference.indicator), self.merged.total(reference.indicator)
        rule = self.spoken(self._formula(indicator, reference.unit)) if indicator.formula is not None else ""
        parts = tuple(self._parts(reference, indicator, total))
        return GroupPicture(
            indicator.code,
            self.title(reference),
            with_measure(value_of(self.merged, reference), indicator),
            self._coverage(reference, total),
            past_of(self.merged, reference.unit or CLUSTER, indicator.code) if reference.when is When.NOW else (),
            parts,
            rule,
        )

    def _coverage(self, reference: Reference, total: Total) -> Status:
        if reference.unit not in (None, CLUSTER) or reference.when not in (When.NOW, When.PLAN):
            return Status(Mark.NOTE, "")
        return coverage_status(total.coverage, self.form)

    def _parts(self, reference: Reference, indicator: Indicator, total: Total) -> Iterator[PartPicture]:
        match reference.when:
            case When.NOW | When.PLAN:
                is_plan = reference.when is When.PLAN
                parts = (total.plan_parts if is_plan else total.parts) or self._unadded(indicator, is_plan=is_plan)
                for part in parts:
                    if reference.unit in (None, CLUSTER, part.unit):
                        yield self._part(part, indicator)
            case _:
                for then in self.merged.bases.base(reference).parts:
                    yield _past_part(then, indicator)

    def _unadded(self, indicator: Indicator, *, is_plan: bool) -> Iterator[Part]:
        """Yield each unit's own figure of what is not added up."""
        for unit in (CLUSTER, *(unit.id for unit in self.form.units)):
            submission = self.merged.submission(unit)
            reading = (submission.plan if is_plan else submission.reading)(indicator.code) if submission else None
            if reading is not None:
                state = PartState.BLANK if reading.value == Blank() else PartState.COUNTED
                yield Part(unit, state, reading)

    def _part(self, part: Part, indicator: Indicator) -> PartPicture:
        words = _COUNTED if part.state is PartState.COUNTED and indicator.is_numeric else STATES[part.state]
        reading = part.reading
        return PartPicture(
            part.unit,
            unit_name(self.form, part.unit),
            _value_words(reading.value, indicator) if reading and part.state is not PartState.BLOCKED else "",
            Status(_MARKS[part.state], sentence(words).rstrip(".")),
            _note(reading, indicator) if reading else "",
            _cell(reading.origin) if reading else None,
        )

    def _row(self, reference: RowReference) -> GroupPicture:
        column = next(each for each in self.form.columns_of(reference.sheet) if each.code == reference.column)
        submission = self.merged.submission(reference.unit)
        row = submission.row(reference.sheet, reference.row) if submission else None
        said = row.cell(reference.column) if row else None
        value = said_in_row(self.merged, reference)
        shown = said.as_typed if said else _plain_value(value)
        cell = _cell(said.origin) if said else None
        name = unit_name(self.form, reference.unit)
        part = PartPicture(reference.unit, name, shown, Status(Mark.GOOD, "Ghi trong danh sách"), "", cell)
        return GroupPicture(IndicatorCode(""), f"{column.label} – {name}", shown, Status(Mark.NOTE, ""), (), (part,))


def coverage_status(coverage: Coverage, form: Form) -> Status:
    """Return of how many units a total is made, and whose figures are not in it."""
    if not coverage.expected:
        return Status(Mark.NOTE, "")
    if coverage.is_complete:
        return Status(Mark.GOOD, f"Đủ {written_coverage(coverage)}")
    names = [unit_name(form, unit) for unit in coverage.missing]
    return Status(Mark.WARNING, f"Mới có {written_coverage(coverage)}, thiếu số của {listed(names)}")


def _past_part(then: BasePart, indicator: Indicator) -> PartPicture:
    source = f"Theo {then.source}" if then.source else ""
    return PartPicture(None, then.name, _value_words(then.value, indicator), Status(Mark.GOOD, "Số kỳ trước"), source)


def _note(reading: Reading, indicator: Indicator) -> str:
    """Return what was typed where it reads otherwise, or how it was put right."""
    correction = reading.correction
    if correction is not None and correction.received is not None:
        return f"Đã sửa từ “{correction.received.as_typed}”, theo {correction.source}"
    if correction is not None:
        return f"Nhập tay, theo {correction.source}"
    shown = _value_words(reading.value, indicator)
    is_alike = not reading.as_typed.strip() or _bare(reading.as_typed) == _bare(shown)
    return "" if is_alike or isinstance(reading.value, Blank) else f"Trong tệp ghi “{reading.as_typed}”"


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _cell(origin: Origin) -> CellPicture | None:
    cell = cell_of(origin)
    return _cell_picture(cell) if cell else None


def _cell_picture(cell: CellOrigin) -> CellPicture:
    place = f"ô {cell.cell}" if ":" not in cell.cell else f"các ô {cell.cell.replace(':', ' đến ')}"
    return CellPicture(cell.digest, cell.file, cell.sheet, cell.cell, f"Trang {cell.sheet}, {place}")


def _value_words(value: Value, indicator: Indicator) -> str:
    return written_value(value, indicator)


def _plain_value(value: Value) -> str:
    return "" if isinstance(value, Blank) else str(value)


def with_measure(value: Value, indicator: Indicator) -> str:
    """Return a value with the measure it is counted in, where its kind does not say that."""
    words = written_value(value, indicator)
    is_number = isinstance(value, Number | Ratio)
    measure = as_printed(indicator.measure)
    if not is_number or not measure or indicator.kind in _WITHOUT_MEASURE or words.endswith(measure):
        return words
    return f"{words} {measure}"


def _copied(title: str, value: str, groups: tuple[GroupPicture, ...]) -> str:
    """Return a figure as a table that Word and Excel take: a line for each unit, tabs between."""
    lines = [f"{title}\t{value}"]
    for group in groups:
        if len(groups) > 1:
            lines.append(f"{group.label}\t{group.value}")
        lines += [f"{part.name}\t{part.value or part.status.words}" for part in group.parts]
    return "\n".join(lines)
