"""Loading files: give them, read what would happen, load them, take the load back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data_model.terms import LoadStatus
from loaders import LoadReport
from loaders.kind_titles import KIND_TITLES, describe_kind
from loaders.screen_words import describe_done, describe_refusal
from ui.access import current_viewer, may_load
from ui.file_answers import show_answers
from ui.file_headings import show_headings
from ui.file_report import show_aside_download, show_preview, show_problems
from ui.jump_links import show_part_heading
from ui.load_undo import show_undo, show_undo_answer
from ui.saved_headings import show_saved_headings
from ui.templates import write_template_cached
from ui.text import plain, show_text
from ui.uploads import ENDINGS, forget_files, load_uploads, preview_files, read_uploads


def show_loading() -> None:
    """The box for files and all that follows from them."""
    show_part_heading("load", "Load a file")
    show_undo_answer("done")
    if not may_load(current_viewer()):
        show_text("You may read here what was loaded. To load files, ask a people participation lead.")
        return
    uploads = read_uploads()
    show_text("Give one file or several. You see what would happen before anything is stored.")
    files = st.file_uploader(
        "Files to load",
        type=ENDINGS,
        accept_multiple_files=True,
        key=f"files-{uploads.number}",
        help="CSV or Excel (.xlsx, .xlsm), up to 50 MB each. Keep names of people out of titles and notes.",
    )
    if not files:
        if uploads.done:
            _show_done(uploads.done)
        _show_templates()
        show_saved_headings()
        return
    uploads.done = []
    reports = preview_files(uploads, files)
    _show_buttons(reports, files)
    for file, report in zip(files, reports, strict=True):
        with st.container(key=f"file-{file.file_id}"):
            show_preview(report, file.file_id)
            if report.headings:
                show_headings(report, file.file_id)
            else:
                show_answers(report, file.file_id)


def _show_buttons(reports: Sequence[LoadReport], files: Sequence[Any]) -> None:
    ready = [file for file, report in zip(files, reports, strict=True) if _is_worth_loading(report)]
    if not ready:
        show_text("There is nothing to load yet." if _any_refused(reports) else "There is nothing to load.")
    with st.container(horizontal=True):
        if ready and st.button(_name_button(reports, len(ready)), key="load-files"):
            load_uploads(read_uploads(), ready, files)
            st.rerun()
        if st.button("Take the files away" if len(files) > 1 else "Take the file away", key="forget-files"):
            forget_files(read_uploads(), files)
            st.rerun()


def _name_button(reports: Sequence[LoadReport], ready: int) -> str:
    given, first = len(reports), reports[0].rows
    if given == 1 and first.quarantined:
        right = first.added + first.changed
        return f"Load the {right:,} rows that are right" if right > 1 else "Load the row that is right"
    if given == 1:
        return "Load it"
    if ready == given:
        return f"Load all {given} files"
    return f"Load the {ready} files that can be loaded" if ready > 1 else "Load the one that can be loaded"


def _is_worth_loading(report: LoadReport) -> bool:
    rows = report.rows
    return report.status == LoadStatus.PREVIEWED and bool(rows.added or rows.changed)


def _any_refused(reports: Sequence[LoadReport]) -> bool:
    return any(report.status == LoadStatus.REFUSED or report.problems for report in reports)


def _show_done(reports: Sequence[LoadReport]) -> None:
    for number, report in enumerate(reports):
        with st.container(key=f"done-{number}"):
            st.subheader(plain(report.file), anchor=False)
            show_text(describe_done(report), "sentence")
            if report.status == LoadStatus.REFUSED:
                show_text(describe_refusal(report))
            if report.load_id:
                show_undo(report.load_id, "done")
            show_problems(report)
            show_aside_download(report, f"done-{number}")


def _show_templates() -> None:
    with st.expander("Start from an empty file"):
        show_text("A file with the right headings, to fill in or to copy from another system.")
        kind = st.selectbox("What it is for", [*KIND_TITLES], format_func=describe_kind, key="empty-file")
        st.download_button(
            "Download the empty file",
            write_template_cached(kind),
            file_name=f"{kind}.xlsx",
            on_click="ignore",
            key="empty-file-download",
        )
