"""The report before it is saved: the very bytes as a picture, its head, what is missing, and saving it."""

from pathlib import Path

from serving_here import SAMPLE, Service, begun

from ccbdesk.files.word.showing.papers import read_paper
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.paper import Paper
from ccbdesk.model.unit import CLUSTER
from ccbdesk.service.messages import Cause
from ccbdesk.service.pictures import Mark, Step
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.merging import Freshness
from ccbdesk.service.pictures.report import ReportPicture
from ccbdesk.service.requests.desk import TakeIn, Undo
from ccbdesk.service.requests.merging import Merge
from ccbdesk.service.requests.report import Choices, SaveReport, ShowReport, WriteHead

BOOK = "So tong hop tw-3 2023.xlsx"


def merged(serving: Service, folder: Path, part: str = "clean") -> Desk:
    """Return a desk whose returns were merged into a workbook."""
    desk = begun(serving, folder, part)
    serving.ask(Merge(desk.table, folder / BOOK))
    return desk


def words_of(paper: Paper | None) -> str:
    """Return all a paper says."""
    assert paper is not None
    return "\n".join(each.text for each in paper.paragraphs())


def head_of(picture: ReportPicture) -> dict[str, str]:
    """Return the words of the report's head by their names."""
    return {field.label: field.text for field in picture.head}


def test_the_picture_shows_the_very_report_that_is_saved(serving: Service, tmp_path: Path) -> None:
    desk = merged(serving, tmp_path)

    picture = serving.ask(ShowReport(desk.table))
    saved = serving.ask(SaveReport(desk.table, tmp_path / "Bao cao.docx"))

    assert (saved.path, saved.note) == (tmp_path / "Bao cao.docx", "")
    assert picture.paper == read_paper(saved.path.read_bytes())
    assert (picture.freshness, picture.status.words) == (Freshness.FRESH, "Số liệu khớp với sổ tổng hợp")
    assert (picture.has_appendices, picture.gaps, picture.notice) == (True, (), "")
    assert (picture.report_name, picture.book_name) == ("Bao cao tw-3 2023.docx", BOOK)


def test_a_report_that_nobody_merged_is_a_draft(serving: Service, tmp_path: Path) -> None:
    picture = serving.ask(ShowReport(begun(serving, tmp_path).table))

    assert (picture.freshness, picture.status.mark) == (Freshness.NEVER, Mark.WAITING)
    assert "BÁO CÁO" in words_of(picture.paper)


def test_number_day_and_signer_are_written_into_the_report_without_merging_again(
    serving: Service, tmp_path: Path
) -> None:
    desk = merged(serving, tmp_path)

    after = serving.ask(
        WriteHead(
            desk.table,
            (
                (IndicatorCode("so_van_ban"), "15"),
                (IndicatorCode("ngay_ky"), "20/10/2023"),
                (IndicatorCode("nguoi_ky"), "Nguyễn Văn An"),
            ),
        )
    )
    picture = serving.ask(ShowReport(desk.table))

    assert after.said == "Đã ghi vào báo cáo: Số văn bản, Ngày ký báo cáo, Người ký."
    assert head_of(picture)["Số văn bản"] == "15"
    assert "15/BC" in words_of(picture.paper)
    assert "ngày 20 tháng 10 năm 2023" in words_of(picture.paper)
    assert "Nguyễn Văn An" in words_of(picture.paper)
    assert picture.freshness is Freshness.FRESH
    assert head_of(serving.ask(ShowReport(serving.ask(Undo(desk.table)).table)))["Người ký"] != "Nguyễn Văn An"


def test_words_of_the_head_can_be_taken_out_again(serving: Service, tmp_path: Path) -> None:
    desk = merged(serving, tmp_path)
    serving.ask(WriteHead(desk.table, ((IndicatorCode("so_van_ban"), "15"),)))

    serving.ask(WriteHead(desk.table, ((IndicatorCode("so_van_ban"), ""),)))

    assert head_of(serving.ask(ShowReport(desk.table)))["Số văn bản"] == ""
    assert "15/BC" not in words_of(serving.ask(ShowReport(desk.table)).paper)


