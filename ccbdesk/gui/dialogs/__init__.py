"""Dialogs of the frame: days, closing, issuing, decisions, help. Each asks one thing and tells what was answered."""
