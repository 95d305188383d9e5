"""Judging what was written. This module holds the check that a package of ours came back whole from the disk."""

import io
import zipfile


def is_sound_package(content: bytes) -> bool:
    """Tell whether the bytes are a zip whose every member has its checksum and which names its content types."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return package.testzip() is None and "[Content_Types].xml" in package.namelist()
    except zipfile.BadZipFile:
        return False
