"""The app's one engine, opened once; a new SQLite store is filled with the made-up examples."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from data_model.store import StoreError, is_empty, open_store, query_store_version
from loaders import load_sample_data

# What reading raises while the store cannot be reached.
UNREADABLE = (StoreError, SQLAlchemyError)


@st.cache_resource(show_spinner=False)
def open_app_store() -> Engine:
    """Open the store of ``DATABASE_URL``; an empty SQLite file is filled with the sample data.

    A PostgreSQL store belongs to somebody: it is never filled unasked.

    Raises:
        StoreError: the store cannot be used; the message says what to do.
    """
    engine = open_store()
    if engine.dialect.name == "sqlite" and is_empty(engine):
        load_sample_data(engine)
    return engine


def fill_with_examples() -> None:
    """Load the made-up examples into the store because a visitor asked for them; only if it is empty."""
    load_sample_data(open_app_store())


def read_version() -> int:
    """The number of writes to the store so far: part of the key of everything that is cached."""
    # A bare connection: with a session, half the time of every tick and of many a click would go here.
    with open_app_store().connect() as connection:
        return query_store_version(connection)
