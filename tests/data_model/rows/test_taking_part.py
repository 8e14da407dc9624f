import pytest

from data_model.rows import MeetingRow, OpportunityRow, StoryRow, YouSaidRow

OPPORTUNITY = {
    "opportunity_id": "O1", "title": "A seat", "directorate": "NMH", "where": "Hall",
    "how_to_take_part": "Just come", "ask_role": "QI coach", "payment": "Paid",
}  # fmt: skip
SAID = {
    "item_id": "Y1", "directorate": "NMH", "asked_on": "2026-03-01", "we_asked": "How?", "you_said": "Loud",
    "status": "waiting",
}  # fmt: skip
MEETING = {
    "meeting_id": "M1", "title": "Group", "meeting_date": "2027-01-31", "place": "Hall",
    "how_to_join": "Just come", "ask_role": "QI coach",
}  # fmt: skip
STORY = {
    "story_id": "S1", "title": "First", "story": "I came.", "told_by": "carer", "consent_date": "2026-03-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "cells"),
    [(OpportunityRow, OPPORTUNITY), (YouSaidRow, SAID), (MeetingRow, MEETING), (StoryRow, STORY)],
)
def test_the_required_columns_are_enough_and_each_is_needed(problems, schema, cells):
    assert problems(schema, **cells) == []
    assert set(cells) == set(schema.required_columns())
    for column in cells:
        assert problems(schema, **cells | {column: ""}) == [(column, "This cell is empty.")]


def test_a_no_needs_its_reason(problems):
    refused = SAID | {"status": "could not"}
    assert problems(YouSaidRow, **refused) == [("why_not", "This cell is empty, but status is could not.")]
    assert problems(YouSaidRow, **refused, why_not="Not ours") == []


@pytest.mark.parametrize("column", ["answer_due", "answered_on"])
def test_an_answer_comes_after_the_question(problems, column):
    assert problems(YouSaidRow, **SAID, **{column: "2026-02-28"}) == [
        (column, "The end is before the start.")
    ]


def test_nobody_has_answered_or_agreed_in_the_future(problems):
    assert problems(YouSaidRow, **SAID, answered_on="2027-01-01")[0][0] == "answered_on"
    assert problems(StoryRow, **STORY | {"consent_date": "2027-01-01"})[0][0] == "consent_date"


def test_consent_ends_after_it_began(problems):
    assert problems(StoryRow, **STORY, consent_until="2026-02-28")[0][0] == "consent_until"
    assert problems(StoryRow, **STORY, consent_until="2030-02-28") == []


def test_a_meeting_may_lie_ahead_and_its_time_is_by_the_clock(read, problems):
    assert read(MeetingRow, **MEETING, start_time="9:30").start_time == "09:30"
    assert problems(MeetingRow, **MEETING, start_time="2pm") == [
        ("start_time", "This is not a time of day that can be read.")
    ]
