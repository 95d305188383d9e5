"""How a paper fills its pages: nothing is lost, what belongs together stays together, heads are repeated."""

from drawn_papers import SAMPLES, paper, sample_report

from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.gui.widgets.paper.pages import Page, all_pages, lay_out
from ccbdesk.model.paper import Paper

PAGE = '<w:sectPr><w:pgSz w:w="6000" w:h="{high}"/><w:pgMar w:top="500" w:bottom="500" w:left="500" w:right="500"/></w:sectPr>'
HIGH = 2400  # room for five lines of 10 pt, which are 230 high and no more


def pages_of(body: str, high: int = HIGH, header: str = "", section: str = "") -> list[tuple[str, ...]]:
    """Return the lines on each page of a body of text on small pages."""
    end = PAGE.format(high=high).replace("<w:sectPr>", f"<w:sectPr>{section}")
    return [page.lines() for page in all_pages(paper(body + end, header=header))]


def line(text: str, look: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(*texts: str) -> str:
    """Return a paragraph a text."""
    return "".join(map(line, texts))


def row(*texts: str, look: str = "") -> str:
    """Return a row of a table."""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(f'<w:tc>{line(text)}</w:tc>' for text in texts)}</w:tr>"


def grid(*rows: str, columns: int = 1) -> str:
    """Return a table of some rows."""
    widths = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblGrid>{widths}</w:tblGrid>{''.join(rows)}</w:tbl>"


def test_a_page_is_filled_and_the_next_goes_on() -> None:
    assert pages_of(lines(*"abcdefgh")) == [tuple("abcdef"), tuple("gh")]


def test_a_heading_stays_with_what_follows() -> None:
    assert pages_of(lines(*"abcde") + line("Đề mục", "<w:keepNext/>") + lines("f")) == [tuple("abcde"), ("Đề mục", "f")]


def test_a_page_ends_where_it_is_told_to() -> None:
    broken = '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>'

    assert pages_of(broken + line("c", "<w:pageBreakBefore/>")) == [("a",), ("b",), ("c",)]


def test_no_line_of_a_paragraph_stands_alone() -> None:
    long = "từ " * 60  # three lines

    found = pages_of(lines(*"abcde") + line(long))

    assert [len(page) for page in found] == [5, 3]


def test_a_paragraph_that_must_not_be_broken_is_not() -> None:
    long = line("từ " * 110, "<w:keepLines/>")

    assert [len(page) for page in pages_of(lines(*"abc") + long)] == [3, 5]


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    table = grid(row("Đầu", look="<w:tblHeader/>"), *(row(sign) for sign in "abcdefghi"))

    assert pages_of(table) == [("Đầu", *"abcde"), ("Đầu", *"fghi")]


def test_a_row_higher_than_a_page_is_cut_between_lines_and_loses_none() -> None:
    high = f"<w:tr><w:tc>{lines(*'abcdefgh')}</w:tc><w:tc>{lines('1', '2')}</w:tc></w:tr>"

    assert pages_of(grid(high, columns=2)) == [("a", "1", "b", "2", "c", "d", "e", "f"), tuple("gh")]


def test_rows_that_a_cell_spans_stay_on_one_page() -> None:
    def cell(merge: str, text: str) -> str:
        return f"<w:tc><w:tcPr><w:vMerge {merge}/></w:tcPr>{line(text)}</w:tc>"

    begins = 'w:val="restart"'
    spanned = (
        f"<w:tr>{cell(begins, 'Cụm')}<w:tc>{line('a')}</w:tc></w:tr><w:tr>{cell('', '')}<w:tc>{line('b')}</w:tc></w:tr>"
    )

    assert pages_of(lines(*"vwxyz") + grid(spanned, columns=2)) == [tuple("vwxyz"), ("Cụm", "a", "b")]


def test_a_notice_stands_above_every_page_with_its_number() -> None:
    field = '<w:fldSimple w:instr="{}"><w:r><w:t>?</w:t></w:r></w:fldSimple>'
    header = f"<w:p><w:r><w:t>Trang </w:t></w:r>{field.format('PAGE')}<w:r><w:t>/</w:t></w:r>{field.format('NUMPAGES')}</w:p>"
    named = '<w:headerReference w:type="default" r:id="rId9"/>'

    found = pages_of(lines(*"abcdefg"), header=header, section=named)

    assert [page[0] for page in found] == ["Trang 1/2", "Trang 2/2"]


def test_an_appendix_lies_and_begins_to_count_anew() -> None:
    first = f"<w:p><w:pPr>{PAGE.format(high=HIGH)}</w:pPr></w:p>"
    second = '<w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgNumType w:start="1"/></w:sectPr>'

    found = all_pages(paper(lines(*"abcdefg") + first + second))

    assert [(page.number, page.shape.width) for page in found] == [(1, 6000), (2, 6000), (1, 16838)]


def test_others_may_work_again_and_again_while_a_long_paper_is_laid_out() -> None:
    steps = list(lay_out(long_paper(400)))

    assert sum(step is None for step in steps) >= 400
    assert sum(isinstance(step, Page) for step in steps) > 50


def long_paper(rows: int) -> Paper:
    """Return a paper with a table of many rows."""
    return paper(grid(*(row(str(number)) for number in range(rows))) + PAGE.format(high=HIGH))


def test_every_figure_of_every_sample_report_stands_on_its_pages_once() -> None:
    for sample in SAMPLES:
        read = read_paper(sample_report(sample))
        pages = all_pages(read)

        seen = list(dict.fromkeys((spot.tag, spot.text) for page in pages for spot in page.spots()))
        assert seen == list(dict.fromkeys((each.tag, each.text) for each in read.figures()))
        for page in pages:
            boxes = [spot.box for spot in page.spots()]
            assert all(0 <= box.left() < box.right() <= page.shape.width for box in boxes)
            assert all(0 <= box.top() < box.bottom() <= page.shape.height for box in boxes)
