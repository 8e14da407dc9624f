"""Every change idea of every directorate in one table, so that what one tried another can learn from."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from measures.definitions import read_definitions
from measures.idea_lanes import describe_when
from measures.idea_results import describe_outcomes
from ui.drawn import show_drawn
from ui.filters import find_area_label
from ui.idea_reads import Tried, read_tried
from ui.ideas import MEASURE, write_judged_where, write_outcome
from ui.links import is_known
from ui.text import show_text

_ABOUT, _ALL = "about", "All measures"
MOST_ROWS = 60
_HEADS = ("Idea", "Where and when", "What we thought", "What happened", "What the figures did")


def show_all_ideas() -> None:
    """The ideas of all directorates, begun last first; a box narrows them to one measure."""
    tried = read_tried()
    if not tried:
        return
    st.header("What has been tried everywhere?", anchor=False)
    summary = st.container()
    show_text("Ideas of all directorates, the newest first. Choose an idea to see it above its figures.")
    titles = {d.title: i for i, d in read_definitions().items() if any(t.idea.measure == i for t in tried)}
    is_known(_ABOUT, [_ALL, *titles], "You see all measures.")
    chosen = st.selectbox("Show the ideas for", [_ALL, *titles], key=_ABOUT, bind="query-params")
    found = [t for t in tried if chosen == _ALL or t.idea.measure == titles.get(chosen or "")]
    with summary:
        show_text(describe_outcomes([t.result.outcome for t in found]), "sentence")
    show_drawn(write_table(found[:MOST_ROWS]))
    if len(found) > MOST_ROWS:
        show_text(f"The newest {MOST_ROWS} of {len(found)} are shown. Choose a measure to see the others.")


def write_table(found: Sequence[Tried]) -> str:
    """The table as HTML. Roles are spelt out because the style sheet turns it into a list on a phone."""
    heads = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in _HEADS)
    body = "".join(map(_write_row, found))
    return (
        '<table class="ideas" role="table" aria-label="All change ideas and what followed"><thead '
        f'role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def write_idea_link(tried: Tried) -> str:
    """The link that shows an idea above the figures of its place; it keeps all other choices."""
    chosen = {MEASURE: read_definitions()[tried.idea.measure].title}
    label = find_area_label(tried.area) if tried.area is not None else ""
    if label:
        chosen["area"] = label
    return f"?{urlencode({**st.query_params.to_dict(), **chosen})}"


def _write_row(tried: Tried) -> str:
    idea = tried.idea
    link = f'<a href="{escape(write_idea_link(tried))}" target="_self">{escape(idea.title)}</a>'
    when = describe_when(idea)
    where = f"{escape(idea.place)}<br>{escape(when[0].upper() + when[1:])}, {escape(idea.status)}"
    measure = escape(read_definitions()[idea.measure].title)
    detail = escape(write_judged_where(tried) + tried.result.detail)
    did = f'{write_outcome(tried)}<span class="grey">{measure}</span><span class="detail">{detail}</span>'
    cells = [where, escape(idea.prediction) or _nothing(), escape(idea.what_happened) or _nothing(), did]
    named = zip(_HEADS[1:], cells, strict=True)
    rest = "".join(
        f'<td role="cell"><span class="of">{head}</span><span class="said">{cell}</span></td>'
        for head, cell in named
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{link}</th>{rest}</tr>'


def _nothing() -> str:
    return '<span class="grey">nothing written yet</span>'
