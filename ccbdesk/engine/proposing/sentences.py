"""A first report. This module holds the sentences that are proposed: plain ones, each from what a table asks."""

import re
from collections.abc import Iterable, Iterator

from ccbdesk.model.form import Adding, Kind, SheetKind, Style
from ccbdesk.model.proposal import ProposedColumn, ProposedFigure, ProposedSentence, ProposedSheet

_MOST_IN_SENTENCE = 5
_MOST_ROWS = 6
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_MEASURED = frozenset({"m2", "m²", "km", "ha", "m", "kg", "km2", "m3", "tấn"})
_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY}
_APPENDIX = re.compile(r"^(?:phụ lục|biểu|mẫu|bảng)(?: số)?\s+[\w./-]{1,8}\s*[.:–-]\s*", re.IGNORECASE)
_BARE = re.compile(r"^(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*)[.)]\s*")

OWN_SHEET = ProposedSheet("phieu_ky", "Phiếu kỳ", "Phiếu kỳ của Cụm", SheetKind.NARRATIVE, is_own=True)
"""The sheet on which the cluster's office writes what changes each period."""

OWN_FIGURES = (
    ProposedFigure("pk_so", "phieu_ky", "Số văn bản", Kind.TEXT, number="1", guide="Để trống nếu chưa lấy số"),
    ProposedFigure("pk_noi", "phieu_ky", "Địa danh", Kind.TEXT, number="2", guide="Ghi trước ngày ký"),
    ProposedFigure("pk_ngay", "phieu_ky", "Ngày ký báo cáo", Kind.DAY, number="3", guide="Ghi ngày/tháng/năm"),
    ProposedFigure("pk_chuc_vu", "phieu_ky", "Chức vụ của người ký", Kind.TEXT, number="4", guide="Ghi chữ in hoa"),
    ProposedFigure("pk_ho_ten", "phieu_ky", "Người ký", Kind.TEXT, number="5", guide="Họ và tên"),
    ProposedFigure("pk_chot", "phieu_ky", "Ngày chốt số liệu", Kind.DAY, number="6", guide="Ghi ngày/tháng/năm"),
    ProposedFigure(
        "pk_viec", "phieu_ky", "Nhiệm vụ kỳ tới", Kind.TEXT, number="7", guide="Viết trọn câu, có dấu chấm cuối câu"
    ),
)
"""What the first report needs of that sheet."""


def sentences_of(
    sheets: tuple[ProposedSheet, ...], figures: tuple[ProposedFigure, ...], columns: tuple[ProposedColumn, ...]
) -> tuple[ProposedSentence, ...]:
    """Return a whole report: head, a part for each section or table, tasks, signature, appendix."""
    parts = [part for sheet in sheets for part in _parts(sheet, figures, columns)]
    body = [sentence for number, part in enumerate(parts) for sentence in _numbered(number, *part)]
    last = _numeral(len(parts))
    tasks = (
        ProposedSentence(last, Style.HEADING_1, f"{last}. NHIỆM VỤ THỜI GIAN TỚI"),
        ProposedSentence(last, Style.BODY, "[{pk_viec}]"),
    )
    return (*_HEAD, *body, *tasks, *_END)


_HEAD = (
    ProposedSentence("Thể thức", Style.ISSUING_BODY, "{ten_cum}"),
    ProposedSentence("Thể thức", Style.NUMBER, "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0[{pk_so}]/BC"),
    ProposedSentence("Thể thức", Style.PLACE_AND_DATE, "{pk_noi}, {pk_ngay}"),
    ProposedSentence("Thể thức", Style.TITLE, "BÁO CÁO"),
    ProposedSentence("Thể thức", Style.SUBJECT, "Kết quả công tác thi đua {ky}, nhiệm vụ thời gian tới"),
    ProposedSentence(
        "Mở đầu",
        Style.BODY,
        "{ten_cum} có {so_don_vi} đơn vị thành viên: {cac_don_vi}. "
        "Kết quả {ky} như sau[ (số liệu tính đến ngày {pk_chot|ngay})]:",
    ),
)
_END = (
    ProposedSentence("Nơi nhận", Style.RECIPIENT, "- Các đơn vị trong Cụm;"),
    ProposedSentence("Nơi nhận", Style.RECIPIENT, "- Lưu: VT."),
    ProposedSentence("Ký", Style.CAPACITY, "{pk_chuc_vu}"),
    ProposedSentence("Ký", Style.SIGNER, "{pk_ho_ten}"),
    ProposedSentence("Phụ lục", Style.APPENDIX, "PHỤ LỤC\nSố liệu {ky} của từng đơn vị"),
)

_Part = tuple[str, tuple[ProposedSentence, ...]]


def _numbered(number: int, title: str, sentences: tuple[ProposedSentence, ...]) -> Iterator[ProposedSentence]:
    numeral = _numeral(number)
    yield ProposedSentence(numeral, Style.HEADING_1, f"{numeral}. {title}")
    for sentence in sentences:
        yield ProposedSentence(numeral, sentence.style, sentence.text)


def _numeral(number: int) -> str:
    return _ROMAN[number] if number < len(_ROMAN) else f"{number + 1}"


