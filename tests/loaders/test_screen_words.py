from datetime import UTC, datetime

import pytest

import loaders
from loaders.history import LoggedLoad
from loaders.kind_titles import KIND_TITLES, describe_kind
from loaders.report import LoadReport, RowCounts
from loaders.screen_words import (
    describe_done,
    describe_load,
    describe_message,
    describe_notes,
    describe_preview,
    describe_refusal,
    describe_undo,
    describe_what_it_is,
)

LOAD = LoggedLoad(
    12, "fft.csv", "fft", None, datetime(2026, 11, 3, 9, 30, tzinfo=UTC), "lead", False,
    RowCounts(5, 3, 1, 0, 1), "x",
)  # fmt: skip


def report(status="previewed", rows=None, **more):
    return LoadReport("fft.csv", "fft", status, rows=rows or RowCounts(), **more)


def test_every_kind_has_words_and_nothing_else_has():
    assert list(KIND_TITLES) == list(loaders.KINDS)
    assert describe_kind(None) == "Not known"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (RowCounts(2, 2), "Of 2 rows, 2 would be added."),
        (RowCounts(1, 0, 1), "Of 1 row, 1 would change what is stored."),
        (
            RowCounts(5000, 779, 28, 8, 4185),
            "Of 5,000 rows, 779 would be added, 28 would change what is stored, 8 would stay as they are and "
            "4,185 cannot be loaded yet.",
        ),
        (RowCounts(), "The file has no rows."),
    ],
)
def test_a_preview_counts_rows_in_words(rows, said):
    assert describe_preview(report(rows=rows)) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "The list does not say it. Say it with directorate, for example --set directorate=NMH.",
            "The list does not say it. Say it below.",
        ),
        ("Give it with --set month=2025-07.", "Give it with month as 2025-07."),
        ("Give the day of the export with --as-at.", "Give it as “Day of the export”."),
        ("Say which with --kind.", "Say which with “Kind of file”."),
        ("Use a template: python -m loaders template KIND.", "Start from an empty file."),
    ],
)
def test_no_flag_of_the_command_line_is_left_in_a_message(message, said):
    assert describe_message(message) == said


def test_no_refusal_of_a_real_file_names_a_flag(store):
    joins = b"Full Name,User Action,Timestamp\nPat Example,Joined,x\n"
    for content in (joins, b"a,b,c\n1,2,3\n", b"month,setting\n"):
        shown = describe_refusal(loaders.load_file(store, content, "file.csv"))
        assert "--" not in shown
        assert "python" not in shown


def test_other_headings_are_said_without_a_list_of_kinds(store):
    unknown = loaders.load_file(store, b"colour,size,weight\n1,2,3\n", "file.csv")
    assert describe_refusal(unknown).startswith("The headings of this file are not those")
    assert describe_what_it_is(unknown) == "We do not know this kind of file."


def test_notes_leave_the_counts_out():
    found = report(rows=RowCounts(2, 2), message="2 rows read: 2 added. Columns that were not read: who.")
    assert describe_notes(found) == "Columns that were not read: who."


def test_how_a_load_ended():
    assert describe_done(report("loaded", RowCounts(5, 3, 0, 0, 2), load_id=7)) == (
        "Loaded as load 7: 3 added, 2 set aside."
    )
    assert describe_done(report("unchanged")).startswith("Nothing has changed")
    assert describe_done(report("refused")) == "Not loaded."
    assert "Give the file again" in describe_done(report("refused", layout="teams_joins"))


def test_a_load_and_its_undo_in_words():
    assert describe_load(LOAD) == (
        "12. fft.csv (Friends and Family Test counts), 3 November 2026: 3 added, 1 changed, 1 set aside"
    )
    assert "added 3 rows and changed 1" in describe_undo(LOAD)
