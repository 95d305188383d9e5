"""Every column of every sheet: one mistake planted in it is found there, and nothing else is."""

from typing import Any

import form_drawing
import pytest
from form_drawing import planted

from ccbdesk.engine.forms.reading import read_form
from ccbdesk.model.mistake import FormMistake, Wrong
from ccbdesk.vietnamese.vocabulary.forms import PAGES, PROPERTIES, PROPERTY_PAGE, Column, Unread

# One line a planted mistake: the sheet, the cell, what is written there, what is wrong with it.
PLANTED = r"""
    Thông tin  A4   Tên bộ biểu mẫuu     VALUE_UNKNOWN
    Thông tin  A5   Tên Cụmm             VALUE_UNKNOWN
    Thông tin  A7   Trụ sở               VALUE_UNKNOWN
    Thông tin  A8   Cơ quan ban hành     NAME_TWICE
    Thông tin  A9   -                    VALUE_MISSING
    Thông tin  B2   -                    VALUE_MISSING
    Thông tin  B2   Cụm thử              NAME_MALFORMED
    Thông tin  B2   cum-thu-dai-hon-hai-muoi  NAME_TOO_LONG
    Thông tin  B3   -                    VALUE_MISSING
    Thông tin  B4   #REF!                CELL_UNUSABLE
    Thông tin  B5   -                    VALUE_MISSING
    Thông tin  B6   -                    VALUE_MISSING
    Thông tin  B7   #N/A                 CELL_UNUSABLE
    Thông tin  B8   =?                   CELL_UNUSABLE
    Thông tin  B9   khung/bao-cao        NAME_MALFORMED

    Đơn vị  A3   -             VALUE_MISSING
    Đơn vị  A3   mot           NAME_TWICE
    Đơn vị  A3   Tỉnh Hai      NAME_MALFORMED
    Đơn vị  A3   mot_hai_ba_bon  NAME_TOO_LONG
    Đơn vị  A3   cum           NAME_RESERVED
    Đơn vị  B3   -             VALUE_MISSING
    Đơn vị  B3   Hội CCB tỉnh Một  NAME_TWICE
    Đơn vị  C3   -             VALUE_MISSING
    Đơn vị  C3   một           NAME_TWICE
    Đơn vị  D3   #REF!         CELL_UNUSABLE
    Đơn vị  E3   Tỉnh một      NAME_TWICE
    Đơn vị  E3   H2; h2        NAME_TWICE
    Đơn vị  F3   1,5           NUMBER_MALFORMED
    Đơn vị  F3   đầu           NUMBER_MALFORMED
    Đơn vị  F3   -1            NUMBER_MALFORMED
    Đơn vị  G2   32/13/2020    DATE_MALFORMED
    Đơn vị  G2   43831         DATE_MALFORMED
    Đơn vị  H2   năm ngoái     DATE_MALFORMED
    Đơn vị  H2   2019-12-31    BOUNDS_REVERSED
    Đơn vị  I2   Một cũ; một cũ  NAME_TWICE

    Biểu  A3   -                  VALUE_MISSING
    Biểu  A3   b1                 NAME_TWICE
    Biểu  A2   B/1                NAME_MALFORMED
    Biểu  A2   Mã của biểu số một NAME_MALFORMED
    Biểu  B3   -                  VALUE_MISSING
    Biểu  B3   BIỂU 1             NAME_TWICE
    Biểu  B3   Phiếu/kỳ           NAME_MALFORMED
    Biểu  B3   'Phiếu kỳ          NAME_MALFORMED
    Biểu  B3   Phiếu kỳ của Cụm thi đua số một này  NAME_TOO_LONG
    Biểu  B3   History            NAME_RESERVED
    Biểu  B3   _meta              NAME_RESERVED
    Biểu  C3   #REF!              CELL_UNUSABLE
    Biểu  D3   -                  VALUE_MISSING
    Biểu  D3   dòng chữ           VALUE_UNKNOWN
    Biểu  D4   -                  VALUE_MISSING
    Biểu  D4   mà trận ấy         VALUE_UNKNOWN
    Biểu  D5   -                  VALUE_MISSING
    Biểu  E2   -                  VALUE_MISSING
    Biểu  E2   tỉnh               VALUE_UNKNOWN
    Biểu  F2   mau.xls            NOT_A_FILE_NAME
    Biểu  F2   mau/mau.xlsx       NOT_A_FILE_NAME
    Biểu  F2   ..xlsx             NOT_A_FILE_NAME
    Biểu  G2   Trang 1            WITHOUT_FILE
    Biểu  H2   5                  WITHOUT_FILE
    Biểu  H2   0                  NOT_A_ROW
    Biểu  I2   năm                NOT_A_ROW
    Biểu  J2   A                  WITHOUT_FILE
    Biểu  K2   2                  NOT_A_COLUMN
    Biểu  L2   XFE                NOT_A_COLUMN
    Biểu  M2   cột D              NOT_A_COLUMN
    Biểu  N2   B2                 NOT_A_COLUMN
    Biểu  O2   C                  NOT_A_CELL
    Biểu  P2   C0                 NOT_A_CELL
    Biểu  Q2   dòng               NOT_ALLOWED_HERE
    Biểu  Q5   nhà                =

    Số liệu  A2   #REF!       CELL_UNUSABLE
    Số liệu  B8   -           VALUE_MISSING
    Số liệu  B8   nu          NAME_TWICE
    Số liệu  B2   Hội viên    NAME_MALFORMED
    Số liệu  B8   1a          NAME_MALFORMED
    Số liệu  B8   so_hoi_vien_tang_trong_ky  NAME_TOO_LONG
    Số liệu  B14  nguoi_moi_ket_nap  NAME_TOO_LONG
    Số liệu  B8   chi_bo_nam  NAME_TWICE  B13
    Số liệu  B14  chi_bo_nam  NAME_TWICE
    Số liệu  B8   nt_tien     NAME_TWICE
    Số liệu  B8   nt          NAME_TWICE
    Số liệu  B8   cum         NAME_RESERVED
    Số liệu  B8   nam         NAME_RESERVED
    Số liệu  B8   tong        NAME_RESERVED
    Số liệu  B8   median      NAME_RESERVED
    Số liệu  C8   -           VALUE_MISSING
    Số liệu  C8   B2          NAME_UNKNOWN
    Số liệu  C14  NT          NOT_ALLOWED_HERE
    Số liệu  D2   #REF!       CELL_UNUSABLE
    Số liệu  E3   -           VALUE_MISSING
    Số liệu  F3   đồng chí    OTHER_MEASURE  I3
    Số liệu  F5   -           VALUE_MISSING
    Số liệu  F5   người       NOT_ALLOWED_HERE
    Số liệu  F7   người       NOT_ALLOWED_HERE
    Số liệu  F8   =?          CELL_UNUSABLE
    Số liệu  G2   -           VALUE_MISSING
    Số liệu  G2   số tròn     VALUE_UNKNOWN
    Số liệu  G14  -           =
    Số liệu  G14  số tròn     VALUE_UNKNOWN
    Số liệu  H3   có thể      VALUE_UNKNOWN
    Số liệu  H7   x           NOT_ALLOWED_HERE
    Số liệu  I3   hoi_vienn   NAME_UNKNOWN
    Số liệu  I8   tang        CIRCULAR
    Số liệu  I2   hv_nam      CIRCULAR  I3
    Số liệu  I12  hoi_vien    OTHER_SHEET
    Số liệu  I7   hoi_vien    OTHER_MEASURE
    Số liệu  I8   cach_lam    NOT_A_FIGURE
    Số liệu  I9   hoi_vien    NOT_A_FIGURE
    Số liệu  J2   tất cả      VALUE_UNKNOWN
    Số liệu  J8   x           NO_PARTS
    Số liệu  K5   Một; Bốn    NAME_UNKNOWN
    Số liệu  K5   tỉnh; Tỉnh  NAME_TWICE
    Số liệu  K12  Một         NOT_ALLOWED_HERE
    Số liệu  L3   Cộng        VALUE_UNKNOWN
    Số liệu  L9   Lớn nhất    NOT_ALLOWED_HERE
    Số liệu  L11  Công thức   NOT_ALLOWED_HERE
    Số liệu  L7   Cộng – cuối kỳ  NOT_ALLOWED_HERE
    Số liệu  L4   Cụm ghi     =
    Số liệu  L13  Cụm ghi     =
    Số liệu  L9   Cụm ghi     NOT_ALLOWED_HERE
    Số liệu  L12  Cụm ghi     NOT_ALLOWED_HERE
    Số liệu  L13  Công thức   NOT_ALLOWED_HERE
    Số liệu  L14  Không cộng  NOT_ALLOWED_HERE
    Số liệu  L14  Lớn nhất    =
    Số liệu  M13  nu          NOT_ALLOWED_HERE
    Số liệu  M7   chi_bo / moi_nu  =
    Số liệu  M7   chi_bo_nhan_xet / nu  NOT_A_FIGURE
    Số liệu  M7   -           VALUE_MISSING
    Số liệu  M8   -           VALUE_MISSING
    Số liệu  M3   nu          NOT_ALLOWED_HERE
    Số liệu  M5   nu          NOT_ALLOWED_HERE
    Số liệu  M7   nu / hoivien  NAME_UNKNOWN
    Số liệu  M7   nu /        SYNTAX
    Số liệu  M7   ty_le_nu    CIRCULAR
    Số liệu  M7   tang / nu   =
    Số liệu  M7   nu@mot / hoi_vien  NOT_ALLOWED_HERE
    Số liệu  M7   nu / chi_tieu  MIXED_PREPARERS
    Số liệu  M7   nu / cach_lam  NOT_A_FIGURE
    Số liệu  M7   nu~ke_hoach / nu  NO_PLAN
    Số liệu  M7   hoi_vien~ke_hoach / hoi_vien  =
    Số liệu  N3   chắc        VALUE_UNKNOWN
    Số liệu  N9   x           NOT_ALLOWED_HERE
    Số liệu  N13  x           NOT_ALLOWED_HERE
    Số liệu  N7   x           NOT_ALLOWED_HERE
    Số liệu  O3   không âm    NUMBER_MALFORMED
    Số liệu  O3   "1.000"     NUMBER_MALFORMED
    Số liệu  O9   0           NOT_ALLOWED_HERE
    Số liệu  P2   -5          BOUNDS_REVERSED
    Số liệu  P3   hết         NUMBER_MALFORMED
    Số liệu  P9   5           NOT_ALLOWED_HERE
    Số liệu  Q3   lên xuống   VALUE_UNKNOWN
    Số liệu  Q9   tăng        NOT_ALLOWED_HERE
    Số liệu  R2   don_vi:ha   NOT_ALLOWED_HERE
    Số liệu  R2   soo         NAME_UNKNOWN
    Số liệu  R2   so:nhiều    VALUE_UNKNOWN
    Số liệu  R2   ngay        NOT_ALLOWED_HERE
    Số liệu  R2   tien        NOT_ALLOWED_HERE
    Số liệu  R9   so          NOT_ALLOWED_HERE
    Số liệu  R13  tien        NOT_ALLOWED_HERE
    Số liệu  S3   nhất        VALUE_UNKNOWN
    Số liệu  T3   số hội viên NAME_TWICE
    Số liệu  T3   hội viên    NAME_TWICE
    Số liệu  T3   A; a        NAME_TWICE
    Số liệu  U2   #REF!       CELL_UNUSABLE
    Số liệu  V2   7           WITHOUT_FILE
    Số liệu  V2   bảy         NOT_A_ROW
    Số liệu  W4   Dư nợ             NAME_MALFORMED
    Số liệu  W4   mot_ma_dai_hon_hai_muoi_bon  NAME_TOO_LONG

    Danh sách  A2  -            VALUE_MISSING
    Danh sách  A6  -            VALUE_MISSING
    Danh sách  A2  B1           NOT_ALLOWED_HERE
    Danh sách  A7  PK           NOT_ALLOWED_HERE
    Danh sách  A6  NTT          NAME_UNKNOWN
    Danh sách  A4  Ma           NAME_UNKNOWN
    Danh sách  A3  Ma           NAME_UNKNOWN
    Danh sách  B3  -            VALUE_MISSING
    Danh sách  B7  -            VALUE_MISSING
    Danh sách  B6  Họ tên       NAME_MALFORMED
    Danh sách  B3  nam          NAME_TWICE
    Danh sách  B7  ten_ho       NAME_TWICE
    Danh sách  B8  nam          NAME_RESERVED
    Danh sách  B5  nhan_xet_dang NAME_TOO_LONG
    Danh sách  B5  1a           NAME_MALFORMED
    Danh sách  C2  -            VALUE_MISSING
    Danh sách  D2  #REF!        CELL_UNUSABLE
    Danh sách  D2  hộ           OTHER_MEASURE  D3
    Danh sách  D3  hộ           OTHER_MEASURE
    Danh sách  D4  người        NOT_ALLOWED_HERE
    Danh sách  D7  -            VALUE_MISSING
    Danh sách  D7  người        NOT_ALLOWED_HERE
    Danh sách  E2  -            VALUE_MISSING
    Danh sách  E7  số tròn      VALUE_UNKNOWN
    Danh sách  F2  có thể       VALUE_UNKNOWN
    Danh sách  G3  có thể       VALUE_UNKNOWN
    Danh sách  G7  có thể       VALUE_UNKNOWN
    Danh sách  G4  x            NOT_ALLOWED_HERE
    Danh sách  G5  x            NOT_ALLOWED_HERE
    Danh sách  G8  x            NOT_ALLOWED_HERE
    Danh sách  H3  C            WITHOUT_FILE
    Danh sách  H7  12           NOT_A_COLUMN

    Quy tắc  A3  -              VALUE_MISSING
    Quy tắc  A3  q1             NAME_TWICE
    Quy tắc  A3  Q 2            NAME_MALFORMED
    Quy tắc  A3  DP_hoi_vien    NAME_RESERVED
    Quy tắc  A3  quy_tac_so_hai_cua_nguoi_lam  NAME_TOO_LONG
    Quy tắc  B3  -              VALUE_MISSING
    Quy tắc  B3  Không nhỏ hơn  VALUE_UNKNOWN
    Quy tắc  C2  -              VALUE_MISSING
    Quy tắc  C2  hoivien        NAME_UNKNOWN
    Quy tắc  C2  hoi_vien +     SYNTAX
    Quy tắc  C2  hoi_vien@mot   NOT_ALLOWED_HERE
    Quy tắc  C2  cach_lam       NOT_A_FIGURE
    Quy tắc  C2  nu~ke_hoach    NO_PLAN
    Quy tắc  C2  chi_tieu       MIXED_PREPARERS  D2
    Quy tắc  C7  hoi_vien       SYNTAX
    Quy tắc  D2  -              VALUE_MISSING
    Quy tắc  D3  -              VALUE_MISSING
    Quy tắc  D4  -              VALUE_MISSING
    Quy tắc  D5  -              VALUE_MISSING
    Quy tắc  D7  nu             NOT_ALLOWED_HERE
    Quy tắc  D3  chi_tieu       MIXED_PREPARERS
    Quy tắc  D3  du_noo         NAME_UNKNOWN
    Quy tắc  D3  noi_hop        NOT_A_FIGURE
    Quy tắc  E2  0              NOT_ALLOWED_HERE
    Quy tắc  E5  một            NUMBER_MALFORMED
    Quy tắc  F2  1              NOT_ALLOWED_HERE
    Quy tắc  F5  0,5            BOUNDS_REVERSED
    Quy tắc  F5  5,500          NUMBER_MALFORMED
    Quy tắc  F6  -              VALUE_MISSING  E6
    Quy tắc  C8  chi_tieu       NOT_ALLOWED_HERE
    Quy tắc  D8  chi_tieu       NOT_ALLOWED_HERE
    Quy tắc  D8  -              =
    Quy tắc  E8  -              =
    Quy tắc  F8  30             BOUNDS_REVERSED
    Quy tắc  C9  chi_bo_naam    NAME_UNKNOWN
    Quy tắc  C9  nt_tienn       NAME_UNKNOWN
    Quy tắc  C9  chi_bo_nhan_xet  NOT_A_FIGURE
    Quy tắc  C9  nt.a1b2c3.tien@mot  NOT_ALLOWED_HERE
    Quy tắc  G2  -              VALUE_MISSING
    Quy tắc  G2  nặng           VALUE_UNKNOWN
    Quy tắc  H2  bỏ             VALUE_UNKNOWN
    Quy tắc  I2  năm; tháng     VALUE_UNKNOWN
    Quy tắc  J2  #REF!          CELL_UNUSABLE
    Quy tắc  K2  #REF!          CELL_UNUSABLE

    Câu mẫu  A2  #REF!          CELL_UNUSABLE
    Danh sách  D7   theo cột ten_ho  NOT_ALLOWED_HERE
    Danh sách  D7   theo cột ten_hoo  NOT_ALLOWED_HERE
    Danh sách  D8   theo cột ten_ho  NOT_ALLOWED_HERE
    Câu mẫu  B2  -              VALUE_MISSING
    Câu mẫu  B2  Đề mục 7       VALUE_UNKNOWN
    Câu mẫu  C2  -              VALUE_MISSING
    Câu mẫu  C2  Có {hoivien}   NAME_UNKNOWN
    Câu mẫu  C2  Có {hoi_vien   SYNTAX
    Câu mẫu  C2  Có {hoi_vien\|soo}  NAME_UNKNOWN
    Câu mẫu  C2  Có {hoi_vien\|ngay}  NOT_ALLOWED_HERE
    Câu mẫu  C2  Có {hoi_vien\|don_vi}  =
    Câu mẫu  C2  Có {hoi_vien\|bang_chu:hoa}  =
    Câu mẫu  C2  Có {hoi_vien\|don_vi:km}  NOT_ALLOWED_HERE
    Câu mẫu  C2  Có {hoi_vien\|don_vi:kn}  VALUE_UNKNOWN
    Câu mẫu  C2  Có {hoi_vien\|doi}  VALUE_UNKNOWN
    Câu mẫu  C2  Có {du_no@mot\|bang_chu}  NOT_ALLOWED_HERE
    Câu mẫu  C2  {ten} có       NOT_ALLOWED_HERE
    Câu mẫu  C2  Có {hoi_vien@ba}  NAME_UNKNOWN
    Câu mẫu  C2  Có {cach_lam}  NO_TOTAL
    Câu mẫu  C2  Có {cach_lam@mot}  =
    Câu mẫu  C2  [mỗi đơn vị: {cach_lam}]  =
    Câu mẫu  C2  Có {chi_tieu@mot}  MIXED_PREPARERS
    Câu mẫu  C2  [mỗi đơn vị: {chi_tieu}]  MIXED_PREPARERS
    Câu mẫu  C2  [mỗi đơn vị: {chi_tieu@cum}]  =
    Câu mẫu  C2  [mỗi đơn vị (loại "tỉnh"): {ten}]  =
    Câu mẫu  C2  [mỗi đơn vị (loại "huyện"): {ten}]  VALUE_UNKNOWN
    Câu mẫu  C2  [mỗi đơn vị (khi chi_tieu): {ten}]  MIXED_PREPARERS
    Câu mẫu  C2  [mỗi đơn vị (khi nu > chi_tieu@cum): {ten}]  =
    Câu mẫu  C2  [mỗi đơn vị (khi cach_lam): {ten}]  =
    Câu mẫu  C2  [mỗi đơn vị (khi cach_lam > 1): {ten}]  NOT_A_FIGURE
    Câu mẫu  C2  Họp[nếu noi_hop: tại {noi_hop}]  =
    Câu mẫu  C2  Họp[nếu noi_hop > 1: x]  NOT_A_FIGURE
    Câu mẫu  C2  Họp[nếu cach_lam: x]  NO_TOTAL
    Câu mẫu  C2  Họp[nếu nu > chi_tieu: , {nu~ke_hoach}]  NO_PLAN
    Câu mẫu  C2  [mỗi đơn vị: {ten}[nếu nu > chi_tieu: đạt]{nu}]  MIXED_PREPARERS
    Câu mẫu  C2  Có {noi_hop + 1}  NOT_A_FIGURE
    Câu mẫu  C2  Có {nu~ke_hoach}  NO_PLAN
    Câu mẫu  C2  Có {hoi_vien@mot~ke_hoach / hoi_vien@mot~cung_ky}  TAG_TOO_LONG
    Câu mẫu  D2  hoivien > 0    NAME_UNKNOWN
    Câu mẫu  D2  hoi_vien >     SYNTAX
    Câu mẫu  D2  noi_hop        NOT_A_FIGURE
    Câu mẫu  D2  chi_tieu@mot > 0  MIXED_PREPARERS
    Câu mẫu  E3  sáu tháng mười  VALUE_UNKNOWN
    Câu mẫu  C6  [mỗi dòng NTT: {ten_ho}]  NAME_UNKNOWN
    Câu mẫu  C6  [mỗi dòng M: {ten}{nt}]  NAME_UNKNOWN
    Câu mẫu  C6  [mỗi dòng NT: {ten_hoo}]  NAME_UNKNOWN
    Câu mẫu  C6  [mỗi dòng NT: {tien\|ngay}]  NOT_ALLOWED_HERE
    Câu mẫu  C6  [mỗi đơn vị (đầu 3 theo cach_lam): {nt}]  NOT_A_FIGURE
    Câu mẫu  C6  [mỗi đơn vị (đầu 3 theo chi_tieu): {nt}]  MIXED_PREPARERS
    Câu mẫu  C6  {chi_bo_ty_le}  NO_TOTAL
    Câu mẫu  C8  Xem {hoi_vien}  NOT_A_TABLE
    Câu mẫu  C8  [mỗi dòng NT: {ten_ho}, {tien}]  NOT_A_TABLE
    Câu mẫu  C8  {hoi_vien}[mỗi dòng NT: {tien}]  NOT_A_TABLE
    Câu mẫu  C8  {hoi_vien@mot}  NOT_A_TABLE
    Câu mẫu  C8  {hoi_vien + 1}  NOT_A_TABLE
    Câu mẫu  C8  {chi_tieu}  MIXED_PREPARERS
    Câu mẫu  C8  {cach_lam}  =
    Câu mẫu  C8  {hoi_vien}{hoi_vien~ke_hoach}  =
    Câu mẫu  C8  {hoi_vien~truoc}  NOT_A_TABLE
    Câu mẫu  C8  {nu~ke_hoach}  NO_PLAN
    Câu mẫu  C8  {du_no\|phan_tram}  NOT_ALLOWED_HERE
    Câu mẫu  C10  Hội viên  NOT_A_CHART
    Câu mẫu  C10  {hoi_vien}{nu}  NOT_A_CHART
    Câu mẫu  C10  [{hoi_vien}]  NOT_A_CHART
    Câu mẫu  C10  {hoi_vien~truoc}  NOT_A_CHART
    Câu mẫu  C10  {cach_lam}  NOT_A_FIGURE
    Câu mẫu  C10  {chi_tieu}  MIXED_PREPARERS
    Câu mẫu  B12  Phụ lục  NOT_ALLOWED_HERE
    Câu mẫu  C12  Kính gửi {nu}  NOT_YET_REPORTED
    Câu mẫu  C12  [mỗi đơn vị: {nu}]  NOT_YET_REPORTED
    Câu mẫu  C12  [mỗi dòng NT: {ten_ho}]  NOT_YET_REPORTED
    Câu mẫu  D12  nu > 0  NOT_YET_REPORTED
    Câu mẫu  F2  ở đâu  VALUE_UNKNOWN
    Câu mẫu  F10  thư đề nghị  NOT_YET_REPORTED  C10
    Câu mẫu  G2  có lẽ          VALUE_UNKNOWN
"""


