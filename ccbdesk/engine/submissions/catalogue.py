"""The names by which a form's indicators are found. This module holds the catalogue of codes, labels and sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccbdesk.model.form import Form, Indicator
from ccbdesk.vietnamese.folding import folded, tidy
from ccbdesk.vietnamese.labels import core, unbracketed

Indicators = tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A form's indicators by code, by folded label or alias, and by the core of these; and its folded sections."""

    codes: Mapping[str, Indicator]
    labels: Mapping[str, Indicators]
    cores: Mapping[str, Indicators]
    sections: frozenset[str]

    def coded(self, code: str) -> Indicator | None:
        """Return the indicator of a code, in whatever case it is typed."""
        return self.codes.get(tidy(code).casefold())

    def labelled(self, label: str) -> Indicators:
        """Return the indicators a label or one of their aliases names word for word."""
        return self.labels.get(folded(label), ())

    def resembling(self, label: str) -> Indicators:
        """Return the indicators a label names, if need be without numbering, “trong đó” and brackets at the end."""
        found = self.labelled(label) or self.cores.get(core(folded(label)), ())
        return found or self.cores.get(core(folded(unbracketed(label))), ())


def catalogue_of(form: Form) -> Catalogue:
    """Return the catalogue of a form; what is worked out from lists stands in no row."""
    indicators = tuple(indicator for indicator in form.indicators if not indicator.is_of_list)
    labels: dict[str, Indicators] = {}
    cores: dict[str, Indicators] = {}
    for indicator in indicators:
        for words in _find_names(indicator):
            labels[words] = (*labels.get(words, ()), indicator)
        for words in dict.fromkeys(core(name) for name in _find_names(indicator)):
            cores[words] = (*cores.get(words, ()), indicator)
    codes = {indicator.code.casefold(): indicator for indicator in indicators}
    sections = frozenset(folded(indicator.section) for indicator in indicators if indicator.section)
    return Catalogue(codes, labels, cores, sections)


def _find_names(indicator: Indicator) -> Iterator[str]:
    yield from dict.fromkeys(words for name in (indicator.label, *indicator.aliases) if (words := folded(name)))