def _parts(
    sheet: ProposedSheet, figures: tuple[ProposedFigure, ...], columns: tuple[ProposedColumn, ...]
) -> Iterator[_Part]:
    own = tuple(figure for figure in figures if figure.sheet == sheet.code)
    beside = tuple(column for column in columns if column.sheet == sheet.code)
    title = _escaped(_BARE.sub("", _APPENDIX.sub("", sheet.title)) or sheet.name).upper()
    match sheet.kind:
        case SheetKind.FIGURES | SheetKind.NARRATIVE:
            for section in dict.fromkeys(figure.section for figure in own):
                within = tuple(figure for figure in own if figure.section == section)
                heading = _escaped(_BARE.sub("", section)).upper() or title
                yield heading, tuple(_of_figures(within))
        case SheetKind.MATRIX:
            yield title, tuple(_of_matrix(own, beside))
        case SheetKind.LIST:
            yield title, tuple(_of_list(sheet, beside))


def _of_figures(figures: tuple[ProposedFigure, ...]) -> Iterator[ProposedSentence]:
    counted = [figure for figure in figures if figure.kind in _NUMBERS and not figure.parent]
    for start in range(0, len(counted), _MOST_IN_SENTENCE):
        phrases = [_phrase(figure, figures) for figure in counted[start : start + _MOST_IN_SENTENCE]]
        yield ProposedSentence("", Style.BODY, f"Kết quả toàn Cụm: {_joined(phrases)}.")
    shares = [figure for figure in figures if figure.kind is Kind.PERCENT]
    for figure in shares:
        yield ProposedSentence("", Style.BODY, _share(figure))
    for figure in figures:
        if figure.kind is Kind.TEXT:
            words = f'{_escaped(figure.label)}:\n[mỗi đơn vị (nối "\\n"): - {{ten}}: {{{figure.code}}}]'
            yield ProposedSentence("", Style.ITEM, f"[{words}]".replace("\\n", "\n"))


def _joined(phrases: list[str]) -> str:
    """Return phrases as optional parts with semicolons between those that are printed."""
    return f"[{phrases[0]}]" if len(phrases) == 1 else f'[mỗi phần (nối "; "): {" | ".join(phrases)}]'


def _phrase(figure: ProposedFigure, figures: tuple[ProposedFigure, ...]) -> str:
    parts = [part for part in figures if part.parent == figure.code and part.kind in _NUMBERS][:2]
    plan = f"[, kế hoạch {{{figure.code}~ke_hoach}}]" if figure.is_planned else ""
    said = " | ".join(f"{_lowered(part.label)}: {_amount(part)}" for part in parts)
    within = f"[, trong đó [{said}]]" if parts else ""
    return f"{_lowered(figure.label)}: {_amount(figure)}{plan}{within}"


def _amount(figure: ProposedFigure) -> str:
    if figure.kind is Kind.DECIMAL and figure.measure.casefold() in _MEASURED:
        return f"{{{figure.code}|don_vi}}"
    is_written_out = figure.kind in {Kind.MONEY, Kind.PERCENT} or not figure.measure
    return f"{{{figure.code}}}" if is_written_out else f"{{{figure.code}}} {_escaped(_lowered(figure.measure))}"


def _share(figure: ProposedFigure) -> str:
    label = _escaped(figure.label)
    if figure.adding is Adding.RATIO:
        return f"{label}: {{{figure.code}}}."
    return f"{label}: [mỗi đơn vị: {{ten}} {{{figure.code}}}]."


def _of_matrix(rows: tuple[ProposedFigure, ...], columns: tuple[ProposedColumn, ...]) -> Iterator[ProposedSentence]:
    counted = [column for column in columns if column.kind in _NUMBERS]
    added = [row for row in rows if row.adding is not Adding.NOT_ADDED]
    for row in added[:_MOST_ROWS]:
        phrases = [f"{_lowered(column.label)}: {_cell(row, column)}" for column in counted[:_MOST_IN_SENTENCE]]
        if phrases:
            yield ProposedSentence("", Style.BODY, f"{_escaped(row.label)}: [{' | '.join(phrases)}].")


def _cell(row: ProposedFigure, column: ProposedColumn) -> str:
    measure = column.measure or row.measure
    is_bare = column.kind is Kind.MONEY or not measure
    return f"{{{row.code}_{column.code}}}" + ("" if is_bare else f" {_escaped(_lowered(measure))}")


def _of_list(sheet: ProposedSheet, columns: tuple[ProposedColumn, ...]) -> Iterator[ProposedSentence]:
    sums = [
        f"{_lowered(column.label)}: {{{sheet.code}_{column.code}}}"
        + ("" if column.kind is Kind.MONEY or not column.measure else f" {_escaped(column.measure)}")
        for column in columns
        if column.is_added
    ]
    added = (
        f"[, {', '.join(sums[:1])}]"
        if len(sums) == 1
        else f"[; [{' | '.join(sums[:_MOST_IN_SENTENCE])}]]"
        if sums
        else ""
    )
    yield ProposedSentence("", Style.BODY, f"Các đơn vị đã báo cáo {{{sheet.code}}} mục{added}.")
    shown = "".join(f"{{{column.code}}}" for column in columns[:_MOST_IN_SENTENCE])
    yield ProposedSentence("", Style.TABLE, f"[mỗi dòng {sheet.code}: {shown}]")


def _lowered(words: str) -> str:
    """Return words as they go on within a sentence: the first letter small, unless they are in capitals."""
    words = words.lower() if len(words) > 4 and words.upper() == words else words
    second = words[1:2]
    lowered = words if second.isupper() else words[:1].lower() + words[1:]
    return _escaped(lowered)


def _escaped(words: str) -> str:
    """Return words as a sentence prints them, whatever signs they hold."""
    signs: Iterable[str] = "{}[]|"
    for sign in signs:
        words = words.replace(sign, sign * 2)
    return words
