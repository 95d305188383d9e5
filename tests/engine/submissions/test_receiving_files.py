"""Whose files are: all evidence compared, strangers refused, nothing used twice, nothing dropped in silence."""

from dataclasses import replace

import drawing
import pytest
from returning import (
    BAC_KAN,
    CAO_BANG,
    FORM,
    HEADINGS,
    LANG_SON,
    PERIOD,
    arrival,
    drawn,
    number,
    received,
    table,
    values,
)

from ccbdesk.engine.submissions.identifying import form_named_in
from ccbdesk.engine.submissions.receiving import Arrival, Received, UnitOfFile
from ccbdesk.model.finding import (
    FileLeftOut,
    FileRefused,
    NotOurForm,
    OtherVersion,
    OutsideLinks,
    SameFileAgain,
    Where,
)
from ccbdesk.model.origin import Digest, QuestionId
from ccbdesk.model.question import OtherPeriod, SameUnitTwice, UnknownUnit
from ccbdesk.model.receipt import Receipt, Refusal, Refused
from ccbdesk.model.unit import CLUSTER, UnitId

ROW = "| hoi_vien | | Tổng số hội viên | | 10 |"


def stamped(unit: str = "cao_bang", form: str = "lang-son-thu", version: str = "2", period: str = "2023") -> str:
    lines = {"bo_bieu_mau": form, "phien_ban": version, "don_vi": unit, "ky": period}
    return "\n_meta\n" + "\n".join(f'| {key} | "{text}" |' for key, text in lines.items() if text)


def plain(above: str = "", rows: str = ROW, sheet: str = "Biểu 1") -> str:
    return f"{sheet}\n{above}\n{HEADINGS}\n{rows}\n"


def short(file: Arrival) -> str:
    return file.receipt.digest[:8]


def units(got: Received) -> list[UnitId]:
    return [submission.unit for submission in got.submissions]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xlsx", plain() + stamped()),
        ("a.xlsx", table(ROW, "Hội Cựu chiến binh tỉnh CAO BẰNG")),
        ("a.xlsx", table(ROW, "Hội CCB CB")),
        ("a.xlsx", plain("| Tên đơn vị: Cao Bằng | |")),
        ("a.xlsx", plain("| HỘI CỰU CHIẾN BINH TỈNH CAO BẰNG |")),
        ("a.xlsx", plain("| Cụm thi đua số 1 Hội CCB | | Cao Bằng, ngày 10 tháng 10 năm 2022 |")),
        ("Bieu so lieu_Cao Bang (1).xlsx", plain()),
        ("CAOBANG.XLSX", plain()),
        ("a.xlsx", plain(sheet="Cao Bằng")),
        ("a.xlsx", plain("| Cao Bằng | Đơn vị: triệu đồng | Đơn vị: người |")),
        ("Gửi Lạng Sơn - Cao Bằng.xlsx", plain() + stamped()),
        ("Cao Bằng.xlsx", table(ROW) + stamped()),
        ("lang-son-thu_2023_cb.xlsx", table(ROW) + stamped()),
    ],
)
def test_the_unit_is_told_by_whatever_names_it(name: str, text: str) -> None:
    got = received(drawn(name, text))

    assert (units(got), got.findings, got.questions) == ([CAO_BANG], (), ())


MEMBERS = (CAO_BANG, BAC_KAN, LANG_SON)


@pytest.mark.parametrize(
    ("name", "text", "seen", "candidates"),
    [
        ("a.xlsx", plain(), (), MEMBERS),
        (
            "a.xlsx",
            table(ROW, "Hội CCB tỉnh Hà Giang") + stamped("lang_son"),
            ("lang_son", "Hội CCB tỉnh Hà Giang"),
            (LANG_SON, CAO_BANG, BAC_KAN),
        ),
        ("a.xlsx", table(ROW, "Hội CCB tỉnh Bắc Kạm"), ("Hội CCB tỉnh Bắc Kạm",), (BAC_KAN, CAO_BANG, LANG_SON)),
        (
            "Lang Son.xlsx",
            table(ROW) + stamped(),
            ("cao_bang", "Hội CCB tỉnh Cao Bằng", "Lang Son"),
            (CAO_BANG, LANG_SON, BAC_KAN),
        ),
        ("a.xlsx", plain() + stamped("ha_noi"), ("ha_noi",), MEMBERS),
        ("a.xlsx", plain() + stamped("cum"), ("Cụm 1",), MEMBERS),
        ("Lạng Sơn, Bắc Cạn.xlsx", plain(), ("Lạng Sơn, Bắc Cạn",), (BAC_KAN, LANG_SON, CAO_BANG)),
    ],
)
def test_without_evidence_or_with_contradictions_the_unit_is_asked(
    name: str, text: str, seen: tuple[str, ...], candidates: tuple[UnitId, ...]
) -> None:
    file = drawn(name, text)

    got = received(file)

    assert got == Received(
        (),
        (),
        (UnknownUnit(QuestionId(f"don-vi-{short(file)}"), Where(name), seen, candidates),),
        (UnitOfFile(file.receipt, None),),
    )