def _lines() -> list[tuple[str, str, str, str, str]]:
    """Return each planted mistake: sheet, cell, what is drawn, what is wrong (``=``: nothing), where it is found."""
    found = []
    for line in PLANTED.splitlines():
        parts = [part for part in line.strip().split("  ") if part]
        if parts:
            sheet, cell, *rest = (part.strip() for part in parts)
            drawn, wrong, *elsewhere = _spread(rest)
            found.append((sheet, cell, "" if drawn == "-" else drawn, wrong, "".join(elsewhere) or cell))
    return found


def _spread(rest: list[str]) -> list[str]:
    return rest if len(rest) > 1 else rest[0].rsplit(" ", 1)


@pytest.mark.parametrize(("sheet", "cell", "drawn", "wrong", "found"), _lines())
def test_one_planted_mistake_is_one_mistake_at_its_cell(
    sheet: str, cell: str, drawn: str, wrong: str, found: str
) -> None:
    form = read_form(planted({f"{sheet}!{cell}": drawn}))

    assert _told(form) == ([] if wrong == "=" else [(Wrong[wrong], sheet, found)])


def _told(form: object) -> list[tuple[Wrong, str, str]]:
    mistakes = form if isinstance(form, tuple) else ()
    assert all(isinstance(mistake, FormMistake) for mistake in mistakes)
    return sorted(((mistake.wrong, mistake.sheet, mistake.cell) for mistake in mistakes), key=str)


