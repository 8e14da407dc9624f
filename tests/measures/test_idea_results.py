"""What followed a change idea: never "real" without a deciding rule after the start, never a cause."""

import re
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.terms import ChangeIdeaStatus, FigureState
from docs.generate_sentences import reading_age
from measures.change_ideas import ChangeIdea
from measures.examples import FIRST_MONTH, build_series
from measures.idea_results import FEWEST_AFTER, Outcome, describe_outcomes, judge_idea
from measures.periods import add_months

WOBBLE = (8, 10, 9, 11, 10, 8, 9, 11, 10, 9, 8, 10)
REAL = (Outcome.RISE, Outcome.FALL)
CAUSAL = re.compile(r"\b(because|due to|caused?|led to|thanks to|worked|made)\b", re.IGNORECASE)


def idea(month, end=None, status=ChangeIdeaStatus.ADOPTED):
    """An idea begun on the first day of the month so many after the first one."""
    start = add_months(FIRST_MONTH, month)
    end_date = None if end is None else add_months(FIRST_MONTH, end)
    return ChangeIdea("I1", "Idea", 1, None, "Here", "big_i_new", start, end_date, status, "", "")


def shares(tops, measure="big_i_new", **more):
    return build_series(measure, list(tops), [20] * len(tops), **more)


def test_a_shift_after_the_start_is_a_real_rise_or_fall():
    up = judge_idea(shares((*WOBBLE, *[15, 16, 14] * 4)), idea(12))
    assert up.outcome == "followed by a real rise"
    assert up.variation == "improvement_high"
    assert up.detail == "About 47% before, about 75% since April 2023. Other things may have played a part."
    down = judge_idea(shares((*WOBBLE, *[4, 3, 5] * 4)), idea(12))
    assert (down.outcome, down.variation) == (Outcome.FALL, "concern_low")


def test_a_rise_that_turned_back_says_so():
    result = judge_idea(shares((*WOBBLE, *[18] * 10, *[3] * 10)), idea(12, end=14))
    assert result.outcome == Outcome.RISE
    assert "from April 2023 until January 2024. A real fall came later, in February 2024." in result.detail


def test_ups_and_downs_are_no_real_change():
    result = judge_idea(shares(WOBBLE * 2), idea(12))
    assert (result.outcome, result.variation) == (Outcome.NO_CHANGE, None)
    assert result.detail == "About 47% before it began and since."


def test_what_began_before_the_idea_did_not_follow_it():
    result = judge_idea(shares((*WOBBLE, *[16] * 12)), idea(14))
    assert result.outcome == Outcome.NO_CHANGE
    assert "already unusually high, since April 2023" in result.detail


def test_what_began_more_than_a_year_later_is_not_set_beside_it():
    series = shares((*WOBBLE, *WOBBLE, 20, 20, *WOBBLE), "big_i_active")
    early = judge_idea(series, idea(8, end=10))
    open_still = judge_idea(series, idea(8, status=ChangeIdeaStatus.TESTING))
    in_time = judge_idea(series, idea(12, status=ChangeIdeaStatus.TESTING))
    assert early.outcome == Outcome.NO_CHANGE
    assert "unusually high only later, from April 2024" in early.detail
    assert open_still.outcome == Outcome.NO_CHANGE
    assert in_time.outcome == Outcome.RISE


def test_a_low_stretch_that_lies_above_what_was_before_is_no_fall():
    tops = [*[4, 5, 3] * 3, 15, *[6] * 15, *[17, 18, 19] * 9]
    assert judge_idea(shares(tops), idea(10, end=12)).outcome == Outcome.NO_CHANGE


@pytest.mark.parametrize("after", range(FEWEST_AFTER + 2))
def test_it_is_too_early_until_a_run_could_be_seen(after):
    result = judge_idea(shares((*WOBBLE, *[19] * after)), idea(12))
    assert (result.outcome == Outcome.TOO_EARLY) == (after < FEWEST_AFTER)


def test_where_the_same_projects_are_counted_it_says_why_a_move_is_not_called_real():
    moved = [9, 8, 9, 10] * 6 + [11, 12, 11, 12] * 3
    result = judge_idea(shares(moved, "big_i_active"), idea(24))
    assert result.outcome == Outcome.NO_CHANGE
    assert result.detail.endswith(
        "Most of the same projects are counted each month, so only months outside the usual range count as "
        "a real change."
    )


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], "No change idea has been written down yet."),
        ([Outcome.RISE], "A real change followed 1 of 1 idea: 1 rise."),
        (
            [Outcome.RISE, Outcome.RISE, Outcome.FALL, Outcome.NO_CHANGE, Outcome.TOO_EARLY],
            "A real change followed 3 of 5 ideas: 2 rises and 1 fall. "
            "For 1 there is no real change yet; for 1 it is too early or we cannot tell.",
        ),
        (
            [Outcome.CANNOT_TELL, Outcome.NOT_BEGUN],
            "A real change followed none of 2 ideas. For 2 it is too early or we cannot tell.",
        ),
    ],
)
def test_what_followed_many_ideas(outcomes, said):
    assert describe_outcomes(outcomes) == said
    assert reading_age(said) <= 14


