"""Lists in Vietnamese. This module holds how names are listed within a sentence."""

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: commas between, “và” before the last."""
    return " và ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
