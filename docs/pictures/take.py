"""Pictures of the window, made without a screen. This module holds what is taken and at which sizes.

    .venv/bin/python docs/pictures/take.py FOLDER [NAME …]

writes FOLDER/SETTING/NAME.png for each of the settings below: the screens on a walk through the program with the
samples (screens.py), and the pieces the window is made of (tests/gallery.py). They are there to be looked at one by
one; what can be computed from them is tested in tests/gui. Names of screens and pieces choose some of them.

    .venv/bin/python docs/pictures/take.py --guide [NAME …]

writes the pictures of the guide, docs/huong-dan/hinh/NAME.png."""

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from gallery import SCENES  # noqa: E402 - it is found only now
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - Qt was told where to draw only now
from screens import Walk  # noqa: E402 - it is found only now
from states import states, window_in  # noqa: E402 - it is found only now

from ccbdesk.gui.look.dressing import dress  # noqa: E402 - it is found only now


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the window is, how large its text, in which palette."""

    width: int
    height: int
    factor: float = 1.0
    is_high_contrast: bool = False


SETTINGS = {
    "usual": Setting(1366, 728),
    "narrow": Setting(1093, 590),
    "large": Setting(1600, 860, 1.3),
    "largest": Setting(1366, 728, 1.6),
    "contrast": Setting(1366, 728, is_high_contrast=True),
}

GUIDE = ROOT / "docs" / "huong-dan" / "hinh"

Scenes = Mapping[str, Callable[[], QWidget]]
IsWanted = Callable[[str], bool]


def take_pieces(application: QApplication, scenes: Scenes, setting: Setting, folder: Path) -> None:
    """Write a picture of each scene into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    dress(application, setting.factor, is_high_contrast=setting.is_high_contrast)
    for name, draw in scenes.items():
        window = draw()
        window.resize(setting.width, setting.height)
        window.show()
        for _ in range(3):  # until every layout has settled
            application.processEvents()
        window.grab().save(str(folder / f"{name}.png"))
        window.close()


def take_screens(settings: Mapping[str, Setting], folder: Path, is_wanted: IsWanted) -> list[str]:
    """Walk through the program, write pictures of the screens, and return those that asked for more room."""
    walk = Walk()
    too_large = []
    for name in filter(is_wanted, walk.screens()):
        for kind, setting in settings.items():
            walk.wear(setting.factor, is_high_contrast=setting.is_high_contrast)
            for _ in range(2):  # the least size may follow only when the look has settled
                walk.window.resize(setting.width, setting.height)
                walk.settle()
            (folder / kind).mkdir(parents=True, exist_ok=True)
            walk.window.grab().save(str(folder / kind / f"{name}.png"))
            size = walk.window.size()
            if (size.width(), size.height()) != (setting.width, setting.height):
                too_large.append(f"{kind}/{name}: {size.width()} × {size.height()}")
        walk.wear(1.0, is_high_contrast=False)
    walk.leave()
    return too_large


def wanted(names: Collection[str]) -> IsWanted:
    """Return what tells whether something is to be taken: whatever is named, all if nothing is."""
    return lambda name: not names or name in names


def main(words: Sequence[str]) -> int:
    """Do what was typed and return the exit status."""
    if not words:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder, *names = words
    is_wanted = wanted(names)
    application = QApplication([])
    if folder == "--guide":
        too_large = take_screens({".": SETTINGS["usual"]}, GUIDE, is_wanted)
    else:
        for name, setting in SETTINGS.items():
            take_pieces(
                application, {name: SCENES[name] for name in filter(is_wanted, SCENES)}, setting, Path(folder, name)
            )
            take_pieces(
                application,
                {state: partial(window_in, each) for state, each in states().items() if is_wanted(state)},
                setting,
                Path(folder, name),
            )
        has_screens = not names or set(names) - set(SCENES) - set(states())
        too_large = take_screens(SETTINGS, Path(folder), is_wanted) if has_screens else []
    sys.stdout.writelines(f"asked for more room: {line}\n" for line in too_large)
    return 0


if __name__ == "__main__":  # the engine's process reads this file again
    sys.exit(main(sys.argv[1:]))
