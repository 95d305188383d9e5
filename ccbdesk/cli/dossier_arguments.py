"""The words of the commands on a dossier. This module holds each with its arguments, described in Vietnamese."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path

from ccbdesk.model.history import Stage
from ccbdesk.model.period import Milestone

Add = Callable[[ArgumentParser], None]

STAGES = {"meeting": Stage.AT_MEETING, "official": Stage.OFFICIAL}


def _finding(command: ArgumentParser) -> None:
    command.add_argument("finding", metavar="PHÁT_HIỆN", help="mã phát hiện in ra khi kiểm tra, ví dụ M02-3fa9c1")


def _unit(command: ArgumentParser) -> None:
    command.add_argument("unit", metavar="ĐƠN_VỊ", help="mã hoặc tên đơn vị; cum là Phiếu kỳ của Cụm")


def _kept_file(command: ArgumentParser) -> None:
    command.add_argument("file", metavar="TỆP", help="tên tệp đã nhận, hoặc những chữ đầu của mã tệp")


def _file_at(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp trong máy")


def _day(command: ArgumentParser) -> None:
    command.add_argument("day", metavar="NGÀY", help="ngày, kiểu 2023-10-10")


def _reason(command: ArgumentParser) -> None:
    command.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do, để người sau biết vì sao")


def _source(command: ArgumentParser) -> None:
    command.add_argument("--source", required=True, metavar="NGUỒN", help="theo ai, theo văn bản nào")


def _out(command: ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi")


def _told(command: ArgumentParser) -> None:
    command.add_argument("--told", action="store_true", help="ghi lý do vào báo cáo")


def _correction(command: ArgumentParser) -> None:
    command.add_argument("figure", metavar="SỐ_LIỆU", help="mã số liệu")
    command.add_argument("value", metavar="SỐ", help="số đúng, ghi như trong biểu")
    command.add_argument("--plan", action="store_true", help="sửa số kế hoạch")


def _list(command: ArgumentParser) -> None:
    command.add_argument("sheet", metavar="BIỂU", help="mã hoặc tên trang của danh sách")


def _row(command: ArgumentParser) -> None:
    command.add_argument("row", metavar="DÒNG", help="số thứ tự của dòng trong danh sách của đơn vị, hoặc tên dòng")


def _cell(command: ArgumentParser) -> None:
    command.add_argument("column", metavar="CỘT", help="mã hoặc tên cột")
    command.add_argument("value", metavar="SỐ", help="số hoặc chữ đúng, ghi như trong biểu")


def _cells(command: ArgumentParser) -> None:
    command.add_argument("cells", nargs="+", metavar="CỘT=SỐ", help="cột và nội dung, ví dụ so_ho=12")


def _evidence(command: ArgumentParser) -> None:
    command.add_argument("--evidence", type=Path, metavar="TỆP", help="ảnh, bản quét, văn bản làm chứng cứ")


def _answer(command: ArgumentParser) -> None:
    command.add_argument("question", metavar="CÂU_HỎI", help="mã câu hỏi in ra khi kiểm tra")
    command.add_argument("choice", metavar="LỰA_CHỌN", help="một trong các lựa chọn của câu hỏi")


def _milestone(command: ArgumentParser) -> None:
    names = tuple(each.value for each in Milestone)
    command.add_argument(
        "milestone", choices=names, metavar="MỐC", help="cut-off: chốt số liệu; deadline: hạn gửi; meeting: họp"
    )


def _whose(command: ArgumentParser) -> None:
    command.add_argument("--unit", required=True, metavar="ĐƠN_VỊ", help="mã hoặc tên đơn vị được nhập thay")


def _note(command: ArgumentParser) -> None:
    command.add_argument("--note", default="", metavar="GHI_CHÚ", help="tệp ấy là gì")


def _number(command: ArgumentParser) -> None:
    command.add_argument("decision", nargs="?", type=int, metavar="SỐ", help="số của việc; mặc định việc cuối cùng")


def _stage(command: ArgumentParser) -> None:
    command.add_argument(
        "--stage",
        choices=tuple(STAGES),
        default="official",
        metavar="LOẠI",
        help="số tại hội nghị (meeting) hay chính thức (official, mặc định)",
    )


def _signed(command: ArgumentParser) -> None:
    command.add_argument("--number", required=True, metavar="SỐ", help="số, ký hiệu của báo cáo")
    command.add_argument("--day", required=True, metavar="NGÀY", help="ngày ban hành, kiểu 2023-12-20")
    command.add_argument("--document", type=Path, required=True, metavar="TỆP", help="bản báo cáo cuối cùng")
    command.add_argument("--scan", type=Path, metavar="TỆP", help="bản quét có chữ ký, dấu")


def _date(command: ArgumentParser) -> None:
    command.add_argument("--date", metavar="NGÀY", default="", help="ngày ghi trong tệp; mặc định hôm nay")


def _json(command: ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")


def _marked_copy(command: ArgumentParser) -> None:
    command.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi bản sao có tô màu, ghi chú")


def _unit_or_all(command: ArgumentParser) -> None:
    command.add_argument("unit", nargs="?", default="", metavar="ĐƠN_VỊ", help="chỉ một đơn vị; mặc định mọi đơn vị")


def _form(command: ArgumentParser) -> None:
    command.add_argument("--form", default="", metavar="BỘ", help="bộ biểu mẫu; mặc định bộ đang dùng trong hồ sơ")


WRITING: Mapping[str, tuple[str, tuple[Add, ...]]] = {
    "begin": ("lập một kỳ mới khi chưa có tệp nào, chưa có hồ sơ thì lập hồ sơ", (_form,)),
    "accept": ("chấp nhận một cảnh báo, có lý do", (_finding, _reason, _told)),
    "correct": ("sửa một số hoặc nhập tay một số, có nguồn", (_unit, _correction, _source, _evidence)),
    "correct-row": ("sửa một ô của một dòng trong danh sách", (_unit, _list, _row, _cell, _source, _evidence)),
    "add-row": ("nhập tay một dòng vào danh sách", (_unit, _list, _cells, _source, _evidence)),
    "drop-row": ("bỏ một dòng của danh sách, không tính", (_unit, _list, _row, _source, _evidence)),
    "answer": ("trả lời một câu hỏi", (_answer,)),
    "set-aside": ("không dùng một tệp đã nhận; tệp vẫn được giữ", (_kept_file, _reason)),
    "send-back": ("trả lại tệp để đơn vị sửa: in lời nhắn, ghi bản sao có ghi chú", (_unit, _marked_copy)),
    "leave-out": ("bỏ một đơn vị ra khỏi kỳ", (_unit, _reason)),
    "date-received": ("ghi ngày thực nhận của một tệp", (_kept_file, _day)),
    "move": ("đổi ngày chốt số liệu, hạn gửi hoặc ngày họp", (_milestone, _day)),
    "enter": ("nhập thay: nhận biểu mẫu do văn phòng điền hộ đơn vị", (_file_at, _whose, _source)),
    "attach": ("lưu kèm ảnh, bản quét, văn bản", (_file_at, _note)),
    "undo": ("hủy việc vừa làm", (_number,)),
    "redo": ("làm lại việc vừa hủy", ()),
    "close": ("chốt sổ kỳ báo cáo", (_stage,)),
    "reopen": ("mở lại kỳ đã chốt sổ", (_reason,)),
    "issue": ("ghi nhận báo cáo đã ban hành", (_signed,)),
}
"""The commands that write to a dossier: what each does, and its arguments behind the dossier's name."""

