"""The colours of the look, each under the name of what it says, for light and for dark.

Python never knows which mode a reader is in. A chart names the colour; Vega looks the name up in one
colour scale whose domain is `DOMAIN` and whose range is the theme's list of categorical colours. So the
app's theme must give `LIGHT` and `DARK`, in this order, as ``chartCategoricalColors``.
"""

from __future__ import annotations

from typing import Literal

Mode = Literal["light", "dark"]

_COLOURS: dict[str, tuple[str, str]] = {
    "better": ("#005EB8", "#6CB4FF"),
    "worse": ("#B35900", "#FFB05C"),
    "ordinary": ("#595959", "#B8C0C6"),
    "neither": ("#5B2C86", "#CDA6F2"),
    "usual_level": ("#425563", "#AEB7BD"),
    "usual_range": ("#DCE6EE", "#22323F"),
    "target": ("#00703C", "#6FD08C"),
    "grid": ("#D8DDE0", "#2A3742"),
    "text": ("#000000", "#FFFFFF"),
    "quiet": ("#4C6272", "#B8C0C6"),
    "line": ("#6B7A85", "#8A97A1"),
    "paper": ("#FFFFFF", "#0B0F14"),
    # Parts of a whole, told apart by lightness alone: they must survive a black and white printer.
    "deep": ("#002F5C", "#CFE6FF"),
    "middle": ("#00708A", "#4FB3C4"),
    "pale": ("#BCCAD4", "#3A4750"),
}

DOMAIN = tuple(_COLOURS)
LIGHT = tuple(light for light, _ in _COLOURS.values())
DARK = tuple(dark for _, dark in _COLOURS.values())


def colour(name: str, mode: Mode) -> str:
    """The hexadecimal colour that a name stands for; KeyError for an unknown name."""
    return _COLOURS[name][mode == "dark"]
