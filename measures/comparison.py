"""Areas beside each other at one month end: who differs by more than chance allows. No ranks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

import spc
from measures.definitions import Definition
from measures.periods import write_period
from measures.series import MeasureSeries
from measures.writing import format_value

_MOST_STEPS = 200  # of a drawn line; more than a screen can show
_MOST_WORDS = 30
_FEWEST = 2
_SPELT = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class ComparedArea(NamedTuple):
    """One area of a comparison; ``flag`` is "", "low95", "high95", "low998" or "high998"."""

    area_name: str
    numerator: int
    denominator: int
    flag: str

    @property
    def value(self) -> float:
        """The share, between 0 and 1."""
        return self.numerator / self.denominator

    @property
    def counts(self) -> str:
        """Numerator and denominator in words: "19 of 19"."""
        return f"{self.numerator:,} of {self.denominator:,}"


@dataclass(frozen=True, eq=False)
class Comparison:
    """Areas at the end of one month, in the order of their names, and the lines of their funnel.

    ``target`` is the share of all areas together. ``lines`` has one entry for each of ``sizes``, the
    denominators from 1 to the largest. ``left_out`` names the areas without a figure that month.
    """

    definition: Definition
    month: date
    rows: tuple[ComparedArea, ...]
    left_out: tuple[str, ...]
    target: float
    sizes: tuple[int, ...]
    lines: spc.FunnelLines
    data_as_at: date | None

    @property
    def outside(self) -> tuple[ComparedArea, ...]:
        """The areas that differ by more than chance allows: the higher ones first, then by name."""
        return tuple(sorted((r for r in self.rows if r.flag), key=lambda r: r.flag.startswith("low")))


def calculate_comparison(series: Sequence[MeasureSeries]) -> Comparison | None:
    """Compare areas on one measure of shares at the newest month end; None where no area has a figure.

    ``series``: one an area, by month, all of the same measure with whole counts (else ValueError).
    """
    month = max((s.last.period_start for s in series if s.last is not None), default=None)
    if month is None:
        return None
    counts = {s.area.name: _counts_at(s, month) for s in series}
    found = {name: pair for name, pair in sorted(counts.items()) if pair is not None}
    tops, sizes = [top for top, _ in found.values()], [size for _, size in found.values()]
    funnel = spc.funnel(tops, sizes)
    steps = np.unique(np.linspace(1, max(sizes), min(_MOST_STEPS, int(max(sizes)))).round()).astype(int)
    return Comparison(
        definition=series[0].definition,
        month=month,
        rows=tuple(
            ComparedArea(name, int(top), int(size), str(flag))
            for (name, (top, size)), flag in zip(found.items(), funnel.flag, strict=True)
        ),
        left_out=tuple(sorted(set(counts) - set(found))),
        target=funnel.target,
        sizes=tuple(steps.tolist()),
        lines=spc.funnel_lines(funnel.target, steps),
        data_as_at=series[0].data_as_at,
    )


def describe_comparison(comparison: Comparison) -> str:
    """Who differs by more than chance allows, in at most two sentences of 30 words."""
    when, count = write_period(comparison.month, "month"), len(comparison.rows)
    if count < _FEWEST:
        return f"In {when} only one directorate has figures, so there is nothing to compare."
    outside = comparison.outside
    if not outside:
        return f"In {when} the differences between {count} directorates are no more than chance allows."
    most = len(outside) * 2 < count
    said = "most directorates differ no more" if most else "the directorates differ by more"
    return f"In {when} {said} than chance allows. {_name_outside(outside)}"


def describe_comparison_notes(comparison: Comparison) -> list[str]:
    """The quiet lines under the picture: near misses, areas left out, and the age of the figures."""
    near = [r.area_name for r in comparison.outside if r.flag.endswith("95")]
    notes = []
    if near:
        lies = "lies" if len(near) == 1 else "lie"
        notes.append(f"{_join(near)} {lies} only just outside. About 1 in 20 does so by chance alone.")
    if comparison.left_out:
        when = write_period(comparison.month, "month")
        notes.append(f"Left out, with no figures for {when}: {_join(comparison.left_out)}.")
    if comparison.data_as_at is not None:
        notes.append(f"Figures up to {write_period(comparison.data_as_at, 'event')}.")
    return notes


def describe_comparison_working(comparison: Comparison) -> list[tuple[str, str]]:
    """Heading and text of how the comparison was worked out."""
    d = comparison.definition
    tops, sizes = (sum(column) for column in list(zip(*comparison.rows, strict=True))[1:3])
    share = format_value(comparison.target, d)
    return [
        ("What we count", d.how_worked_out),
        ("The dashed line", f"All directorates together: {tops:,} of {sizes:,} {d.words.counted}, {share}."),
        (
            "The lines",
            "If every directorate were like all of them together, chance alone would put about 95 in 100 "
            "between the inner lines and 998 in 1,000 between the outer ones. They are wide on the left, "
            "where a single project moves the share a lot.",
        ),
        (
            "Who stands out",
            "Each directorate is judged by its exact binomial chance, 2.5 in 100 a side for the inner lines "
            "and 1 in 1,000 a side for the outer ones. The lines are drawn on the arcsine scale and are "
            "approximate where projects are few, so a point on the edge can lie outside a line and "
            "still not be marked.",
        ),
        (
            "Why there are no ranks",
            "A league table always has a top and a bottom, even where all differences are chance. "
            "This shows only who differs by more than that. It does not say why.",
        ),
        (
            "Source",
            "Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. "
            "Statistics in Medicine 24(8): 1185 to 1202.",
        ),
    ]


def build_comparison_table(comparison: Comparison) -> pd.DataFrame:
    """One row an area by name: Directorate, the two counts, Share and Against chance, all as text."""
    d = comparison.definition
    rows = [
        {
            "Directorate": row.area_name,
            d.numerator: f"{row.numerator:,}",
            d.denominator or "Out of": f"{row.denominator:,}",
            "Share": format_value(row.value, d),
            "Against chance": _AGAINST[row.flag],
        }
        for row in comparison.rows
    ]
    return pd.DataFrame(rows).astype(str)


_AGAINST = {
    "": "no more than chance",
    "low95": "just lower",
    "high95": "just higher",
    "low998": "lower",
    "high998": "higher",
}


def _counts_at(series: MeasureSeries, month: date) -> tuple[float, float] | None:
    """Numerator and denominator of one month; None where there is no figure or nothing to count."""
    point = next((p for p in series.points if p.period_start == month and p.value is not None), None)
    if point is None or point.numerator is None or not point.denominator:
        return None
    return point.numerator, point.denominator


def _name_outside(outside: Sequence[ComparedArea]) -> str:
    """The second sentence, with names where they fit into it."""
    high = [r for r in outside if r.flag.startswith("high")]
    low = [r for r in outside if r.flag.startswith("low")]
    little = " a little" if all(r.flag.endswith("95") for r in outside) else ""
    begins = f"{_spell(len(outside))} {'stands' if len(outside) == 1 else 'stand'} out{little}"
    sides = (high, "higher"), (low, "lower")
    named = f"{begins}: {', '.join(_name_side(side, word) for side, word in sides if side)}."
    if len(named.split()) <= _MOST_WORDS:
        return named
    if not high or not low:
        return f"{begins}, all {'higher' if high else 'lower'}."
    return f"{begins}: {len(high)} higher and {len(low)} lower."


def _name_side(side: Sequence[ComparedArea], word: str) -> str:
    named = _join([f"{row.area_name} ({row.counts})" for row in side])
    return f"{named} {'is' if len(side) == 1 else 'are'} {word}"


def _spell(count: int) -> str:
    return _SPELT[count] if count < len(_SPELT) else f"{count:,}"


def _join(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
