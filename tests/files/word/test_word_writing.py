"""A report in a skeleton: every paragraph in its place, every figure in its control, the same bytes every time."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ccbdesk.files.word.markup import Element, cleaned, parse, text_of, w
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.reading import read_figures
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.expression import Reference
from ccbdesk.model.form import Style
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.report import Figure, Note, Paragraph, Phrase, Report
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError

DAY = date(2024, 7, 5)
WORKDAYS = IndicatorCode("ngay_cong")
PLAIN = "164.799"


def figure(shown: str, tag: str = "ccb:2024/ngay_cong#u2hki", title: str = "Ngày công [ngay_cong]") -> Figure:
    return Figure(shown, Reference(WORKDAYS), tag, title, (WORKDAYS,))


def gap(shown: str) -> Figure:
    return Figure(shown, Reference(WORKDAYS), "ccb:2024/thieu#aaaaa", "Còn thiếu [thieu]", (WORKDAYS,), is_gap=True)


def paragraph(style: Style, *runs: str | Figure | Note) -> Paragraph:
    return Paragraph(style, tuple(Phrase(run) if isinstance(run, str) else run for run in runs))


def report(*paragraphs: Paragraph, title: str = "Báo cáo") -> Report:
    return Report(title, paragraphs, (), (), Basis("b4515"))


def document(content: bytes) -> Element:
    return parse(unpack(content)["word/document.xml"])


def paragraph_with(content: bytes, words: str) -> Element:
    """Return the innermost paragraph that shows some words."""
    return [found for found in document(content).iter(w("p")) if words in text_of(found)][-1]


def canonical(element: Element) -> str:
    return etree.tostring(element, method="c14n", exclusive=True).decode()


def drawn(markup: str) -> str:
    """Return the canonical form of markup drawn over several lines."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    joined = "".join(line.strip() for line in markup.splitlines())
    return canonical(etree.fromstring(joined.replace("<w:p>", f'<w:p xmlns:w="{namespace}">', 1)))


def test_a_body_paragraph_holds_words_figures_in_controls_and_notes(skeleton: bytes) -> None:
    body = paragraph(Style.BODY, "Huy động ", figure(PLAIN), " ngày công, ", gap("……"), Note(" (thiếu)"))

    written = write_report(report(body, paragraph(Style.BODY, "Hết./.")), skeleton, DAY)

    assert canonical(paragraph_with(written, "Huy động")) == drawn("""
        <w:p>
        <w:pPr><w:pStyle w:val="BCDoanVan"/></w:pPr>
        <w:r><w:t xml:space="preserve">Huy động </w:t></w:r>
        <w:sdt>
        <w:sdtPr>
        <w:rPr><w:rStyle w:val="SoLieu"/></w:rPr>
        <w:alias w:val="Ngày công [ngay_cong]"/>
        <w:tag w:val="ccb:2024/ngay_cong#u2hki"/>
        <w:id w:val="794279569"/>
        <w:text/>
        </w:sdtPr>
        <w:sdtContent>
        <w:r><w:rPr><w:rStyle w:val="SoLieu"/></w:rPr><w:t xml:space="preserve">164.799</w:t></w:r>
        </w:sdtContent>
        </w:sdt>
        <w:r><w:t xml:space="preserve"> ngày công, </w:t></w:r>
        <w:sdt>
        <w:sdtPr>
        <w:rPr><w:rStyle w:val="SoLieuThieu"/></w:rPr>
        <w:alias w:val="Còn thiếu [thieu]"/>
        <w:tag w:val="ccb:2024/thieu#aaaaa"/>
        <w:id w:val="64953103"/>
        <w:text/>
        </w:sdtPr>
        <w:sdtContent>
        <w:r><w:rPr><w:rStyle w:val="SoLieuThieu"/></w:rPr><w:t xml:space="preserve">……</w:t></w:r>
        </w:sdtContent>
        </w:sdt>
        <w:r><w:rPr><w:rStyle w:val="GhiChuSoLieu"/></w:rPr><w:t xml:space="preserve"> (thiếu)</w:t></w:r>
        </w:p>""")


