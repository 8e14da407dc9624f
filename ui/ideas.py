"""What was tried in one area for one measure: bars above its line, and each idea with what followed it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from charts.icons import build_variation_icon
from charts.swim_lanes import build_swim_lanes
from data_model.terms import AreaType
from measures.definitions import read_definitions
from measures.idea_lanes import Lanes, describe_when, find_lanes
from measures.idea_places import is_tried_in
from measures.idea_results import Outcome
from measures.notes import describe_notes
from measures.series import MeasureSeries
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.idea_reads import Tried, read_tried
from ui.links import is_known
from ui.notices import show_nothing_matches
from ui.panel import show_details, show_picture, show_sentence
from ui.reads import read_series
from ui.text import show_lines, show_text

MEASURE = "measure"  # its name in the link
_BY_HAND = "measure-by-hand"
HOW_TO_READ = (
    "“Real” means that a rule of the chart found the change, and that it began within a year after the "
    "idea did. What follows an idea need not come from it: where nothing changes, chance alone would call "
    "about 1 idea in 10 real."
)
_KEY = (
    "A solid bar was adopted, a grey one adapted. An open bar with an arrow is still being tested. "
    "A broken bar with a cross was given up."
)
_OF_ITS_PLACE = (
    "An idea of one directorate can move only a part of this line. What followed it is worked out from the "
    "figures of its own place."
)


def show_what_was_tried(filters: Filters) -> None:
    """The chosen measure of the chosen area with its ideas as lanes, and what followed each in words."""
    st.header("What was tried, and what did the figures do?", anchor=False)
    tried = read_tried()
    if not tried:
        show_text("No change ideas have been loaded yet.", "sentence")
        return
    here = [t for t in tried if is_tried_in(t.idea, filters.area)]
    measure_id = _choose_measure(tried, here)
    definition = read_definitions()[measure_id]
    if definition.period == "event" and filters.area.type == AreaType.TRUST:
        show_text("Choose a directorate or a borough to see how long it is from one workshop to the next.")
        return
    (series,) = read_series(current_viewer(), measure_id, [filters.area.id], first_shown=filters.first_shown)
    if not series.points:
        show_nothing_matches(filters.area.name, definition.title)
        return
    _show_lanes(series, [t for t in here if t.idea.measure == measure_id], here)


def _choose_measure(tried: Sequence[Tried], here: Sequence[Tried]) -> str:
    """The measure of the link, or at first that of the idea begun last in this area."""
    titles = {m.title: i for i, m in read_definitions().items() if any(t.idea.measure == i for t in tried)}
    begun = [t for t in here if t.result.outcome != Outcome.NOT_BEGUN] or list(here) or list(tried)
    first = read_definitions()[begun[0].idea.measure].title
    is_known(MEASURE, titles, f"You see “{first}”.")
    kept, asked = st.session_state.get(MEASURE), st.query_params.get(MEASURE)
    if kept not in titles:
        st.session_state[MEASURE] = asked if asked in titles else first
    elif asked is None and kept != st.session_state.get(_BY_HAND):
        # Nobody chose yet, so the measure goes with the area; a link without one opens the same.
        st.session_state[MEASURE] = first
    chosen = st.selectbox(
        "Which figure did people try to move?",
        list(titles),
        index=None,
        key=MEASURE,
        bind="query-params",
        on_change=_keep_choice,
        required=True,
    )
    return titles[chosen or first]


def _keep_choice() -> None:
    st.session_state[_BY_HAND] = st.session_state[MEASURE]


def _show_lanes(series: MeasureSeries, aimed: Sequence[Tried], here: Sequence[Tried]) -> None:
    lanes = find_lanes(series, [t.idea for t in aimed])
    show_text(series.definition.question, "question")
    show_sentence(series)
    is_trust = series.area.type == AreaType.TRUST
    if series.last is not None:
        picture = build_swim_lanes(series, lanes.drawn, with_place=is_trust)
        show_picture(picture, f"lanes-{series.definition.id}-{series.area.code}-{len(lanes.drawn)}")
    results = {t.idea.idea_id: t for t in aimed}
    if lanes.drawn:
        show_drawn(write_results([results[i.idea_id] for i in lanes.drawn]))
    show_lines(_describe_lanes(series, lanes, here))
    show_lines(describe_notes(series))
    show_details(series)


def write_results(found: Sequence[Tried]) -> str:
    """A numbered list as HTML: each idea, where and when, what followed, and the figures behind it."""
    return f'<ol class="results">{"".join(map(_write_result, found))}</ol>'


def write_outcome(tried: Tried) -> str:
    """What followed, in words with its icon, as HTML."""
    variation = tried.result.variation
    icon = f"{build_variation_icon(variation, size=18)} " if variation else ""
    return f'<span class="outcome">{icon}{escape(tried.result.outcome.capitalize())}</span>'


def write_judged_where(tried: Tried) -> str:
    """Whose figures the result is about, where the idea was tried in a part of that area; else empty."""
    if tried.area is None or tried.area.name == tried.idea.place or tried.area.type == AreaType.TRUST:
        return ""
    return f"Figures of {tried.area.name}. "


def _write_result(tried: Tried) -> str:
    idea = tried.idea
    about = f"{idea.place}, {idea.status}, {describe_when(idea)}."
    detail = write_judged_where(tried) + tried.result.detail
    return (
        f'<li><strong>{escape(idea.title)}</strong>: <span class="about">{escape(about)}</span><br>'
        f"{write_outcome(tried)}. {escape(detail)}</li>"
    )


def _describe_lanes(series: MeasureSeries, lanes: Lanes, here: Sequence[Tried]) -> list[str]:
    """What the lanes leave out, and how to read them."""
    said = []
    if lanes.drawn:
        said += [_KEY, HOW_TO_READ]
    else:
        said.append(_nothing_drawn(series, here))
    if lanes.drawn and series.area.type == AreaType.TRUST:
        said.append(_OF_ITS_PLACE)
    if lanes.too_many:
        said.append(f"The newest {len(lanes.drawn)} are drawn; {lanes.too_many} more are in the table below.")
    if lanes.ended_before:
        what = "One idea" if lanes.ended_before == 1 else f"{lanes.ended_before} ideas"
        said.append(f"{what} ended before the first month drawn.")
    said += [f"Planned {describe_when(i)}: {i.title} ({i.place})." for i in lanes.planned]
    return said


def _nothing_drawn(series: MeasureSeries, here: Sequence[Tried]) -> str:
    """That nothing was tried here for this measure, and which measures ideas here did aim at."""
    titles = dict.fromkeys(read_definitions()[t.idea.measure].title for t in here)
    others = "; ".join(title for title in titles if title != series.definition.title)
    said = f"No idea in {series.area.name} that has begun aimed at this measure in the months drawn."
    return f"{said} Ideas here aimed at: {others}." if others else said
