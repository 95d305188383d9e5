"""ccbdesk takes the workbooks a cluster's members send and makes of them one workbook and one report."""