def test_the_last_body_paragraph_stays_with_the_signature(skeleton: bytes) -> None:
    written = write_report(report(paragraph(Style.BODY, "Mở đầu."), paragraph(Style.BODY, "Hết./.")), skeleton, DAY)

    assert canonical(paragraph_with(written, "Hết")) == drawn("""
        <w:p>
        <w:pPr><w:pStyle w:val="BCDoanVan"/><w:keepNext/></w:pPr>
        <w:r><w:t xml:space="preserve">Hết./.</w:t></w:r>
        </w:p>""")


def test_words_that_end_in_a_colon_stay_with_what_they_lead_to(skeleton: bytes) -> None:
    words = ("Mở đầu.", "Các đơn vị nêu: ", "- A.", "- B.", "Hết./.")

    written = write_report(report(*(paragraph(Style.BODY, word) for word in words)), skeleton, DAY)

    kept = [
        part.find(f"{w('pPr')}/{w('keepNext')}") is not None
        for word in words
        for part in [paragraph_with(written, word)]
    ]
    assert kept == [False, True, False, False, True]


def test_a_paragraph_of_the_head_looks_as_its_slot_does(skeleton: bytes) -> None:
    slot = "<w:r><w:t>&lt;&lt;địa danh, ngày tháng&gt;&gt;</w:t></w:r>"
    larger = "<w:r><w:rPr><w:rStyle w:val='X'/><w:sz w:val='30'/></w:rPr><w:t>« Địa danh , ngày tháng »</w:t></w:r>"
    head = paragraph(Style.PLACE_AND_DATE, "Xã A, ", figure("ngày 05 tháng 7", tag="ccb:2024/ngay#abcde", title="Ngày"))

    written = write_report(report(head), _changed(skeleton, slot, larger), DAY)

    assert canonical(paragraph_with(written, "Xã A")) == drawn("""
        <w:p>
        <w:pPr><w:pStyle w:val="BCDiaDanhNgayThang"/></w:pPr>
        <w:r><w:rPr><w:rStyle w:val="X"/><w:sz w:val="30"/></w:rPr><w:t xml:space="preserve">Xã A, </w:t></w:r>
        <w:sdt>
        <w:sdtPr>
        <w:rPr><w:rStyle w:val="SoLieu"/><w:sz w:val="30"/></w:rPr>
        <w:alias w:val="Ngày"/>
        <w:tag w:val="ccb:2024/ngay#abcde"/>
        <w:id w:val="1676326329"/>
        <w:text/>
        </w:sdtPr>
        <w:sdtContent>
        <w:r>
        <w:rPr><w:rStyle w:val="SoLieu"/><w:sz w:val="30"/></w:rPr>
        <w:t xml:space="preserve">ngày 05 tháng 7</w:t>
        </w:r>
        </w:sdtContent>
        </w:sdt>
        </w:p>""")


def test_each_style_goes_to_its_place_in_the_order_of_the_report(skeleton: bytes) -> None:
    everything = report(*(paragraph(style, f"{style.value}.") for style in (*Style, Style.RECIPIENT)))

    written = docx.Document(BytesIO(write_report(everything, skeleton, DAY)))

    head, signature = (
        [[cell.text.strip("\n") for cell in row.cells] for row in table.rows] for table in written.tables
    )
    assert [part.text for part in written.paragraphs if part.text] == [
        "title.", "subject.", "addressee.", "heading 1.", "heading 2.", "heading 3.", "body.", "item.",
        "table.", "chart.", "appendix.",
    ]  # fmt: skip
    assert head == [
        ["superior body.\nissuing body.", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        ["number.", "place and date."],
    ]
    assert signature == [["Nơi nhận:\nrecipient.\nrecipient.", "capacity.\n\nsigner."]]


def test_body_paragraphs_have_the_styles_an_office_sees_in_word(skeleton: bytes) -> None:
    styles = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.BODY, Style.ITEM, Style.TABLE)

    written = write_report(report(*(paragraph(style, "x") for style in styles)), skeleton, DAY)

    shown = [part.style for part in docx.Document(BytesIO(written)).paragraphs if part.text == "x"]
    assert [style and style.name for style in shown] == [
        "BC Đề mục I", "BC Đề mục 1", "BC Đề mục a", "BC Đoạn văn", "BC Gạch đầu dòng",
        "BC Tên bảng",
    ]  # fmt: skip


