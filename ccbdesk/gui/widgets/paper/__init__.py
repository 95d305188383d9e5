"""A paper on the screen: laid out in lines and pages as a printer would, painted, looked at and printed."""
