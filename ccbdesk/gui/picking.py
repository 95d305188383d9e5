"""Choosing files and folders. This module holds the system's dialogs, what each offers, and how places are told."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ccbdesk.gui.widgets.dropping import WORKBOOKS

DOSSIER = ".ccbdesk"
_WORKBOOKS = f"Tệp Excel ({' '.join(f'*{ending}' for ending in sorted(WORKBOOKS))});;Mọi tệp (*)"
_DOSSIERS = f"Hồ sơ Cụm (*{DOSSIER});;Mọi tệp (*)"


def documents() -> Path:
    """Return the person's folder of documents, where dossiers are kept unless another place is chosen."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def dossiers() -> Path:
    """Return the folder in which dossiers and forms are made."""
    return documents() / "CCB"


def pick_workbooks(parent: QWidget, folder: str) -> tuple[Path, ...]:
    """Ask for workbooks; none where the person chose none."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, "Chọn các tệp Excel đã nhận", folder, _WORKBOOKS)
    return tuple(Path(each) for each in chosen)


def pick_dossier(parent: QWidget, folder: str) -> Path | None:
    """Ask for a dossier."""
    return pick_file(parent, "Mở hồ sơ đã lưu", folder, _DOSSIERS)


def pick_file(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """Ask for one file; ``kinds`` is as Qt writes it: “Tệp Word (*.docx)”."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(chosen) if chosen else None


def pick_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(chosen) if chosen else None


def crumbs(folder: Path) -> str:
    """Return a folder as a person reads it: “Tài liệu › CCB › 2026”, below the person's own."""
    try:
        inside = folder.relative_to(Path.home())
    except ValueError:
        inside = folder
    parts = [part for part in inside.parts if part not in ("/", "\\")]
    return " › ".join(parts) or str(folder)