def test_slots_without_a_paragraph_vanish_and_the_tables_stay(skeleton: bytes) -> None:
    written = docx.Document(BytesIO(write_report(report(), skeleton, DAY)))

    before = docx.Document(BytesIO(skeleton))
    cells = [
        [[part.text for part in cell.paragraphs] for cell in row.cells]
        for table in written.tables
        for row in table.rows
    ]
    assert cells == [
        [[""], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]],
        [[""], [""]],
        [["Nơi nhận:"], [""]],
    ]
    assert len(before.paragraphs) - len(written.paragraphs) == 4  # type, subject, addressee and body


def test_the_rule_beneath_a_slot_that_vanishes_is_hidden_and_the_others_stay(skeleton: bytes) -> None:
    def hidden(made: bytes) -> list[bool]:
        looks = (look for look in document(made).iter(w("pPr")) if look.find(w("pStyle")) is not None)
        return [look.find(w("pBdr")) is not None for look in looks if look[0].get(w("val")) == "BCDuongKe"]

    with_subject = report(paragraph(Style.ISSUING_BODY, "CỤM"), paragraph(Style.SUBJECT, "Sơ kết"))
    without_subject = report(paragraph(Style.ISSUING_BODY, "CỤM"))

    assert hidden(write_report(with_subject, skeleton, DAY)) == [False, False, False]
    assert hidden(write_report(without_subject, skeleton, DAY)) == [False, False, True]


def test_a_slot_that_stands_twice_is_filled_twice_with_controls_of_their_own(skeleton: bytes) -> None:
    slot = "<w:p><w:r><w:t>&lt;&lt;tên loại&gt;&gt;</w:t></w:r></w:p>"
    twice = _changed(skeleton, "<w:sectPr>", f"{slot}<w:sectPr>")

    written = write_report(report(paragraph(Style.TITLE, figure("BÁO CÁO"))), twice, DAY)

    numbers = [number.get(w("val")) for number in document(written).iter(w("id"))]
    assert ([text for _, _, text in read_figures(written)], len(set(numbers))) == (["BÁO CÁO", "BÁO CÁO"], 2)


def test_numbers_of_controls_are_unique_and_do_not_take_one_of_the_skeleton(skeleton: bytes) -> None:
    first = _numbers(write_report(report(paragraph(Style.BODY, figure("1"))), skeleton, DAY))[0]
    foreign = f'<w:p><w:sdt><w:sdtPr><w:id w:val="{first}"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>'
    occupied = _changed(skeleton, "<w:sectPr>", f"{foreign}<w:sectPr>")

    numbers = _numbers(write_report(report(*(paragraph(Style.BODY, figure("1")) for _ in range(9))), occupied, DAY))

    assert (len(numbers), len(set(numbers)), numbers[-1]) == (10, 10, first)
    assert all(0 < int(number) < 2**31 for number in numbers)


def test_a_title_too_long_for_word_keeps_its_expression(skeleton: bytes) -> None:
    long = figure("1", title=f"{'Số hộ ' * 20}· Tổng hợp!J20 [ngay_cong@don_vi_1~cung_ky]")

    ((_, title, _),) = read_figures(write_report(report(paragraph(Style.BODY, long)), skeleton, DAY))

    assert title == "Số hộ Số hộ Số hộ Số hộ Số hộ Số h… [ngay_cong@don_vi_1~cung_ky]"


def test_a_tag_too_long_for_word_is_our_own_mistake(skeleton: bytes) -> None:
    with pytest.raises(ValueError, match="tag too long"):
        write_report(report(paragraph(Style.BODY, figure("1", tag=f"ccb:2024/{'a' * 60}"))), skeleton, DAY)


def test_a_figure_of_several_lines_may_keep_them(skeleton: bytes) -> None:
    written = write_report(report(paragraph(Style.BODY, figure("một\nhai"))), skeleton, DAY)

    several_lines = [kind.get(w("multiLine")) for kind in document(written).iter(w("text"))]
    assert (several_lines, read_figures(written)[0][2]) == (["1"], "một\nhai")


def test_the_same_report_makes_the_same_bytes(skeleton: bytes) -> None:
    same = report(paragraph(Style.TITLE, "BÁO CÁO"), paragraph(Style.BODY, figure("1"), gap("2"), figure("1")))

    assert write_report(same, skeleton, DAY) == write_report(same, skeleton, DAY)


