from datetime import date

from data_model.store import reading
from data_model.terms import InvolvementLevel
from measures.areas import query_areas
from measures.seats import query_projects_not_recorded, query_projects_without_a_seat
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

DAY = date(2026, 4, 30)


def test_active_projects_without_big_i_oldest_first_with_their_newest_title(ask):
    rows = ask(query_projects_without_a_seat, "RWX", DAY)
    assert [(r.project_id, r.title, r.directorate, str(r.involvement)) for r in rows] == [
        ("Q2", "Letters", "Newham mental health", "little_i"),
        ("Q3", "Falls at home", "London community health", "not_recorded"),
        ("Q4", "Diabetes", "London community health", "none"),
    ]
    assert (rows[0].started, rows[0].age_days) == (date(2026, 2, 10), 79)


def test_an_area_shows_its_own_projects_and_an_earlier_day_what_was_then(ask):
    assert [r.project_id for r in ask(query_projects_without_a_seat, "B-NE", DAY)] == ["Q2", "Q3"]
    assert [r.project_id for r in ask(query_projects_without_a_seat, "NMH", DAY)] == ["Q2"]
    assert ask(query_projects_without_a_seat, "T-NSO", DAY) == []
    # Q5 ended on 15 March and Q4 began on the 20th.
    earlier = ask(query_projects_without_a_seat, "B-TH", date(2026, 3, 14))
    assert [r.project_id for r in earlier] == ["Q5", "Q3"]


def test_only_what_nobody_recorded(ask):
    rows = ask(query_projects_not_recorded, "RWX", DAY)
    assert [(r.project_id, r.involvement) for r in rows] == [("Q3", InvolvementLevel.NOT_RECORDED)]


def test_a_viewer_sees_projects_of_the_own_areas_only(ask):
    everywhere = ask(query_projects_without_a_seat, "RWX", DAY, see=["RWX", "NMH"])
    assert [r.project_id for r in everywhere] == ["Q2"]
    assert ask(query_projects_without_a_seat, "LCH", DAY, see=["NMH"]) == []
    assert ask(query_projects_without_a_seat, "RWX", DAY, see=["NMH"]) == []


def test_the_list_and_the_figures_agree_for_every_area_of_the_sample_data(sample_engine):
    day = date(2026, 10, 31)
    with reading(sample_engine) as session:
        areas = query_areas(session)
        wanted = [a for a in areas.ordered() if a.type != "team"]
        counts = {m: {} for m in ("active_projects", "big_i_active", "involvement_recorded")}
        for measure_id, by_area in counts.items():
            for series in query_series(session, EVERYTHING, measure_id, [a.id for a in wanted]):
                by_area[series.area.id] = series.points[-1].numerator if series.points else 0
        for area in wanted:
            without = query_projects_without_a_seat(session, EVERYTHING, [area.id], day)
            unknown = query_projects_not_recorded(session, EVERYTHING, [area.id], day)
            active = counts["active_projects"].get(area.id) or 0
            assert len(without) == active - (counts["big_i_active"].get(area.id) or 0), area.name
            assert len(unknown) == active - (counts["involvement_recorded"].get(area.id) or 0), area.name
