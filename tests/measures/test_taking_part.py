from datetime import date

from measures.taking_part import (
    query_meetings,
    query_opportunities,
    query_story,
    query_you_said,
)

DAY = date(2026, 5, 1)
OPPORTUNITIES = """
opportunity_id,project_id,title,directorate,borough,where,how_to_take_part,ask_role,payment,open_until
O1,Q2,Help us write letters,NMH,B-NE,Town hall,Come along,Participation lead,Paid by the hour,2026-05-01
O2,,Read leaflets,NMH,,By post,Ask for a pack,Participation lead,Vouchers,
O3,,Interview panel,LCH,B-NE,Clinic,Come along,Participation lead,Paid,2026-04-30
O4,Q4,Diabetes group,LCH,B-TH,Clinic,Come along,Participation lead,Paid,2026-06-30
"""
SAID = """
item_id,directorate,borough,asked_on,we_asked,you_said,status,we_did,why_not,answer_due,answered_on
Y1,NMH,B-NE,2026-01-10,What is it like?,Too loud,done,A quiet room,,2026-02-10,2026-02-01
Y2,LCH,B-TH,2026-03-10,What is hard?,No bus,could not,,We do not run buses,,2026-04-01
Y3,LCH,,2026-02-10,What next?,Evening hours,waiting,,,2026-04-30,
"""
MEETINGS = """
meeting_id,title,meeting_date,start_time,directorate,borough,place,how_to_join,ask_role
M1,Group,2026-05-01,9:30,NMH,B-NE,Library,Just come,Participation lead
M2,Past,2026-04-30,14:00,NMH,B-NE,Library,Just come,Participation lead
M3,For all,2026-05-20,14:00,,,Online,Ask for the link,Participation lead
M4,Early,2026-05-01,,LCH,B-TH,Clinic,Just come,Participation lead
"""
STORIES = """
story_id,title,story,told_by,directorate,borough,project_id,consent_date,consent_until
S1,First,I came.,service user,NMH,B-NE,Q1,2026-01-01,
S2,Ended,I left.,carer,NMH,B-NE,,2026-03-01,2026-04-30
S3,Later,I may come.,staff,LCH,B-TH,,2026-04-15,2026-05-01
"""


def ids(rows):
    return [next(iter(vars(row).values())) for row in rows]


def test_only_what_is_open_and_the_first_to_close_at_the_top(ask, load_rows):
    load_rows("opportunities", OPPORTUNITIES)
    found = ask(query_opportunities, "RWX", DAY)
    assert ids(found) == ["O1", "O4", "O2"]
    assert (found[0].directorate, found[0].borough, found[0].project_id) == (
        "Newham mental health", "Newham", "Q2",
    )  # fmt: skip
    assert ids(ask(query_opportunities, "RWX", date(2026, 5, 2))) == ["O4", "O2"]


def test_a_borough_shows_rows_of_that_borough_alone(ask, load_rows):
    load_rows("opportunities", OPPORTUNITIES)
    assert ids(ask(query_opportunities, "B-NE", DAY)) == ["O1"]
    assert ids(ask(query_opportunities, "NMH", DAY)) == ["O1", "O2"]


def test_a_viewer_sees_rows_of_the_own_areas_only(ask, load_rows):
    load_rows("opportunities", OPPORTUNITIES)
    assert ids(ask(query_opportunities, "LCH", DAY, see=["NMH"])) == []
    assert ids(ask(query_opportunities, "RWX", DAY, see=["NMH"])) == []
    assert ids(ask(query_opportunities, "RWX", DAY, see=["RWX", "B-TH"])) == ["O4"]
    assert ids(ask(query_opportunities, "B-TH", DAY, see=["B-TH"])) == ["O4"]


def test_what_people_said_last_comes_first_and_late_answers_are_known(ask, load_rows):
    load_rows("you_said", SAID)
    found = ask(query_you_said, "RWX")
    assert ids(found) == ["Y2", "Y3", "Y1"]
    assert [item.is_late(DAY) for item in found] == [False, True, False]
    assert not found[1].is_late(date(2026, 4, 30))
    assert (found[0].status, found[0].why_not) == ("could not", "We do not run buses")


def test_meetings_from_a_day_on_the_next_first(ask, load_rows):
    load_rows("meetings", MEETINGS)
    found = ask(query_meetings, "RWX", DAY)
    assert [(m.meeting_id, m.start_time) for m in found] == [("M4", None), ("M1", "09:30"), ("M3", "14:00")]
    assert (found[2].directorate, found[2].borough) == (None, None)
    assert ids(ask(query_meetings, "NMH", DAY)) == ["M1"]


def test_a_meeting_without_an_area_is_the_trusts(ask, load_rows):
    load_rows("meetings", MEETINGS)
    assert ids(ask(query_meetings, "RWX", DAY, see=["RWX"])) == ["M3"]
    assert ids(ask(query_meetings, "RWX", DAY, see=["RWX", "NMH"])) == ["M1", "M3"]


def test_the_newest_story_whose_consent_holds(ask, load_rows):
    load_rows("stories", STORIES)
    assert ask(query_story, "RWX", DAY).story_id == "S3"
    assert ask(query_story, "RWX", date(2026, 5, 2)).story_id == "S1"
    assert ask(query_story, "NMH", date(2026, 4, 30)).story_id == "S2"


def test_a_story_is_never_shown_before_or_after_its_consent(ask, load_rows):
    load_rows("stories", STORIES)
    assert ask(query_story, "NMH", date(2026, 5, 1)).story_id == "S1"
    assert ask(query_story, "LCH", date(2026, 4, 14)) is None
    assert ask(query_story, "LCH", date(2026, 5, 2)) is None
    assert ask(query_story, "LCH", DAY, see=["NMH"]) is None


def test_taking_consent_back_takes_the_story_back(ask, load_rows):
    load_rows("stories", STORIES)
    load_rows("stories", STORIES.replace("2026-04-15,2026-05-01", "2026-04-15,2026-04-20"))
    assert ask(query_story, "LCH", DAY) is None
