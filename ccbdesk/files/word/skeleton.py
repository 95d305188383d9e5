"""The report's skeleton. This module holds its slots and styles by the Vietnamese names that an office sees in Word.

An office may change everything about the skeleton but these names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.etree import XMLSyntaxError

from ccbdesk.files.word.markup import Element, parse, text_of, w
from ccbdesk.files.word.packing import Parts, main_document, related, unpack
from ccbdesk.model.form import Style
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError
from ccbdesk.vietnamese.folding import folded

BODY = "nội dung"
"""The slot of the body, whose paragraphs look as their styles say; those of the other slots look as the slot does."""

FIGURE_STYLE = "Số liệu tự động"
GAP_STYLE = "Số liệu còn thiếu"
NOTE_STYLE = "Ghi chú số liệu"
NOTICE_STYLE = "BC Tạm tính"
"""The look of what every page of a provisional report says."""

TABLE_HEAD_STYLE = "BC Đầu bảng"
TABLE_TEXT_STYLE = "BC Ô bảng"
TABLE_FIGURE_STYLE = "BC Ô số liệu"
TABLE_TOTAL_STYLE = "BC Ô tổng"
SMALL = " nhỏ"
"""What the names of a table's styles end with where its columns are narrow."""
RULE_STYLE = "BC Đường kẻ"
CHART_STYLE = "BC Biểu đồ"
REFERENCE_STYLE = "BC Kèm theo"
"""The look of an appendix's line in brackets that names the report it belongs to."""

# Word may turn the doubled signs into quotation marks while somebody types.
_SLOT = re.compile("(?:<<|«)(.+)(?:>>|»)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An opened skeleton: its parts, its text, and the ids of its styles by folded name."""

    parts: Parts
    document_name: str
    document: Element
    style_ids: Mapping[str, str]

    def has_style(self, name: str) -> bool:
        """Tell whether there is a style of this visible name."""
        return folded(name) in self.style_ids

    def style_id(self, name: str) -> str:
        """Return the id of the style of this visible name; KeyError where there is none."""
        return self.style_ids[_key(name)]

    def slots(self) -> Mapping[str, Sequence[Element]]:
        """Return the paragraphs that are slots, by the names of ``slot_of``; one may stand in several places."""
        found: dict[str, list[Element]] = {}
        for paragraph in self.document.iter(w("p")):
            if paragraph.find(f".//{w('p')}") is not None:
                continue  # it only anchors a text box; the slot is inside
            written = _SLOT.fullmatch(text_of(paragraph).strip())
            name = _SLOTS_BY_KEY.get(folded(written[1])) if written else None
            if name is not None:
                found.setdefault(name, []).append(paragraph)
        return found


def open_skeleton(content: bytes) -> Skeleton:
    """Return a skeleton's text and styles; TroubleError, with nothing named as lacking, where it is no Word file."""
    try:
        parts = unpack(content)
        name = main_document(parts)
        return Skeleton(parts, name, parse(parts[name]), style_ids(parts, name))
    except (ValueError, XMLSyntaxError) as error:
        raise TroubleError(SkeletonUnusable(path="", lacking="")) from error


def style_ids(parts: Parts, document_name: str) -> Mapping[str, str]:
    """Return the ids of a document's styles by the folded visible names: programs that save a file change the ids."""
    name = related(parts, document_name, "styles")
    if name is None or name not in parts:
        return {}
    return {
        folded(visible.get(w("val"), "")): style.get(w("styleId"), "")
        for style in parse(parts[name]).iter(w("style"))
        if (visible := style.find(w("name"))) is not None
    }


def slot_of(style: Style) -> str:
    """Return the name of the slot that takes the paragraphs of a style."""
    return _NAMES[style][0]


def style_name(style: Style) -> str:
    """Return the visible name of a paragraph style; of tables, charts and appendices it is that of their titles."""
    return _NAMES[style][1]


_NAMES: Mapping[Style, tuple[str, str]] = {
    Style.SUPERIOR_BODY: ("cơ quan chủ quản", "BC Cơ quan chủ quản"),
    Style.ISSUING_BODY: ("cơ quan ban hành", "BC Cơ quan ban hành"),
    Style.NUMBER: ("số, ký hiệu", "BC Số ký hiệu"),
    Style.PLACE_AND_DATE: ("địa danh, ngày tháng", "BC Địa danh ngày tháng"),
    Style.TITLE: ("tên loại", "BC Tên loại"),
    Style.SUBJECT: ("trích yếu", "BC Trích yếu"),
    Style.ADDRESSEE: ("kính gửi", "BC Kính gửi"),
    Style.HEADING_1: (BODY, "BC Đề mục I"),
    Style.HEADING_2: (BODY, "BC Đề mục 1"),
    Style.HEADING_3: (BODY, "BC Đề mục a"),
    Style.BODY: (BODY, "BC Đoạn văn"),
    Style.ITEM: (BODY, "BC Gạch đầu dòng"),
    Style.TABLE: (BODY, "BC Tên bảng"),
    Style.CHART: (BODY, "BC Tên biểu đồ"),
    Style.APPENDIX: (BODY, "BC Phụ lục"),
    Style.CAPACITY: ("chức vụ ký", "BC Chức vụ ký"),
    Style.SIGNER: ("người ký", "BC Người ký"),
    Style.RECIPIENT: ("nơi nhận", "BC Nơi nhận"),
}
_key = cache(folded)  # the names are ours and few, their uses as many as the cells of all tables
_SLOTS_BY_KEY = {folded(slot): slot for slot, _ in _NAMES.values()}
