"""What the marks of a chart mean, in words, for paper: there is no pointer there to ask with."""

from __future__ import annotations

from collections.abc import Sequence

from charts.picture import ChartPicture

_LINES = {
    "lower": "Grey band: the usual range.",
    "early_lower": "Dotted lines: an early usual range.",
    "level": "Dashed line: the usual level.",
}
_SHAPES = {
    ("triangle-up", "triangle-down"): "Triangle: better than usual.",
    ("diamond",): "Diamond: worse than usual.",
    ("square",): "Square: not usual, neither better nor worse.",
}


def describe_marks(pictures: Sequence[ChartPicture]) -> str:
    """One short sentence for each kind of mark in charts over time; empty if there are plain points only."""
    frames = [picture.frame for picture in pictures if "shape" in picture.frame]
    drawn = {name for frame in frames for name in frame.columns[frame.notna().any()]}
    shapes = {shape for frame in frames for shape in frame["shape"].dropna()}
    said = [words for name, words in _LINES.items() if name in drawn]
    said += [words for kinds, words in _SHAPES.items() if shapes & set(kinds)]
    return " ".join(said)
