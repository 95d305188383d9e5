"""Two versions of a return: every cell in one view, every finding in the other, and what nobody asked to be changed."""

from dataclasses import replace

from deciding import FORM, ONE, corrected, received
from judging import checked
from returning import PAPER, drawn
from returning import received as received_paper

from ccbdesk.engine.settling.comparing import Version, compare
from ccbdesk.model.comparison import Comparison, FigureSpot, RowSpot
from ccbdesk.model.decision import Act
from ccbdesk.wording.comparisons import comparison_lines

OLD = {"du_no": "45.700", "to": "167", "qua": "12", "qua~ke_hoach": "10"}


def version(name: str, figures: dict[str, str], *acts: Act) -> Version:
    got = checked(received(name, figures), acts=acts)
    (submission,) = got.merged.submissions
    return Version(submission, got.checks.findings, got.checks.questions)


def compared(old: dict[str, str], new: dict[str, str], *acts: Act) -> Comparison:
    return compare(FORM, version("cu.xlsx", old, *acts), version("moi.xlsx", new))


def cells(comparison: Comparison) -> list[str]:
    """Return a line a cell; a star marks one that was changed although nothing asked for it."""
    return [
        " ".join(
            (
                spot_name(cell.spot),
                cell.change.value,
                " → ".join(side.as_typed if side else "∅" for side in (cell.old, cell.new)),
                "*" if cell.is_unasked else "",
            )
        ).strip()
        for cell in comparison.cells
    ]


def spot_name(spot: FigureSpot | RowSpot) -> str:
    match spot:
        case FigureSpot(indicator, is_plan):
            return f"{indicator}~ke_hoach" if is_plan else indicator
        case RowSpot(sheet, _, column, name):
            return f"{sheet}.{name}.{column}"


def found(comparison: Comparison) -> tuple[list[str], ...]:
    return tuple(
        [f"{finding.code} {finding.where.indicator}" for finding in findings]
        for findings in (comparison.fixed, comparison.still, comparison.new)
    )


def test_every_cell_is_unchanged_changed_new_or_gone() -> None:
    new = {"du_no": "95.700", "to": "167 tổ", "qua~ke_hoach": "11", "qua": "", "cach": "Nuôi ong"}

    assert cells(compared(OLD, new)) == [
        "du_no changed 45.700 → 95.700",
        "to unchanged 167 → 167 tổ",
        "qua gone 12 → ∅ *",
        "qua~ke_hoach changed 10 → 11 *",
        "cach new ∅ → Nuôi ong *",
    ]


def test_findings_are_fixed_still_there_or_new() -> None:
    old = {"du_no": "45.700", "to": "167", "qua": "600"}
    new = {"du_no": "45.700", "to": "168", "qua": "nhiều lắm"}

    assert found(compared(old, new)) == (["F10 qua"], ["M02 du_no"], ["F08 qua"])
    assert found(compared(old, {"du_no": "95.700", "to": "167", "qua": "12"})) == (["F10 qua", "M02 du_no"], [], [])


def test_a_figure_that_a_rule_stands_on_was_asked_about_though_another_bears_the_finding() -> None:
    assert cells(compared(OLD, {**OLD, "to": "100"}))[1] == "to changed 167 → 100"


def test_a_figure_was_asked_about_where_there_is_a_question() -> None:
    old = {"du_no": "90.000", "to": "200", "qua": "1.200 (3 đợt 400)"}

    assert [cell.was_asked for cell in compared(old, {**old, "qua": "30"}).cells] == [False, False, True]


def test_what_is_compared_is_what_the_files_hold() -> None:
    act = corrected("to", "167", "100")

    assert cells(compared(OLD, {**OLD, "to": "100"}, act))[1] == "to changed 167 → 100"
    assert cells(compared({"du_no": "9"}, {"du_no": "9"}, corrected("to", "", "5"))) == ["du_no unchanged 9 → 9"]
    assert "qua~ke_hoach changed 10 → 11" in cells(
        compared(OLD, {**OLD, "qua~ke_hoach": "11"}, corrected("qua", "10", "11", is_plan=True))
    )


