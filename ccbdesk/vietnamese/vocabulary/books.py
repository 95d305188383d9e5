"""The words of the cluster workbook. This module holds its sheet names and headings, to write and to read back."""

SUMMARY = "Tổng hợp"
CHECKS = "Kiểm tra"
SOURCES = "Nguồn số liệu"
CHARTS = "Biểu đồ"
LISTS = "Danh sách"
WORDS = "Nội dung"
BASIS = "_meta"

# Headings of the sheet Tổng hợp
CODE = "Mã"
NUMBER = "TT"
INDICATOR = "Chỉ tiêu"
MEASURE = "Đơn vị tính"
CLUSTER = "Toàn Cụm"
COVERAGE = "Số đơn vị có số"
PLAN = "Kế hoạch"
SHARE = "% kế hoạch"

# Marks in the hidden cells of Tổng hợp where the units are its rows
CODES = "Mã số liệu"
CLUSTER_KEY = "cum"
PLAN_KEY = "cum~ke_hoach"

# Headings of the units' own sheets, and of the sheets of lists and words
FIGURE = "Số liệu"
UNIT_STATE = "Tình trạng"
REMARKS = "Ghi chú"
CONTENT = "Nội dung"

# Headings of the sheet Nguồn số liệu
UNIT_ID = "Mã đơn vị"
UNIT = "Đơn vị"
VALUE = "Số liệu dùng"
AS_TYPED = "Ghi trong tệp"
STATE = "Trong số tổng hợp"
FILE = "Tệp"
SHEET = "Trang"
CELL = "Ô"
ANSWER = "Trả lời"
CORRECTED = "Sửa thành"
DIFFERENCE = "Chênh lệch"
SOURCE = "Nguồn sửa hoặc nhập tay"
EVIDENCE = "Mã SHA-256 của chứng cứ"
DIGEST = "Mã SHA-256 của tệp"
SUMMARY_CELL = "Ô ở trang Tổng hợp"

# Keys of the hidden sheet: what a row of it tells
FORM_KEY = "mau"
VERSION_KEY = "phien_ban"
PERIOD_KEY = "ky"
BASIS_KEY = "can_cu"
INDICATOR_KEY = "chi_tieu"
FORMULA_KEY = "cong_thuc"
UNIT_KEY = "don_vi"
COLUMN_KEY = "cot"
PLAN_SUFFIX = "~ke_hoach"

NOT_APPLICABLE = "x"
NOTHING = "……"
NOT_ADDED = "không cộng"
