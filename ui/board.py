"""At most five things to talk about: what it is, what is being done, who does it and by when."""

from __future__ import annotations

from html import escape

import streamlit as st

from charts.icons import build_assurance_icon, build_variation_icon
from charts.sparkline import build_sparkline
from data_model.terms import AreaType
from measures.attention import (
    Reason,
    Thing,
    count_left_out,
)
from measures.periods import write_period
from measures.writing import describe_point
from ui.board_reads import COLUMNS, Board, write_cell_link
from ui.drawn import show_drawn
from ui.filters import read_filters
from ui.screen_view import write_forum_link
from ui.text import show_text

_NONE_GIVEN = "none given"


def show_scope() -> None:
    """Say so where the visitor chose one area: this page is about all of them."""
    area = read_filters().area
    if area.type != AreaType.TRUST:
        show_text(f"You chose {area.name}. This page always shows the whole trust and every directorate.")


def show_things_to_talk_about(board: Board) -> None:
    """At most five things, each with what is being done and by whom."""
    st.header("What should we talk about?", anchor=False)
    things = board.things
    if not things:
        show_text("Nothing stands out. No figure shows a real change, and no target is out of reach.")
        return
    show_drawn(f'<ol class="things">{"".join(_write_thing(thing) for thing in things)}</ol>')
    left_out = describe_left_out(count_left_out(board.found, things), "in the grid below")
    if left_out:
        show_text(f"{left_out} Five things are enough for one meeting.")


def describe_left_out(count: int, where: str) -> str:
    """How many more there are, and ``where`` they stand; empty for none."""
    if not count:
        return ""
    return f"{'One more is' if count == 1 else f'{count} more are'} {where}."


def describe_tried(thing: Thing) -> str:
    """What is being done about it, or was tried before it went well; empty where it is itself an action."""
    if thing.reason == Reason.OVERDUE:
        return ""  # the action is what was to be done
    if thing.reason == Reason.CELEBRATE:
        return f"Tried there: {'; '.join(thing.doing) or 'nothing recorded'}."
    return f"Being done: {'; '.join(thing.doing) or 'no change idea is under way'}."


def _write_thing(thing: Thing) -> str:
    title, newest, line = _write_forum_title(thing), "", ""
    if thing.series is not None:
        series = thing.series
        name = escape(f"{thing.area_name}: {COLUMNS[series.definition.id]}")
        title = f'<a href="{escape(write_cell_link(series))}" target="_self">{name}</a>'
        line = f'<span class="line">{build_sparkline(series, width=140, height=40)}</span>'
        if series.last is not None:
            newest = f" {series.when(series.last)}: {describe_point(series.last, series.definition)}."
    why = f'<span class="why">{_icon(thing)} {escape(thing.reason)}</span>'
    return (
        f'<li>{line}<p class="what">{title} {why}</p><p>{escape(thing.sentence + newest)}</p>'
        f'<p class="doing">{escape(_describe_doing(thing))}</p></li>'
    )


def _write_forum_title(thing: Thing) -> str:
    """The name of a directorate, which leads to the page of its forum: there its actions stand."""
    address = escape(write_forum_link(thing.area_name))
    return f'<a href="{address}" target="_self">{escape(thing.area_name)}</a>'


def _describe_doing(thing: Thing) -> str:
    """What is being done, who leads it and until when; where nothing was given it says so."""
    tried = describe_tried(thing)
    said = f"{tried} " if tried else ""
    who = "Who will share it" if thing.reason == Reason.CELEBRATE else "Who"
    if not thing.owner and thing.due is None:
        return f"{said}{who} and by when: {_NONE_GIVEN}."
    due = write_period(thing.due, "event") if thing.due else _NONE_GIVEN
    return f"{said}{who}: {thing.owner or _NONE_GIVEN}, by when: {due}."


def _icon(thing: Thing) -> str:
    series = thing.series
    if thing.reason == Reason.TARGET:
        return build_assurance_icon("fail", size=20)
    if series is None or series.result is None or thing.reason == Reason.MISSING:
        return ""
    variation = series.result.variation
    return "" if variation == "common_cause" else build_variation_icon(variation, size=20)
