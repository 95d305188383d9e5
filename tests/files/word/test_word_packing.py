"""The package of a Word file: parts in, the same bytes out."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ccbdesk.files.word.packing import main_document, pack, pack_folder, related, unpack


def test_the_delivered_skeleton_is_its_packed_parts_byte_for_byte(skeleton: bytes, skeleton_folder: Path) -> None:
    assert pack_folder(skeleton_folder) == skeleton


def test_the_content_types_come_first_and_the_rest_in_order() -> None:
    package = pack(
        {"word/b.xml": b"<b/>", "[Content_Types].xml": b"<t/>", "_rels/.rels": b"<r/>", "word/a.xml": b"<a/>"}
    )

    assert ZipFile(BytesIO(package)).namelist() == ["[Content_Types].xml", "_rels/.rels", "word/a.xml", "word/b.xml"]


def test_the_order_in_which_parts_are_given_changes_nothing() -> None:
    parts = {"a.xml": b"<a/>", "b.xml": b"<b/>"}

    assert pack(parts) == pack(dict(reversed(parts.items())))


def test_what_is_packed_is_unpacked_unchanged() -> None:
    parts = {"[Content_Types].xml": b"<t/>", "word/media/image1.png": bytes(range(256))}

    assert unpack(pack(parts)) == parts


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or locked file"]
)
def test_bytes_that_are_no_package_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no package"):
        unpack(content)


def test_a_package_cut_short_is_refused(skeleton: bytes) -> None:
    with pytest.raises(ValueError, match="no package"):
        unpack(skeleton[: len(skeleton) // 2])


@pytest.mark.parametrize("target", ["styles.xml", "/word/styles.xml", "../word/styles.xml"])
def test_a_related_part_is_found_however_its_target_is_written(target: str) -> None:
    relationships = f'<Relationships><Relationship Type="http://x/styles" Target="{target}"/></Relationships>'

    assert related({"word/_rels/document.xml.rels": relationships.encode()}, "word/document.xml", "styles") == (
        "word/styles.xml"
    )


def test_a_target_outside_the_package_is_no_part() -> None:
    relationships = b'<R><Relationship Type="http://x/styles" Target="http://y/styles.xml" TargetMode="External"/></R>'

    assert related({"word/_rels/document.xml.rels": relationships}, "word/document.xml", "styles") is None


def test_a_package_of_something_else_has_no_main_document() -> None:
    with pytest.raises(ValueError, match="no main document"):
        main_document({"[Content_Types].xml": b"<t/>", "mimetype": b"application/epub+zip"})
