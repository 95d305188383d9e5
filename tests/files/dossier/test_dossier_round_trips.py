"""What a dossier gives back. This module holds the round trip of everything that is saved, exact to the last digit."""

import typing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import dossier_drawing as drawn
import pytest
from dossier_drawing import AT, LATER, PERIOD
from hypothesis import given, settings
from hypothesis import strategies as st

from ccbdesk.files.dossier.acts import read_act, written_act
from ccbdesk.files.dossier.clusters import load_cluster, save_cluster
from ccbdesk.files.dossier.contents import LARGEST, digest_of, load_content, load_digests, save_content
from ccbdesk.files.dossier.decisions import load_all_decisions, load_decisions, save_decision
from ccbdesk.files.dossier.fields import read, written
from ccbdesk.files.dossier.histories import load_histories, load_history, load_unit_history, save_history
from ccbdesk.files.dossier.kept import Kept
from ccbdesk.files.dossier.papers import load_consolidations, load_reports, save_consolidation, save_report
from ccbdesk.files.dossier.periods import load_forms, load_periods, save_form, save_period
from ccbdesk.files.dossier.receipts import load_attachments, load_receipts, save_attachment, save_receipt
from ccbdesk.files.dossier.revisions import load_revisions
from ccbdesk.files.dossier.values import read_value, written_value
from ccbdesk.model.consolidation import Basis
from ccbdesk.model.decision import Act, Reopened
from ccbdesk.model.dossier import Cluster, History, KeptFigure, Revision, Stage
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.period import PeriodCode
from ccbdesk.model.trouble import TooLargeToKeep, TroubleError
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Blank, Number, Value

MADE = Revision(1, "Lan", AT)
SECOND = Revision(2, "Lan", LATER)


@given(drawn.values())
def test_every_value_comes_back_exactly(value: Value) -> None:
    kind, amount, exactness = written_value(value)

    assert repr(read_value(kind, amount, exactness)) == repr(value)


@given(drawn.acts())
def test_every_act_comes_back_exactly(act: Act) -> None:
    kind, members = written_act(act)

    assert read_act(kind, read(written(members))) == act


def test_the_acts_and_values_drawn_are_all_there_are() -> None:
    kinds = {each.__name__ for union in (Act, Value) for each in typing.get_args(union)}

    assert kinds == {name for strategy in (drawn.acts(), drawn.values()) for name in _drawn_by(strategy)}


def _drawn_by(strategy: st.SearchStrategy[object]) -> set[str]:
    found: set[str] = set()

    @settings(max_examples=400, database=None)
    @given(strategy)
    def draw(each: object) -> None:
        found.add(type(each).__name__)

    draw()
    return found


@settings(max_examples=25)
@given(st.lists(st.tuples(drawn.acts(), drawn.words, st.datetimes(timezones=st.just(UTC))), max_size=4))
def test_decisions_come_back_in_order_with_who_and_when(made: list[tuple[Act, str, datetime]]) -> None:
    with TemporaryDirectory() as folder:
        path = drawn.made(Path(folder))
        saved = tuple(
            drawn.written(path, partial(save_decision, period=PERIOD, act=act), who, at) for act, who, at in made
        )

        assert drawn.loaded(path, load_all_decisions) == saved
        assert [(each.id, each.who, each.at, each.act) for each in saved] == [
            (number, who, at, act) for number, (act, who, at) in enumerate(made, start=1)
        ]


@settings(max_examples=25)
@given(st.dictionaries(st.tuples(drawn.units, drawn.indicators, st.booleans()), drawn.values(), max_size=8))
def test_figures_for_history_come_back_in_order(given_values: dict[tuple[UnitId, IndicatorCode, bool], Value]) -> None:
    figures = tuple(KeptFigure(unit, code, value, is_plan) for (unit, code, is_plan), value in given_values.items())
    with TemporaryDirectory() as folder:
        path = drawn.made(Path(folder))
        saved = drawn.written(path, lambda kept: save_history(kept, PERIOD, Stage.AT_MEETING, "từ sổ", figures))

        assert saved.figures == tuple(sorted(figures, key=lambda each: (each.unit, each.indicator, each.is_plan)))
        assert repr(drawn.loaded(path, lambda kept: load_history(kept, PERIOD, Stage.AT_MEETING))) == repr(saved)


