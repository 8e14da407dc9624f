"""The files that a visitor has given, what was said of them, and how they are let go of again.

The bytes stay where Streamlit keeps uploads, and only until they are loaded or taken away. The name of an
upload is shown and never used as a path.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from loaders import LoadReport, Options, load_files
from ui.store import open_app_store, read_version

MOST_ROWS = 200_000
ENDINGS = ["csv", "txt", "xlsx", "xlsm"]
_KEPT = "uploads"


@dataclass
class Uploads:
    """What one visitor is loading.

    Attributes:
        number: of the box for files; a box with a new number is empty.
        options: what was told of a file, by the id of its upload.
        looked_at: what the previews are of: the files, what was told of them, and the state of the store.
        previews: one report a file.
        done: how the last load ended, until the next files come.
    """

    number: int = 0
    options: dict[str, Options] = field(default_factory=dict)
    looked_at: tuple[Any, ...] = ()
    previews: list[LoadReport] = field(default_factory=list)
    done: list[LoadReport] = field(default_factory=list)

    def told(self, file_id: str) -> Options:
        """What was told of a file."""
        return self.options.get(file_id, Options())

    def tell(self, file_id: str, **changed: object) -> None:
        """Keep what somebody says of a file; it is looked at again."""
        self.options[file_id] = replace(self.told(file_id), **changed)  # type: ignore[arg-type]


def read_uploads() -> Uploads:
    """The uploads of this visit."""
    return st.session_state.setdefault(_KEPT, Uploads())


def preview_files(uploads: Uploads, files: Sequence[Any]) -> list[LoadReport]:
    """What loading the files would do, looked at anew only if something has changed."""
    key = (read_version(), tuple((f.file_id, uploads.told(f.file_id)) for f in files))
    if uploads.looked_at != key:
        uploads.previews = _run(uploads, files, dry_run=True)
        uploads.looked_at = key
    return uploads.previews


def load_uploads(uploads: Uploads, ready: Sequence[Any], files: Sequence[Any]) -> None:
    """Load the files that are ready, keep how that ended for all ``files``, and let go of them."""
    loaded = dict(zip((f.file_id for f in ready), _run(uploads, ready, dry_run=False), strict=True))
    uploads.done = [
        loaded.get(file.file_id, preview) for file, preview in zip(files, uploads.previews, strict=True)
    ]
    forget_files(uploads, files)


def forget_files(uploads: Uploads, files: Sequence[Any]) -> None:
    """Let go of all bytes and of everything that was said of them, and empty the box."""
    context = get_script_run_ctx()
    # Streamlit would keep an upload until the visit ends; only its own manager can let go of one.
    remove = getattr(context.uploaded_file_mgr, "remove_file", None) if context else None
    for file in files:
        if remove and context:
            remove(session_id=context.session_id, file_id=file.file_id)
    uploads.number += 1
    uploads.options, uploads.looked_at, uploads.previews = {}, (), []


def _run(uploads: Uploads, files: Sequence[Any], *, dry_run: bool) -> list[LoadReport]:
    place = st.empty()
    contents = [(file.name, file.getvalue()) for file in files]
    options = [
        replace(uploads.told(file.file_id), most_rows=MOST_ROWS, progress=_Progress(place, name, content))
        for file, (name, content) in zip(files, contents, strict=True)
    ]
    with st.spinner("Reading …" if dry_run else "Loading …"):
        reports = load_files(open_app_store(), contents, dry_run=dry_run, options=options)
    place.empty()
    return reports


class _Progress:
    """Shows how far the reading of a file is; a short file is over before it shows anything."""

    def __init__(self, place: Any, name: str, content: bytes) -> None:  # noqa: ANN401 - Streamlit's own
        self._place, self._name = place, name
        # The rows of a workbook cannot be counted from outside.
        self._rows = 0 if content.startswith(b"PK") else content.count(b"\n")

    def __call__(self, read: int) -> None:
        if self._rows and read < self._rows - 1:
            self._place.progress(read / self._rows, text=f"{read:,} of about {self._rows:,} rows read")
        elif not self._rows and read:
            self._place.progress(0.5, text=f"{read:,} rows read")
