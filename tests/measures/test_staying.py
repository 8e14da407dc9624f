"""For how long people stay: the same people of one year, and only those whom the chart shows."""

from datetime import date

import pytest

from data_model.store import reading
from docs.generate_sentences import LIMITS, reading_age
from measures.areas import query_areas
from measures.series_reader import query_series
from measures.staying import (
    StayingCurve,
    build_staying_table,
    describe_staying,
    describe_staying_notes,
    describe_staying_working,
    query_staying_curve,
)
from measures.viewer import EVERYTHING, Viewer

HEADINGS = "month,directorate,borough,joined,after_3_months,after_6_months,after_12_months\n"


@pytest.fixture
def read(near_people):
    """``read(code)``: the series of an area and its curve."""

    def run(code, viewer=EVERYTHING):
        with reading(near_people) as session:
            area = query_areas(session).find(code)
            (stayed,) = query_series(session, EVERYTHING, "staying_involved", [area.id])
            return stayed, query_staying_curve(session, viewer, stayed)

    return run


@pytest.fixture
def curve(make_series):
    def make(joined, *after, left_out=0):
        stayed = make_series("staying_involved", [60], [100])
        later = dict(zip((3, 6, 12), after, strict=True))
        return StayingCurve(stayed, date(2024, 10, 1), date(2025, 9, 1), left_out, joined, later)

    return make


def joiners(*months, place="NMH,", counts="20,16,12,10"):
    return "".join(f"{month},{place},{counts}\n" for month in months)


def test_the_curve_is_of_the_newest_year_that_has_passed_for_everybody(load_rows, read):
    rows = joiners("2024-01", "2024-04", "2024-07", "2024-10", "2025-01", "2025-03", "2025-04")
    load_rows("staying", f"{HEADINGS}{rows}2026-03,NMH,,9,,,\n")
    _, found = read("NMH")
    # A year after March 2025 is March 2026, the newest month; the quarter of April is not over.
    assert (found.first, found.last) == (date(2024, 4, 1), date(2025, 3, 1))
    assert (found.joined, dict(found.after)) == (100, {3: 80, 6: 60, 12: 50})


def test_what_the_chart_hides_is_left_out(load_rows, read):
    rows = joiners("2024-07", "2024-10", "2025-01") + joiners("2024-04", counts="6,5,4,4")
    load_rows("staying", f"{HEADINGS}{rows}2026-04,NMH,,9,,,\n")
    _, found = read("NMH")
    assert (found.joined, found.left_out) == (60, 1)
    assert "1 quarter of this year" in describe_staying_notes(found)[-1]


def test_a_quarter_of_which_not_all_is_known_is_left_out(load_rows, read):
    rows = joiners("2025-01") + "2024-10,NMH,,20,16,12,\n2024-10,NMH,B-NE,20,16,12,10\n"
    load_rows("staying", f"{HEADINGS}{rows}2026-04,NMH,,9,,,\n")
    _, found = read("NMH")
    assert (found.joined, found.left_out) == (20, 1)


def test_a_count_of_a_few_is_hidden_and_breaks_nothing_else(load_rows, read):
    load_rows("staying", f"{HEADINGS}{joiners('2025-01', counts='20,9,6,3')}2026-04,NMH,,9,,,\n")
    _, found = read("NMH")
    assert dict(found.after) == {3: 9, 6: 6, 12: None}
    assert describe_staying(found, found.stayed).endswith("9 were still there after 3 months and 6 after 6.")
    assert build_staying_table(found)["Still involved"].tolist() == ["20", "9", "6", "hidden"]
    assert "We hide numbers below 5" in describe_staying_notes(found)[1]


def test_too_early_and_hidden_and_not_for_everybody(load_rows, read):
    rows = joiners("2025-01") + joiners("2026-03", place="LCH,B-NE", counts="8,,,")
    load_rows("staying", f"{HEADINGS}{rows}2026-04,LCH,B-NE,8,,,\n")
    stayed, found = read("LCH")
    assert describe_staying(found, stayed) == "It is too early to say how many people stay for a year."
    assert read("NMH")[1].joined == 20
    assert read("NMH", Viewer("test", frozenset()))[1] is None
    load_rows("staying", f"{HEADINGS}2025-01,NMH,,20,9,3,3\n")
    stayed, found = read("NMH")
    assert describe_staying(found, stayed) == "We hide numbers below 5 so nobody can be recognised."


def test_one_sentence_names_each_count(curve):
    made = curve(795, 676, 554, 413)
    assert describe_staying(made, made.stayed) == (
        "From October 2024 to September 2025, we count 795 people who joined. "
        "Of them 676 were still there after 3 months, 554 after 6 and 413 after 12."
    )
    hidden = curve(20, None, None, None)
    assert describe_staying(hidden, hidden.stayed) == "We hide numbers below 5 so nobody can be recognised."
    assert build_staying_table(made)["Share"].tolist() == ["100%", "85%", "70%", "52%"]


def test_all_that_is_said_is_easy_to_read(curve):
    made = curve(795, 676, 554, 413, left_out=1)
    working = " ".join(text for _, text in describe_staying_working(made))
    for said in (describe_staying(made, made.stayed), " ".join(describe_staying_notes(made)), working):
        assert reading_age(said) <= LIMITS["local"], (reading_age(said), said)
