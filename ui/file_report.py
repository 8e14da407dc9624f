"""What would happen with one file, in plain words: what it is, its rows, what moves, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import PurePath

import pandas as pd
import streamlit as st

from data_model.terms import LoadStatus
from loaders import LoadReport, Problem, write_set_aside
from loaders.problem_groups import ProblemGroup, describe_rows, group_problems
from loaders.screen_words import (
    describe_notes,
    describe_preview,
    describe_refusal,
    describe_what_it_is,
)
from measures.definitions import read_definitions
from ui.text import plain, show_table, show_text

_SHOWN_GROUPS, _MOST_GROUPS, _SHOWN_CHANGES = 6, 60, 50
_OPEN_CHANGES = 5


def show_preview(report: LoadReport, key: str) -> None:
    """Say of one file what it is and what loading it would do."""
    st.subheader(plain(report.file), anchor=False)
    if report.status == LoadStatus.REFUSED:
        show_text(describe_refusal(report), "sentence")
        return
    show_text(describe_preview(report), "sentence")
    show_text(describe_what_it_is(report))
    show_problems(report)
    show_aside_download(report, key)
    _show_changes(report)
    _show_figures(report)
    if notes := describe_notes(report):
        show_text(notes)


def show_problems(report: LoadReport | None, problems: Sequence[Problem] = ()) -> None:
    """Each kind of problem once: where, what, and what to do. Nothing if there are none."""
    found = group_problems(report.problems if report else problems)
    if not found:
        return
    st.html(_write_groups(found[:_SHOWN_GROUPS]))
    if len(found) > _SHOWN_GROUPS:
        rest = found[_SHOWN_GROUPS:_MOST_GROUPS]
        with st.expander(f"{len(found) - _SHOWN_GROUPS:,} more kinds of problem"):
            st.html(_write_groups(rest))
            if len(found) > _MOST_GROUPS:
                show_text("The workbook of these rows names all of them.")


def show_aside_download(report: LoadReport, key: str) -> None:
    """The rows that were set aside as a workbook; made when it is asked for."""
    if not report.aside:
        return
    count = len(report.aside)
    st.download_button(
        f"Download these {count:,} rows to correct" if count > 1 else "Download this row to correct",
        partial(write_set_aside, report),
        file_name=f"{_name_file(report.file)} to correct.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        key=f"aside-{key}",
        help="An Excel file. Wrong cells are coloured, and the last column says what to do. "
        "Correct it and load it as it is.",
    )


def _write_groups(groups: Sequence[ProblemGroup]) -> str:
    return f'<ol class="things">{"".join(map(_write_group, groups))}</ol>'


def _write_group(group: ProblemGroup) -> str:
    column = f"{escape(group.column)}: " if group.column else ""
    where = describe_rows(group)
    values = ", ".join(f"“{escape(value)}”" for value in group.values)
    held = f". The cell says: {values}" if values else ""
    return (
        f'<li><p class="what">{column}{escape(group.problem)}</p>'
        f"<p>{escape(group.cure)}</p>"
        f'<p class="doing grey">{where[:1].upper()}{where[1:]}{held}.</p></li>'
    )


def _show_changes(report: LoadReport) -> None:
    changes = report.changes
    if not changes:
        return
    title = f"{len(changes):,} cells would change" if len(changes) > 1 else "1 cell would change"
    with st.expander(title, expanded=len(changes) <= _OPEN_CHANGES):
        rows = [
            {"Row": c.key, "Column": c.column, "Now": _write(c.old), "Then": _write(c.new)}
            for c in changes[:_SHOWN_CHANGES]
        ]
        show_table(pd.DataFrame(rows), f"Cells of {report.file} that would change")
        if len(changes) > _SHOWN_CHANGES:
            show_text(f"The first {_SHOWN_CHANGES} are shown.")


def _show_figures(report: LoadReport) -> None:
    if report.status != LoadStatus.PREVIEWED or not (report.rows.added or report.rows.changed):
        return
    titles = {measure.id: measure.title for measure in read_definitions().values()}
    moved = [f"{titles[name]} ({count:,})" for name, count in report.figures.items()]
    show_text(f"Figures that would move: {'; '.join(moved)}." if moved else "No figure would move.")


def _write(cell: str | float | None) -> str:
    return "nothing" if cell is None or cell == "" else str(cell)


def _name_file(shown: str) -> str:
    """The name of the upload as the start of a name for the download: letters and digits only."""
    stem = "".join(c if c.isalnum() or c in " -_" else " " for c in PurePath(shown).stem)
    return " ".join(stem.split())[:60] or "rows"
