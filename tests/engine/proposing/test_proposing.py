"""Tests of the form proposed from an office's own template: every figure in its place, every doubt on the list."""

from pathlib import Path

import further_templates
import proposing
import pytest

from ccbdesk.model.proposal import About, Certainty, Proposal

OFFICES = sorted(path.name for path in proposing.OFFICES.glob("*.xlsx"))
FURTHER = {
    "quarter.xlsx": (further_templates.quarter, further_templates.QUARTER_TRUTH),
    "year.xlsx": (further_templates.year, further_templates.YEAR_TRUTH),
    "half_year.xlsx": (further_templates.half_year, further_templates.HALF_YEAR_TRUTH),
    "sheets.xlsx": (further_templates.sheets, further_templates.SHEETS_TRUTH),
    "follow_up.xlsx": (further_templates.follow_up, further_templates.FOLLOW_UP_TRUTH),
}


def office(name: str) -> tuple[Proposal, dict[proposing.Place, proposing.Asked]]:
    path = proposing.OFFICES / name
    return proposing.proposed_from(path.read_bytes(), name), proposing.truth_beside(path)


def further(name: str) -> tuple[Proposal, dict[proposing.Place, proposing.Asked]]:
    draw, truth = FURTHER[name]
    told = {(sheet, cell): proposing.Asked(label, unit, kind) for sheet, label, unit, cell, kind in truth}
    return proposing.proposed_from(draw(), name), told


def test_there_are_four_templates_of_offices() -> None:
    assert len(OFFICES) == 4


@pytest.mark.parametrize("name", OFFICES)
def test_nine_figures_in_ten_have_the_right_label_cell_and_measure_and_no_wrong_one_is_silent(name: str) -> None:
    proposal, truth = office(name)

    assert len(truth) >= 9
    assert proposing.share_right(proposal, truth) >= 0.9
    assert proposing.silently_wrong(proposal, truth) == []


@pytest.mark.parametrize("name", OFFICES)
def test_of_these_templates_everything_is_read_as_a_careful_person_reads_it(name: str) -> None:
    proposal, truth = office(name)
    asked = proposing.asked_in(proposal)

    # A form knows no wholes among the columns of a list: there a rule says it.
    assert {place: one for place, one in asked.items() if ":" not in place[1]} == {
        place: one for place, one in truth.items() if ":" not in place[1]
    }
    assert {place: (one.label, one.measure, one.kind) for place, one in asked.items()} == {
        place: (one.label, one.measure, one.kind) for place, one in truth.items()
    }


@pytest.mark.parametrize("name", FURTHER)
def test_further_templates_are_read_as_well(name: str) -> None:
    proposal, truth = further(name)

    assert proposing.share_right(proposal, truth) >= 0.9
    assert proposing.silently_wrong(proposal, truth) == []


def test_a_part_named_over_a_column_of_a_list_is_never_more_than_the_column_before() -> None:
    proposal, _ = office("branch_list.xlsx")
    (sheet, _) = proposal.sheets
    whole, part = (column.code for column in proposal.columns if column.label in {"Hội viên", "nữ"})

    assert [(rule.subject, rule.against) for rule in proposal.rules] == [
        (f"{sheet.code}_{part}", f"{sheet.code}_{whole}")
    ]


def test_it_is_told_where_unit_and_period_are_written() -> None:
    cells = {name: [(sheet.unit_cell, sheet.period_cell) for sheet in office(name)[0].sheets[:-1]] for name in OFFICES}

    assert cells == {
        "branch_list.xlsx": [("C4", "A2")],
        "old_office.xlsx": [("B3", "B4")],
        "two_level_head.xlsx": [("A4", "")],
        "two_sheets.xlsx": [("C3", "A2"), ("", "")],
    }


def test_a_title_that_names_the_period_is_on_the_list_and_not_written_over() -> None:
    proposal, _ = office("two_level_head.xlsx")

    assert [(r.sheet, r.cell, r.certainty) for r in proposal.remarks if r.about is About.PERIOD_IN_TITLE] == [
        ("Biểu 01", "A2", Certainty.UNKNOWN)
    ]


def test_a_template_that_is_filled_in_is_on_the_list() -> None:
    proposal, _ = further("year.xlsx")
    told = {remark.about: (remark.sheet, remark.cell, remark.proposed) for remark in proposal.remarks}

    assert told[About.UNIT_CELL_FILLED] == ("Biểu 1", "B3", "Xã An Phú")
    assert told[About.OLD_FIGURES] == ("Biểu 1", "E8", "8")
    assert proposal.sheets[0].unit_cell == ""


def test_figures_that_are_filled_in_show_which_parts_are_all_there_are() -> None:
    proposal, _ = further("year.xlsx")

    assert [figure.label for figure in proposal.figures if figure.is_exhaustive] == ["Tổng số hội viên"]


def test_the_same_file_gives_the_same_proposal(tmp_path: Path) -> None:
    copy = tmp_path / OFFICES[0]
    copy.write_bytes((proposing.OFFICES / OFFICES[0]).read_bytes())

    assert proposing.proposed_from(copy.read_bytes(), copy.name) == office(OFFICES[0])[0]
