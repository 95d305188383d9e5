"""The commands on a dossier. This module holds what each asks of the operations, and what it says about it."""

import argparse
import json
from collections.abc import Callable, Mapping

from ccbdesk.cli import telling, telling_dossier
from ccbdesk.cli.as_json import dumped
from ccbdesk.cli.desk import Desk
from ccbdesk.cli.dossier_arguments import STAGES
from ccbdesk.cli.ending import DONE, day_of, status_of
from ccbdesk.model.decision import Decision, Hand
from ccbdesk.model.period import Milestone
from ccbdesk.operations import decisions
from ccbdesk.operations.amend import write_amendment
from ccbdesk.operations.check import Job
from ccbdesk.operations.close import close
from ccbdesk.operations.compare import compare_held
from ccbdesk.operations.enter import Typed, enter
from ccbdesk.operations.export import export
from ccbdesk.operations.give_back import give_back, giving
from ccbdesk.operations.holding import check_held, hold
from ccbdesk.operations.issue import Signed, issue
from ccbdesk.operations.merge import Wishes, merge_held
from ccbdesk.operations.name_of import unit_named
from ccbdesk.operations.record import Case, Paper, open_case, paper_at
from ccbdesk.operations.remind import remind
from ccbdesk.operations.take_in import begin_period, take_in
from ccbdesk.operations.templates_held import Wanted, write_templates_held
from ccbdesk.wording.comparisons import comparison_lines
from ccbdesk.wording.decisions import other_cut_offs
from ccbdesk.wording.periods import period_name


def merge(asked: argparse.Namespace, job: Job, desk: Desk) -> int:
    """Take the files in, merge what the dossier holds, write workbook and report, and keep them."""
    hand = desk.hand_of(asked.by)
    intake = take_in(asked.dossier, job, hand, desk.reader, desk.tell)
    case = Case(intake.held, check_held(intake.held, intake.beside))
    wishes = Wishes(day_of(asked.date, desk.today), asked.comments, not asked.no_appendix)
    merged = merge_held(case, asked.out, wishes, hand, desk.tell)
    desk.fall_silent()
    if asked.json:
        desk.say([dumped(merged.checked, merged)])
    else:
        desk.say([*telling_dossier.of_intake(intake), *telling.of_merge(merged)])
    return status_of(merged.checked)


def check(asked: argparse.Namespace, job: Job, desk: Desk) -> int:
    """Take the files in and check what the dossier holds."""
    intake = take_in(asked.dossier, job, desk.hand_of(asked.by), desk.reader, desk.tell)
    checked = check_held(intake.held, intake.beside)
    desk.fall_silent()
    if asked.json:
        desk.say([dumped(checked)])
    else:
        desk.say([*telling_dossier.of_intake(intake), *telling.of_check(checked)])
    return status_of(checked)


# -- decisions -----------------------------------------------------------------------------------------------------

Decide = Callable[[argparse.Namespace, Case, Hand], Decision]


