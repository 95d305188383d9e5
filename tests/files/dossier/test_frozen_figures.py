"""Figures frozen. This module holds that what is thawed is what was frozen, of a real consolidation and of any value."""

import json
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
from ccbdesk.files.dossier.contents import digest_of
from ccbdesk.files.dossier.frozen import freeze, load_frozen, thaw_figures
from ccbdesk.files.dossier.papers import save_consolidation
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.period import Period
from ccbdesk.model.trouble import DossierDamaged, TroubleError
from ccbdesk.model.value import Value
from ccbdesk.operations.check import Checked, Job, check_files


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Return the sample's year, merged."""
    with Reader() as reader:
        return check_files(Job((desk.RECEIVED,)), reader, lambda _: None)


def test_a_real_consolidation_thaws_as_it_was_frozen(checked: Checked) -> None:
    merged = checked.merged
    thawed = thaw_figures(freeze(merged), merged.form)

    assert len(merged.totals) > 50
    assert len(merged.submissions) > 3
    assert thawed == merged
    assert plan_book(thawed, checked.checks) == plan_book(merged, checked.checks)


def test_the_same_figures_freeze_to_the_same_bytes(checked: Checked) -> None:
    frozen = freeze(checked.merged)

    assert freeze(thaw_figures(frozen, checked.merged.form)) == frozen
    assert freeze(replace(checked.merged, cut_off=date(1999, 1, 1))) != frozen


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


def spoiled(frozen: bytes) -> list[bytes]:
    """Return bytes that are no frozen consolidation."""
    record = json.loads(frozen)
    return [
        b"",
        b"[]",
        b'"text"',
        b'{"is":"period.Period","year":2023}',
        b'{"is":"os.system","command":"x"}',
        b'{"is":"form"}',
        json.dumps({**record, "more": 1}).encode(),
        json.dumps({name: member for name, member in record.items() if name != "basis"}).encode(),
        frozen[:-1],
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
