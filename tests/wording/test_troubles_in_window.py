"""Troubles in the window: whatever happens, nobody is told to type a command."""

import re
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from ccbdesk.model.trouble import FormUnreadable, NoForm, NoPeriod, Trouble, WhichPeriod
from ccbdesk.wording.in_window import trouble_in_window

TYPED = re.compile(r"(?<!\w)--?[a-z]+|(?<!\.)\bccbdesk\b|bằng lệnh")
FILLED: dict[str, Any] = {"str": "x", "int": 2, "bool": True, "datetime": datetime(2023, 10, 10, tzinfo=UTC)}


def filled(kind: type[Any]) -> Trouble:
    """Return a trouble of a kind, something in each of its fields."""
    made: Trouble = kind(*(FILLED.get(_name(each.type), ()) for each in fields(kind)))
    return made


def _name(of: object) -> str:
    return of if isinstance(of, str) else getattr(of, "__name__", "")


@pytest.mark.parametrize("kind", get_args(Trouble))
def test_no_trouble_tells_to_type_a_command(kind: type[Any]) -> None:
    assert TYPED.findall(trouble_in_window(filled(kind))) == []


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (
            NoPeriod(""),
            "Trong các tệp không ghi kỳ báo cáo. Lập kỳ trước (Tệp › Lập kỳ báo cáo…), rồi kéo các tệp vào.",
        ),
        (
            NoForm(()),
            "Các tệp này không theo bộ biểu mẫu nào mà chương trình biết. Xem lại tệp; hoặc lập kỳ trước "
            "(Tệp › Lập kỳ báo cáo…), chọn bộ biểu mẫu, rồi kéo các tệp vào.",
        ),
        (WhichPeriod("a", ()), "Hồ sơ “a” chưa có kỳ nào. Lập kỳ trước."),
        (WhichPeriod("a", ("2023", "2024")), "Hồ sơ “a” có nhiều kỳ: 2023, 2024. Mở hồ sơ rồi chọn kỳ trước."),
        (FormUnreadable("b.xlsx"), "Không đọc được bộ biểu mẫu “b.xlsx”. Kiểm tra lại tệp."),
    ],
)
def test_what_to_do_is_done_in_the_window(trouble: Trouble, said: str) -> None:
    assert trouble_in_window(trouble) == said
