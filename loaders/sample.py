"""The sample files that are shipped: made-up data, marked as such in the load log."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from settings import ROOT

_FOLDER = ROOT / "sample_data"
_ENDINGS = (".csv", ".xlsx")


def sample_paths() -> list[Path]:
    """The shipped sample files, by name."""
    return sorted(path for path in _FOLDER.iterdir() if path.suffix in _ENDINGS)


@lru_cache(maxsize=1)
def sample_hashes() -> frozenset[str]:
    """The SHA-256 of every shipped sample file."""
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in sample_paths())
