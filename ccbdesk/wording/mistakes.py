"""A form's mistakes in Vietnamese. This module holds the one sentence of each: where, what, and what to do."""

from typing import Literal, NamedTuple, assert_never

from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import INDICATOR_PAGE, LIST_PAGE, SHEET_PAGE, IndicatorColumn

_LONGEST = 60
_PAIRS = ("{}", "}{", "[]", "][", "()", ")(", '"”', "“”", "””", "„”", "«”", "»”", "'”", "‘”", "’”")

_OfSheet = Literal[Wrong.SHEET_MISSING, Wrong.SHEET_UNKNOWN, Wrong.COLUMN_MISSING, Wrong.COLUMN_UNKNOWN]
_OfName = Literal[
    Wrong.NAME_UNKNOWN,
    Wrong.NAME_TWICE,
    Wrong.NAME_MALFORMED,
    Wrong.NAME_TOO_LONG,
    Wrong.NAME_RESERVED,
    Wrong.CIRCULAR,
]
_OfExpression = Literal[Wrong.SYNTAX, Wrong.TAG_TOO_LONG, Wrong.TOO_LONG, Wrong.TOO_DEEP]
_OfFigure = Literal[
    Wrong.OTHER_SHEET,
    Wrong.OTHER_MEASURE,
    Wrong.NO_PARTS,
    Wrong.NOT_A_FIGURE,
    Wrong.NO_PLAN,
    Wrong.NO_TOTAL,
    Wrong.NO_PERIOD_SHEET,
    Wrong.NOT_YET_REPORTED,
    Wrong.MIXED_PREPARERS,
]
_OfShape = Literal[Wrong.NO_COLUMNS, Wrong.NOT_A_TABLE, Wrong.NOT_A_CHART]

_OfCell = Literal[
    Wrong.VALUE_MISSING,
    Wrong.VALUE_UNKNOWN,
    Wrong.NUMBER_MALFORMED,
    Wrong.DATE_MALFORMED,
    Wrong.BOUNDS_REVERSED,
    Wrong.NOT_ALLOWED_HERE,
    Wrong.NOT_SUPPORTED,
    Wrong.CELL_UNUSABLE,
]


class _Said(NamedTuple):
    """What is wrong, and what to do."""

    what: str
    advice: str


def mistake_sentence(mistake: FormMistake) -> str:
    """Return one mistake as its author reads it: the place first, then what is wrong, the nearest name, what to do."""
    said = _said(mistake)
    guess = f"Có phải «{mistake.nearest}»?" if mistake.nearest else ""
    return " ".join(part for part in (f"{_place(mistake)}:", said.what, guess, said.advice) if part)


def _place(mistake: FormMistake) -> str:
    column = f" (cột {mistake.column})" if mistake.column else ""
    spots = (
        f"Trang «{mistake.sheet}»",
        f"ô {mistake.cell}{column}" if mistake.cell else "",
        f"ký tự thứ {mistake.position}" if mistake.position else "",
    )
    return ", ".join(spot for spot in spots if spot)


def _said(mistake: FormMistake) -> _Said:
    wrong = mistake.wrong
    match wrong:
        case Wrong.SHEET_MISSING | Wrong.SHEET_UNKNOWN | Wrong.COLUMN_MISSING | Wrong.COLUMN_UNKNOWN:
            return _of_sheet(wrong, mistake)
        case Wrong.NAME_UNKNOWN | Wrong.NAME_TWICE | Wrong.NAME_MALFORMED | Wrong.NAME_TOO_LONG:
            return _of_name(wrong, mistake)
        case Wrong.NAME_RESERVED | Wrong.CIRCULAR:
            return _of_name(wrong, mistake)
        case Wrong.SYNTAX | Wrong.TAG_TOO_LONG | Wrong.TOO_LONG | Wrong.TOO_DEEP:
            return _of_expression(wrong, mistake)
        case Wrong.OTHER_SHEET | Wrong.OTHER_MEASURE | Wrong.NO_PARTS | Wrong.NOT_A_FIGURE:
            return _of_figure(wrong, mistake)
        case Wrong.NO_PLAN | Wrong.NO_TOTAL | Wrong.NO_PERIOD_SHEET | Wrong.NOT_YET_REPORTED | Wrong.MIXED_PREPARERS:
            return _of_figure(wrong, mistake)
        case Wrong.NO_COLUMNS | Wrong.NOT_A_TABLE | Wrong.NOT_A_CHART:
            return _of_shape(wrong, mistake)
        case Wrong.VALUE_MISSING | Wrong.VALUE_UNKNOWN | Wrong.NUMBER_MALFORMED | Wrong.DATE_MALFORMED:
            return _of_cell(wrong, mistake)
        case Wrong.BOUNDS_REVERSED | Wrong.NOT_ALLOWED_HERE | Wrong.NOT_SUPPORTED | Wrong.CELL_UNUSABLE:
            return _of_cell(wrong, mistake)
        case _:
            assert_never(wrong)


