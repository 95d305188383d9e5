"""The live checks of a blank return. This module holds the formula that says beside a line what is wrong with it.

It shows the very words with which the finding of the same fault ends; several are joined by a space."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccbdesk.engine.templates.cell_formulas import CellFormulas, all_of, any_of, literal
from ccbdesk.engine.templates.places import Reckoned
from ccbdesk.engine.templates.rule_formulas import Ground
from ccbdesk.model.book import EmptyCell, FormulaCell, Look
from ccbdesk.model.form import Indicator, Kind, Rule
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.wording.cells import bounds_words, required_words, whole_words
from ccbdesk.wording.rules import rule_words

_LONGEST_FORMULA = 8_000  # Excel allows 8,192 characters


@dataclass(frozen=True, slots=True)
class Fault:
    """What may be wrong: the words to show, and the condition under which they are shown."""

    words: str
    condition: str


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of a template: its rules, each with its first figure.

    ``is_common``: any unit fills it in, so a task of some units only is not required."""

    ground: Ground
    rules: tuple[tuple[IndicatorCode, Rule], ...]
    is_common: bool

    def of_line(self, indicators: Iterable[Indicator], sheet: str, inputs: str) -> FormulaCell | EmptyCell:
        """Return the check of a line of the sheet; ``inputs`` are the cells of which one must be filled before any
        required one is missed."""
        line = tuple(indicators)
        return check_cell((*self._find_own(line, sheet, inputs), *self.find_rules(line, sheet)))

    def _find_own(self, line: tuple[Indicator, ...], sheet: str, inputs: str) -> Iterator[Fault]:
        for indicator in line:
            place = self.ground.places.get(indicator.code)
            if place is None or isinstance(place, Reckoned):
                continue
            cells = CellFormulas(indicator, place, sheet)
            if indicator.required and not (self.is_common and indicator.applies_to):
                yield Fault(required_words(indicator.kind), all_of([f"COUNTA({inputs})>0", cells.is_missing()]))
            if indicator.kind is Kind.INTEGER:
                yield Fault(whole_words(), cells.is_not_whole())
            words = bounds_words(indicator.lowest, indicator.highest)
            if words and indicator.is_numeric:
                yield Fault(words, cells.is_outside())

    def find_rules(self, line: tuple[Indicator, ...], sheet: str) -> Iterator[Fault]:
        """Yield the rules whose first figure stands in the line."""
        for indicator in line:
            for rule in self.rules_of(indicator):
                yield Fault(rule_words(rule), self.ground.broken(rule, sheet))

    def rules_of(self, indicator: Indicator) -> tuple[Rule, ...]:
        """Return the rules whose first figure an indicator is."""
        return tuple(rule for first, rule in self.rules if first == indicator.code)


def check_cell(faults: Iterable[Fault]) -> FormulaCell | EmptyCell:
    """Return the cell that shows the words of whatever is wrong; a fault for which Excel has no room is left out."""
    formula = ""
    for words, conditions in _gathered(faults).items():
        part = f'IFERROR(IF({any_of(conditions)},{literal(f" {words}")},""),"")'
        joined = f"{formula}&{part}" if formula else part
        formula = joined if len(joined) < _LONGEST_FORMULA else formula
    return FormulaCell(f"MID({formula},2,32767)", "", Look.CHECK) if formula else EmptyCell(Look.CHECK)


def _gathered(faults: Iterable[Fault]) -> dict[str, list[str]]:
    """The same words are said once, however many cells of the line they are about."""
    gathered: dict[str, list[str]] = {}
    for fault in faults:
        gathered.setdefault(fault.words, []).append(fault.condition)
    return gathered
