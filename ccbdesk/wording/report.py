"""What the report lacks, in Vietnamese. This module holds the sentence about a figure that is incomplete."""

from ccbdesk.model.form import Form
from ccbdesk.model.report import Gap
from ccbdesk.wording.places import label, unit_names


def gap_sentence(form: Form, gap: Gap) -> str:
    """Return which figure of the report lacks which units, and the sentence's cell in the form."""
    missing = f"chưa có số của {unit_names(form, gap.missing)}" if gap.missing else "chưa đơn vị nào có số"
    return f"{label(form, gap.indicator)} {missing} (Câu mẫu, ô {gap.place})."
