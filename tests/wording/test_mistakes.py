"""Every mistake of a form has its sentence."""

import pytest

from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.wording.mistakes import mistake_sentence

SAID = (
    (
        FormMistake(Wrong.SHEET_MISSING, "Quy tắc"),
        "Trang «Quy tắc»: bộ biểu mẫu chưa có trang này. Thêm một trang mang đúng tên này.",
    ),
    (
        FormMistake(Wrong.SHEET_UNKNOWN, "Số liệuu", nearest="Số liệu", expected=("Số liệu", "Biểu")),
        "Trang «Số liệuu»: bộ biểu mẫu không dùng trang nào tên này. Có phải «Số liệu»? Sửa lại tên trang.",
    ),
    (
        FormMistake(Wrong.SHEET_UNKNOWN, "Lịch họp", expected=("Số liệu", "Biểu")),
        (
            "Trang «Lịch họp»: bộ biểu mẫu không dùng trang nào tên này. Các trang dùng được: Số liệu, Biểu. "
            "Xóa trang này, hoặc để giữ riêng thì đặt tên bắt đầu bằng «Ghi chú»."
        ),
    ),
    (
        FormMistake(Wrong.COLUMN_MISSING, "Số liệu", "J3", expected=("Mã",)),
        "Trang «Số liệu», ô J3: thiếu cột «Mã». Ghi tiêu đề này vào hàng tiêu đề.",
    ),
    (
        FormMistake(Wrong.COLUMN_MISSING, "Đơn vị", "A1", expected=("Mã", "Tên gọi")),
        (
            "Trang «Đơn vị», ô A1: không thấy hàng tiêu đề của trang. "
            "Ghi tiêu đề các cột trong 15 hàng đầu: «Mã», «Tên gọi»."
        ),
    ),
    (
        FormMistake(Wrong.COLUMN_UNKNOWN, "Số liệu", "D3", seen="Loại số liêuu", nearest="Loại số liệu"),
        (
            "Trang «Số liệu», ô D3: trang này không có cột «Loại số liêuu». Có phải «Loại số liệu»? "
            "Sửa lại tiêu đề, hoặc chuyển nội dung sang cột «Ghi chú»."
        ),
    ),
    (
        FormMistake(Wrong.COLUMN_UNKNOWN, "Số liệu", "K3"),
        "Trang «Số liệu», ô K3: cột này có nội dung nhưng chưa có tiêu đề. Ghi tiêu đề, hoặc xóa nội dung của cột.",
    ),
    (
        FormMistake(Wrong.VALUE_MISSING, "Đơn vị", "B4", "Tên đầy đủ"),
        "Trang «Đơn vị», ô B4 (cột Tên đầy đủ): ô này còn trống. Ghi nội dung vào ô này.",
    ),
    (
        FormMistake(Wrong.VALUE_MISSING, "Thông tin", "A9", "Thuộc tính", expected=("Tên Cụm",)),
        "Trang «Thông tin», ô A9 (cột Thuộc tính): ô này còn trống. Ghi: Tên Cụm.",
    ),
    (
        FormMistake(Wrong.VALUE_MISSING, "Số liệu", "F5", "Đơn vị tính", expected=("đồng", "tỷ đồng"), against="tiền"),
        (
            "Trang «Số liệu», ô F5 (cột Đơn vị tính): ô này còn trống, mà dòng này là «tiền» nên phải ghi. "
            "Ghi một trong các từ: đồng, tỷ đồng."
        ),
    ),
    (
        FormMistake(
            Wrong.VALUE_UNKNOWN, "Số liệu", "D7", "Loại số liệu", "số nguyn", "số nguyên", ("số nguyên", "ngày")
        ),
        (
            "Trang «Số liệu», ô D7 (cột Loại số liệu): «số nguyn» không dùng được ở đây. Có phải «số nguyên»? "
            "Dùng được: số nguyên, ngày."
        ),
    ),
    (
        FormMistake(Wrong.VALUE_UNKNOWN, "Câu mẫu", "C2", "Câu mẫu", "nhieu", position=9),
        "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 9: «nhieu» không dùng được ở đây. Sửa lại cho đúng cách ghi.",
    ),
    (
        FormMistake(Wrong.NAME_UNKNOWN, "Quy tắc", "C2", "Số liệu", "hoi_vin", "hoi_vien", position=5),
        (
            "Trang «Quy tắc», ô C2 (cột Số liệu), ký tự thứ 5: không có mã hay tên nào là «hoi_vin». "
            "Có phải «hoi_vien»? Sửa lại, hoặc thêm dòng khai báo mã này."
        ),
    ),
    (
        FormMistake(Wrong.NAME_UNKNOWN, "Số liệu", "C8", "Biểu", "X", expected=("B1", "PK")),
        "Trang «Số liệu», ô C8 (cột Biểu): không có mã hay tên nào là «X». Dùng được: B1, PK.",
    ),
    (
        FormMistake(Wrong.NAME_TWICE, "Số liệu", "B8", "Mã", "nu", against="B4"),
        "Trang «Số liệu», ô B8 (cột Mã): «nu» đã dùng ở ô B4. Sửa lại một trong hai ô.",
    ),
    (
        FormMistake(Wrong.NAME_TWICE, "Đơn vị", "E3", "Tên khác", "H2"),
        "Trang «Đơn vị», ô E3 (cột Tên khác): «H2» ghi hai lần trong ô này. Xóa bớt một lần.",
    ),
    (
        FormMistake(Wrong.NAME_TWICE, "Câu mẫu", "C3", "Câu mẫu", "Số tiền", expected=("a", "b"), position=2),
        (
            "Trang «Câu mẫu», ô C3 (cột Câu mẫu), ký tự thứ 2: «Số tiền» là tên của nhiều số liệu: a, b. "
            "Ghi mã thay cho tên."
        ),
    ),
    (
        FormMistake(Wrong.NAME_TWICE, "Quy tac", against="Quy tắc"),
        "Trang «Quy tac»: trùng với trang «Quy tắc». Giữ lại một trang, xóa hoặc đổi tên trang kia.",
    ),
    (
        FormMistake(Wrong.NAME_MALFORMED, "Số liệu", "B2", "Mã", "Hội viên", "hoi_vien", ("chữ thường không dấu",)),
        (
            "Trang «Số liệu», ô B2 (cột Mã): «Hội viên» có ký tự không dùng được trong mã hoặc tên. "
            "Có phải «hoi_vien»? Chỉ dùng: chữ thường không dấu."
        ),
    ),
    (
        FormMistake(Wrong.NAME_MALFORMED, "Biểu", "B3", "Tên trang", "A/B", "A B"),
        (
            "Trang «Biểu», ô B3 (cột Tên trang): «A/B» có ký tự không dùng được trong mã hoặc tên. Có phải «A B»? "
            "Bỏ các ký tự [ ] : * ? / \\ và dấu ' ở đầu, ở cuối."
        ),
    ),
    (
        FormMistake(Wrong.NAME_TOO_LONG, "Đơn vị", "A3", "Mã", "mot_hai_ba_bon", expected=("12",)),
        "Trang «Đơn vị», ô A3 (cột Mã): «mot_hai_ba_bon» dài quá 12 ký tự. Rút ngắn lại.",
    ),
    (
        FormMistake(Wrong.NAME_RESERVED, "Đơn vị", "A3", "Mã", "cum"),
        "Trang «Đơn vị», ô A3 (cột Mã): «cum» là từ chương trình dành riêng. Đặt mã hoặc tên khác.",
    ),
    (
        FormMistake(Wrong.NUMBER_MALFORMED, "Số liệu", "P3", "Đến", "hết"),
        (
            "Trang «Số liệu», ô P3 (cột Đến): «hết» không dùng được làm con số ở đây. "
            "Ghi lại bằng chữ số, ví dụ 12 hoặc 0,5."
        ),
    ),
    (
        FormMistake(Wrong.NUMBER_MALFORMED, "Số liệu", "O3", "Từ", "1.000", expected=("1000", "1,0000")),
        "Trang «Số liệu», ô O3 (cột Từ): «1.000» không dùng được làm con số ở đây. Ghi theo kiểu: 1000 hoặc 1,0000.",
    ),
    (
        FormMistake(Wrong.DATE_MALFORMED, "Đơn vị", "G2", "Từ ngày", "32/13/2020"),
        (
            "Trang «Đơn vị», ô G2 (cột Từ ngày): «32/13/2020» không phải là ngày. "
            "Ghi ngày, tháng, năm theo kiểu 31/12/2024."
        ),
    ),
    (
        FormMistake(Wrong.BOUNDS_REVERSED, "Số liệu", "P2", "Đến", "-5", against="0"),
        "Trang «Số liệu», ô P2 (cột Đến): phần cuối «-5» đứng trước phần đầu «0». Sửa lại một trong hai ô.",
    ),
    (
        FormMistake(Wrong.NOT_ALLOWED_HERE, "Số liệu", "N9", "Kế hoạch", "x", against="lời văn"),
        (
            "Trang «Số liệu», ô N9 (cột Kế hoạch): «x» không đi cùng «lời văn». "
            "Xóa nội dung ô này, hoặc sửa lại «lời văn»."
        ),
    ),
    (
        FormMistake(
            Wrong.NOT_ALLOWED_HERE,
            "Số liệu",
            "L9",
            "Cách cộng",
            "Lớn nhất",
            expected=("Không cộng",),
            against="lời văn",
        ),
        "Trang «Số liệu», ô L9 (cột Cách cộng): «Lớn nhất» không đi cùng «lời văn». Dùng được: Không cộng.",
    ),
    (
        FormMistake(Wrong.NOT_ALLOWED_HERE, "Quy tắc", "C2", "Số liệu", "a@u", "a", position=1),
        (
            "Trang «Quy tắc», ô C2 (cột Số liệu), ký tự thứ 1: «a@u» không dùng được ở đây. Có phải «a»? "
            "Bỏ hoặc sửa lại phần này."
        ),
    ),
    (
        FormMistake(Wrong.CIRCULAR, "Số liệu", "I8", "Trong đó của", "b", against="a → b → a"),
        (
            "Trang «Số liệu», ô I8 (cột Trong đó của): «b» dẫn vòng về chính nó: a → b → a. "
            "Sửa lại một dòng trong vòng này."
        ),
    ),
    (
        FormMistake(Wrong.SYNTAX, "Số liệu", "M7", "Công thức", "", position=5),
        (
            "Trang «Số liệu», ô M7 (cột Công thức), ký tự thứ 5: chỗ này viết chưa hết. "
            "Xem lại dấu ngoặc và dấu phép tính quanh chỗ này."
        ),
    ),
    (
        FormMistake(Wrong.SYNTAX, "Quy tắc", "C7", "Số liệu", "+", expected=(";", ")"), position=9),
        "Trang «Quy tắc», ô C7 (cột Số liệu), ký tự thứ 9: «+» không đặt được ở đây. Cần: ; hoặc ).",
    ),
    (
        FormMistake(Wrong.SYNTAX, "Câu mẫu", "C2", "Câu mẫu", "{", expected=("}",), position=4),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 4: có dấu «{» mà thiếu dấu «}» đi cùng. "
            "Thêm dấu còn thiếu, hoặc bỏ dấu này."
        ),
    ),
    (
        FormMistake(Wrong.SYNTAX, "Câu mẫu", "C2", "Câu mẫu", "[ và]", expected=("{",), position=4),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 4: trong «[ và]» không có số liệu nào. "
            "Đặt một số liệu {…} vào trong, hoặc bỏ ngoặc vuông."
        ),
    ),
    (
        FormMistake(Wrong.TAG_TOO_LONG, "Câu mẫu", "C2", "Câu mẫu", f"{{{'a' * 70}}}", expected=("64",), position=4),
        (
            f"Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 4: «{{{'a' * 58}…» quá dài, "
            "Word chỉ giữ được 64 ký tự cho một số liệu. "
            "Tách thành các số liệu tính theo công thức với mã ngắn, rồi dùng các mã đó."
        ),
    ),
    (
        FormMistake(Wrong.TOO_LONG, "Quy tắc", "C2", "Số liệu", "…", expected=("1000",), position=1001),
        (
            "Trang «Quy tắc», ô C2 (cột Số liệu), ký tự thứ 1001: biểu thức dài quá 1000 ký tự. "
            "Tách thành các số liệu tính theo công thức với mã ngắn, rồi dùng các mã đó."
        ),
    ),
    (
        FormMistake(Wrong.TOO_DEEP, "Quy tắc", "C2", "Số liệu", "(", expected=("50",), position=51),
        (
            "Trang «Quy tắc», ô C2 (cột Số liệu), ký tự thứ 51: biểu thức có quá 50 lớp ngoặc hoặc phép tính. "
            "Tách thành các số liệu tính theo công thức với mã ngắn, rồi dùng các mã đó."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_FILE_NAME, "Biểu", "F2", "Tệp mẫu", "mau/bieu.xlsx"),
        (
            "Trang «Biểu», ô F2 (cột Tệp mẫu): «mau/bieu.xlsx» không phải là tên một tệp .xlsx. "
            "Chỉ ghi tên tệp, ví dụ bieu-01.xlsx, và để tệp cùng thư mục với bộ biểu mẫu."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_COLUMN, "Biểu", "K2", "Cột tên", "2"),
        ("Trang «Biểu», ô K2 (cột Cột tên): «2» không phải là cột của Excel. Ghi chữ cái ở đầu cột, ví dụ B hoặc AA."),
    ),
    (
        FormMistake(Wrong.NOT_A_CELL, "Biểu", "O2", "Ô đơn vị", "ô C"),
        (
            "Trang «Biểu», ô O2 (cột Ô đơn vị): «ô C» không phải là tên một ô. "
            "Ghi chữ cái của cột rồi số của dòng, ví dụ C3."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_ROW, "Biểu", "H2", "Dòng bắt đầu", "năm"),
        (
            "Trang «Biểu», ô H2 (cột Dòng bắt đầu): «năm» không phải là số của một dòng. "
            "Ghi số ở đầu dòng trong Excel, ví dụ 9."
        ),
    ),
    (
        FormMistake(Wrong.FILE_MISSING, "Biểu", "F2", "Tệp mẫu", "mau.xlsx"),
        (
            "Trang «Biểu», ô F2 (cột Tệp mẫu): không thấy tệp mẫu «mau.xlsx» cạnh bộ biểu mẫu. "
            "Chép tệp vào cùng thư mục với bộ biểu mẫu, hoặc sửa lại tên."
        ),
    ),
    (
        FormMistake(Wrong.FILE_UNREADABLE, "Biểu", "F2", "Tệp mẫu", "mau.xlsx"),
        (
            "Trang «Biểu», ô F2 (cột Tệp mẫu): không đọc được tệp mẫu «mau.xlsx». "
            "Mở tệp bằng Excel, lưu lại theo kiểu .xlsx."
        ),
    ),
    (
        FormMistake(Wrong.OTHER_FILE, "Biểu", "F3", "Tệp mẫu", "hai.xlsx", expected=("b1",), against="mot.xlsx"),
        (
            "Trang «Biểu», ô F3 (cột Tệp mẫu): biểu này theo tệp mẫu «hai.xlsx», còn biểu «b1» theo tệp mẫu «mot.xlsx». "
            "Mỗi nơi chỉ gửi một tệp: các biểu cùng người lập phải ghi cùng một tệp mẫu."
        ),
    ),
    (
        FormMistake(Wrong.OTHER_FILE, "Biểu", "F3", "Tệp mẫu", "", expected=("b1",), against="mot.xlsx"),
        (
            "Trang «Biểu», ô F3 (cột Tệp mẫu): biểu này không theo tệp mẫu, còn biểu «b1» theo tệp mẫu «mot.xlsx». "
            "Mỗi nơi chỉ gửi một tệp: các biểu cùng người lập phải ghi cùng một tệp mẫu."
        ),
    ),
    (
        FormMistake(Wrong.NEEDED_BY_FILE, "Biểu", "K2", "Cột tên", against="mau.xlsx"),
        (
            "Trang «Biểu», ô K2 (cột Cột tên): ô này còn trống, mà biểu theo tệp mẫu «mau.xlsx» nên phải ghi. "
            "Mở tệp mẫu, xem số của dòng hoặc chữ cái của cột rồi ghi vào."
        ),
    ),
    (
        FormMistake(Wrong.WITHOUT_FILE, "Số liệu", "V2", "Dòng trong mẫu", "12"),
        (
            "Trang «Số liệu», ô V2 (cột Dòng trong mẫu): ghi «12» mà biểu này không theo tệp mẫu nào. "
            "Xóa ô này, hoặc ghi tên tệp ở cột «Tệp mẫu» trang «Biểu»."
        ),
    ),
    (
        FormMistake(
            Wrong.LABEL_NOT_THERE,
            "Số liệu",
            "E2",
            "Tên số liệu",
            "Hội viên",
            "Tổng số hội viên",
            ("9–25",),
            against="Biểu 01",
        ),
        (
            "Trang «Số liệu», ô E2 (cột Tên số liệu): trang «Biểu 01» của tệp mẫu, dòng 9–25, không có tên «Hội viên». "
            "Có phải «Tổng số hội viên»? Ghi tên trong tệp mẫu vào cột «Tên khác», hoặc ghi số dòng vào cột «Dòng trong mẫu»."
        ),
    ),
    (
        FormMistake(Wrong.LABEL_REPEATED, "Số liệu", "E2", "Tên số liệu", "Nữ", expected=("11", "16")),
        (
            "Trang «Số liệu», ô E2 (cột Tên số liệu): tệp mẫu có nhiều dòng tên «Nữ»: 11, 16. "
            "Ghi số dòng vào cột «Dòng trong mẫu»."
        ),
    ),
    (
        FormMistake(Wrong.ROW_OUTSIDE, "Số liệu", "V2", "Dòng trong mẫu", "26", expected=("9–25",)),
        (
            "Trang «Số liệu», ô V2 (cột Dòng trong mẫu): dòng 26 của tệp mẫu không có tên số liệu nào, hoặc ở ngoài các dòng 9–25. "
            "Xem lại tệp mẫu rồi ghi đúng số dòng."
        ),
    ),
    (
        FormMistake(
            Wrong.ROW_OF_ANOTHER, "Số liệu", "V2", "Dòng trong mẫu", "12", expected=("13",), against="Kết nạp mới"
        ),
        (
            "Trang «Số liệu», ô V2 (cột Dòng trong mẫu): dòng 12 của tệp mẫu là «Kết nạp mới», còn tên của số liệu này ở dòng 13. "
            "Sửa lại số dòng, hoặc sửa tên số liệu."
        ),
    ),
    (
        FormMistake(Wrong.IS_TOTAL, "Số liệu", "E2", "Tên số liệu", "Ngày công", against="D12"),
        (
            "Trang «Số liệu», ô E2 (cột Tên số liệu): ô D12 của tệp mẫu là công thức, nên «Ngày công» là số tổng, đơn vị không ghi. "
            "Ghi «Công thức» ở cột «Cách cộng» và phép tính ở cột «Công thức», hoặc bỏ dòng này."
        ),
    ),
    (
        FormMistake(Wrong.CELL_TAKEN, "Biểu", "O2", "Ô đơn vị", "A3", against="Tên đơn vị"),
        (
            "Trang «Biểu», ô O2 (cột Ô đơn vị): ô A3 của tệp mẫu đã có chữ «Tên đơn vị», ghi vào sẽ mất chữ này. "
            "Chọn ô còn trống, hoặc ô có dấu hai chấm, ví dụ «Đơn vị: ……»."
        ),
    ),
    (
        FormMistake(Wrong.IS_FORMULA, "Biểu", "O2", "Ô đơn vị", "C3"),
        (
            "Trang «Biểu», ô O2 (cột Ô đơn vị): ô C3 của tệp mẫu là công thức nên không ghi vào được. "
            "Chọn ô khác, hoặc để trống."
        ),
    ),
    (
        FormMistake(Wrong.CELL_UNUSABLE, "Đơn vị", "D3", "Loại", "#REF!"),
        "Trang «Đơn vị», ô D3 (cột Loại): Excel báo lỗi «#REF!» trong ô. Ghi lại nội dung của ô.",
    ),
    (
        FormMistake(Wrong.CELL_UNUSABLE, "Đơn vị", "D3", "Loại", "="),
        (
            "Trang «Đơn vị», ô D3 (cột Loại): công thức trong ô chưa có kết quả. "
            "Mở tệp bằng Excel, lưu lại, hoặc ghi thẳng nội dung vào ô."
        ),
    ),
    (
        FormMistake(Wrong.OTHER_SHEET, "Số liệu", "I12", "Trong đó của", "a", expected=("PK",), against="B1"),
        (
            "Trang «Số liệu», ô I12 (cột Trong đó của): «a» thuộc biểu «B1», còn dòng này thuộc biểu «PK». "
            "Chọn một mã cùng biểu, hoặc để trống ô này."
        ),
    ),
    (
        FormMistake(Wrong.OTHER_MEASURE, "Số liệu", "I7", "Trong đó của", "a", expected=("",), against="người"),
        (
            "Trang «Số liệu», ô I7 (cột Trong đó của): «a» có đơn vị tính «người», còn dòng này là «(để trống)». "
            "Sửa lại đơn vị tính, hoặc để trống ô này."
        ),
    ),
    (
        FormMistake(Wrong.NO_PARTS, "Số liệu", "J8", "Đủ phần", "a"),
        (
            "Trang «Số liệu», ô J8 (cột Đủ phần): chưa có số liệu nào là phần của «a». "
            "Ghi mã này vào cột «Trong đó của» của các phần, hoặc bỏ dấu x."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_FIGURE, "Quy tắc", "C2", "Số liệu", "a", against="lời văn", position=1),
        (
            "Trang «Quy tắc», ô C2 (cột Số liệu), ký tự thứ 1: «a» là «lời văn», không tính hay so sánh được. "
            "Dùng một số liệu bằng số."
        ),
    ),
    (
        FormMistake(Wrong.NO_PLAN, "Câu mẫu", "C2", "Câu mẫu", "a~ke_hoach", position=5),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 5: «a~ke_hoach» không có kế hoạch. "
            "Ghi x ở cột «Kế hoạch» trang «Số liệu», hoặc bỏ phần này."
        ),
    ),
    (
        FormMistake(Wrong.NO_PERIOD_SHEET, "Số liệu", "L5", "Cách cộng", "Cụm ghi"),
        (
            "Trang «Số liệu», ô L5 (cột Cách cộng): «Cụm ghi» mà chưa có biểu dòng số liệu hoặc lời văn nào do Cụm lập "
            "để ghi số của cả Cụm. Thêm một biểu như vậy ở trang «Biểu», hoặc sửa cách cộng."
        ),
    ),
    (
        FormMistake(Wrong.NO_TOTAL, "Câu mẫu", "C2", "Câu mẫu", "a", position=5),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 5: «a» không có số của toàn Cụm vì không được cộng. "
            "Ghi rõ đơn vị, đưa vào [mỗi đơn vị: …], hoặc sửa cột «Cách cộng» của số liệu này."
        ),
    ),
    (
        FormMistake(Wrong.NOT_YET_REPORTED, "Câu mẫu", "C2", "Câu mẫu", "a", position=5, against="thư đề nghị"),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 5: «a» do đơn vị báo cáo, "
            "mà «thư đề nghị» gửi đi trước khi có báo cáo. Chỉ dùng số liệu ở biểu do Cụm lập, hoặc bỏ phần này."
        ),
    ),
    (
        FormMistake(Wrong.NO_COLUMNS, "Biểu", "D4", "Loại biểu", "ma trận", against="M"),
        (
            "Trang «Biểu», ô D4 (cột Loại biểu): biểu «M» là «ma trận» mà chưa có cột nào. "
            "Ghi các cột của biểu này ở trang «Danh sách», hoặc sửa loại biểu."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_TABLE, "Câu mẫu", "C2", "Câu mẫu", against="Bảng"),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu): câu này không lập thành «Bảng» được. Ghi một vòng "
            "[mỗi dòng …: {cột}{cột}], hoặc chỉ các số liệu {mã}{mã}, không kèm chữ hay đơn vị."
        ),
    ),
    (
        FormMistake(Wrong.NOT_A_CHART, "Câu mẫu", "C2", "Câu mẫu", against="Biểu đồ"),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu): câu này không lập thành «Biểu đồ» được. "
            "Ghi tên biểu đồ và đúng một số liệu {mã}, không kèm đơn vị hay phép tính."
        ),
    ),
    (
        FormMistake(Wrong.NAME_TWICE, "Số liệu", "B5", "Mã", "a", against="A5 trang «Biểu»"),
        "Trang «Số liệu», ô B5 (cột Mã): «a» đã dùng ở ô A5 trang «Biểu». Sửa lại một trong hai ô.",
    ),
    (
        FormMistake(
            Wrong.NOT_ALLOWED_HERE,
            "Số liệu",
            "L14",
            "Cách cộng",
            "Không cộng",
            against="Cộng» ở trang «Danh sách",
        ),
        (
            "Trang «Số liệu», ô L14 (cột Cách cộng): «Không cộng» không đi cùng «Cộng» ở trang «Danh sách». "
            "Xóa nội dung ô này, hoặc sửa lại «Cộng» ở trang «Danh sách»."
        ),
    ),
    (
        FormMistake(Wrong.MIXED_PREPARERS, "Câu mẫu", "C2", "Câu mẫu", "a", "a@cum", position=9, against="Cụm"),
        (
            "Trang «Câu mẫu», ô C2 (cột Câu mẫu), ký tự thứ 9: «a» do «Cụm» lập, "
            "không dùng chung với số liệu bên khác lập. Có phải «a@cum»? Chỉ dùng số liệu do cùng một bên lập."
        ),
    ),
)


@pytest.mark.parametrize(("mistake", "sentence"), SAID)
def test_a_mistake_says_where_it_is_what_is_wrong_and_what_to_do(mistake: FormMistake, sentence: str) -> None:
    assert mistake_sentence(mistake) == sentence


def test_every_kind_of_mistake_is_read_here() -> None:
    assert {mistake.wrong for mistake, _ in SAID} == set(Wrong)
