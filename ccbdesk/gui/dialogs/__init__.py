"""Dialogs that lie on the window, one thing to decide each."""
