"""Rows that share a key, sorted out as a person would do it by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.kinds import KINDS
from loaders.repeats import Entry, Repeats, find_repeats

QUICK = settings(max_examples=200, deadline=None, derandomize=True)
KIND = KINDS["nhs_oversight"]


def record(key: str, quarter: int, value: float) -> dict:
    return {
        "trust_code": key,
        "metric_id": "M",
        "reporting_date": "2024",
        "quarter": f"Q{quarter} 2025/26",
        "value": value,
    }


def find(records, *, counted: bool = False) -> Repeats:
    # Numbers stand apart from places, so that one taken for the other shows.
    return find_repeats(
        (Entry.of(place, place + 100, each, KIND) for place, each in enumerate(records)), counted=counted
    )


def by_hand(records) -> tuple[set[int], dict[int, tuple[int, ...]]]:
    """For each key: the newest quarter holds; one that contradicts itself is set aside with all its rows."""
    dropped, conflicts = set(), {}
    for key in {r["trust_code"] for r in records}:
        mine = [place for place, r in enumerate(records) if r["trust_code"] == key]
        held = None
        for quarter in sorted({records[p]["quarter"] for p in mine}, reverse=True):
            same = [p for p in mine if records[p]["quarter"] == quarter]
            if any(records[p] != records[same[0]] for p in same):
                conflicts |= {p: tuple(o + 100 for o in same if o != p) for p in same}
            elif held is None:
                held = same[0]
                dropped |= set(same[1:])
            else:
                dropped |= set(same)
    return dropped, conflicts


RECORDS = st.lists(
    st.builds(record, st.sampled_from("AB"), st.integers(1, 3), st.sampled_from([1.0, 2.0])), max_size=8
)


@given(records=RECORDS)
@QUICK
def test_as_by_hand(records):
    found = find(records)
    assert (found.dropped, found.conflicts) == by_hand(records)


@given(records=RECORDS)
@QUICK
def test_every_key_is_left_once_at_most_and_the_order_does_not_matter(records):
    found = find(records)
    left = [r for place, r in enumerate(records) if place not in found]
    assert len({r["trust_code"] for r in left}) == len(left)
    turned = find(records[::-1])
    assert sorted(map(repr, left)) == sorted(
        repr(r) for place, r in enumerate(records[::-1]) if place not in turned
    )


def test_rows_that_were_counted_never_collapse():
    same = [record("A", 1, 1.0), record("A", 1, 1.0)]
    assert find(same).dropped == {1}
    assert find(same, counted=True).conflicts == {0: (101,), 1: (100,)}


def test_nothing_repeats_in_nothing():
    assert not find([])
    assert not find([record("A", 1, 1.0), record("B", 1, 1.0)])
