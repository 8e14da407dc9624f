"""The grid of directorates and measures: one cell a series, the rows that need attention first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data_model.terms import AreaType
from measures.areas import AreaRef
from measures.definitions import Unit
from measures.periods import write_period
from measures.series import MeasureSeries
from measures.standing import TARGET_WORDS, Standing, count_late, find_assurance, judge_series
from measures.writing import format_value
from spc.result import Assurance

_SCORE_MOST = 7
_WITHOUT_A_FIGURE = (Standing.NO_DATA, Standing.HIDDEN)
_WITHOUT_AN_ICON = (*_WITHOUT_A_FIGURE, Standing.TOO_EARLY, Standing.ALL, Standing.NONE, Standing.UNEVEN)
CHANCE_MARKS = 0.02  # of icons that mark a last month where nothing changed: docs/spc_rules.md


@dataclass(frozen=True)
class GridCell:
    """One measure in one area: ``figure`` as "13 of 19"; ``when`` only where newer periods have none.

    A cell of a measure that is told in words has a standing and no figure.
    """

    series: MeasureSeries
    label: str
    standing: Standing
    assurance: Assurance | None
    figure: str
    when: str

    @property
    def has_icon(self) -> bool:
        """Whether there are limits to judge the newest figure by."""
        return bool(self.figure) and self.standing not in _WITHOUT_AN_ICON

    @property
    def is_told_in_words(self) -> bool:
        """Whether there is a figure, which this cell leaves to its chart."""
        return not self.figure and self.standing not in _WITHOUT_A_FIGURE

    @property
    def name(self) -> str:
        """All that the cell says: "Luton, projects with Big I: 13 of 19, real change for the better"."""
        figure = f"{self.figure} in {self.when}" if self.figure and self.when else self.figure
        standing = f"{self.standing} in {self.when}" if self.when and not self.figure else str(self.standing)
        said = [figure, standing]
        said += [TARGET_WORDS[self.assurance]] if self.assurance else []
        label = f"{self.label[0].lower()}{self.label[1:]}"
        return f"{self.series.area.name}, {label}: {', '.join(part for part in said if part)}"


@dataclass(frozen=True)
class GridRow:
    """One area with its cells in the order of the measures."""

    area: AreaRef
    cells: tuple[GridCell, ...]


def calculate_grid(
    found: Sequence[Sequence[MeasureSeries]], labels: Sequence[str], in_words: Collection[str] = ()
) -> list[GridRow]:
    """One row an area: the trust first, then those with most to talk about, then by name.

    Args:
        found: for each measure its series of the same areas in the same order; ValueError otherwise.
        labels: what each measure is called at the head of its column.
        in_words: the measures whose newest figure alone, such as "0 of 1", would say more than it knows.
    """
    rows = []
    for of_area in zip(*found, strict=True):
        cells = tuple(_cell(series, label, in_words) for series, label in zip(of_area, labels, strict=True))
        rows.append(GridRow(of_area[0].area, cells))
    return sorted(rows, key=_attention)


def count_icons(rows: Sequence[GridRow]) -> int:
    """How many cells of the grid carry an icon of change."""
    return sum(cell.has_icon for row in rows for cell in row.cells)


def describe_chance(rows: Sequence[GridRow]) -> str:
    """How many marks of the grid chance alone may have made."""
    icons = count_icons(rows)
    expected = round(icons * CHANCE_MARKS)
    said = f"about {expected} of them" if expected else "now and then one"
    return (
        "On figures that do not change, about 2 icons in 100 mark the last month by chance alone. "
        f"There are {icons} icons here, so {said} may be chance."
    )


def describe_newest(rows: Sequence[GridRow]) -> str:
    """Up to which day the figures of the grid go; empty where nobody knows."""
    days = {cell.series.data_as_at for row in rows for cell in row.cells}
    known = sorted((day for day in days if day is not None), reverse=True)
    if not known:
        return ""
    newest, oldest = known[0], known[-1]
    said = write_period(newest, "event")
    if oldest != newest and (oldest.year, oldest.month) == (newest.year, newest.month):
        said = f"{oldest.day} or {said}"
    elif oldest != newest:
        said += f", those of some measures up to {write_period(oldest, 'event')}"
    return f"Figures up to {said}. An older figure says its month."


def _attention(row: GridRow) -> tuple[object, ...]:
    standings = [cell.standing for cell in row.cells]
    looks = standings.count(Standing.LOOK_WORSE) + standings.count(Standing.NONE)
    fails = sum(cell.assurance == "fail" for cell in row.cells)
    is_part = row.area.type != AreaType.TRUST
    return is_part, -standings.count(Standing.WORSE), -fails, -looks, row.area.name


def _cell(series: MeasureSeries, label: str, in_words: Collection[str]) -> GridCell:
    standing = judge_series(series)
    shown = standing not in _WITHOUT_A_FIGURE
    assurance = find_assurance(series) if shown else None
    when = series.when(series.last) if shown and series.last is not None and count_late(series) else ""
    figure = _figure(series) if shown and series.definition.id not in in_words else ""
    return GridCell(series, label, standing, assurance, figure, when)


def _figure(series: MeasureSeries) -> str:
    """The newest figure without its noun."""
    point, d = series.last, series.definition
    if point is None or point.value is None:
        return ""
    if d.unit == Unit.PERCENT:
        return f"{point.numerator:,.0f} of {point.denominator:,.0f}"
    written = format_value(point.value, d)
    return f"{written} of {_SCORE_MOST}" if d.unit == Unit.SCORE else written
