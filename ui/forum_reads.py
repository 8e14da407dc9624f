"""What one forum looks at in its meeting, read together so that every slide is of the same moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from data_model.store import reading
from measures.areas import AreaRef, query_areas
from measures.captured import Captured, query_captured
from measures.change_ideas import ChangeIdea, query_change_ideas
from measures.forum import Action, ForumEntry, query_actions, query_forum_entries
from measures.seats import ProjectWithoutSeat, query_projects_without_a_seat
from measures.series import MeasureSeries
from measures.series_reader import query_series
from measures.taking_part import Meeting, Story, query_meetings, query_story
from measures.viewer import Viewer
from ui.store import open_app_store

SOURCE = "QI Forum screen"  # the name in the load log of what a forum writes down
SEAT_MEASURE = "big_i_active"
_FEELS = ("fft_positive", "dialog_meetings", "workshop_worth")


@dataclass(frozen=True, eq=False)
class Forum:
    """One forum on one day.

    Attributes:
        feel: the first measure of how it feels that has figures here.
        captured: what was written down today, newest first.
    """

    area: AreaRef
    day: date
    seat: MeasureSeries
    new: MeasureSeries
    feel: MeasureSeries | None
    story: Story | None
    without_seat: list[ProjectWithoutSeat]
    entries: list[ForumEntry]
    actions: list[Action]
    ideas: list[ChangeIdea]
    next_meeting: Meeting | None
    captured: list[Captured]


_scoped: dict[str | type[Any], Callable[[Any], Any]] = {Viewer: lambda viewer: (viewer.role, viewer.area_ids)}


@st.cache_resource(max_entries=50, show_spinner=False, hash_funcs=_scoped)
def read_forum(version: int, viewer: Viewer, area_id: int, day: date) -> Forum:
    """The forum of one area as the store's ``version`` has it. Shared between visitors: never change it."""
    with reading(open_app_store()) as session:

        def one(measure_id: str) -> MeasureSeries:
            return query_series(session, viewer, measure_id, [area_id])[0]

        at = (session, viewer, [area_id])
        return Forum(
            area=query_areas(session).by_id[area_id],
            day=day,
            seat=one(SEAT_MEASURE),
            new=one("big_i_new"),
            feel=next((s for s in map(one, _FEELS) if s.last is not None), None),
            story=query_story(*at, day),
            without_seat=query_projects_without_a_seat(*at, day),
            entries=query_forum_entries(*at, day),
            actions=query_actions(*at, day),
            ideas=query_change_ideas(*at),
            next_meeting=next(iter(query_meetings(*at, day)), None),
            captured=query_captured(*at, SOURCE, day),
        )
