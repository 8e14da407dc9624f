"""The page of one borough: what stands on it, in the order in which it stands there."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from data_model.terms import AreaType
from measures.areas import AreaRef
from ui.drawn import show_drawn
from ui.filters import find_area_label, read_filters
from ui.headlines import show_what_big_i_means
from ui.jump_links import show_jump_links, show_part_heading
from ui.near_pictures import show_pictures
from ui.near_reads import read_near
from ui.near_sentences import show_sentences
from ui.sheet import show_sheet_buttons
from ui.taking_part import show_meetings, show_projects_to_join, show_story, show_what_happened
from ui.text import show_text

_PARTS = {
    "join": "Projects you could join",
    "said": "What happened to what you said",
    "meetings": "Next meetings",
    "story": "A story from near you",
    "pictures": "In pictures",
}


def show_filters_do_not_count(borough: AreaRef | None) -> None:
    """Say so where the visitor chose another area or dates at the side: this page is about ``borough``."""
    filters, same = read_filters(), borough.id if borough else None
    is_other = filters.area.type != AreaType.TRUST and filters.area.id != same
    if is_other or filters.first_shown is not None:
        show_text("Your choices of area and dates at the side do not change this page.")


def show_near(borough: AreaRef) -> None:
    """Three sentences first, then each part with a link to it from the top."""
    near = read_near(borough)
    parts = {name: words for name, words in _PARTS.items() if name != "story" or near.story is not None}
    show_text(f"You are looking at: {near.borough.name}.")
    show_jump_links(parts)
    show_sentences(near)
    show_sheet_buttons(near)
    show_what_big_i_means()
    show_part_heading("join", parts["join"])
    show_projects_to_join(near.opportunities)
    show_part_heading("said", parts["said"])
    show_what_happened(near.you_said, near.today)
    show_part_heading("meetings", parts["meetings"])
    show_meetings(near.meetings)
    if near.story is not None:
        show_part_heading("story", parts["story"])
        show_story(near.story)
    show_part_heading("pictures", parts["pictures"])
    show_pictures(near)
    _show_way_to_taking_part(near.borough)


def _show_way_to_taking_part(borough: AreaRef) -> None:
    """A link to the page of how it feels, on which this borough is chosen as the area."""
    chosen = {**st.query_params.to_dict(), "area": find_area_label(borough)}
    address = escape(f"taking-part?{urlencode(chosen)}")
    show_drawn(f'<p><a href="{address}" target="_self">See how it feels to take part near you</a></p>')
