"""What a report needs of a skeleton. This module holds its slots and styles, and the refusal where some lack."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ccbdesk.files.word.appendices import title_style
from ccbdesk.files.word.press import run_style
from ccbdesk.files.word.skeleton import BODY, CHART_STYLE, NOTICE_STYLE, Skeleton, slot_of, style_name
from ccbdesk.files.word.tables import table_styles
from ccbdesk.model.form import Style
from ccbdesk.model.report import Block, Chart, Paragraph, Phrase, Report, Run, Table
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError


def refuse_lacking(skeleton: Skeleton, report: Report) -> None:
    """Stop with SkeletonUnusable, which names all that lacks, where the skeleton cannot take the report."""
    slots = skeleton.slots()
    lacking = [f"<<{slot}>>" for slot in dict.fromkeys(map(slot_of_block, report.blocks)) if slot not in slots]
    lacking += [style for style in dict.fromkeys(_styles_needed(report)) if not skeleton.has_style(style)]
    if lacking:
        raise TroubleError(SkeletonUnusable(path="", lacking="; ".join(lacking)))


def slot_of_block(block: Block) -> str:
    """Return the name of the slot that takes a block."""
    return slot_of(block.style) if isinstance(block, Paragraph) else BODY


def _styles_needed(report: Report) -> Iterator[str]:
    if report.notice:
        yield NOTICE_STYLE
    for block in report.blocks:
        yield from _styles_of(block)
    for appendix in report.appendices:
        for paragraph in appendix.paragraphs:
            yield title_style(paragraph)
            yield from _run_styles(paragraph.runs)
        yield from _styles_of(appendix.table)


def _styles_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            if slot_of(block.style) == BODY:
                yield style_name(block.style)
            yield from _run_styles(block.runs)
        case Table():
            yield from table_styles()
            yield from _run_styles(run for row in block.rows for cell in row for run in cell.runs)
        case Chart():
            yield from (CHART_STYLE, style_name(Style.CHART))
        case _:
            assert_never(block)


def _run_styles(runs: Iterable[Run]) -> Iterator[str]:
    return (run_style(run) for run in runs if not isinstance(run, Phrase))
