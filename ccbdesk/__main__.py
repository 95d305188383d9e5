"""The entry point: ``python -m ccbdesk`` and the installed command ``ccbdesk``."""

import multiprocessing
import sys

from ccbdesk.app import start


def main() -> None:
    """Start the program and leave with its status."""
    multiprocessing.freeze_support()  # in a program packed into one folder, the engine's process begins here too
    sys.exit(start())


if __name__ == "__main__":
    main()
