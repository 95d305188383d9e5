"""Forms as the window works with them: laid out for Excel, read again with every mistake, put into force, made anew."""

from pathlib import Path

import openpyxl
import pytest
from serving_here import SAMPLE, Service, begun

from ccbdesk.service.requests import desk as asked
from ccbdesk.service.requests.forms import CopyForm, Found, ProposeForm, ReadForm, ShowFoundations, UseForm
from ccbdesk.service.requests.returns import BeginPeriod

OFFICE_TEMPLATES = SAMPLE.parents[1] / "tests" / "office_templates"


def changed(path: Path, sheet: str, cell: str, words: str) -> None:
    """Do what a person does in Excel: type into a cell and save."""
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = words
    book.save(path)


def test_a_form_is_changed_in_excel_read_again_and_put_into_force(serving: Service, tmp_path: Path) -> None:
    table = begun(serving, tmp_path).table
    copied = serving.ask(CopyForm(table, tmp_path / "bieu mau"))
    changed(copied.path, "Thông tin", "B3", "2023.9")
    again = serving.ask(CopyForm(table, tmp_path / "bieu mau"))

    desk = serving.ask(UseForm(table, copied.path))

    assert copied.mistakes == ()
    assert "phiên bản 2023.9" in again.words
    assert desk.said == f"Đã dùng bộ biểu mẫu “{copied.path.name}” cho kỳ này."
    assert "Biểu mẫu phiên bản khác" in {found.title for found in desk.findings}


def test_every_mistake_of_a_form_is_listed(serving: Service, tmp_path: Path) -> None:
    copied = serving.ask(CopyForm(begun(serving, tmp_path).table, tmp_path / "bieu mau"))
    changed(copied.path, "Quy tắc", "B2", "Cộng bừa")

    read = serving.ask(ReadForm(str(copied.path)))
    refused = serving.fail(UseForm(begun(serving, tmp_path).table, copied.path))

    assert read.words == f"Có {len(read.mistakes)} chỗ phải sửa trong “{copied.path.name}”."
    assert read.mistakes[0].startswith("Trang «Quy tắc», ô B2")
    assert "còn 1 chỗ phải sửa" in refused.sentence


def test_a_new_cluster_is_made_from_ticked_names_and_its_period_begins(serving: Service, tmp_path: Path) -> None:
    found = serving.ask(ShowFoundations())
    ticked = tuple(f"{kind} {name}" for kind, name in found.provinces[:4])

    form = serving.ask(Found("tw-3", "Cụm thi đua số 9, Hội Cựu chiến binh Việt Nam", ticked, tmp_path / "bieu mau"))
    desk = serving.ask(BeginPeriod(tmp_path / "Cum 9.ccbdesk", "2026-6t", str(form.path)))

    assert ("tw-3", "Cụm thi đua số 3, Hội Cựu chiến binh Việt Nam") in found.forms
    assert len(found.provinces) == 34
    assert form.members == tuple(name for _, name in found.provinces[:4])
    assert (desk.cluster, [unit.name for unit in desk.units if not unit.is_own]) == (
        "Cụm thi đua số 9",
        list(form.members),
    )
    assert serving.ask(asked.OpenDossier(desk.table.dossier)).period == "6 tháng đầu năm 2026"


@pytest.mark.parametrize("template", sorted(OFFICE_TEMPLATES.glob("*.xlsx"))[:1])
def test_a_form_is_proposed_from_an_office_s_own_template(template: Path, serving: Service, tmp_path: Path) -> None:
    proposed = serving.ask(ProposeForm(template, tmp_path))

    assert proposed.path.exists()
    assert proposed.words[0] == f"Đã đề xuất bộ biểu mẫu từ “{template.name}”."
