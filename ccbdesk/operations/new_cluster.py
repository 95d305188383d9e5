"""A new cluster. This module holds the move from a form and a list of members to the form workbook of their cluster."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccbdesk import resources
from ccbdesk.engine.forms.refounding import Member, NewCluster, plan_refounding
from ccbdesk.engine.history.provinces import Province, read_provinces
from ccbdesk.engine.proposing.codes import slug
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.excel.trimming import trim_workbook
from ccbdesk.files.package.soundness import is_sound_package
from ccbdesk.files.whole import make_folder, write_whole
from ccbdesk.model.form import Form, FormId
from ccbdesk.model.mistake import FormMistake
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import AlreadyThere, FormUnreadable, NoMembers, TroubleError
from ccbdesk.model.unit import CLUSTER, Unit, UnitId
from ccbdesk.operations.open_form import lint_form
from ccbdesk.operations.quick_form import lay_beside
from ccbdesk.vietnamese.folding import tidy
from ccbdesk.vietnamese.names import level_of, unit_key
from ccbdesk.vietnamese.vocabulary.forms import FORM_ID, UNIT_ID


@dataclass(frozen=True, slots=True)
class Wish:
    """A cluster to be: which form it reports by, its name, and its members as they are called, with or without level.

    ``short_name`` is by default the name up to its first comma."""

    form: str
    name: str
    members: tuple[str, ...]
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """The form workbook of a new cluster, as it was written; ``form`` is None where ``mistakes`` are left in it.

    That happens where sentences go through kinds of members that the new cluster does not have."""

    path: Path
    form: Form | None
    mistakes: tuple[FormMistake, ...] = ()


def found_cluster(wish: Wish, out: Path, today: date, reader: Reader) -> Founded:
    """Write the form workbook of a new cluster into ``out``: its figures and sentences are those of another's form.

    Ids are made from the names. Raises TroubleError: NoMembers where there are none or one is named twice, NoForm and
    FormUnreadable as opening a form does, AlreadyThere where the folder has a form of that name."""
    opened = lint_form(wish.form, reader)
    if opened.form is None:
        raise TroubleError(FormUnreadable(str(opened.path), len(opened.mistakes)))
    cluster = _cluster(wish, opened.form)
    target = out / f"{cluster.form}.xlsx"
    if target.exists():
        raise TroubleError(AlreadyThere(str(target)))
    content = _refounded(opened.path, opened.form, cluster, today, reader)
    make_folder(out)
    lay_beside(opened.form, opened.path.parent, out)
    write_whole(target, content, is_sound_package)
    written = lint_form(str(target), reader)
    return Founded(target, written.form, written.mistakes)


def provinces_now(today: date) -> tuple[Province, ...]:
    """Return the provinces there are on a day, in the order of the table; before the table begins, its first ones."""
    found = read_provinces(resources.provinces().read_text("utf-8"))
    day = max(today, min(each.valid_from for each in found))
    return tuple(each for each in found if each.valid_from <= day <= (each.valid_to or day))


def _cluster(wish: Wish, form: Form) -> NewCluster:
    name = tidy(wish.name)
    members = tuple(filter(None, map(tidy, wish.members)))
    twice = tuple(_find_twice(members))
    if not members or not name or twice:
        raise TroubleError(NoMembers(twice))
    provinces = {unit_key(each.name): each for each in read_provinces(resources.provinces().read_text("utf-8"))}
    ids, body = _ids(members), _body(form)
    short_name = tidy(wish.short_name) or name.split(",")[0].strip()
    return NewCluster(
        FormId(slug(short_name, FORM_ID.longest).replace("_", "-")),
        name,
        short_name,
        tuple(_member(each, id, body, provinces.get(unit_key(each))) for each, id in zip(members, ids, strict=True)),
    )


def _find_twice(members: tuple[str, ...]) -> Iterator[str]:
    """Yield the members whose names cannot be told apart: those of one name proper, unless each has another level."""
    for key, count in Counter(map(unit_key, members)).items():
        alike = [each for each in members if unit_key(each) == key]
        levels = {level_of(each)[0] for each in alike}
        if count > 1 and ("" in levels or len(levels) < count):
            yield from alike


def _member(said: str, id: UnitId, body: str, province: Province | None) -> Member:
    level, proper = level_of(said)
    kind = level or (province.kind if province else "")
    whole = " ".join(part for part in (body, kind, proper) if part)
    if province is None or len(province.predecessors) < 2:
        return Member(id, whole, proper, kind)
    return Member(id, whole, proper, kind, province.valid_from, province.predecessors)


def _body(form: Form) -> str:
    """Return what the association's name begins with, as most of a form's members have it."""
    found = Counter(_before(unit) for unit in form.units)
    return found.most_common(1)[0][0] if found else ""


def _before(unit: Unit) -> str:
    proper = level_of(unit.short_name)[1]
    head = unit.name.removesuffix(proper).strip() if unit.name.endswith(proper) else ""
    return head.removesuffix(unit.kind).strip() if unit.kind else head


def _ids(names: tuple[str, ...]) -> tuple[UnitId, ...]:
    """Return an id for each member, made of its name proper; of alike ones the second ends in a number."""
    return tuple(_numbered(slug(level_of(name)[1], UNIT_ID.longest) for name in names))


def _numbered(slugs: Iterator[str]) -> Iterator[UnitId]:
    used = {str(CLUSTER)}
    for each in slugs:
        found, number = each, 2
        while found in used:
            ending = f"_{number}"
            found, number = f"{each[: UNIT_ID.longest - len(ending)]}{ending}", number + 1
        used.add(found)
        yield UnitId(found)


def _refounded(path: Path, form: Form, cluster: NewCluster, today: date, reader: Reader) -> bytes:
    try:
        content = path.read_bytes()
        workbook = reader.read_bytes(content)
        if isinstance(workbook, Refused):
            raise TroubleError(FormUnreadable(str(path)))
        plan = plan_refounding(workbook, form, cluster)
        return trim_workbook(content, plan.rows, plan.texts, today)
    except (OSError, ValueError) as error:
        raise TroubleError(FormUnreadable(str(path))) from error
