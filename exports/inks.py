"""The colours that a chart outside the app is drawn in, each under the name that the chart calls it by."""

from __future__ import annotations

from typing import Literal

from charts.palette import DARK, DOMAIN, LIGHT

Paper = Literal["print", "light", "dark", "page"]

# For a black and white printer. Direction is told by shape and the lines by their dashes; what is left
# to lightness are the parts of a whole: deep, middle, pale, empty.
_PRINT = {
    "better": "#000000",
    "worse": "#000000",
    "ordinary": "#595959",
    "neither": "#000000",
    "usual_level": "#333333",
    "usual_range": "#E2E2E2",
    "target": "#000000",
    "grid": "#D6D6D6",
    "text": "#000000",
    "quiet": "#404040",
    "line": "#6E6E6E",
    "paper": "#FFFFFF",
    "deep": "#222222",
    "middle": "#6E6E6E",
    "pale": "#CCCCCC",
}


def find_inks(paper: Paper) -> dict[str, str]:
    """One colour a name of the palette, in its order.

    "print" is black, white and greys; "light" and "dark" are the screen's; "page" leaves the colour to
    the page that the picture stands in (see `write_ink_styles`).
    """
    if paper == "page":
        return {name: f"var({_variable(name)})" for name in DOMAIN}
    if paper == "print":
        return {name: _PRINT[name] for name in DOMAIN}
    return dict(zip(DOMAIN, LIGHT if paper == "light" else DARK, strict=True))


def write_ink_styles(paper: Paper) -> str:
    """The same colours as CSS declarations, for a page whose pictures are drawn on paper "page"."""
    return " ".join(f"{_variable(name)}: {ink};" for name, ink in find_inks(paper).items())


def _variable(name: str) -> str:
    return f"--{name.replace('_', '-')}"
