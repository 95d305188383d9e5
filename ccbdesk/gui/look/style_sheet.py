"""The style sheet of Qt's own widgets. This module holds how ``resources/style/window.qss`` becomes one.

In that file ``$name`` is a colour of the palette, and every length in px stands for factor one."""

import re
from dataclasses import asdict

from ccbdesk import resources
from ccbdesk.gui.look.look import Look
from ccbdesk.gui.look.text import Text

_LENGTH = re.compile(r"\b(\d+)px\b")
_NAME = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(look: Look) -> str:
    """Return the style sheet for a look."""
    names = asdict(look.palette) | {"style": resources.style().as_posix()}
    page = _COMMENT.sub("", (resources.style() / "window.qss").read_text(encoding="utf-8"))
    page = page.replace("$line_width", f"{look.palette.line_width}px")
    scaled = _LENGTH.sub(lambda found: f"{look.px(int(found[1]))}px", page)
    return _NAME.sub(lambda found: str(names[found[1]]), scaled) + "".join(_rule(look, text) for text in Text)


def _rule(look: Look, text: Text) -> str:
    size = f"font-size: {look.px(text.height)}px; font-weight: {text.weight.value};"
    return f'QLabel[text_kind="{text.role}"] {{ {size} }}\n'
