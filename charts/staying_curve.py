"""How many of the same people are still involved as the months pass, as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from charts.icons import css_colour
from charts.strokes import Spot, write_circle, write_lines
from measures.staying import StayingCurve, describe_staying
from measures.writing import format_value

# All lengths in pixels of a picture that is drawn as wide as on a phone; wider places enlarge it.
_WIDTH, _HEIGHT = 360, 200
_LEFT, _RIGHT, _TOP, _FOOT = 48, 322, 26, 164
_DOT = 4.5


@lru_cache(maxsize=128)
def build_staying_curve(curve: StayingCurve) -> str:
    """A line from everybody at the start to those who were there last; a hidden number breaks it."""
    counts = {0: curve.joined, **curve.after}
    last = max(counts)
    shares = {months: None if count is None else count / curve.joined for months, count in counts.items()}
    runs: list[list[Spot]] = [[]]
    drawn = [*_grid()]
    for months, share in shares.items():
        x = round(_LEFT + months / last * (_RIGHT - _LEFT), 1)
        drawn.append(_text(x, _HEIGHT - 12, _name(months), "quiet"))
        if share is None:
            runs.append([])
            continue
        spot = (x, _down(share))
        runs[-1].append(spot)
        drawn.append(write_circle(spot, _DOT, css_colour("ordinary", None)))
        drawn.append(_text(x, spot[1] - 11, format_value(share, curve.stayed.definition), "text", weight=700))
    path = write_lines(run for run in runs if run)
    line = f'<path d="{path}" fill="none" stroke="{css_colour("line", None)}" stroke-width="2"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="small" role="img" '
        f'aria-label="{escape(_describe(curve))}" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-size="13">'
        f"{line}{''.join(drawn)}</svg>"
    )


def _describe(curve: StayingCurve) -> str:
    """The sentence, then what is drawn and its range."""
    shown = [count / curve.joined for count in (curve.joined, *curve.after.values()) if count is not None]
    low, high = (format_value(share, curve.stayed.definition) for share in (min(shown), max(shown)))
    reach = f"at {high}" if low == high else f"from {high} to {low}"
    return f"{describe_staying(curve, curve.stayed)} Line over {max(curve.after)} months, {reach}."


def _grid() -> Iterator[str]:
    for share in (0, 0.5, 1):
        y = _down(share)
        yield f'<path d="M{_LEFT} {y}H{_RIGHT}" stroke="{css_colour("grid", None)}"/>'
        yield _text(_LEFT - 16, y + 4, f"{share:.0%}", "quiet", anchor="end")


def _down(share: float) -> float:
    return round(_FOOT - share * (_FOOT - _TOP), 1)


def _name(months: int) -> str:
    return f"{months} months" if months else "joined"


def _text(x: float, y: float, words: str, ink: str, *, anchor: str = "middle", weight: int = 400) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{css_colour(ink, None)}">{escape(words)}</text>'
    )
