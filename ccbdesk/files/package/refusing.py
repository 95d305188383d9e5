"""Giving up on a file. This module holds the one error with which the readers of files do so."""

from ccbdesk.model.receipt import Refusal, Refused


class RefusedError(Exception):
    """Carries a refusal from the depth of a file up to whoever asked for the file to be read.

    ``detail`` names in Vietnamese what was found (a kind of file, a sheet, a cell, an amount), or is empty."""

    def __init__(self, why: Refusal, detail: str = "") -> None:
        """Keep the refusal."""
        super().__init__(f"{why.value}: {detail}")
        self.refused = Refused(why, detail)
