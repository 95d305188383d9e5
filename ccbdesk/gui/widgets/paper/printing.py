"""A paper on paper. This module holds how its pages go to a printer or into a PDF, each in its own size."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from ccbdesk.gui.widgets.paper.pages import Page

_TWIPS = 20  # in a point
_FINE = 600  # dots to an inch


def write_pdf(pages: Sequence[Page], path: Path, title: str) -> bool:
    """Write the pages as a PDF that is there whole or not at all; False where it could not be written."""
    draft = path.with_name(f".{path.name}.tmp")
    writer = QPdfWriter(str(draft))
    writer.setTitle(title)
    writer.setCreator("ccbdesk")
    writer.setResolution(_FINE)
    is_written = _paint(pages, writer)
    try:
        if is_written and draft.is_file() and draft.stat().st_size:
            draft.replace(path)
            return True
    except OSError:
        pass
    draft.unlink(missing_ok=True)
    return False


def print_pages(pages: Sequence[Page], printer: QPrinter) -> bool:
    """Print the pages, or those that were asked for in the printer's dialog; False where the printer refuses."""
    return _paint(_wanted(pages, printer), printer)


def _wanted(pages: Sequence[Page], printer: QPrinter) -> Sequence[Page]:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return pages[printer.fromPage() - 1 : printer.toPage() or len(pages)]
    return pages


def _paint(pages: Sequence[Page], device: QPagedPaintDevice) -> bool:
    if not pages:
        return False
    _set_page(device, pages[0])
    painter = QPainter()
    if not painter.begin(device):
        return False
    for place, page in enumerate(pages):
        if place:
            _set_page(device, page)
            if not device.newPage():
                painter.end()
                return False
        painter.save()
        scale = painter.device().logicalDpiX() / 72 / _TWIPS
        painter.scale(scale, scale)
        page.paint(painter)
        painter.restore()
    return painter.end()


def _set_page(device: QPagedPaintDevice, page: Page) -> None:
    shape = page.shape
    short, long = sorted((shape.width, shape.height))
    size = QPageSize(QSizeF(short / _TWIPS, long / _TWIPS), QPageSize.Unit.Point)
    is_lying = shape.width > shape.height
    way = QPageLayout.Orientation.Landscape if is_lying else QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
