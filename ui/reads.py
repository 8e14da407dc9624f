"""Cached reads, keyed by the viewer's scope and the store's version.

So nothing is ever shown to a person who may not see it, and a load shows at the next click.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from data_model.store import reading
from loaders import LoggedLoad, Problem, query_history, query_quarantined
from measures.areas import AreaTree, query_areas
from measures.forum import Action, query_actions
from measures.oversight import OversightPosition, query_oversight_position
from measures.periods import Period
from measures.pulse import PulseAnswers, query_pulse_answers
from measures.series import MeasureSeries
from measures.series_reader import query_series
from measures.staying import StayingCurve, query_staying_curve
from measures.viewer import Viewer
from settings import read_settings
from ui.store import open_app_store, read_version

_KEPT = 200


def read_areas() -> AreaTree:
    """All areas."""
    return _areas(read_version())


def read_series(
    viewer: Viewer,
    measure_id: str,
    area_ids: Sequence[int],
    *,
    period: Period | None = None,
    first_shown: date | None = None,
) -> list[MeasureSeries]:
    """One measure for some areas. What comes back is shared between visitors: never change it.

    All areas are read together and kept, because most pages show many; narrowing the months that
    are drawn costs nothing.
    """
    found = _series_shown(_find_state(), viewer, measure_id, period, first_shown)
    return [found[a] for a in viewer.only(area_ids)]


def read_history() -> list[LoggedLoad]:
    """The load log, newest first."""
    return _history(read_version())


def read_quarantined(load_id: int) -> list[Problem]:
    """The rows that one load set aside, with the cure for each."""
    return _quarantined(read_version(), load_id)


def read_oversight(metric_id: str) -> OversightPosition | None:
    """Where the trust stands among all trusts on one national metric; None if none is loaded."""
    return _oversight(read_version(), metric_id)


def read_actions(viewer: Viewer, area_ids: Sequence[int], day: date) -> list[Action]:
    """The actions that the forums of some areas agreed, as they stand on ``day``."""
    return _actions(read_version(), viewer, tuple(area_ids), day)


def read_pulse_answers(viewer: Viewer, area_id: int) -> PulseAnswers | None:
    """What people who take part in one area say; None where nothing of it may be told."""
    return _pulse_answers(_find_state(), viewer, area_id)


def read_staying_curve(viewer: Viewer, area_id: int) -> StayingCurve | None:
    """For how long those who joined in one area stay; None where nothing of it may be told."""
    return _staying_curve(_find_state(), viewer, area_id)


# The version of the store, and the day: words speak of "too early" and of how old the figures are.
_State = tuple[int, date]


def _find_state() -> _State:
    return read_version(), read_settings().today


_scoped: dict[str | type[Any], Callable[[Any], Any]] = {Viewer: lambda viewer: (viewer.role, viewer.area_ids)}


@st.cache_resource(max_entries=10, show_spinner=False)
def _areas(version: int) -> AreaTree:
    with reading(open_app_store()) as session:
        return query_areas(session)


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=_scoped)
def _series(
    state: _State, viewer: Viewer, measure_id: str, period: Period | None
) -> dict[int, MeasureSeries]:
    with reading(open_app_store()) as session:
        everywhere = query_areas(session).by_id
        return {s.area.id: s for s in query_series(session, viewer, measure_id, everywhere, period=period)}


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=_scoped)
def _series_shown(
    state: _State, viewer: Viewer, measure_id: str, period: Period | None, first_shown: date | None
) -> dict[int, MeasureSeries]:
    found = _series(state, viewer, measure_id, period)
    if first_shown is None:
        return found
    return {area_id: replace(series, first_shown=first_shown) for area_id, series in found.items()}


@st.cache_resource(max_entries=10, show_spinner=False)
def _history(version: int) -> list[LoggedLoad]:
    with reading(open_app_store()) as session:
        return query_history(session)


@st.cache_resource(max_entries=100, show_spinner=False)
def _quarantined(version: int, load_id: int) -> list[Problem]:
    with reading(open_app_store()) as session:
        return query_quarantined(session, load_id)


@st.cache_resource(max_entries=20, show_spinner=False)
def _oversight(version: int, metric_id: str) -> OversightPosition | None:
    with reading(open_app_store()) as session:
        return query_oversight_position(session, metric_id)


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=_scoped)
def _actions(version: int, viewer: Viewer, area_ids: tuple[int, ...], day: date) -> list[Action]:
    with reading(open_app_store()) as session:
        return query_actions(session, viewer, area_ids, day)


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=_scoped)
def _pulse_answers(state: _State, viewer: Viewer, area_id: int) -> PulseAnswers | None:
    with reading(open_app_store()) as session:
        return query_pulse_answers(session, viewer, _series(state, viewer, "voice_heard", None)[area_id])


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=_scoped)
def _staying_curve(state: _State, viewer: Viewer, area_id: int) -> StayingCurve | None:
    with reading(open_app_store()) as session:
        return query_staying_curve(session, viewer, _series(state, viewer, "staying_involved", None)[area_id])
