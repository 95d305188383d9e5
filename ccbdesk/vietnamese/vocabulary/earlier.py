"""The words of a plain table of earlier figures. This module holds the headings by which its columns are known."""

from enum import Enum

from ccbdesk.vietnamese.folding import folded


class EarlierColumn(Enum):
    """What a column of the table holds, by the names it may have; the first is the proper one."""

    UNIT = ("Đơn vị", "Mã đơn vị", "Tên đơn vị")
    FIGURE = ("Mã số liệu", "Mã", "Tên số liệu", "Chỉ tiêu", "Số liệu")
    PERIOD = ("Kỳ", "Kỳ báo cáo", "Năm")
    VALUE = ("Giá trị", "Kết quả", "Số")
    STAGE = ("Lần chốt",)

    @property
    def proper(self) -> str:
        """The heading as messages name it."""
        return str(self.value[0])


AT_MEETING = "tại hội nghị"
"""What stands under “Lần chốt” where the figures are those of the meeting and not the official ones."""

_BY_WORDS = {folded(words): column for column in EarlierColumn for words in column.value}


def earlier_column(heading: str) -> EarlierColumn | None:
    """Return what the column of a heading holds; None where it is not one of the table's."""
    return _BY_WORDS.get(folded(heading))
