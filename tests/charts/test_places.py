import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.places import WIDTHS, Place, Room, Words, choose_places

ROOM = Room(height=300, font=14, line_height=18)
MIDDLE = Place(0.5, 150, 0, "center")
LOW = Place(0.5, 250, 0, "center")


def test_words_alone_take_their_first_place():
    assert choose_places([Words(("Luton",), (MIDDLE, LOW))], [], ROOM) == [MIDDLE]


def test_the_first_words_choose_first_and_no_two_meet():
    block = Words(("Luton",), (MIDDLE, LOW))
    assert choose_places([block, block, block], [], ROOM) == [MIDDLE, LOW, None]


def test_words_keep_off_points_where_they_can():
    assert choose_places([Words(("Luton",), (MIDDLE, LOW))], [(0.5, 150)], ROOM) == [LOW]
    assert choose_places([Words(("Luton",), (MIDDLE,))], [(0.5, 150)], ROOM) == [MIDDLE]


@pytest.mark.parametrize(
    "place",
    [
        Place(0.0, 150, 0, "right"), Place(1.0, 150, 0, "left"), Place(0.0, 150, 0, "center"),
        Place(0.5, 5, 0, "center"), Place(0.5, 295, 0, "center"),
    ],
)  # fmt: skip
def test_no_words_leave_the_plot(place):
    assert choose_places([Words(("Luton",), (place,))], [], ROOM) == [None]


def test_a_place_that_is_only_free_on_a_wide_screen_is_not_taken():
    wide_only = Place(0.6, 150, 0, "left")
    assert choose_places([Words(("a" * 30,), (wide_only,))], [], ROOM) == [None]
    assert choose_places([Words(("a" * 10,), (wide_only,))], [], ROOM) == [wide_only]


places = st.builds(
    Place, st.floats(0, 1), st.floats(0, 300), st.sampled_from([-10, 0, 10]),
    st.sampled_from(["left", "center", "right"]),
)  # fmt: skip
blocks = st.builds(
    Words,
    st.lists(st.text("abc", min_size=1, max_size=14), min_size=1, max_size=4).map(tuple),
    st.lists(places, max_size=6).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=8))
def test_whatever_is_wished_nothing_is_cut_off_or_overlaps(words):
    chosen = [
        (block, place)
        for block, place in zip(words, choose_places(words, [], ROOM), strict=True)
        if place is not None
    ]
    assert all(place in block.places for block, place in chosen)
    for width in WIDTHS:
        boxes = [ROOM.box(block, place, width) for block, place in chosen]
        assert all(b.left >= 0 and b.right <= width and b.top >= 0 and b.bottom <= 300 for b in boxes)
        assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])
