"""Workshops of which we do not know who was who: never 0, and never a wrong share of the room."""

import csv
import io
from datetime import date

import pytest
from naive_twin import Twin, rows_of

from data_model.store import reading
from data_model.terms import FigureState
from loaders import load_file
from measures.areas import query_areas
from measures.attendance import build_attendance_table, describe_attendance
from measures.notes import describe_notes
from measures.series_reader import query_series
from measures.viewer import EVERYTHING
from tests.measures.test_against_twin import stored_figures

HEAD = (
    "workshop_id,workshop_date,title,workshop_type,directorate,borough,team,service_users,carers,staff,"
    "others,access_needs_asked,access_needs_met,rating_answers,rating_positive,unknown_role,booked\n"
)
# A quiet directorate of the sample, so that single workshops show: a list without roles, one with the
# staff told, a register, bookings alone, feedback alone, a register with bookings, a list alone.
ROWS = """\
U1,2026-08-03,Aims,,ADD,,,,,,,,,,,20,
U2,2026-08-05,Aims,,ADD,,,,,12,,,,,,8,
U3,2026-08-09,Aims,,ADD,,,6,5,9,,,,,,,
U4,2026-03-07,Aims,,ADD,,,,,,,,,,,,30
U5,2026-03-02,Aims,,ADD,,,,,,,,,9,8,,
U6,2026-05-02,Aims,,ADD,,,7,5,9,,,,,,0,15
U7,2026-10-06,Aims,,ADD,,,,,,,,,,,20,
"""
WORKSHOP_MEASURES = ("workshop_attendance", "workshop_parity", "workshop_worth", "access_needs_met",
                     "workshops_held", "workshop_gap")  # fmt: skip


@pytest.fixture
def store(sample_copy):
    report = load_file(sample_copy, (HEAD + ROWS).encode(), "unknown.csv", kind="workshops")
    assert (report.rows.added, report.problems) == (7, ())
    return sample_copy


@pytest.fixture
def read(store):
    """``read(measure)``: its series in the directorate that the rows speak of."""

    def read_one(measure, **options):
        with reading(store) as session:
            area_id = query_areas(session).find("ADD").id
            (series,) = query_series(session, EVERYTHING, measure, [area_id], **options)
        return series

    return read_one


def point(points, month):
    return next(p for p in points if p.period_start == date(2026, month, 1))


def test_every_figure_equals_the_twin_with_unknown_roles_too(store):
    extra = list(csv.DictReader(io.StringIO(HEAD + ROWS)))
    expected = Twin().workshop_measures([*rows_of("workshops"), *extra])
    for measure in WORKSHOP_MEASURES:
        assert stored_figures(store, measure) == dict(expected[measure]), measure


def test_a_workshop_with_unknown_roles_is_held_and_bookings_alone_are_not(store):
    held = stored_figures(store, "workshops_held")
    sample = Twin().workshop_measures(rows_of("workshops"))["workshops_held"]

    def more(month):
        key = ("ADD", month, "")
        return held[key][0] - sample.get(key, (0, None))[0]

    assert more("2026-08-01") == 3
    assert more("2026-03-01") == 1, "the feedback shows that it took place, the bookings do not"


def test_the_share_of_the_room_is_missing_where_a_role_is_not_known(read):
    series = read("workshop_parity")
    for month in (3, 8, 10):
        assert point(series.points, month).state == FigureState.MISSING
        assert point(series.points, month).value is None
    assert point(series.points, 5).state != FigureState.MISSING
    assert any(
        note.startswith("No workshops, or not every role known, in ") for note in describe_notes(series)
    )


def test_a_quarter_is_missing_with_its_month(read):
    series = read("workshop_parity", period="quarter")
    quarter = next(p for p in series.points if p.period_start == date(2026, 7, 1))
    assert (quarter.state, quarter.value) == (FigureState.MISSING, None)


def test_people_of_unknown_role_are_in_the_total_and_said(read):
    series = read("workshop_attendance", last_shown=date(2026, 8, 1))
    august = point(series.points, 8)
    unknown = point(series.parts["unknown_role"], 8)
    known = sum(point(series.parts[role], 8).numerator or 0 for role in ("service_users", "carers", "staff"))
    others = point(series.parts["others"], 8).numerator or 0
    assert unknown.numerator == 28
    assert august.numerator == known + others + 28
    assert describe_attendance(series).endswith(" and 28 people whose role is not known.")
    table = build_attendance_table(series).set_index("Month")["Role not known"]
    assert (table["August 2026"], table["May 2026"], table["March 2026"]) == ("28", "0", "no figures")


def test_the_chart_of_roles_says_where_it_leaves_people_out(read):
    series = read("workshop_attendance")
    said = (
        "We do not know everybody's role in August 2026 and October 2026. Those people are in the total only."
    )
    assert said in describe_notes(series)
    assert not any("role" in note for note in describe_notes(read("workshops_held")))


def test_parts_that_begin_late_stand_at_their_own_months(read):
    series = read("workshop_attendance")
    for points in series.parts.values():
        assert [p.period_start for p in points] == [p.period_start for p in series.points]


def test_no_role_is_named_where_none_is_known(read):
    series = read("workshop_attendance", last_shown=date(2026, 10, 1))
    assert describe_attendance(series) == "20 people whose role is not known."
    assert point(series.points, 3).state == FigureState.MISSING, "there was feedback, but nobody was counted"
