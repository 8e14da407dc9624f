"""What a chart function hands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

Row = dict[str, Any]
_TEXT = pd.StringDtype(na_value=np.nan)


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

    @cached_property
    def rows(self) -> pa.Table:
        """The frame as it goes to a browser: turning it into this takes longer than sending it."""
        return pa.Table.from_pandas(self.frame, preserve_index=False)


def build_frame(rows: Sequence[Row], columns: dict[str, str]) -> pd.DataFrame:
    """All rows as a table whose columns have the same kinds whatever the rows hold, none included.

    A row may leave a column out; ``columns`` maps names to "str", "float64" or "int64".
    """
    filled = {name: _column([row.get(name) for row in rows], kind) for name, kind in columns.items()}
    return pd.DataFrame(filled, copy=False)


def _column(values: list[Any], kind: str) -> Any:  # noqa: ANN401 - an array of NumPy's or of pandas'
    # Arrays made one by one are several times faster than letting pandas find out what each is.
    return pd.array(values, dtype=_TEXT) if kind == "str" else np.array(values, dtype=kind)
