"""The story of an office's own file: sent out filled in, filled in by the units, merged, and every figure walked back."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import desk
import office_forms
import openpyxl
import pytest

Typed = Mapping[str, Mapping[str, str | int | float]]

PERIODS = {"two_level_head": "2024", "two_sheets": "2024", "branch_list": "2024-q3", "old_office": "2024-6t"}
TYPED: dict[str, Typed] = {
    "two_level_head": {
        "Biểu 01": {
            "F10": 120,
            "D10": 130,
            "F11": 30,
            "F12": 5,
            "F13": 6,
            "F15": 80,
            "F16": 20,
            "F17": 3,
            "F18": "1.500,5",
            "D18": 1600,
            "F19": 1000,
            "E18": 700,
            "F20": 45,
            "F22": 450,
            "F23": 120.5,
            "F25": "95%",
        },
    },
    "two_sheets": {
        "Kết quả": {"D6": 2, "D7": 10, "D8": 4, "D11": "1,5", "D12": 25, "E12": "đã nộp quỹ tỉnh"},
        "Khen thưởng": {"C5": 1, "D5": 2, "C6": 0, "D6": 1, "C7": 1, "D7": 3, "C8": 0, "D8": 0, "C9": 2, "D9": 4},
    },
    "branch_list": {
        "DS chi hội": {
            "B7": "Chi hội Một",
            "C7": 30,
            "D7": 10,
            "F7": "120,5",
            "B8": "Chi hội Hai",
            "C8": 25,
            "D8": 0,
            "F8": 0,
        },
    },
    "old_office": {
        "Mau BC": {
            "D8": 100,
            "D10": 20,
            "D11": 50,
            "D13": 40,
            "D14": 60,
            "D15": 2500,
            "D19": 12,
            "D20": 300,
            "D21": 70,
        },
    },
}
FIGURES: dict[str, dict[str, tuple[str, str, str]]] = {
    "two_level_head": {
        code: (value, "Biểu 01", cell)
        for code, value, cell in (
            ("hoi_vien", "120", "F10"),
            ("hv_nu", "30", "F11"),
            ("ket_nap", "5", "F12"),
            ("chi_hoi", "6", "F13"),
            ("tap_huan", "80", "F15"),
            ("th_nu", "20", "F16"),
            ("thoat", "3", "F17"),
            ("du_no", "1500.5", "F18"),
            ("du_no_cs", "1000", "F19"),
            ("ngay_cong", "450", "F22"),
            ("hien_dat", "120.5", "F23"),
        )
    },
    "two_sheets": {
        "cau_lac_bo": ("2", "Kết quả", "D6"),
        "truong_hoc": ("4", "Kết quả", "D8"),
        "duong": ("1.5", "Kết quả", "D11"),
        "quy": ("25", "Kết quả", "D12"),
        "huan_chuong_tt": ("1", "Khen thưởng", "C5"),
        "bk_tinh_cn": ("3", "Khen thưởng", "D7"),
        "gk_huyen_cn": ("0", "Khen thưởng", "D8"),
        "gk_xa_cn": ("4", "Khen thưởng", "D9"),
    },
    "branch_list": {
        "chi_hoi": ("2", "DS chi hội", "B7:B8"),
        "chi_hoi_hv": ("55", "DS chi hội", "C7:C8"),
        "chi_hoi_nu": ("10", "DS chi hội", "D7:D8"),
        "chi_hoi_du_no": ("120.5", "DS chi hội", "F7:F8"),
    },
    "old_office": {
        "hoi_vien": ("100", "Mau BC", "D8"),
        "hv_nu": ("20", "Mau BC", "D10"),
        "lam_duong": ("40", "Mau BC", "D13"),
        "ung_ho": ("2500", "Mau BC", "D15"),
        "luot_nu": ("70", "Mau BC", "D21"),
    },
}
UNITS = ("khe", "doi", "song")


@pytest.fixture(scope="module", params=sorted(TYPED))
def desk_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Lay out one form and its office's file, and have the templates written; return the template's name and where."""
    name = str(request.param)
    folder = tmp_path_factory.mktemp(name)
    form = office_forms.laid_out(folder, name)
    assert desk.ccbdesk("form", form).status == 0
    sent = desk.ccbdesk("templates", form, "--period", PERIODS[name], "--out", folder / "out")
    assert (sent.status, sent.aside) == (0, "")
    return name, folder


