"""Whose return a file is. This module holds the comparison of all that speaks of it: stamp, captions, titles, names.

Evidence that agrees settles the unit; where there is none or it contradicts itself, a person is asked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccbdesk.engine.submissions.asking import period_id, unit_id
from ccbdesk.engine.submissions.belonging import Belonging
from ccbdesk.engine.submissions.headed import Headed
from ccbdesk.engine.submissions.pages import Pages
from ccbdesk.engine.submissions.periods import find_period_words
from ccbdesk.engine.submissions.register import Register, Units, names_of
from ccbdesk.engine.submissions.shown import bare
from ccbdesk.engine.submissions.stamp import Stamp, read_stamp
from ccbdesk.model.finding import NotOurForm, OtherVersion, Where
from ccbdesk.model.form import Form, Preparer
from ccbdesk.model.grid import Workbook
from ccbdesk.model.period import Period
from ccbdesk.model.question import OtherPeriod, UnknownUnit
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.unit import CLUSTER, UnitId
from ccbdesk.vietnamese.folding import folded, nearest
from ccbdesk.vietnamese.names import unit_key
from ccbdesk.vietnamese.numbers.measures import measure_of
from ccbdesk.vietnamese.vocabulary.returns import Caption


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks of the unit: its words and the units they may mean, none where they mean a stranger."""

    seen: str
    units: Units


@dataclass(frozen=True, slots=True)
class Suspect:
    """A workbook whose unit and period are to be told, and what was read of it so far."""

    receipt: Receipt
    stamp: Stamp
    pages: Pages
    belonging: Belonging


def form_named_in(workbook: Workbook) -> str:
    """Return the id of the form the workbook was made from, as its hidden sheet says; empty where it does not."""
    return read_stamp(workbook).form


def why_not_ours(form: Form, suspect: Suspect) -> NotOurForm | None:
    """Return why a workbook is no return of this form; None where it is one."""
    stamped = suspect.stamp.form
    where = Where(suspect.receipt.name)
    if stamped and stamped != form.id:
        return NotOurForm(where, stamped)
    has_something = suspect.belonging.known > 0 or bool(suspect.pages.listings)
    is_ours = has_something if stamped or suspect.pages.has_office else suspect.belonging.is_likely
    return None if is_ours else NotOurForm(where, "")


def other_version(form: Form, suspect: Suspect, unit: UnitId) -> OtherVersion | None:
    """Return that a return was made with another version of the form; None where it was not or does not say."""
    version = suspect.stamp.version
    if not version or version == form.version:
        return None
    return OtherVersion(Where(suspect.receipt.name, unit), version, form.version)


def identify_unit(form: Form, register: Register, suspect: Suspect) -> UnitId | UnknownUnit:
    """Return the unit all evidence agrees on, or the question whose return it is."""
    evidence = tuple(dict.fromkeys(_find_evidence(form, register, suspect)))
    agreed = _possible(form, suspect).intersection(*(each.units for each in evidence))
    if evidence and len(agreed) == 1:
        return next(iter(agreed))
    seen = tuple(dict.fromkeys(each.seen for each in evidence))
    candidates = _candidates(form, suspect, evidence)
    return UnknownUnit(unit_id(suspect.receipt.digest), Where(suspect.receipt.name), seen, candidates)


def _possible(form: Form, suspect: Suspect) -> Units:
    """The cluster fills in its own sheets and no others: rows of the members' sheets are not its return."""
    members = frozenset(unit.id for unit in form.units)
    return members if suspect.belonging.preparers == {Preparer.UNIT} else members | {CLUSTER}


def _find_evidence(form: Form, register: Register, suspect: Suspect) -> Iterator[Evidence]:
    yield from _stamped(form, suspect.stamp)
    captioned = tuple(_find_captioned(form, register, suspect.pages.all))
    yield from captioned
    if suspect.belonging.preparers == {Preparer.CLUSTER}:
        # Whoever leads the cluster is named all over its period sheet; that makes it no return of the leader's.
        yield Evidence(form.cluster.short_name, frozenset({CLUSTER}))
        return
    if not captioned:
        yield from _mentioned(register, [title for table in suspect.pages.all for title in table.own_titles])
    yield from _former(register, suspect, is_captioned=bool(captioned))
    yield from _mentioned(register, [suspect.receipt.name.rpartition(".")[0] or suspect.receipt.name])
    yield from _mentioned(register, [table.grid.name for table in suspect.pages.all])


