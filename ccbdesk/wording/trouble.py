"""What the world did to us, in Vietnamese. This module holds the one sentence of every trouble."""

from typing import assert_never

from ccbdesk.model.trouble import (
    AlreadyThere,
    AnswersUnusable,
    DiskFull,
    DossierAltered,
    DossierBusy,
    DossierChanged,
    DossierDamaged,
    DossierNewer,
    DossierReadOnly,
    DossierThere,
    DossierTrouble,
    DossierUnreachable,
    EarlierUnusable,
    FolderUnwritable,
    FormFixed,
    FormUnreadable,
    Interrupted,
    ManyHeld,
    NoForm,
    NoMembers,
    NoPeriod,
    NoSuchDay,
    NoSuchFigure,
    NotADossier,
    NotAReturn,
    NotHeld,
    NothingAmended,
    NothingInPeriod,
    NothingThere,
    NothingToAsk,
    NothingToUndo,
    NotInForm,
    NotIssued,
    NotOfTheParcel,
    NotOwnSheet,
    OneVersion,
    OtherCluster,
    ReportUnreadable,
    RequestTrouble,
    SkeletonUnusable,
    StrangeFileBeside,
    TargetOpen,
    TemplateUnreadable,
    TooLargeToKeep,
    Trouble,
    WhichPeriod,
    WriteFailed,
)

KEPT = "Tệp cũ còn nguyên, chưa có gì bị thay đổi."
UNSAVED = "Việc vừa làm chưa được ghi; những gì đã có trong hồ sơ còn nguyên."
UNTOUCHED = "Tệp được giữ nguyên, chưa có gì bị thay đổi."


def trouble_sentence(trouble: Trouble) -> str:
    """Return what happened, what to do, and that nothing is lost."""
    match trouble:
        case TargetOpen() | FolderUnwritable() | DiskFull() | WriteFailed() | Interrupted():
            return _while_writing(trouble)
        case (
            NothingThere()
            | AnswersUnusable()
            | EarlierUnusable()
            | SkeletonUnusable()
            | ReportUnreadable()
            | NotOwnSheet()
            | NotAReturn()
        ):
            return _of_a_file(trouble)
        case FormUnreadable() | NoForm() | NotInForm() | NoMembers():
            return _of_the_form(trouble)
        case TemplateUnreadable() | AlreadyThere():
            return _while_proposing(trouble)
        case NoPeriod(""):
            return "Trong các tệp không ghi kỳ báo cáo. Ghi rõ kỳ bằng --period, ví dụ 2023 hoặc 2024-6t."
        case NoPeriod(seen):
            return f"“{seen}” không phải là kỳ báo cáo. Ghi theo kiểu 2023, 2024-6t, 2024-9t hoặc 2024-q1."
        case NoSuchDay(seen):
            return f"“{seen}” không phải là ngày. Ghi theo kiểu năm-tháng-ngày, ví dụ 2023-10-10."
        case NoSuchFigure(asked, nearest):
            guess = f" Có phải là “{nearest}”?" if nearest else ""
            return f"Không có số liệu “{asked}” trong kết quả này.{guess}"
        case (
            WhichPeriod()
            | NothingInPeriod()
            | OtherCluster()
            | FormFixed()
            | NotOfTheParcel()
            | NotHeld()
            | ManyHeld()
            | NothingToUndo()
            | OneVersion()
            | NothingToAsk()
            | NotIssued()
            | NothingAmended()
        ):
            return _of_a_request(trouble)
        case _:
            return _of_the_dossier(trouble)