def test_a_new_dossier_holds_whose_it_is_and_who_made_it(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    assert drawn.loaded(path, load_cluster) == drawn.OURS
    assert drawn.loaded(path, load_revisions) == (MADE,)


def test_the_facts_stated_last_hold(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    drawn.written(path, lambda kept: save_cluster(kept, Cluster("thu-2", "Cụm thử mới")))

    assert drawn.loaded(path, load_cluster) == Cluster("thu-2", "Cụm thử mới")


def test_each_write_adds_a_revision_that_says_who_and_when(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    drawn.written(path, drawn.accept, "Hoa", LATER)

    assert drawn.loaded(path, load_revisions) == (MADE, Revision(2, "Hoa", LATER))
    assert drawn.loaded(path, lambda kept: load_revisions(kept, after=1)) == (Revision(2, "Hoa", LATER),)


def test_periods_come_back_as_stated_last_by_their_days(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    def save(kept: Kept) -> None:
        save_period(kept, PERIOD, date(2023, 1, 1), date(2023, 12, 31))
        save_period(kept, PeriodCode("2022"), date(2022, 1, 1), date(2022, 12, 31))
        save_period(kept, PERIOD, date(2022, 12, 1), date(2023, 11, 30))

    drawn.written(path, save)

    assert [(each.period, each.first_day, each.last_day) for each in drawn.loaded(path, load_periods)] == [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2023", date(2022, 12, 1), date(2023, 11, 30)),
    ]


def test_the_form_in_force_is_the_last_of_its_period(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    first = drawn.written(path, lambda kept: save_form(kept, PERIOD, "cũ.xlsx", "1", b"old"))
    second = drawn.written(path, lambda kept: save_form(kept, PERIOD, "mới.xlsx", "2", b"new"))
    drawn.written(path, lambda kept: save_form(kept, PeriodCode("2024"), "mới.xlsx", "2", b"new"))

    assert drawn.loaded(path, lambda kept: load_forms(kept, PERIOD)) == (first, second)
    assert drawn.loaded(path, lambda kept: load_content(kept, second.digest)) == b"new"


def test_receipts_come_back_with_their_bytes(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    sent, typed = drawn.receipt_of("Hội một.xlsx", b"one", date(2023, 12, 1)), drawn.receipt_of("Hội hai.xlsx", b"two")
    first = drawn.written(path, lambda kept: save_receipt(kept, PERIOD, sent, b"one"))
    second = drawn.written(path, lambda kept: save_receipt(kept, PERIOD, typed, b"two", "công văn 12"), "Hoa")

    assert drawn.loaded(path, lambda kept: load_receipts(kept, PERIOD)) == (first, second)
    assert (first.number, first.receipt, first.source, first.revision) == (1, replace(sent, taken_in=LATER), "", SECOND)
    assert (second.source, second.revision.who) == ("công văn 12", "Hoa")
    assert second.receipt == replace(typed, taken_in=LATER, by_hand="công văn 12")
    assert drawn.loaded(path, lambda kept: load_content(kept, sent.digest)) == b"one"


def test_the_same_file_again_is_the_receipt_it_already_has(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    receipt = drawn.receipt_of("Hội một.xlsx", b"one")
    first = drawn.written(path, lambda kept: save_receipt(kept, PERIOD, receipt, b"one"))
    again = drawn.written(path, lambda kept: save_receipt(kept, PERIOD, drawn.receipt_of("khác.xlsx", b"one"), b"one"))
    other = drawn.written(path, lambda kept: save_receipt(kept, PeriodCode("2024"), receipt, b"one"))

    assert again == first
    assert (other.number, other.period) == (2, "2024")
    assert len(list(drawn.loaded(path, lambda kept: tuple(load_digests(kept))))) == 1


def test_a_receipt_of_other_bytes_is_never_saved(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    before = drawn.everything(path)

    with pytest.raises(ValueError, match="Receipt"):
        drawn.written(path, lambda kept: save_receipt(kept, PERIOD, drawn.receipt_of("a.xlsx", b"one"), b"two"))

    assert drawn.everything(path) == before


def test_attachments_consolidations_and_reports_come_back(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    photo = drawn.written(path, lambda kept: save_attachment(kept, PERIOD, "ảnh.jpg", "chụp công văn", b"jpg"))
    figures = drawn.written(path, lambda kept: save_consolidation(kept, PERIOD, Basis("b1"), b"{}"))
    texts = ("Câu có “ngoặc” và\nxuống dòng.", "")
    report = drawn.written(path, lambda kept: save_report(kept, PERIOD, Basis("b1"), "Bao cao.docx", b"docx", texts))

    assert drawn.loaded(path, lambda kept: load_attachments(kept, PERIOD)) == (photo,)
    assert drawn.loaded(path, lambda kept: load_consolidations(kept, PERIOD)) == (figures,)
    assert drawn.loaded(path, lambda kept: load_reports(kept, PERIOD)) == (report,)
    assert (report.texts, report.document, figures.figures) == (texts, digest_of(b"docx"), digest_of(b"{}"))


def test_what_is_of_one_period_is_not_of_another(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    drawn.filled(path)
    other = PeriodCode("2024")

    def of_other(kept: Kept) -> list[tuple[object, ...]]:
        loads = (load_receipts, load_attachments, load_forms, load_consolidations, load_reports, load_decisions)
        return [load(kept, other) for load in loads]

    assert drawn.loaded(path, of_other) == [()] * 6
    assert drawn.loaded(path, lambda kept: load_history(kept, other, Stage.OFFICIAL)) is None


def test_the_newest_figures_of_a_period_and_stage_hold(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    old, new = ((KeptFigure(UnitId("u1"), IndicatorCode("a"), Number(Decimal(amount))),) for amount in (1, 2))
    drawn.written(path, lambda kept: save_history(kept, PERIOD, Stage.AT_MEETING, "một", old))
    official = drawn.written(path, lambda kept: save_history(kept, PERIOD, Stage.OFFICIAL, "hai", old))
    newest = drawn.written(path, lambda kept: save_history(kept, PERIOD, Stage.AT_MEETING, "ba", new))

    assert drawn.loaded(path, lambda kept: load_history(kept, PERIOD, Stage.AT_MEETING)) == newest
    assert drawn.loaded(path, lambda kept: load_unit_history(kept, UnitId("u1"))) == (official, newest)


def test_a_units_history_holds_that_unit_alone(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    figures = tuple(KeptFigure(UnitId(unit), IndicatorCode("a"), Blank()) for unit in ("u1", "u2"))
    saved = drawn.written(path, lambda kept: save_history(kept, PERIOD, Stage.OFFICIAL, "sổ", figures))
    nothing = History(1, PERIOD, Stage.OFFICIAL, "sổ", SECOND, ())

    assert [each.figures for each in drawn.loaded(path, lambda kept: load_unit_history(kept, UnitId("u2")))] == [
        figures[1:]
    ]
    assert drawn.loaded(path, load_histories) == (nothing,)
    assert saved.figures == figures


def test_a_file_that_is_too_large_is_refused_and_nothing_kept(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    content = bytes(LARGEST * 2**20 + 1)

    with pytest.raises(TroubleError) as raised:
        drawn.written(path, lambda kept: save_content(kept, content, "bản quét.pdf"))

    assert raised.value.trouble == TooLargeToKeep("bản quét.pdf", LARGEST)
    assert drawn.loaded(path, lambda kept: tuple(load_digests(kept))) == ()


def test_bytes_that_were_never_kept_are_a_key_error(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)

    with pytest.raises(KeyError):
        drawn.loaded(path, lambda kept: load_content(kept, digest_of(b"never")))


@pytest.mark.parametrize(
    "written_so",
    [
        ("number", "NaN", "exact"),
        ("number", "1E+9999999", "exact"),
        ("number", "1_000", "exact"),
        ("number", "१२", "exact"),
        ("number", "1", "surely"),
        ("ratio", "1/0", "exact"),
        ("ratio", "1", "exact"),
        ("day", "2023-02-30", ""),
        ("guess", "", ""),
    ],
)
def test_a_text_that_is_no_value_is_never_taken_for_one(written_so: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_value(*written_so)


def test_a_name_for_an_empty_period_is_no_decision() -> None:
    with pytest.raises(KeyError):
        read_act("guessed", read("{}"))
    with pytest.raises(KeyError):
        read_act("reopened", read("{}"))
    with pytest.raises(ValueError, match="5"):
        read_act("reopened", read('{"reason": 5}'))
    assert read_act("reopened", read('{"reason": "a"}')) == Reopened("a")


def test_nothing_is_lost_when_a_dossier_is_filled(tmp_path: Path) -> None:
    path = drawn.made(tmp_path)
    drawn.filled(path)

    held = drawn.everything(path)

    assert drawn.seen(path) == 7
    assert [sum(line.startswith(noun) for line in held) for noun in ("Revision", "Decision", "TakenIn", "History")] == [
        7,
        1,
        2,
        1,
    ]
