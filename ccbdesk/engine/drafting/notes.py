"""This module holds the note of a paragraph that says of whom figures are missing from it."""

import re
from collections.abc import Iterable, Sequence

from ccbdesk.engine.drafting.figures import Shortfall
from ccbdesk.model.consolidation import Consolidation, Coverage
from ccbdesk.model.expression import When
from ccbdesk.model.form import Form
from ccbdesk.model.report import Note, Phrase, Run
from ccbdesk.model.unit import UnitId
from ccbdesk.wording.figures import incomplete
from ccbdesk.wording.listing import listed
from ccbdesk.wording.places import omitted

_FULL_STOP = re.compile(r"(?:\./\.|[.;:,])?\s*\Z")


def note_of(shortfalls: Iterable[Shortfall], merged: Consolidation) -> tuple[Note, ...]:
    """Return one note for all that is missing; none where nothing is."""
    words = _note(shortfalls, merged)
    return (Note(f" ({words})"),) if words else ()


def noted(runs: Sequence[Run], shortfalls: Iterable[Shortfall], merged: Consolidation) -> tuple[Run, ...]:
    """Return the runs with one note for all that is missing from them, before the sign that ends the paragraph."""
    return with_note(runs, note_of(shortfalls, merged))


def with_note(runs: Sequence[Run], note: tuple[Note, ...]) -> tuple[Run, ...]:
    """Return the runs with a note before the sign that ends the paragraph."""
    *others, last = runs
    if not note or not isinstance(last, Phrase):
        return (*runs, *note)
    end = _FULL_STOP.search(last.text)
    place = end.start() if end else len(last.text)
    before, behind = last.text[:place], last.text[place:].rstrip()
    return (*others, *((Phrase(before),) if before else ()), *note, *((Phrase(behind),) if behind else ()))


def _note(shortfalls: Iterable[Shortfall], merged: Consolidation) -> str:
    """Return the words of the note; figures that lack the same units are named together, and only where they differ.

    A plan is named even where it alone lacks units, for without a name a note is about what was achieved."""
    lacking: dict[tuple[UnitId, ...], list[Shortfall]] = {}
    for shortfall in shortfalls:
        lacking.setdefault(shortfall.missing, []).append(shortfall)
    if len(lacking) == 1 and not all(shortfall.when is When.PLAN for alike in lacking.values() for shortfall in alike):
        return next(_words(missing, alike, merged) for missing, alike in lacking.items())
    return "; ".join(
        f"{_labels(alike, merged.form)}: {_words(missing, alike, merged)}" for missing, alike in lacking.items()
    )


def _words(missing: Sequence[UnitId], alike: Sequence[Shortfall], merged: Consolidation) -> str:
    coverages = {shortfall.coverage for shortfall in alike}
    # Of figures with different numbers of units only the names are said.
    coverage = coverages.pop() if len(coverages) == 1 else Coverage(0, 0)
    awaited = [merged.form.unit(unit).short_name for unit in missing if merged.reason_left_out(unit) is None]
    left_out = omitted(merged.form, (each for each in merged.left_out if each.unit in missing))
    return incomplete(coverage, awaited, left_out)


def _labels(alike: Iterable[Shortfall], form: Form) -> str:
    return listed(list(dict.fromkeys(_label(shortfall, form) for shortfall in alike)))


def _label(shortfall: Shortfall, form: Form) -> str:
    plan = "kế hoạch " if shortfall.when is When.PLAN else ""
    return f"{plan}“{form.indicator(shortfall.indicator).label}”"