def test_a_mistake_is_planted_in_every_column_and_property() -> None:
    tested = {(sheet, cell.rstrip("0123456789")) for sheet, cell, _, wrong, _ in _lines() if wrong != "="}
    properties = {cell for sheet, cell, *_ in _lines() if sheet == PROPERTY_PAGE.name and cell.startswith("B")}

    assert tested == {(page.name, _letter(place)) for page in PAGES for place in _columns(page.columns)}
    assert properties == {f"B{row}" for row in range(2, 2 + len(PROPERTIES))}


def _columns(columns: tuple[Column[Any], ...]) -> list[int]:
    return [place for place, column in enumerate(columns) if not isinstance(column.holding, Unread)]


def _letter(place: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]


def test_the_drawing_has_the_columns_of_the_vocabulary_in_their_order() -> None:
    headed = {grid.name: [cell.content for cell in grid.cells if cell.row == 1] for grid in planted({}).grids}

    assert headed == {page.name: [column.heading for column in page.columns] for page in PAGES}
    assert form_drawing.GOOD


def test_what_the_cluster_is_to_give_needs_a_sheet_of_its_own() -> None:
    own = {f"Biểu!D{row}": "danh sách" for row in (3,)}
    form = read_form(planted({"Số liệu!L4": "Cụm ghi", "Biểu!E3": "đơn vị"}))
    listed = read_form(planted({"Số liệu!L4": "Cụm ghi", **own}))

    assert (Wrong.NO_PERIOD_SHEET, "Số liệu", "L4") in _told(form)
    assert (Wrong.NO_PERIOD_SHEET, "Số liệu", "L4") in _told(listed)


