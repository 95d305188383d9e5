"""The head of a report: which words of the cluster's own return stand there, as the form's sentences say."""

from report_drawing import Line, consolidation_of

from ccbdesk.engine.drafting.heads import head_of
from ccbdesk.model.form import Document, Style

WORDS = """
    | code     | label          | measure    | Một | Hai |
    | a        | Ngày công      | ngày       | 265 | 500 |
    | *so      | Số văn bản     | lời văn    | 15         |
    | *dat     | Địa danh       | lời văn    | Sông Trầm  |
    | *ngay_ky | Ngày ký        | ngày tháng | 2024-07-05 |
    | *nguoi   | Người ký       | lời văn    | Nguyễn An  |
    | *chu_de  | Chủ đề         | lời văn    | Đoàn kết   |
    | *dem     | Số đơn vị      | đơn vị     | 2          |
"""


def head(*lines: str | Line) -> list[str]:
    return [indicator.code for indicator in head_of(consolidation_of(WORDS, *lines).form)]


def test_number_place_day_and_signer_come_in_the_order_of_the_report_each_once() -> None:
    lines = (
        Line("Số: [{so}]/BC-A", Style.NUMBER),
        Line("{dat}, {ngay_ky}", Style.PLACE_AND_DATE),
        Line("{chu_de}", Style.TITLE),
        Line("Ký tại {dat}: {nguoi}", Style.SIGNER),
    )

    assert head(*lines) == ["so", "dat", "ngay_ky", "nguoi"]


def test_words_of_other_papers_and_figures_are_none_of_it() -> None:
    letter = Line("{nguoi}", Style.SIGNER, document=Document.LETTER)

    assert head(letter, Line("{dem} đơn vị, {a} công", Style.NUMBER), "{chu_de}") == []
