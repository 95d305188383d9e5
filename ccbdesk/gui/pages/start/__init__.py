"""The screen before a period is open: the first run, and the dossiers that can be opened again."""
