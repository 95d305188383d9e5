"""The skeleton that the tests of Word files fill."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"


@pytest.fixture(scope="session")
def skeleton_folder() -> Path:
    """Return the folder of the skeleton's parts."""
    return TEMPLATES / "bao-cao"


@pytest.fixture(scope="session")
def skeleton() -> bytes:
    """Return the skeleton as it is delivered."""
    return (TEMPLATES / "bao-cao.docx").read_bytes()