def test_one_figure_after_is_said_in_the_singular_and_none_as_none():
    assert judge_idea(shares((*WOBBLE, 9)), idea(12)).detail == (
        "We have figures for 1 month since it began and need at least 7."
    )
    assert judge_idea(shares(WOBBLE), idea(12)).detail.startswith("We have no figures since it began")


def test_too_few_before_cannot_be_made_up_for_by_waiting():
    result = judge_idea(shares(WOBBLE * 2), idea(4))
    assert result.outcome == Outcome.CANNOT_TELL
    assert "4 months from before it began" in result.detail


def test_a_change_of_counting_cuts_before_from_after():
    result = judge_idea(shares((*WOBBLE, *[18] * 12), rebase=[14]), idea(12))
    assert result.outcome == Outcome.CANNOT_TELL
    assert "do not compare before and after" in result.detail


@pytest.mark.parametrize("measure", ["involvement_recorded", "access_needs_met", "little_i_active"])
def test_a_measure_without_deciding_rules_never_says_real(measure):
    result = judge_idea(shares((*WOBBLE, *[19] * 12), measure), idea(12))
    assert (result.outcome, result.variation) == (Outcome.CANNOT_TELL, None)


def test_hidden_figures_stay_hidden():
    states = dict.fromkeys(range(20), FigureState.SUPPRESSED)
    result = judge_idea(build_series("workshop_worth", [None] * 20, [None] * 20, states=states), idea(12))
    assert result.outcome == Outcome.CANNOT_TELL
    assert result.detail == "We hide numbers below 5 so nobody can be recognised."
    assert judge_idea(shares(()), idea(12)).outcome == Outcome.CANNOT_TELL


def test_what_is_planned_or_starts_tomorrow_has_not_begun():
    planned = idea(12, status=ChangeIdeaStatus.PLANNED)
    assert judge_idea(shares(WOBBLE * 3), planned).outcome == Outcome.NOT_BEGUN
    series = shares(WOBBLE, today=date(2023, 3, 31))
    assert judge_idea(series, idea(12, status=ChangeIdeaStatus.TESTING)).outcome == Outcome.NOT_BEGUN


def test_a_high_that_is_bad_is_a_rise_for_the_worse():
    days = [20, 22, 19, 21, 20, 23, 18, 21, 20, 22, 19, 21]
    start = build_series("workshop_gap", [*days, *[60] * 10]).points[12].period_start
    gaps = ChangeIdea("I", "I", 1, None, "", "workshop_gap", start, None, ChangeIdeaStatus.ADOPTED, "", "")
    result = judge_idea(build_series("workshop_gap", [*days, *[60] * 10]), gaps)
    assert (result.outcome, result.variation) == (Outcome.RISE, "concern_high")


@given(
    measure=st.sampled_from(["big_i_active", "big_i_new", "fft_positive", "workshop_parity"]),
    tops=st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=40),
    start=st.integers(0, 45),
    rebase=st.integers(0, 40),
)
@settings(max_examples=200, deadline=None)
def test_real_needs_a_deciding_rule_after_the_start_and_enough_figures(measure, tops, start, rebase):
    phases = [rebase] if 0 < rebase < len(tops) else []
    series, tried = shares(tops, measure, rebase=phases), idea(start)
    result = judge_idea(series, tried)
    after = [i for i in series.observed if series.points[i].period_start >= tried.start_date]
    if result.outcome in REAL:
        rules = series.definition.deciding_rules
        assert any(series.result.hits[rule][i] for rule in rules for i in after)
        assert len(after) >= FEWEST_AFTER
        assert result.variation is not None
    else:
        assert result.variation is None
    if len(after) < FEWEST_AFTER:
        assert result.outcome in (Outcome.TOO_EARLY, Outcome.CANNOT_TELL)
    assert not CAUSAL.search(f"{result.outcome} {result.detail}")


@pytest.mark.parametrize(("measure", "most"), [("big_i_active", 0.02), ("big_i_new", 0.12)])
def test_chance_alone_seldom_says_real(measure, most):
    """Areas in which nothing changes, with an idea in their second or third year."""
    chance, areas = np.random.default_rng(7), 300
    found = 0
    for _ in range(areas):
        series = shares(chance.binomial(20, 0.4, 48).tolist(), measure)
        found += judge_idea(series, idea(int(chance.integers(12, 36)))).outcome in REAL
    print(f"{measure}: {found} of {areas} ideas by chance alone")
    assert found / areas <= most
