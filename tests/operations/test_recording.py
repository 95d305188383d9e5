"""Two windows on one dossier. This module holds what becomes of a move that was decided on what is no longer the newest."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from deciding import NOON
from desk import ROOT

from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.trouble import DossierChanged, TroubleError
from ccbdesk.operations.check import Job
from ccbdesk.operations.close import close
from ccbdesk.operations.decisions import leave_out, undo
from ccbdesk.operations.record import open_case
from ccbdesk.operations.take_in import take_in

RECEIVED = ROOT / "sample_workbooks" / "lak-3-2020" / "clean"
LAN, HOA = Hand("Lan", NOON), Hand("Hoa", NOON + timedelta(hours=1))


def silent(_doing: str) -> None:
    """Tell nobody."""


def test_of_two_windows_the_second_write_is_refused_and_says_who(tmp_path: Path) -> None:
    path = tmp_path / "cụm.ccbdesk"
    with Reader() as reader:
        take_in(path, Job((RECEIVED,)), LAN, reader, silent)
        one, other = (open_case(path, "", reader, silent) for _ in range(2))
        leave_out(other, "nam_ka", "mới lập", HOA)

        moves: tuple[Callable[[], object], ...] = (
            lambda: leave_out(one, "nam_ka", "đã sáp nhập", LAN),
            lambda: close(one, LAN),
        )
        for move in moves:
            with pytest.raises(TroubleError) as raised:
                move()
            assert raised.value.trouble == DossierChanged(str(path), "Hoa", HOA.at)

        now = open_case(path, "", reader, silent)
        assert [each.who for each in now.held.decisions] == ["Hoa"]
        undo(now, None, LAN)
        assert open_case(path, "", reader, silent).checked.merged.left_out == ()
