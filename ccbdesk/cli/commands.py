"""The commands. This module holds what each does with its arguments, and the exit status it ends with.

0: done. 1: done, but something is missing or unanswered. 2: could not be done; one sentence on standard error."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from ccbdesk import resources
from ccbdesk.cli import dossier, telling
from ccbdesk.cli.arguments import COULD_NOT, parser
from ccbdesk.cli.as_json import dumped
from ccbdesk.cli.desk import Desk
from ccbdesk.cli.ending import DONE, SOMETHING_MISSING, day_of, status_of
from ccbdesk.cli.telling_demo import of_trial
from ccbdesk.files.excel.reading import Reader
from ccbdesk.model.decision import Hand
from ccbdesk.model.expression import When
from ccbdesk.model.form import Form
from ccbdesk.model.mistake import FormMistake
from ccbdesk.model.origin import QuestionId
from ccbdesk.model.period import Period, period_of
from ccbdesk.model.proposal import Certainty
from ccbdesk.model.question import Answers
from ccbdesk.model.trouble import AnswersUnusable, Interrupted, NoPeriod, NothingThere, TroubleError
from ccbdesk.operations.check import Job, check_files
from ccbdesk.operations.clean import write_clean_copy
from ccbdesk.operations.confirm import write_confirmations
from ccbdesk.operations.demo import try_sample
from ccbdesk.operations.dossier_past import NO_PAST, bases_in, past_in, shown_figures
from ccbdesk.operations.earlier import Earlier, earlier_figures
from ccbdesk.operations.forward import ForwardJob, pass_on
from ccbdesk.operations.letter import LetterJob, write_letter
from ccbdesk.operations.merge import Wishes, merge_files
from ccbdesk.operations.open_form import lint_form, open_form_at
from ccbdesk.operations.own_sheet import open_own_sheet
from ccbdesk.operations.predecessors import proposed_predecessors
from ccbdesk.operations.propose_form import write_proposed_form
from ccbdesk.operations.record import ObjectionError
from ccbdesk.operations.templates import TemplateJob, write_templates
from ccbdesk.operations.trace import open_output, trace
from ccbdesk.wording.forms import form_words, mistakes_words
from ccbdesk.wording.mistakes import mistake_sentence
from ccbdesk.wording.objections import objection_sentence
from ccbdesk.wording.trouble import trouble_sentence


def run(arguments: list[str], hand: Hand, out: TextIO, aside: TextIO) -> int:
    """Run one command and return its exit status; whatever the world does to it becomes one Vietnamese sentence.

    ``hand`` is who works here, and when."""
    asked = parser().parse_args(arguments)
    with Reader() as reader:
        desk = Desk(reader, hand, out, aside)
        try:
            return _COMMANDS[asked.command](asked, desk)
        except ObjectionError as error:
            desk.fall_silent()
            aside.write(f"{objection_sentence(error.form, error.objection)}\n")
        except TroubleError as error:
            desk.fall_silent()
            aside.write(f"{trouble_sentence(error.trouble)}\n")
        except KeyboardInterrupt:
            desk.fall_silent()
            aside.write(f"{trouble_sentence(Interrupted())}\n")
    return COULD_NOT


def _demo(asked: argparse.Namespace, desk: Desk) -> int:
    folders = [folder for folder in resources.samples() if asked.cluster in ("", folder.name)]
    if not folders:
        raise TroubleError(NothingThere(asked.cluster or "sample_workbooks"))
    status = DONE
    for folder in folders:
        tried = try_sample(folder, asked.out / folder.name, desk.hand, desk.reader, desk.tell)
        desk.fall_silent()
        desk.say(of_trial(tried, folder))
        status = max(status, status_of(tried.merged.checked))
    return status


def _merge(asked: argparse.Namespace, desk: Desk) -> int:
    if asked.dossier:
        return dossier.merge(asked, _job(asked), desk)
    wishes = Wishes(day_of(asked.date, desk.today), asked.comments, not asked.no_appendix)
    merged = merge_files(_job(asked), asked.out, wishes, desk.reader, desk.tell)
    desk.fall_silent()
    if asked.json:
        desk.say([dumped(merged.checked, merged)])
    else:
        desk.say(telling.of_merge(merged))
    return status_of(merged.checked)


def _check(asked: argparse.Namespace, desk: Desk) -> int:
    if asked.dossier:
        return dossier.check(asked, _job(asked), desk)
    checked = check_files(_job(asked), desk.reader, desk.tell)
    desk.fall_silent()
    desk.say([dumped(checked)] if asked.json else telling.of_check(checked))
    return status_of(checked)


def _trace(asked: argparse.Namespace, desk: Desk) -> int:
    desk.say(telling.of_trace(trace(open_output(asked.out, desk.reader), asked.figure)))
    return DONE


def _templates(asked: argparse.Namespace, desk: Desk) -> int:
    form, home = open_form_at(asked.form, desk.reader)
    period, today = _period(asked.period), day_of(asked.date, desk.today)
    past = past_in(asked.dossier, period, desk.reader, desk.tell) if asked.dossier else NO_PAST
    own = open_own_sheet(form, period, asked.own, desk.reader, desk.tell, past=past)
    cut_off = day_of(asked.cut_off, None) if asked.cut_off else own.cut_off
    bases = bases_in(form, period, past)
    earlier: Earlier = shown_figures(form, bases, When.PREVIOUS)
    if asked.earlier:
        earlier = earlier_figures(asked.earlier, desk.reader)
    last_year = shown_figures(form, bases, When.LAST_YEAR)
    job = TemplateJob(form, period, cut_off, asked.out, earlier, asked.common, home, last_year, bases)
    letter = LetterJob(own, cut_off, asked.out)
    paths = (*write_templates(job, today, desk.tell), *write_letter(letter, today, desk.tell))
    desk.fall_silent()
    desk.say(str(path) for path in paths)
    return DONE


def _form(asked: argparse.Namespace, desk: Desk) -> int:
    if bool(asked.form) == bool(asked.source) or bool(asked.source) != bool(asked.out):
        parser().error("")
    return _propose(asked, desk) if asked.source else _lint(asked, desk)


def _propose(asked: argparse.Namespace, desk: Desk) -> int:
    proposed = write_proposed_form(asked.source, asked.out, day_of(asked.date, desk.today), desk.reader)
    desk.say(telling.of_proposal(proposed))
    return DONE if not proposed.count(Certainty.UNKNOWN) else SOMETHING_MISSING


def _lint(asked: argparse.Namespace, desk: Desk) -> int:
    opened = lint_form(asked.form, desk.reader)
    return _tell_form(opened.form, opened.mistakes, opened.path, desk)


def _tell_form(form: Form | None, mistakes: Sequence[FormMistake], path: Path, desk: Desk) -> int:
    """Tell what a form holds, or every mistake its author made."""
    if form is not None:
        desk.say([form_words(form)])
        desk.say(telling.of_predecessors(form, proposed_predecessors(form)))
        return DONE
    desk.say(mistake_sentence(mistake) for mistake in mistakes)
    desk.say([mistakes_words(len(mistakes), path.name)])
    return SOMETHING_MISSING


def _confirm(asked: argparse.Namespace, desk: Desk) -> int:
    today = day_of(asked.date, desk.today)
    paths = write_confirmations(_job(asked), asked.out, today, desk.reader, desk.tell)
    desk.fall_silent()
    desk.say(str(path) for path in paths)
    return DONE


def _forward(asked: argparse.Namespace, desk: Desk) -> int:
    job = ForwardJob(_job(asked), asked.into, asked.above, asked.out, day_of(asked.date, desk.today))
    passed = pass_on(job, desk.reader, desk.tell)
    desk.fall_silent()
    desk.say(telling.of_forward(passed))
    return SOMETHING_MISSING if passed.forwarded.held else status_of(passed.checked)


def _clean(asked: argparse.Namespace, desk: Desk) -> int:
    desk.say([str(write_clean_copy(asked.report, asked.out))])
    return DONE


def _cluster(asked: argparse.Namespace, desk: Desk) -> int:
    # It brings openpyxl too.
    from ccbdesk.operations.new_cluster import Wish, found_cluster  # noqa: PLC0415 - as in _quick

    members = tuple(each.strip() for each in asked.members.split(";") if each.strip())
    wish = Wish(asked.form, asked.name, members, asked.short_name)
    founded = found_cluster(wish, asked.out, day_of(asked.date, desk.today), desk.reader)
    desk.say([str(founded.path)])
    return _tell_form(founded.form, founded.mistakes, founded.path, desk)


def _quick(asked: argparse.Namespace, desk: Desk) -> int:
    # It brings openpyxl, an eighth of a second that no other command needs.
    from ccbdesk.operations.quick_form import write_quick_form  # noqa: PLC0415 - as the line above says

    codes = tuple(code.strip() for code in asked.figures.split(",") if code.strip())
    quick = write_quick_form(asked.form, codes, asked.out, day_of(asked.date, desk.today), desk.reader)
    desk.say([form_words(quick.form), str(quick.path)])
    return DONE


_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Desk], int]] = {
    "demo": _demo,
    "merge": _merge,
    "check": _check,
    "trace": _trace,
    "templates": _templates,
    "form": _form,
    "confirm": _confirm,
    "quick": _quick,
    "cluster": _cluster,
    "clean": _clean,
    "forward": _forward,
    **dossier.COMMANDS,
}


def _job(asked: argparse.Namespace) -> Job:
    """A dossier keeps answers itself; without one there is nothing to check but the files."""
    held = getattr(asked, "dossier", None)
    if (held and asked.answers) or not (held or asked.files):
        parser().error("")
    answers = _answers(asked.answers) if asked.answers else {}
    return Job(tuple(asked.files), asked.form, asked.period, answers, str(asked.answers or ""), tuple(asked.earlier))


def _answers(path: Path) -> Answers:
    try:
        read = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise TroubleError(AnswersUnusable(str(path), "", "")) from error
    if not isinstance(read, dict):
        raise TroubleError(AnswersUnusable(str(path), "", ""))
    return {QuestionId(str(question)): str(choice) for question, choice in read.items()}


def _period(code: str) -> Period:
    period = period_of(code)
    if period is None:
        raise TroubleError(NoPeriod(code))
    return period
