"""Native charts. This module holds the one calm style of our bar charts: one colour, figures behind the bars."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ccbdesk.files.excel.looks import FONT, GREY, INK, number_format
from ccbdesk.model.book import BookChart

_BARS = "#4F7CAC"
_SMALL = {"name": FONT, "size": 10, "color": INK}
_BOLD = {"name": FONT, "size": 11, "bold": True, "color": INK}


def insert_chart(workbook: xlsxwriter.Workbook, target: Worksheet, chart: BookChart) -> None:
    """Insert a chart of horizontal bars, the first name at the top."""
    drawn = workbook.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": f"={chart.names}",
            "values": f"={chart.values}",
            "fill": {"color": _BARS},
            "border": {"none": True},
            "gap": 60,
            "data_labels": {"value": True, "num_format": number_format(chart.decimals), "font": _SMALL},
        }
    )
    title = f"{chart.title} ({chart.measure})" if chart.measure else chart.title
    drawn.set_title({"name": title, "name_font": _BOLD, "overlay": False})
    drawn.set_legend({"none": True})
    # of a bar chart the names are the y axis; turned round, the values would stand at the top if they were shown
    names = {"reverse": True, "num_font": _SMALL, "line": {"color": GREY}, "major_tick_mark": "none"}
    drawn.set_y_axis({**names, "interval_unit": 1})  # else names of two lines would be left out, every second one
    drawn.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": chart.width, "height": chart.height})
    target.insert_chart(chart.row - 1, chart.column - 1, drawn, {"object_position": 2})
