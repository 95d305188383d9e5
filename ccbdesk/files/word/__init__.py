"""Word files: a skeleton's slots filled with a report, and its live figures read back."""
