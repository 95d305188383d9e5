"""The paper on the screen: laid out bit by bit, its figures clicked and reached by key, printed and written as PDF."""

from pathlib import Path

from drawn_papers import SAMPLES, paper, sample_report
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.gui.widgets.paper.pages import all_pages
from ccbdesk.gui.widgets.paper.printing import print_pages, write_pdf
from ccbdesk.gui.widgets.paper.view import PaperView
from ccbdesk.model.paper import Paper


def control(text: str, tag: str) -> str:
    """Return a live figure."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Số {tag}"/><w:tag w:val="ccb:{tag}"/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def figures(*tags: str) -> Paper:
    """Return a paper with a figure on a line each."""
    return paper("".join(f"<w:p>{control('12', tag)}</w:p>" for tag in tags))


def shown(qtbot: QtBot, view: PaperView, read: Paper) -> PaperView:
    """Return the view with all pages of a paper laid out."""
    view.show_paper(read)
    qtbot.waitUntil(lambda: view.is_laid_out)
    return view


def test_a_click_on_a_figure_asks_about_it(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a", "b"))

    with qtbot.waitSignal(view.figure_asked) as asked:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.figure_at("ccb:b")
        )

    assert asked.args == ["ccb:b"]


def test_a_click_beside_figures_asks_nothing(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a"))

    with qtbot.assertNotEmitted(view.figure_asked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))


def test_the_mouse_over_a_figure_becomes_a_hand(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a"))

    QTest.mouseMove(view.viewport(), view.figure_at("ccb:a"))
    over = view.viewport().cursor().shape()
    QTest.mouseMove(view.viewport(), QPoint(5, 5))

    assert (over, view.viewport().cursor().shape()) == (
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.ArrowCursor,
    )


def test_arrows_go_from_figure_to_figure_and_enter_asks(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a", "b", "c"))

    with qtbot.waitSignal(view.figure_asked) as asked:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
            QTest.keyClick(view, key)

    assert asked.args == ["ccb:b"]
    assert view.accessibleName() == "Bản xem trước báo cáo: Số b, 12"


def test_a_figure_far_below_is_scrolled_into_sight(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures(*(str(number) for number in range(90))))

    assert view.show_figure("ccb:88")
    assert view.viewport().rect().contains(view.figure_at("ccb:88"))
    assert not view.show_figure("ccb:khong_co")


def test_a_figure_whose_line_ends_inside_is_one_figure_in_two_boxes(qtbot: QtBot, view: PaperView) -> None:
    long = f"<w:p><w:r><w:t>{'từ ' * 83}</w:t></w:r>{control('mười hai tỷ đồng', 'a')}</w:p>"

    shown(qtbot, view, paper(long))

    (figure,) = view.figures
    assert len(figure.boxes) == 2


def test_a_long_paper_is_laid_out_while_the_window_lives(qtbot: QtBot, view: PaperView) -> None:
    view.show_paper(figures(*(str(number) for number in range(3000))))

    assert not view.is_laid_out
    qtbot.waitUntil(lambda: view.is_laid_out)
    assert len(view.figures) == 3000


def test_another_paper_takes_the_place_of_one_that_is_not_laid_out_yet(qtbot: QtBot, view: PaperView) -> None:
    view.show_paper(figures(*(str(number) for number in range(3000))))

    shown(qtbot, view, figures("x"))

    assert [figure.spot.tag for figure in view.figures] == ["ccb:x"]


def test_a_changed_paper_stays_where_it_was_looked_at(qtbot: QtBot, view: PaperView) -> None:
    many = figures(*(str(number) for number in range(200)))
    shown(qtbot, view, many)
    view.verticalScrollBar().setValue(700)

    view.show_paper(many, stays=True)
    qtbot.waitUntil(lambda: view.is_laid_out)

    assert view.verticalScrollBar().value() == 700


def test_pages_are_as_wide_as_the_view_and_can_be_made_larger(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a"))
    before = view.horizontalScrollBar().maximum()

    view.zoom(1)

    assert (before, view.horizontalScrollBar().maximum() > 0) == (0, True)


def test_a_view_says_how_much_there_is_to_those_who_do_not_see_it(qtbot: QtBot, view: PaperView) -> None:
    shown(qtbot, view, figures("a", "b"))

    assert view.accessibleDescription().startswith("1 trang, 2 số liệu.")


def test_pdf_and_print_hold_every_page_in_its_own_size(tmp_path: Path) -> None:
    pages = all_pages(read_paper(sample_report(SAMPLES[0])))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))

    assert write_pdf(pages, tmp_path / "luu.pdf", "Báo cáo")
    assert print_pages(pages, printer)

    sizes = [page.shape.width > page.shape.height for page in pages]
    for name in ("luu.pdf", "in.pdf"):
        assert lying_pages(tmp_path / name) == sizes
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.pdf", "luu.pdf"]


def lying_pages(pdf: Path) -> list[bool]:
    """Tell of each page of a PDF whether it is wider than high."""
    boxes = [part.split(b"]")[0].split() for part in pdf.read_bytes().split(b"/MediaBox [")[1:]]
    return [float(box[2]) > float(box[3]) for box in boxes]


def test_a_pdf_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    pages = all_pages(figures("a"))
    (tmp_path / "co.pdf").mkdir()

    assert not write_pdf(pages, tmp_path / "co.pdf", "")
    assert [path.name for path in tmp_path.iterdir()] == ["co.pdf"]
