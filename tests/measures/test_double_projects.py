from data_model.store import reading
from measures.areas import query_areas
from measures.double_projects import DoubleProject, query_double_projects
from measures.viewer import EVERYTHING, Viewer

TWICE = """project_id,title,directorate,status,start_date,as_at
Q8, letters ,NMH,active,2026-02-10,2026-03-31
Q9,LETTERS,LCH,active,2026-02-10,2026-03-31
Q7,Waits,NMH,completed,2026-02-10,2026-03-31
"""


def test_the_same_title_in_one_directorate_whatever_its_case(near_people, load_rows):
    load_rows("qi_projects", TWICE)
    with reading(near_people) as session:
        assert query_double_projects(session, EVERYTHING) == [
            DoubleProject("Letters", "Newham mental health", ("Q2", "Q8"))
        ]


def test_a_viewer_is_told_of_the_own_directorates_only(near_people, load_rows):
    load_rows("qi_projects", TWICE)
    with reading(near_people) as session:
        other = next(a.id for a in query_areas(session).by_id.values() if a.code == "LCH")
        assert query_double_projects(session, Viewer("lead", frozenset({other}))) == []
