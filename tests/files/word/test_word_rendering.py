"""A report as LibreOffice lays it out on paper, measured in points (1 mm = 2.83)."""

from dataclasses import dataclass
from datetime import date

import pytest
from printing import MM, Word, pages_of, print_file, text_of

from ccbdesk.files.word.writing import write_report
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Figure, Note, Paragraph, Phrase, Report, Run

pytestmark = pytest.mark.libreoffice

WORKDAYS = IndicatorCode("ngay_cong")


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed report: the lines of each page without spaces, and the words of each page with their boxes."""

    lines: tuple[tuple[str, ...], ...]
    words: tuple[tuple[Word, ...], ...]

    def word(self, text: str, page: int = 0) -> Word:
        """Return the first word of this text on a page."""
        return next(word for word in self.words[page] if word.text == text)


def drawn() -> Report:
    """Return a report of four pages."""
    figure = Figure("164.799", Reference(WORKDAYS), "ccb:2024/ngay_cong#u2hki", "Ngày công [ngay_cong]", (WORKDAYS,))
    paragraphs: list[tuple[Style, tuple[Run, ...]]] = [
        (Style.SUPERIOR_BODY, (Phrase("HỘI CỰU CHIẾN BINH VIỆT NAM"),)),
        (Style.ISSUING_BODY, (Phrase("CỤM THI ĐUA SỐ 9"),)),
        (Style.NUMBER, (Phrase("Số: 05 /BC-A"),)),
        (Style.PLACE_AND_DATE, (Phrase("Sông Trầm, ngày 05 tháng 7 năm 2024"),)),
        (Style.TITLE, (Phrase("BÁO CÁO"),)),
        (Style.SUBJECT, (Phrase("Kết quả công tác"),)),
    ]
    for number in range(1, 13):
        paragraphs += [
            (Style.HEADING_2, (Phrase(f"{number}. ĐỀ MỤC"),)),
            (
                Style.BODY,
                (Phrase("Đã góp "), figure, Phrase(" công"), Note(" (thiếu 1 đơn vị)"), Phrase(" việc" * 100)),
            ),
        ]
    paragraphs += [
        (Style.BODY, (Phrase("Trên đây là báo cáo./."),)),
        (Style.CAPACITY, (Phrase("TM. BAN A"),)),
        (Style.SIGNER, (Phrase("Nguyễn Văn A"),)),
        (Style.RECIPIENT, (Phrase("- Lưu: VT."),)),
    ]
    return Report("Báo cáo", tuple(Paragraph(style, runs) for style, runs in paragraphs), (), (), Basis(""))


@pytest.fixture(scope="module")
def paper(skeleton: bytes, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """Return the drawn report as LibreOffice prints it; one printing serves all tests."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "report.docx").write_bytes(write_report(drawn(), skeleton, date(2024, 7, 5)))
    pages = pages_of(print_file(folder / "report.docx"))
    return Paper(tuple(tuple(map(text_of, page.lines)) for page in pages), tuple(page.words for page in pages))


def test_each_line_of_the_head_is_one_line(paper: Paper) -> None:
    assert paper.lines[0][:5] == (
        "HỘICỰUCHIẾNBINHVIỆTNAMCỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "CỤMTHIĐUASỐ9Độclập-Tựdo-Hạnhphúc",
        "Số:05/BC-ASôngTrầm,ngày05tháng7năm2024",
        "BÁOCÁO",
        "Kếtquảcôngtác",
    )


def test_number_and_date_stand_on_one_line(paper: Paper) -> None:
    assert paper.word("05").bottom == pytest.approx(paper.word("2024").bottom, abs=1)


def test_the_margins_are_those_set_in_the_skeleton(paper: Paper) -> None:
    text = [word for page in paper.words[1:3] for word in page[1:]]  # full pages, without their numbers

    measured = (min(word.left for word in text), max(word.right for word in text), min(word.top for word in text))
    assert measured == pytest.approx((30 * MM, (210 - 18) * MM, 20 * MM), abs=MM)
    assert max(word.bottom for word in text) < (297 - 20 + 1) * MM


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_top(paper: Paper) -> None:
    numbers = [(words[0].text, (words[0].left + words[0].right) / 2) for words in paper.words[1:]]

    middle = (30 + (210 - 30 - 18) / 2) * MM
    assert [number for number, _ in numbers] == [str(page) for page in range(2, len(paper.words) + 1)]
    assert [place for _, place in numbers] == pytest.approx([middle] * len(numbers), abs=MM)
    assert paper.lines[0][0] != "1"


def test_no_heading_stands_at_the_foot_of_a_page(paper: Paper) -> None:
    assert [page[-1] for page in paper.lines if "ĐỀMỤC" in page[-1]] == []


def test_the_signature_stands_on_one_page_with_the_end_of_the_text(paper: Paper) -> None:
    last = " ".join(paper.lines[-1])

    assert [words for words in ("./.", "Nơinhận:", "TM.BANA", "-Lưu:VT.", "NguyễnVănA") if words not in last] == []


def test_recipients_stand_level_with_the_capacity_and_at_the_margin(paper: Paper) -> None:
    capacity = paper.word("TM.", page=-1)

    heading, *_ = (word for word in paper.words[-1] if word.bottom == pytest.approx(capacity.bottom, abs=3))
    assert heading.text.startswith("N")
    assert heading.left == pytest.approx(30 * MM, abs=MM)
