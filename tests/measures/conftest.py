"""Series made straight from numbers, and the naive twin of the sample files."""

import pytest
from naive_twin import compute_everything
from stores import DIALECTS

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


@pytest.fixture(params=DIALECTS)
def near_people(request, stores):
    """A store with two directorates, two boroughs and five projects; once on each dialect."""
    with stores.opened(request.param, "near_people") as engine:
        yield engine


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
