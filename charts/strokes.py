"""The strokes of our own inline SVG: lines that break at gaps, and the shapes that say which way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Spot = tuple[float, float]  # across and down, in pixels

# Corners around a spot, for a mark that is about nine pixels wide; each shape looks equally large.
_CORNERS: dict[str, list[Spot]] = {
    "triangle-up": [(0, -4.5), (4.5, 3.5), (-4.5, 3.5)],
    "triangle-down": [(0, 4.5), (4.5, -3.5), (-4.5, -3.5)],
    "diamond": [(0, -4.8), (4.8, 0), (0, 4.8), (-4.8, 0)],
    "square": [(-3.6, -3.6), (3.6, -3.6), (3.6, 3.6), (-3.6, 3.6)],
}


def write_lines(runs: Iterable[Sequence[Spot]]) -> str:
    """The ``d`` of a path: one line for each run of spots, nothing between them."""
    return " ".join("M" + " L".join(f"{x:g} {y:g}" for x, y in run) for run in runs)


def write_circle(spot: Spot, radius: float, ink: str) -> str:
    """One filled circle."""
    return f'<circle cx="{spot[0]:g}" cy="{spot[1]:g}" r="{radius:g}" fill="{ink}"/>'


def write_circles(spots: Iterable[Spot], radius: float) -> str:
    """The ``d`` of a path that holds a circle around each spot: one element however many there are."""
    wide = f"{2 * radius:g}"
    half = f"a{radius:g} {radius:g} 0 1 0 "
    return "".join(f"M{x - radius:.2f} {y:g}{half}{wide} 0{half}-{wide} 0" for x, y in spots)


def write_shape(spot: Spot, shape: str, ink: str, *, scale: float = 1.0) -> str:
    """A triangle, diamond or square around a spot, nine pixels wide; KeyError for another shape."""
    x, y = spot
    points = " ".join(f"{round(x + scale * dx, 1)},{round(y + scale * dy, 1)}" for dx, dy in _CORNERS[shape])
    return f'<polygon points="{points}" fill="{ink}"/>'