def _of_sheet(wrong: _OfSheet, mistake: FormMistake) -> _Said:
    match wrong:
        case Wrong.SHEET_MISSING:
            return _Said("bộ biểu mẫu chưa có trang này.", "Thêm một trang mang đúng tên này.")
        case Wrong.SHEET_UNKNOWN if mistake.nearest:
            return _Said("bộ biểu mẫu không dùng trang nào tên này.", "Sửa lại tên trang.")
        case Wrong.SHEET_UNKNOWN:
            pages = _ended("Các trang dùng được:", mistake.expected)
            advice = f"{pages} Xóa trang này, hoặc để giữ riêng thì đặt tên bắt đầu bằng «Ghi chú»."
            return _Said("bộ biểu mẫu không dùng trang nào tên này.", advice)
        case Wrong.COLUMN_MISSING if len(mistake.expected) > 1:
            headings = ", ".join(f"«{heading}»" for heading in mistake.expected)
            return _Said("không thấy hàng tiêu đề của trang.", f"Ghi tiêu đề các cột trong 15 hàng đầu: {headings}.")
        case Wrong.COLUMN_MISSING:
            return _Said(f"thiếu cột «{''.join(mistake.expected)}».", "Ghi tiêu đề này vào hàng tiêu đề.")
        case Wrong.COLUMN_UNKNOWN if mistake.seen:
            what = f"trang này không có cột «{_seen(mistake)}»."
            return _Said(what, "Sửa lại tiêu đề, hoặc chuyển nội dung sang cột «Ghi chú».")
        case Wrong.COLUMN_UNKNOWN:
            return _Said("cột này có nội dung nhưng chưa có tiêu đề.", "Ghi tiêu đề, hoặc xóa nội dung của cột.")
        case _:
            assert_never(wrong)


def _of_name(wrong: _OfName, mistake: FormMistake) -> _Said:
    seen = _seen(mistake)
    match wrong:
        case Wrong.NAME_UNKNOWN:
            choices = _ended("Dùng được:", mistake.expected)
            return _Said(f"không có mã hay tên nào là «{seen}».", choices or "Sửa lại, hoặc thêm dòng khai báo mã này.")
        case Wrong.NAME_TWICE:
            return _twice(mistake)
        case Wrong.NAME_MALFORMED:
            allowed = _ended("Chỉ dùng:", mistake.expected) or "Bỏ các ký tự [ ] : * ? / \\ và dấu ' ở đầu, ở cuối."
            return _Said(f"«{seen}» có ký tự không dùng được trong mã hoặc tên.", allowed)
        case Wrong.NAME_TOO_LONG:
            return _Said(f"«{seen}» dài quá {''.join(mistake.expected)} ký tự.", "Rút ngắn lại.")
        case Wrong.NAME_RESERVED:
            return _Said(f"«{seen}» là từ chương trình dành riêng.", "Đặt mã hoặc tên khác.")
        case Wrong.CIRCULAR:
            return _Said(f"«{seen}» dẫn vòng về chính nó: {mistake.against}.", "Sửa lại một dòng trong vòng này.")
        case _:
            assert_never(wrong)


def _twice(mistake: FormMistake) -> _Said:
    seen = _seen(mistake)
    if mistake.expected:
        codes = ", ".join(mistake.expected)
        return _Said(f"«{seen}» là tên của nhiều số liệu: {codes}.", "Ghi mã thay cho tên.")
    if not mistake.cell:
        return _Said(f"trùng với trang «{mistake.against}».", "Giữ lại một trang, xóa hoặc đổi tên trang kia.")
    if not mistake.against:
        return _Said(f"«{seen}» ghi hai lần trong ô này.", "Xóa bớt một lần.")
    return _Said(f"«{seen}» đã dùng ở ô {mistake.against}.", "Sửa lại một trong hai ô.")


