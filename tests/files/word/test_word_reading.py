"""Live figures read back from a Word file that somebody may have edited."""

import pytest

from ccbdesk.files.word.markup import cleaned
from ccbdesk.files.word.packing import pack
from ccbdesk.files.word.reading import is_readable, read_figures

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = b'<R><Relationship Type="http://x/officeDocument" Target="document22.xml"/></R>'


def edited(paragraph: str) -> bytes:
    """Return a Word file with one paragraph."""
    text = f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:p>{paragraph}</w:p></w:body></w:document>'
    return pack({"_rels/.rels": RELATIONSHIPS, "document22.xml": text.encode()})


def test_a_figure_whose_run_was_split_is_read_whole() -> None:
    content = edited(
        '<w:sdt><w:sdtPr><w:alias w:val="Ngày công"/><w:tag w:val="ccb:2024/a#abcde"/></w:sdtPr>'
        "<w:sdtContent><w:r/><w:r><w:t>164.</w:t></w:r><w:proofErr/><w:r><w:t>799</w:t></w:r></w:sdtContent></w:sdt>"
    )

    assert read_figures(content) == (("ccb:2024/a#abcde", "Ngày công", "164.799"),)


def test_what_a_tracked_change_deleted_is_not_read() -> None:
    content = edited(
        '<w:sdt><w:sdtPr><w:tag w:val="ccb:2024/a#abcde"/></w:sdtPr><w:sdtContent>'
        "<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins></w:sdtContent></w:sdt>"
    )

    assert read_figures(content) == (("ccb:2024/a#abcde", "", "2"),)


def test_controls_of_other_programs_and_without_a_tag_are_left_out() -> None:
    content = edited(
        '<w:sdt><w:sdtPr><w:tag w:val="rdk_0"/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r></w:sdtContent></w:sdt>'
        "<w:sdt><w:sdtContent><w:r><w:t>2</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:sdt><w:sdtPr><w:tag w:val="ccb-giu:2024/a#abcde"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )

    assert read_figures(content) == (("ccb-giu:2024/a#abcde", "", ""),)


@pytest.mark.parametrize("content", [b"", b"PK", pack({"a": b""}), edited("<w:r>")])
def test_bytes_that_are_no_word_file_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no package|no main document|broken markup"):
        read_figures(content)


def test_a_file_is_readable_or_it_is_not() -> None:
    assert (is_readable(edited("")), is_readable(edited("")[:40])) == (True, False)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("một\r\nhai\rba\x0bbốn", "một\nhai\nba\nbốn"),
        ("nu\x00ll \x1b \ufffe \ud800.", "null   ."),
        ("tab\t và 🌱 còn nguyên ", "tab\t và 🌱 còn nguyên "),
    ],
)
def test_a_text_is_cleaned_of_what_xml_cannot_hold(text: str, held: str) -> None:
    assert cleaned(text) == held
