"""A form for another cluster: the same figures and sentences, other members, and nobody types an id."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.form import Form
from ccbdesk.model.trouble import AlreadyThere, NoMembers, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.new_cluster import Founded, Wish, found_cluster, provinces_now
from ccbdesk.operations.open_form import lint_form
from ccbdesk.vietnamese.names import level_of
from ccbdesk.wording.trouble import trouble_sentence

DAY = date(2026, 1, 5)
NAME = "Cụm thi đua số 7, Hội Cựu chiến binh Việt Nam"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def founded(out: Path, reader: Reader, *members: str, form: str = "tw-3", name: str = NAME) -> Founded:
    return found_cluster(Wish(form, name, members), out, DAY, reader)


def base(name: str, reader: Reader) -> Form:
    form = lint_form(name, reader).form
    assert form is not None
    return form


def test_ids_names_and_predecessors_of_the_members_are_found(tmp_path: Path, reader: Reader) -> None:
    form = founded(tmp_path, reader, "Cao Bằng", "tỉnh Thái Nguyên", "TP. Huế").form

    assert form is not None
    assert [(each.id, each.name, each.short_name, each.kind) for each in form.units] == [
        ("cao_bang", "Hội Cựu chiến binh tỉnh Cao Bằng", "Cao Bằng", "tỉnh"),
        ("thai_nguyen", "Hội Cựu chiến binh tỉnh Thái Nguyên", "Thái Nguyên", "tỉnh"),
        ("hue", "Hội Cựu chiến binh thành phố Huế", "Huế", "thành phố"),
    ]
    assert [each.predecessors for each in form.units] == [(), ("Thái Nguyên", "Bắc Kạn"), ()]
    assert form.units[1].valid_from == date(2025, 7, 1)


def test_figures_and_rules_stay_and_the_cluster_is_called_by_its_new_name(tmp_path: Path, reader: Reader) -> None:
    old = base("tw-3", reader)

    form = founded(tmp_path, reader, "Cao Bằng", "Lạng Sơn", *(f"Hội số {number}" for number in range(3, 10))).form

    assert form is not None
    assert (form.id, form.version, len(form.units)) == ("cum-thi-dua-7", "1", 9)
    assert (form.cluster.name, form.cluster.short_name) == (NAME, "Cụm thi đua số 7")
    assert form.indicators == old.indicators
    assert form.rules == old.rules
    assert len(form.sentences) == len(old.sentences)
    assert old.cluster.name not in repr(form)


def test_what_is_told_of_a_former_member_goes_with_its_figures(tmp_path: Path, reader: Reader) -> None:
    old = base("mttq-lang-son", reader)
    stays, *gone = old.units

    form = founded(tmp_path, reader, stays.short_name, "Hội Mới", form="mttq-lang-son").form

    assert form is not None
    assert {each.code for each in form.indicators} < {each.code for each in old.indicators}
    assert not [each.code for each in form.indicators if set(each.applies_to) & {unit.id for unit in gone}]
    assert not [unit.id for unit in gone if f"UnitId('{unit.id}')" in repr(form.sentences)]


def test_names_that_give_the_same_id_are_told_apart(tmp_path: Path, reader: Reader) -> None:
    form = founded(tmp_path, reader, "xã Tân Lập", "phường Tân Lạp", "Cụm").form

    assert form is not None
    assert [each.id for each in form.units] == [UnitId("tan_lap"), UnitId("tan_lap_2"), UnitId("cum_2")]


def test_kinds_of_members_that_sentences_need_are_told_and_the_workbook_is_there(
    tmp_path: Path, reader: Reader
) -> None:
    made = founded(tmp_path, reader, "tỉnh Cao Bằng", form="lak-3")

    assert (made.form, made.path.exists()) == (None, True)
    assert {mistake.sheet for mistake in made.mistakes} == {"Câu mẫu"}


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ((), "Cụm mới phải có tên và ít nhất một đơn vị. Ghi tên Cụm, chọn các đơn vị rồi làm lại."),
        (("Huế", "TP Huế"), "Có đơn vị được ghi hai lần: Huế, TP Huế. Bỏ bớt một chỗ rồi làm lại."),
    ],
)
def test_no_member_and_one_named_twice_are_refused(
    members: tuple[str, ...], said: str, tmp_path: Path, reader: Reader
) -> None:
    with pytest.raises(TroubleError) as refused:
        founded(tmp_path, reader, *members)

    assert isinstance(refused.value.trouble, NoMembers)
    assert trouble_sentence(refused.value.trouble) == said
    assert list(tmp_path.iterdir()) == []


def test_a_form_that_is_there_is_not_written_over(tmp_path: Path, reader: Reader) -> None:
    first = founded(tmp_path, reader, "Huế").path.read_bytes()

    with pytest.raises(TroubleError) as refused:
        founded(tmp_path, reader, "Cao Bằng")

    assert isinstance(refused.value.trouble, AlreadyThere)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [first]


def test_the_provinces_of_a_day_can_be_ticked() -> None:
    names = [each.name for each in provinces_now(DAY)]

    assert len(names) == 34
    assert {"Hà Nội", "Huế", "Cà Mau"} <= set(names)
    assert {each.kind for each in provinces_now(DAY) if each.name == "Đồng Nai"} == {"tỉnh"}
    assert {each.kind for each in provinces_now(date(2026, 6, 1)) if each.name == "Đồng Nai"} == {"thành phố"}
    assert provinces_now(date(2020, 1, 1)) == provinces_now(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Tỉnh  Cao Bằng", ("tỉnh", "Cao Bằng")),
        ("TP. Huế", ("thành phố", "Huế")),
        ("thị trấn Liên Sơn", ("thị trấn", "Liên Sơn")),
        ("Tỉnh Gia", ("tỉnh", "Gia")),
        ("Xã", ("", "Xã")),
        ("Cao Bằng", ("", "Cao Bằng")),
    ],
)
def test_the_level_before_a_name_is_told_from_the_name(name: str, told: tuple[str, str]) -> None:
    assert level_of(name) == told
