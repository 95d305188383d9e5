"""Returns, figure by figure. This module holds how a unit's return is drawn for looking through and filling in."""

from collections.abc import Iterator
from itertools import groupby

from ccbdesk.model.form import Form, Indicator, Kind, MatrixCell, Preparer, SheetKind
from ccbdesk.model.origin import Reading
from ccbdesk.model.submission import Submission
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.operations.record import Case
from ccbdesk.service.drawing.past import past_of
from ccbdesk.service.pictures.returns import FieldPicture, ReturnPicture, SectionPicture
from ccbdesk.wording.cells import asked_words
from ccbdesk.wording.corrections import source_of


def draw_return(case: Case, unit: UnitId) -> ReturnPicture:
    """Return the picture of a unit's return, whether anything of it was received or not."""
    form = case.held.form
    submission = case.checked.merged.submission(unit)
    asked = [each for each in form.asked_of(form.unit(unit)) if not (each.is_computed or each.is_of_list)]
    sections = tuple(
        SectionPicture(title, tuple(field for each in found for field in _fields(case, unit, submission, each)))
        for title, found in groupby(asked, lambda each: _section(form, each))
    )
    is_own = unit == CLUSTER
    preparer = Preparer.CLUSTER if is_own else Preparer.UNIT
    lists = tuple(each.name for each in form.sheets if each.kind is SheetKind.LIST and each.preparer is preparer)
    return ReturnPicture(unit, form.unit(unit).name, is_own, sections, lists)


def _section(form: Form, indicator: Indicator) -> str:
    sheet = form.sheet(indicator.sheet)
    return indicator.section or sheet.title or sheet.name


def _fields(case: Case, unit: UnitId, submission: Submission | None, indicator: Indicator) -> Iterator[FieldPicture]:
    yield _field(case, unit, submission.reading(indicator.code) if submission else None, indicator, is_plan=False)
    if indicator.planned:
        yield _field(case, unit, submission.plan(indicator.code) if submission else None, indicator, is_plan=True)


def _field(case: Case, unit: UnitId, reading: Reading | None, indicator: Indicator, *, is_plan: bool) -> FieldPicture:
    label = _label(case.held.form, indicator)
    return FieldPicture(
        indicator.code,
        f"{label} (kế hoạch)" if is_plan else label,
        indicator.measure,
        reading.as_typed if reading else "",
        reading.received_as if reading else "",
        asked_words(indicator.kind, indicator.measure, indicator.lowest, indicator.highest),
        is_plan,
        indicator.kind is Kind.TEXT,
        indicator.required and not is_plan,
        source_of(reading) if reading else "",
        () if is_plan else past_of(case.checked.merged, unit, indicator.code),
    )


def _label(form: Form, indicator: Indicator) -> str:
    """Return what a figure is called; the cell of a matrix by its row and column."""
    match indicator.source:
        case MatrixCell(_, row_label, column):
            heads = {each.code: each.label for each in form.columns_of(indicator.sheet)}
            return f"{row_label} – {heads.get(column, column)}"
        case _:
            return indicator.label
