"""What an earlier month looked like stays, unless a file speaks of that month."""

import pytest

from data_model.store import reading
from loaders import load_file
from measures.areas import query_areas
from measures.notes import describe_notes
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

AREAS = b"""area_code,area_name,area_type,parent_code
RWK,A trust,trust,
NMH,Newham mental health,directorate,RWK
LMH,Luton mental health,directorate,RWK
NE,Newham,borough,NMH
LU,Luton,borough,LMH
"""
HEAD = (
    "project_id,title,directorate,boroughs,status,start_date,end_date,"
    "involvement,service_users,carers,as_at\n"
)


@pytest.fixture
def store(engine):
    assert load_file(engine, AREAS, "areas.csv").status == "loaded"
    return engine


def load(engine, text, kind="qi_projects"):
    report = load_file(engine, text.encode(), f"{kind}.csv", kind=kind)
    assert not report.problems
    return report


def figures(engine, measure_id, area="RWK"):
    with reading(engine) as session:
        area_id = query_areas(session).find(area).id
        (series,) = query_series(session, EVERYTHING, measure_id, [area_id], period="month")
    return {
        p.period_start.strftime("%Y-%m"): (p.numerator, p.denominator)
        for p in series.points
        if p.numerator is not None
    }


def test_a_later_export_leaves_earlier_months_alone(store):
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Big I,1,0,2025-01-31\n")
    january = figures(store, "big_i_active")
    assert january == {"2025-01": (1, 1)}
    load(store, HEAD + "P1,A project,LMH,LU,active,2025-01-10,,Little I,,,2025-03-31\n")
    assert figures(store, "big_i_active") == {"2025-01": (1, 1), "2025-02": (1, 1), "2025-03": (0, 1)}
    assert figures(store, "big_i_active", "Newham mental health") == {"2025-01": (1, 1), "2025-02": (1, 1)}
    assert figures(store, "big_i_active", "Luton") == {"2025-03": (0, 1)}


def test_an_export_of_an_earlier_day_corrects_only_from_that_day_on(store):
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Little I,,,2025-01-31\n")
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Little I,,,2025-04-30\n")
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Big I,2,1,2025-02-28\n")
    assert figures(store, "big_i_active") == {
        "2025-01": (0, 1),
        "2025-02": (1, 1),
        "2025-03": (1, 1),
        "2025-04": (0, 1),
    }


def test_not_recorded_is_not_none_and_neither_is_counted_as_the_other(store):
    rows = "".join(
        f"P{i},A project,NMH,NE,active,2025-01-10,,{level},,,2025-01-31\n"
        for i, level in enumerate(["Big I", "Little I", "None", "", "Both"])
    )
    load(store, HEAD + rows)
    assert figures(store, "big_i_active") == {"2025-01": (2, 4)}
    assert figures(store, "little_i_active") == {"2025-01": (1, 4)}
    assert figures(store, "involvement_recorded") == {"2025-01": (4, 5)}


def test_a_blank_in_a_later_export_does_not_wipe_out_a_level(store):
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Big I,1,0,2025-01-31\n")
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,,,,2025-02-28\n")
    assert figures(store, "big_i_active") == {"2025-01": (1, 1), "2025-02": (1, 1)}


def test_a_dated_record_beats_an_export_of_the_same_day(store):
    load(store, HEAD + "P1,A project,NMH,NE,active,2025-01-10,,Little I,,,2025-01-31\n")
    load(store, "project_id,from_date,involvement\nP1,2025-01-31,Big I\n", "involvement")
    assert figures(store, "big_i_active") == {"2025-01": (1, 1)}


def test_paused_stopped_and_ended_projects_are_not_active(store):
    rows = (
        "P1,A,NMH,NE,active,2025-01-01,,,,,2025-01-31\n"
        "P2,B,NMH,NE,paused,2025-01-01,,,,,2025-01-31\n"
        "P3,C,NMH,NE,stopped,2025-01-01,2025-01-20,,,,2025-01-31\n"
        "P4,D,NMH,NE,active,2025-01-01,2025-01-31,,,,2025-01-31\n"
    )
    load(store, HEAD + rows)
    assert figures(store, "active_projects") == {"2025-01": (1, None)}


def test_a_project_in_two_boroughs_counts_once_for_the_trust(engine):
    areas = AREAS.decode().replace("LU,Luton,borough,LMH", "LU,Luton,borough,LMH;NMH")
    load_file(engine, areas.encode(), "areas.csv")
    load(engine, HEAD + "P1,A project,NMH,NE;LU,active,2025-01-10,,Big I,1,0,2025-01-31\n")
    for area in ("RWK", "NMH", "Newham", "Luton"):
        assert figures(engine, "big_i_active", area) == {"2025-01": (1, 1)}
    assert figures(engine, "big_i_active", "LMH") == {}


def test_new_projects_have_sixty_days_and_younger_months_are_too_early(store):
    rows = (
        "P1,A,NMH,NE,active,2025-01-10,,,,,2025-04-15\n"
        "P2,B,NMH,NE,active,2025-01-20,,,,,2025-04-15\n"
        "P3,C,NMH,NE,active,2025-03-01,,,,,2025-04-15\n"
    )
    load(store, HEAD + rows)
    records = "project_id,from_date,involvement\nP1,2025-03-11,Big I\nP2,2025-03-22,Big I\n"
    load(store, records, "involvement")
    assert figures(store, "big_i_new") == {"2025-01": (1, 2), "2025-03": (0, 1)}
    with reading(store) as session:
        area = query_areas(session).find("RWK").id
        (series,) = query_series(session, EVERYTHING, "big_i_new", [area], period="month")
    assert [str(p.state) for p in series.points] == ["observed", "missing", "too_early"]
    assert series.points[-1].value is None


def test_the_month_of_an_export_before_its_end_is_not_counted_yet(store):
    load(store, HEAD + "P1,A,NMH,NE,active,2025-01-10,,Big I,1,0,2025-02-15\n")
    assert figures(store, "active_projects") == {"2025-01": (1, None)}


def test_a_quarter_without_new_projects_at_the_end_is_too_early_and_not_missing(store):
    rows = "P1,A,NMH,NE,active,2025-01-10,,,,,2025-06-30\nP2,B,LMH,LU,active,2025-06-01,,,,,2025-06-30\n"
    load(store, HEAD + rows)
    with reading(store) as session:
        area = query_areas(session).find("NMH").id
        (series,) = query_series(session, EVERYTHING, "big_i_new", [area], period="month")
    states = [str(p.state) for p in series.points]
    assert states == ["observed", "missing", "missing", "missing", "missing", "too_early"]
    assert "No new projects in March 2025, April 2025, May 2025 and 1 before." in describe_notes(series)