def copy_of(folder: Path, unit: str) -> Path:
    """Return the copy for a unit."""
    (path,) = (folder / "out").glob(f"*_{unit}.xlsx")
    return path


def filled_in(folder: Path, typed: Typed) -> Path:
    """Have every unit type the same figures into its copy with another program; return where the returns lie."""
    received = folder / "received"
    received.mkdir(exist_ok=True)
    for unit in UNITS:
        book = openpyxl.load_workbook(copy_of(folder, unit))
        for sheet, cells in typed.items():
            for cell, content in cells.items():
                book[sheet][cell] = content
        book.save(received / f"Báo cáo {unit}.xlsx")
    return received


def parts(content: bytes) -> dict[str, bytes]:
    """Return the members of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_in(path: Path) -> dict[tuple[str, str], str]:
    """Return what stands in each cell of a workbook, as another program reads it."""
    cells = ((sheet.title, cell) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return {(sheet, cell.coordinate): str(cell.value) for sheet, cell in cells if cell.value is not None}


def test_what_is_sent_is_the_office_own_file_with_the_units_name_in_it(desk_of: tuple[str, Path]) -> None:
    name, folder = desk_of
    original = office_forms.FOLDER / f"{name}.xlsx"
    before = parts(original.read_bytes())
    names = {"khe": "Hội CCB xã Khe", "doi": "Hội CCB xã Đồi", "song": "Hội CCB xã Sông"}
    for unit in UNITS:
        copy = copy_of(folder, unit)
        after = parts(copy.read_bytes())
        old, new = words_in(original), words_in(copy)
        (written,) = [words for cell, words in new.items() if words != old.get(cell)]

        assert list(before) == list(after)
        assert [part for part in before if before[part] != after[part]] == ["xl/worksheets/sheet1.xml"]
        assert (names[unit] in written, old.keys() - new.keys()) == (True, set())


def test_a_blank_copy_has_no_figure_and_nothing_strange(desk_of: tuple[str, Path]) -> None:
    name, folder = desk_of
    result = desk.ccbdesk("check", copy_of(folder, "khe"), "--form", folder / "bo-bieu-mau.xlsx", "--json")

    states = {unit["id"]: unit["state"] for unit in result.json["units"]}
    assert states == {"khe": "received", "doi": "absent", "song": "absent"}
    assert (result.json["period"], result.json["questions"]) == (PERIODS[name], [])
    assert {finding["code"] for finding in result.json["findings"]} == {"C04"}
    assert {f["value"] for f in result.json["figures"] if f["unit"] == "khe"} <= {None, "0"}


def test_returns_are_merged_and_every_figure_is_walked_back_to_its_cell(desk_of: tuple[str, Path]) -> None:
    name, folder = desk_of
    received, form, out = filled_in(folder, TYPED[name]), folder / "bo-bieu-mau.xlsx", folder / "merged"
    result = desk.ccbdesk("merge", received, "--form", form, "--out", out, "--json")

    assert (result.status, result.aside, result.json["questions"], result.json["findings"]) == (0, "", [], [])
    figures = {(f["indicator"], f["unit"]): f["value"] for f in result.json["figures"]}
    for code, (value, sheet, cell) in FIGURES[name].items():
        assert [figures[code, unit] for unit in UNITS] == [value] * 3, code
        assert Decimal(figures[code, None]) == 3 * Decimal(value), code
        traced = desk.ccbdesk("trace", out, f"{code}@doi").out
        assert f"← Báo cáo doi.xlsx › {sheet} › {cell} [" in traced, code


def test_confirmations_are_written_for_such_returns(desk_of: tuple[str, Path]) -> None:
    name, folder = desk_of
    received, form, out = filled_in(folder, TYPED[name]), folder / "bo-bieu-mau.xlsx", folder / "confirmed"
    result = desk.ccbdesk("confirm", received, "--form", form, "--out", out)

    assert (result.status, len(list(out.glob("*.docx")))) == (0, 3)


def test_last_periods_figures_go_where_the_form_says(tmp_path: Path) -> None:
    form = office_forms.laid_out(tmp_path, "two_level_head", {"Cột kỳ trước": "E"})
    assert desk.ccbdesk("templates", form, "--period", "2024", "--out", tmp_path / "out").status == 0
    received = filled_in(tmp_path, TYPED["two_level_head"])
    assert desk.ccbdesk("merge", received, "--form", form, "--out", tmp_path / "merged").status == 0
    again = desk.ccbdesk(
        "templates", form, "--period", "2025", "--out", tmp_path / "next", "--earlier", tmp_path / "merged"
    )
    sheet = openpyxl.load_workbook(tmp_path / "next" / "co-san_2025_doi.xlsx")["Biểu 01"]

    assert again.status == 0
    assert [sheet[cell].value for cell in ("E10", "E18", "E20", "F10", "A4")] == [
        120,
        1500.5,
        None,
        None,
        "Đơn vị: Hội CCB xã Đồi",
    ]


def test_a_quick_form_takes_the_office_file_along(tmp_path: Path) -> None:
    form = office_forms.laid_out(tmp_path, "two_level_head")
    quick = desk.ccbdesk("quick", form, "--figures", "th_nu", "--out", tmp_path / "quick")

    assert quick.status == 0
    assert desk.ccbdesk("form", tmp_path / "quick" / "co-san-nhanh.xlsx").status == 0
    assert {path.name for path in (tmp_path / "quick").iterdir()} == {"co-san-nhanh.xlsx", "two_level_head.xlsx"}


def test_a_file_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    form = office_forms.laid_out(tmp_path, "old_office")
    (tmp_path / "old_office.xlsx").unlink()
    linted = desk.ccbdesk("form", form)
    sent = desk.ccbdesk("templates", form, "--period", "2024", "--out", tmp_path / "out")

    assert linted.status == 1
    assert "không thấy tệp mẫu «OLD_OFFICE.xlsx» cạnh bộ biểu mẫu" in linted.out
    assert (sent.status, "còn 1 chỗ phải sửa" in sent.aside) == (2, True)


@pytest.mark.libreoffice
def test_libreoffice_opens_the_copy_and_keeps_all_that_stands_in_it(desk_of: tuple[str, Path], tmp_path: Path) -> None:
    """What it works out itself, the totals, agree with ours: no finding."""
    name, folder = desk_of
    received = filled_in(folder, TYPED[name])
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")]
    paths = [str(path) for path in sorted(received.iterdir())] + [str(copy_of(folder, "khe"))]
    subprocess.run([*words, *paths], check=True, capture_output=True, timeout=180)
    (tmp_path / "saved" / copy_of(folder, "khe").name).rename(tmp_path / "blank.xlsx")
    result = desk.ccbdesk("check", tmp_path / "saved", "--form", folder / "bo-bieu-mau.xlsx", "--json")

    figures = {(f["indicator"], f["unit"]): f["value"] for f in result.json["figures"]}
    assert (result.json["questions"], result.json["findings"]) == ([], [])
    assert {code: figures[code, "song"] for code in FIGURES[name]} == {
        code: FIGURES[name][code][0] for code in FIGURES[name]
    }
    assert any("Hội CCB xã Khe" in words for words in words_in(tmp_path / "blank.xlsx").values())
