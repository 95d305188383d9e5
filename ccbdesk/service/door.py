"""Where the engine's process begins. This module holds the one function that the window hands to a new process.

It brings in the work only once it runs there, so that the window loads neither operations nor what they need."""

from ccbdesk.service.messages import Inside


def enter(connection: Inside, who: str) -> None:
    """Serve requests until the other end goes away; ``who`` is the name decisions are recorded under."""
    from ccbdesk.service.serving import serve  # noqa: PLC0415 - as this module says

    serve(connection, who)
