"""Areas beside each other: the flags are those of the funnel, and the words keep to the rules of style."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spc
from data_model.terms import FigureState
from measures.comparison import (
    build_comparison_table,
    calculate_comparison,
    describe_comparison,
    describe_comparison_notes,
    describe_comparison_working,
)
from measures.examples import AREA, build_series

BANNED = re.compile(
    r"\b(n=|denominator|special cause|assurance|RAG|baseline|significant|because|caused|rank\w*|best|worst|"
    r"top|bottom)\b",
    re.IGNORECASE,
)
NAMES = (
    "Addictions", "Bedfordshire community health", "Bedfordshire mental health",
    "Child and adolescent mental health", "City and Hackney mental health", "Corporate", "Forensics",
    "London community health", "Luton mental health", "Newham mental health", "Primary care",
    "Specialist children's services", "Talking therapies", "Tower Hamlets mental health",
)  # fmt: skip
# Out of 20 with ten areas at one half: 17 is just higher, 19 far higher, 3 just lower, 1 far lower.
HALF = [(10, 20)] * 10


def area(name, *pairs):
    tops, sizes = zip(*pairs, strict=True)
    series = build_series("big_i_active", tops, [size or 1 for size in sizes])
    return replace(series, area=replace(AREA, name=name))


def compare(pairs):
    found = calculate_comparison([area(name, pair) for name, pair in zip(NAMES, pairs, strict=False)])
    assert found is not None
    return found


def test_flags_and_target_of_one_month():
    found = compare([*HALF, (19, 20), (1, 20)])
    assert found.month == date(2022, 4, 1)
    assert found.target == 0.5
    assert [(r.area_name, r.counts, r.flag) for r in found.outside] == [
        ("Primary care", "19 of 20", "high998"),
        ("Specialist children's services", "1 of 20", "low998"),
    ]
    assert found.sizes == tuple(range(1, 21))
    assert found.lines.upper998.tolist() == spc.funnel_lines(0.5, range(1, 21)).upper998.tolist()


def test_rows_stand_by_name_whatever_the_order_given():
    found = calculate_comparison([area("Newham", (1, 2)), area("Addictions", (3, 4))])
    assert [r.area_name for r in found.rows] == ["Addictions", "Newham"]


def test_only_the_newest_month_counts():
    found = calculate_comparison([area("A", (1, 9), (2, 3)), area("B", (9, 9), (1, 4))])
    assert [(r.area_name, r.numerator, r.denominator) for r in found.rows] == [("A", 2, 3), ("B", 1, 4)]
    assert found.month == date(2022, 5, 1)


def test_an_area_without_projects_that_month_is_left_out_and_said():
    stopped, empty = area("Corporate", (2, 4)), area("Forensics", (1, 4), (None, None))
    found = calculate_comparison([area("A", (1, 9), (2, 3)), area("B", (1, 4), (1, 5)), stopped, empty])
    assert [r.area_name for r in found.rows] == ["A", "B"]
    assert found.left_out == ("Corporate", "Forensics")
    assert "Left out, with no figures for May 2022: Corporate and Forensics." in describe_comparison_notes(
        found
    )


def test_a_hidden_figure_is_not_compared():
    hidden = build_series("fft_positive", [4, 4], [9, 9], states={1: FigureState.SUPPRESSED})
    shown = replace(
        build_series("fft_positive", [30, 31], [40, 40]), area=replace(AREA, name="Luton mental health")
    )
    found = calculate_comparison([hidden, shown])
    assert [r.area_name for r in found.rows] == ["Luton mental health"]
    assert found.left_out == (AREA.name,)


@pytest.mark.parametrize("series", [[], [area("A", (None, None))]])
def test_without_figures_there_is_nothing_to_compare(series):
    assert calculate_comparison(series) is None


def test_words_where_two_stand_out():
    assert describe_comparison(compare([*HALF, (19, 20), (3, 20)])) == (
        "In April 2022 most directorates differ no more than chance allows. Two stand out: Primary care "
        "(19 of 20) is higher, Specialist children's services (3 of 20) is lower."
    )


def test_words_where_one_is_just_outside():
    found = compare([*HALF, (16, 20)])
    assert describe_comparison(found).endswith("One stands out a little: Primary care (16 of 20) is higher.")
    assert describe_comparison_notes(found)[0] == (
        "Primary care lies only just outside. About 1 in 20 does so by chance alone."
    )


def test_words_where_nobody_stands_out():
    found = compare(HALF)
    assert describe_comparison(found) == (
        "In April 2022 the differences between 10 directorates are no more than chance allows."
    )
    assert describe_comparison_notes(found) == ["Figures up to 31 October 2026."]


def test_words_where_half_or_more_stand_out():
    words = describe_comparison(compare([(20, 20), (0, 20)]))
    assert words == (
        "In April 2022 the directorates differ by more than chance allows. Two stand out: "
        "Addictions (20 of 20) is higher, Bedfordshire community health (0 of 20) is lower."
    )


def test_names_that_do_not_fit_are_counted():
    words = describe_comparison(compare([(20, 20)] * 5 + [(0, 20)] * 4 + [(10, 20)]))
    assert words.endswith("Nine stand out: 5 higher and 4 lower.")
    lower = describe_comparison(compare([(90, 100)] * 9 + [(0, 9)] * 5))
    assert lower.endswith("Five stand out, all lower.")


def test_one_area_has_no_other_beside_it():
    assert describe_comparison(compare([(3, 4)])) == (
        "In April 2022 only one directorate has figures, so there is nothing to compare."
    )


def test_long_lines_are_drawn_in_few_steps():
    found = compare([(2_000, 5_000), (9, 20)])
    assert (found.sizes[0], found.sizes[-1], len(found.sizes)) == (1, 5_000, 200)


def test_the_table_is_by_name_and_knows_no_rank():
    table = build_comparison_table(compare([(19, 20), *HALF, (1, 20)]))
    assert table["Directorate"].tolist() == sorted(table["Directorate"])
    assert table.iloc[0].tolist() == ["Addictions", "19", "20", "95%", "higher"]
    assert set(table["Against chance"]) == {"higher", "no more than chance", "lower"}
    assert not any(BANNED.search(column) for column in table.columns)


def test_the_working_names_method_source_and_own_numbers():
    working = dict(describe_comparison_working(compare([*HALF, (19, 20)])))
    assert working["The dashed line"] == "All directorates together: 119 of 220 projects, 54%."
    assert "exact binomial chance" in working["Who stands out"]
    assert "Spiegelhalter DJ (2005)" in working["Source"]
    assert "league table" in working["Why there are no ranks"]


units = st.integers(1, 60).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size)))


@settings(max_examples=60, deadline=None)
@given(st.lists(units, min_size=1, max_size=len(NAMES)))
def test_flags_are_the_funnels_and_words_keep_to_the_rules(pairs):
    found = compare(pairs)
    tops, sizes = zip(*pairs, strict=True)
    assert [r.flag for r in found.rows] == spc.funnel(tops, sizes).flag.tolist()
    words = describe_comparison(found)
    sentences = re.split(r"(?<=[.?!])\s+", words)
    assert 1 <= len(sentences) <= 2, words
    assert all(len(sentence.split()) <= 30 for sentence in sentences), words
    assert not BANNED.search(words), words
    assert ("out" in words) == bool(found.outside and len(found.rows) > 1), words
    for row in found.rows:
        assert row.flag or row.area_name not in words, words