def _accept(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.accept(case, asked.finding, asked.reason, hand, is_told=asked.told)


def _correct(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    wish = decisions.PutRight(asked.unit, asked.figure, asked.value, asked.source, asked.plan)
    return decisions.correct(case, wish, hand, _evidence(asked))


def _evidence(asked: argparse.Namespace) -> Paper | None:
    return paper_at(asked.evidence, f"chứng cứ: {asked.source}") if asked.evidence else None


def _correct_row(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    wish = decisions.RowWish(asked.unit, asked.sheet, asked.source, asked.row)
    return decisions.correct_row(case, wish, (asked.column, asked.value), hand, _evidence(asked))


def _add_row(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    cells = tuple((column, value) for column, _, value in (each.partition("=") for each in asked.cells))
    wish = decisions.RowWish(asked.unit, asked.sheet, asked.source)
    return decisions.add_row(case, wish, cells, hand, _evidence(asked))


def _drop_row(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    wish = decisions.RowWish(asked.unit, asked.sheet, asked.source, asked.row)
    return decisions.take_out_row(case, wish, hand, _evidence(asked))


def _answer(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.answer(case, asked.question, asked.choice, hand)


def _set_aside(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.set_aside(case, asked.file, asked.reason, hand)


def _leave_out(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.leave_out(case, asked.unit, asked.reason, hand)


def _date_received(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.date_received(case, asked.file, day_of(asked.day, None), hand)


def _undo(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.undo(case, asked.decision, hand)


def _redo(_asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.redo(case, hand)


def _reopen(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    return decisions.reopen(case, asked.reason, hand)


def _issue(asked: argparse.Namespace, case: Case, hand: Hand) -> Decision:
    signed = Signed(asked.number, day_of(asked.day, None), asked.document, asked.scan)
    return issue(case, signed, hand)


_DECIDE: Mapping[str, Decide] = {
    "accept": _accept,
    "correct": _correct,
    "correct-row": _correct_row,
    "add-row": _add_row,
    "drop-row": _drop_row,
    "answer": _answer,
    "set-aside": _set_aside,
    "leave-out": _leave_out,
    "date-received": _date_received,
    "undo": _undo,
    "redo": _redo,
    "reopen": _reopen,
    "issue": _issue,
}


def _opened(asked: argparse.Namespace, desk: Desk) -> Case:
    return open_case(asked.dossier, asked.period, desk.reader, desk.tell)


def _decided(asked: argparse.Namespace, desk: Desk) -> int:
    case = _opened(asked, desk)
    made = _DECIDE[asked.command](asked, case, desk.hand_of(asked.by))
    desk.fall_silent()
    desk.say([telling_dossier.of_decision(case.held, made)])
    return DONE


def _move(asked: argparse.Namespace, desk: Desk) -> int:
    case, milestone = _opened(asked, desk), Milestone(asked.milestone)
    day = day_of(asked.day, None)
    made = decisions.move(case, milestone, day, desk.hand_of(asked.by))
    desk.fall_silent()
    desk.say([telling_dossier.of_decision(case.held, made)])
    if milestone is Milestone.CUT_OFF:
        desk.say(line for line in [other_cut_offs(telling_dossier.units_closed_otherwise(case, day))] if line)
    return DONE


def _send_back(asked: argparse.Namespace, desk: Desk) -> int:
    case = _opened(asked, desk)
    given = giving(case, asked.unit, desk.today)
    target = asked.out / given.copy_name if asked.out and given.marked else None
    made = give_back(case, given, desk.hand_of(asked.by), target)
    desk.fall_silent()
    desk.say([given.message])
    desk.say([telling_dossier.of_decision(case.held, made)] if made else [])
    if asked.out:
        desk.say([str(target) if target else "Tệp này không phải kiểu .xlsx nên không tô màu, ghi chú được."])
    return DONE


def _enter(asked: argparse.Namespace, desk: Desk) -> int:
    case = _opened(asked, desk)
    unit = enter(case, Typed(asked.file, asked.unit, asked.source), desk.hand_of(asked.by), desk.reader)
    desk.fall_silent()
    desk.say([telling_dossier.of_entry(case.held, unit, asked.source)])
    return DONE


def _attach(asked: argparse.Namespace, desk: Desk) -> int:
    case = _opened(asked, desk)
    attached = decisions.attach(case, paper_at(asked.file, asked.note), desk.hand_of(asked.by))
    desk.fall_silent()
    desk.say([f"Đã lưu kèm tệp “{attached.name}”."])
    return DONE


def _begin(asked: argparse.Namespace, desk: Desk) -> int:
    begun = begin_period(asked.dossier, asked.period, asked.form, desk.hand_of(asked.by), desk.reader)
    desk.fall_silent()
    desk.say([f"Đã lập {period_name(begun)} trong hồ sơ {asked.dossier}."])
    return DONE


def _close(asked: argparse.Namespace, desk: Desk) -> int:
    case = open_case(asked.dossier, asked.period, desk.reader, desk.tell, anew=True)
    made = close(case, desk.hand_of(asked.by), STAGES[asked.stage])
    desk.fall_silent()
    desk.say([telling_dossier.of_decision(case.held, made)])
    return status_of(case.checked)


# -- looking -------------------------------------------------------------------------------------------------------


def _decisions(asked: argparse.Namespace, desk: Desk) -> int:
    held = hold(asked.dossier, asked.period, desk.reader, desk.tell)
    desk.fall_silent()
    if asked.json:
        desk.say([json.dumps(telling_dossier.decisions_as_json(held), ensure_ascii=False, indent=1)])
    else:
        desk.say(telling_dossier.of_decisions(held))
    return DONE


def _compare(asked: argparse.Namespace, desk: Desk) -> int:
    held = hold(asked.dossier, asked.period, desk.reader, desk.tell)
    compared = compare_held(held, unit_named(held.form, asked.unit))
    desk.fall_silent()
    desk.say(comparison_lines(held.form, compared))
    return DONE


def _remind(asked: argparse.Namespace, desk: Desk) -> int:
    reminders = remind(_opened(asked, desk), desk.today)
    desk.fall_silent()
    desk.say([reminders.to_all or "Không còn đơn vị nào phải nhắc."])
    return DONE


def _blank(asked: argparse.Namespace, desk: Desk) -> int:
    case, today = _opened(asked, desk), day_of(asked.date, desk.today)
    only = unit_named(case.held.form, asked.unit) if asked.unit else None
    wanted = Wanted(case.held.period, None, asked.out, only=only)
    paths = write_templates_held(case, wanted, today, desk.reader, desk.tell)
    desk.fall_silent()
    desk.say(str(path) for path in paths)
    return DONE


def _amend(asked: argparse.Namespace, desk: Desk) -> int:
    path = write_amendment(_opened(asked, desk), asked.out, day_of(asked.date, desk.today))
    desk.fall_silent()
    desk.say([f"Trang đính chính: {path}"])
    return DONE


def _export(asked: argparse.Namespace, desk: Desk) -> int:
    index = export(asked.dossier, asked.period, asked.out, desk.reader, desk.tell)
    desk.fall_silent()
    desk.say([f"Gói hồ sơ: {index.parent}", f"Mục lục: {index}"])
    return DONE


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Desk], int]] = {
    **dict.fromkeys(_DECIDE, _decided),
    "begin": _begin,
    "move": _move,
    "send-back": _send_back,
    "enter": _enter,
    "attach": _attach,
    "close": _close,
    "decisions": _decisions,
    "compare": _compare,
    "remind": _remind,
    "blank": _blank,
    "amend": _amend,
    "export": _export,
}
"""Every command whose first word is a dossier."""
