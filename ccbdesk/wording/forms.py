"""Form workbooks in Vietnamese. This module holds what a form holds, and how many places are to be put right."""

from ccbdesk.model.form import Form, Preparer


def form_words(form: Form) -> str:
    """Return what a form without mistakes holds."""
    own = sum(form.sheet(indicator.sheet).preparer is Preparer.CLUSTER for indicator in form.indicators)
    return (
        f"Bộ biểu mẫu {form.id}, phiên bản {form.version}: {len(form.units)} đơn vị, "
        f"{len(form.indicators) - own} chỉ tiêu, {own} mục của Cụm, {len(form.rules)} quy tắc, "
        f"{len(form.sentences)} câu mẫu. Không có chỗ nào phải sửa."
    )


def mistakes_words(count: int, name: str) -> str:
    """Return how many mistakes the author of a form workbook made."""
    return f"Có {count} chỗ phải sửa trong “{name}”."
