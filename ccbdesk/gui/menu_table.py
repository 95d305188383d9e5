"""What stands in the menus. This module holds the table of all actions with their words, keys and needs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ccbdesk.gui.menus import LINE, Item, Needs, Part
from ccbdesk.gui.pages.page import Command
from ccbdesk.gui.workbench import STEPS
from ccbdesk.service.pictures import Step

if TYPE_CHECKING:
    from ccbdesk.gui.main_window import MainWindow

_LETTERS = {
    Step.RECEIVING: "&Nhận tệp",
    Step.CHECKING: "&Kiểm tra",
    Step.MERGING: "&Tổng hợp",
    Step.REPORTING: "&Báo cáo",
}


def parts_of(window: "MainWindow") -> Sequence[Part]:
    """Return the menus of the window, with what each line does there."""
    return (
        Part("&Tệp", _files(window)),
        Part("&Sửa", _edits(window)),
        Part("&Kỳ báo cáo", _periods(window)),
        Part("&Xem", _views(window)),
        Part("Trợ &giúp", _helps(window)),
    )


def _files(window: "MainWindow") -> Sequence[Item | None]:
    return (
        Item("choose", "&Nhận tệp…", window.choose_files, ("Ctrl+O",)),
        Item("new", "&Lập kỳ báo cáo…", window.moves.begin_period, ("Ctrl+N",)),
        Item("open", "&Mở hồ sơ đã lưu…", window.browse, ("Ctrl+Shift+O",)),
        Item("shelf", "&Các kỳ báo cáo", window.put_away, needs=Needs.DESK),
        LINE,
        Item("found", "Lập Cụm mớ&i…", window.forms.found),
        Item("propose", "Lập bộ biểu mẫu &từ tệp mẫu đang dùng…", window.forms.propose),
        LINE,
        Item("save", "Lưu &báo cáo Word…", _at(window, Step.REPORTING, Command.SAVE_REPORT), ("Ctrl+S",), Needs.DESK),
        Item("folder", "Mở thư mục &kết quả", _at(window, Step.MERGING, Command.OPEN_FOLDER), ("Ctrl+E",), Needs.DESK),
        Item("export", "&Xuất gói hồ sơ…", window.moves.export, needs=Needs.DESK),
        LINE,
        Item("quit", "Th&oát", window.leave, ("Ctrl+Q",)),
    )


def _edits(window: "MainWindow") -> Sequence[Item | None]:
    return (
        Item("undo", "&Hoàn tác", window.undo, ("Ctrl+Z",), Needs.UNDO),
        Item("redo", "&Làm lại", window.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), Needs.REDO),
        Item("decisions", "&Sổ việc đã làm…", window.moves.show_decisions, needs=Needs.DESK),
        LINE,
        Item("search", "&Tìm số liệu…", window.search, ("Ctrl+F",), Needs.DESK),
    )


def _periods(window: "MainWindow") -> Sequence[Item | None]:
    moves = window.moves
    return (
        Item("change", "Đổi &kỳ…", window.show_periods, needs=Needs.DESK),
        Item("days", "Các &ngày của kỳ…", moves.set_days, needs=Needs.OPEN),
        Item("own", "&Phiếu kỳ của Cụm…", _at(window, Step.RECEIVING, Command.OWN_SHEET), needs=Needs.OPEN),
        Item("form", "Bộ biểu mẫ&u…", window.forms.work_on, needs=Needs.DESK),
        LINE,
        Item("templates", "Tạo &biểu mẫu gửi các đơn vị…", moves.write_templates, needs=Needs.DESK),
        Item("remind", "&Soạn lời nhắc…", _at(window, Step.RECEIVING, Command.REMIND), needs=Needs.DESK),
        Item("merge", "&Tổng hợp", _at(window, Step.MERGING, Command.MERGE), ("F9",), Needs.DESK),
        LINE,
        Item("close", "&Chốt sổ…", moves.close_period, needs=Needs.OPEN),
        Item("issue", "&Ghi nhận đã ban hành…", moves.issue, needs=Needs.DESK),
        Item("reopen", "&Mở lại kỳ…", moves.reopen_period, needs=Needs.CLOSED),
    )


def _views(window: "MainWindow") -> Sequence[Item | None]:
    steps = [
        Item(step.value, _LETTERS[step], _to(window, step), (f"Ctrl+{number}",), Needs.DESK)
        for number, step in enumerate(STEPS, start=1)
    ]
    return (
        *steps,
        LINE,
        Item("larger", "Chữ t&o hơn", window.enlarge, ("Ctrl++", "Ctrl+=")),
        Item("smaller", "Chữ nhỏ &hơn", window.reduce, ("Ctrl+-",)),
        Item("usual", "&Cỡ chữ thường", window.reset_size, ("Ctrl+0",)),
        LINE,
        Item("contrast", "Tương &phản cao", window.toggle_contrast, is_checkable=True),
    )


def _helps(window: "MainWindow") -> Sequence[Item | None]:
    return (
        Item("guide", "&Hướng dẫn", window.moves.show_guide, ("F1",)),
        Item("keys", "&Phím tắt", window.moves.show_keys, ("Ctrl+F1",)),
        Item("about", "&Giới thiệu", window.moves.show_about),
    )


def _at(window: "MainWindow", step: Step, command: Command) -> Callable[[], None]:
    return lambda: window.command(step, command)


def _to(window: "MainWindow", step: Step) -> Callable[[], None]:
    return lambda: window.go(step)
