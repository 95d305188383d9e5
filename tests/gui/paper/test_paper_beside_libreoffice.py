"""The preview beside LibreOffice's print of the same file: the same lines on the same pages."""

from pathlib import Path

import pytest
from drawn_papers import SAMPLES, sample_report
from printing import pages_of, print_file, text_of

from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.gui.widgets.paper.pages import all_pages

pytestmark = pytest.mark.libreoffice


ALIKE = 0.92  # of the lines; a note in small letters makes two lines of what is read back as one
LONG = 45  # letters of a line that goes across the page, so that no cell of a table is beside it


def without_spaces(lines: tuple[str, ...]) -> list[str]:
    """Return lines without spaces, for letters borrowed from another font come back with spaces around them."""
    return ["".join(line.split()) for line in lines]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample.name))
def test_the_lines_of_the_preview_are_those_of_the_print(sample: Path, tmp_path: Path) -> None:
    content = sample_report(sample)
    (tmp_path / "report.docx").write_bytes(content)

    printed = [[text_of(line) for line in page.lines] for page in pages_of(print_file(tmp_path / "report.docx"))]
    shown = [without_spaces(page.lines()) for page in all_pages(read_paper(content))]

    assert len(shown) == len(printed)
    across = [[line for line in page if len(line) > LONG] for page in shown]
    alike = [[line for line in there if line in here] for here, there in zip(across, printed, strict=True)]
    assert sum(map(len, across)) > 40
    assert sum(map(len, alike)) >= ALIKE * sum(map(len, across))
    assert all(lines == sorted(lines, key=page.index) for lines, page in zip(alike, across, strict=True))