def _of_a_request(trouble: RequestTrouble) -> str:
    match trouble:
        case NotOfTheParcel(path):
            return (
                f"Tệp “{path}” không do lần xuất gói trước ghi, hoặc đã bị sửa từ khi ghi. "
                "Chưa ghi gì, để khỏi mất tệp này. Chọn thư mục khác, hoặc chuyển tệp này đi nơi khác."
            )
        case WhichPeriod(path, ()):
            return f"Hồ sơ “{path}” chưa có kỳ nào. Nhận tệp vào trước bằng lệnh: ccbdesk merge … --dossier."
        case WhichPeriod(path, periods):
            return f"Hồ sơ “{path}” có nhiều kỳ: {', '.join(periods)}. Ghi rõ kỳ bằng --period."
        case NothingInPeriod(path, period):
            return (
                f"Hồ sơ “{path}” chưa có kỳ {period}. Kiểm tra lại mã kỳ, "
                "hoặc nhận tệp của kỳ ấy vào bằng lệnh: ccbdesk merge … --dossier."
            )
        case OtherCluster(path, cluster, form):
            return (
                f"Hồ sơ “{path}” là của {cluster}, còn bộ biểu mẫu “{form}” là của nơi khác. "
                f"Chọn đúng hồ sơ hoặc đúng bộ biểu mẫu. {UNSAVED}"
            )
        case FormFixed(path, period):
            return (
                f"Kỳ {period} trong hồ sơ “{path}” đã chốt sổ hoặc đã ban hành báo cáo nên không thay bộ biểu mẫu. "
                f"Bỏ --form để dùng bộ biểu mẫu đã lưu. {UNSAVED}"
            )
        case _:
            return _of_a_name(trouble)


def _of_a_name(
    trouble: NotHeld | ManyHeld | NothingToUndo | OneVersion | NothingToAsk | NotIssued | NothingAmended,
) -> str:
    match trouble:
        case NotHeld(asked):
            return f"Kỳ này không có gì tên là “{asked}”. Xem lại tên, mã bằng lệnh: ccbdesk check --dossier."
        case ManyHeld(asked, choices):
            return f"“{asked}” có thể là nhiều thứ. Ghi rõ một trong: {', '.join(choices)}."
        case NothingToUndo(is_redo=True):
            return "Không còn việc nào đã hủy để làm lại."
        case NothingToUndo():
            return "Không còn việc nào hủy được; chốt sổ thì không hủy, chỉ mở lại kỳ."
        case NothingToAsk(unit):
            return f"Tệp của {unit} không có chỗ nào phải sửa hoặc xem lại, nên không có gì để trả lại."
        case OneVersion(unit):
            return f"{unit} chưa có hai tệp khác nhau trong kỳ này để so sánh."
        case NotIssued(period):
            return f"Báo cáo kỳ {period} chưa ghi nhận đã ban hành nên chưa có gì để đính chính."
        case NothingAmended(number):
            return f"Từ khi ban hành báo cáo số {number}, không số liệu, không câu nào đổi; không cần đính chính."
        case _:
            assert_never(trouble)


def _of_the_dossier(trouble: DossierTrouble) -> str:
    match trouble:
        case DossierThere(path):
            return f"Đã có tệp “{path}”. Hãy mở hồ sơ ấy, hoặc đặt tên khác cho hồ sơ mới. {KEPT}"
        case DossierBusy(path):
            return f"Hồ sơ “{path}” đang được dùng ở cửa sổ hoặc máy khác. Hãy đợi rồi làm lại. {UNSAVED}"
        case DossierReadOnly(path):
            return (
                f"Hồ sơ “{path}” chỉ đọc được, không ghi được. "
                f"Hãy chép hồ sơ sang thư mục ghi được rồi mở ở đó. {UNSAVED}"
            )
        case DossierUnreachable(path):
            return (
                f"Không tới được hồ sơ “{path}”: ổ đĩa hoặc thư mục mạng không trả lời. "
                "Hãy kiểm tra kết nối, mở lại hồ sơ và xem việc vừa làm đã được ghi chưa; "
                "những gì đã có trong hồ sơ còn nguyên."
            )
        case DossierChanged(path, who, at):
            return (
                f"Hồ sơ “{path}” vừa được {who} ghi thêm lúc {at:%H:%M} ngày {at:%d/%m/%Y}. "
                f"Hãy mở lại để xem phần mới rồi làm lại. {UNSAVED}"
            )
        case TooLargeToKeep(name, megabytes):
            return (
                f"Tệp “{name}” quá lớn: hồ sơ chỉ lưu tệp đến {megabytes} MB. "
                f"Hãy giảm cỡ ảnh hoặc bản quét rồi nhận lại. {UNSAVED}"
            )
        case _:
            return _of_a_strange_dossier(trouble)


