"""Dialogs that lie on the window, one thing to decide each; they tell by signals what was decided."""
