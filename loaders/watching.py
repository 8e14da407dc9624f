"""A watched folder for the monthly routine: each new file is loaded once and moved, its report beside it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from data_model.terms import LoadStatus
from loaders.exports import save_file
from loaders.loading import load_files
from loaders.report import LoadReport
from loaders.set_aside import write_set_aside
from loaders.wording import describe_report

LOADED, NEEDS_ATTENTION = "loaded", "needs-attention"
# Partly copied files and those that programs keep open for themselves.
_PASSED_OVER = (".part", ".tmp", ".crdownload", ".lock")
Looks = dict[Path, tuple[int, int]]


@dataclass(frozen=True)
class Taken:
    """A file that was taken: where it lies now, and how its load ended."""

    path: Path
    report: LoadReport


def watch_folder(
    engine: Engine,
    folder: Path,
    *,
    seconds: float = 5.0,
    once: bool = False,
    tell: Callable[[str], None] = print,
) -> None:
    """Take new files of a folder until stopped, or only those that are there now.

    Args:
        engine: an open store.
        folder: the folder; ``loaded`` and ``needs-attention`` are made in it.
        seconds: between two looks. A file that changed between them is still being copied and waits.
        once: look twice, take what is there, and end.
        tell: told of each file in words.

    Raises:
        OSError: the folder cannot be written to.
    """
    for name in (LOADED, NEEDS_ATTENTION):
        (folder / name).mkdir(exist_ok=True)
    before = look(folder)
    while True:
        time.sleep(seconds)
        now = look(folder)
        for taken in take_files(engine, folder, [path for path in now if before.get(path) == now[path]]):
            tell(f"{taken.path.relative_to(folder)}: {taken.report.message}")
        if once:
            return
        before = now


def look(folder: Path) -> Looks:
    """The files of a folder that may be taken, by name, with their size and time of change."""
    found: Looks = {}
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        hidden = entry.name.startswith((".", "~")) or entry.name.lower().endswith(_PASSED_OVER)
        if not hidden and entry.is_file(follow_symlinks=False):
            state = entry.stat(follow_symlinks=False)
            found[Path(entry.path)] = (state.st_size, state.st_mtime_ns)
    return found


def take_files(engine: Engine, folder: Path, paths: Sequence[Path]) -> Iterator[Taken]:
    """Load files, what others refer to first, and move each with its report beside it.

    A file that could not be loaded through a fault of ours, such as a busy store, stays for the next
    look. One that was loaded just before a crash is found to be loaded already, and moved.
    """
    readable = [path for path in paths if os.access(path, os.R_OK)]
    reports = load_files(engine, [(path.name, path) for path in readable]) if readable else []
    for path, report in zip(readable, reports, strict=True):
        if report.is_fault:
            yield Taken(path, report)
            continue
        good = report.status != LoadStatus.REFUSED and not report.rows.quarantined
        yield Taken(_move(path, folder / (LOADED if good else NEEDS_ATTENTION), report), report)


def _move(path: Path, target: Path, report: LoadReport) -> Path:
    to = _free_name(target / path.name)
    # The reports come first: a file without one would be one that nobody hears of.
    save_file(to.with_name(f"{to.name}.report.txt"), f"{describe_report(report)}\n".encode())
    save_file(to.with_name(f"{to.name}.report.json"), f"{json.dumps(report.as_json())}\n".encode())
    if report.aside:
        save_file(to.with_name(f"{to.name}.set-aside.xlsx"), write_set_aside(report))
    path.rename(to)
    return to


def _free_name(path: Path) -> Path:
    """The path, or one with the time in it if a file of this name came before."""
    if not path.exists():
        return path
    return path.with_name(f"{path.stem}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S-%f}{path.suffix}")
