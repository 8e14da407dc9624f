"""Cached reads about the data themselves: how old, how complete, how much is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from data_model.store import reading
from loaders.out_of_range import OutOfRange, query_out_of_range
from measures.areas import query_areas
from measures.data_quality import MissingFiles, query_missing_files
from measures.double_projects import DoubleProject, query_double_projects
from measures.freshness import Freshness, query_freshness
from measures.hidden_figures import HiddenFigures, query_hidden_figures
from measures.seats import ProjectWithoutSeat, query_projects_not_recorded
from measures.viewer import Viewer
from settings import read_settings
from ui.store import open_app_store, read_version

_SCOPED: dict[str | type[Any], Callable[[Any], Any]] = {Viewer: lambda viewer: (viewer.role, viewer.area_ids)}


def read_freshness() -> list[Freshness]:
    """How old each kind of file is."""
    return _freshness(read_version(), read_settings().today)


def read_not_recorded(viewer: Viewer) -> list[ProjectWithoutSeat]:
    """The active projects of which nobody wrote down how people are involved, oldest first."""
    return _not_recorded(read_version(), viewer, read_settings().today)


def read_double_projects(viewer: Viewer) -> list[DoubleProject]:
    """Projects of one directorate with the same title."""
    return _double_projects(read_version(), viewer)


def read_hidden_figures() -> list[HiddenFigures]:
    """How many figures of each measure are hidden, and why."""
    return _hidden_figures(read_version())


def read_missing_files() -> list[MissingFiles]:
    """Kinds of file that lack months between their first and their last."""
    return _missing_files(read_version())


def read_out_of_range() -> list[OutOfRange]:
    """Answers outside their range, over all loads that count."""
    return _out_of_range(read_version())


@st.cache_resource(max_entries=5, show_spinner=False)
def _freshness(version: int, today: date) -> list[Freshness]:
    with reading(open_app_store()) as session:
        return query_freshness(session, today)


@st.cache_resource(max_entries=20, show_spinner=False, hash_funcs=_SCOPED)
def _not_recorded(version: int, viewer: Viewer, today: date) -> list[ProjectWithoutSeat]:
    with reading(open_app_store()) as session:
        everywhere = viewer.only(query_areas(session).by_id)
        return query_projects_not_recorded(session, viewer, everywhere, today)


@st.cache_resource(max_entries=20, show_spinner=False, hash_funcs=_SCOPED)
def _double_projects(version: int, viewer: Viewer) -> list[DoubleProject]:
    with reading(open_app_store()) as session:
        return query_double_projects(session, viewer)


@st.cache_resource(max_entries=5, show_spinner=False)
def _hidden_figures(version: int) -> list[HiddenFigures]:
    with reading(open_app_store()) as session:
        return query_hidden_figures(session)


@st.cache_resource(max_entries=5, show_spinner=False)
def _missing_files(version: int) -> list[MissingFiles]:
    with reading(open_app_store()) as session:
        return query_missing_files(session)


@st.cache_resource(max_entries=5, show_spinner=False)
def _out_of_range(version: int) -> list[OutOfRange]:
    with reading(open_app_store()) as session:
        return query_out_of_range(session)
