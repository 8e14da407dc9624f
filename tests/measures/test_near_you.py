"""What the people of one borough are told, in the words that they read."""

from datetime import date

import pytest

from data_model.terms import AnswerStatus
from docs.generate_sentences import reading_age
from measures.examples import build_series
from measures.near_you import (
    describe_answers,
    describe_latest_share,
    describe_now_and_pattern,
    describe_wait,
)
from measures.sentences import describe_series
from measures.taking_part import YouSaid

TODAY = date(2026, 11, 23)
DONE, DOING, COULD_NOT, WAITING = (
    AnswerStatus.DONE, AnswerStatus.IN_PROGRESS, AnswerStatus.COULD_NOT, AnswerStatus.WAITING,
)  # fmt: skip


def said(status=WAITING, asked=date(2026, 9, 9), due=None, answered=None):
    return YouSaid("S", "Newham mental health", "Newham", asked, "?", "!", status, None, None, due, answered)


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        ([], "Nothing that people said near you has been written down here yet."),
        ([WAITING], "The one thing said near you still waits for an answer."),
        ([DONE, DONE], "All 2 things said near you were done."),
        (
            [WAITING, DONE, DONE, DOING, DONE, DONE],
            "Of 6 things said near you, 4 were done, 1 is under way and 1 still waits for an answer.",
        ),
        (
            [COULD_NOT, WAITING, WAITING],
            "Of 3 things said near you, 1 could not be done and 2 still wait for an answer.",
        ),
    ],
)  # fmt: skip
def test_what_became_of_what_people_said(statuses, sentence):
    assert describe_answers([said(status) for status in statuses]) == sentence
    assert reading_age(sentence) <= 11


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (said(due=date(2026, 12, 2)), "10 weeks so far. We promised an answer by 2 December 2026."),
        (
            said(DOING, due=date(2026, 11, 18)),
            "10 weeks so far. We promised an answer by 18 November 2026, so we are late.",
        ),
        (said(asked=date(2026, 11, 16)), "1 week so far."),
        (said(asked=date(2026, 11, 20)), "Asked this week."),
        (said(DONE, due=date(2026, 10, 1)), ""),
        (said(COULD_NOT), ""),
    ],
)
def test_how_long_people_wait(item, words):
    assert describe_wait(item, TODAY) == words


def test_the_newest_counts_come_before_the_pattern():
    series = build_series("big_i_active", [8, 9] * 15, [20] * 30)
    words = describe_now_and_pattern(series)
    assert words.endswith(
        f"9 of 20 projects had a service user or carer on the team. {describe_series(series)}"
    )
    assert describe_latest_share(series).endswith(": 45%")


def test_nothing_is_said_twice():
    everywhere = build_series("big_i_active", [19] * 30, [19] * 30)
    assert describe_now_and_pattern(everywhere) == describe_series(everywhere)
    unusual = build_series("big_i_active", [8, 9] * 15 + [19], [20] * 31)
    assert describe_now_and_pattern(unusual) == describe_series(unusual)
    assert describe_series(unusual).count("19 of 20") == 1
    nothing = build_series("big_i_active", [], [])
    assert describe_now_and_pattern(nothing) == "We have no figures here yet."
    assert describe_latest_share(nothing) == ""
