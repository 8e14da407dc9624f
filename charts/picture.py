"""What a chart function hands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class ChartPicture:
    """A chart to be drawn: ``spec`` without data, ``frame`` with it, ``alt`` for who cannot see it.

    ``spec`` is shared by all charts of its kind: never change it. ``height`` is that of the whole picture in
    pixels; its width is that of the place it stands in.
    """

    spec: dict[str, Any]
    frame: pd.DataFrame
    alt: str
    height: int


def build_frame(rows: Sequence[Row], columns: dict[str, str]) -> pd.DataFrame:
    """All rows as a table whose columns have the same kinds whatever the rows hold, none included.

    A row may leave a column out; ``columns`` maps names to kinds.
    """
    filled = {name: [row.get(name) for row in rows] for name in columns}
    return pd.DataFrame({name: pd.Series(filled[name], dtype=columns[name]) for name in columns})