def test_only_text_and_properties_of_the_skeleton_change(skeleton: bytes) -> None:
    before = unpack(skeleton)
    after = unpack(write_report(report(paragraph(Style.BODY, "Hết./.")), skeleton, DAY))

    assert [name for name in before if before[name] != after[name]] == ["docProps/core.xml", "word/document.xml"]
    assert before.keys() == after.keys()


def test_the_properties_tell_title_basis_and_day_and_nobodys_name(skeleton: bytes) -> None:
    written = write_report(report(title="Báo cáo \x01 năm & tháng"), skeleton, DAY)

    told = docx.Document(BytesIO(written)).core_properties
    midnight = datetime(2024, 7, 5, tzinfo=UTC)
    assert (told.title, told.identifier, told.created, told.modified, told.author) == (
        "Báo cáo năm & tháng", "b4515", midnight, midnight, "",
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"not a package", pack({"word/document.xml": b"<x/>"})])
def test_a_skeleton_that_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(TroubleError) as raised:
        write_report(report(), content, DAY)

    assert raised.value.trouble == SkeletonUnusable(path="", lacking="")


def test_a_skeleton_with_broken_markup_is_refused(skeleton: bytes) -> None:
    with pytest.raises(TroubleError) as raised:
        write_report(report(), pack({**unpack(skeleton), "word/document.xml": b"<w:document>"}), DAY)

    assert raised.value.trouble == SkeletonUnusable(path="", lacking="")


def test_everything_the_report_needs_and_the_skeleton_lacks_is_named_at_once(skeleton: bytes) -> None:
    without_slots = _changed(skeleton, "&lt;&lt;số, ký hiệu&gt;&gt;", "Số: 1")
    bare = _changed(_changed(without_slots, "&lt;&lt;người ký&gt;&gt;", ""), "BC Đoạn văn", "Khác", "word/styles.xml")
    needy = report(paragraph(Style.NUMBER, "1"), paragraph(Style.BODY, "x"), paragraph(Style.SIGNER, "A"))

    with pytest.raises(TroubleError) as raised:
        write_report(needy, bare, DAY)

    assert raised.value.trouble == SkeletonUnusable("", "<<số, ký hiệu>>; <<người ký>>; BC Đoạn văn")


def test_a_slot_nobody_needs_may_be_missing(skeleton: bytes) -> None:
    without = _changed(skeleton, "&lt;&lt;kính gửi&gt;&gt;", "")

    assert read_figures(write_report(report(paragraph(Style.BODY, figure("1"))), without, DAY))[0][2] == "1"


def test_a_slot_in_a_text_box_is_filled_and_the_box_stays(skeleton: bytes) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>&lt;&lt;kính gửi&gt;&gt;</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    boxed = _changed(_changed(skeleton, "&lt;&lt;kính gửi&gt;&gt;", ""), "<w:sectPr>", f"{box}<w:sectPr>")

    written = document(write_report(report(paragraph(Style.ADDRESSEE, "Kính gửi: A")), boxed, DAY))

    assert [text_of(inside) for inside in written.iter(w("txbxContent"))] == ["Kính gửi: A"]


@given(words=st.text(st.characters()), shown=st.text(st.characters()))
def test_any_text_is_read_back_as_xml_can_hold_it(skeleton: bytes, words: str, shown: str) -> None:
    body = paragraph(Style.BODY, words, figure(shown), Note(words))

    written = write_report(report(body), skeleton, DAY)

    (control,) = document(written).iter(w("sdt"))
    around = control.getparent()
    assert around is not None
    assert read_figures(written) == (("ccb:2024/ngay_cong#u2hki", "Ngày công [ngay_cong]", cleaned(shown)),)
    assert text_of(around) == f"{cleaned(words)}{cleaned(shown)}{cleaned(words)}"


def _changed(content: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """Return a package in a part of which something was replaced, as an office might with Word."""
    parts = unpack(content)
    before = parts[part].decode()
    assert old in before
    return pack({**parts, part: before.replace(old, new).encode()})


def _numbers(content: bytes) -> list[str]:
    return [number.get(w("val"), "") for number in document(content).iter(w("id"))]
