"""What can happen to a dossier, in Vietnamese. This module holds that each has a sentence of its own that says where, what
to do, and that nothing is lost."""

import typing
from datetime import datetime

import pytest

from ccbdesk.model.trouble import (
    DiskFull,
    DossierAltered,
    DossierBusy,
    DossierChanged,
    DossierDamaged,
    DossierNewer,
    DossierReadOnly,
    DossierThere,
    DossierTrouble,
    DossierUnreachable,
    NotADossier,
    StrangeFileBeside,
    TooLargeToKeep,
    Trouble,
)
from ccbdesk.wording.trouble import trouble_sentence

PATH = r"D:\Hồ sơ\cụm.ccbdesk"

TROUBLES: tuple[DossierTrouble, ...] = (
    NotADossier(PATH),
    DossierThere(PATH),
    DossierNewer(PATH),
    DossierAltered(PATH, "trigger t"),
    DossierDamaged(PATH, "decision 3"),
    StrangeFileBeside(PATH, "cụm.ccbdesk-journal"),
    DossierBusy(PATH),
    DossierReadOnly(PATH),
    DossierUnreachable(PATH),
    DossierChanged(PATH, "bà Hoa", datetime(2024, 1, 5, 8, 30)),  # noqa: DTZ001 - the office's own clock
    TooLargeToKeep(PATH, 200),
)


def test_every_trouble_of_a_dossier_is_tried_here() -> None:
    assert {type(each) for each in TROUBLES} == set(typing.get_args(DossierTrouble))


@pytest.mark.parametrize("trouble", [*TROUBLES, DiskFull(PATH)], ids=lambda trouble: type(trouble).__name__)
def test_a_sentence_says_where_what_to_do_and_that_nothing_is_lost(trouble: Trouble) -> None:
    sentence = trouble_sentence(trouble)

    assert f"“{PATH}”" in sentence
    assert "ãy " in sentence or "cất nó" in sentence
    assert sentence.endswith(("còn nguyên.", "chưa có gì bị thay đổi."))
    assert len({trouble_sentence(each) for each in TROUBLES}) == len(TROUBLES)


def test_whoever_comes_second_is_told_who_wrote_and_when() -> None:
    assert trouble_sentence(TROUBLES[9]) == (
        r"Hồ sơ “D:\Hồ sơ\cụm.ccbdesk” vừa được bà Hoa ghi thêm lúc 08:30 ngày 05/01/2024. "
        "Hãy mở lại để xem phần mới rồi làm lại. Việc vừa làm chưa được ghi; những gì đã có trong hồ sơ còn nguyên."
    )
