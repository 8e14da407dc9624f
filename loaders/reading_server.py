"""The process that reads files: forks once for each, so that no file can harm the app or the next file.

Started by `loaders.reader`; ends when that process does. It has one thread and everything imported, so
that a fork is safe and takes a few milliseconds.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
from contextlib import suppress

from loaders.faults import name_place
from loaders.messages import pack_fault, pack_message, pack_refusal, receive, send, unpack_task
from loaders.reading import read_file
from loaders.report import RefusedFileError

MEMORY_LIMIT = 2 * 1024**3
CPU_SECONDS = 300
WALL_SECONDS = 900


def serve(inbox: socket.socket) -> None:
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
            _read_within_limits(*descriptors)
            os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)


def _read_within_limits(file: int, channel: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(WALL_SECONDS)
    with suppress(BrokenPipeError, ConnectionResetError, MemoryError):
        _answer(file, channel)


def _answer(file: int, channel: int) -> None:
    with (
        os.fdopen(file, "rb") as source,
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
    serve(socket.socket(fileno=int(sys.argv[1])))
