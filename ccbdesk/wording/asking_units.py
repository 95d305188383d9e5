"""What is written to the units. This module holds the message with a file that is given back, and the reminder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ccbdesk.model.finding import Finding, Where
from ccbdesk.model.form import Form, Level
from ccbdesk.model.period import Period
from ccbdesk.model.question import Question
from ccbdesk.model.unit import UnitId
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.findings import finding_matter
from ccbdesk.wording.listing import listed
from ccbdesk.wording.periods import period_name
from ccbdesk.wording.places import label
from ccbdesk.wording.questions import question_matter
from ccbdesk.wording.titles import finding_title, question_title

_THANKS = "Trân trọng cảm ơn."


@dataclass(frozen=True, slots=True)
class Matter:
    """Something a unit is asked to put right (``is_error``) or to look at again: where, what it is called, and what."""

    where: Where
    title: str
    words: str
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A unit's file that is given back, what it is asked for in it, and by when; no day where none is to be said."""

    unit: UnitId
    file: str
    matters: tuple[Matter, ...]
    deadline: date | None = None


def matters_of(form: Form, findings: Iterable[Finding], questions: Iterable[Question]) -> tuple[Matter, ...]:
    """Return what a unit is asked for: errors and warnings, what must be put right first, then what is doubtful."""
    asked = [each for each in findings if each.level is not Level.NOTE]
    errors_first = sorted(asked, key=lambda each: each.level is not Level.ERROR)
    return (
        *(
            Matter(each.where, finding_title(each), finding_matter(form, each), each.level is Level.ERROR)
            for each in errors_first
        ),
        *(Matter(each.where, question_title(each), question_matter(form, each)) for each in questions),
    )


def message_to_unit(form: Form, given: GivenBack, *, is_marked: bool) -> str:
    """Return the message that goes with a file given back; ``is_marked``: cells are coloured in the file sent along."""
    lines = (f"{number}. {_line(form, matter)}" for number, matter in enumerate(given.matters, start=1))
    marked = "Các ô này đã được tô màu và ghi chú trong tệp gửi kèm. " if is_marked else ""
    by = f"trước ngày {day_in_figures(given.deadline)}" if given.deadline else "sớm"
    return "\n".join(
        (
            f"Kính gửi {form.unit(given.unit).name},",
            "",
            f"Tệp “{given.file}” {' và '.join(_amounts(given.matters))}:",
            *lines,
            "",
            f"{marked}Đề nghị đơn vị sửa và gửi lại {by}. {_THANKS}",
            "",
            form.cluster.name,
        )
    )


def note_in_cell(matter: Matter) -> str:
    """Return what is written into the comment of a marked cell."""
    words = matter.words.strip()
    return f"{matter.title}: {words[:1].lower()}{words[1:]}"


def _amounts(matters: Sequence[Matter]) -> Iterator[str]:
    errors = sum(each.is_error for each in matters)
    if errors:
        yield f"có {errors} chỗ phải sửa"
    if errors < len(matters):
        yield f"{'' if errors else 'có '}{len(matters) - errors} chỗ đề nghị xem lại"


def _line(form: Form, matter: Matter) -> str:
    where = matter.where
    spots = (
        f"trang “{where.sheet}”" if where.sheet else "",
        f"ô {where.cell}" if where.cell else "",
        label(form, where.indicator) if where.indicator else "",
    )
    spot = ", ".join(part for part in spots if part)
    words = f"{spot}: {matter.words}" if spot else matter.words
    return f"{words[:1].upper()}{words[1:]}"


# -- reminding -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Awaited:
    """Whose return is not in, and whose was given back on which day and has not come again."""

    absent: tuple[UnitId, ...]
    given_back: tuple[tuple[UnitId, date], ...] = ()

    @property
    def units(self) -> tuple[UnitId, ...]:
        """All that are waited for."""
        return (*self.absent, *(unit for unit, _ in self.given_back))

    def only(self, unit: UnitId) -> "Awaited":
        """Return what is waited for of one unit."""
        return Awaited(
            tuple(each for each in self.absent if each == unit),
            tuple(each for each in self.given_back if each[0] == unit),
        )


def reminder(form: Form, period: Period, awaited: Awaited, deadline: date | None, today: date) -> str:
    """Return the message to whoever is waited for: one unit by its name, several as “các đơn vị”; empty for none."""
    if not awaited.units:
        return ""
    one = form.unit(awaited.units[0]).name if len(awaited.units) == 1 else ""
    return "\n".join(
        (
            f"Kính gửi {one or 'các đơn vị'},",
            "",
            *_find_awaited(form, period, awaited, is_one=bool(one)),
            f"{_by(deadline, today)}Đề nghị {'đơn vị' if one else 'các đơn vị'} gửi sớm để kịp tổng hợp. {_THANKS}",
            "",
            form.cluster.name,
        )
    )


def _find_awaited(form: Form, period: Period, awaited: Awaited, *, is_one: bool) -> Iterator[str]:
    name = period_name(period)
    if awaited.absent:
        whose = "đơn vị" if is_one else listed([form.unit(each).short_name for each in awaited.absent])
        yield f"Đến nay chưa nhận được báo cáo {name} của {whose}."
    if awaited.given_back:
        again = [
            f"{'đơn vị' if is_one else form.unit(unit).short_name} (đã trả lại ngày {day_in_figures(day)} để sửa)"
            for unit, day in awaited.given_back
        ]
        yield f"Đến nay chưa nhận được bản sửa báo cáo {name} của {listed(again)}."


def _by(deadline: date | None, today: date) -> str:
    if deadline is None:
        return ""
    late = (today - deadline).days
    return f"Hạn gửi là ngày {day_in_figures(deadline)}{f', đã quá {late} ngày' if late > 0 else ''}. "
