"""Icons as inline SVG, drawn by us: what the newest point says, and whether the target will be met.

A filled shape speaks of change and an open one of the target; each meaning has its own shape and letter,
so that it can be read at 24 pixels, in black and white, and by a screen reader.
"""

from __future__ import annotations

from html import escape

from charts.palette import Mode, colour
from spc.result import Assurance, Variation

_UP, _DOWN = "M12 1 23 10V23H1V10Z", "M12 23 23 14V1H1V14Z"
_DIAMOND, _SQUARE = "M12 0 24 12 12 24 0 12Z", "M2 2H22V22H2Z"
_CIRCLE = "M12 1A11 11 0 0 1 12 23A11 11 0 0 1 12 1Z"
_WAVE = "M4 13C6 7 9 7 12 12S18 17 20 11"

# meaning -> shape, letter, height of the letter's foot, colour, words
_VARIATION: dict[str, tuple[str, str, float, str, str]] = {
    "common_cause": (_CIRCLE, "", 0, "ordinary", "Normal ups and downs"),
    "improvement_high": (_UP, "H", 20, "better", "Better than usual: high"),
    "improvement_low": (_DOWN, "L", 14.5, "better", "Better than usual: low"),
    "concern_high": (_DIAMOND, "H", 16.3, "worse", "Worse than usual: high"),
    "concern_low": (_DIAMOND, "L", 16.3, "worse", "Worse than usual: low"),
    "neutral_high": (_SQUARE, "H", 16.8, "neither", "Unusual, neither better nor worse: high"),
    "neutral_low": (_SQUARE, "L", 16.8, "neither", "Unusual, neither better nor worse: low"),
}
_ASSURANCE: dict[str, tuple[str, str, float, str, str]] = {
    "pass": (_CIRCLE, "P", 16.5, "better", "Will keep meeting the target"),
    "fail": (_DIAMOND, "F", 16.3, "worse", "Will not reach the target unless something changes"),
    "inconsistent": (_SQUARE, "?", 16.8, "ordinary", "Will meet the target at times and miss it at times"),
}


def build_variation_icon(variation: Variation, *, size: int = 24, mode: Mode | None = None) -> str:
    """Whether the newest point is normal, better, worse or neither, as an SVG ``size`` pixels wide.

    ``mode`` None: the colours follow the page's own light or dark; else fixed, for a document.
    """
    shape, letter, foot, tone, words = _VARIATION[variation]
    ink, paper = css_colour(tone, mode), css_colour("paper", mode)
    if letter:
        drawn = f'<path d="{shape}" fill="{ink}"/>{_letter(letter, foot, paper)}'
    else:
        drawn = _outline(shape, ink) + f'<path d="{_WAVE}" fill="none" stroke="{ink}" stroke-width="2"/>'
    return _svg(drawn, words, size)


def build_assurance_icon(assurance: Assurance, *, size: int = 24, mode: Mode | None = None) -> str:
    """Whether the target will be met, as an SVG ``size`` pixels wide; ``mode`` as in the other icon."""
    shape, letter, foot, tone, words = _ASSURANCE[assurance]
    ink = css_colour(tone, mode)
    return _svg(_outline(shape, ink) + _letter(letter, foot, ink), words, size)


def css_colour(name: str, mode: Mode | None) -> str:
    """A colour by name for CSS; without a mode, one that follows the page's colour scheme."""
    if mode is None:
        return f"light-dark({colour(name, 'light')},{colour(name, 'dark')})"
    return colour(name, mode)


def _outline(shape: str, ink: str) -> str:
    # Drawn a little smaller, so that the stroke stays inside the picture.
    return (
        f'<path d="{shape}" transform="translate(1.2 1.2) scale(.9)" fill="none" stroke="{ink}" '
        'stroke-width="2"/>'
    )


def _letter(letter: str, foot: float, ink: str) -> str:
    return (
        f'<text x="12" y="{foot}" text-anchor="middle" font-family="sans-serif" font-size="12.5" '
        f'font-weight="700" fill="{ink}">{letter}</text>'
    )


def _svg(drawn: str, words: str, size: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(words)}" '
        f'width="{size}" height="{size}" viewBox="0 0 24 24">{drawn}</svg>'
    )
