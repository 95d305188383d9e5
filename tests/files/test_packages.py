"""A package is opened only if every reader would find the same in it."""

import io
import zipfile
from pathlib import Path

import pytest

from ccbdesk.files.excel.examining import examine
from ccbdesk.files.package.parts import open_package
from ccbdesk.files.package.refusing import RefusedError
from ccbdesk.model.receipt import Refusal, Refused

SAVED = Path(__file__).with_name("saved_by_libreoffice") / "formulas.xlsx"


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip file of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def renamed(before: str, after: str) -> bytes:
    """Return a saved workbook in which part of each name has been changed."""
    with zipfile.ZipFile(SAVED) as archive:
        return zipped({name.replace(before, after): archive.read(name) for name in archive.namelist()})


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    package = open_package(zipped({"XL\\Workbook.xml": b"<workbook/>", "/a/b.xml": b"<b/>"}))

    assert package.names == ("xl/workbook.xml", "a/b.xml")
    assert [package.part(name) for name in ("xl/workbook.xml", "/xl/WORKBOOK.xml")] == [b"<workbook/>"] * 2


def test_a_workbook_whose_parts_are_spelled_in_capitals_is_read() -> None:
    capitals = renamed("sharedStrings", "SharedStrings")

    assert examine(capitals) == examine(SAVED.read_bytes())
    assert not isinstance(examine(capitals), Refused)


def test_too_many_parts_are_too_large() -> None:
    with pytest.raises(RefusedError) as refusal:
        open_package(zipped({f"{number}.xml": b"" for number in range(5_001)}))

    assert refusal.value.refused == Refused(Refusal.TOO_LARGE, "5001 phần")


def test_a_definition_is_found_across_the_border_of_two_pieces() -> None:
    for ahead in range(2**18 - 12, 2**18 + 2):
        package = open_package(zipped({"a.xml": b" " * ahead + b"<!DOCTYPE x>"}))
        with pytest.raises(RefusedError) as refusal:
            package.check_contents()

        assert refusal.value.refused.why is Refusal.UNSAFE


def test_a_definition_in_a_picture_is_none() -> None:
    package = open_package(zipped({"xl/media/drawing.svg": b"<!DOCTYPE svg>"}))

    package.check_contents()
    assert package.part("xl/media/drawing.svg") == b"<!DOCTYPE svg>"


def test_a_part_that_is_not_there_is_damage() -> None:
    with pytest.raises(RefusedError) as refusal:
        open_package(zipped({"a.xml": b""})).part("b.xml")

    assert refusal.value.refused == Refused(Refusal.DAMAGED)
