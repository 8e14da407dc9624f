"""A forum's slides as one file that opens by itself, made before the meeting for a room without network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from markupsafe import Markup

from charts.picture import ChartPicture
from exports.html_pages import read_part, write_page
from exports.inks import write_ink_styles
from exports.pictures import write_picture_svg
from exports.slides import Slide
from exports.wording import tidy
from measures.periods import write_period

# Width of the picture in pixels on the smallest wall of each shape, 1280 by 720 and 1024 by 768, so that
# its words are never drawn smaller than they are meant.
_WIDTHS = {"wide": 740, "square": 580}


def write_forum_file(title: str, slides: Sequence[Slide], *, made_on: date, notice: str = "") -> str:
    """One HTML page that holds everything: slides, pictures, style and the few lines that turn the slides.

    Args:
        title: what the meeting is, for the browser's tab: "QI Forum: Newham mental health".
        slides: in the order of the agenda.
        made_on: the day whose figures it shows.
        notice: what every slide must say, such as that the figures are made up.

    Raises:
        ValueError: there is no slide.
    """
    if not slides:
        raise ValueError("There is no slide to show. Choose at least one item of the agenda.")
    script = read_part("forum_file.js")
    return write_page(
        "forum_file.html",
        title=tidy(title),
        slides=[_write_slide(slide, number) for number, slide in enumerate(slides, start=1)],
        made_on=write_period(made_on, "event"),
        notice=tidy(notice),
        style=Markup(_write_style()),  # noqa: S704 - our own file and colours
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
    )


def _write_slide(slide: Slide, number: int) -> dict[str, object]:
    return {
        "heading": tidy(slide.heading),
        "message": tidy(slide.message),
        "pictures": {} if slide.picture is None else _draw(slide.picture, number),
        "points": [tidy(point) for point in slide.points if tidy(point)],
        "columns": [tidy(name) for name in slide.columns],
        "rows": [[tidy(cell) for cell in row] for row in slide.rows],
        "note": tidy(slide.note),
    }


def _draw(picture: ChartPicture, number: int) -> dict[str, Markup]:
    """The picture once for each shape of wall; the page shows the one that fits."""
    return {
        shape: Markup(  # noqa: S704 - our drawing
            write_picture_svg(picture, width=width, paper="page", name=f"{shape}{number}")
        )
        for shape, width in _WIDTHS.items()
    }


def _write_style() -> str:
    light, dark, paper = (write_ink_styles(kind) for kind in ("light", "dark", "print"))
    colours = (
        f":root {{ {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"@media print {{ :root {{ {paper} }} }}\n"
    )
    return colours + read_part("forum_file.css")
