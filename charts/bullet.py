"""How far one figure is from its target: a bar, a tick for the target, a light band for the usual range."""

from __future__ import annotations

from html import escape

from charts.icons import css_colour
from charts.palette import Mode
from measures.sentences import FEWEST_FOR_LIMITS, is_all_the_same
from measures.series import MeasureSeries
from measures.writing import describe_point, format_value


def build_bullet(
    series: MeasureSeries, *, width: int = 180, height: int = 22, mode: Mode | None = None
) -> str:
    """An inline SVG of the newest share between 0 and 100%; empty text where there is no figure.

    The band stands only where there are limits to speak of. ``width`` and ``height`` in pixels; ``mode`` None
    follows the page's own light or dark; else fixed, for a document.
    """
    if series.last is None or series.last.value is None:
        return ""
    room = width - 4  # the tick at 100% keeps its width
    drawn = [_box(0, room, 3, height - 6, css_colour("grid", mode), filled=False)]
    usual = series.usual_range
    if usual is not None and len(series.phase_observed) >= FEWEST_FOR_LIMITS and not is_all_the_same(series):
        low, high = usual
        drawn.append(_box(low * room, (high - low) * room, 3, height - 6, css_colour("usual_range", mode)))
    drawn.append(_box(0, series.last.value * room, height / 2 - 3, 6, css_colour("line", mode)))
    said = describe_point(series.last, series.definition)
    if series.target is not None:
        drawn.append(_box(series.target.value * room - 1.5, 3, 0, height, css_colour("target", mode)))
        said += f", target {format_value(series.target.value, series.definition)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(said)}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}">{"".join(drawn)}</svg>'
    )


def _box(x: float, width: float, y: float, height: float, ink: str, *, filled: bool = True) -> str:
    paint = f'fill="{ink}"' if filled else f'fill="none" stroke="{ink}"'
    return f'<rect x="{x + 1:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {paint}/>'
