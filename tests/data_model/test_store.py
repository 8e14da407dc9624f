"""The store opens, refuses, writes all or nothing, and does the same on SQLite and PostgreSQL."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, func, make_url, select, text
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from stores import sqlite_url

from data_model import Area, AreaParent, Load, MeasureValue, QIProject
from data_model.store import (
    StoreError,
    connect,
    is_empty,
    open_store,
    query_store_version,
    reading,
    writing,
)

ONE_LOAD = {
    "file_name": "areas.csv",
    "sha256": "0" * 64,
    "kind": "areas",
    "loaded_at": datetime(2025, 9, 30, 12, tzinfo=UTC),
    "loaded_by": "people participation lead",
    "rows_read": 1,
    "rows_added": 1,
    "rows_changed": 0,
    "rows_unchanged": 0,
    "rows_quarantined": 0,
    "message": "",
}


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = open_store(url)
    try:
        yield engine
    finally:
        engine.dispose()


def add_areas(engine: Engine, *codes: str) -> None:
    with writing(engine) as session:
        load = Load(**ONE_LOAD)
        session.add(load)
        session.flush()
        session.add_all(
            Area(area_code=code, area_name=code, area_type="team", load_id=load.id) for code in codes
        )


def count(engine: Engine, model: type) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(model))


def version(engine: Engine) -> int:
    with reading(engine) as session:
        return query_store_version(session)


# --- opening --------------------------------------------------------------------------------------


def test_a_new_store_gets_its_tables_and_is_empty(blank_url):
    with opened(blank_url) as engine:
        assert is_empty(engine)
        assert version(engine) == 0


def test_a_store_opened_again_keeps_its_rows(blank_url):
    with opened(blank_url) as engine:
        add_areas(engine, "isle_of_dogs")
    with opened(blank_url) as engine:
        assert not is_empty(engine)
        assert count(engine, Area) == 1


def test_a_newer_store_is_refused_and_says_why(database_url):
    engine = connect(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'from_the_future'"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"newer version.*Update the code"):
        open_store(database_url)


def test_a_store_that_cannot_be_reached_says_so_without_its_password():
    with pytest.raises(StoreError) as refused:
        open_store("postgresql+psycopg://reader:sesame@127.0.0.1:1/participation")
    assert "Check DATABASE_URL" in str(refused.value)
    assert "sesame" not in str(refused.value)


def test_a_file_that_is_no_store_says_so(tmp_path):
    file = tmp_path / "notes.db"
    file.write_text("These are notes of a meeting, not a database. " * 40)
    with pytest.raises(StoreError, match=r"notes\.db cannot be opened"):
        open_store(sqlite_url(file))


def test_a_percent_sign_in_the_address_is_no_trouble(tmp_path, postgresql_server):
    with opened(sqlite_url(tmp_path / "100%s of it.db")) as engine:
        assert is_empty(engine)
    folder = make_url(postgresql_server.url("postgres")).query["host"]
    with postgresql_server.temporary() as url:
        escaped = f"postgresql+psycopg://postgres@/{make_url(url).database}?host={folder.replace('/', '%2F')}"
        assert "%2F" in escaped
        with opened(escaped) as engine:
            assert is_empty(engine)


def test_sqlite_keeps_foreign_keys_waits_and_survives_a_power_cut(sqlite_engine):
    with sqlite_engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        }
    assert found == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 20_000}


# --- writing --------------------------------------------------------------------------------------


def test_writing_stores_everything_and_counts_one_version(engine):
    add_areas(engine, "wardown", "dunstable")
    assert count(engine, Area) == 2
    assert version(engine) == 1
    add_areas(engine, "newham_south")
    assert version(engine) == 2


def test_a_fault_while_writing_stores_nothing(engine):
    add_areas(engine, "wardown")
    with pytest.raises(RuntimeError, match="the file ended early"), writing(engine) as session:
        session.add(QIProject(project_id="P1"))
        session.flush()
        raise RuntimeError("the file ended early")
    assert count(engine, QIProject) == 0
    assert version(engine) == 1


def test_writing_that_says_nothing_changed_leaves_the_version(engine):
    with writing(engine) as session:
        session.info["changed"] = False
    assert version(engine) == 0


def test_reading_keeps_nothing(engine):
    with reading(engine) as session:
        session.add(QIProject(project_id="P1"))
        session.flush()
    assert count(engine, QIProject) == 0


def test_a_second_writer_waits_for_the_first(engine):
    first_is_in, first_may_leave, second_is_in = (threading.Event() for _ in range(3))

    def write_first() -> None:
        with writing(engine) as session:
            session.add(QIProject(project_id="first"))
            session.flush()
            first_is_in.set()
            assert first_may_leave.wait(10)

    def write_second() -> None:
        assert first_is_in.wait(10)
        with writing(engine) as session:
            # What the first wrote is there, so it was done before this one began.
            assert session.scalar(select(func.count()).select_from(QIProject)) == 1
            second_is_in.set()
            session.add(QIProject(project_id="second"))

    threads = [threading.Thread(target=work) for work in (write_first, write_second)]
    for thread in threads:
        thread.start()
    assert first_is_in.wait(10)
    assert not second_is_in.wait(0.3)
    assert count(engine, QIProject) == 0, "a reader neither waits nor sees half a load"
    first_may_leave.set()
    for thread in threads:
        thread.join(10)
    assert count(engine, QIProject) == 2
    assert version(engine) == 2


# --- the two dialects do the same -----------------------------------------------------------------


def test_an_area_that_nobody_knows_is_refused(engine):
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(AreaParent(area_id=1, parent_id=2))


def test_a_word_that_nobody_knows_is_refused(engine):
    with pytest.raises(IntegrityError, match="ck_area_area_type_known"):
        add_areas_of_type(engine, "ward")


def add_areas_of_type(engine: Engine, area_type: str) -> None:
    with writing(engine) as session:
        load = Load(**ONE_LOAD)
        session.add(load)
        session.flush()
        session.add(Area(area_code="x", area_name="x", area_type=area_type, load_id=load.id))


def test_a_negative_count_is_refused(engine):
    with pytest.raises(IntegrityError, match="ck_load_rows_read_not_negative"), writing(engine) as session:
        session.add(Load(**{**ONE_LOAD, "rows_read": -1}))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(engine, number):
    add_areas(engine, "wardown")
    figure = {
        "measure_id": "big_i_active",
        "area_id": 1,
        "period_start": date(2025, 9, 1),
        "state": "observed",
    }
    with pytest.raises((StatementError, IntegrityError)), writing(engine) as session:
        session.add(MeasureValue(**figure, part="", numerator=number, denominator=1.0))
    assert count(engine, MeasureValue) == 0


def test_a_text_with_a_nul_is_refused(engine):
    with pytest.raises((StatementError, DataError)), writing(engine) as session:
        session.add(QIProject(project_id="P\x001"))
    assert count(engine, QIProject) == 0


@pytest.mark.parametrize("number", [2**31, 2**63])
def test_a_whole_number_beyond_the_range_is_refused(engine, number):
    with pytest.raises((StatementError, DataError)), writing(engine) as session:
        session.add(Load(**{**ONE_LOAD, "rows_read": number}))
    assert count(engine, Load) == 0


def test_a_text_longer_than_its_column_is_refused(engine):
    with pytest.raises((StatementError, DataError)), writing(engine) as session:
        session.add(QIProject(project_id="P" * 61))
    assert count(engine, QIProject) == 0


def test_a_moment_comes_back_as_the_same_moment(engine):
    add_areas(engine, "wardown")
    with reading(engine) as session:
        assert session.scalar(select(Load.loaded_at)) == datetime(2025, 9, 30, 12, tzinfo=UTC)


def test_a_moment_without_its_zone_is_refused(engine):
    with pytest.raises(StatementError, match="time zone"), writing(engine) as session:
        session.add(Load(**{**ONE_LOAD, "loaded_at": datetime(2025, 9, 30, 12)}))


def test_the_number_of_a_load_that_was_taken_back_is_not_used_again(engine):
    add_areas(engine, "wardown")
    with writing(engine) as session:
        session.execute(text("DELETE FROM area"))
        session.execute(text("DELETE FROM load"))
    add_areas(engine, "dunstable")
    with reading(engine) as session:
        assert session.scalar(select(Load.id)) == 2
