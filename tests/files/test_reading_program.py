"""The fingerprint of the program that reads. This module holds that all a reading depends on is in it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata

import pytest

from ccbdesk.files.excel import reading_program as fingerprint
from ccbdesk.files.excel.reading_program import reading_program

_IMPORTED = """
import json, sys
before = set(sys.modules)
from ccbdesk.files.excel.child import main
import openpyxl
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@pytest.fixture(autouse=True)
def computed_anew() -> Iterator[None]:
    """Forget the fingerprint that was computed last, before a test and after it."""
    reading_program.cache_clear()
    yield
    reading_program.cache_clear()


def test_everything_of_ours_that_the_reading_child_imports_is_in_the_fingerprint() -> None:
    run = subprocess.run([sys.executable, "-c", _IMPORTED], stdout=subprocess.PIPE, check=True)
    ours = {name for name in json.loads(run.stdout) if name.startswith("ccbdesk.")}
    hashed = {source.partition("\n")[0] for source in fingerprint._sources()}  # noqa: SLF001 - what is hashed
    packages = {name.rpartition(".")[0] for name in hashed}

    assert "ccbdesk.files.excel.scanning" in ours
    assert ours - hashed - packages - {"ccbdesk.files"} == set()


def test_every_library_that_the_reading_child_imports_is_in_the_fingerprint() -> None:
    run = subprocess.run([sys.executable, "-c", _IMPORTED], stdout=subprocess.PIPE, check=True)
    tops = {name.partition(".")[0] for name in json.loads(run.stdout)} - sys.stdlib_module_names - {"ccbdesk"}
    libraries = {library for top in tops for library in metadata.packages_distributions().get(top, [])}

    assert "python-calamine" in libraries
    assert libraries - {"et_xmlfile", "lxml", "numpy", "pillow"} <= set(fingerprint._LIBRARIES)  # noqa: SLF001 - as above


def test_it_is_the_same_every_time() -> None:
    first = reading_program()
    reading_program.cache_clear()

    assert first
    assert reading_program() == first


@pytest.mark.parametrize("part", ["_versions", "_sources"])
def test_another_library_or_another_letter_of_the_program_is_another_fingerprint(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    before, found = reading_program(), list(getattr(fingerprint, part)())
    seen = {before}
    for number in range(len(found)):
        reading_program.cache_clear()
        monkeypatch.setattr(fingerprint, part, lambda number=number: one_letter_more(found, number))
        seen.add(reading_program())

    assert len(found) > 1
    assert len(seen) == len(found) + 1


def one_letter_more(found: list[str], number: int) -> list[str]:
    """Return the parts, one of them with a letter more."""
    return [*found[:number], f"{found[number]}x", *found[number + 1 :]]


def test_a_program_whose_parts_cannot_be_told_has_no_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_LIBRARIES", ("no such library",))

    assert reading_program() == ""
