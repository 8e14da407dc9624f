"""What is marked on a chart: change ideas that began, and what forums wrote down about it or about all."""

from datetime import date

import pytest

from charts.spc_words import change_rows
from data_model.store import reading
from loaders import load_file, undo_load
from measures.definitions import read_definitions
from measures.notes import describe_change
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

HEADINGS = "entry_id,entry_type,entry_date,directorate,borough,measure,project_id,text,owner_role,due_date\n"
ENTRIES = HEADINGS + (
    "T-1,note,2026-11-02,NMH,,big_i_active,,Two teams asked.,,\n"
    "T-2,decision,2026-11-02,NMH,B-NE,big_i_active,,We ask first.,,\n"
    "T-3,note,2026-11-02,NMH,,big_i_new,,About new ones.,,\n"
    "T-4,note,2026-11-02,NMH,,,,About all we do.,,\n"
    "T-5,action,2026-11-02,NMH,,big_i_active,,Write to teams.,QI coach,2026-12-01\n"
    "T-6,note,2026-11-02,THMH,,big_i_active,,Elsewhere.,,\n"
    "T-7,big_i_plan,2026-11-02,NMH,,big_i_active,QI-1060,Who has time?,Project lead,\n"
    "T-8,decision,2026-11-03,NMH,,big_i_active,,We meet again,,\n"
)
IDEAS = (
    "idea_id,title,directorate,measure,start_date,status\n"
    "I-1,Try a buddy,NMH,big_i_active,2026-11-01,testing\n"
    "I-2,Plan a day,NMH,big_i_active,2026-10-01,planned\n"
)


@pytest.fixture
def read_newest(sample_copy):
    """The marks of November 2026 on one chart, after the rows above were loaded."""
    assert load_file(sample_copy, ENTRIES.encode(), "entries.csv").rows.added == 8
    assert load_file(sample_copy, IDEAS.encode(), "ideas.csv").rows.added == 2

    def read(code, measure="big_i_active", **more):
        with reading(sample_copy) as session:
            found = query_series(session, EVERYTHING, measure, **more)
        series = next(s for s in found if s.area.code == code)
        return series, [m for m in series.changes if m.start_date >= date(2026, 11, 1)]

    return read


def texts(mark):
    return [entry.text for entry in mark.entries]


def test_what_one_forum_wrote_down_on_one_day_shares_one_number(read_newest):
    series, marks = read_newest("NMH")
    assert [(m.title, texts(m)) for m in marks] == [
        ("Try a buddy", []),
        (
            "Newham mental health",
            ["Two teams asked.", "About all we do.", "Write to teams.", "Who has time?"],
        ),
        ("Newham", ["We ask first."]),
        ("Newham mental health", ["We meet again"]),
    ]
    assert [m.number for m in series.changes] == list(range(1, len(series.changes) + 1))
    drawn = change_rows(series)
    assert [row["text"] for row in drawn] == [str(m.number) for m in series.changes]


def test_a_number_says_all_that_it_stands_for(read_newest):
    series, (_, meeting, of_borough, later) = read_newest("NMH")
    title = meeting.entries[-1].project_title
    assert describe_change(series, meeting) == (
        "Newham mental health, 2 November 2026. Note: Two teams asked. Note: About all we do. "
        "Action: Write to teams (QI coach, due 1 December 2026). "
        f"Plan for {title}: Who has time? (Project lead)."
    )
    assert describe_change(series, of_borough) == "Newham, 2 November 2026. Decision: We ask first."
    assert describe_change(series, later) == "Newham mental health, 3 November 2026. Decision: We meet again."


def test_where_room_is_scarce_the_rest_of_a_meeting_is_counted(read_newest):
    series, (_, meeting, *_) = read_newest("NMH")
    short = describe_change(series, meeting, most=1)
    assert short == "Newham mental health, 2 November 2026. Note: Two teams asked. And 3 more."
    assert describe_change(series, meeting, most=4) == describe_change(series, meeting)


def test_what_is_taken_back_leaves_its_number_and_the_last_takes_the_number_along(sample_copy, read_newest):
    of_today = f"{HEADINGS}U-1,action,2026-11-02,NMH,,big_i_active,,Call them.,QI coach,2026-12-01\n"
    alone = f"{HEADINGS}U-2,big_i_plan,2026-11-04,NMH,,big_i_active,QI-1060,Ask two people.,Project lead,\n"
    loads = [load_file(sample_copy, rows.encode(), "page").load_id for rows in (of_today, alone)]
    before = read_newest("NMH")[1]
    assert texts(before[1])[-1] == "Call them."
    assert texts(before[-1]) == ["Ask two people."]
    for load_id in reversed(loads):
        assert undo_load(sample_copy, load_id).status == "undone"
    after = read_newest("NMH")[1]
    assert "Call them." not in texts(after[1])
    assert len(after) == len(before) - 1


def test_other_measures_and_places_keep_their_own(read_newest):
    assert [texts(m) for m in read_newest("NMH", "big_i_new")[1]] == [["About new ones.", "About all we do."]]
    assert [texts(m) for m in read_newest("THMH")[1]] == [["Elsewhere."]]
    assert read_newest("RWK")[1] == []


@pytest.mark.parametrize("measure", read_definitions())
def test_what_is_about_no_measure_is_numbered_on_every_chart_of_its_place(read_newest, measure):
    series, marks = read_newest("NMH", measure)
    meeting = next(m for m in marks if m.start_date == date(2026, 11, 2))
    assert "About all we do." in texts(meeting)
    if series.last is not None and series.definition.period != "event":
        assert str(meeting.number) in [row["text"] for row in change_rows(series)]
    assert all("About all we do." not in texts(m) for m in read_newest("THMH", measure)[1])


def test_who_stands_at_an_earlier_month_knows_nothing_later(read_newest):
    assert read_newest("NMH", last_shown=date(2026, 10, 1))[1] == []
