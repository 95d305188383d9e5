"""The dossiers that are kept as they were once written. This module holds how the one of the newest schema is made.

    python tests/dossiers/make.py

It writes ``schema_N.ccbdesk`` and what it holds, ``schema_N.txt``, and never touches those of earlier schemas: run it
when a new schema ships, and keep both files for ever. Where a class gained a member since, the older text says what it
means in an older dossier; the older dossier stays.

``closed_1.ccbdesk`` is a period of a sample that the program of the first schema took in, corrected and closed, and
``closed_1.json`` the figures it told then. No program of today makes it again."""

import sys
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

import dossier_drawing as drawn  # noqa: E402 - found only now
from dossier_drawing import PERIOD  # noqa: E402 - as above

from ccbdesk.files.dossier.contents import digest_of  # noqa: E402 - as above
from ccbdesk.files.dossier.decisions import save_decision  # noqa: E402 - as above
from ccbdesk.files.dossier.histories import save_history  # noqa: E402 - as above
from ccbdesk.files.dossier.kept import Kept  # noqa: E402 - as above
from ccbdesk.files.dossier.readings import save_readings  # noqa: E402 - as above
from ccbdesk.files.dossier.schema import UPGRADES  # noqa: E402 - as above
from ccbdesk.model.consolidation import Basis  # noqa: E402 - as above
from ccbdesk.model.decision import (  # noqa: E402 - as above
    Accepted,
    Act,
    Answered,
    Closed,
    Corrected,
    Dated,
    Issued,
    LeftOut,
    Moved,
    Reopened,
    Revoked,
    SentBack,
    SetAside,
)
from ccbdesk.model.history import KeptFigure, Stage  # noqa: E402 - as above
from ccbdesk.model.origin import DecisionId, Digest, IndicatorCode, QuestionId  # noqa: E402 - as above
from ccbdesk.model.period import Milestone  # noqa: E402 - as above
from ccbdesk.model.unit import UnitId  # noqa: E402 - as above
from ccbdesk.model.value import (  # noqa: E402 - as above
    Blank,
    Day,
    Exactness,
    NotApplicable,
    Number,
    Ratio,
    Text,
    Unreadable,
    Value,
)

DIGEST = Digest("0123456789abcdef" * 4)
A, U = IndicatorCode("hoi_vien"), UnitId("u1")

ACTS: tuple[Act, ...] = (
    Accepted(U, "Q1", None, (("du_no", "45700"), ("to", "167")), "tổ vay nhiều, đã đối chiếu", is_told=True),
    Corrected(U, A, "", "1.234", "điện thoại ông Ba", is_plan=True),
    Corrected(U, A, "12O", "120", "công văn 12", evidence=DIGEST),
    Answered(QuestionId("so-u1-a-1a2b"), "bo_qua"),
    SetAside(DIGEST, "gửi nhầm kỳ"),
    SentBack(U, DIGEST, "Kính gửi Hội một,\nđề nghị sửa ô C5"),
    LeftOut(UnitId("u2"), "không còn trong Cụm"),
    Dated(DIGEST, date(2023, 11, 30)),
    *(Moved(milestone, date(2023, 12, day)) for day, milestone in enumerate(Milestone, start=1)),
    Closed(Basis("f00d"), DIGEST),
    Closed(Basis("f00e"), DIGEST, DIGEST),
    Reopened("Hội hai gửi lại"),
    Issued("15/BC-CTĐ", date(2023, 12, 20), DIGEST),
    Issued("15a/BC-CTĐ", date(2023, 12, 22), DIGEST, DIGEST),
    Revoked(DecisionId(3)),
)

PROGRAM = "a program"
READINGS = {digest_of(drawn.RETURN): b'{"grids":[]}'}

VALUES: tuple[Value, ...] = (
    *(Number(Decimal("1234.50"), exactness) for exactness in Exactness),
    Number(Decimal("-0.000001")),
    Ratio(Decimal(45700), Decimal(167), Exactness.ABOUT),
    Text("hàng trăm “suất”"),
    Day(date(2023, 10, 10)),
    Blank(),
    NotApplicable(),
    Unreadable("#REF!"),
)


def fill(path: Path) -> None:
    """Write a year's work, every act and every value into a dossier."""
    drawn.filled(path)
    for act in ACTS:
        drawn.written(path, partial(save_decision, period=PERIOD, act=act), "Hoa")
    drawn.written(path, keep_values)
    save_readings(path, PROGRAM, READINGS)


def keep_values(kept: Kept) -> None:
    """Keep one figure of every kind."""
    figures = (KeptFigure(U, IndicatorCode(f"v{at:02}"), value, at % 2 == 1) for at, value in enumerate(VALUES))
    save_history(kept, PERIOD, Stage.AT_MEETING, "sổ tổng hợp cũ", tuple(figures))


def main() -> None:
    """Write the dossier of the newest schema."""
    path = HERE / f"schema_{len(UPGRADES)}.ccbdesk"
    path.unlink(missing_ok=True)
    made = drawn.made(HERE)
    fill(made)
    made.rename(path)
    path.with_suffix(".txt").write_text("\n".join(drawn.everything(path)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
