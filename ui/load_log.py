"""The load log: each load with what was set aside, and the way to take it back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from loaders import LoggedLoad, query_unfinished
from loaders.screen_words import describe_load, describe_message
from ui.file_report import show_problems
from ui.jump_links import show_part_heading
from ui.load_undo import show_undo, show_undo_answer
from ui.reads import read_history, read_quarantined
from ui.store import open_app_store
from ui.text import plain, show_text

_SHOWN = 10


def show_loads() -> None:
    """Every load, newest first; the older ones on request."""
    show_part_heading("loaded", "What has been loaded?")
    show_undo_answer("log")
    _show_unfinished()
    loads = read_history()
    if not loads:
        show_text("Nothing has been loaded yet.", "sentence")
        return
    kept = [load for load in loads if not load.undone_at]
    undone = len(loads) - len(kept)
    files = "1 file has been loaded" if len(loads) == 1 else f"{len(loads)} files have been loaded"
    also = f" {undone} taken back since." if undone else ""
    show_text(f"{files}.{also} The last one came on {_write_day(loads[0])}.", "sentence")
    _show_lines(loads[:_SHOWN])
    if len(loads) > _SHOWN and st.toggle(f"Show the {len(loads) - _SHOWN} older loads", key="older-loads"):
        _show_lines(loads[_SHOWN:])


def _show_unfinished() -> None:
    # Not kept between runs: whether a load goes on or was killed changes nothing in the store.
    for load in query_unfinished(open_app_store()):
        day = f"{load.started_at.day} {load.started_at:%B %Y at %H:%M} (UTC)"
        show_text(f"Not finished: {load.file}, begun on {day}. {load.message}", "standing")


def _show_lines(loads: Sequence[LoggedLoad]) -> None:
    for load in loads:
        line = st.expander(plain(describe_load(load)), on_change="rerun", key=f"load-{load.load_id}")
        with line:
            if line.open:
                _show_load(load)


def _show_load(load: LoggedLoad) -> None:
    as_at = f", as at {load.as_at:%d/%m/%Y}" if load.as_at else ""
    show_text(f"{_write_day(load)} at {load.loaded_at:%H:%M} (UTC){as_at}. Loaded by: {load.loaded_by}.")
    show_text(describe_message(load.message))
    if load.undone_at:
        show_text(f"Undone on {load.undone_at:%d/%m/%Y at %H:%M} (UTC). Its rows count no more.")
        return
    if load.rows.quarantined:
        show_text(
            "These rows do not count in any figure. To correct them, load the file again: you are then "
            "offered the rows as a workbook."
        )
        show_problems(None, read_quarantined(load.load_id))
    show_undo(load.load_id, "log")


def _write_day(load: LoggedLoad) -> str:
    return f"{load.loaded_at.day} {load.loaded_at:%B %Y}"
