"""A form's mistakes in Vietnamese. This module holds the one sentence of each: where, what, and what to do."""

from typing import Literal, NamedTuple, assert_never

from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import INDICATOR_PAGE, LIST_PAGE, SHEET_PAGE, IndicatorColumn, SheetColumn

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
    Wrong.CELL_UNUSABLE,
]
_OfPlace = Literal[Wrong.NOT_A_FILE_NAME, Wrong.NOT_A_COLUMN, Wrong.NOT_A_CELL, Wrong.NOT_A_ROW]
_OfFile = Literal[
    Wrong.FILE_MISSING,
    Wrong.FILE_UNREADABLE,
    Wrong.OTHER_FILE,
    Wrong.NEEDED_BY_FILE,
    Wrong.WITHOUT_FILE,
]
_OfOffice = Literal[
    Wrong.LABEL_NOT_THERE,
    Wrong.LABEL_REPEATED,
    Wrong.ROW_OUTSIDE,
    Wrong.ROW_OF_ANOTHER,
    Wrong.IS_TOTAL,
    Wrong.CELL_TAKEN,
    Wrong.IS_FORMULA,
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
        case Wrong.BOUNDS_REVERSED | Wrong.NOT_ALLOWED_HERE | Wrong.CELL_UNUSABLE:
            return _of_cell(wrong, mistake)
        case Wrong.NOT_A_FILE_NAME | Wrong.NOT_A_COLUMN | Wrong.NOT_A_CELL | Wrong.NOT_A_ROW:
            return _of_place(wrong, mistake)
        case Wrong.FILE_MISSING | Wrong.FILE_UNREADABLE | Wrong.OTHER_FILE | Wrong.NEEDED_BY_FILE | Wrong.WITHOUT_FILE:
            return _of_file(wrong, mistake)
        case Wrong.LABEL_NOT_THERE | Wrong.LABEL_REPEATED | Wrong.ROW_OUTSIDE:
            return _of_office(wrong, mistake)
        case Wrong.ROW_OF_ANOTHER | Wrong.IS_TOTAL | Wrong.CELL_TAKEN | Wrong.IS_FORMULA:
            return _of_office(wrong, mistake)
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
        case Wrong.CELL_UNUSABLE:
            return _unusable(mistake)
        case _:
            assert_never(wrong)


def _of_place(wrong: _OfPlace, mistake: FormMistake) -> _Said:
    seen = _seen(mistake)
    match wrong:
        case Wrong.NOT_A_FILE_NAME:
            what = f"«{seen}» không phải là tên một tệp .xlsx."
            return _Said(what, "Chỉ ghi tên tệp, ví dụ bieu-01.xlsx, và để tệp cùng thư mục với bộ biểu mẫu.")
        case Wrong.NOT_A_COLUMN:
            return _Said(f"«{seen}» không phải là cột của Excel.", "Ghi chữ cái ở đầu cột, ví dụ B hoặc AA.")
        case Wrong.NOT_A_CELL:
            return _Said(f"«{seen}» không phải là tên một ô.", "Ghi chữ cái của cột rồi số của dòng, ví dụ C3.")
        case Wrong.NOT_A_ROW:
            return _Said(f"«{seen}» không phải là số của một dòng.", "Ghi số ở đầu dòng trong Excel, ví dụ 9.")
        case _:
            assert_never(wrong)


def _of_file(wrong: _OfFile, mistake: FormMistake) -> _Said:
    seen = _seen(mistake)
    match wrong:
        case Wrong.FILE_MISSING:
            advice = "Chép tệp vào cùng thư mục với bộ biểu mẫu, hoặc sửa lại tên."
            return _Said(f"không thấy tệp mẫu «{seen}» cạnh bộ biểu mẫu.", advice)
        case Wrong.FILE_UNREADABLE:
            return _Said(f"không đọc được tệp mẫu «{seen}».", "Mở tệp bằng Excel, lưu lại theo kiểu .xlsx.")
        case Wrong.OTHER_FILE:
            here, there = (
                f"theo tệp mẫu «{name}»" if name else "không theo tệp mẫu" for name in (seen, mistake.against)
            )
            what = f"biểu này {here}, còn biểu «{''.join(mistake.expected)}» {there}."
            return _Said(what, "Mỗi nơi chỉ gửi một tệp: các biểu cùng người lập phải ghi cùng một tệp mẫu.")
        case Wrong.NEEDED_BY_FILE:
            what = f"ô này còn trống, mà biểu theo tệp mẫu «{mistake.against}» nên phải ghi."
            return _Said(what, "Mở tệp mẫu, xem số của dòng hoặc chữ cái của cột rồi ghi vào.")
        case Wrong.WITHOUT_FILE:
            column = SheetColumn.OFFICE_FILE.heading
            what = f"ghi «{seen}» mà biểu này không theo tệp mẫu nào."
            return _Said(what, f"Xóa ô này, hoặc ghi tên tệp ở cột «{column}» trang «{SHEET_PAGE.name}».")
        case _:
            assert_never(wrong)


def _of_office(wrong: _OfOffice, mistake: FormMistake) -> _Said:
    seen, rows = _seen(mistake), ", ".join(mistake.expected)
    column = IndicatorColumn.OFFICE_ROW.heading
    match wrong:
        case Wrong.LABEL_NOT_THERE:
            what = f"trang «{mistake.against}» của tệp mẫu, dòng {rows}, không có tên «{seen}»."
            aliases = IndicatorColumn.ALIASES.heading
            return _Said(what, f"Ghi tên trong tệp mẫu vào cột «{aliases}», hoặc ghi số dòng vào cột «{column}».")
        case Wrong.LABEL_REPEATED:
            return _Said(f"tệp mẫu có nhiều dòng tên «{seen}»: {rows}.", f"Ghi số dòng vào cột «{column}».")
        case Wrong.ROW_OUTSIDE:
            what = f"dòng {seen} của tệp mẫu không có tên số liệu nào, hoặc ở ngoài các dòng {rows}."
            return _Said(what, "Xem lại tệp mẫu rồi ghi đúng số dòng.")
        case Wrong.ROW_OF_ANOTHER:
            what = f"dòng {seen} của tệp mẫu là «{mistake.against}», còn tên của số liệu này ở dòng {rows}."
            return _Said(what, "Sửa lại số dòng, hoặc sửa tên số liệu.")
        case Wrong.IS_TOTAL:
            adding, formula = IndicatorColumn.ADDING.heading, IndicatorColumn.FORMULA.heading
            what = f"ô {mistake.against} của tệp mẫu là công thức, nên «{seen}» là số tổng, đơn vị không ghi."
            return _Said(what, f"Ghi «Công thức» ở cột «{adding}» và phép tính ở cột «{formula}», hoặc bỏ dòng này.")
        case Wrong.CELL_TAKEN:
            what = f"ô {seen} của tệp mẫu đã có chữ «{mistake.against}», ghi vào sẽ mất chữ này."
            return _Said(what, "Chọn ô còn trống, hoặc ô có dấu hai chấm, ví dụ «Đơn vị: ……».")
        case Wrong.IS_FORMULA:
            return _Said(f"ô {seen} của tệp mẫu là công thức nên không ghi vào được.", "Chọn ô khác, hoặc để trống.")
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
