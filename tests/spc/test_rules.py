"""Each rule on vectors side by side: too few, just enough, more, broken by one. `.` = it did not fire."""

from math import nan

import pytest

from spc.rules import (
    detect_outside,
    detect_shift,
    detect_trend,
    detect_two_in_three,
    find_beyond_two_sigma,
    find_sides,
)

SLACK = 1e-9
SIDES = {"+": 1, "-": -1, ".": 0}


def signs(text):
    return [SIDES[letter] for letter in text]


def numbers(text):
    """One digit a point, `_` a missing month."""
    return [nan if letter == "_" else float(letter) for letter in text]


@pytest.mark.parametrize(
    ("values", "fired"),
    [
        ("", ""),
        ("5", "."),
        ("258", "..."),  # on either limit is not outside
        ("9", "+"),
        ("1", "-"),
        ("9_1", "+.-"),
    ],
)
def test_outside_is_strictly_beyond_a_limit(values, fired):
    n = len(values)
    assert detect_outside(numbers(values), [2.0] * n, [8.0] * n, SLACK) == signs(fired)


def test_outside_needs_more_than_rounding():
    assert detect_outside([8 + 5e-10, 8 + 2e-9], [2.0] * 2, [8.0] * 2, SLACK) == [0, 1]


def test_outside_without_limits_never_fires():
    assert detect_outside([1.0, 9.0], [nan, nan], [nan, nan], SLACK) == [0, 0]


@pytest.mark.parametrize(
    ("values", "sides"),
    [("", ""), ("456", "-.+"), ("5_5", "..."), ("55", "..")],
)
def test_side_of_the_centre_line(values, sides):
    assert find_sides(numbers(values), 5.0, SLACK) == signs(sides)


def test_a_point_within_rounding_is_on_the_line():
    assert find_sides([5 + 5e-10, 5 - 5e-10, 5 + 2e-9], 5.0, SLACK) == [0, 0, 1]


@pytest.mark.parametrize(
    ("sides", "fired"),
    [
        ("", ""),
        ("++++++", "......"),  # six
        ("+++++++", "+++++++"),  # seven
        ("++++++++", "++++++++"),  # eight
        ("-------", "-------"),
        ("+++-++++", "........"),  # broken by one on the other side
        ("+++.++++", "........"),  # broken by one exactly on the mean
        (".......", "......."),  # seven exactly on the mean
        ("-+++++++-", ".+++++++."),
        ("+++++++-------", "+++++++-------"),
    ],
)
def test_shift_is_seven_on_one_side(sides, fired):
    assert detect_shift(signs(sides), 7) == signs(fired)


@pytest.mark.parametrize(("length", "fired"), [(5, "+++++"), (6, ".....")])
def test_shift_length_can_be_set(length, fired):
    assert detect_shift(signs("+++++"), length) == signs(fired)


@pytest.mark.parametrize(
    ("values", "fired"),
    [
        ("", ""),
        ("1", "."),
        ("123456", "......"),  # six points
        ("1234567", "+++++++"),  # seven
        ("12345678", "++++++++"),  # eight
        ("7654321", "-------"),
        ("12344567", "........"),  # an equal value breaks
        ("1123456", "......."),  # six strict points after a pair of equals
        ("11234567", ".+++++++"),
        ("1235467", "......."),  # broken by one that falls
        ("123_4567", "........"),  # a missing month inside a rising run
        ("1234567_", "+++++++."),
        ("5555555", "......."),
        ("1234567654321", "++++++-------"),  # the shared peak takes the later trend
        ("7654321234567", "------+++++++"),
    ],
)
def test_trend_is_seven_points_one_way(values, fired):
    assert detect_trend(numbers(values), 7, SLACK) == signs(fired)


def test_trend_step_within_rounding_is_equal():
    rising = [1, 2, 3, 4, 5, 6, 6 + 5e-10]
    assert detect_trend(rising, 7, SLACK) == [0] * 7


@pytest.mark.parametrize(("length", "fired"), [(5, "+++++"), (6, ".....")])
def test_trend_length_can_be_set(length, fired):
    assert detect_trend(numbers("12345"), length, SLACK) == signs(fired)


@pytest.mark.parametrize(
    ("values", "beyond"),
    [("", ""), ("5", "."), ("7", "."), ("8", "+"), ("3", "."), ("2", "-"), ("_", "."), ("829", "+-+")],
)
def test_beyond_two_sigma_is_two_thirds_of_the_way(values, beyond):
    """Centre 5, limits 3 away: the two-sigma lines are at 3 and 7."""
    assert find_beyond_two_sigma(numbers(values), 5.0, [3.0] * len(values), SLACK) == signs(beyond)


@pytest.mark.parametrize(
    ("sides", "beyond", "fired"),
    [
        ("", "", ""),
        ("++", "++", ".."),  # two points are not three
        ("+++", "+..", "..."),  # one of three
        ("+++", "++.", "++."),
        ("+++", "+.+", "+.+"),  # the inner one is not flagged
        ("+++", ".++", ".++"),
        ("+++", "+++", "+++"),
        ("---", "-.-", "-.-"),
        ("+-+", "+.+", "..."),  # the middle one lies on the other side
        ("+.+", "+.+", "..."),  # the middle one is missing or on the mean
        ("+++", "...", "..."),
        ("++++", "+..+", "...."),  # too far apart
        ("+++++", "+.+.+", "+.+.+"),
        ("++-++", "++-++", "....."),
    ],
)
def test_two_in_three(sides, beyond, fired):
    assert detect_two_in_three(signs(beyond), signs(sides)) == signs(fired)
