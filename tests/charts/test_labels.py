from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.labels import Label, spread_labels


def test_labels_with_room_stand_where_they_belong():
    assert spread_labels([Label(50, 20), Label(150, 20)], 200) == [50, 150]


def test_two_labels_at_one_height_share_the_way():
    assert spread_labels([Label(100, 20), Label(100, 20)], 200) == [90, 110]


def test_the_heavier_label_hardly_moves():
    light, heavy = spread_labels([Label(99, 20), Label(100, 20, weight=99)], 200)
    assert heavy == pytest.approx(100, abs=0.3)
    assert heavy - light == pytest.approx(20)


def test_labels_stay_in_the_plot():
    assert spread_labels([Label(0, 20), Label(200, 20)], 200) == [10, 190]


def test_no_labels_need_no_room():
    assert spread_labels([], 200) == []


wished = st.tuples(st.floats(-50, 450), st.floats(5, 40), st.sampled_from([1.0, 3.0, 20.0]))


@given(st.lists(wished, max_size=6))
def test_labels_never_overlap_and_keep_their_order(found):
    labels = [Label(*f) for f in found]
    space = 400.0
    places = spread_labels(labels, space)
    assert len(places) == len(labels)
    order = sorted(range(len(labels)), key=lambda i: labels[i].at)
    for upper, lower in pairwise(order):
        gap = places[lower] - places[upper]
        assert gap >= (labels[upper].height + labels[lower].height) / 2 - 1e-6
    for label, place in zip(labels, places, strict=True):
        assert label.height / 2 - 1e-6 <= place <= space - label.height / 2 + 1e-6
