"""The days of a period in Vietnamese. This module holds what each of them is called."""

from ccbdesk.model.period import Milestone

MILESTONES = {
    Milestone.CUT_OFF: "ngày chốt số liệu",
    Milestone.DEADLINE: "hạn gửi báo cáo",
    Milestone.MEETING: "ngày họp",
}
"""The days of a period as the office calls them."""
