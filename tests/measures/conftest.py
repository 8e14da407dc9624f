"""Series made straight from numbers, and the naive twin of the sample files."""

import pytest
from naive_twin import compute_everything

import loaders
from data_model.store import reading
from measures.areas import query_areas
from measures.examples import build_series
from measures.viewer import Viewer


@pytest.fixture
def make_series():
    return build_series


@pytest.fixture(scope="session")
def twin():
    return compute_everything()


AREAS = b"""area_code,area_name,area_type,parent_code
RWX,Example Trust,trust,
NMH,Newham mental health,directorate,RWX
LCH,London community health,directorate,RWX
B-NE,Newham,borough,NMH;LCH
B-TH,Tower Hamlets,borough,LCH
T-NSO,Newham South Team,team,NMH;B-NE
"""
PROJECTS = b"""project_id,title,directorate,boroughs,team,status,start_date,end_date,involvement,carers,as_at
Q1,Waits,NMH,B-NE,T-NSO,active,2026-01-10,,Big I,1,2026-01-31
Q2,Letters,NMH,B-NE,,active,2026-02-10,,Little I,,2026-02-28
Q3,Falls,LCH,B-NE;B-TH,,active,2026-03-10,,,,2026-03-31
Q4,Diabetes,LCH,B-TH,,active,2026-03-20,,None,,2026-03-31
Q5,Notes,LCH,B-TH,,completed,2026-01-05,2026-03-15,,,2026-03-31
Q3,Falls at home,LCH,B-NE;B-TH,,active,2026-03-10,,,,2026-04-30
"""


@pytest.fixture
def near_people(engine):
    """A store with two directorates, two boroughs and five projects; once on each dialect."""
    for kind, data in (("areas", AREAS), ("qi_projects", PROJECTS)):
        assert loaders.load_file(engine, data, f"{kind}.csv", kind=kind).problems == ()
    return engine


@pytest.fixture
def load_rows(near_people):
    """``load_rows(kind, text)``: load rows of a kind, none of which may be set aside."""

    def load(kind: str, text: str) -> None:
        report = loaders.load_file(near_people, text.lstrip().encode(), f"{kind}.csv", kind=kind)
        assert (str(report.status), report.problems) == ("loaded", ())

    return load


@pytest.fixture
def ask(near_people):
    """``ask(query, code, ..., see=codes)``: what a query answers for one area and a viewer of some areas."""

    def run(query, code, *rest, see=None):
        with reading(near_people) as session:
            areas = query_areas(session)
            seen = None if see is None else frozenset(areas.find(one).id for one in see)
            return query(session, Viewer("test", seen), [areas.find(code).id], *rest)

    return run
