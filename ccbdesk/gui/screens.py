"""The screens of the four steps. This module holds which page each step has, loaded when it is first shown."""

from collections.abc import Callable, Mapping

from ccbdesk.gui.pages.page import Frame, Page
from ccbdesk.service.pictures import Step

PAGES: Mapping[Step, Callable[[Frame], Page]] = {}
SEARCH: Callable[[Frame], None] | None = None