def _of_a_strange_dossier(
    trouble: NotADossier | DossierNewer | DossierAltered | DossierDamaged | StrangeFileBeside,
) -> str:
    match trouble:
        case NotADossier(path):
            return f"Tệp “{path}” không phải hồ sơ Cụm. Hãy chọn tệp hồ sơ (.ccbdesk). {UNTOUCHED}"
        case DossierNewer(path):
            return f"Hồ sơ “{path}” do bản chương trình mới hơn ghi. Hãy cài bản mới rồi mở lại. {UNTOUCHED}"
        case DossierAltered(path, found):
            return (
                f"Hồ sơ “{path}” có phần không do chương trình này tạo ra ({found}) nên không mở. "
                f"Hãy xin lại tệp từ nơi gửi, hoặc dùng bản sao lưu. {UNTOUCHED}"
            )
        case DossierDamaged(path, place):
            return (
                f"Hồ sơ “{path}” bị hỏng ({place}) nên không dùng tiếp. "
                f"Hãy cất tệp này, rồi mở bản sao lưu gần nhất. {UNTOUCHED}"
            )
        case StrangeFileBeside(path, beside):
            return (
                f"Cạnh hồ sơ “{path}” có tệp “{beside}” làm thay đổi hồ sơ khi mở. "
                f"Nếu hồ sơ mới chép từ nơi khác đến: mở và đóng lại ở nơi ấy rồi chép lại; "
                f"nếu không rõ tệp ấy từ đâu: cất nó sang thư mục khác. {UNTOUCHED}"
            )
        case _:
            assert_never(trouble)


def _of_a_file(
    trouble: NothingThere
    | AnswersUnusable
    | EarlierUnusable
    | SkeletonUnusable
    | ReportUnreadable
    | NotOwnSheet
    | NotAReturn,
) -> str:
    match trouble:
        case NothingThere(path):
            return f"Không thấy tệp nào dùng được ở “{path}”. Kiểm tra lại tên tệp hoặc thư mục."
        case AnswersUnusable(path, "", _):
            return f"Không đọc được tệp trả lời “{path}”. Tệp phải ở dạng JSON: mã câu hỏi và lựa chọn."
        case AnswersUnusable(path, question, choice):
            return f"Tệp trả lời “{path}”: câu hỏi “{question}” không có lựa chọn “{choice}”. Ghi lại đúng lựa chọn."
        case EarlierUnusable(path, 0, _, _):
            return f"Bảng số liệu kỳ trước “{path}” thiếu dòng tiêu đề. Ghi thêm: Đơn vị, Mã số liệu, Kỳ, Giá trị."
        case EarlierUnusable(path, row, column, seen):
            return (
                f"Bảng số liệu kỳ trước “{path}”, dòng {row}, cột “{column}” ghi “{seen}” nên chưa dùng được. "
                "Sửa lại dòng này rồi chạy lại."
            )
        case SkeletonUnusable(path, ""):
            return f"Không đọc được khung báo cáo “{path}”. Dùng lại khung gốc của chương trình."
        case SkeletonUnusable(path, lacking):
            return f"Khung báo cáo “{path}” thiếu {lacking}. Sửa lại khung, hoặc dùng lại khung gốc của chương trình."
        case ReportUnreadable(path):
            return f"Không đọc được báo cáo “{path}”. Tệp phải là tệp Word (.docx) không đặt mật khẩu."
        case NotOwnSheet(path, period):
            return (
                f"Tệp “{path}” không phải Phiếu kỳ của bộ biểu mẫu này cho kỳ {period}, hoặc còn điều phải trả lời. "
                "Chọn Phiếu kỳ đã ghi cho đúng kỳ; kiểm tra tệp bằng lệnh: ccbdesk check."
            )
        case NotAReturn(path, form, period):
            return (
                f"Tệp “{path}” không phải biểu mẫu của bộ “{form}” cho kỳ {period}, hoặc chưa rõ của đơn vị nào. "
                "Chọn đúng tệp cấp trên đã gửi; kiểm tra tệp bằng lệnh: ccbdesk check."
            )
        case _:
            assert_never(trouble)


