"""Which line of an office's file each row of a return is. This module holds the comparison of their labels in order.

Rows may have been inserted, moved, doubled or renamed. Labels that stand once decide by themselves; of twins those
around them do; what neither tells stays in doubt."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccbdesk.model.office import OfficeLine
from ccbdesk.vietnamese.folding import folded, nearest
from ccbdesk.vietnamese.labels import label_keys

_MOST_GUESSES = 20
"""Of how many strangers the nearest line is looked for; who has more has pasted in something else."""

Lines = tuple[OfficeLine, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The lines a row of a return may be: one, or several in doubt; ``is_guess``: only its place speaks for it."""

    lines: tuple[OfficeLine, ...] = ()
    is_guess: bool = False

    @property
    def line(self) -> OfficeLine | None:
        """The line that the row is beyond doubt."""
        return self.lines[0] if len(self.lines) == 1 and not self.is_guess else None


def align(lines: Lines, labels: Sequence[str]) -> tuple[Aligned, ...]:
    """Return which line each label of a return belongs to, in the labels' order; none for a stranger."""
    by_key = _by_key(lines)
    named = [_named(by_key, label) for label in labels]
    anchors = _Anchors(lines, {row: found[0] for row, found in enumerate(named) if len(found) == 1})
    settled: dict[int, Aligned] = {}
    for row, found in enumerate(named):
        near = anchors.near(row, found) if len(found) > 1 else ()
        if found:
            settled[row] = Aligned(near if len(near) == 1 else found)
    if anchors.is_in_order:
        settled |= _by_order(named, settled)
    settled |= dict(_renamed(lines, labels, named, settled))
    return tuple(settled.get(row, Aligned()) for row in range(len(labels)))


def _by_key(lines: Lines) -> Mapping[tuple[int, str], Lines]:
    found: dict[tuple[int, str], Lines] = {}
    for line in lines:
        for key in enumerate(label_keys(line.label)):
            found[key] = (*found.get(key, ()), line)
    return found


def _named(by_key: Mapping[tuple[int, str], Lines], label: str) -> Lines:
    """Return the lines of a label, by the strictest comparison that finds any."""
    keys = enumerate(label_keys(label))
    return next((by_key[key] for key in keys if key[1] and key in by_key), ())


class _Anchors:
    """The rows of a return of which it is certain which line they are, and what they say of rows between them."""

    def __init__(self, lines: Lines, anchors: Mapping[int, OfficeLine]) -> None:
        """Keep them in the order of the return, and their lines in that of the file."""
        self._places = {line.row: place for place, line in enumerate(lines)}
        self._rows = sorted(anchors)
        self._at = [self._places[anchors[row].row] for row in self._rows]
        self._certain = sorted(set(self._at))
        self._end = len(lines)

    @property
    def is_in_order(self) -> bool:
        """Whether the return has its certain rows in the order of the file."""
        return self._at == sorted(self._at)

    def around(self, row: int) -> tuple[int, int]:
        """Return the places in the file of the nearest certain rows above and below; beyond its ends where none is."""
        before, after = bisect_left(self._rows, row) - 1, bisect_right(self._rows, row)
        above = self._at[before] if before >= 0 else -1
        return above, self._at[after] if after < len(self._at) else self._end

    def near(self, row: int, twins: Lines) -> Lines:
        """Return those of several twins that stand where the nearest certain rows above and below say."""
        above, below = self.around(row)
        after, before = bisect_right(self._certain, above), bisect_left(self._certain, below) - 1
        under = self._certain[after] if after < len(self._certain) else self._end
        over = self._certain[before] if before >= 0 else -1
        by_above = {twin for twin in twins if above < self._places[twin.row] < under}
        by_below = {twin for twin in twins if over < self._places[twin.row] < below}
        chosen = by_above & by_below if by_above and by_below else by_above or by_below
        return tuple(twin for twin in twins if twin in chosen)


def _by_order(named: Sequence[Lines], settled: Mapping[int, Aligned]) -> dict[int, Aligned]:
    """Return twins in doubt one by one, where as many of them are there as the file has."""
    found: dict[int, Aligned] = {}
    rows_of: dict[Lines, list[int]] = {}
    for row, twins in enumerate(named):
        if len(twins) > 1:
            rows_of.setdefault(twins, []).append(row)
    for twins, rows in rows_of.items():
        pairs = tuple(zip(rows, twins, strict=False))
        if len(rows) == len(twins) and all(settled[row].line in (None, twin) for row, twin in pairs):
            found |= {row: Aligned((twin,)) for row, twin in pairs}
    return found


def _renamed(
    lines: Lines, labels: Sequence[str], named: Sequence[Lines], settled: Mapping[int, Aligned]
) -> Iterator[tuple[int, Aligned]]:
    """Yield rows that stand alone where one line is missing: the line, if the labels are near or the place says so."""
    certain = _Anchors(lines, {row: each.line for row, each in settled.items() if each.line})
    claimed = {line for aligned in settled.values() for line in aligned.lines}
    strangers = [row for row, found in enumerate(named) if not found and folded(labels[row])]
    alike = Counter(map(certain.around, strangers))
    for row in strangers[:_MOST_GUESSES]:
        above, below = certain.around(row)
        gap = tuple(line for line in lines[above + 1 : below] if line not in claimed)
        near = _nearest_line(labels[row], gap)
        if len(gap) == 1 and alike[above, below] == 1:
            yield row, Aligned(gap, is_guess=near is None)
        elif near is not None:
            yield row, Aligned((near,), is_guess=True)


def _nearest_line(label: str, lines: Lines) -> OfficeLine | None:
    near = nearest(label, [line.label for line in lines])
    return next((line for line in lines if near and line.label == near), None)
