"""Bringing a store's tables up to this version of the code, and saying why one does not fit it.

Apart from `data_model.store`, which opens stores that fit: Alembic takes a command a fifth of its start.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

_MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade_store(engine: Engine) -> None:
    """Bring the tables up to this version of the code, in one transaction."""
    config = _config()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def describe_wrong_revision(found: str, newest: str) -> str:
    """Whether a store is older or newer than this code, and what to do."""
    known = {r.revision for r in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found in known:
        return (
            f"This store was made by an older version ({found}; this one needs {newest}). "
            "Make a copy of it, then run: python -m data_model upgrade"
        )
    return (
        f"This store was made by a newer version ({found}) than this code ({newest}). "
        "Update the code, or open another store with DATABASE_URL."
    )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config
