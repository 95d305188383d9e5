"""Blank forms from a dossier. This module holds the move that writes the returns its units, or one of them, fill in."""

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ccbdesk.files.dossier.contents import load_content
from ccbdesk.files.dossier.opening import reading
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.form import Form
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.holding import OFFICE_FILE
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.record import Case
from ccbdesk.operations.safe_names import plain_name
from ccbdesk.operations.templates import TemplateJob, write_templates
from ccbdesk.wording.figures import written_value

_BESIDE = (When.PREVIOUS, When.LAST_YEAR)


def write_blank_forms(case: Case, out: Path, today: date, progress: Progress, unit: str = "") -> tuple[Path, ...]:
    """Write the blank returns of a period into a folder, or that of one unit, and return where they stand.

    They carry the period's day of closing, and beside every figure what it was before, as far as that is kept."""
    form = case.held.form
    only = unit_named(form, unit) if unit else None
    with tempfile.TemporaryDirectory(prefix="ccbdesk-") as folder:
        home = _with_office_files(case, Path(folder))
        job = TemplateJob(
            form, case.held.period, case.checked.merged.cut_off, out, _earlier(case), home=home, only=only
        )
        return write_templates(job, today, progress)


def _with_office_files(case: Case, home: Path) -> Path:
    """Lay the files that offices already use where the templates are made from them."""
    attached = [each for each in case.held.attachments if each.note == OFFICE_FILE]
    if attached:
        with reading(case.held.path) as kept:
            contents = {each.name: load_content(kept, each.digest) for each in attached}
        for name, content in contents.items():
            (home / plain_name(name)).write_bytes(content)
    return home


def _earlier(case: Case) -> Mapping[UnitId, Mapping[IndicatorCode, str]]:
    return {unit.id: dict(_find_earlier(case, case.held.form, unit.id)) for unit in case.held.form.units}


def _find_earlier(case: Case, form: Form, unit: UnitId) -> "list[tuple[IndicatorCode, str]]":
    bases = case.checked.merged.bases
    return [
        (indicator.code, written_value(base.value, indicator))
        for indicator in form.asked_of(form.unit(unit))
        if indicator.is_numeric
        for base in (bases.base(Reference(indicator.code, unit, when)) for when in _BESIDE)
        if base.why_not is None
    ]
