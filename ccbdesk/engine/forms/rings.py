"""What leads back to itself. This module holds the search for rings."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

Follows = Mapping[T, tuple[T, ...]]
"""What comes directly after each thing."""


def find_rings(follows: Follows[T]) -> Iterator[tuple[T, ...]]:
    """Yield the shortest way from a thing back to itself, both ends included: one a tangle, from its last thing."""
    told: set[T] = set()
    for start in reversed(tuple(follows)):
        ways = _ways_from(start, follows)
        if start in told or start not in ways:
            continue
        told |= {thing for thing in ways if start in _ways_from(thing, follows)}
        yield (start, *ways[start])


def _ways_from(start: T, follows: Follows[T]) -> dict[T, tuple[T, ...]]:
    """Return everything that can be reached, and the shortest way there, without the start itself."""
    ways: dict[T, tuple[T, ...]] = {}
    waiting: deque[tuple[T, tuple[T, ...]]] = deque([(start, ())])
    while waiting:
        here, way = waiting.popleft()
        for following in follows.get(here, ()):
            if following not in ways:
                ways[following] = (*way, following)
                waiting.append((following, ways[following]))
    return ways
