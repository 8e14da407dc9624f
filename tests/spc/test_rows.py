from math import inf, isnan, nan

import numpy as np
import pytest

from spc.rows import (
    read_counts,
    read_means,
    read_numbers,
    read_proportions,
    read_rates,
    read_values,
)


def gaps(numbers):
    """`x` for a number, `_` for a missing one."""
    return "".join("_" if isnan(number) else "x" for number in numbers)


@pytest.mark.parametrize(
    "sequence",
    [
        [1, None, 2.5],
        (1, nan, 2.5),
        np.array([1, nan, 2.5]),
        np.array([1, None, 2.5], dtype=object),
        [1, inf, 2.5],
        [1, -inf, 2.5],
        [1, 2.5, nan],
    ],
)
def test_none_nan_and_infinity_are_missing(sequence):
    numbers = read_numbers(sequence, "values")
    assert sorted(number for number in numbers if not isnan(number)) == [1.0, 2.5]
    assert len(numbers) == 3


@pytest.mark.parametrize("first", [nan, None, inf])
def test_a_missing_first_number_hides_nothing(first):
    assert gaps(read_numbers([first, 3, inf, 4], "values")) == "_x_x"
    with pytest.raises(ValueError, match="too large"):
        read_numbers([first, 3, 1e200], "values")


def test_whole_numbers_of_numpy_and_python_are_read():
    assert read_numbers(np.array([1, 2], dtype=np.int64), "values") == [1.0, 2.0]
    assert read_numbers([np.int64(1), np.float32(0.5), True], "values") == [1.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("sequence", "reason"),
    [
        ("12", "not text"),
        (b"12", "not text"),
        (["12"], "row 0: '12' is not a number"),
        ([1, "n/a"], "row 1: 'n/a' is not a number"),
        ([[1, 2], [3, 4]], "is not a number"),
        (np.zeros((2, 2)), "not a table"),
        (np.float64(3), "must be a list"),
        (7, "must be a list"),
        ([1j], "is not a number"),
        ([10**400], "too large"),
        ([1, -1e150], "too large"),
    ],
)
def test_what_is_not_a_list_of_numbers_is_refused(sequence, reason):
    with pytest.raises(ValueError, match=reason):
        read_numbers(sequence, "values")


def test_proportions_out_of_the_possible_are_missing():
    """Fine; none of none; some of none; negative; of a negative; more than all; absent; absent; all."""
    numerators = [3, 0, 3, -1, 1, 6, None, 2, 5]
    denominators = [5, 0, 0, 5, -5, 5, 5, nan, 5]
    rows = read_proportions(numerators, denominators)
    assert gaps(rows.values) == gaps(rows.numerators) == gaps(rows.sizes) == "x_______x"
    assert (rows.values[0], rows.values[-1]) == (0.6, 1.0)


def test_rates_without_exposure_are_missing():
    rows = read_rates([4, 4, 4, None, 0, 4], [2, 0, -1, 2, 2, None])
    assert gaps(rows.values) == gaps(rows.numerators) == gaps(rows.sizes) == "x___x_"
    assert rows.values[0] == 2


def test_means_without_a_size_are_missing():
    rows = read_means([4.5, 4.5, None, 4.5], [10, 0, 10, None])
    assert gaps(rows.values) == gaps(rows.sizes) == "x___"
    assert rows.numerators == []


@pytest.mark.parametrize(
    "read",
    [
        lambda: read_counts([3, -1], "counts"),
        lambda: read_rates([3, -1], [1, 1]),
        lambda: read_means([3, 3], [1, -1]),
    ],
)
def test_negative_counts_and_sizes_are_refused(read):
    with pytest.raises(ValueError, match="row 1: -1 is negative"):
        read()


@pytest.mark.parametrize("read", [read_proportions, read_rates, read_means])
def test_lengths_must_agree(read):
    with pytest.raises(ValueError, match=r"2 rows and .* has 3"):
        read([1, 1], [2, 2, 2])


def test_cut_takes_a_phase():
    rows = read_proportions([1, 2, 3], [4, 4, 4]).cut(1, 3)
    assert (rows.values, rows.numerators, rows.sizes) == ([0.5, 0.75], [2, 3], [4, 4])
    assert read_values([1, 2, 3]).cut(0, 1).sizes == []
