"""Figures in Vietnamese: what people type becomes a number, and a number becomes what a report prints."""