def test_an_answer_names_the_unit() -> None:
    file = drawn("a.xlsx", plain())

    got = received(file, answers={f"don-vi-{short(file)}": "bac_kan"})

    assert (units(got), got.questions, got.units_of_files) == ([BAC_KAN], (), (UnitOfFile(file.receipt, BAC_KAN),))


def test_a_file_left_out_by_an_answer_is_named_once() -> None:
    file = drawn("a.xlsx", plain("| Kỳ báo cáo: | năm 2021 |"))

    got = received(file, answers={f"don-vi-{short(file)}": "bo_qua"})

    assert got == Received((), (FileLeftOut(Where("a.xlsx")),), (), (UnitOfFile(file.receipt, None),))


OWN_ROWS = "| chu_de | | Chủ đề năm | | Đoàn kết |"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Phiếu kỳ.xlsx", plain(rows=OWN_ROWS, sheet="Phiếu kỳ")),
        ("Lạng Sơn lập.xlsx", plain("| Cụm trưởng: Hội CCB tỉnh Lạng Sơn |", OWN_ROWS) + stamped("cum")),
        ("a.xlsx", plain("| Đơn vị báo cáo: | Cụm 1 |", OWN_ROWS)),
    ],
)
def test_the_clusters_own_return_is_known_by_what_it_holds(name: str, text: str) -> None:
    got = received(drawn(name, text))

    assert (units(got), len(values(got)[0]), got.findings, got.questions) == ([CLUSTER], 1, (), ())


def test_the_clusters_rows_under_a_members_name_are_asked_about() -> None:
    file = drawn("a.xlsx", plain(rows=OWN_ROWS) + stamped())

    got = received(file)

    assert [(each.seen, each.candidates) for each in got.questions if isinstance(each, UnknownUnit)] == [
        (("cao_bang", "Cụm 1"), (CAO_BANG, CLUSTER, BAC_KAN, LANG_SON))
    ]


@pytest.mark.parametrize(
    ("text", "form_seen"),
    [
        (plain() + stamped(form="khac"), "khac"),
        ("Sheet1\n| Thu | Chi |\n| 1 | 2 |", ""),
        ("Sheet1\n| xin chào |" + stamped(), ""),
        ("Biểu 1", ""),
        (plain(rows="\n".join(f"| c{n} | | Mục {n} thôi | | {n} |" for n in range(30)) + ROW), ""),
    ],
)
def test_a_workbook_that_is_no_return_of_this_form_is_refused(text: str, form_seen: str) -> None:
    got = received(drawn("a.xlsx", text))

    assert (got.findings, got.submissions, got.questions) == ((NotOurForm(Where("a.xlsx"), form_seen),), (), ())


def test_the_form_a_workbook_names_is_known_before_it_is_read() -> None:
    assert form_named_in(drawing.workbook(plain() + stamped(form="khac"))) == "khac"
    assert form_named_in(drawing.workbook(plain())) == ""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (plain("| Đơn vị: | Cao Bằng |") + stamped("", period="2022"), "2022"),
        (table(ROW, period="Năm 2022"), "Năm 2022"),
        (table(ROW, period="2022"), "2022"),
        (table(ROW, period="6 tháng đầu năm 2023") + stamped(), "6 tháng đầu năm 2023"),
        (plain("| Cao Bằng: kết quả quý I/2023 |"), "Cao Bằng: kết quả quý I/2023"),
    ],
)
def test_a_return_of_another_period_is_asked_about(text: str, seen: str) -> None:
    file = drawn("a.xlsx", text)
    question = OtherPeriod(QuestionId(f"ky-{short(file)}"), Where("a.xlsx", CAO_BANG), seen, "2023")

    asked = received(file)
    used = received(file, answers={question.id: "2023"})
    left = received(file, answers={question.id: "bo_qua"})

    assert (asked.submissions, asked.questions) == ((), (question,))
    assert ([each.period for each in used.submissions], used.questions) == ([PERIOD], ())
    assert (left.submissions, left.findings) == ((), (FileLeftOut(Where("a.xlsx")),))


