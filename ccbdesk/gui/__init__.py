"""The window: it shows what the service draws and hands back what the clerk asks. PySide6 is known only here."""
