"""What kept a request from being done. This module holds which troubles can be tried again as they are, and which not."""

from datetime import UTC, datetime

import pytest

from ccbdesk.model.trouble import (
    DiskFull,
    DossierBusy,
    DossierChanged,
    DossierUnreachable,
    FolderUnwritable,
    FormFixed,
    Interrupted,
    NoForm,
    NothingToUndo,
    TargetOpen,
    Trouble,
    TroubleError,
)
from ccbdesk.service.messages import Cause
from ccbdesk.service.serving import cause_of


@pytest.mark.parametrize(
    ("trouble", "cause"),
    [
        (DiskFull("/d"), Cause.WORLD),
        (FolderUnwritable("/d"), Cause.WORLD),
        (DossierBusy("/d"), Cause.WORLD),
        (DossierUnreachable("/d"), Cause.WORLD),
        (TargetOpen("/d"), Cause.TARGET_OPEN),
        (DossierChanged("/d", "Lan", datetime(2023, 10, 10, tzinfo=UTC)), Cause.STALE),
        (Interrupted(), Cause.STOPPED),
        (NothingToUndo(), Cause.REFUSED),
        (FormFixed("/d", "2023"), Cause.REFUSED),
        (NoForm(("a",)), Cause.REFUSED),
    ],
)
def test_only_what_the_world_did_can_be_tried_again_as_it_is(trouble: Trouble, cause: Cause) -> None:
    assert cause_of(TroubleError(trouble)) is cause
