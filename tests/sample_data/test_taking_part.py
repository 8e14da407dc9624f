"""The six files that were written by hand: ways to take part, answers, meetings, stories, forums, drivers."""

from datetime import date

import pytest

from docs.generate_sentences import reading_age
from sample_data.areas import directorate_of
from sample_data.drivers import DRIVER_COLUMNS, build_driver_rows
from sample_data.forum_entries import FORUM_ENTRY_COLUMNS, build_forum_entry_rows
from sample_data.meetings import MEETING_COLUMNS
from sample_data.opportunities import OPPORTUNITY_COLUMNS
from sample_data.stories import STORY_COLUMNS, build_story_rows
from sample_data.you_said import YOU_SAID_COLUMNS, build_you_said_rows

LAST = "2026-10-31"
COLUMNS = {
    "opportunities": OPPORTUNITY_COLUMNS,
    "you_said": YOU_SAID_COLUMNS,
    "meetings": MEETING_COLUMNS,
    "stories": STORY_COLUMNS,
    "forum_entries": FORUM_ENTRY_COLUMNS,
    "drivers": DRIVER_COLUMNS,
}
TEXTS = {
    "opportunities": ("where", "how_to_take_part", "payment"),
    "you_said": ("we_asked", "you_said", "we_did", "why_not"),
    "meetings": ("how_to_join",),
    "stories": ("story",),
    "forum_entries": ("text",),
    "drivers": ("text",),
}
AHEAD = ("open_until", "answer_due", "meeting_date", "consent_until", "due_date")


@pytest.mark.parametrize("kind", COLUMNS)
def test_columns_and_keys_are_those_of_the_template(rows, kind):
    assert tuple(rows(kind)[0]) == COLUMNS[kind]
    key = COLUMNS[kind][0]
    assert len({row[key] for row in rows(kind)}) == len(rows(kind)) >= 12


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_borough_is_served_by_the_directorate(rows, kind):
    for row in rows(kind):
        assert not row.get("borough") or row["borough"] in directorate_of(row["directorate"]).boroughs


@pytest.mark.parametrize("kind", COLUMNS)
def test_only_plans_lie_ahead(rows, kind):
    past = [n for n in COLUMNS[kind] if n.endswith(("_on", "_date", "_until", "_due")) and n not in AHEAD]
    for row in rows(kind):
        assert all(row[name] <= LAST for name in past)


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_words_are_plain(rows, kind):
    words = " ".join(row[name] + "." for row in rows(kind) for name in TEXTS[kind] if row[name])
    assert reading_age(words.replace("..", ".").replace("?.", "?")) <= 11


def test_each_story_is_plain_and_claims_no_cause(rows):
    for row in rows("stories"):
        assert reading_age(row["story"]) <= 11, row["title"]
        assert "because" not in row["story"]


def test_a_seat_that_is_offered_is_on_a_project_under_way_without_one(rows, twin):
    offered = [row for row in rows("opportunities") if row["project_id"]]
    assert len(offered) >= 8
    for row in offered:
        project = twin.newest(row["project_id"])
        assert (project["status"], project["directorate"]) == ("active", row["directorate"])
        assert twin.level(row["project_id"], LAST) not in ("Big I", "Both")
        assert row["title"].endswith(project["title"])


def test_some_ways_to_take_part_have_closed_and_some_have_no_end(rows):
    ends = [row["open_until"] for row in rows("opportunities")]
    assert sum(bool(end) and end <= LAST for end in ends) == 2
    assert sum(not end for end in ends) >= 4


def test_some_answers_are_late_and_every_no_has_its_reason(rows):
    late = [r for r in rows("you_said") if not r["answered_on"] and r["answer_due"] <= LAST]
    assert {row["borough"] for row in late} == {"B-NE", "B-HA", "B-CB"}
    for row in rows("you_said"):
        assert bool(row["why_not"]) == (row["status"] == "could not")
        assert bool(row["answered_on"]) == (row["status"] in ("done", "could not"))
    assert {row["status"] for row in rows("you_said")} == {"done", "in progress", "could not", "waiting"}


def test_every_borough_has_a_meeting_to_come(rows):
    ahead = [row for row in rows("meetings") if row["meeting_date"] > LAST]
    assert len({row["borough"] for row in ahead} - {""}) == 7
    assert max(row["meeting_date"] for row in ahead)[:7] == "2027-01"


def test_the_newest_story_of_newham_has_lost_its_consent(rows):
    newham = sorted((r for r in rows("stories") if r["borough"] == "B-NE"), key=lambda r: r["consent_date"])
    assert "" < newham[-1]["consent_until"] < LAST
    assert {row["told_by"] for row in rows("stories")} == {"service user", "carer", "staff"}


def test_actions_have_owner_and_day_and_some_are_late(rows):
    actions = [row for row in rows("forum_entries") if row["entry_type"] == "action"]
    assert all(row["owner_role"] and row["due_date"] for row in actions)
    late = {row["directorate"] for row in actions if not row["done_date"] and row["due_date"] <= LAST}
    assert late == {"NMH", "THMH", "BMH", "CAMHS"}


def test_a_plan_for_big_i_names_a_project_that_had_begun_without_it(rows, twin):
    plans = [row for row in rows("forum_entries") if row["entry_type"] == "big_i_plan"]
    assert len(plans) >= 5
    for row in plans:
        assert twin.newest(row["project_id"])["directorate"] == row["directorate"]
        assert twin.newest(row["project_id"])["start_date"] <= row["entry_date"]
        assert twin.level(row["project_id"], LAST) not in ("Big I", "Both")


def test_every_box_leads_to_an_aim_and_every_change_idea_is_one(rows):
    boxes = {row["driver_id"]: row for row in rows("drivers")}
    ideas = {row["idea_id"] for row in rows("change_ideas")}
    for row in boxes.values():
        assert (row["driver_type"] == "aim") == (not row["parent_id"])
        assert row["idea_id"] in ideas | {""}
        while row["parent_id"]:
            row = boxes[row["parent_id"]]  # noqa: PLW2901 - walking to the aim
        assert row["driver_type"] == "aim"


def test_an_earlier_end_knows_less():
    end = date(2026, 5, 31)
    assert {row[3] <= "2026-05-31" for row in build_you_said_rows(end)} == {True}
    assert 0 < len(build_story_rows([], end)) < 12
    assert build_forum_entry_rows([], end) == []
    assert {row[6] for row in build_driver_rows(date(2022, 12, 31))} == {"", "CI-03", "CI-11", "CI-21"}
