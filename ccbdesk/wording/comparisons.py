"""Two versions of a return beside each other, in Vietnamese. This module holds the lines of both views."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ccbdesk.model.comparison import Change, ComparedCell, Comparison, FigureSpot, RowSpot
from ccbdesk.model.finding import Finding
from ccbdesk.model.form import Form
from ccbdesk.model.origin import Reading, cell_of
from ccbdesk.model.receipt import Receipt
from ccbdesk.model.submission import ListCell
from ccbdesk.vietnamese.numbers.writing import day_in_figures
from ccbdesk.wording.findings import finding_sentence
from ccbdesk.wording.places import label, unit_name

_NOTHING = "để trống"


def comparison_lines(form: Form, comparison: Comparison) -> tuple[str, ...]:
    """Return what a new version changed: its cells, then what was found, then what nobody had asked to be changed."""
    older, newer = _version(comparison.older), _version(comparison.newer)
    changed = [cell for cell in comparison.cells if cell.change is not Change.UNCHANGED]
    same = len(comparison.cells) - len(changed)
    return (
        f"{unit_name(form, comparison.unit)}: {newer} so với {older}. {_counted(changed)}, {same} ô giữ nguyên.",
        *_band("Ô đã đổi", [cell_line(form, cell) for cell in changed]),
        *_findings(form, "Đã sửa xong", comparison.fixed),
        *_findings(form, "Vẫn còn", comparison.still),
        *_findings(form, "Mới có", comparison.new),
        *_band("Đổi mà không có phát hiện nào yêu cầu", [cell_line(form, cell) for cell in comparison.unasked]),
    )


def _version(receipt: Receipt) -> str:
    day = f" (nhận {day_in_figures(receipt.day)})" if receipt.day else ""
    return f"tệp “{receipt.name}”{day}" if receipt.is_file else "số liệu nhập tay"


def _counted(changed: list[ComparedCell]) -> str:
    names = {Change.CHANGED: "ô đổi số", Change.NEW: "ô mới có", Change.GONE: "ô không còn"}
    counts = {change: sum(cell.change is change for cell in changed) for change in names}
    found = [f"{count} {names[change]}" for change, count in counts.items() if count]
    return ", ".join(found) if found else "Không ô nào đổi"


def _findings(form: Form, title: str, findings: Iterable[Finding]) -> Iterator[str]:
    return _band(title, [finding_sentence(form, finding) for finding in findings])


def _band(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title} ({len(lines)}):"
        yield from (f"  {line}" for line in lines)


def cell_line(form: Form, cell: ComparedCell) -> str:
    """Return one cell's line: what it is, what stood there and what stands there now, and where."""
    return f"{spot_words(form, cell.spot)}: {_change(cell)}{_place(cell.new or cell.old)}"


def spot_words(form: Form, spot: FigureSpot | RowSpot) -> str:
    """Return what a compared cell is."""
    match spot:
        case FigureSpot(indicator, is_plan):
            return f"{label(form, indicator)}{' kế hoạch' if is_plan else ''}"
        case RowSpot(sheet, _, column, name):
            heading = next(each.label for each in form.columns_of(sheet) if each.code == column)
            return f"{form.sheet(sheet).name}, dòng “{name}”, “{heading}”"
        case _:
            assert_never(spot)


def _change(cell: ComparedCell) -> str:
    old, new = _typed(cell.old), _typed(cell.new)
    match cell.change:
        case Change.UNCHANGED:
            return f"giữ nguyên {new}"
        case Change.CHANGED:
            return f"{old} → {new}"
        case Change.NEW:
            return f"mới ghi {new}"
        case Change.GONE:
            return f"không còn {old}"
        case _:
            assert_never(cell.change)


def _typed(cell: Reading | ListCell | None) -> str:
    return f"“{cell.as_typed}”" if cell and cell.as_typed else _NOTHING


def _place(cell: Reading | ListCell | None) -> str:
    origin = cell_of(cell.origin) if cell else None
    return f" (trang “{origin.sheet}”, ô {origin.cell})" if origin else ""
