"""What the reading of one file may take before it is ended."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bytes of memory, seconds of work, seconds in all."""

    memory: int = 2 * 1024**3
    cpu_seconds: int = 300
    wall_seconds: int = 900
