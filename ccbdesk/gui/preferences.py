"""What the program remembers about a person's window: place, text size, folders, dossiers. None of it changes a figure.

It is kept in one small file; where that is damaged, foreign or cannot be written, the program goes on as if new."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import PlatformDirs

DIRS = PlatformDirs("ccbdesk", appauthor=False)
_MOST_RECENT = 12  # dossiers that are offered again
_FACTORS = (0.9, 3.0)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered, as it stands in the file; paths are texts, geometry is Qt's own in hexadecimal."""

    geometry: str = ""
    factor: float = 1.0
    is_high_contrast: bool | None = None
    """None: as the system has it."""
    last_folder: str = ""
    saved_in: tuple[tuple[str, str], ...] = ()
    """Where each dossier's results were last saved: path of the dossier, folder."""
    recent: tuple[str, ...] = ()
    """Dossiers, the one opened last first."""


def preferences_file() -> Path:
    """Return where preferences are kept on this computer for this person."""
    return DIRS.user_config_path / "preferences.json"


def log_folder() -> Path:
    """Return where the program writes down its own errors."""
    return DIRS.user_log_path


@dataclass(slots=True)
class Preferences:
    """The preferences, read once and written whenever one changes; neither ever raises."""

    path: Path
    kept: Kept = field(default_factory=Kept)

    @classmethod
    def in_file(cls, path: Path) -> "Preferences":
        """Return what a file holds; what it does not hold or holds wrongly is as in a new program."""
        return cls(path, _read(path))

    def change(self, **values: Any) -> None:
        """Remember something else from now on, by the names of ``Kept``."""
        changed = replace(self.kept, **values)
        if changed != self.kept:
            self.kept = changed
            self._write()

    def remember_dossier(self, dossier: Path) -> None:
        """Put a dossier at the head of those that are offered again."""
        name = str(dossier)
        others = tuple(each for each in self.kept.recent if each != name)
        self.change(recent=(name, *others)[:_MOST_RECENT])

    def forget_dossier(self, dossier: Path) -> None:
        """No longer offer a dossier."""
        self.change(recent=tuple(each for each in self.kept.recent if each != str(dossier)))

    def remember_saving(self, dossier: Path, folder: Path) -> None:
        """Remember into which folder a dossier's results were saved."""
        others = tuple(pair for pair in self.kept.saved_in if pair[0] != str(dossier))
        self.change(saved_in=((str(dossier), str(folder)), *others)[:_MOST_RECENT])

    def saving_folder(self, dossier: Path) -> Path:
        """Return the folder for a dossier's results: where they were saved last, else the one it lies in."""
        return Path(dict(self.kept.saved_in).get(str(dossier), str(dossier.parent)))

    def _write(self) -> None:
        written = self.path.with_name(f"{self.path.name}.new")
        with suppress(OSError):  # a window of another size next time is no reason to stop a person's work
            self.path.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(json.dumps(asdict(self.kept), ensure_ascii=False, indent=1), encoding="utf-8")
            written.replace(self.path)


def _read(path: Path) -> Kept:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Kept()
    if not isinstance(held, Mapping):
        return Kept()
    sound = {each.name: _SOUND[each.name](held[each.name]) for each in fields(Kept) if each.name in held}
    return Kept(**{name: value for name, value in sound.items() if value is not _UNSOUND})


# -- what a value must be to be used -------------------------------------------------------------------------------

_UNSOUND: Any = object()


def _text(value: object) -> Any:
    return value if isinstance(value, str) else _UNSOUND


def _factor(value: object) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return _UNSOUND
    return float(value) if _FACTORS[0] <= value <= _FACTORS[1] else _UNSOUND


def _choice(value: object) -> Any:
    return value if value is None or isinstance(value, bool) else _UNSOUND


def _texts(value: object) -> Any:
    is_sound = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return tuple(value)[:_MOST_RECENT] if is_sound and isinstance(value, list) else _UNSOUND


def _pairs(value: object) -> Any:
    if not isinstance(value, list):
        return _UNSOUND
    pairs = [_texts(each) for each in value]
    is_sound = all(each is not _UNSOUND and len(each) == 2 for each in pairs)
    return tuple(pairs)[:_MOST_RECENT] if is_sound else _UNSOUND


_SOUND: Mapping[str, Callable[[object], Any]] = {
    "geometry": _text,
    "factor": _factor,
    "is_high_contrast": _choice,
    "last_folder": _text,
    "saved_in": _pairs,
    "recent": _texts,
}
