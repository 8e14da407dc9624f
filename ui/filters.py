"""The filters: area and dates, the same on every page, carried in the link and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data_model.terms import AreaType
from measures.areas import AreaRef, AreaTree
from measures.periods import add_months, month_start
from measures.viewer import Viewer
from settings import read_settings
from ui.access import current_viewer
from ui.links import is_known, keep_in_link
from ui.reads import read_areas
from ui.text import plain, show_text

ALL_MONTHS = "All months"
DATES = {ALL_MONTHS: None, "Last 24 months": 24, "Last 12 months": 12}
_OFFERED = (AreaType.TRUST, AreaType.DIRECTORATE, AreaType.BOROUGH)
WHOLE_TRUST = "Whole trust"
_AREA, _DATES = "area", "dates"  # their names in a link
_FORUM = "forum"  # another name of the area in a link to the forum's page


@dataclass(frozen=True)
class Filters:
    """What the visitor chose: one area, and the first month to draw (None: all)."""

    area: AreaRef
    dates: str
    first_shown: date | None


def show_filters() -> None:
    """Put the filters in the sidebar. The frame calls this once a run, before the page."""
    areas = list(_offered(read_areas()))
    if not areas:
        return
    chosen = [
        _keep_choice(_AREA, areas, f"You see {areas[0]}."),
        _keep_choice(_DATES, list(DATES), "You see all months."),
    ]
    with st.sidebar:
        _show_choice(_AREA, f"Area: {plain(chosen[0])}", areas)
        _show_choice(_DATES, f"Dates: {chosen[1]}", list(DATES))
        if chosen != [areas[0], ALL_MONTHS]:
            # A button that looks like a link: the choices of a page are set before it runs again.
            st.button("Go back to all", key="reset", type="tertiary", on_click=_choose_everything)


def _show_choice(name: str, said: str, labels: list[str]) -> None:
    """A button that says what is chosen and opens the list of what there is.

    Not a box to pick from: a browser sets up all of its 22 names on every page, a thirtieth of the wait for
    it, and a phone opens its keyboard.
    """
    st.menu_button(
        said,
        labels,
        key=f"pick-{name}",
        format_func=plain,
        on_click=_take_choice,
        args=(name, labels[0]),
        width="stretch",
        wrap=True,
    )


def _keep_choice(name: str, labels: list[str], instead: str) -> str:
    """What this run shows: what the link says, or else what was chosen before. Both know it then."""
    asked = st.query_params.get(name)
    if not is_known(name, labels, instead):
        asked = labels[0]
    chosen = asked or st.session_state.get(name, "")
    _choose(name, chosen if chosen in labels else labels[0], labels[0])
    return st.session_state[name]


def _take_choice(name: str, first: str) -> None:
    _choose(name, st.session_state[f"pick-{name}"], first)


def _choose(name: str, label: str, first: str) -> None:
    """The first of all choices is what a link without one means."""
    st.session_state[name] = label
    keep_in_link(name, None if label == first else label)


def take_forum_as_area() -> None:
    """Give the choice of a link that names the area as ``forum`` to the filter, which this run shows."""
    label = _find_forum()
    if label:
        del st.query_params[_FORUM]
        choose_area(label)


def choose_area(label: str) -> None:
    """Choose an area by its label, for the page that runs next or the rest of this one."""
    _choose(_AREA, label, _find_first())


def _find_first() -> str:
    """The label of the first choice of area, which is the whole trust."""
    return next(iter(_offered(read_areas())))


def read_filters() -> Filters:
    """The filters of this run."""
    offered = _offered(read_areas())
    area = offered.get(st.session_state.get(_AREA, ""), next(iter(offered.values())))
    dates = st.session_state.get(_DATES, ALL_MONTHS)
    return Filters(area, dates, find_first_shown(dates, read_settings().today))


def find_first_shown(dates: str, today: date) -> date | None:
    """The first month that is drawn for one of the ``DATES``; None: all."""
    months = DATES.get(dates)
    return None if months is None else add_months(month_start(today), -months)


def read_area_of_link() -> AreaRef:
    """The area that the link asks for, where no filters are shown; the first one where it asks for none."""
    offered = _offered(read_areas())
    asked = st.query_params.get(_AREA) or _find_forum()
    return offered.get(asked, next(iter(offered.values())))


def _find_forum() -> str:
    """The label of the area that a link names as ``forum``: by label, name or code; empty for none.

    Where it names one that there is not, the page says so.
    """
    asked = st.query_params.get(_FORUM)
    if asked is None:
        return ""
    labels = {
        said.casefold(): label
        for label, area in reversed(_offered(read_areas()).items())
        for said in (label, area.name, area.code)
    }
    label = labels.get(asked.strip().casefold(), "")
    is_known(_FORUM, [asked] if label else [], "Choose yours on the page “QI Forum”.")
    return label


def find_area_label(area: AreaRef) -> str:
    """What a link calls an area; empty for one that the filter does not offer."""
    return next((label for label, offered in _offered(read_areas()).items() if offered.id == area.id), "")


def choose_whole_trust() -> None:
    """Go back to the first choice of area."""
    choose_area(_find_first())


def _choose_everything() -> None:
    choose_whole_trust()
    _choose(_DATES, ALL_MONTHS, ALL_MONTHS)


def show_filters_in_words(filters: Filters) -> None:
    """Say at the top of the page what it shows."""
    show_text(f"You are looking at: {filters.area.name}, {filters.dates.lower()}.")


def list_offered_areas(areas: AreaTree, viewer: Viewer) -> list[AreaRef]:
    """The areas that a viewer may choose; trust first."""
    return [a for a in areas.ordered() if a.type in _OFFERED and viewer.may_see(a.id)]


def _offered(areas: AreaTree) -> dict[str, AreaRef]:
    """Label to area, for the areas that this viewer may choose; trust first."""
    one_trust = len(areas.of_type(AreaType.TRUST)) == 1
    return {
        WHOLE_TRUST if a.type == AreaType.TRUST and one_trust else f"{a.name} ({a.type})": a
        for a in list_offered_areas(areas, current_viewer())
    }
