"""What holds for every test. This module holds the tiers of tests and hypothesis's profiles.

The tests marked ``deep`` run with ``--deep`` only, those marked ``libreoffice`` only where LibreOffice is, those marked
``compiler`` only where C can be compiled. What was left out is counted and said at the end, for a check that did not run has not passed."""

import os
import shutil
import sys
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt: tests open no window on a screen

LEFT_OUT = pytest.StashKey[dict[str, int]]()
"""How many tests were left out, by what they need."""

DEEP = "the long tier (python3 dev.py test --deep)"
OFFICE = "LibreOffice"
COMPILER = "a C compiler (cc) on Linux"

# The time limits of hypothesis would make the outcome depend on what else the machine is doing.
settings.register_profile(
    "usual",
    max_examples=60,
    derandomize=True,
    deadline=None,
    print_blob=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    settings.get_profile("usual"),
    max_examples=1500,
    derandomize=False,
    print_blob=True,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that asks for the long tier too."""
    parser.addoption("--deep", action="store_true", help="run the long tier too (kills, fuzzing)")


def pytest_configure(config: pytest.Config) -> None:
    """Load the profile before the first test module is read, for its settings start from the profile."""
    settings.load_profile("deep" if config.getoption("deep") else "usual")
    config.stash[LEFT_OUT] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot or shall not run here, and count it."""
    if not config.getoption("deep"):
        leave_out(config, items, "deep", DEEP)
    if not shutil.which("soffice"):
        leave_out(config, items, "libreoffice", OFFICE)
    if sys.platform != "linux" or not shutil.which("cc"):
        leave_out(config, items, "compiler", COMPILER)


def leave_out(config: pytest.Config, items: list[pytest.Item], marker: str, need: str) -> None:
    """Take the tests with a marker out of the list."""
    marked = [item for item in items if item.get_closest_marker(marker)]
    if marked:
        items[:] = [item for item in items if item not in marked]
        config.hook.pytest_deselected(items=marked)
        config.stash[LEFT_OUT][need] = len(marked)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand a worker's counts to the process that speaks; every worker has collected the same tests."""
    output: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over the counts of a worker that is done."""
    config: pytest.Config = getattr(node, "config")  # noqa: B009 - xdist has no types
    output: dict[str, dict[str, int]] = getattr(node, "workeroutput", {})
    config.stash[LEFT_OUT].update(output.get("left_out", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what did not run."""
    for line in not_run(config.stash[LEFT_OUT].items()):
        terminalreporter.write_line(line, yellow=True)


def not_run(left_out: Iterable[tuple[str, int]]) -> list[str]:
    """Return a line for each reason for which tests were left out."""
    return [f"NOT RUN: {count} checks that need {need}" for need, count in left_out]
