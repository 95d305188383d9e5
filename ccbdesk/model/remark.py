"""What was done to read a figure. This module holds the remarks of the number reader."""

from enum import Enum


class Remark(Enum):
    """What was done to read a figure that was not written letter by letter."""

    APPROXIMATE = "approximate"  # trên, gần, khoảng …
    MEASURE_CONVERTED = "measure converted"  # 2 ha where m² are asked for
    COMMA_GROUPED = "comma grouped"  # 12,683 taken as 12683
    COMMA_DECIMAL = "comma decimal"  # 82,350 taken as 82 and 350 thousandths
    DOT_DECIMAL = "dot decimal"  # 45.7
    SPACE_GROUPED = "space grouped"  # 1 500
    NUMBER_WORD = "number word"  # một, 200 nghìn, 1 tỷ rưỡi
    ZERO_WORD = "zero word"  # không, không có
    DASH = "dash"  # - taken as 0
    ABBREVIATED = "abbreviated"  # 50tr, 500k
    TARGET_BESIDE = "target beside"  # 1.757/1.500
    CLEANED = "cleaned"  # a sign or word that belongs to no figure was left out
