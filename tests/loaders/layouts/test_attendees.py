"""People are counted once each: the count equals that of slow code that nobody can misread."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from loaders.layouts.attendees import Attendees

# Everybody has one name, and an address or none; a stay repeats both as the program happened to write them.
PEOPLE = st.lists(st.booleans(), min_size=1, max_size=12)
STAYS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 9), st.booleans(), st.booleans()), max_size=40)


def count(rows, least=5):
    attendees = Attendees()
    for name, address, minutes in rows:
        attendees.add(name, address, minutes)
    return attendees.count(least)


@given(PEOPLE, STAYS, st.integers(0, 12))
def test_any_number_of_rejoins_counts_as_the_naive_count(has_address, stays, least):
    rows, naive = [], defaultdict(int)
    for number, minutes, shouted, spaced in stays:
        who = number % len(has_address)
        name = f"Person {who}" if not spaced else f"  Person   {who} "
        address = f"person.{who}@example.org" if has_address[who] else ""
        rows.append((name.upper() if shouted else name, address.upper() if shouted else address, minutes))
        naive[who] += minutes
    counts = count(rows, least)
    assert counts.came == sum(minutes >= least for minutes in naive.values())
    assert counts.came + counts.short == len(naive)
    assert counts.addresses == sum(has_address[who] and m >= least for who, m in naive.items())
    assert (counts.nhs_addresses, counts.namesakes, counts.unmeasured) == (0, 0, 0)


@given(STAYS)
def test_the_order_of_rows_does_not_matter(stays):
    rows = [(f"Person {who % 4}", f"p{who % 3}@example.org" if who % 2 else "", m) for who, m, _, _ in stays]
    assert count(rows) == count(rows[::-1])


def test_somebody_with_and_without_an_address_is_one_person():
    counts = count([("Person A", "person.a@example.org", 3), ("person a (Guest)", "", 3)])
    assert (counts.came, counts.short) == (1, 0)


def test_two_addresses_are_two_people_and_said():
    counts = count([("Person A", "a@example.org", 9), ("Person A", "b@example.org", 9), ("Person A", "", 9)])
    assert (counts.came, counts.namesakes) == (2, 1)


def test_one_address_with_two_names_is_one_person():
    assert count([("Person A", "a@example.org", 3), ("A. Person", "a@example.org", 3)]).came == 1


def test_who_stayed_an_unknown_time_is_counted_and_said():
    counts = count([("Person A", "", 1), ("Person A", "", None), ("Person B", "", 1)])
    assert (counts.came, counts.short, counts.unmeasured) == (1, 1, 1)


def test_nobody_is_not_a_person():
    assert not Attendees().add("  ", "anonymous", 60)


def test_nhs_addresses_are_counted_among_those_who_came():
    rows = [(f"Person {n}", address, 9) for n, address in enumerate(
        ["a@example.nhs.uk", "b@nhs.net.example.org", "c@example.org", "", "d@example.nhs.net"])]  # fmt: skip
    counts = count(rows)
    assert (counts.addresses, counts.nhs_addresses) == (4, 2)
