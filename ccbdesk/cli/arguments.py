"""The words of the command line. This module holds every command with its arguments, described in Vietnamese."""

import argparse
from functools import partial
from pathlib import Path
from typing import NoReturn

from ccbdesk.cli.dossier_arguments import add_dossier_commands, add_hand

COULD_NOT = 2
_USAGE = "Cách dùng: "


class Parser(argparse.ArgumentParser):
    """Speaks Vietnamese, its complaints included."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and leave with status 2; argparse's own English is left out."""
        del message
        self.exit(COULD_NOT, f"{self.format_usage()}Lệnh ghi chưa đúng. Xem cách dùng ở trên hoặc thêm -h.\n")

    def format_usage(self) -> str:
        """Return the usage with its head in Vietnamese."""
        return super().format_usage().replace("usage: ", _USAGE, 1)

    def format_help(self) -> str:
        """Return the help with its heads in Vietnamese."""
        heads = {"usage: ": _USAGE, "positional arguments:": "Phần phải ghi:", "options:": "Tùy chọn:"}
        text = super().format_help()
        for english, vietnamese in heads.items():
            text = text.replace(english, vietnamese, 1)
        return text


def parser() -> Parser:
    """Return the whole command line."""
    root = Parser(prog="ccbdesk", description="Tổng hợp báo cáo của các đơn vị trong cụm thi đua.", add_help=False)
    _add_help(root)
    commands = root.add_subparsers(dest="command", metavar="LỆNH", required=True, parser_class=Parser)
    _add_demo(_command(commands, "demo", "chạy trọn việc tổng hợp trên số liệu mẫu"))
    _add_merge(_command(commands, "merge", "nhận, kiểm tra, tổng hợp, ghi sổ và báo cáo"))
    _add_check(_command(commands, "check", "nhận và kiểm tra, không lập sổ, báo cáo"))
    _add_trace(_command(commands, "trace", "xem một số liệu lấy từ những ô nào"))
    _add_templates(_command(commands, "templates", "lập biểu mẫu gửi các đơn vị"))
    _add_form(_command(commands, "form", "soát bộ biểu mẫu, hoặc đề xuất bộ biểu mẫu từ tệp mẫu có sẵn"))
    _add_confirm(_command(commands, "confirm", "lập phiếu xác nhận số liệu của từng đơn vị"))
    _add_quick(_command(commands, "quick", "lập bộ biểu mẫu báo cáo nhanh từ vài số liệu"))
    _add_cluster(_command(commands, "cluster", "lập bộ biểu mẫu cho một Cụm khác theo bộ có sẵn"))
    _add_forward(_command(commands, "forward", "ghi số của Cụm vào biểu mẫu cấp trên đã gửi"))
    _add_clean(_command(commands, "clean", "lập bản sạch của báo cáo để ký, gửi"))
    add_dossier_commands(partial(_command, commands))
    return root


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, help: str) -> Parser:
    command = commands.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.", add_help=False)
    _add_help(command)
    return command


def _add_help(command: Parser) -> None:
    command.add_argument("-h", "--help", action="help", help="xem cách dùng")


def _add_demo(command: Parser) -> None:
    command.add_argument("--cluster", metavar="MÃ", default="", help="chỉ một bộ mẫu, ví dụ tên thư mục của nó")
    command.add_argument("--out", type=Path, metavar="THƯ_MỤC", default=Path("build/demo"), help="nơi ghi kết quả")


def _add_files(command: Parser, *, may_be_kept: bool = False) -> None:
    nargs = "*" if may_be_kept else "+"
    command.add_argument("files", nargs=nargs, type=Path, metavar="TỆP", help="tệp hoặc thư mục các tệp đã nhận")
    command.add_argument("--form", metavar="BỘ_MẪU", default="", help="bộ biểu mẫu: tên hoặc tệp .xlsx")
    command.add_argument("--period", metavar="KỲ", default="", help="kỳ báo cáo: 2023, 2024-6t, 2024-9t, 2024-q1")
    command.add_argument("--answers", type=Path, metavar="TỆP", help="trả lời các câu hỏi (JSON: mã câu hỏi, lựa chọn)")
    command.add_argument(
        "--earlier",
        type=Path,
        action="append",
        default=[],
        metavar="TỆP",
        help="số liệu kỳ trước để so sánh: thư mục kết quả, sổ tổng hợp hoặc bảng .xlsx, .csv; ghi được nhiều lần",
    )
    command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    if may_be_kept:
        command.add_argument(
            "--dossier", type=Path, metavar="HỒ_SƠ", help="hồ sơ Cụm (.ccbdesk): nhận tệp vào đó, lập mới nếu chưa có"
        )
        add_hand(command)


