"""Labels are compared by their words, however offices number, open and measure them."""

import pytest

from ccbdesk.vietnamese.labels import label_keys


@pytest.mark.parametrize(
    ("label", "short", "core"),
    [
        ("Hội viên", "hoi vien", "hoi vien"),
        ("1.1. Hội viên (người)", "1 1 hoi vien", "hoi vien"),
        ("    - Trong đó: nữ", "trong do nu", "nu"),
        ("TỔNG SỐ HỘI VIÊN (người):", "tong so hoi vien", "hoi vien"),
        ("a) Số tiền ủng hộ (1.000 đồng)", "a so tien ung ho", "tien ung ho"),
        ("Nhà (mới) xây", "nha moi xay", "nha moi xay"),
        ("Trong đó:", "trong do", "trong do"),
        ("(người)", "nguoi", "nguoi"),
        ("", "", ""),
    ],
)
def test_a_label_is_told_by_ever_fewer_of_its_words(label: str, short: str, core: str) -> None:
    assert label_keys(label)[1:] == (short, core)
