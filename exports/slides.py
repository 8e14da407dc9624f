"""A slide of a forum's meeting: one message for a wall, the same on the live screen and in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.picture import ChartPicture


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide; what is left empty takes no room. All text is shown as it is, markup included.

    Attributes:
        heading: the question or the name of the item.
        message: the one sentence of it.
        picture: a chart of size "screen".
        points: a list, one line each.
        columns: the headings of a table; empty for no table.
        rows: its cells, one for each of ``columns``.
        note: a quiet line below, such as how old the figures are.
    """

    heading: str
    message: str = ""
    picture: ChartPicture | None = None
    points: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.heading.strip():
            raise ValueError("A slide needs a heading.")
        for row in self.rows:
            if len(row) != len(self.columns):
                found = f"a row has {len(row)} cells for {len(self.columns)} columns"
                raise ValueError(f"On the slide {self.heading!r} {found}.")
