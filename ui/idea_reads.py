"""What the page of change ideas reads: every idea that the viewer may see, each with what followed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from data_model.store import reading
from measures.areas import AreaRef, query_areas
from measures.change_ideas import ChangeIdea, query_change_ideas
from measures.drivers import Driver, query_drivers
from measures.idea_places import find_judged_area
from measures.idea_results import IdeaResult, Outcome, judge_idea
from measures.viewer import Viewer
from settings import read_settings
from ui.access import current_viewer
from ui.reads import read_series
from ui.store import open_app_store, read_version

_NO_FIGURES = IdeaResult(Outcome.CANNOT_TELL, "You cannot see the figures of the place where it was tried.")


@dataclass(frozen=True)
class Tried:
    """One change idea, the area whose figures judge it (None: none that may be seen), and the result."""

    idea: ChangeIdea
    area: AreaRef | None
    result: IdeaResult


def read_tried() -> tuple[Tried, ...]:
    """Every change idea that the viewer may see, begun last first. Shared: never change it."""
    return _tried(read_version(), current_viewer(), read_settings().today)


def read_drivers(area: AreaRef) -> list[Driver]:
    """The boxes of the driver diagram of one directorate; for the trust that of the whole trust only."""
    return _drivers(read_version(), current_viewer(), area.id)


_scoped: dict[str | type[Any], Callable[[Any], Any]] = {Viewer: lambda viewer: (viewer.role, viewer.area_ids)}


@st.cache_resource(max_entries=50, show_spinner=False, hash_funcs=_scoped)
def _tried(version: int, viewer: Viewer, day: date) -> tuple[Tried, ...]:
    with reading(open_app_store()) as session:
        areas = query_areas(session)
        ideas = query_change_ideas(session, viewer, areas.by_id)
    return tuple(_judged(idea, find_judged_area(idea, areas, viewer), viewer) for idea in ideas)


def _judged(idea: ChangeIdea, area: AreaRef | None, viewer: Viewer) -> Tried:
    if area is None:
        return Tried(idea, None, _NO_FIGURES)
    (series,) = read_series(viewer, idea.measure, [area.id])
    return Tried(idea, area, judge_idea(series, idea))


@st.cache_resource(max_entries=100, show_spinner=False, hash_funcs=_scoped)
def _drivers(version: int, viewer: Viewer, area_id: int) -> list[Driver]:
    with reading(open_app_store()) as session:
        name = query_areas(session).by_id[area_id].name
        found = query_drivers(session, viewer, [area_id])
    own = [d for d in found if d.directorate == name]
    return own or [d for d in found if d.directorate is None]
