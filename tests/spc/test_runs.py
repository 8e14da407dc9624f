from math import comb

import pytest

from spc.runs import calculate_runs, fewest_crossings, longest_allowed

SIDES = {"+": 1, "-": -1, ".": 0}


def runs_of(text):
    return calculate_runs([SIDES[letter] for letter in text])


@pytest.mark.parametrize(
    ("sides", "n_useful", "longest", "crossings"),
    [
        ("+", 1, 1, 0),
        ("+-", 2, 1, 1),
        ("++-", 3, 2, 1),
        ("+++---+", 7, 3, 2),
        ("+.+", 2, 2, 0),  # on the line or missing: left out, and the run goes on
        ("..+-..", 2, 1, 1),
    ],
)
def test_longest_run_and_crossings(sides, n_useful, longest, crossings):
    found = runs_of(sides)
    assert (found.n_useful, found.longest, found.crossings) == (n_useful, longest, crossings)


@pytest.mark.parametrize("sides", ["", ".", "......"])
def test_nothing_useful_gives_no_figures(sides):
    assert dict(runs_of(sides)) == {
        "n_useful": 0,
        "longest": None,
        "longest_max": None,
        "crossings": None,
        "crossings_min": None,
        "signal": False,
    }


@pytest.mark.parametrize(
    ("sides", "signal"),
    [
        ("+-" * 8 + "+" * 7, False),  # 23 useful points: a run of 8 is allowed
        ("+-" * 8 + "+" * 8, False),
        ("-+" * 8 + "+" * 8, True),  # the last + of the pairs makes it nine
        ("++++++------++++++------", True),  # three crossings where at least eight are due
        ("+-" * 12, False),
    ],
)
def test_signal_is_too_long_a_run_or_too_few_crossings(sides, signal):
    assert runs_of(sides).signal is signal


@pytest.mark.parametrize(
    ("n", "longest", "fewest"),
    [(1, 3, 0), (2, 4, 0), (9, 6, 2), (12, 7, 3), (16, 7, 4), (22, 7, 7), (24, 8, 8), (100, 10, 41)],
)
def test_limits_by_number_of_useful_points(n, longest, fewest):
    """The figures of the reference cases run-limits-*, by length."""
    assert longest_allowed(n) == longest
    assert fewest_crossings(n) == fewest


@pytest.mark.parametrize("n", [*range(1, 60), 200, 400])
def test_fewest_crossings_is_the_smallest_with_one_in_twenty(n):
    k = fewest_crossings(n)
    chance = [comb(n - 1, j) for j in range(n)]
    assert 20 * sum(chance[: k + 1]) >= 2 ** (n - 1)
    assert 20 * sum(chance[:k]) < 2 ** (n - 1)
