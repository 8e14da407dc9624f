"""The quiet notes that rest on numbers alone."""

from dataclasses import replace

import pytest

from measures.notes import describe_notes

ROUGH = "Few are counted each time, so the usual range is rough."


def test_few_behind_each_point_is_said(make_series):
    assert ROUGH in describe_notes(make_series("big_i_active", [1, 2] * 10, [4] * 20))
    assert ROUGH not in describe_notes(make_series("big_i_active", [12, 16] * 10, [30] * 20))


def test_few_points_say_only_that_they_are_few(make_series):
    assert ROUGH not in describe_notes(make_series("big_i_active", [1, 2, 1], [4] * 3))


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ([1] * 3 + [2] * 21, ["Only 1 Big I project in 3 of these 24 months, so the line can jump."]),
        ([1] * 24, ["Only 1 Big I project every time, so the line can jump."]),
        ([2] * 24, []),
        ([1] * 5, []),  # dots only: there is no line
    ],
)
def test_months_that_rest_on_fewer_than_the_measure_wants_are_counted(make_series, sizes, said):
    series = make_series("people_on_projects", [2] * len(sizes), sizes)
    assert [note for note in describe_notes(series) if "jump" in note] == said


def test_where_a_measure_wants_more_than_two_the_note_says_how_many(make_series):
    series = make_series("fft_positive", [3] * 24, [4] * 2 + [9] * 22)
    assert "Fewer than 5 answers in 2 of these 24 months, so the line can jump." in describe_notes(series)


def test_only_the_months_shown_are_counted(make_series):
    series = make_series("people_on_projects", [2] * 24, [1] * 3 + [2] * 21)
    later = replace(series, first_shown=series.points[6].period_start)
    assert not [note for note in describe_notes(later) if "jump" in note]
