"""A file with other headings: say once which of its columns is which, and it is known from then on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data_model.store import writing
from loaders import KINDS, LoadReport
from loaders.kind_titles import KIND_TITLES, describe_kind
from loaders.map_command import show_cell
from loaders.mapping import Guess, check_mapping, find_kind, fingerprint, guess_mapping
from loaders.saved_mappings import save_mapping
from settings import read_settings
from ui.store import open_app_store
from ui.text import plain, show_list, show_table, show_text

_NONE = ""
_SHOWN_CELLS = 3


def show_headings(report: LoadReport, file_id: str) -> None:
    """Offer the kinds that the file may be, and for each of our columns one of its headings."""
    show_text(
        "If it holds something that we know under other names, say which column is which. "
        "You do this once: files with these headings are known from then on."
    )
    _show_first_rows(report)
    likely = [name for name, _ in find_kind(report.headings)]
    offered = [*likely, *(name for name in KIND_TITLES if name not in likely)]
    kind = st.selectbox(
        "What the file holds", offered, format_func=describe_kind, key=f"mapped-kind-{file_id}"
    )
    guesses = guess_mapping(report.headings, report.first_rows, kind)
    with st.form(f"map-{file_id}"):
        show_text("Choose the heading that stands for each. What has a star must be in the file.")
        chosen = _ask_columns(kind, guesses, report, file_id)
        if st.form_submit_button("Save and look again"):
            _save(kind, {ours: theirs for ours, theirs in chosen.items() if theirs}, report)


def _show_first_rows(report: LoadReport) -> None:
    named = [(place, heading) for place, heading in enumerate(report.headings) if heading]
    rows = [
        {heading: show_cell(heading, row[place]) if place < len(row) else "" for place, heading in named}
        for row in report.first_rows
    ]
    with st.expander("The first rows of the file", expanded=True), st.container(key="first-rows"):
        show_table(pd.DataFrame(rows), f"The first rows of {report.file}")


def _ask_columns(kind: str, guesses: Mapping[str, Guess], report: LoadReport, file_id: str) -> dict[str, str]:
    """A field for each column of the template, those that must be filled first."""
    needed = KINDS[kind].row.required_columns()
    offered = [_NONE, *dict.fromkeys(filter(None, report.headings))]
    ordered = [*needed, *(column for column in guesses if column not in needed)]
    halves, chosen = st.columns(2), {}
    for number, column in enumerate(ordered):
        guess = guesses[column]
        with halves[number % 2]:
            chosen[column] = st.selectbox(
                _name_column(column, column in needed),
                offered,
                offered.index(guess.heading) if guess.heading in offered else 0,
                format_func=lambda heading: heading or "Not in the file",
                help=f"Our guess: {plain(guess.heading)} ({guess.sure})" if guess.heading else None,
                key=f"map-{kind}-{column}-{file_id}",
            )
    return {column: chosen[column] for column in guesses}


def _name_column(column: str, is_needed: bool) -> str:
    words = column.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}{' *' if is_needed else ''}"


def _save(kind: str, columns: Mapping[str, str], report: LoadReport) -> None:
    problems = check_mapping(kind, columns, report.headings)
    if problems:
        show_text("This cannot be saved yet:")
        show_list(problems, "quiet")
        return
    with writing(open_app_store()) as session:
        save_mapping(session, fingerprint(report.headings), kind, columns, read_settings().loaded_by)
    st.rerun()
