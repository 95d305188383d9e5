"""The colours are told apart by everybody. This module holds the tests on contrast, computed from the palettes."""

import re
from dataclasses import fields

import pytest

from ccbdesk import resources
from ccbdesk.gui.look.palette import CALM, HIGH_CONTRAST, PAIRS, Palette, contrast
from ccbdesk.gui.widgets.status import Tone


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("palette", "least"), [(CALM, 4.5), (HIGH_CONTRAST, 7.0)], ids=["calm", "high contrast"])
def test_every_text_stands_out_from_every_ground_it_is_shown_on(palette: Palette, least: float) -> None:
    found = {(ink, ground): contrast(getattr(palette, ink), getattr(palette, ground)) for ink, ground in PAIRS}

    assert {pair: value for pair, value in found.items() if value < least} == {}
    assert len(found) > 40


@pytest.mark.parametrize("palette", [CALM, HIGH_CONTRAST], ids=["calm", "high contrast"])
def test_what_must_be_seen_to_be_used_stands_out(palette: Palette) -> None:
    edges = {ground: contrast(palette.edge, getattr(palette, ground)) for ground in ("surface", "paper")}
    marks = {ground: contrast(palette.accent, getattr(palette, ground)) for ground in ("surface", "selection", "rail")}

    assert {ground: value for ground, value in (edges | marks).items() if value < 2.9} == {}


def test_the_ink_of_every_tone_is_tried_on_the_ground_of_that_tone() -> None:
    assert {(tone.ink_name, tone.ground_name) for tone in Tone} - set(PAIRS) == set()
    assert {("on_tone", tone.ink_name) for tone in Tone} - set(PAIRS) == set()


def test_the_style_sheet_shows_text_on_tried_grounds_only() -> None:
    page = (resources.style() / "window.qss").read_text(encoding="utf-8")
    rules = re.findall(r"\{([^}]*)\}", page)
    shown = {
        (ink[1], ground[1])
        for rule in rules
        if (ink := re.search(r"(?<![-\w])color: \$([a-z_]+)", rule))
        and (ground := re.search(r"(?<![-\w])background: \$([a-z_]+)", rule))
    }

    assert shown
    assert shown - set(PAIRS) == set()


def test_the_palettes_write_their_colours_alike() -> None:
    colours = [getattr(palette, field.name) for palette in (CALM, HIGH_CONTRAST) for field in fields(palette)]

    assert [colour for colour in colours if isinstance(colour, str) and not re.fullmatch("#[0-9A-F]{6}", colour)] == []
