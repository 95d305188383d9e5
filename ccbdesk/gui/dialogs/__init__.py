"""Dialogs of the frame: days, closing, issuing, decisions, errors, help. Each asks one thing and tells what was answered."""
