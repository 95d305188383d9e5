"""Tests of the quick report's form: cut from the form that ships, written whole, usable at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccbdesk import resources
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.trouble import NoForm, NotInForm, TroubleError
from ccbdesk.operations.open_form import lint_form
from ccbdesk.operations.quick_form import write_quick_form
from ccbdesk.wording.trouble import trouble_sentence

DAY = date(2024, 7, 1)
FORM = "tw-3"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("name", [path.stem for path in resources.forms()])
def test_a_quick_form_is_a_form_of_its_own(name: str, tmp_path: Path, reader: Reader) -> None:
    whole = lint_form(name, reader).form
    assert whole is not None
    ticked = tuple(i.code for i in whole.indicators if whole.sheet(i.sheet).preparer.value == "unit")[:3]
    quick = write_quick_form(name, ticked, tmp_path / "ra", DAY, reader)
    again = lint_form(str(quick.path), reader)

    assert (quick.path.name, again.form, again.mistakes) == (f"{whole.id}-nhanh.xlsx", quick.form, ())
    assert {indicator.code for indicator in quick.form.indicators} >= set(ticked)
    assert (quick.form.units, quick.form.cluster) == (whole.units, whole.cluster)
    assert len(quick.form.indicators) < len(whole.indicators) // 2


def test_the_same_ticks_and_day_give_the_same_bytes(tmp_path: Path, reader: Reader) -> None:
    whole = lint_form(FORM, reader).form
    assert whole is not None
    ticked = (whole.indicators[0].code,)
    paths = [write_quick_form(FORM, ticked, tmp_path / name, DAY, reader).path for name in ("a", "b")]

    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ((), "Chưa ghi mã số liệu nào. Ghi các mã cần lấy, theo cột «Mã» trang «Số liệu» của bộ biểu mẫu."),
        (
            ("qqqqqqqq", "ngay_con"),
            "Bộ biểu mẫu không có mã “qqqqqqqq”, “ngay_con” (có phải là “ngay_cong”?). Xem lại cột «Mã» trang «Số liệu» của bộ biểu mẫu.",
        ),
    ],
)
def test_codes_that_the_form_does_not_have_are_told_and_nothing_is_written(
    codes: tuple[str, ...], said: str, tmp_path: Path, reader: Reader
) -> None:
    with pytest.raises(TroubleError) as caught:
        write_quick_form(FORM, codes, tmp_path / "ra", DAY, reader)

    assert isinstance(caught.value.trouble, NotInForm)
    assert (trouble_sentence(caught.value.trouble), list(tmp_path.iterdir())) == (said, [])


def test_a_form_that_does_not_ship_is_no_form(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(TroubleError) as caught:
        write_quick_form("khong-co", ("a",), tmp_path, DAY, reader)

    assert caught.value.trouble == NoForm(("khong-co",))
