"""The short form of a measure: its question, its sentence and a quiet picture."""

from __future__ import annotations

from charts.small_chart import build_small_chart
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.panel import show_numbers, show_sentence
from ui.reads import read_series
from ui.text import show_text

BIG_I = (
    "Big I: service users or carers are full members of the project's team throughout. "
    "Little i: they are only consulted."
)


def show_what_big_i_means() -> None:
    """Explain the two words that everything rests on, at their first use."""
    show_text(BIG_I, "standing")


def show_headline(measure_id: str, filters: Filters) -> None:
    """One measure for the chosen area, in its short form."""
    (series,) = read_series(current_viewer(), measure_id, [filters.area.id], first_shown=filters.first_shown)
    show_sentence(series, series.definition.question)
    if series.last is not None:
        show_drawn(build_small_chart(series))
        show_numbers(series)