@pytest.mark.parametrize(
    ("measure", "added", "wrong"),
    [
        ("theo cột ten_ho", "", []),
        ("Theo cột Tên hộ", "", []),
        ("theo cột ten_hoo", "", [(Wrong.NAME_UNKNOWN, "Danh sách", "D7")]),
        ("theo cột ngay", "", [(Wrong.NOT_ALLOWED_HERE, "Danh sách", "D7")]),
        ("theo cột ten_ho", "x", [(Wrong.NOT_ALLOWED_HERE, "Danh sách", "G7")]),
    ],
)
def test_a_measure_may_stand_in_another_column_of_words(measure: str, added: str, wrong: list[object]) -> None:
    cells = {"Danh sách!D7": measure, "Danh sách!E7": "số thập phân", "Danh sách!G7": added}
    others = {"Quy tắc!C8": "NT", "Quy tắc!D8": ""}  # what speaks of the sum
    sentences = {
        "Câu mẫu!C6": "Có {nt} nhà",
        "Câu mẫu!C7": "[mỗi đơn vị: {ten} {nt}: [mỗi dòng NT: {ten_ho} {tien\\|don_vi}]]",
    }

    assert _told(read_form(planted({**cells, **others, **sentences}))) == wrong


def test_an_offices_own_file_is_no_sheet_to_give_figures_on() -> None:
    form = read_form(planted({"Số liệu!L4": "Cụm ghi", "Biểu!F3": "phieu.xlsx"}))

    assert (Wrong.NO_PERIOD_SHEET, "Số liệu", "L4") in _told(form)
