"""The driver diagram of a directorate or the trust: a tree where there is room, a list where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from charts.driver_tree import build_driver_tree
from charts.icons import build_variation_icon
from data_model.terms import AreaType
from measures.areas import AreaRef
from measures.driver_figures import DriverBox, build_boxes
from measures.drivers import Driver
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.idea_reads import read_drivers, read_tried
from ui.reads import read_areas, read_series
from ui.text import show_folded, show_text, write_table

_FROM_LEFT = "Read from left to right: each box works towards the one on its left."


def show_driver_diagram(filters: Filters) -> None:
    """The aim, what drives it and what was tried, with the newest figure of each driver."""
    area, drivers = _find_diagram(filters.area)
    if area is None or not drivers:
        return
    st.header("What drives the aim?", anchor=False)
    if area.id != filters.area.id:
        show_text(f"{filters.area.name} has no diagram of its own. This is the one of {area.name}.")
    boxes = _read_boxes(drivers, area)
    show_drawn(
        f'<div class="drivers"><div class="tree"><p class="quiet">{_FROM_LEFT}</p>{build_driver_tree(boxes)}'
        f"</div>{write_list(boxes)}</div>"
    )
    table = write_table(build_table(boxes), "The driver diagram as a table")
    show_folded("Show the diagram as a table", table, "numbers-drivers")


def write_list(boxes: Sequence[DriverBox]) -> str:
    """The diagram as nested lists in HTML, for where the tree has no room."""
    parts, depth = ['<ul class="branches">'], -1
    for box in boxes:
        if box.depth > depth:
            parts.append("<ul>" * (depth >= 0))
        else:
            parts.append("</li>" + "</ul></li>" * (depth - box.depth))
        parts.append(f"<li>{_write_box(box)}")
        depth = box.depth
    return "".join([*parts, "</li></ul>" * (depth + 1)])


def build_table(boxes: Sequence[DriverBox]) -> pd.DataFrame:
    """The twin of the tree: one row a box, all as text."""
    rows = [
        {
            "Driver": box.text,
            "Type": box.kind,
            "Works towards": box.towards,
            "Measure": box.measure,
            "Newest figure, or what followed": box.figure,
        }
        for box in boxes
    ]
    return pd.DataFrame(rows).astype(str)


def _write_box(box: DriverBox) -> str:
    icon = f"{build_variation_icon(box.variation, size=18)} " if box.variation else ""
    figure = f'<span class="figure">{icon}{escape(box.figure)}</span>' if box.figure else ""
    return f'<span class="grey">{escape(box.kind)}</span><span class="text">{escape(box.text)}</span>{figure}'


def _find_diagram(area: AreaRef) -> tuple[AreaRef | None, list[Driver]]:
    """The area's own diagram, else that of the trust."""
    own = read_drivers(area)
    if own:
        return area, own
    trusts = current_viewer().only(a.id for a in read_areas().of_type(AreaType.TRUST))
    trust = read_areas().by_id[trusts[0]] if trusts else None
    return trust, read_drivers(trust) if trust else []


def _read_boxes(drivers: Sequence[Driver], area: AreaRef) -> list[DriverBox]:
    measures = dict.fromkeys(d.measure for d in drivers if d.measure)
    found = {m: read_series(current_viewer(), m, [area.id])[0] for m in measures}
    return build_boxes(drivers, found, {t.idea.idea_id: t.result for t in read_tried()})