def test_rows_of_a_list_are_compared_by_what_they_are_called() -> None:
    old, new = (
        paper(name, rows)
        for name, rows in (
            ("cu.xlsx", ("| 1 | Nuôi ong | 50 | 4 |", "| 2 | Trồng quế | 20 | 3 |")),
            ("moi.xlsx", ("| 1 | Trồng quế | 25 | 3 |", "| 2 | Nuôi cá | 7 | |")),
        )
    )

    comparison = compare(PAPER, old, new)

    assert cells(comparison) == [
        "mh.Nuôi ong.ten gone Nuôi ong → ∅ *",
        "mh.Nuôi ong.von gone 50 → ∅ *",
        "mh.Nuôi ong.ho gone 4 → ∅ *",
        "mh.Trồng quế.ten unchanged Trồng quế → Trồng quế",
        "mh.Trồng quế.von changed 20 → 25 *",
        "mh.Trồng quế.ho unchanged 3 → 3",
        "mh.Nuôi cá.ten new ∅ → Nuôi cá *",
        "mh.Nuôi cá.von new ∅ → 7 *",
    ]
    assert "  Mô hình, dòng “Trồng quế”, “Vốn”: “20” → “25” (trang “Mô hình”, ô C4)" in comparison_lines(
        PAPER, comparison
    )


def paper(name: str, rows: tuple[str, str]) -> Version:
    got = received_paper(
        drawn(
            name,
            f"""
            Mô hình
            | Đơn vị báo cáo: | "Hội CCB tỉnh Cao Bằng" |
            | | ten | von | ho |
            | TT | Tên mô hình | Vốn (triệu đồng) | Số hộ (hộ) |
            {rows[0]}
            {rows[1]}

            _meta
            | bo_bieu_mau | lang-son-thu |
            """,
        ),
        form=PAPER,
    )
    (submission,) = got.submissions
    return Version(submission, got.findings, got.questions)


def test_both_views_are_told_line_by_line() -> None:
    old = {"du_no": "45.700", "to": "167", "qua": "600"}
    new = {"du_no": "45.700", "to": "168", "qua": "12", "cach": "Nuôi ong"}

    assert comparison_lines(FORM, compared(old, new)) == (
        "Một: tệp “moi.xlsx” so với tệp “cu.xlsx”. 2 ô đổi số, 1 ô mới có, 1 ô giữ nguyên.",
        "Ô đã đổi (3):",
        "  “Tổ vay vốn”: “167” → “168” (trang “Biểu”, ô D5)",
        "  “Suất quà”: “600” → “12” (trang “Biểu”, ô D6)",
        "  “Cách làm”: mới ghi “Nuôi ong” (trang “Biểu”, ô D7)",
        "Đã sửa xong (1):",
        "  Một – trang “Biểu”, ô D6 “Suất quà”: ghi “600”. Phải là số không lớn hơn 500; đề nghị kiểm tra và ghi lại.",
        "Vẫn còn (1):",
        "  Một – trang “Biểu”, ô D4 “Dư nợ”: bình quân 272,024, ngoài khoảng từ 300 đến 2.000 (“Dư nợ” = 45.700; “Tổ vay vốn” = 168). Bình quân lạ.",
        "Đổi mà không có phát hiện nào yêu cầu (1):",
        "  “Cách làm”: mới ghi “Nuôi ong” (trang “Biểu”, ô D7)",
    )


def test_the_same_file_again_has_nothing_to_tell_but_what_is_still_there() -> None:
    lines = comparison_lines(FORM, compared({"du_no": "9", "to": "8"}, {"du_no": "9", "to": "8"}))

    assert lines == (
        "Một: tệp “moi.xlsx” so với tệp “cu.xlsx”. Không ô nào đổi, 2 ô giữ nguyên.",
        "Vẫn còn (1):",
        "  Một – trang “Biểu”, ô D4 “Dư nợ”: bình quân 1,125, ngoài khoảng từ 300 đến 2.000 (“Dư nợ” = 9; “Tổ vay vốn” = 8). Bình quân lạ.",
    )


def test_findings_of_other_units_and_of_the_cluster_are_not_compared() -> None:
    one = version("cu.xlsx", OLD)
    other = replace(one, findings=tuple(replace(each, where=replace(each.where, unit=None)) for each in one.findings))

    assert found(compare(FORM, other, one)) == ([], [], ["M02 du_no"])
    assert compare(FORM, one, one).unit == ONE
