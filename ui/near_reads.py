"""What the page of one borough reads: its figures, and what people there can do, said and told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data_model.store import reading
from data_model.terms import AreaType
from measures.areas import AreaRef
from measures.periods import add_months, month_start
from measures.series import MeasureSeries
from measures.taking_part import (
    Meeting,
    Opportunity,
    Story,
    YouSaid,
    query_meetings,
    query_opportunities,
    query_story,
    query_you_said,
)
from measures.viewer import Viewer
from settings import read_settings
from ui.access import current_viewer
from ui.reads import read_areas, read_series
from ui.store import open_app_store, read_version

_SEATS, _ROOM = "big_i_active", "workshop_parity"
# How it feels: the first of these that has figures in the borough.
_FEELS = ("fft_positive", "workshop_worth")
_MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Near:
    """One borough: its series, and what belongs to it or to the whole of a directorate that serves it."""

    borough: AreaRef
    seats: MeasureSeries
    feels: MeasureSeries
    room: MeasureSeries
    opportunities: tuple[Opportunity, ...]
    you_said: tuple[YouSaid, ...]
    meetings: tuple[Meeting, ...]
    story: Story | None
    today: date


def read_near(borough: AreaRef) -> Near:
    """Everything about one borough that the viewer may see; series show their last twelve months."""
    viewer, today = current_viewer(), read_settings().today
    first = add_months(month_start(today), -_MONTHS_SHOWN)
    seats, room, *feels = (
        read_series(viewer, measure_id, [borough.id], first_shown=first)[0]
        for measure_id in (_SEATS, _ROOM, *_FEELS)
    )
    felt = next((series for series in feels if series.last is not None), feels[0])
    return Near(borough, seats, felt, room, *_read_rows(read_version(), viewer, borough, today), today)


_Rows = tuple[tuple[Opportunity, ...], tuple[YouSaid, ...], tuple[Meeting, ...], Story | None]


@st.cache_resource(
    max_entries=100,
    show_spinner=False,
    hash_funcs={Viewer: lambda viewer: (viewer.role, viewer.area_ids), AreaRef: lambda area: area.id},
)
def _read_rows(version: int, viewer: Viewer, borough: AreaRef, day: date) -> _Rows:
    areas = read_areas()
    serving = [a for a in borough.parents if areas.by_id[a].type == AreaType.DIRECTORATE]
    trusts = [a.id for a in areas.of_type(AreaType.TRUST)]
    names = {areas.by_id[a].name for a in serving}
    here = [borough.id, *serving]
    with reading(open_app_store()) as session:
        return (
            tuple(
                o
                for o in query_opportunities(session, viewer, here, day)
                if o.borough in (None, borough.name)
            ),
            tuple(s for s in query_you_said(session, viewer, here) if s.borough in (None, borough.name)),
            tuple(
                m
                for m in query_meetings(session, viewer, [*here, *trusts], day)
                if m.borough == borough.name or (m.borough is None and m.directorate in (None, *names))
            ),
            query_story(session, viewer, [borough.id], day),
        )
