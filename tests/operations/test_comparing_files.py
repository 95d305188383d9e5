"""Two files of one unit beside each other, whatever else was received and whichever of them is in use."""

from deciding import FORM, NOON, ONE, TWO, corrected, received, settled
from office import PERIOD

from ccbdesk.engine.submissions.receiving import Arrival
from ccbdesk.model.comparison import Comparison
from ccbdesk.model.decision import Act, SetAside
from ccbdesk.operations.compare import compare_files

OLD = received("cu.xlsx", {"du_no": "45.700", "to": "167", "qua": "12"}, at=NOON)
NEW = received("moi.xlsx", {"du_no": "45.700", "to": "100", "qua": "13"}, at=NOON)
OTHER = received("hai.xlsx", {"du_no": "900", "to": "2"}, TWO, at=NOON)
STRANGER = received("la.xlsx", {"du_no": "900"}, ONE, above='| Kỳ báo cáo: | "Năm 2021" |')


def compared(older: Arrival, newer: Arrival, *acts: Act) -> Comparison | None:
    versions = (older.receipt.digest, newer.receipt.digest)
    return compare_files(FORM, PERIOD, (NEW, OTHER, OLD, STRANGER), versions, settled(*acts))


def told(found: Comparison | None) -> tuple[list[str], list[str], list[str]]:
    assert found is not None
    return (
        [f"{cell.spot.indicator}" for cell in found.unasked if hasattr(cell.spot, "indicator")],
        [finding.code for finding in found.fixed],
        [finding.code for finding in found.new],
    )


def test_two_files_of_a_unit_are_compared_whichever_is_in_use() -> None:
    expected: tuple[list[str], ...] = (["qua"], ["M02"], [])

    assert told(compared(OLD, NEW)) == expected
    assert told(compared(OLD, NEW, SetAside(OLD.receipt.digest, "cũ"))) == expected
    assert told(compared(OLD, NEW, SetAside(NEW.receipt.digest, "nhầm"))) == expected
    assert told(compared(NEW, OLD)) == (["to", "qua"], [], ["M02"])


def test_what_was_put_right_was_asked_for() -> None:
    assert told(compared(OLD, NEW, corrected("qua", "12", "13"))) == ([], ["M02"], [])


def test_files_of_different_units_or_periods_are_not_compared() -> None:
    assert compared(OLD, OTHER) is None
    assert compared(OLD, STRANGER) is None
