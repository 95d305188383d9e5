"""What the tests of the service share: one service a test module, for its reader is a process of its own."""

from collections.abc import Iterator

import pytest
from serving_here import Service, service


@pytest.fixture(scope="module")
def serving() -> Iterator[Service]:
    """Return a service."""
    with service() as opened:
        yield opened