def _add_merge(command: Parser) -> None:
    _add_files(command, may_be_kept=True)
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi sổ và báo cáo")
    command.add_argument("--comments", action="store_true", help="ghi bên lề báo cáo từng số lấy ở ô nào")
    command.add_argument("--no-appendix", action="store_true", help="báo cáo không kèm phụ lục")
    _add_date(command)


def _add_check(command: Parser) -> None:
    _add_files(command, may_be_kept=True)


def _add_trace(command: Parser) -> None:
    command.add_argument("out", type=Path, metavar="KẾT_QUẢ", help="thư mục kết quả hoặc sổ tổng hợp")
    command.add_argument("figure", metavar="SỐ_LIỆU", help="mã số liệu, ví dụ ma_so hoặc ma_so@don_vi")


def _add_templates(command: Parser) -> None:
    command.add_argument("form", metavar="BỘ_MẪU", help="bộ biểu mẫu: tên hoặc tệp .xlsx")
    command.add_argument("--period", required=True, metavar="KỲ", help="kỳ báo cáo: 2023, 2024-6t, 2024-9t, 2024-q1")
    command.add_argument("--cut-off", metavar="NGÀY", default="", help="ngày chốt số liệu, kiểu 2023-09-30")
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi các biểu mẫu")
    command.add_argument("--own", type=Path, metavar="TỆP", help="Phiếu kỳ của Cụm đã ghi, để lập thư và lời nhắn")
    command.add_argument("--earlier", type=Path, metavar="KẾT_QUẢ", help="sổ tổng hợp kỳ trước, để ghi số bên cạnh")
    command.add_argument("--dossier", type=Path, metavar="HỒ_SƠ", help="hồ sơ Cụm: số kỳ trước, năm trước, ngày đã đổi")
    command.add_argument("--common", action="store_true", help="một biểu mẫu chung, đơn vị tự chọn tên")
    _add_date(command)


def _add_form(command: Parser) -> None:
    command.add_argument("form", metavar="BỘ_MẪU", nargs="?", default="", help="bộ biểu mẫu: tên hoặc tệp .xlsx")
    command.add_argument(
        "--from", dest="source", type=Path, metavar="TỆP_MẪU", help="tệp mẫu .xlsx có sẵn, để đề xuất bộ biểu mẫu"
    )
    command.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi bộ biểu mẫu đề xuất")
    _add_date(command)


def _add_confirm(command: Parser) -> None:
    _add_files(command)
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi các phiếu")
    _add_date(command)


def _add_cluster(command: Parser) -> None:
    command.add_argument("form", metavar="BỘ", help="bộ biểu mẫu có sẵn để làm theo")
    command.add_argument("--name", required=True, metavar="TÊN", help="tên Cụm, ví dụ “Cụm thi đua số 5, Hội …”")
    command.add_argument("--short-name", default="", metavar="TÊN", help="tên gọi tắt; mặc định phần trước dấu phẩy")
    command.add_argument("--members", required=True, metavar="TÊN;TÊN", help="tên các đơn vị, cách nhau bằng dấu ;")
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi bộ biểu mẫu mới")
    _add_date(command)


def _add_quick(command: Parser) -> None:
    command.add_argument("form", metavar="BỘ_MẪU", help="bộ biểu mẫu: tên hoặc tệp .xlsx")
    command.add_argument("--figures", required=True, metavar="MÃ,MÃ", help="mã các số liệu, cách nhau bằng dấu phẩy")
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi bộ biểu mẫu nhanh")
    _add_date(command)


def _add_forward(command: Parser) -> None:
    _add_files(command)
    command.add_argument("--into", type=Path, required=True, metavar="TỆP", help="biểu mẫu Excel cấp trên đã gửi")
    command.add_argument(
        "--above", required=True, metavar="BỘ_MẪU", help="bộ biểu mẫu của cấp trên: tên hoặc tệp .xlsx"
    )
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi tệp đã điền")
    _add_date(command)


def _add_clean(command: Parser) -> None:
    command.add_argument("report", type=Path, metavar="BÁO_CÁO", help="báo cáo Word do chương trình lập, đã sửa xong")
    command.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi bản sạch")


def _add_date(command: Parser) -> None:
    command.add_argument(
        "--date", metavar="NGÀY", default="", help="ngày ghi trong tệp, kiểu 2023-10-10; mặc định hôm nay"
    )
