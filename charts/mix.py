"""The mix of involvement levels: one bar an area, Big I to not recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from charts.parts import name_parts, part_fill
from charts.picture import ChartPicture, Row, build_frame
from charts.theme import SIZES, ChartSize, Size, Spec, check_layer, join_layers, rows_of, tone, tone_of_row
from measures.mix import MixRow, describe_mix
from measures.periods import write_period

LEVELS = name_parts(
    {"big_i": "Big I", "little_i": "little i", "none": "none", "not_recorded": "not recorded"}
)
_COLUMNS = {
    "what": "str", "row": "int64", "start": "float64", "end": "float64", "tone": "str", "ink": "str",
    "text": "str", "count": "str",
}  # fmt: skip
# Shares of a row: its name ends at the first, its bar at the second, then a gap.
_NAME_SHARE, _BAR_SHARE = 0.5, 0.95


def build_mix_chart(mix: Sequence[MixRow], size: ChartSize = "large") -> ChartPicture:
    """One bar an area in the order given, each as long as the others, with its counts written on it."""
    rows = [row for place, area in enumerate(mix) for row in _rows_of_area(place, area)]
    height = _height(len(mix), SIZES[size])
    return ChartPicture(_prepare(size, len(mix)), build_frame(rows, _COLUMNS), _describe(mix), height)


def _rows_of_area(place: int, area: MixRow) -> Iterator[Row]:
    counts = {str(level): count for level, count in area.counts.items()}
    total = sum(counts.values())
    projects = f"{total:,} project" + ("" if total == 1 else "s")
    yield {"what": "name", "row": place, "text": f"{area.area_name}: {projects}"}
    begun = 0
    for level in LEVELS:
        count = counts.get(level.key, 0)
        if not count:
            continue
        yield {
            "what": "part", "row": place, "start": begun / total, "end": (begun + count) / total,
            "tone": level.fill, "ink": level.ink, "count": f"{count:,}",
            "text": f"{level.words}: {count:,} of {projects}",
        }  # fmt: skip
        begun += count


def _describe(mix: Sequence[MixRow]) -> str:
    if not mix:
        return describe_mix(mix)
    months = sorted({area.month for area in mix})
    when = " to ".join(dict.fromkeys(write_period(month, "month") for month in (months[0], months[-1])))
    said = "; ".join(f"{area.area_name}: {_list_counts(area)}" for area in mix)
    return f"{describe_mix(mix)} Bars of active projects by level of involvement, {when}. {said}."


def _list_counts(area: MixRow) -> str:
    counts = {str(level): count for level, count in area.counts.items()}
    return ", ".join(f"{counts.get(level.key, 0)} {level.words}" for level in LEVELS)


def _height(areas: int, size: Size) -> int:
    return round(areas * size.font * 3.4 + size.font * 3.5)


@lru_cache(maxsize=64)
def _prepare(size_name: ChartSize, areas: int) -> Spec:
    size = SIZES[size_name]
    layers = [rows_of("part", _bars(areas, size), _counts(areas, size)), rows_of("name", _names(areas, size))]
    return join_layers(layers, height=_height(areas, size))


def _down(share: float, areas: int) -> dict[str, str]:
    """A height in the plot: a share of the way down the row of each area."""
    return {"expr": f"(datum.row + {share}) * height / {max(areas, 1)}"}


def _bars(areas: int, size: Size) -> Spec:
    span: Any = {"y": _down(_NAME_SHARE, areas), "y2": _down(_BAR_SHARE, areas)}
    bars = alt.Chart().mark_rect(stroke=tone("ordinary"), strokeWidth=1, **span)
    return check_layer(
        bars.encode(
            x=alt.X("start:Q").scale(domain=[0, 1], nice=False).axis(None),
            x2="end:Q",
            color=part_fill(LEVELS, size),
            tooltip=alt.Tooltip("text:N", title=" "),
        )
    )


def _counts(areas: int, size: Size) -> Spec:
    """The number on each part that is wide enough for it."""
    fits = f"(datum.end - datum.start) * width > {size.font} * 0.7 * (length(datum.count) + 1)"
    place: Any = {
        "text": {"expr": f"{fits} ? datum.count : ''"},
        "x": {"expr": "scale('x', (datum.start + datum.end) / 2)"},
        "y": _down((_NAME_SHARE + _BAR_SHARE) / 2, areas),
    }
    counts = alt.Chart().mark_text(
        fill=tone_of_row("ink"), fontSize=size.font, baseline="middle", fontWeight=600, tooltip=None, **place
    )
    return check_layer(counts)


def _names(areas: int, size: Size) -> Spec:
    place: Any = {"x": 0, "y": _down(_NAME_SHARE - 0.1, areas)}
    names = alt.Chart().mark_text(
        fill=tone("text"), fontSize=size.font, align="left", baseline="bottom", tooltip=None, **place
    )
    return check_layer(names.encode(text="text:N"))