def test_a_title_that_compares_with_an_earlier_year_is_no_other_period() -> None:
    got = received(drawn("a.xlsx", plain("| Cao Bằng | năm 2023 so với năm 2022, ngày 3 tháng 1 năm 2024 |")))

    assert (units(got), got.questions) == ([CAO_BANG], ())


def test_unit_and_period_are_asked_at_once_and_both_must_be_answered() -> None:
    file = drawn("a.xlsx", plain("| năm 2021 |"))
    whose, when = f"don-vi-{short(file)}", f"ky-{short(file)}"

    assert [question.id for question in received(file).questions] == [whose, when]
    assert [question.id for question in received(file, answers={whose: "cao_bang"}).questions] == [when]
    assert units(received(file, answers={whose: "cao_bang", when: "2023"})) == [CAO_BANG]


def test_another_version_is_read_with_a_warning() -> None:
    got = received(drawn("a.xlsx", plain() + stamped(version="1")))

    assert (values(got), got.findings) == (
        [{"hoi_vien": number("10")}],
        (OtherVersion(Where("a.xlsx", CAO_BANG), "1", "2"),),
    )


def test_macros_and_outside_links_are_told() -> None:
    book = replace(drawing.workbook(table(ROW)), has_macros=True, has_outside_links=True)

    got = received(arrival("a.xlsm", book))

    where = Where("a.xlsm", CAO_BANG)
    assert got.findings == (OutsideLinks(where, has_macros=True), OutsideLinks(where, has_macros=False))


def test_a_file_that_could_not_be_read_is_refused_with_its_reason() -> None:
    receipt = Receipt("a.xls", Digest("00" * 32), 0)

    got = received(Arrival(receipt, Refused(Refusal.EMPTY)))

    refused = FileRefused(Where("a.xls"), Refused(Refusal.EMPTY))
    assert got == Received((), (refused,), (), (UnitOfFile(receipt, None),))


def test_two_empty_files_are_refused_each() -> None:
    files = [Arrival(Receipt(name, Digest("00" * 32), 0), Refused(Refusal.EMPTY)) for name in ("a.xls", "b.xls")]

    got = received(*files)

    assert got.findings == tuple(FileRefused(Where(name), Refused(Refusal.EMPTY)) for name in ("a.xls", "b.xls"))
    assert got.units_of_files == tuple(UnitOfFile(file.receipt, None) for file in files)


def test_the_same_file_under_two_names_is_used_once() -> None:
    first, again = drawn("a.xlsx", table(ROW)), drawn("b.xlsx", table(ROW))

    got = received(again, first)

    assert (units(got), got.findings, got.questions) == ([CAO_BANG], (SameFileAgain(Where("b.xlsx"), "a.xlsx"),), ())
    assert got.units_of_files == (UnitOfFile(first.receipt, CAO_BANG), UnitOfFile(again.receipt, CAO_BANG))


def test_two_different_files_of_one_unit_are_asked_about_and_neither_is_used() -> None:
    old, new = drawn("a.xlsx", table(ROW)), drawn("b.xlsx", table(ROW.replace("10", "12")))
    question = SameUnitTwice(
        QuestionId("hai-tep-cao_bang"),
        Where(unit=CAO_BANG),
        (("a.xlsx", short(old)), ("b.xlsx", short(new))),
    )

    asked = received(new, old)
    chosen = received(new, old, answers={question.id: short(new)})
    dropped = received(new, old, answers={question.id: "bo_qua"})

    assert (asked.submissions, asked.findings, asked.questions) == ((), (), (question,))
    assert (values(chosen), chosen.findings, chosen.questions) == (
        [{"hoi_vien": number("12")}],
        (FileLeftOut(Where("a.xlsx")),),
        (),
    )
    assert (dropped.submissions, dropped.findings) == (
        (),
        (FileLeftOut(Where("a.xlsx")), FileLeftOut(Where("b.xlsx"))),
    )


def test_submissions_come_in_the_forms_order_with_the_clusters_own_first() -> None:
    own = drawn("z.xlsx", plain(rows=OWN_ROWS))
    files = [drawn(f"{name}.xlsx", plain()) for name in ("bac kan", "cao bang", "lang son")]

    got = received(
        *(arrival(each.receipt.name, drawing.workbook(table(ROW, each.receipt.name[:-5]))) for each in files), own
    )

    assert units(got) == [CLUSTER, *(unit.id for unit in FORM.units)]
