"""Sheets of a form workbook → Form, or every mistake its author made."""
