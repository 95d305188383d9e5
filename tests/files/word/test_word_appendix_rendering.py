"""Tables, charts and appendices as LibreOffice lays them out on paper, measured in points (1 mm = 2.83)."""

import pytest
from printing import MM, Page, pages_of, print_file, text_of
from word_drawing import DAY, chart, figure, paragraph, report, table

from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style
from ccbdesk.model.report import Appendix, Report

pytestmark = pytest.mark.libreoffice


UNITS = ("Sông Trầm", "Núi Voi", "Đồng Xa", "Bến Mới", "Hòa An", "Phú Lạc", "Tân Yên", "Vĩnh Sơn")
RECIPIENT = "- Ban Thi đua - Khen thưởng Trung ương Hội;"
POST = "CHỦ TỊCH HỘI CCB TỈNH NÚI VOI NAM"
COMMENT = "Nguồn: J20"


def figures_down() -> Appendix:
    """Return sixty figures of eight units with the figures of their cluster, in sections of ten."""
    columns = len(UNITS) + 3
    rows = [
        f"| *TT vv | *Chỉ tiêu vv | *Các đơn vị {'>>' * 7} | *Toàn Cụm vv |",
        "|".join(f"*{unit}" for unit in UNITS),
    ]
    for number in range(60):
        if number % 10 == 0:
            rows.append(f"*Mục {number // 10 + 1} {'>>' * (columns - 1)}")
        figures = "|".join(f"={number + 1}.093.700" for _ in range(9))
        rows.append(f"{number + 1} | Ngày công lao động xây dựng nông thôn | {figures}")
    return Appendix((paragraph(Style.APPENDIX, "PHỤ LỤC I"),), table("\n".join(rows), (6, 34, *(12,) * 9), head_rows=2))


def units_down() -> Appendix:
    """Return eight figures of thirty-six units, some with long names."""
    rows = ["*TT | *Đơn vị |" + "|".join(f"*Chỉ tiêu dài số {number}" for number in range(8))]
    names = ("Thành phố trực thuộc Trung ương rất dài", *UNITS[1:])
    rows += [f"{n} | {names[n % 8]} | {'|'.join(['=12.345.678'] * 8)}" for n in range(1, 37)]
    rows += [f"*Toàn Cụm >> | {'|'.join(['=*444.444.444'] * 8)}"]
    return Appendix((paragraph(Style.APPENDIX, "PHỤ LỤC II"),), table("\n".join(rows), (6, 20, *(12,) * 8)))


def drawn() -> Report:
    """Return a report with every kind of block and two appendices."""
    bars = [(unit, str(1000 * place)) for place, unit in enumerate(UNITS, start=1)]
    small = table("*TT | *Đơn vị | *Ngày công\n" + "\n".join(f"{n} | Xã {n} | =12" for n in range(1, 41)), (1, 4, 2))
    return report(
        paragraph(Style.SUPERIOR_BODY, "HỘI A"),
        paragraph(Style.TITLE, "BÁO CÁO"),
        paragraph(Style.BODY, "Đã góp ", figure("12"), " công.", comment=COMMENT),
        paragraph(Style.TABLE, "BẢNG"),
        small,
        paragraph(Style.BODY, "Biểu đồ sau:"),
        chart(*bars),
        paragraph(Style.BODY, "Hết./."),
        paragraph(Style.CAPACITY, POST),
        paragraph(Style.SIGNER, "Nguyễn Văn A"),
        paragraph(Style.RECIPIENT, RECIPIENT),
        appendices=(figures_down(), units_down()),
    )


@pytest.fixture(scope="module")
def pages(skeleton: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """Return the drawn report as LibreOffice prints it; one printing serves all tests."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "report.docx").write_bytes(write_report(drawn(), skeleton, DAY))
    return pages_of(print_file(folder / "report.docx"))


def said(page: Page) -> list[str]:
    """Return the lines of a page without spaces."""
    return [text_of(line) for line in page.lines]


def test_appendices_lie_behind_the_report_on_a4(pages: tuple[Page, ...]) -> None:
    lying = [page.is_lying for page in pages]

    assert lying == sorted(lying)
    assert {(round(page.width / MM), round(page.height / MM)) for page in pages} == {(210, 297), (297, 210)}


def test_each_appendix_is_numbered_from_1_without_a_number_on_its_first_page(pages: tuple[Page, ...]) -> None:
    first, second = (
        next(place for place, page in enumerate(pages) if said(page)[0] == title) for title in ("PHỤLỤCI", "PHỤLỤCII")
    )

    report_pages, figures, units = pages[:first], pages[first:second], pages[second:]
    for part in (report_pages, figures, units):
        assert [said(page)[0] for page in part[1:]] == [str(number) for number in range(2, len(part) + 1)]
    assert (len(figures) > 1, len(units) > 1) == (True, True)


def test_heads_are_repeated_on_every_page_of_a_table(pages: tuple[Page, ...]) -> None:
    heads = [any("TT" in line for line in said(page)[:9]) for page in pages if page.is_lying]

    assert heads == [True] * len(heads)
    assert sum(any(line.startswith("TTĐơnvịNgàycông") for line in said(page)) for page in pages) == 2


def test_the_text_stays_within_the_margins_on_every_page(pages: tuple[Page, ...]) -> None:
    beyond = [
        (number, word)
        for number, page in enumerate(pages, start=1)
        for word in page.words
        if word.left < 30 * MM - 2
        or word.right > page.width - 18 * MM + 2
        or word.bottom > page.height - 20 * MM + 2
        # what is above the upper margin is the page's number
        or (word.top < 20 * MM - 2 and not word.text.isdecimal())
    ]

    assert [(number, word) for number, word in beyond if word.text not in POST] == []


def test_tables_reach_from_margin_to_margin(pages: tuple[Page, ...]) -> None:
    body = [page for page in pages if page.is_lying]

    reach = [
        (min(word.left for word in page.words), page.width - max(word.right for word in page.words)) for page in body
    ]
    assert [left < 40 * MM and right == pytest.approx(18 * MM, abs=2 * MM) for left, right in reach] == [True] * len(
        body
    )


def test_no_figure_is_broken_over_two_lines(pages: tuple[Page, ...]) -> None:
    words = [word.text for page in pages for word in page.words]

    assert words.count("60.093.700") == 9
    assert words.count("12.345.678") == 36 * 8
    assert words.count("444.444.444") == 8


def test_chart_and_its_name_stand_on_one_page_with_the_words_before(pages: tuple[Page, ...]) -> None:
    (page,) = (page for page in pages if any("Biểuđồsau:" in line for line in said(page)))

    lines = "\n".join(said(page))
    assert [name for name in ("8.000", "Ngàycông(ngày)") if name not in lines] == []


def test_a_post_of_thirty_capitals_and_a_usual_recipient_stand_on_one_line_each(pages: tuple[Page, ...]) -> None:
    signed = next(page for page in pages if any("Nơinhận:" in line for line in said(page)))

    joined = [line for line in said(signed) if "TrungươngHội;" in line or POST.replace(" ", "") in line]
    assert "".join(joined).count("".join(RECIPIENT.split())) == 1
    assert "".join(joined).count("".join(POST.split())) == 1


def test_comments_do_not_move_the_text(pages: tuple[Page, ...]) -> None:
    assert min(word.top for word in pages[0].words) == pytest.approx(20 * MM, abs=MM)
