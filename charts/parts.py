"""Parts of a whole: their order, words and fills, told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from charts.palette import DOMAIN
from charts.theme import Size, tone


@dataclass(frozen=True)
class Part:
    """One part of a whole: its key in the data, its words, its fill, and the colour of a number on it."""

    key: str
    words: str
    fill: str
    ink: str


# From dark to light and then empty: the order survives a black and white printer.
_FILLS = (("deep", "paper"), ("middle", "paper"), ("pale", "text"), ("paper", "text"))


def name_parts(words: dict[str, str]) -> tuple[Part, ...]:
    """Up to four parts in their fixed order; ``words`` maps the key in the data to what readers see."""
    return tuple(Part(key, said, *fill) for (key, said), fill in zip(words.items(), _FILLS, strict=False))


def part_fill(parts: tuple[Part, ...], size: Size) -> alt.Color:
    """The one colour scale, with a key on top that names the parts in the order they are drawn."""
    words = "{" + ", ".join(f"'{part.fill}': '{part.words}'" for part in parts) + "}"
    columns: Any = {"expr": "width < 420 ? 2 : 4"}
    key = alt.Legend(
        orient="top",
        title=None,
        values=[part.fill for part in parts],
        labelExpr=f"({words})[datum.value]",
        labelFontSize=size.font,
        labelColor=tone("text"),
        symbolType="square",
        symbolSize=size.font * 14,
        symbolStrokeColor=tone("ordinary"),
        symbolStrokeWidth=1,
        columns=columns,
        columnPadding=18,
        rowPadding=4,
        padding=0,
        offset=10,
    )
    return alt.Color("tone:N").scale(domain=list(DOMAIN)).legend(key)
