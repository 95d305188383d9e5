"""The screens of the four steps. This module holds which page each step has, loaded when it is first shown."""

from collections.abc import Callable, Mapping

from ccbdesk.gui.pages.page import Frame, Page
from ccbdesk.service.pictures import Step


def _receiving(frame: Frame) -> Page:
    from ccbdesk.gui.pages.receiving import ReceivingPage  # noqa: PLC0415 - loaded when it is first shown

    return ReceivingPage(frame)


def _checking(frame: Frame) -> Page:
    from ccbdesk.gui.pages.checking.page import CheckingPage  # noqa: PLC0415 - loaded when it is first shown

    return CheckingPage(frame)


def _merging(frame: Frame) -> Page:
    from ccbdesk.gui.pages.merging import MergingPage  # noqa: PLC0415 - loaded when it is first shown

    return MergingPage(frame)


def _reporting(frame: Frame) -> Page:
    from ccbdesk.gui.pages.report.page import ReportPage  # noqa: PLC0415 - loaded when it is first shown

    return ReportPage(frame)


def _search(frame: Frame) -> None:
    from ccbdesk.gui.dialogs.lookup import open_lookup  # noqa: PLC0415 - loaded when it is first asked for

    open_lookup(frame)


PAGES: Mapping[Step, Callable[[Frame], Page]] = {
    Step.RECEIVING: _receiving,
    Step.CHECKING: _checking,
    Step.MERGING: _merging,
    Step.REPORTING: _reporting,
}
SEARCH: Callable[[Frame], None] = _search
