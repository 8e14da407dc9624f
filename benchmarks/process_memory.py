"""Memory of this process and all that it started, shared pages counted once; Linux only."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

_EVERY = 0.2
_KB_IN_MB = 1024


class MemoryWatch:
    """Looks at memory again and again while its block runs.

    Attributes:
        most_above_idle: the most, in MB, above what there was before the block.
    """

    def __init__(self) -> None:
        self.most_above_idle = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._idle = read_memory()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(_EVERY):
            self.most_above_idle = max(self.most_above_idle, read_memory() - self._idle)


def read_memory() -> float:
    """The proportional set size of this process and its descendants, in MB."""
    return sum(map(_read_one, _family(os.getpid()))) / _KB_IN_MB


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        children = []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _read_one(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0  # it has just ended
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
