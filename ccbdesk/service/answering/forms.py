"""Requests about forms. This module holds how each is answered."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ccbdesk import resources
from ccbdesk.model.proposal import Certainty
from ccbdesk.operations.check import Job
from ccbdesk.operations.copy_form import copy_form
from ccbdesk.operations.open_form import lint_form
from ccbdesk.operations.propose_form import write_proposed_form
from ccbdesk.operations.take_in import take_in
from ccbdesk.service.answering.desk import desk_of
from ccbdesk.service.bench import Bench
from ccbdesk.service.pictures.desk import Desk
from ccbdesk.service.pictures.forms import FormPicture, Foundations, ProposedPicture
from ccbdesk.service.requests import forms as asked
from ccbdesk.wording.forms import form_words, mistakes_words
from ccbdesk.wording.mistakes import mistake_sentence


def _foundations(_request: asked.ShowFoundations, bench: Bench) -> Foundations:
    from ccbdesk.operations.new_cluster import provinces_now  # noqa: PLC0415 - it brings openpyxl, which is seldom needed

    forms = (lint_form(str(path), bench.reader) for path in resources.forms())
    named = tuple((str(each.form.id), each.form.cluster.name) for each in forms if each.form)
    return Foundations(named, tuple((each.kind, each.name) for each in provinces_now(bench.clock().date())))


def _found(request: asked.Found, bench: Bench) -> FormPicture:
    from ccbdesk.operations.new_cluster import Wish, found_cluster  # noqa: PLC0415 - as above

    wish = Wish(request.form, request.name, request.members)
    return _form(found_cluster(wish, request.folder, bench.clock().date(), bench.reader).path, bench)


def _copy(request: asked.CopyForm, bench: Bench) -> FormPicture:
    return _form(copy_form(bench.case(request.table).held, request.folder), bench)


def _read(request: asked.ReadForm, bench: Bench) -> FormPicture:
    return _form(Path(request.form), bench)


def _form(path: Path, bench: Bench) -> FormPicture:
    opened = lint_form(str(path), bench.reader)
    if opened.form is None:
        mistakes = tuple(map(mistake_sentence, opened.mistakes))
        return FormPicture(opened.path, mistakes_words(len(mistakes), opened.path.name), mistakes)
    members = tuple(unit.short_name for unit in opened.form.units)
    return FormPicture(opened.path, form_words(opened.form), members=members)


def _use(request: asked.UseForm, bench: Bench) -> Desk:
    table = request.table
    take_in(table.dossier, Job((), str(request.form), table.period), bench.hand, bench.reader, bench.tell)
    return desk_of(table, bench, f"Đã dùng bộ biểu mẫu “{request.form.name}” cho kỳ này.")


def _propose(request: asked.ProposeForm, bench: Bench) -> ProposedPicture:
    proposed = write_proposed_form(request.template, request.folder, bench.clock().date(), bench.reader)
    to_do, to_see = proposed.count(Certainty.UNKNOWN), proposed.count(Certainty.DOUBTFUL)
    return ProposedPicture(
        proposed.path,
        (
            f"Đã đề xuất bộ biểu mẫu từ “{request.template.name}”.",
            f"Có {to_do} việc phải làm và {to_see} chỗ nên xem, ghi ở trang đầu của bộ biểu mẫu.",
        ),
    )


ANSWERS: Mapping[type, Callable[[Any, Bench], object]] = {
    asked.ShowFoundations: _foundations,
    asked.Found: _found,
    asked.CopyForm: _copy,
    asked.ReadForm: _read,
    asked.UseForm: _use,
    asked.ProposeForm: _propose,
}
"""What answers each request about forms."""
