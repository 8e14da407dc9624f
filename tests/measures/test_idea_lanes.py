"""Which ideas are drawn as lanes."""

from datetime import date

from data_model.terms import ChangeIdeaStatus
from measures.change_ideas import ChangeIdea
from measures.examples import build_series
from measures.idea_lanes import MOST_LANES, describe_when, find_lanes

SERIES = build_series("big_i_active", [9] * 24, [20] * 24)


def idea(key, start, end=None, status=ChangeIdeaStatus.TESTING):
    return ChangeIdea(key, key, 1, None, "Here", "big_i_active", start, end, status, "", "")


def test_lanes_go_by_their_start_and_leave_out_what_is_planned_or_over():
    ideas = [
        idea("later", date(2023, 5, 1)),
        idea("over", date(2021, 1, 1), date(2022, 3, 31)),
        idea("first", date(2022, 6, 1), date(2022, 7, 1)),
        idea("planned", date(2022, 6, 1), status=ChangeIdeaStatus.PLANNED),
        idea("tomorrow", date(2026, 11, 24)),
    ]
    lanes = find_lanes(SERIES, ideas)
    assert [i.idea_id for i in lanes.drawn] == ["first", "later"]
    assert [i.idea_id for i in lanes.planned] == ["planned", "tomorrow"]
    assert (lanes.ended_before, lanes.too_many) == (1, 0)


def test_of_very_many_the_newest_are_drawn():
    lanes = find_lanes(SERIES, [idea(f"I{n:02}", date(2023, 1, n)) for n in range(1, 16)])
    assert len(lanes.drawn) == MOST_LANES
    assert (lanes.drawn[-1].idea_id, lanes.too_many) == ("I15", 15 - MOST_LANES)


def test_without_figures_nothing_is_drawn():
    assert find_lanes(build_series("big_i_active", []), [idea("I", date(2023, 1, 1))]).drawn == ()


def test_when_an_idea_was_tried_in_words():
    start = date(2023, 1, 9)
    assert describe_when(idea("I", start)) == "since January 2023"
    assert describe_when(idea("I", start, date(2024, 3, 29))) == "January 2023 to March 2024"
    assert describe_when(idea("I", start, date(2023, 1, 31))) == "in January 2023"
    assert describe_when(idea("I", start, status=ChangeIdeaStatus.PLANNED)) == "from January 2023"
