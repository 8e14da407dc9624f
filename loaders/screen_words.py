"""What the page that loads files says of a report: plain sentences that need no command line."""

from __future__ import annotations

import re

from data_model.terms import LoadStatus
from loaders.history import LoggedLoad
from loaders.kind_titles import describe_kind
from loaders.questions import describe_layout, find_questions
from loaders.report import LoadReport, RowCounts, describe_counts

_FLAGS = (
    (
        re.compile(r"Use a template: python -m loaders template KIND\."),
        "Start from an empty file.",
    ),
    (re.compile(r"Say it with \w+, for example --set [^;]*?\.(?= |$)"), "Say it below."),
    (re.compile(r"(?:, )?for example --set [^.;]*(?=[.;])"), ""),
    (re.compile(r"--set \"?(\w+)=\"?"), r"\1 as "),
    (re.compile(r"Give the day of the export with --as-at\."), "Give it as “Day of the export”."),
    (re.compile(r"Give the day with --as-at,"), "Give it as “Day of the export”,"),
    (re.compile(r"--as-at"), "“Day of the export”"),
    (re.compile(r"--kind"), "“Kind of file”"),
)


def describe_what_it_is(report: LoadReport) -> str:
    """What kind of file it is, in words."""
    if report.kind is None:
        return "We do not know this kind of file."
    layout = describe_layout(report)
    came_as = f" It came as: {layout}." if layout else ""
    return f"This file holds: {describe_kind(report.kind)}.{came_as}"


def describe_refusal(report: LoadReport) -> str:
    """Why a file cannot be loaded as it is."""
    if report.headings and not report.message.startswith("Columns are missing"):
        return "The headings of this file are not those of a file that we know. Nothing was stored."
    return describe_message(report.message)


def describe_preview(report: LoadReport) -> str:
    """What a load would do with the rows of a file: "120 rows would be added and 3 set aside."."""
    rows = report.rows
    parts = [
        f"{count:,} {words}"
        for count, words in (
            (rows.added, "would be added"),
            (rows.changed, "would change what is stored"),
            (rows.unchanged, "would stay as they are"),
            (rows.quarantined, "cannot be loaded yet"),
        )
        if count
    ]
    of = f"Of {rows.read:,} rows, " if rows.read != 1 else "Of 1 row, "
    said = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
    return f"{of}{said}." if said else "The file has no rows."


def describe_message(message: str) -> str:
    """A message in words for a page, where answers are given in fields and not with flags."""
    for flag, words in _FLAGS:
        message = flag.sub(words, message)
    return message


def describe_notes(report: LoadReport) -> str:
    """What a message says besides the counts of rows, which the page says in its own words."""
    return describe_message(report.message.removeprefix(describe_counts(report.rows)).strip())


def describe_done(report: LoadReport) -> str:
    """How the load of one file ended, in one sentence."""
    if report.status == LoadStatus.LOADED:
        return f"Loaded as load {report.load_id}: {_describe_rows(report.rows)}."
    if report.status == LoadStatus.REFUSED:
        again = " Give the file again to say what it leaves open." if find_questions(report) else ""
        return f"Not loaded.{again}"
    return "Nothing has changed: all that this file says is stored already."


def describe_undo(load: LoggedLoad) -> str:
    """What undoing a load will do, said before it is done."""
    rows = load.rows
    return (
        f"Load {load.load_id} ({load.file}) added {rows.added:,} rows and changed {rows.changed:,}. If you "
        "undo it, the added rows go, and the changed rows hold again what they held before. The figures are "
        "worked out anew. The load stays in the list, marked as undone."
    )


def describe_load(load: LoggedLoad) -> str:
    """One load in a line: day, file, kind, and what came of it."""
    state = "undone" if load.undone_at else _describe_rows(load.rows)
    day = f"{load.loaded_at.day} {load.loaded_at:%B %Y}"
    return f"{load.load_id}. {load.file} ({describe_kind(load.kind)}), {day}: {state}"


def _describe_rows(rows: RowCounts) -> str:
    parts = (
        (rows.added, "added"),
        (rows.changed, "changed"),
        (rows.quarantined, "set aside"),
    )
    return ", ".join(f"{count:,} {word}" for count, word in parts if count) or "nothing changed"
