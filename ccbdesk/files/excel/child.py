"""The process in which received files are read, and which may die of one. This module holds its loop.

It is started with ``python -m`` and imports little, because each start is waited for. Libraries that print do so on
the error stream: the channel on which answers go is a private copy of standard output."""

import gc
import os
import sys
from typing import BinaryIO

from ccbdesk.files.excel.examining import examine
from ccbdesk.files.excel.messages import MessageError, encoded, receive, send
from ccbdesk.model.receipt import Refusal, Refused

_MEMORY = 1536 * 2**20


def main() -> None:
    """Answer one file after another until the stream of requests ends."""
    limit_memory(_MEMORY)
    gc.disable()  # reading makes no cycles, and looking for them among a million cells takes as long as reading
    requests = sys.stdin.buffer
    with _private_output() as answers:
        while True:
            try:
                content = receive(requests)
            except MessageError:
                return
            send(answers, _answer(content))


def limit_memory(limit: int) -> None:
    """Let this process have at most ``limit`` bytes of memory, where the system knows such a limit.

    Windows does not: there a Job Object would be needed, and until then only the limits on sizes hold."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _answer(content: bytes) -> bytes:
    try:
        return encoded(examine(content))
    except MemoryError:
        return encoded(Refused(Refusal.TOO_LARGE))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of machine code is no Exception; the next file must be read
        return encoded(Refused(Refusal.READER_DIED, type(error).__name__))


def _private_output() -> BinaryIO:
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    main()
