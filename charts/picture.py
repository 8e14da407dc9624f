"""What a chart function hands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd


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
