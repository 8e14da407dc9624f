"""Where the files of a test run lie: in memory, where the system has room there."""

import shutil
from pathlib import Path

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - every process makes a folder of its own in it
ROOM = 4 * 1024**3


def find_quick_folder() -> Path | None:
    """Linux's folder in memory, if it has room for a whole run; None for the usual temporary one.

    A container often has 64 MB of it, in which PostgreSQL would come to a stop.
    """
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free >= ROOM:
        return IN_MEMORY
    return None
