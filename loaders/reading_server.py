"""The process that reads files: forks once for each, so that no file can harm the app or the next file.

Started by `loaders.reader`; ends when that process does. It has one thread and everything imported, so
that a fork is safe and takes a few milliseconds.
"""

from __future__ import annotations

import gc
import io
import os
import resource
import signal
import socket
import sys
from contextlib import suppress

from loaders.faults import name_place
from loaders.limits import Limits
from loaders.messages import pack_fault, pack_message, pack_refusal, receive, send, unpack_task
from loaders.reading import read_file
from loaders.report import RefusedFileError

_BUFFER = 64 * 1024
# By its number: what stands for it in Python may be no file at all, as under a test or a notebook.
_ERRORS = 2


class _PlacedFile(io.RawIOBase):
    """An open file read from a place of its own.

    Processes that hold the same open file move one place together: a reader that was abandoned but has not
    noticed yet would take rows away from the one that follows it.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor, self._place = descriptor, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place}
        self._place = offset + (start[whence] if whence in start else os.fstat(self._descriptor).st_size)
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        content = os.pread(self._descriptor, len(buffer), self._place)
        buffer[: len(content)] = content
        self._place += len(content)
        return len(content)


def serve(inbox: socket.socket, limits: Limits) -> None:
    """Take files, each with the channel to answer on, until the other end is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    while True:
        word, descriptors, _, _ = socket.recv_fds(inbox, 1, 2)
        if not word:
            return
        if os.fork() == 0:
            inbox.close()
            file, channel = descriptors
            _read_within_limits(file, channel, limits)
            os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)


def _read_within_limits(file: int, channel: int, limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(limits.wall_seconds)
    # A library that gives up writes why to the error stream, and with it perhaps what it was reading.
    os.dup2(os.open(os.devnull, os.O_WRONLY), _ERRORS)
    with suppress(BrokenPipeError, ConnectionResetError, MemoryError):
        _answer(file, channel)


def _answer(file: int, channel: int) -> None:
    with (
        io.BufferedReader(_PlacedFile(file), _BUFFER) as source,
        socket.socket(fileno=channel) as ours,
        ours.makefile("rwb") as stream,
    ):
        try:
            for message in read_file(source, unpack_task(receive(stream))):
                send(stream, pack_message(message))
        except RefusedFileError as refused:
            send(stream, pack_refusal(refused))
        except (BrokenPipeError, ConnectionResetError, MemoryError):
            raise
        except Exception as error:
            send(stream, pack_fault(f"{type(error).__name__} at {name_place(error)}"))


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])), Limits(*map(int, sys.argv[2:])))
