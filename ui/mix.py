"""The mix of involvement now: Big I, little i, none and not recorded, by directorate."""

from __future__ import annotations

import pandas as pd

from charts.mix import build_mix_chart
from data_model.terms import AreaType, InvolvementLevel
from measures.mix import MixRow, calculate_mix, describe_mix
from ui.access import current_viewer
from ui.panel import show_picture
from ui.reads import read_areas, read_series
from ui.text import show_folded, show_text, write_table

_TWO_THINGS = (
    "All active projects. None and not recorded are two things: one is an answer, the other a gap in what we "
    "know."
)
_MEASURES = ("big_i_active", "little_i_active", "involvement_recorded")


def show_mix_now() -> None:
    """One bar a directorate, in the order of their names: this is no league table."""
    rows = _read_rows()
    if not rows:
        show_text(describe_mix(rows))
        return
    show_text(describe_mix(rows), "sentence")
    show_text(_TWO_THINGS)
    show_picture(build_mix_chart(rows), "mix-now")
    table = write_table(_build_table(rows), "Projects by level and directorate")
    show_folded("Show the numbers", table, "numbers-mix-now")


def _build_table(rows: list[MixRow]) -> pd.DataFrame:
    words = [(level, level.replace("_", " ").capitalize()) for level in InvolvementLevel]
    found = [
        {"Directorate": r.area_name, **{word: str(r.counts[level]) for level, word in words}} for r in rows
    ]
    return pd.DataFrame(found)


def _read_rows() -> list[MixRow]:
    directorates = [a.id for a in read_areas().of_type(AreaType.DIRECTORATE)]
    found = [read_series(current_viewer(), measure_id, directorates) for measure_id in _MEASURES]
    rows = [calculate_mix(big, little, known) for big, little, known in zip(*found, strict=True)]
    return [row for row in rows if row is not None]
