"""The page of a forum before and after its meeting: agenda, big screen, offline file, what was said."""

from __future__ import annotations

from html import escape

import streamlit as st

from data_model.terms import AreaType
from exports.forum_file import write_forum_file
from settings import read_settings
from ui.access import current_viewer
from ui.actions import PLACE, show_actions
from ui.capture import Choice, find_directorates, show_capture, show_captured, show_said
from ui.drawn import show_drawn
from ui.filters import choose_area, find_area_label, read_filters, show_filters_in_words
from ui.forum_plan import Plan, read_plan, show_plan_boxes
from ui.forum_reads import Forum, read_forum
from ui.forum_slides import AGENDA, build_slides
from ui.notices import find_made_up_notice
from ui.screen_view import write_screen_link
from ui.store import read_version
from ui.text import show_text

_PICKED = "forum-picked"


def show_forum() -> None:
    """Agenda with the ways to the big screen, then what was written down today."""
    filters = read_filters()
    show_filters_in_words(filters)
    if filters.area.type == AreaType.TRUST:
        _show_forum_picker()
    forum = read_forum(read_version(), current_viewer(), filters.area.id, read_settings().today)
    plan = read_plan()
    _show_agenda(plan)
    _show_offline_file(forum, plan)
    st.header("What did we say we would do?", anchor=False)
    show_said(PLACE)
    show_actions(forum)
    st.header("Write something down", anchor=False)
    if show_capture(forum, Choice.NOTE):
        st.rerun()
    st.header("Written down today", anchor=False)
    show_said()
    show_captured(forum)


def _show_forum_picker() -> None:
    """Each forum belongs to a directorate; here, because on a phone the filters are out of sight."""
    show_text("Each QI Forum belongs to a directorate.")
    labels = [label for d in find_directorates(read_filters().area) if (label := find_area_label(d))]
    names = {label: label.removesuffix(f" ({AreaType.DIRECTORATE})") for label in labels}
    st.selectbox(
        "Which is your forum?",
        labels,
        index=None,
        format_func=names.__getitem__,
        key=_PICKED,
        placeholder="Choose a directorate",
        on_change=_take_forum,
    )


def _take_forum() -> None:
    if st.session_state[_PICKED]:
        choose_area(st.session_state[_PICKED])


def _show_agenda(plan: Plan) -> None:
    st.header("What shall we talk about?", anchor=False)
    start = escape(write_screen_link(plan.numbers[0]))
    show_drawn(f'<p><a class="start" href="{start}" target="_self">Start on the big screen</a></p>')
    show_text(f"The meeting takes {plan.minutes} minutes. Each item opens the big screen at its slide.")
    items = "".join(_write_item(number) for number in plan.numbers)
    show_drawn(f'<ol class="agenda">{items}</ol>')
    show_plan_boxes(plan)


def _write_item(number: int) -> str:
    item, link = AGENDA[number - 1], escape(write_screen_link(number))
    return (
        f'<li><a href="{link}" target="_self">{escape(item.name)}</a><span>{item.minutes} minutes</span></li>'
    )


def _show_offline_file(forum: Forum, plan: Plan) -> None:
    show_text("No network in the room? Take the slides with you as one file that opens by itself.")
    st.download_button(
        "Download the slides as one file",
        data=lambda: _write_offline_file(forum, plan),
        file_name=f"qi-forum-{forum.area.code.lower()}-{forum.day.isoformat()}.html",
        mime="text/html",
        on_click="ignore",
    )


def _write_offline_file(forum: Forum, plan: Plan) -> bytes:
    notice = find_made_up_notice()
    title, slides = f"QI Forum: {forum.area.name}", build_slides(forum)
    chosen = [slides[number - 1] for number in plan.numbers]
    return write_forum_file(title, chosen, made_on=forum.day, notice=notice).encode()
