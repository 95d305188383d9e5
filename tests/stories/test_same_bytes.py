"""The story of a repeated merge: the same files and the same day give the same bytes, in whatever order they come."""

import random
from pathlib import Path

import desk


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_files_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    files = sorted(desk.CLEAN.glob("*.xlsx"))
    shuffled = random.Random(3).sample(files, len(files))  # noqa: S311 - an order, not a secret

    desk.ccbdesk("merge", *files, "--out", tmp_path / "one")
    desk.ccbdesk("merge", *shuffled, "--out", tmp_path / "two")

    assert sorted(written(tmp_path / "one")) == ["Bao cao tw-3 2023.docx", "So tong hop tw-3 2023.xlsx"]
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_the_same_form_and_day_give_the_same_templates(tmp_path: Path) -> None:
    for name in ("one", "two"):
        words = ("templates", "tw-3", "--period", "2024-6t", "--cut-off", "2024-06-15", "--out", tmp_path / name)
        assert desk.ccbdesk(*words).status == 0

    assert sorted(written(tmp_path / "one")) == [
        "Loi nhan tw-3 2024-6t.txt",
        "Thu de nghi bao cao tw-3 2024-6t.docx",
        *(
            f"tw-3_2024-6t_{unit}.xlsx"
            for unit in ("bac_giang", "bac_kan", "bac_ninh", "cao_bang", "cum", "lang_son", "thai_nguyen")
        ),
    ]
    assert written(tmp_path / "one") == written(tmp_path / "two")
