"""The one door to what ships with the program: forms, report skeletons, samples. This module holds where they lie."""

from pathlib import Path

_BESIDE_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDER = "resources"
_INSTALLED = "ccbdesk_resources"


def folder() -> Path:
    """Return the folder of resources, in a checkout or as installed from a wheel."""
    checkout = _BESIDE_PACKAGE / _FOLDER
    return checkout if checkout.is_dir() else _BESIDE_PACKAGE / _INSTALLED


def forms() -> tuple[Path, ...]:
    """Return the form workbooks that ship with the program, in order of name."""
    return tuple(sorted(path for path in (folder() / "forms").glob("*.xlsx") if not path.name.startswith("~$")))


def skeleton(stem: str) -> Path:
    """Return where the report skeleton of this name lies; whether it is there is the caller's to see."""
    return folder() / "templates" / f"{stem}.docx"


def provinces() -> Path:
    """Return the table of the provinces with the days from and to which each is what it is, and its predecessors."""
    return folder() / "provinces.tsv"


def samples() -> tuple[Path, ...]:
    """Return the folders of samples, one a cluster and period; none where the program was installed without them."""
    root = _BESIDE_PACKAGE / "sample_workbooks"
    return tuple(sorted(path.parent for path in root.glob("*/received")))


def fonts() -> tuple[Path, ...]:
    """Return the fonts that ship with the program, in order of name."""
    return tuple(sorted((folder() / "fonts").glob("*.ttf")))


def icon(name: str) -> Path:
    """Return where the drawing of this name lies."""
    return folder() / "icons" / f"{name}.svg"


def style() -> Path:
    """Return the folder of the window's style sheet and the marks it shows."""
    return folder() / "style"


def qt_words() -> Path:
    """Return Qt's own words in Vietnamese, as Qt reads them."""
    return folder() / "words" / "qtbase_vi.qm"


def guide() -> Path:
    """Return the folder of the guide; it is not there where the program was installed without it."""
    checkout = _BESIDE_PACKAGE / "docs" / "huong-dan"
    return checkout if checkout.is_dir() else folder() / "huong-dan"
