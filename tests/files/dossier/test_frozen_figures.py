"""Figures frozen. This module holds that what is thawed is what was frozen, of a real consolidation and of any value."""

import itertools
import json
import typing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import desk
import dossier_drawing as drawn
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.engine.booking.booking import plan_book
from ccbdesk.files.dossier import frozen
from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.frozen import freeze, load_frozen, thaw_checks, thaw_figures
from ccbdesk.files.dossier.papers import save_consolidation
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.checks import Checks
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.decision import Accepted
from ccbdesk.model.finding import Finding, OtherVersion, OutsideLinks, Where
from ccbdesk.model.origin import DecisionId, IndicatorCode
from ccbdesk.model.outcome import Verdict
from ccbdesk.model.period import Period
from ccbdesk.model.question import Question
from ccbdesk.model.settled import FindingState, Handled, Standing
from ccbdesk.model.trouble import DossierDamaged, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Value
from ccbdesk.operations.check import Checked, Job, check_files


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Return the sample's year, merged."""
    with Reader() as reader:
        return check_files(Job((desk.CLEAN,)), reader, lambda _: None)


def test_a_real_consolidation_thaws_as_it_was_frozen(checked: Checked) -> None:
    merged = checked.merged
    thawed = thaw_figures(freeze(merged), merged.form)

    assert len(merged.totals) > 50
    assert len(merged.submissions) > 3
    assert thawed == merged
    assert plan_book(thawed, checked.checks) == plan_book(merged, checked.checks)


def test_the_same_figures_freeze_to_the_same_bytes(checked: Checked) -> None:
    written = freeze(checked.merged)

    assert freeze(thaw_figures(written, checked.merged.form)) == written
    assert freeze(replace(checked.merged, cut_off=date(1999, 1, 1))) != written


def test_a_consolidation_comes_back_out_of_a_dossier(checked: Checked, tmp_path: Path) -> None:
    merged, path = checked.merged, drawn.made(tmp_path)
    saved = drawn.written(path, lambda kept: save_consolidation(kept, drawn.PERIOD, merged.basis, freeze(merged)))

    assert drawn.loaded(path, lambda kept: load_frozen(kept, saved.figures, merged.form)) == merged


@settings(max_examples=30)
@given(st.lists(drawn.values(), min_size=1, max_size=4))
def test_every_value_thaws_exactly(checked: Checked, values: list[Value]) -> None:
    merged = with_values(checked.merged, values)

    assert repr(thaw_figures(freeze(merged), merged.form).totals) == repr(merged.totals)


def with_values(merged: Consolidation, values: list[Value]) -> Consolidation:
    """Return the consolidation with other values in its first totals."""
    changed = tuple(replace(total, value=value) for total, value in zip(merged.totals, values, strict=False))
    return replace(merged, totals=(*changed, *merged.totals[len(changed) :]))


@pytest.fixture(scope="module")
def faulty() -> Checked:
    """Return a folder of files with which much is wrong, merged."""
    with Reader() as reader:
        return check_files(Job((desk.FAULTY,)), reader, lambda _: None)


def test_all_that_checking_gave_thaws_as_it_was_frozen(faulty: Checked) -> None:
    checks, form = with_decisions(faulty.checks), faulty.merged.form
    kinds = {type(each).__name__ for each in (*checks.findings, *checks.questions)}

    assert len(kinds) > 8
    assert {outcome.verdict for outcome in checks.outcomes} == set(Verdict)
    assert thaw_checks(freeze(checks), form) == checks
    assert freeze(thaw_checks(freeze(checks), form)) == freeze(checks)


def with_decisions(checks: Checks) -> Checks:
    """Return what checking gave with every finding accepted, now and in earlier years."""
    act = Accepted(UnitId("u"), "M02", IndicatorCode("a"), (("a", "1"),), "đã xem")
    standing = Standing(DecisionId(1), drawn.PERIOD, "Lan", drawn.AT, act)
    states = itertools.cycle(FindingState)
    handled = (Handled(each, next(states), standing, (("a", "1"),), (standing,)) for each in checks.findings)
    return replace(checks, handled=tuple(handled))


