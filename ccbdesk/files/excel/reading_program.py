"""By what program workbooks are read. This module holds the fingerprint of everything that a reading depends on besides
the bytes of the file: whoever stores a reading stores it under this, and uses it under no other."""

import marshal
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.abc import InspectLoader
from importlib.util import find_spec
from pyexpat import EXPAT_VERSION

_PACKAGES = ("ccbdesk.files.excel", "ccbdesk.files.package")
_MODULES = ("ccbdesk.model.grid", "ccbdesk.model.origin", "ccbdesk.model.receipt", "ccbdesk.model.value")
"""All of our own that the reading child imports; a test asks it."""

_LIBRARIES = ("python-calamine", "openpyxl")


@cache
def reading_program() -> str:
    """Return the fingerprint of the program that reads, with the libraries it asks; empty where that cannot be told.

    An empty one is no fingerprint: nothing may be stored under it."""
    try:
        parts = (sys.version, EXPAT_VERSION, *_versions(), *_sources())
    except LookupError:
        return ""
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def _versions() -> Iterator[str]:
    from importlib import metadata  # noqa: PLC0415 - it brings a whole mail program, and not every command reads

    for name in _LIBRARIES:
        try:
            yield metadata.version(name)
        except metadata.PackageNotFoundError as error:
            raise LookupError(name) from error


def _sources() -> Iterator[str]:
    for package in _PACKAGES:
        spec = find_spec(package)
        modules = sorted(each.name for each in pkgutil.iter_modules(spec.submodule_search_locations if spec else []))
        if not modules:
            raise LookupError(package)
        for module in modules:
            yield _source(f"{package}.{module}")
    for module in _MODULES:
        yield _source(module)


def _source(name: str) -> str:
    """Return what a module says, or what became of it where a program is shipped without its sources."""
    spec = find_spec(name)
    loader = spec.loader if spec else None
    source = loader.get_source(name) if isinstance(loader, InspectLoader) else None
    if source is not None:
        return f"{name}\n{source}"
    code = loader.get_code(name) if isinstance(loader, InspectLoader) else None
    if code is None:
        raise LookupError(name)
    return f"{name}\n{marshal.dumps(code).hex()}"
