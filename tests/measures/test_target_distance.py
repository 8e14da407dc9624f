"""Who is below the target, and whether that is more than ups and downs."""

from dataclasses import replace
from datetime import date

import pytest

from measures.context import TargetLine
from measures.examples import AREA, build_series
from measures.target_distance import calculate_distances, describe_distance, describe_distances

WOBBLE = [8, 10, 9, 9, 8, 9, 8, 10, 8, 9] * 3
LOW, WORSE, EARLY = [1, 2] * 15, [*([14, 15] * 13), 5, 5, 4, 5], [None] * 24 + [6] * 6
FORTY = TargetLine(0.4, date(2022, 4, 1), "a committee")


def of(name, tops, **more):
    return replace(
        build_series("big_i_active", tops, [30] * len(tops), **more), area=replace(AREA, name=name)
    )


def test_those_below_come_first_each_by_name():
    found = calculate_distances(
        [of("Newham", WOBBLE), of("Luton", [20] * 30), of("Addictions", [22] * 30), of("Forensics", LOW)],
        FORTY,
    )
    assert [(r.series.area.name, r.is_below) for r in found.rows] == [
        ("Forensics", True), ("Newham", True), ("Addictions", False), ("Luton", False),
    ]  # fmt: skip


def test_signal_or_ups_and_downs():
    found = calculate_distances(
        [of("Far below", LOW), of("Early", EARLY), of("Getting worse", WORSE), of("Normal", WOBBLE)], FORTY
    )
    assert {r.series.area.name: r.is_signal for r in found.rows} == {
        "Far below": True, "Early": False, "Getting worse": True, "Normal": False,
    }  # fmt: skip
    assert describe_distances(found) == (
        "In September 2024, 4 of 4 directorates were below 40%. For 2 it is more than ups and downs, "
        "for 1 it is no more than ups and downs, for 1 it is too early to judge."
    )


@pytest.mark.parametrize(
    ("tops", "more", "words"),
    [
        (WOBBLE, {}, "normal ups and downs"),
        (LOW, {}, "normal ups and downs; 40% is out of reach unless something changes"),
        (WORSE, {}, "real change for the worse"),
        (WOBBLE, {"target": 0.7}, "normal ups and downs; its own target is 70%"),
        (EARLY, {"target": 0.4}, "too early to tell"),
    ],
)
def test_one_directorate_in_words(tops, more, words):
    found = calculate_distances([of("Luton", tops, **more)], FORTY)
    assert describe_distance(found.rows[0], FORTY) == words


def test_only_the_newest_month_counts_and_nothing_without_target_or_figures():
    stopped = of("Stopped", [*WOBBLE[:29], None])
    found = calculate_distances([of("Luton", WOBBLE), stopped], FORTY)
    assert [r.series.area.name for r in found.rows] == ["Luton"]
    assert calculate_distances([of("Luton", WOBBLE)], None) is None
    assert calculate_distances([of("Luton", [])], FORTY) is None


def test_nobody_below_is_said():
    found = calculate_distances([of("Luton", [20, 22] * 15)], FORTY)
    assert describe_distances(found) == "In September 2024, no directorate was below 40%."