def _of_the_form(trouble: FormUnreadable | NoForm | NotInForm | NoMembers) -> str:
    match trouble:
        case FormUnreadable(path, 0):
            return f"Không đọc được bộ biểu mẫu “{path}”. Kiểm tra lại tệp."
        case FormUnreadable(path, mistakes):
            return f"Bộ biểu mẫu “{path}” còn {mistakes} chỗ phải sửa. Xem danh sách bằng lệnh: ccbdesk form “{path}”."
        case NoForm(()):
            return "Không biết các tệp này theo bộ biểu mẫu nào. Ghi rõ bộ biểu mẫu bằng --form."
        case NoForm(seen):
            named = ", ".join(f"“{name}”" for name in seen)
            return f"Không có bộ biểu mẫu mang mã {named}. Ghi rõ bộ biểu mẫu bằng --form."
        case NoMembers(()):
            return "Cụm mới phải có tên và ít nhất một đơn vị. Ghi tên Cụm, chọn các đơn vị rồi làm lại."
        case NoMembers(twice):
            return f"Có đơn vị được ghi hai lần: {', '.join(twice)}. Bỏ bớt một chỗ rồi làm lại."
        case NotInForm(()):
            return "Chưa ghi mã số liệu nào. Ghi các mã cần lấy, theo cột «Mã» trang «Số liệu» của bộ biểu mẫu."
        case NotInForm(asked):
            named = ", ".join(f"“{code}”{f' (có phải là “{near}”?)' if near else ''}" for code, near in asked)
            return f"Bộ biểu mẫu không có mã {named}. Xem lại cột «Mã» trang «Số liệu» của bộ biểu mẫu."
        case _:
            assert_never(trouble)


def _while_proposing(trouble: TemplateUnreadable | AlreadyThere) -> str:
    match trouble:
        case TemplateUnreadable(path):
            return f"Không đọc được tệp mẫu “{path}”. Tệp phải là Excel (.xlsx), không đặt mật khẩu."
        case AlreadyThere(path):
            return f"Đã có tệp “{path}” nên không ghi đè. Hãy chọn thư mục khác, hoặc đổi tên tệp cũ."
        case _:
            assert_never(trouble)


def _while_writing(trouble: TargetOpen | FolderUnwritable | DiskFull | WriteFailed | Interrupted) -> str:
    match trouble:
        case TargetOpen(path):
            return f"Tệp “{path}” đang mở trong chương trình khác. Hãy đóng tệp rồi làm lại. {KEPT}"
        case FolderUnwritable(path):
            return f"Không ghi được vào thư mục “{path}”. Hãy chọn thư mục khác. Chưa có gì bị thay đổi."
        case DiskFull(path):
            return f"Ổ đĩa đã đầy nên không ghi được “{path}”. Hãy xóa bớt tệp rồi làm lại. {KEPT}"
        case WriteFailed(path, reason):
            return f"Không ghi được tệp “{path}” ({reason}). Hãy thử lại hoặc chọn thư mục khác. {KEPT}"
        case Interrupted():
            return f"Đã dừng theo yêu cầu. {KEPT}"
        case _:
            assert_never(trouble)
