"""The entry point: ``python -m ccbdesk`` and the installed command ``ccbdesk``."""

import sys

from ccbdesk.app import start


def main() -> None:
    """Start the program and leave with its status."""
    sys.exit(start())


if __name__ == "__main__":
    main()
