"""One window a person. This module holds how a second start of the program hands its files to the first, and ends.

The first start listens under a name made of the person's; a listener that was killed leaves a name that nobody answers
under, and the next start takes it over."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1500  # milliseconds; one that listens answers in a few


def name_for(person: str) -> str:
    """Return the name under which a person's first start listens on this computer."""
    return f"ccbdesk-{hashlib.sha256(person.encode()).hexdigest()[:20]}"


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Hand files to the start that listens; tell whether there is one. Without files it only shows its window."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in files]).encode() + b"\n")
    is_taken = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return is_taken


class Listener(QObject):
    """Listens for later starts of the program."""

    handed_over = Signal(object)
    """A later start was made: a tuple of the paths it was given, which may be empty."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Listen from now on; where that cannot be, every start has a window of its own."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._sockets: list[QLocalSocket] = []
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by one that was killed: nobody answered under it
            self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._read)
        self._read()  # what came before anybody listened

    def _read(self) -> None:
        """Read what has come, and let go of those who have left."""
        for socket in tuple(self._sockets):
            if socket.canReadLine():
                self._take(bytes(socket.readLine().data()))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._sockets.remove(socket)
                socket.deleteLater()

    def _take(self, line: bytes) -> None:
        with suppress(ValueError):  # somebody who does not speak our language
            held = json.loads(line)
            if isinstance(held, list) and all(isinstance(each, str) for each in held):
                self.handed_over.emit(tuple(Path(each) for each in held))