def _of_expression(wrong: _OfExpression, mistake: FormMistake) -> _Said:
    limit = "".join(mistake.expected)
    split = "Tách thành các số liệu tính theo công thức với mã ngắn, rồi dùng các mã đó."
    match wrong:
        case Wrong.SYNTAX:
            return _broken(mistake)
        case Wrong.TAG_TOO_LONG:
            return _Said(f"«{_seen(mistake)}» quá dài, Word chỉ giữ được {limit} ký tự cho một số liệu.", split)
        case Wrong.TOO_LONG:
            return _Said(f"biểu thức dài quá {limit} ký tự.", split)
        case Wrong.TOO_DEEP:
            return _Said(f"biểu thức có quá {limit} lớp ngoặc hoặc phép tính.", split)
        case _:
            assert_never(wrong)


def _broken(mistake: FormMistake) -> _Said:
    seen, wanted = _seen(mistake), " hoặc ".join(mistake.expected)
    if f"{mistake.seen}{wanted}" in _PAIRS:
        return _Said(f"có dấu «{seen}» mà thiếu dấu «{wanted}» đi cùng.", "Thêm dấu còn thiếu, hoặc bỏ dấu này.")
    if wanted == "{":
        return _Said(f"trong «{seen}» không có số liệu nào.", "Đặt một số liệu {…} vào trong, hoặc bỏ ngoặc vuông.")
    what = f"«{seen}» không đặt được ở đây." if seen else "chỗ này viết chưa hết."
    return _Said(what, f"Cần: {wanted}." if wanted else "Xem lại dấu ngoặc và dấu phép tính quanh chỗ này.")


def _of_figure(wrong: _OfFigure, mistake: FormMistake) -> _Said:
    seen, against = _seen(mistake), mistake.against or "(để trống)"
    here = "".join(mistake.expected) or "(để trống)"
    match wrong:
        case Wrong.OTHER_SHEET:
            what = f"«{seen}» thuộc biểu «{against}», còn dòng này thuộc biểu «{here}»."
            return _Said(what, "Chọn một mã cùng biểu, hoặc để trống ô này.")
        case Wrong.OTHER_MEASURE:
            what = f"«{seen}» có đơn vị tính «{against}», còn dòng này là «{here}»."
            return _Said(what, "Sửa lại đơn vị tính, hoặc để trống ô này.")
        case Wrong.NO_PARTS:
            what = f"chưa có số liệu nào là phần của «{seen}»."
            return _Said(what, f"Ghi mã này vào cột «{IndicatorColumn.PARENT.heading}» của các phần, hoặc bỏ dấu x.")
        case Wrong.NOT_A_FIGURE:
            return _Said(f"«{seen}» là «{against}», không tính hay so sánh được.", "Dùng một số liệu bằng số.")
        case Wrong.NO_PLAN:
            sheet, column = INDICATOR_PAGE.name, IndicatorColumn.PLANNED.heading
            return _Said(f"«{seen}» không có kế hoạch.", f"Ghi x ở cột «{column}» trang «{sheet}», hoặc bỏ phần này.")
        case Wrong.NO_TOTAL:
            adding = f"sửa cột «{IndicatorColumn.ADDING.heading}» của số liệu này"
            advice = f"Ghi rõ đơn vị, đưa vào [mỗi đơn vị: …], hoặc {adding}."
            return _Said(f"«{seen}» không có số của toàn Cụm vì không được cộng.", advice)
        case Wrong.NO_PERIOD_SHEET:
            what = f"«{seen}» mà chưa có biểu dòng số liệu hoặc lời văn nào do Cụm lập để ghi số của cả Cụm."
            return _Said(what, f"Thêm một biểu như vậy ở trang «{SHEET_PAGE.name}», hoặc sửa cách cộng.")
        case Wrong.NOT_YET_REPORTED:
            what = f"«{seen}» do đơn vị báo cáo, mà «{against}» gửi đi trước khi có báo cáo."
            return _Said(what, "Chỉ dùng số liệu ở biểu do Cụm lập, hoặc bỏ phần này.")
        case Wrong.MIXED_PREPARERS:
            what = f"«{seen}» do «{against}» lập, không dùng chung với số liệu bên khác lập."
            return _Said(what, "Chỉ dùng số liệu do cùng một bên lập.")
        case _:
            assert_never(wrong)


