"""The step that lets roles be unknown: rows and checks survive it, and it is not taken back over a loss."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import data_model
from data_model.store import connect

BEFORE, AFTER = "a5", "a6"
AREA = (
    "INSERT INTO area (id, area_code, area_name, area_type, load_id) VALUES (1, 'D', 'D', 'directorate', 1)"
)
LOAD = """INSERT INTO load (id, file_name, sha256, kind, loaded_at, loaded_by, is_sample, rows_read,
rows_added, rows_changed, rows_unchanged, rows_quarantined, message)
VALUES (1, 'f', 'x', 'workshops', '2025-01-01', 't', {no}, 1, 1, 0, 0, 0, '')"""
WORKSHOP = "INSERT INTO workshop (workshop_id, workshop_date, title, directorate_id, load_id, {columns}) "
WORKSHOP += "VALUES ('{id}', '2025-03-01', 'Aims', 1, 1, {values})"


def add(connection, name, **counts):
    columns, values = ", ".join(counts), ", ".join(str(number) for number in counts.values())
    connection.execute(text(WORKSHOP.format(id=name, columns=columns, values=values)))


@pytest.fixture
def store(blank_url):
    """``migrate(step, revision)`` and an engine of a store at the step before, with one workshop."""
    engine, config = connect(blank_url), Config()
    config.set_main_option("script_location", str(Path(data_model.__file__).with_name("migrations")))

    def migrate(step, revision):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            config.attributes["connection"] = connection
            step(config, revision)

    migrate(command.upgrade, BEFORE)
    with engine.begin() as connection:
        connection.execute(text(LOAD.format(no="false")))
        connection.execute(text(AREA))
        add(connection, "W1", service_users=4, carers=1, staff=6)
    yield migrate, engine
    engine.dispose()


def rows(engine):
    with engine.connect() as connection:
        found = connection.execute(text("SELECT workshop_id, service_users, staff FROM workshop ORDER BY 1"))
        return [tuple(row) for row in found]


def test_workshops_are_kept_there_and_back(store):
    migrate, engine = store
    migrate(command.upgrade, AFTER)
    assert rows(engine) == [("W1", 4, 6)]
    migrate(command.downgrade, BEFORE)
    assert rows(engine) == [("W1", 4, 6)]


@pytest.mark.parametrize(
    "counts",
    [{"unknown_role": -1}, {"booked": -1}, {"staff": -1}, {"rating_answers": 1, "rating_positive": 2}],
)
def test_every_check_still_holds_after_it(store, counts):
    migrate, engine = store
    migrate(command.upgrade, AFTER)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        add(connection, "W2", **counts)


@pytest.mark.parametrize("counts", [{"unknown_role": 9}, {"booked": 9}])
def test_it_is_not_taken_back_where_that_would_make_unknown_people_nobody(store, counts):
    migrate, engine = store
    migrate(command.upgrade, AFTER)
    with engine.begin() as connection:
        add(connection, "W2", **counts)
    with pytest.raises(RuntimeError, match="role is not known: 1"):
        migrate(command.downgrade, BEFORE)
    assert len(rows(engine)) == 2
