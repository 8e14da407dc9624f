"""What is marked on a chart: change ideas that began, and what a forum said about this very measure."""

from datetime import date

import pytest

from data_model.store import reading
from loaders import load_file
from measures.notes import describe_change
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

HEADINGS = "entry_id,entry_type,entry_date,directorate,borough,measure,text,owner_role,due_date\n"
ENTRIES = HEADINGS + (
    "T-1,note,2026-11-02,NMH,,big_i_active,Two teams asked.,,\n"
    "T-2,decision,2026-11-02,NMH,B-NE,big_i_active,We ask first.,,\n"
    "T-3,note,2026-11-02,NMH,,big_i_new,About new ones.,,\n"
    "T-4,note,2026-11-02,NMH,,,About nothing in particular.,,\n"
    "T-5,action,2026-11-02,NMH,,big_i_active,Write to teams.,QI coach,2026-12-01\n"
    "T-6,note,2026-11-02,THMH,,big_i_active,Elsewhere.,,\n"
)
IDEAS = (
    "idea_id,title,directorate,measure,start_date,status\n"
    "I-1,Try a buddy,NMH,big_i_active,2026-11-01,testing\n"
    "I-2,Plan a day,NMH,big_i_active,2026-10-01,planned\n"
)


@pytest.fixture
def read_newest(sample_copy):
    """The marks of November 2026 on one chart, after the rows above were loaded."""
    assert load_file(sample_copy, ENTRIES.encode(), "entries.csv").rows.added == 6
    assert load_file(sample_copy, IDEAS.encode(), "ideas.csv").rows.added == 2

    def read(code, measure="big_i_active", **more):
        with reading(sample_copy) as session:
            found = query_series(session, EVERYTHING, measure, **more)
        series = next(s for s in found if s.area.code == code)
        return series, [m for m in series.changes if m.start_date >= date(2026, 11, 1)]

    return read


def test_ideas_notes_and_decisions_about_this_measure_are_numbered_by_date(read_newest):
    series, marks = read_newest("NMH")
    assert [(m.what, m.title) for m in marks] == [
        ("idea", "Try a buddy"), ("note", "Two teams asked."), ("decision", "We ask first."),
    ]  # fmt: skip
    assert [m.number for m in series.changes] == list(range(1, len(series.changes) + 1))
    assert (
        describe_change(series, marks[1]) == "Note, Newham mental health, 2 November 2026: Two teams asked."
    )
    assert describe_change(series, marks[2]).startswith("Decision, Newham, 2 November 2026: ")


def test_other_measures_and_places_keep_their_own(read_newest):
    assert [m.title for m in read_newest("NMH", "big_i_new")[1]] == ["About new ones."]
    assert [m.title for m in read_newest("THMH")[1]] == ["Elsewhere."]
    assert read_newest("RWK")[1] == []


def test_who_stands_at_an_earlier_month_knows_nothing_later(read_newest):
    assert read_newest("NMH", last_shown=date(2026, 10, 1))[1] == []
