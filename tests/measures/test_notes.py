"""The quiet notes that rest on numbers alone."""

from measures.notes import describe_notes

ROUGH = "Few are counted each time, so the usual range is rough."


def test_few_behind_each_point_is_said(make_series):
    assert ROUGH in describe_notes(make_series("big_i_active", [1, 2] * 10, [4] * 20))
    assert ROUGH not in describe_notes(make_series("big_i_active", [12, 16] * 10, [30] * 20))


def test_few_points_say_only_that_they_are_few(make_series):
    assert ROUGH not in describe_notes(make_series("big_i_active", [1, 2, 1], [4] * 3))