def _of_shape(wrong: _OfShape, mistake: FormMistake) -> _Said:
    against = mistake.against
    match wrong:
        case Wrong.NO_COLUMNS:
            what = f"biểu «{against}» là «{_seen(mistake)}» mà chưa có cột nào."
            return _Said(what, f"Ghi các cột của biểu này ở trang «{LIST_PAGE.name}», hoặc sửa loại biểu.")
        case Wrong.NOT_A_TABLE:
            advice = "Ghi một vòng [mỗi dòng …: {cột}{cột}], hoặc chỉ các số liệu {mã}{mã}, không kèm chữ hay đơn vị."
            return _Said(f"câu này không lập thành «{against}» được.", advice)
        case Wrong.NOT_A_CHART:
            advice = "Ghi tên biểu đồ và đúng một số liệu {mã}, không kèm đơn vị hay phép tính."
            return _Said(f"câu này không lập thành «{against}» được.", advice)
        case _:
            assert_never(wrong)


def _of_cell(wrong: _OfCell, mistake: FormMistake) -> _Said:
    seen = _seen(mistake)
    match wrong:
        case Wrong.VALUE_MISSING:
            return _missing(mistake)
        case Wrong.VALUE_UNKNOWN:
            advice = _ended("Dùng được:", mistake.expected) or "Sửa lại cho đúng cách ghi."
            return _Said(f"«{seen}» không dùng được ở đây.", advice)
        case Wrong.NUMBER_MALFORMED:
            advice = _ended("Ghi theo kiểu:", mistake.expected, " hoặc ") or "Ghi lại bằng chữ số, ví dụ 12 hoặc 0,5."
            return _Said(f"«{seen}» không dùng được làm con số ở đây.", advice)
        case Wrong.DATE_MALFORMED:
            return _Said(f"«{seen}» không phải là ngày.", "Ghi ngày, tháng, năm theo kiểu 31/12/2024.")
        case Wrong.BOUNDS_REVERSED:
            what = f"phần cuối «{seen}» đứng trước phần đầu «{mistake.against}»."
            return _Said(what, "Sửa lại một trong hai ô.")
        case Wrong.NOT_ALLOWED_HERE:
            return _not_allowed(mistake)
        case Wrong.NOT_SUPPORTED:
            return _Said(f"chương trình chưa làm được với «{seen}».", "Để trống ô này, chương trình tự lập mẫu.")
        case Wrong.CELL_UNUSABLE:
            return _unusable(mistake)
        case _:
            assert_never(wrong)


def _missing(mistake: FormMistake) -> _Said:
    what = (
        f"ô này còn trống, mà dòng này là «{mistake.against}» nên phải ghi." if mistake.against else "ô này còn trống."
    )
    opening = "Ghi một trong các từ:" if len(mistake.expected) > 1 else "Ghi:"
    return _Said(what, _ended(opening, mistake.expected) or "Ghi nội dung vào ô này.")


def _not_allowed(mistake: FormMistake) -> _Said:
    choices = _ended("Dùng được:", mistake.expected)
    if mistake.against:
        what = f"«{_seen(mistake)}» không đi cùng «{mistake.against}»."
        return _Said(what, choices or f"Xóa nội dung ô này, hoặc sửa lại «{mistake.against}».")
    return _Said(f"«{_seen(mistake)}» không dùng được ở đây.", choices or "Bỏ hoặc sửa lại phần này.")


def _unusable(mistake: FormMistake) -> _Said:
    if mistake.seen == "=":
        return _Said("công thức trong ô chưa có kết quả.", "Mở tệp bằng Excel, lưu lại, hoặc ghi thẳng nội dung vào ô.")
    return _Said(f"Excel báo lỗi «{_seen(mistake)}» trong ô.", "Ghi lại nội dung của ô.")


def _seen(mistake: FormMistake) -> str:
    return mistake.seen if len(mistake.seen) <= _LONGEST else f"{mistake.seen[: _LONGEST - 1]}…"


def _ended(opening: str, words: tuple[str, ...], joiner: str = ", ") -> str:
    """Return the words as a sentence, or an empty string where there are none."""
    return f"{opening} {joiner.join(words)}." if words else ""
