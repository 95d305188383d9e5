"""This module holds the comments of a report, which say where in the cluster workbook its figures stand."""

from collections.abc import Iterable
from dataclasses import replace

from ccbdesk.engine.drafting.slots import Scene, named
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.model.expression import Expression, Reference, RowReference
from ccbdesk.model.report import Block, Figure, Paragraph, Report

_SHEET_END = "!"


def with_sources(report: Report, scene: Scene) -> Report:
    """Return the report with a comment on every paragraph with figures that the workbook shows."""
    return replace(report, blocks=tuple(_commented(block, scene) for block in report.blocks))


def _commented(block: Block, scene: Scene) -> Block:
    if not isinstance(block, Paragraph):
        return block
    figures = (run.expression for run in block.runs if isinstance(run, Figure))
    found = dict.fromkeys(one for expression in figures for one in _shown(expression, scene))
    return replace(block, comment=_said(found, scene))


def _shown(expression: Expression, scene: Scene) -> tuple[Reference | RowReference, ...]:
    """Return the figures an expression stands on that have a cell of their own."""
    standing = (expression,) if isinstance(expression, RowReference) else references(expression)
    return tuple(one for one in standing if canonical(one) in scene.cells)


def _said(found: Iterable[Reference | RowReference], scene: Scene) -> str:
    """Return the figures and their cells, those of each sheet together."""
    by_sheet: dict[str, list[str]] = {}
    for one in found:
        sheet, _, cell = scene.cells[canonical(one)].rpartition(_SHEET_END)
        by_sheet.setdefault(sheet.strip("'"), []).append(f"{named(one, scene)} {cell}")
    return ". ".join(f"Nguồn (trang {sheet}): {'; '.join(places)}" for sheet, places in by_sheet.items())
