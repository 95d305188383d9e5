"""Wholes and parts. This module holds which line is a part of which, by numbers, indents and “trong đó”."""

from collections.abc import Mapping
from dataclasses import dataclass

from ccbdesk.engine.proposing.lines import Line, LineKind
from ccbdesk.model.proposal import Certainty
from ccbdesk.vietnamese.folding import folded


@dataclass(frozen=True, slots=True)
class Part:
    """The row of the whole and how sure it is; ``is_other_measure``: it stands beneath it but counts something else."""

    whole: int
    certainty: Certainty
    is_other_measure: bool = False


def find_parts(lines: tuple[Line, ...], measures: Mapping[int, str]) -> Mapping[int, Part]:
    """Return of which line each line is a part, by rows; ``measures`` are those of the lines that are figures."""
    parts: dict[int, Part] = {}
    above: list[Line] = []
    in_group = False
    for line in lines:
        if line.kind is LineKind.SECTION:
            above, in_group = [], False
            continue
        if line.kind is LineKind.GROUP:
            in_group = True
            continue
        if line.kind is not LineKind.FIGURE or line.row not in measures:
            continue
        above = [other for other in above if other.depth < line.depth]
        in_group = in_group and bool(above)
        if above:
            whole = above[-1]
            is_other = folded(measures[whole.row]) != folded(measures[line.row])
            is_said = line.is_part or in_group
            parts[line.row] = Part(whole.row, Certainty.SURE if is_said else Certainty.LIKELY, is_other)
        above.append(line)
    return parts