def _stamped(form: Form, stamp: Stamp) -> Iterator[Evidence]:
    """A member is shown by its id, which whoever words the question can turn into a name."""
    if stamp.unit == CLUSTER:
        yield Evidence(form.cluster.short_name, frozenset({CLUSTER}))
    elif stamp.unit:
        yield Evidence(stamp.unit, frozenset(unit.id for unit in form.units if unit.id == stamp.unit))


def _find_captioned(form: Form, register: Register, tables: Iterable[Headed]) -> Iterator[Evidence]:
    """“Đơn vị: triệu đồng” names a measure and no unit, strange or known."""
    measures = {folded(indicator.measure) for indicator in form.indicators}
    for words in (bare(cell.content) for table in tables for cell in table.captioned(Caption.UNIT)):
        units = register.called(words)
        if folded(words) and (units or not (measure_of(words) or folded(words) in measures)):
            yield Evidence(words, units)


def _former(register: Register, suspect: Suspect, *, is_captioned: bool) -> Iterator[Evidence]:
    """The name of a unit that was merged names nobody now, whatever else is said: whose file it is must be asked."""
    titles = [] if is_captioned else [title for table in suspect.pages.all for title in table.own_titles]
    captions = [bare(cell.content) for table in suspect.pages.all for cell in table.captioned(Caption.UNIT)]
    for text in (*captions, *titles, suspect.receipt.name.rpartition(".")[0]):
        yield from (Evidence(name, frozenset()) for name in register.former_names(text))


def _mentioned(register: Register, texts: Iterable[str]) -> Iterator[Evidence]:
    """Texts of one kind are one evidence: a title may name the unit, the next one to whom it is sent."""
    telling = [(text, units) for text in texts if (units := register.mentioned(text))]
    if telling:
        seen = "; ".join(dict.fromkeys(text for text, _ in telling))
        yield Evidence(seen, frozenset().union(*(units for _, units in telling)))


def _candidates(form: Form, suspect: Suspect, evidence: Iterable[Evidence]) -> tuple[UnitId, ...]:
    """The units named most often first, then those with a name near a stranger's, the others in the form's order."""
    votes = Counter(unit for each in evidence for unit in each.units)
    near = {unit for each in evidence if not each.units for unit in _nearest_units(form, each.seen)}
    possible = _possible(form, suspect)
    in_order = [unit for unit in (*(unit.id for unit in form.units), CLUSTER) if unit in possible]
    return tuple(sorted(in_order, key=lambda unit: (-votes[unit], unit not in near)))


def _nearest_units(form: Form, words: str) -> Units:
    keys = {unit.id: [unit_key(name) for name in names_of(unit)] for unit in form.units}
    near = nearest(unit_key(words), [key for names in keys.values() for key in names])
    successors = {unit.id for unit in form.units if unit_key(words) in map(unit_key, unit.predecessors)}
    return frozenset(successors or (unit for unit, names in keys.items() if near and near in names))


def other_period(period: Period, suspect: Suspect, unit: UnitId | None) -> OtherPeriod | None:
    """Return the question whether a return that names another period is of this one after all.

    A stamp of another period is asked about, and so are words above a table that name others but never this one."""
    seen = next(_find_other_periods(period, suspect), None)
    if seen is None:
        return None
    where = Where(suspect.receipt.name, unit)
    return OtherPeriod(period_id(suspect.receipt.digest), where, seen, period.code)


def _find_other_periods(period: Period, suspect: Suspect) -> Iterator[str]:
    for table in suspect.pages.all:
        named = tuple(find_period_words(table))
        if named and all(each != period for _, each in named):
            yield named[0][0]
    if suspect.stamp.period_named not in (None, period):
        yield suspect.stamp.period
