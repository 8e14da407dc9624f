"""Charts as files: the picture that the screen shows, drawn without a browser and without a network.

A picture holds only what its frame holds, and small numbers were hidden before the frame was made.
"""

from __future__ import annotations

import json
import re
from html import escape

import vl_convert

from charts.picture import ChartPicture
from charts.theme import DATA_NAME, Spec
from exports.inks import Paper, find_inks

# Pictures are laid out for Arial, which is the widest of these: words find room whichever is there.
FONTS = "Source Sans Pro, Arial, Helvetica, sans-serif"
_OWN_IDS = re.compile(r'(\bid="|url\(#)(\w+)')
FINENESS = 2  # dots of a PNG to one pixel of the picture


def write_picture_svg(picture: ChartPicture, *, width: int, paper: Paper = "print", name: str = "a") -> str:
    """The chart as SVG text, ``width`` pixels wide, with its alt text as the label of the whole.

    Several may stand in one page: give each its own ``name``, a plain word that begins its ids.
    """
    drawn = vl_convert.vegalite_to_svg(
        _fill(picture, width), config=_config(paper), show_warnings=False, allowed_base_urls=[]
    )
    svg = _OWN_IDS.sub(rf"\g<1>{name}-\g<2>", drawn)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(picture.alt)}" ', 1)


def write_picture_png(picture: ChartPicture, *, width: int, paper: Paper = "light") -> bytes:
    """The chart as a PNG file, twice as fine as ``width`` pixels; its alt text travels beside it.

    Raises:
        ValueError: paper "page", whose colours only a page can know.
    """
    if paper == "page":
        raise ValueError("A PNG has no page to take its colours from: choose print, light or dark.")
    return vl_convert.vegalite_to_png(
        _fill(picture, width),
        config={**_config(paper), "background": find_inks(paper)["paper"]},
        scale=FINENESS,
        show_warnings=False,
        allowed_base_urls=[],
    )


def _fill(picture: ChartPicture, width: int) -> Spec:
    """The spec with its rows and a width, which on the screen the browser gives."""
    rows = json.loads(picture.frame.to_json(orient="records") or "[]")
    return {**picture.spec, "width": width, "datasets": {DATA_NAME: rows}}


def _config(paper: Paper) -> Spec:
    """What the app's theme says on the screen: fonts, no frame, and the colours behind the names."""
    inks = find_inks(paper)
    return {
        "font": FONTS,
        "background": None,
        "view": {"stroke": None},
        "point": {"color": inks["ordinary"]},
        "range": {"category": list(inks.values())},
    }
