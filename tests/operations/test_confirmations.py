"""Tests of the papers to be confirmed: one a unit whose return is in, as Word files."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import office
import pytest
from docx import Document

from ccbdesk import resources
from ccbdesk.engine.confirming.confirming import confirm
from ccbdesk.engine.consolidation.consolidating import consolidate
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.unit import UnitId
from ccbdesk.operations.check import Job
from ccbdesk.operations.confirm import write_confirmations
from ccbdesk.operations.paper import worded
from ccbdesk.operations.progress import silent

DAY = date(2023, 10, 10)


@pytest.mark.parametrize("sample", resources.samples(), ids=lambda sample: sample.name)
def test_every_return_that_is_in_gets_its_paper(sample: Path, tmp_path: Path) -> None:
    received = sample / "clean"
    returns = len(list(received.glob("*.xlsx"))) - 1  # one of the files is the cluster's own
    with Reader() as reader:
        papers = write_confirmations(Job((received,)), tmp_path / "ra", DAY, reader, silent)
    told = [[paragraph.text for paragraph in Document(str(path)).paragraphs] for path in papers]
    heads = [[cell.text for cell in Document(str(path)).tables[1].rows[0].cells] for path in papers]

    assert [path.parent.name for path in papers] == ["ra"] * returns
    assert len({path.name for path in papers}) == returns
    assert all(path.name.startswith("Phieu xac nhan ") and path.name.isascii() for path in papers)
    assert ["PHIẾU XÁC NHẬN SỐ LIỆU" in lines for lines in told] == [True] * returns
    assert heads == [["TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu đã nhận", "Đơn vị ghi", "Xác nhận"]] * returns


@pytest.mark.libreoffice
def test_sixty_figures_stand_on_two_pages(tmp_path: Path) -> None:
    lines = [f"| s{n} | bieu | Mục {n // 6} | Số liệu thứ {n} của đơn vị | người | số nguyên |" for n in range(60)]
    form = office.form("\n".join(("| Mã | Biểu | Mục | Tên số liệu | Đơn vị tính | Loại số liệu |", *lines)))
    typed = "\n".join(f"| s{n} | {n * 12345} |" for n in range(60))
    merged = consolidate(form, office.PERIOD, office.returns(form, f"| | u1 |\n{typed}"), (), Basis("basis"))
    paper = tmp_path / "paper.docx"
    paper.write_bytes(worded(confirm(merged, UnitId("u1"), (), ()), form, DAY))
    soffice = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = (soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper))
    subprocess.run(words, check=True, capture_output=True, timeout=120)

    assert (tmp_path / "paper.pdf").read_bytes().count(b"/Type/Page/") == 2
