"""What findings are called. This module holds the id by which a decision names a finding.

It is made of what was found, where, and the values it stands on: the same finding has the same id whenever it is found
again, and once anything it stands on has changed it is another one, so that nothing is decided about it unseen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha1

from ccbdesk.engine.settling.accepting import values_of
from ccbdesk.model.finding import Finding

_TRACE_LENGTH = 6


def finding_ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the ids of findings, such as ``M02-3fa9c1``, in their order; of alike ones the second ends in ``-2``."""
    return tuple(_numbered(_name_of(finding) for finding in findings))


def _numbered(names: Iterable[str]) -> Iterator[str]:
    used: Counter[str] = Counter()
    for name in names:
        used[name] += 1
        yield name if used[name] == 1 else f"{name}-{used[name]}"


def _name_of(finding: Finding) -> str:
    where = finding.where
    about = (where.unit or "", where.indicator or "", where.file if not where.unit else "", where.sheet)
    values = (part for pair in values_of(finding) for part in pair)
    trace = sha1("\n".join((*about, *values)).encode(), usedforsecurity=False).hexdigest()
    return f"{finding.code}-{trace[:_TRACE_LENGTH]}"
