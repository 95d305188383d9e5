"""Comments beside paragraphs: one for each that asks for it, around its words and figures, in a part of their own."""

from io import BytesIO

import docx
from word_drawing import DAY, document, figure, paragraph, report

from ccbdesk.files.word.markup import w
from ccbdesk.files.word.packing import pack, unpack
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Style

SOURCE = "Nguồn: ngày công J20"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def test_a_comment_stands_around_words_and_figures(skeleton: bytes) -> None:
    body = paragraph(Style.BODY, "Đã góp ", figure("12"), " công.", comment=SOURCE)

    content = write_report(report(body, paragraph(Style.BODY, "Hết.")), skeleton, DAY)

    written = next(part for part in document(content).iter(w("p")) if part.find(w("sdt")) is not None)
    names = [child.tag.rpartition("}")[2] for child in written]
    assert names == ["pPr", "commentRangeStart", "r", "sdt", "r", "commentRangeEnd", "r"]
    assert [child.get(w("id")) for child in (written[1], written[5], written[6][0])] == ["0", "0", "0"]
    assert [(each.comment_id, each.text, each.author, each.initials) for each in docx.Document(BytesIO(content)).comments] == [
        (0, SOURCE, "ccbdesk", ""),
    ]  # fmt: skip


def test_only_paragraphs_that_say_something_beside_them_have_a_comment(skeleton: bytes) -> None:
    title = paragraph(Style.TITLE, "BÁO CÁO", comment="Một\nHai")
    body = paragraph(Style.BODY, "Hết.", comment=SOURCE)

    written = docx.Document(BytesIO(write_report(report(title, paragraph(Style.BODY, "x"), body), skeleton, DAY)))

    assert [(each.comment_id, each.text) for each in written.comments] == [(0, "Một\nHai"), (1, SOURCE)]


def test_without_comments_there_is_no_part_for_them(skeleton: bytes) -> None:
    assert "word/comments.xml" not in unpack(write_report(report(paragraph(Style.BODY, "Hết.")), skeleton, DAY))


def test_comments_are_added_to_those_of_the_skeleton(skeleton: bytes) -> None:
    first = write_report(report(paragraph(Style.BODY, "Hết.", comment="Của khung")), skeleton, DAY)
    slot = "<w:p><w:r><w:t>&lt;&lt;nội dung&gt;&gt;</w:t></w:r></w:p><w:sectPr>"
    parts = unpack(first)
    commented = parts["word/document.xml"].decode().replace("<w:sectPr>", slot)
    again = pack({**parts, "word/document.xml": commented.encode()})

    written = docx.Document(BytesIO(write_report(report(paragraph(Style.BODY, "x", comment=SOURCE)), again, DAY)))

    assert [(each.comment_id, each.text) for each in written.comments] == [(0, "Của khung"), (1, SOURCE)]


def test_the_same_comments_make_the_same_bytes(skeleton: bytes) -> None:
    same = report(paragraph(Style.BODY, "a", comment=SOURCE), paragraph(Style.BODY, "b", comment=SOURCE))

    assert write_report(same, skeleton, DAY) == write_report(same, skeleton, DAY)
