"""The slides that wall and offline file share: one an item, from what the store holds and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from data_model.terms import ForumEntryType
from exports.forum_file import write_forum_file
from measures.viewer import EVERYTHING
from ui.forum_reads import read_forum
from ui.forum_slides import AGENDA, FEEL, SEAT, build_slides, find_series
from ui.reads import read_areas

DAY = date(2026, 11, 23)


@pytest.fixture
def make_forum(open_app, sample_engine):
    """``make_forum("NMH")``: a forum of the sample data."""
    open_app(sample_engine)
    return lambda code: read_forum(1, EVERYTHING, read_areas().find(code).id, DAY)


def test_every_directorate_has_a_slide_for_every_item(make_forum):
    codes = [a.code for a in read_areas().of_type("directorate")]
    assert len(codes) == 14
    for code in codes:
        slides = build_slides(make_forum(code))
        assert len(slides) == len(AGENDA)
        assert all(slide.heading and (slide.message or slide.rows) for slide in slides)


def test_charts_stand_on_two_slides_with_the_last_changes(make_forum):
    forum = make_forum("NMH")
    slides = build_slides(forum)
    assert [n for n, slide in enumerate(slides, 1) if slide.picture is not None] == [SEAT, FEEL]
    assert find_series(forum, SEAT) is forum.seat
    assert find_series(forum, 1) is None
    seat = slides[SEAT - 1]
    assert seat.points[0].startswith("Just started: 1 of 2 new projects (50%)")
    assert seat.points[-1] == "3: Plan for Housing and money advice in the…"
    assert [slides[n - 1].note for n in (SEAT, FEEL)] == ["Figures up to 31 October 2026."] * 2


def test_no_number_stands_on_a_chart_unsaid(make_forum):
    for code in (a.code for a in read_areas().of_type("directorate")):
        forum = make_forum(code)
        slides = build_slides(forum)
        for number in (SEAT, FEEL):
            series = find_series(forum, number)
            said = [point.split(":")[0] for point in slides[number - 1].points]
            assert not series or all(str(mark.number) in said for mark in series.changes)


def test_the_newest_numbers_are_said_where_there_is_no_room_for_all(make_forum):
    forum = make_forum("NMH")
    *_, mark, _ = forum.seat.changes
    note = replace(mark.entries[0], text="Note of some length that goes on.")
    many = tuple(replace(mark, number=n, entries=(note,)) for n in range(1, 6))
    assert say(forum, many) == [
        "1 to 3: on the page of this measure",
        "4: Note of some length…",
        "5: Note of some length that goes on",
    ]


def test_a_meeting_is_said_by_what_it_wrote_down_last_and_how_much_more(make_forum):
    forum = make_forum("BMH")
    idea, meeting, _ = forum.seat.changes
    assert len(meeting.entries) == 4
    assert say(forum, [idea, meeting])[1] == "2: Bring the list of empty seats… And 3 more."
    later = replace(meeting, number=3, entries=meeting.entries[:1])
    assert say(forum, [idea, meeting, later])[1] == "2: Bring the list of… +3"
    plan = replace(
        meeting.entries[0],
        entry_type=ForumEntryType.BIG_I_PLAN,
        project_title="Falls at home",
        text="Ask two people.",
    )
    assert say(forum, [replace(meeting, entries=(plan,))]) == ["2: Plan for Falls at home: Ask two people"]
    short = replace(plan, entry_type=ForumEntryType.NOTE, text="Who joins?")
    both = replace(meeting, entries=(plan, short))
    assert say(forum, [both]) == ["2: Who joins? And 1 more."]


def say(forum, changes):
    """What the Big I item says of the numbers on its chart."""
    seat = build_slides(replace(forum, seat=replace(forum.seat, changes=tuple(changes))))[SEAT - 1]
    return list(seat.points[1:])


def test_a_story_is_only_told_with_consent(make_forum):
    assert "Shown with consent of" in build_slides(make_forum("NMH"))[1].note
    no_story = build_slides(make_forum("CORP"))[1]
    assert no_story.message == "There is no story here that we may show today."
    assert no_story.note == ""


def test_late_actions_come_first_and_those_without_room_are_counted(make_forum):
    actions = build_slides(make_forum("RWK"))[7]
    assert actions.message == "7 late, 2 due, 3 done."
    assert [row[0] for row in actions.rows] == ["Late"] * 5
    assert actions.note == "7 more."
    done = build_slides(make_forum("NMH"))[7].rows[-1]
    assert done[0] == "Done"
    assert done[2] == "QI coach, done 22 September 2026"


def test_where_all_have_a_seat_the_list_says_so(make_forum):
    assert build_slides(make_forum("LCH"))[4].message == (
        "Every active project has a service user or carer on the team."
    )


def test_the_offline_file_holds_the_same_slides(make_forum):
    slides = build_slides(make_forum("NMH"))
    page = write_forum_file("QI Forum: Newham", slides, made_on=DAY, notice="Made up.")
    assert page.count('<section class="slide"') == len(slides)
    assert page.count('role="img"') == 4  # two charts, each for two shapes of wall
    for slide in slides:
        assert slide.heading.replace("'", "&#39;") in page
