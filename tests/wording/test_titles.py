"""Short titles: every finding, every kind of rule and every question has one, and no two findings share it."""

from typing import get_args

from ccbdesk.model.expression import Reference
from ccbdesk.model.finding import Finding, RuleFailed
from ccbdesk.model.form import Rule, RuleCode, RuleKind
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.wording.titles import _OF_FINDINGS, rule_title

LONGEST = 40


def test_every_finding_but_a_failed_rule_has_a_title_of_its_own() -> None:
    assert {*_OF_FINDINGS, RuleFailed} == set(get_args(Finding))
    assert len(set(_OF_FINDINGS.values())) == len(_OF_FINDINGS)


def test_a_failed_rule_is_called_by_what_it_compares() -> None:
    titles = [rule_title(Rule(RuleCode("r"), kind, Reference(IndicatorCode("hoi_vien")))) for kind in RuleKind]

    assert len(set(titles)) == len(RuleKind)
    assert all(0 < len(title) <= LONGEST for title in (*titles, *_OF_FINDINGS.values()))
