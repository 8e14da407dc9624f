"""The simulation of false alarms, in small: its shape, and that it shows what the product would show."""

from math import inf

import numpy as np
import pytest

from benchmarks.false_alarms import WATCHED, Heard, find_ways, find_worlds, listen, simulate, watch
from benchmarks.projects_by_chance import FIRST, NEVER, Projects, count_figures, count_settled, draw_steady
from data_model.terms import FigureState
from measures.calculations.history import ProjectHistory
from measures.definitions import read_counting_rules
from measures.figures import Figure
from measures.periods import add_months, month_end
from measures.query import add_up_quarters

RUNS = 12


@pytest.fixture(scope="module")
def ways():
    return find_ways()


@pytest.mark.parametrize("world", find_worlds()[:4], ids=lambda world: world.title)
def test_all_four_rules_on_the_stock_cry_wolf_and_ours_do_not(world, ways):
    ours = simulate(world, ways["stock"], RUNS).share
    four = simulate(world, ways["stock, four rules"], RUNS).share
    assert all(0 <= share <= 1 for share in (*ours.values(), *four.values()))
    assert four[Heard.CONVERSATION] > ours[Heard.CONVERSATION] + 0.4
    # The louder, the rarer.
    assert four[Heard.MARK] >= four[Heard.CONVERSATION] >= four[Heard.REAL_CHANGE]


def test_a_true_rise_of_the_trust_is_found(ways):
    outcome = simulate(find_worlds()[1], ways["stock"], RUNS, "all")
    assert outcome.share[Heard.REAL_CHANGE] > 0.9
    assert 1 <= outcome.months <= WATCHED


def test_the_same_seed_gives_the_same_figures(ways):
    world, way = find_worlds()[0], ways["new by month"]
    assert simulate(world, way, 3) == simulate(world, way, 3)


def test_nothing_is_heard_of_projects_that_all_have_a_seat(ways):
    start = np.repeat(np.arange(42), 3)
    first = watch(ways["stock"], Projects(start, start + 9, start), 24)
    assert first[Heard.NOTHING] == 1
    assert first[Heard.MARK] == inf


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("That is normal here: there is no sign of real change.", Heard.NOTHING),
        ("May 2024 was unusually low: 1 of 9 projects.", Heard.MARK),
        (
            "The last 7 months are all below the usual level of 44%. This needs a conversation.",
            Heard.CONVERSATION,
        ),
        ("It has risen 7 months running. This is a real change.", Heard.REAL_CHANGE),
    ],
)
def test_words_are_as_loud_as_they_sound(words, heard):
    assert listen(words) == heard


def test_every_word_of_the_product_that_announces_something_is_heard(ways):
    # If a sentence is reworded, this and the benchmark must hear it in its new words.
    assert simulate(find_worlds()[1], ways["stock, four rules"], RUNS).share[Heard.REAL_CHANGE] > 0.2
    assert simulate(find_worlds()[1], ways["stock"], RUNS, "new").share[Heard.MARK] > 0.5


def test_stock_and_new_projects_are_counted_as_by_hand():
    # Under way before the first month; one that starts and ends within it; one that gains its seat later.
    projects = Projects(np.array([-1, 0, 0]), np.array([2, 0, 3]), np.array([-1, 0, 1]))
    assert count_figures(projects, True, "month", 3).tolist() == [[1, 2], [2, 2], [1, 1]]
    assert count_figures(projects, False, "month", 3).tolist() == [[1, 2], [0, 0], [0, 0]]
    assert count_figures(projects, False, "quarter", 3).tolist() == [[1, 2]]


def test_as_many_projects_are_under_way_as_were_asked_for():
    start, end = draw_steady(np.random.default_rng(1), 500, 40)
    active = [((start <= month) & (end > month)).sum() for month in range(40)]
    assert np.mean(active) == pytest.approx(500, rel=0.1)
    assert (end < NEVER).all()


@pytest.mark.parametrize("months", range(24, 43))
def test_what_is_too_early_is_what_the_product_holds_too_early(months):
    days = int(read_counting_rules().big_i_new_window_days.value)
    history = ProjectHistory([], month_end(add_months(FIRST, months - 1)))
    figures = [
        Figure(
            1,
            start,
            "",
            1,
            2,
            FigureState.TOO_EARLY if history.is_window_open(start, days) else FigureState.OBSERVED,
        )
        for start in (add_months(FIRST, i) for i in range(months))
    ]
    quarters = add_up_quarters(figures, find_ways()["new by quarter"].definition)
    for period, of_product in (("month", figures), ("quarter", quarters)):
        settled = [f for f in of_product if f.state == FigureState.OBSERVED]
        assert count_settled(False, period, months) == len(settled)
    assert count_settled(True, "month", months) == months
