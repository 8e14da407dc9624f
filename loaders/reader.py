"""Reading a file in a process of its own, with limits on time and memory.

A workbook of 3 KB can end the process that reads it, and a small archive can unpack to gigabytes. So the
file is handed to `loaders.reading_server`, and only plain messages come back.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO

from loaders.limits import Limits
from loaders.messages import pack_task, receive, send, unpack_message
from loaders.reading import Message, Task, read_file
from loaders.report import RefusedFileError
from settings import ROOT

_GONE = (
    "The file could not be read within the limits of time and memory for one file, or it is built to do "
    "harm. Save the one table in it as CSV, or split it."
)


class _Forked:
    """A process forked from this one, asked as `subprocess.Popen` is."""

    def __init__(self, pid: int) -> None:
        self.pid, self._ended = pid, False

    def poll(self) -> int | None:
        """0 if it has ended."""
        self._ended = self._ended or os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
        return 0 if self._ended else None

    def wait(self) -> None:
        """Wait until it has ended."""
        if not self._ended:
            os.waitpid(self.pid, 0)
            self._ended = True


class _Server:
    """The reading process of this process; started when first needed, and again should it be gone."""

    def __init__(self, limits: Limits) -> None:
        self._lock, self._limits = threading.Lock(), limits
        self._process: subprocess.Popen[bytes] | _Forked | None = None
        self._inbox: socket.socket | None = None

    def hand_over(self, file: int, channel: socket.socket) -> None:
        """Let it read an open file and answer on a channel."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._start()
            try:
                self._send(file, channel)
            except ConnectionError:  # it went this very moment
                self._start()
                self._send(file, channel)

    def _send(self, file: int, channel: socket.socket) -> None:
        assert self._inbox is not None  # noqa: S101 - it was started before
        socket.send_fds(self._inbox, [b"r"], [file, channel.fileno()])

    def start(self) -> None:
        """Start it early, so that the first file need not wait."""
        with self._lock:
            if self._process is None:
                # A fork has everything imported; beside other threads it would not be safe.
                self._start(fork=threading.active_count() == 1)

    def _start(self, *, fork: bool = False) -> None:
        self.stop()
        self._inbox, theirs = socket.socketpair()
        with theirs:
            self._process = self._fork(theirs) if fork else self._run(theirs)

    def _run(self, theirs: socket.socket) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own module
            [
                *(sys.executable, "-m", "loaders.reading_server"),
                *map(str, (theirs.fileno(), *self._limits)),
            ],
            pass_fds=[theirs.fileno()],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def _fork(self, theirs: socket.socket) -> _Forked:
        # It stands on what only Unix has.
        from loaders.reading_server import serve  # noqa: PLC0415

        if pid := os.fork():
            return _Forked(pid)
        try:
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1):
                os.dup2(nothing, stream)
            if self._inbox:
                self._inbox.close()
            serve(theirs, self._limits)
        finally:
            os._exit(0)

    def stop(self) -> None:
        """End it."""
        if self._inbox:
            self._inbox.close()
        if self._process:
            self._process.wait()
        self._inbox = self._process = None


_SERVER = _Server(Limits())
atexit.register(_SERVER.stop)


def start_early() -> None:
    """Start the reading process, so that the first file need not wait for it."""
    if hasattr(os, "fork"):
        _SERVER.start()


def read_apart(file: BinaryIO, task: Task) -> Iterator[Message]:
    """What `read_file` says, said by another process.

    Args:
        file: an open file with a descriptor of its own.
        task: what is to be done.

    Raises:
        RefusedFileError: the file cannot be loaded, or broke a limit.
        ReadingFaultError: a fault of ours.
    """
    if not hasattr(os, "fork"):
        yield from read_file(file, task)
        return
    try:
        yield from _hand_over(file, task)
    except ConnectionError:  # it went before it had read the task
        raise RefusedFileError(_GONE) from None


def _hand_over(file: BinaryIO, task: Task) -> Iterator[Message]:
    ours, theirs = socket.socketpair()
    with ours, ours.makefile("rwb") as stream:
        with theirs:
            _SERVER.hand_over(file.fileno(), theirs)
        send(stream, pack_task(task))
        # Looking ends with what was seen; checking ends when all was sent.
        while (sent := receive(stream)) is not None:
            message = unpack_message(sent)
            yield message
            if task.known is None or type(message).__name__ == "Done":
                return
    raise RefusedFileError(_GONE)
