"""How far each directorate is from the target for Big I, as small bars with the words beside them."""

from __future__ import annotations

from html import escape

from charts.bullet import build_bullet
from data_model.terms import AreaType
from measures.definitions import read_definitions
from measures.series import MeasureSeries
from measures.target_distance import (
    Distance,
    Distances,
    calculate_distances,
    describe_distance,
    describe_distances,
)
from measures.writing import describe_point, format_value
from ui.board_reads import Board, write_cell_link
from ui.drawn import show_drawn
from ui.jump_links import show_part_heading
from ui.text import show_text

TARGET_PART = "target"  # its name as a place on the page
_MEASURE = "big_i_active"
_HOW_TO_READ = (
    "The thin bar is the newest month, the green line the target, the wide band the usual range. "
    "The names stand in the order of the alphabet."
)


def find_distances(board: Board) -> Distances | None:
    """How far each directorate is from the trust's target; None where there is none."""
    mine = [s for s in board.found if s.definition.id == _MEASURE]
    target = next((s.target for s in mine if s.area.type == AreaType.TRUST), None)
    return calculate_distances([s for s in mine if s.area.type == AreaType.DIRECTORATE], target)


def show_distance_from_target(board: Board) -> None:
    """Who is below the target for Big I, and whether that is real change or ups and downs."""
    distances = find_distances(board)
    if distances is None:
        return
    goal = format_value(distances.target.value, read_definitions()[_MEASURE])
    show_part_heading(TARGET_PART, f"Which directorates are below {goal} Big I?")
    show_text(describe_distances(distances), "sentence")
    show_text(_HOW_TO_READ)
    show_drawn(write_distances(distances, goal))


def write_distances(distances: Distances, goal: str) -> str:
    """The table as HTML: those below the target, then the others, each by name."""
    others = [row for row in distances.rows if not row.is_below]
    body = _write_group(f"Below {goal}", distances.below, distances)
    body += _write_group(f"At {goal} or above", others, distances)
    heads = "".join(f'<th scope="col" role="columnheader">{h}</th>' for h in _HEADS)
    return (
        f'<table class="distance" role="table" aria-label="Directorates and the target of {goal}">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>{body}</table>'
    )


_HEADS = ("Directorate", "Newest month", "How far", "Real change, or ups and downs?")


def _write_group(title: str, rows: tuple[Distance, ...] | list[Distance], distances: Distances) -> str:
    if not rows:
        return ""
    head = f'<tr role="row"><th colspan="4" scope="rowgroup" role="rowheader">{escape(title)}</th></tr>'
    return f'<tbody role="rowgroup">{head}{"".join(_write_row(row, distances) for row in rows)}</tbody>'


def _write_row(row: Distance, distances: Distances) -> str:
    series: MeasureSeries = row.series
    figure = describe_point(series.last, series.definition) if series.last is not None else ""
    name = f'<a href="{escape(write_cell_link(series))}" target="_self">{escape(series.area.name)}</a>'
    verdict = escape(describe_distance(row, distances.target))
    signal = " signal" if row.is_signal else ""
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{name}</th><td role="cell">{escape(figure)}</td>'
        f'<td role="cell">{build_bullet(series)}</td>'
        f'<td role="cell" class="verdict{signal}">{verdict}</td></tr>'
    )
