"""Kiểm tra: the list of what was found, and what is shown of one thing at its side."""
