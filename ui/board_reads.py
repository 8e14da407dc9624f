"""What the page "Where do we need to act?" reads: some measures for the trust and all its directorates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlencode

import streamlit as st

from data_model.terms import AreaType
from measures.attention import Thing, describe_attention, find_things_to_talk_about
from measures.forum import Action
from measures.grid import GridRow, calculate_grid
from measures.series import MeasureSeries
from settings import read_settings
from ui.access import current_viewer
from ui.reads import read_actions, read_areas, read_series

# The measures of the grid in the order of their columns, with the few words that stand above each.
COLUMNS = {
    "big_i_active": "Projects with Big I",
    "big_i_new": "New projects with Big I",
    "involvement_recorded": "Projects we know about",
    "voice_heard": "My voice was heard",
    "workshop_parity": "Lived experience in the room",
    "workshop_worth": "Workshops worth my time",
    "fft_positive": "Care is good",
    "dialog_meetings": "Meetings with professionals",
    "staff_satisfaction": "Staff satisfied with care",
}
_IN_WORDS = ("big_i_new",)  # so few projects start in one quarter that "0 of 1" would mislead
MEASURE, AREA = "measure", "in"  # the two names in the link


@dataclass(frozen=True)
class Board:
    """All series of the grid, measure by measure, the grid itself, and what the forums agreed to do."""

    found: tuple[MeasureSeries, ...]
    rows: tuple[GridRow, ...]
    actions: tuple[Action, ...]

    @property
    def of_directorates(self) -> list[MeasureSeries]:
        """The series of all areas but the trust."""
        return [s for s in self.found if s.area.type == AreaType.DIRECTORATE]

    @cached_property
    def things(self) -> list[Thing]:
        """What to talk about."""
        return find_things_to_talk_about(self.found, list(COLUMNS), self.actions)

    @cached_property
    def sentence(self) -> str:
        """The one sentence for the trust."""
        return describe_attention(self.of_directorates)


def read_board() -> Board:
    """The grid for the areas that the viewer may see."""
    areas, viewer = read_areas(), current_viewer()
    ids = [a.id for a in (*areas.of_type(AreaType.TRUST), *areas.of_type(AreaType.DIRECTORATE))]
    columns = tuple(tuple(read_series(viewer, measure_id, ids)) for measure_id in COLUMNS)
    return _arrange(columns, tuple(read_actions(viewer, ids, read_settings().today)))


@lru_cache(maxsize=32)
def _arrange(columns: tuple[tuple[MeasureSeries, ...], ...], actions: tuple[Action, ...]) -> Board:
    """The same series are the same figures, so their grid is laid out once."""
    found = tuple(series for column in columns for series in column)
    return Board(found, tuple(calculate_grid(columns, list(COLUMNS.values()), _IN_WORDS)), actions)


def write_cell_link(series: MeasureSeries) -> str:
    """The link that opens the chart behind a cell: it keeps the filters, and a copy opens the same."""
    chosen = {MEASURE: COLUMNS[series.definition.id], AREA: series.area.name}
    return f"?{urlencode({**st.query_params.to_dict(), **chosen})}"


def write_link_without_cell() -> str:
    """The link to the same page with no chart open."""
    return f"?{urlencode({k: v for k, v in st.query_params.to_dict().items() if k not in (MEASURE, AREA)})}"
