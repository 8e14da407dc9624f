"""The migrations make the tables that the models describe, on both dialects, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

import data_model
from data_model import Base
from data_model.store import NEWEST_REVISION, StoreError, connect, open_store, query_store_version, reading

FIRST = "a1"
# SQLite cannot reflect an index on an expression; test_every_index_of_the_models_is_there reads those.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index"),
    pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index"),
]
KINDS_OF_NAME = {"fk": "fk_", "uq": "uq_", "ck": "ck_"}


@pytest.fixture
def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(Path(data_model.__file__).with_name("migrations")))
    return made


def test_the_newest_migration_is_the_one_that_a_store_is_held_to(config):
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST_REVISION


def migrate(engine: Engine, config: Config, step: Callable[[Config, str], None], revision: str) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        step(config, revision)


def constraint_names(engine: Engine) -> dict[str, dict[str, set[str | None]]]:
    """The names in the database, by table and kind."""
    inspector = inspect(engine)
    return {
        table: {
            "fk": {key["name"] for key in inspector.get_foreign_keys(table)},
            "uq": {unique["name"] for unique in inspector.get_unique_constraints(table)},
            "ck": {check["name"] for check in inspector.get_check_constraints(table)},
        }
        for table in Base.metadata.tables
    }


def model_constraint_names() -> dict[str, dict[str, set[str]]]:
    """The names by the convention, as the models give them."""
    named = {table: {kind: set() for kind in KINDS_OF_NAME} for table in Base.metadata.tables}
    for name, table in Base.metadata.tables.items():
        for constraint in table.constraints:
            written = str(constraint.name)
            # SQLite gives the key of a table that counts on no name, so primary keys are left out.
            if written[:2] in KINDS_OF_NAME:
                named[name][written[:2]].add(written)
    return named


def test_there_is_one_line_of_migrations_from_the_first_table_on(config):
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_bases() == [FIRST]
    assert len(scripts.get_heads()) == 1


def test_the_tables_are_those_of_the_models(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_index_of_the_models_is_there(engine):
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index'",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    }
    with engine.connect() as connection:
        there = set(connection.execute(text(catalogue[engine.dialect.name])).scalars())
    wanted = {str(index.name) for table in Base.metadata.tables.values() for index in table.indexes}
    assert wanted <= there


def test_every_constraint_has_its_name_by_the_convention(engine):
    found = constraint_names(engine)
    assert found == model_constraint_names()
    for kinds in found.values():
        for kind, names in kinds.items():
            assert all(name and name.startswith(KINDS_OF_NAME[kind]) for name in names)


def test_a_store_can_be_taken_back_to_nothing_and_made_again(engine, config):
    migrate(engine, config, command.downgrade, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    migrate(engine, config, command.upgrade, "head")
    assert set(inspect(engine).get_table_names()) == {"alembic_version", *Base.metadata.tables}


def test_an_older_store_says_what_to_run_and_running_it_cures_it(blank_url, config, run_module):
    engine = connect(blank_url)
    migrate(engine, config, command.upgrade, FIRST)
    with engine.begin() as connection:
        connection.execute(text("UPDATE store_version SET version = 41"))
    engine.dispose()

    with pytest.raises(StoreError, match="python -m data_model upgrade"):
        open_store(blank_url)
    done = run_module("data_model", "upgrade", database=blank_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "fits this version" in done.stdout

    engine = open_store(blank_url)
    with reading(engine) as session:
        assert query_store_version(session) == 41, "what was stored is still there"
    engine.dispose()


def test_upgrading_a_store_that_fits_changes_nothing(database_url, run_module):
    done = run_module("data_model", "upgrade", "--database", database_url)
    assert (done.returncode, done.stderr) == (0, "")
    engine = open_store(database_url)
    with reading(engine) as session:
        assert query_store_version(session) == 0
    engine.dispose()
