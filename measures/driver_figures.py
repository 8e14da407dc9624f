"""What each box of a driver diagram shows beside its words: a newest figure, or what followed an idea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_model.terms import DriverType
from measures.drivers import Driver
from measures.idea_results import IdeaResult
from measures.series import MeasureSeries
from measures.standing import Standing, judge_series
from measures.writing import describe_point
from spc.result import Variation

_NO_FIGURE = (Standing.NO_DATA, Standing.HIDDEN)
_NO_ICON = (*_NO_FIGURE, Standing.TOO_EARLY, Standing.ALL, Standing.NONE, Standing.UNEVEN)
TYPE_WORDS = {
    DriverType.AIM: "Aim",
    DriverType.PRIMARY: "Primary driver",
    DriverType.SECONDARY: "Secondary driver",
    DriverType.CHANGE_IDEA: "Change idea",
}


@dataclass(frozen=True)
class DriverBox:
    """One box: ``figure`` in words; ``column`` 0 for an aim to 3 for an idea; ``depth`` as in the diagram.

    ``variation`` is None where there are no limits to judge by. ``towards`` are the words of the box that
    this one works towards, ``measure`` the title of its measure; either may be empty.
    """

    text: str
    kind: str
    column: int
    depth: int
    towards: str
    measure: str
    figure: str
    variation: Variation | None

    @property
    def name(self) -> str:
        """All that the box says, in one line."""
        return f"{self.kind}: {self.text}" + (f" ({self.figure})" if self.figure else "")


def build_boxes(
    drivers: Sequence[Driver], found: Mapping[str, MeasureSeries], results: Mapping[str, IdeaResult]
) -> list[DriverBox]:
    """The boxes in their reading order.

    Args:
        drivers: of one diagram, each after the one it works towards.
        found: the series of each measure by its id; a measure without one shows no figure.
        results: what followed each change idea, by its id.
    """
    texts = {d.driver_id: d.text for d in drivers}
    kinds = list(DriverType)
    boxes = []
    for d in drivers:
        series = found.get(d.measure or "")
        result = results.get(d.idea_id or "")
        if d.driver_type == DriverType.CHANGE_IDEA:
            figure, variation = (result.outcome.value, result.variation) if result else ("", None)
        else:
            figure, variation = _newest(series)
        title = series.definition.title if series else ""
        boxes.append(
            DriverBox(
                d.text, TYPE_WORDS[d.driver_type], kinds.index(d.driver_type), d.depth,
                texts.get(d.parent_id or "", ""), title, figure, variation,
            )
        )  # fmt: skip
    return boxes


def describe_boxes(boxes: Sequence[DriverBox]) -> str:
    """A whole diagram in words, for those who cannot see it."""
    said = []
    for box in boxes:
        towards = f", works towards “{box.towards}”" if box.towards else ""
        said.append(f"{box.name}{towards}")
    return f"Driver diagram. {'; '.join(said)}."


def _newest(series: MeasureSeries | None) -> tuple[str, Variation | None]:
    """The newest figure in words with its month, and its icon; grey words where there is none to see."""
    if series is None:
        return "", None
    standing = judge_series(series)
    if standing in _NO_FIGURE or series.last is None:
        return str(standing), None
    words = f"{describe_point(series.last, series.definition)}, {series.when(series.last)}"
    if standing in _NO_ICON or series.result is None:
        return words, None
    return words, series.result.variation