def test_a_head_is_written_where_the_cluster_has_no_return_of_its_own_yet(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "clean/tw-3_2023_bac_kan.xlsx")
    before = serving.ask(ShowReport(desk.table))

    serving.ask(WriteHead(desk.table, ((IndicatorCode("nguoi_ky"), "Nguyễn Văn An"),)))

    assert set(head_of(before).values()) == {""}
    assert head_of(serving.ask(ShowReport(desk.table)))["Người ký"] == "Nguyễn Văn An"


def test_saving_the_report_brings_number_and_day_into_the_workbook_too(serving: Service, tmp_path: Path) -> None:
    desk = merged(serving, tmp_path)
    before = (tmp_path / BOOK).read_bytes()
    serving.ask(SaveReport(desk.table, tmp_path / "a.docx", book=tmp_path / BOOK))
    untouched = (tmp_path / BOOK).read_bytes()

    serving.ask(WriteHead(desk.table, ((IndicatorCode("so_van_ban"), "15"),)))
    serving.ask(SaveReport(desk.table, tmp_path / "b.docx", book=tmp_path / BOOK))

    assert untouched == before
    assert (tmp_path / BOOK).read_bytes() != before
    assert sorted(path.name for path in tmp_path.glob("*.*")) == sorted(
        [BOOK, "Ho so tw-3.ccbdesk", "a.docx", "b.docx"]
    )


def test_appendices_comments_and_marks_come_as_they_are_chosen(serving: Service, tmp_path: Path) -> None:
    desk = merged(serving, tmp_path)

    plain = serving.ask(ShowReport(desk.table, Choices(with_appendices=False)))
    clean = serving.ask(ShowReport(desk.table, Choices(is_clean=True)))
    serving.ask(SaveReport(desk.table, tmp_path / "a.docx", Choices(with_sources=True)))

    assert plain.paper is not None
    assert clean.paper is not None
    assert (plain.has_appendices, len(plain.paper.sections)) == (False, 1)
    assert (list(clean.paper.figures()), len(clean.paper.sections)) == ([], 2)
    assert b"comments" in (tmp_path / "a.docx").read_bytes()


def test_what_is_missing_is_told_with_the_way_to_its_cause(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "clean/tw-3_2023_bac_kan.xlsx")

    picture = serving.ask(ShowReport(desk.table))

    assert picture.notice.startswith("Tạm tính, 1/6 đơn vị; chưa có báo cáo của Cao Bằng")
    of_units = next(gap for gap in picture.gaps if gap.unit not in (None, CLUSTER))
    assert of_units.words.startswith("Chưa có số của Cao Bằng, Thái Nguyên, Lạng Sơn, Bắc Ninh và 1 đơn vị khác: ")
    assert (of_units.step, of_units.place) == (Step.RECEIVING, of_units.unit)
    assert picture.paper is not None
    assert of_units.tag in {figure.tag for figure in picture.paper.figures()}
    of_cluster = next(gap for gap in picture.gaps if gap.unit == CLUSTER)
    assert (of_cluster.words.startswith("Chưa ghi trong Phiếu kỳ: "), of_cluster.step) == (True, Step.RECEIVING)


def test_a_sentence_that_is_not_printed_is_told_with_the_figure_that_lacks(serving: Service, tmp_path: Path) -> None:
    picture = serving.ask(ShowReport(merged(serving, tmp_path).table))

    assert len(picture.dropped) == 2
    assert all("trang Câu mẫu: “" in dropped.words for dropped in picture.dropped)


def test_a_file_that_comes_after_merging_makes_the_report_say_so(serving: Service, tmp_path: Path) -> None:
    desk = begun(serving, tmp_path, "clean/tw-3_2023_bac_kan.xlsx")
    serving.ask(Merge(desk.table, tmp_path / BOOK))

    serving.ask(TakeIn(desk.table, (SAMPLE / "clean",)))

    picture = serving.ask(ShowReport(desk.table))
    assert (picture.freshness, picture.status.words) == (Freshness.STALE, "Cần tổng hợp lại")


def test_a_report_that_cannot_be_written_leaves_everything_as_it_was(serving: Service, tmp_path: Path) -> None:
    desk = merged(serving, tmp_path)
    (tmp_path / "a.docx").mkdir()

    failed = serving.fail(SaveReport(desk.table, tmp_path / "a.docx"))

    assert (failed.cause in (Cause.WORLD, Cause.TARGET_OPEN), "a.docx" in failed.sentence) == (True, True)
    assert serving.ask(ShowReport(desk.table)).freshness is Freshness.FRESH