READING: Mapping[str, tuple[str, tuple[Add, ...]]] = {
    "decisions": ("xem những việc đã quyết định", (_json,)),
    "compare": ("so sánh hai tệp cuối của một đơn vị", (_unit,)),
    "remind": ("soạn lời nhắc các đơn vị chưa gửi báo cáo", ()),
    "blank": ("lập biểu mẫu trắng của các đơn vị hoặc của một đơn vị", (_unit_or_all, _out, _date)),
    "export": ("xuất gói hồ sơ: một thư mục đọc được không cần chương trình", (_out,)),
    "amend": ("lập trang đính chính báo cáo đã ban hành", (_out, _date)),
}
"""The commands that only read one."""


def add_dossier_commands(command: Callable[[str, str], ArgumentParser]) -> None:
    """Add every command on a dossier; ``command`` makes one of a name and what it does."""
    for name, (help, added) in {**WRITING, **READING}.items():
        made = command(name, help)
        made.add_argument("dossier", type=Path, metavar="HỒ_SƠ", help="hồ sơ Cụm (.ccbdesk)")
        for add in added:
            add(made)
        add_period(made)
        if name in WRITING:
            add_hand(made)


def add_period(command: ArgumentParser) -> None:
    """Add the period, which need not be said where a dossier holds one only."""
    command.add_argument("--period", metavar="KỲ", default="", help="kỳ báo cáo, khi hồ sơ có nhiều kỳ")


def add_hand(command: ArgumentParser) -> None:
    """Add who decides."""
    command.add_argument("--by", metavar="TÊN", default="", help="người quyết định; mặc định tên đăng nhập máy")
