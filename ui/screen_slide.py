"""One slide as one piece of HTML, so that a new picture takes the place of the old one at once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from html import escape

import streamlit as st

from charts.picture import ChartPicture
from exports.link_codes import write_link_code_svg
from exports.pictures import write_picture_svg
from exports.slides import Slide
from measures.series import MeasureSeries
from measures.writing import describe_point
from ui.numbers import build_numbers_table

# As in the offline file: drawn once for each shape of wall, as wide as on the smallest wall of that shape.
_WIDTHS = {"wide": 740, "square": 580}
_MOST_NUMBERS = 8
_ONE_LINE = 14


@st.cache_resource(max_entries=100, show_spinner=False)
def draw_picture(key: tuple[Hashable, ...], _picture: ChartPicture) -> dict[str, str]:
    """The chart as SVG for each shape of wall, drawn once for all visitors. ``key`` says what it shows."""
    return {
        shape: write_picture_svg(_picture, width=width, paper="page", name=shape)
        for shape, width in _WIDTHS.items()
    }


def write_slide(slide: Slide, pictures: Mapping[str, str], before: Slide | None = None) -> str:
    """The slide with every word escaped.

    Args:
        slide: what to show.
        pictures: its chart by shape of wall, from `draw_picture`; empty for none.
        before: the same slide as it stood until now, if it did: what is new on the list fades in.
    """
    old = slide.points if before is None else before.points
    inside = [f'<p class="message">{escape(slide.message)}</p>' if slide.message else ""]
    inside += [_write_picture(shape, svg) for shape, svg in pictures.items()]
    if slide.points:
        lines = "".join(_write_line(point, is_new=_is_new(point, old)) for point in slide.points)
        inside.append(f"<ul>{lines}</ul>")
    if slide.columns:
        inside.append(_write_table(slide))
    inside.append(f'<p class="note">{escape(slide.note)}</p>' if slide.note else "")
    alone = not (pictures or slide.points or slide.columns)
    kind = "body beside" if pictures else "body alone" if alone else "body"
    heading = f"<h1>{escape(slide.heading)}</h1>"
    return f'<section class="slide">{heading}<div class="{kind}">{"".join(inside)}</div></section>'


def build_numbers_slide(slide: Slide, series: MeasureSeries) -> Slide:
    """The newest numbers behind a slide's chart, in its place."""
    table = build_numbers_table(series)
    said = [describe_point(point, series.definition) for point in reversed(series.points[series.shown])]
    rows = [
        (str(when), words or str(value), str(usual))
        for when, value, usual, words in zip(
            table["When"], table["Value"], table["Usual range"], said, strict=True
        )
    ]
    older = len(rows) - _MOST_NUMBERS
    return Slide(
        slide.heading,
        columns=("When", "Figure", "Usual range"),
        rows=rows[:_MOST_NUMBERS],
        note=f"{older} older ones stand on the page of this measure." if older > 0 else "",
    )


def write_code_slide(address: str) -> str:
    """The link of this slide as a square code, with its words."""
    code = write_link_code_svg(address)
    inside = f'<div class="code">{code}</div><p class="address">{escape(address)}</p>'
    return f'<section class="slide"><h1>This page on your phone</h1>{inside}</section>'


def _write_picture(shape: str, svg: str) -> str:
    # One shape is hidden from the start: the style, which chooses by the wall, may come after the slide.
    first = "" if shape == "wide" else ' style="display: none"'
    return f'<div class="picture {shape}"{first}>{svg}</div>'


def _is_new(point: str, old: Sequence[str]) -> bool:
    """Whether a line was not there before; one that is only cut shorter, or no longer, was."""
    return not any(_is_cut_from(point, line) or _is_cut_from(line, point) for line in old)


def _is_cut_from(short: str, line: str) -> bool:
    begins, cut, _ = short.partition("…")
    return short == line or (bool(cut) and line.startswith(begins))


def _write_line(point: str, *, is_new: bool) -> str:
    return f'<li class="new">{escape(point)}</li>' if is_new else f"<li>{escape(point)}</li>"


def _write_cell(cell: str) -> str:
    # A short cell such as "little i" stays on one line whatever the width of its column.
    words = escape(cell)
    return f"<td>{words.replace(' ', '&nbsp;') if len(cell) <= _ONE_LINE else words}</td>"


def _write_table(slide: Slide) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in slide.columns)
    rows = "".join(f"<tr>{''.join(map(_write_cell, row))}</tr>" for row in slide.rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
