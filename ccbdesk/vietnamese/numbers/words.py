"""Words that stand where a figure is asked for. This module holds number words, words for nothing and for not exactly.

Words that say a thing as a whole are compared folded (without marks); number words keep theirs, for năm is five and nam
is a man."""

import re
from decimal import Decimal

from ccbdesk.model.value import Exactness
from ccbdesk.vietnamese.folding import folded

_DIGITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}


def _number_words() -> dict[str, Decimal]:
    """Return the words for one to ninety-nine, with the variants in use."""
    digits = {word: count for count, word in enumerate(_DIGITS, start=1)} | {"bẩy": 7}
    behind = {word: count for word, count in digits.items() if word != "một"} | _AFTER_TENS
    words = digits | {"mười": 10}
    words |= {f"mười {word}": 10 + count for word, count in (digits | {"lăm": 5, "nhăm": 5}).items()}
    for word, tens in ((word, tens) for word, tens in digits.items() if tens > 1):
        words[f"{word} mươi"] = words[f"{word} chục"] = tens * 10
        words |= {f"{word} mươi {last}": tens * 10 + count for last, count in behind.items()}
        words |= {f"{word} {last}": tens * 10 + count for last, count in _AFTER_TENS.items()}  # hai mốt, ba tư
    return {word: Decimal(count) for word, count in words.items()}


NUMBER_WORDS = _number_words()
"""The number words in lower case, and what they say."""


def number_words(amount: int) -> str:
    """Return a whole number from one to ninety-nine in words, “hai mươi mốt”; empty for any other."""
    if not 1 <= amount < 100:
        return ""
    tens, ones = divmod(amount, 10)
    if tens == 0:
        return _DIGITS[ones - 1]
    beginning = "mười" if tens == 1 else f"{_DIGITS[tens - 1]} mươi"
    if ones == 0:
        return beginning
    usual = _DIGITS[ones - 1]
    changed = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return f"{beginning} {changed.get(ones, usual)}"


NUMBER_WORD = "|".join(word.replace(" ", r"\ ") for word in sorted(NUMBER_WORDS, key=len, reverse=True))
"""The pattern of a number word, longest first (for verbose patterns too)."""

ZEROS = frozenset(
    {"khong", "khong co", "ko", "ko co", "k co", "khong phat sinh", "khong co phat sinh", "chua phat sinh"}
)
"""What is read as zero, folded."""

PERHAPS_ZERO = frozenset({"o", "chua", "chua co"})
"""What may mean zero, folded: the letter O, and “not yet”, which may also mean that the figure is not in."""

BLANKS = frozenset(
    {
        *("chua co so lieu", "chua co so", "chua co bao cao", "chua bao cao", "chua tong hop", "chua tong hop duoc"),
        *("chua thong ke", "chua thong ke duoc", "chua cap nhat", "dang tong hop", "chua ro", "khong ro"),
        *("khong co so lieu", "khong co so lieu thong ke", "chua co so lieu thong ke"),
    }
)
"""What says that there is no figure yet, folded."""

NOT_APPLICABLE = frozenset({"x", "khong ap dung", "khong co nhiem vu", "khong thuoc nhiem vu", "n a"})
"""What says that the unit has no such task, folded."""

_VAGUE = re.compile(
    r"(?:rat |kha |tuong doi )?"
    r"(?:hang (?:chuc|tram|nghin|ngan|van|trieu|ty|ti)|nhieu|da so|phan lon|hau het|vai|mot (?:so|vai|phan|bo phan|nua)"
    r"|may (?:chuc|tram|nghin|ngan)|dong dao|khong it|dang ke|day du|toan bo|tat ca"
    r"|(?:tren|hon|gan|khoang|ca|duoi) (?:chuc|tram|nghin|ngan|van|trieu|ty))\b"
)

_A_FIGURE = re.compile(r"(?<![^\W\d_])\d")  # the 2 of m2 is none

APPROXIMATORS = {
    "trên": Exactness.OVER,
    "tren": Exactness.OVER,
    ">": Exactness.OVER,
    "hơn": Exactness.MORE_THAN,
    "hon": Exactness.MORE_THAN,
    "gần": Exactness.NEARLY,
    "gan": Exactness.NEARLY,
    "khoảng": Exactness.ABOUT,
    "khoang": Exactness.ABOUT,
    "chừng": Exactness.ABOUT,
    "xấp xỉ": Exactness.ABOUT,
    "~": Exactness.ABOUT,
    "≈": Exactness.ABOUT,
    "ước": Exactness.ESTIMATED,
    "uoc": Exactness.ESTIMATED,
    "ước đạt": Exactness.ESTIMATED,
    "ước tính": Exactness.ESTIMATED,
    "ước khoảng": Exactness.ESTIMATED,
    "ước thực hiện": Exactness.ESTIMATED,
}
"""The words before a figure that is not exact."""

AT_LEAST = re.compile(r"(?:từ\s+)?(?P<figure>.*\S)\s+trở\s+lên")
"""The pattern of a figure that is the least, “từ 95% cán bộ trở lên”."""

LIMITS = ("dưới", "không quá", "tối đa", "tối thiểu", "ít nhất", "từ", "<", "<=", "≤", ">=", "≥")
"""The words before a figure that is a limit and not the quantity itself."""

FILLERS = ("tổng số", "tổng cộng", "tổng", "đạt", "được", "có", "là", "+")
"""The words before a figure that add nothing to it."""

HALF = r"rư[ỡở]i"
"""The pattern of “and a half”."""

_TWISTING = frozenset(
    {
        *("mỗi", "từng", "quân", "trở", "hơn", "dư", "lẻ", "nửa", "rưỡi", "rưởi", "ước"),
        *("chưa", "không", "còn", "thiếu"),
        *("tá", "cặp", "đôi"),
        *("ngan", "van", "tram", "chuc", "mươi"),  # a multiplier without its marks, or without its number
    }
)
_PLAIN_NOUN = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’“”\"-])*")


def is_vague(text: str) -> bool:
    """Tell whether ``text`` speaks of a quantity without giving one."""
    return not _A_FIGURE.search(text) and _VAGUE.match(folded(text)) is not None


def is_plain_noun(text: str) -> bool:
    """Tell whether words behind a figure merely name what is counted and leave the figure as it is."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if not _PLAIN_NOUN.fullmatch(text) or all(len(word) == 1 for word in words):
        return False
    return not _TWISTING.intersection(words) and "trung bình" not in " ".join(words)
