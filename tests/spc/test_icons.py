from math import nan

import pytest

from spc.icons import (
    find_assurance,
    find_causes,
    find_limits_state,
    is_mixed,
    name_causes,
    name_variation,
)
from spc.options import RULES

SLACK = 1e-9


def hits(**fired):
    return {rule: fired.get(rule, [0, 0]) for rule in RULES}


@pytest.mark.parametrize(
    ("fired", "causes"),
    [
        (hits(), ".."),
        (hits(outside=[1, -1]), "UL"),
        (hits(trend=[1, -1]), "RF"),
        (hits(two_in_three=[1, -1]), "Tt"),
        (hits(shift=[1, -1]), "Ss"),
        (hits(outside=[0, 1], trend=[1, 1], two_in_three=[1, 1], shift=[1, 1]), "RU"),
        (hits(two_in_three=[0, 1], shift=[1, 1]), "ST"),
        (hits(trend=[-1, 0], shift=[1, 1]), "FS"),
    ],
)
def test_the_first_rule_that_fired_names_the_cause(fired, causes):
    assert "".join(find_causes(fired, RULES, 2)) == causes


def test_only_deciding_rules_name_the_cause_whatever_their_order():
    fired = hits(outside=[1, 0], trend=[-1, -1], shift=[1, 1])
    assert "".join(find_causes(fired, ("shift", "outside"), 2)) == "US"
    assert "".join(find_causes(fired, (), 2)) == ".."


@pytest.mark.parametrize(
    ("improvement", "high", "low"),
    [
        ("increase", "improvement", "concern"),
        ("decrease", "concern", "improvement"),
        ("neutral", "neutral", "neutral"),
    ],
)
def test_class_and_icon_by_direction(improvement, high, low):
    assert name_causes(list("URTS"), improvement) == [high] * 4
    assert name_causes(list("LFts"), improvement) == [low] * 4
    assert name_causes(["."], improvement) == [""]
    assert {name_variation(letter, improvement) for letter in "URTS"} == {f"{high}_high"}
    assert {name_variation(letter, improvement) for letter in "LFts"} == {f"{low}_low"}
    assert name_variation(".", improvement) == "common_cause"


@pytest.mark.parametrize(
    ("signs", "mixed"), [([], False), ([0, 0], False), ([1, 1], False), ([1, 0, -1], True)]
)
def test_mixed_is_both_directions(signs, mixed):
    assert is_mixed(signs) is mixed


@pytest.mark.parametrize(
    ("target", "increase", "decrease"),
    [
        (30, "pass", "fail"),
        (40, "pass", "inconsistent"),  # on the lower limit
        (40 + 5e-10, "pass", "inconsistent"),  # within rounding of it
        (40 - 5e-10, "pass", "inconsistent"),
        (50, "inconsistent", "inconsistent"),
        (60, "inconsistent", "pass"),  # on the upper limit
        (60 - 5e-10, "inconsistent", "pass"),
        (60 + 5e-10, "inconsistent", "pass"),
        (70, "fail", "pass"),
    ],
)
def test_assurance_between_40_and_60(target, increase, decrease):
    assert find_assurance(target, 40, 60, "increase", SLACK) == increase
    assert find_assurance(target, 40, 60, "decrease", SLACK) == decrease
    assert find_assurance(target, 40, 60, "neutral", SLACK) is None


def test_no_target_or_no_limits_no_assurance():
    assert find_assurance(None, 40, 60, "increase", SLACK) is None
    assert find_assurance(50, nan, nan, "increase", SLACK) is None


@pytest.mark.parametrize(
    ("n", "state"),
    [
        (0, "none"),
        (1, "none"),
        (2, "run"),
        (11, "run"),
        (12, "provisional"),
        (19, "provisional"),
        (20, "firm"),
    ],
)
def test_enough_data(n, state):
    assert find_limits_state(n) == state
