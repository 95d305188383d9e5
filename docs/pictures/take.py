"""Pictures of the window, made without a screen. This module holds how scenes are drawn at every size that matters.

    .venv/bin/python docs/pictures/take.py FOLDER [SCENE …]

writes FOLDER/SETTING/SCENE.png for each of the settings below and each scene (all, if none is named). They are there to
be looked at one by one; what can be computed from them is tested in tests/gui."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gallery import SCENES  # noqa: E402 - the lines above come first
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - the lines above come first

from ccbdesk.gui.look.dressing import dress  # noqa: E402 - the lines above come first


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

Scenes = Mapping[str, Callable[[], QWidget]]


def take(application: QApplication, scenes: Scenes, setting: Setting, folder: Path) -> None:
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


def main(words: Sequence[str]) -> int:
    """Do what was typed and return the exit status."""
    if not words:
        sys.stderr.write(f"{__doc__}\nScenes: {', '.join(SCENES)}\n")
        return 2
    folder, *names = words
    application = QApplication([])
    chosen = {name: draw for name, draw in SCENES.items() if not names or name in names}
    for name, setting in SETTINGS.items():
        take(application, chosen, setting, Path(folder) / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
