"""The local socket that a running engine listens on, for its owner alone."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import platformdirs

from engine.platform.paths import APP_NAME
from engine.remote.protocol import RemoteTarget, encoded, handle

logger = logging.getLogger(__name__)

_LONGEST_LINE_BYTES: Final = 8192
_IDLE_S: Final = 10.0
"""A client that says nothing for so long is let go."""
_WATCH_S: Final = 0.2
_SOCKET_NAME: Final = "control.sock"


def socket_path() -> Path:
    """Where the socket lies: in the runtime folder, which is its owner's alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # in a container without XDG_RUNTIME_DIR it tells what it takes instead
        return Path(platformdirs.user_runtime_dir(APP_NAME, appauthor=False)) / _SOCKET_NAME


class ControlServer:
    """Answers commands, one client to a thread.

    Args:
        target: What is controlled.
        path: Of the socket.
    """

    def __init__(self, target: RemoteTarget, path: Path | None = None) -> None:
        self._target = target
        self._path = path or socket_path()
        self._socket: socket.socket | None = None
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> bool:
        """Listens.

        Returns:
            False where another engine listens already, or the system has no such sockets.
        """
        if not hasattr(socket, "AF_UNIX"):
            return False
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _answers(self._path):
                return False
            self._path.unlink(missing_ok=True)  # a crash left it
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            old_mask = os.umask(0o177)
            try:
                listener.bind(str(self._path))
            finally:
                os.umask(old_mask)
            self._path.chmod(0o600)
            listener.listen(8)
            listener.settimeout(_WATCH_S)
        except OSError as error:
            logger.info("no remote control: %s", error)
            return False
        self._socket = listener
        self._thread = threading.Thread(target=self._accept, name="cyclorama-control", daemon=True)
        self._thread.start()
        return True

    def stop(self) -> None:
        """Listens no more; may be called twice."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            self._path.unlink(missing_ok=True)

    def _accept(self) -> None:
        assert self._socket is not None
        while not self._stopped.is_set():
            try:
                client, _ = self._socket.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), name="cyclorama-control-client", daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.settimeout(_IDLE_S)
            for line in _lines(client):
                if line == "watch":
                    self._watch(client)
                    return
                try:
                    answer = handle(self._target, line)
                except Exception as error:  # a client's words must not end the thread without an answer
                    logger.exception("a remote command failed")
                    answer = {"ok": False, "error": f"failed: {error}", "exit_status": 1}
                client.sendall(encoded(answer))

    def _watch(self, client: socket.socket) -> None:
        """A line for each change of the status, pictures sent aside, until the client is gone."""
        told = ""
        while not self._stopped.wait(_WATCH_S):
            answer = handle(self._target, "status")
            shown = str({**answer.get("status", {}), "frames_out": 0})
            if shown != told:
                told = shown
                client.sendall(encoded(answer))
            elif _is_gone(client):
                return


def _lines(client: socket.socket) -> Iterator[str]:
    """What the client says, line by line; a line of absurd length ends it."""
    with client.makefile("rb") as file:
        while line := file.readline(_LONGEST_LINE_BYTES):
            if not line.endswith(b"\n") and len(line) == _LONGEST_LINE_BYTES:
                return
            yield line.decode("utf-8", "replace").strip()


def _is_gone(client: socket.socket) -> bool:
    client.setblocking(False)
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False
    finally:
        client.settimeout(_IDLE_S)


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        try:
            probe.connect(str(path))
        except OSError:
            return False
        return True


class ControlClient:
    """Asks the engine that runs.

    Args:
        path: Of the socket.

    Raises:
        OSError: None listens.
    """

    def __init__(self, path: Path | None = None) -> None:
        if not hasattr(socket, "AF_UNIX"):
            raise OSError("this system has no local sockets")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.connect(str(path or socket_path()))
        except OSError:
            self._socket.close()
            raise
        self._file = self._socket.makefile("rb")

    def send(self, line: str) -> None:
        """Sends a command."""
        self._socket.sendall(line.encode() + b"\n")

    def receive(self) -> bytes:
        """The next line; empty once the engine ended."""
        return self._file.readline()

    def ask(self, line: str, timeout_s: float = 10.0) -> bytes:
        """The answer to a command."""
        self._socket.settimeout(timeout_s)
        self.send(line)
        return self.receive()

    def close(self) -> None:
        """Hangs up."""
        self._file.close()
        self._socket.close()
