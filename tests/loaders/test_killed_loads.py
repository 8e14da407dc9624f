"""Loads killed half way, in small; ``python -m benchmarks.kill_loads`` does it hundreds of times."""

import subprocess
import sys
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import make_url

import loaders
from benchmarks import kill_loads
from data_model.store import connect

MOMENTS = 4
# The sort that writes most tables: rows that were there, what they held, the log, the figures.
SORTS = {"streaming correction": kill_loads.make_sorts(1000)["streaming correction"]}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


@pytest.fixture
def places(request, tmp_path):
    """``places(dialect)``: how to make a store of a name, and how to copy one."""

    def find(dialect: str):
        if dialect == "sqlite":
            return lambda name: f"sqlite:///{tmp_path}/{name}.db", kill_loads.copy_file
        server, mine = request.getfixturevalue("postgresql_server"), uuid4().hex[:8]
        made = []
        request.addfinalizer(lambda: [server.drop(name) for name in made])

        def create(name: str) -> str:
            made.append(f"{name}_{mine}")
            return server.create(made[-1])

        return create, lambda url: server.temporary(make_url(url).database)

    return find


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_killed_load_leaves_the_store_as_before_or_as_after(places, dialect):
    found = kill_loads.run(MOMENTS, SORTS, *places(dialect))
    assert found.total() == MOMENTS


def test_the_harness_sees_a_load_that_is_there_in_part(tmp_path, monkeypatch):
    # A harness that cannot fail shows nothing: here the "after" lacks what the load brought.
    name_and_content = SORTS["streaming correction"].before[0]
    areas = kill_loads.Sort([], name_and_content)
    url = f"sqlite:///{tmp_path}/store.db"
    ready = kill_loads.prepare(areas, url, kill_loads.copy_file, tmp_path)
    rows, version = ready.after
    half = ready._replace(after=({**rows, "area": rows["area"][:-3]}, version))

    @contextmanager
    def loaded(_url):
        with kill_loads.copy_file(url) as copy:
            engine = connect(copy)
            loaders.load_file(engine, name_and_content[1], "areas.csv")
            engine.dispose()
            yield copy

    monkeypatch.setattr(kill_loads, "_start", lambda *_: subprocess.Popen(["true"]))
    with pytest.raises(AssertionError, match="in part"):
        kill_loads.kill_once(half, loaded, 0)