def test_every_noun_that_a_finding_or_question_may_be_can_be_frozen() -> None:
    nouns = {f"{each.__module__.rpartition('.')[2]}.{each.__name__}" for each in typing.get_args(Finding | Question)}

    assert nouns <= frozen._CLASSES.keys()  # noqa: SLF001 - what can be written


def test_a_thing_that_occurs_often_is_written_once(checked: Checked) -> None:
    record = json.loads(freeze(checked.merged))
    nouns = [json.dumps(noun) for noun in record["nouns"]]

    assert len(nouns) == len(set(nouns))
    assert {shape[0] for shape in record["shapes"]} >= {"value.Number", "consolidation.Part", "indicator", "form"}


def test_flags_numbers_and_words_of_the_same_look_stay_apart(checked: Checked) -> None:
    findings = (
        OutsideLinks(Where("1", seen="x"), has_macros=True),
        OutsideLinks(Where("", seen="1"), has_macros=False),
        OtherVersion(Where("true"), "1", ""),
    )
    checks = Checks(findings, (), ())

    assert repr(thaw_checks(freeze(checks), checked.merged.form)) == repr(checks)


def test_figures_are_no_findings(checked: Checked) -> None:
    with pytest.raises(TypeError):
        thaw_checks(freeze(checked.merged), checked.merged.form)
    with pytest.raises(TypeError):
        thaw_figures(freeze(checked.checks), checked.merged.form)


def spoiled(whole: bytes) -> list[bytes]:
    """Return bytes that are no frozen consolidation."""
    record = json.loads(whole)
    *others, (shape, *members) = record["nouns"]
    return [
        b"",
        b"[]",
        b'"text"',
        b'{"is":"period.Period","year":2023}',
        b'{"is":"os.system","command":"x"}',
        b'{"is":"form"}',
        json.dumps({**record, "more": 1}).encode(),
        json.dumps({"nouns": record["nouns"]}).encode(),
        *(
            json.dumps(dict(record, nouns=nouns)).encode()
            for nouns in ([], others, others[:-1], [*others, [shape]], [[0, 0]])
        ),
        json.dumps(dict(record, nouns=[*others, [shape, len(others), *members[1:]]])).encode(),
        json.dumps(dict(record, nouns=[*others, [shape, -1, *members[1:]]])).encode(),
        json.dumps(dict(record, nouns=[*others, [len(record["shapes"]), *members]])).encode(),
        json.dumps(dict(record, nouns=[*others, [-1, *members]])).encode(),
        json.dumps(dict(record, shapes=[[name, *names, "more"] for name, *names in record["shapes"]])).encode(),
        b"[" * 100_000,
        whole[:-1],
    ]


def test_what_is_no_consolidation_is_damage_and_nothing_else(checked: Checked, tmp_path: Path) -> None:
    merged, path = checked.merged, drawn.made(tmp_path)
    for content in spoiled(freeze(merged)):
        save = partial(save_consolidation, period=drawn.PERIOD, basis=merged.basis, figures=content)
        load = partial(load_frozen, digest=drawn.written(path, save).figures, form=merged.form)
        with pytest.raises(TroubleError) as raised:
            drawn.loaded(path, load)
        assert raised.value.trouble == DossierDamaged(str(path), f"content {digest_of(content)[:12]}")


def test_a_form_that_lacks_a_figure_is_not_the_form(checked: Checked) -> None:
    form = replace(checked.merged.form, indicators=checked.merged.form.indicators[1:])

    with pytest.raises(KeyError):
        thaw_figures(freeze(checked.merged), form)
    assert thaw_figures(freeze(checked.merged), checked.merged.form).period == Period(2023)
