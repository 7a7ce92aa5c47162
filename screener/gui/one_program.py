"""A second start brings the program that runs already to the front: by a local socket that is this user's alone.

On Windows the socket is a pipe, of which no file tells; an empty file stands there for it.
The second one says in a line what it was asked to open, the first answers `yes` or `no` and then does it. Where no
answer comes within a moment, the second one opens on its own. Loaded after the first page, or when the socket is there.
"""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from screener.frozen import dataclass
from screener.language import spoken
from screener.paths import running_place

if TYPE_CHECKING:
    from screener.gui.program import Program

MOMENT = 700  # ms to wait for the other program
LONGEST = 64 * 1024  # bytes of a wish
YES, NO = b"yes\n", b"no\n"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start was asked to open (None: nothing), a form anew or a file, with which forms of a clinic's own."""

    path: Path | None
    is_new: bool
    own_forms: Path | None

    def line(self) -> bytes:
        """Return it as one line; the language is part of it, as a program speaks one."""
        paths = [None if path is None else str(path.absolute()) for path in (self.path, self.own_forms)]
        return json.dumps([*paths, self.is_new, spoken()]).encode() + b"\n"


def wish_in(line: bytes, own_forms: Path | None) -> Wish | None:
    """Return what another start wishes of a program; None where it has other forms or another language, or is none."""
    try:
        path, own, is_new, language = json.loads(line)
        wish = Wish(Path(path) if path else None, bool(is_new), Path(own) if own else None)
    except (ValueError, TypeError, RecursionError):
        return None
    is_ours = (own, language) == (str(own_forms.absolute()) if own_forms else None, spoken())
    return wish if is_ours else None


def address() -> str:
    """Return where the program listens: a file in this user's cache folder; on Windows the name of a pipe."""
    place = str(running_place())
    return f"neuropathy-screener-{crc32(place.encode()):08x}" if os.name == "nt" else place


def handed_over(wish: Wish) -> bool:
    """Return whether a program that runs already takes care of it."""
    socket = _connected()
    if socket is None:
        return False
    socket.write(wish.line())
    while not socket.canReadLine():
        if not socket.waitForReadyRead(MOMENT):
            return False
    return bytes(socket.readLine().data()) == YES


def _connected() -> QLocalSocket | None:
    socket = QLocalSocket()
    socket.connectToServer(address())
    return socket if socket.waitForConnected(MOMENT) else None


class Listener(QObject):
    """Answers later starts for the program that runs."""

    def __init__(self, program: Program, own_forms: Path | None) -> None:
        super().__init__(program)
        self._program, self._own = program, own_forms
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QApplication.instance().aboutToQuit.connect(self.stop)  # type: ignore[union-attr]  # there is one

    def listen(self) -> bool:
        """Begin; whether this program is the one that answers. What an ended program left behind is cleared away."""
        running_place().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _connected() is not None:  # listening would take its place
            return False
        QLocalServer.removeServer(address())
        if not self._server.listen(address()):
            return False
        running_place().touch()
        return True

    def stop(self) -> None:
        """Answer no more, and leave nothing behind."""
        if self._server.isListening():
            self._server.close()
            running_place().unlink(missing_ok=True)

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST)
            socket.readyRead.connect(partial(self._answer, socket))
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        wish = wish_in(bytes(socket.readLine().data()), self._own)
        is_busy = wish is not None and wish.path is not None and QApplication.activeModalWidget() is not None
        socket.write(NO if wish is None or is_busy else YES)
        socket.flush()
        socket.disconnectFromServer()
        if wish is not None and not is_busy:
            QTimer.singleShot(0, self, partial(self._fulfil, wish))

    def _fulfil(self, wish: Wish) -> None:
        """Bring the program to the front, with what it was asked to open; what is open goes first."""
        program = self._program
        window = program.window or program.start
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()
        if wish.path is not None:
            (program.new_screening if wish.is_new else program.open_answers)(wish.path)
