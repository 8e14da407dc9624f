"""One chart to paste or to pass on: a picture that says by itself what it shows, where and how old it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import NamedTuple

import vl_convert

from charts.picture import ChartPicture
from exports.inks import find_inks
from exports.pictures import FINENESS, FONTS, write_picture_svg
from exports.wording import tidy

_WIDTH, _MARGIN = 860, 28
_MOST_LINES = 40  # of one text, so that no file could make a picture without an end
_LINE_HEIGHT = 1.4


class _Type(NamedTuple):
    """How a text is set: its size in pixels, its weight, its ink, and what stands free above it."""

    size: int
    weight: int
    ink: str
    above: int

    @property
    def letters(self) -> int:
        """How many letters surely find room in a line; those of Arial take about half their size."""
        return int((_WIDTH - 2 * _MARGIN) / (self.size * (0.6 if self.weight > 400 else 0.54)))  # noqa: PLR2004


_HEADING = _Type(22, 700, "text", 0)
_PLACE = _Type(15, 400, "quiet", 4)
_NOTICE = _Type(15, 700, "text", 4)
_SENTENCE = _Type(18, 400, "text", 12)
_LATEST = _Type(15, 400, "text", 4)
_NOTE = _Type(14, 400, "quiet", 6)


@dataclass(frozen=True, eq=False)
class ChartFile:
    """What stands around a chart that leaves its page, from top to bottom. All text is shown as it is.

    Attributes:
        heading: the question that the chart answers.
        place: what is measured, and in which area.
        notice: what must be said above all else, such as that the figures are made up.
        sentence: the one sentence of the chart.
        latest: its newest figure.
        picture: the chart, drawn for a laptop.
        notes: what each number on the chart stands for, and what to bear in mind, one line each.
    """

    heading: str
    place: str
    notice: str
    sentence: str
    latest: str
    picture: ChartPicture
    notes: Sequence[str]


def write_chart_png(content: ChartFile) -> bytes:
    """The chart with its words as a PNG file on white, twice as fine as its pixels."""
    return vl_convert.svg_to_png(write_chart_svg(content), scale=FINENESS)


def write_chart_svg(content: ChartFile) -> str:
    """The same picture as SVG text."""
    inks = find_inks("light")
    above = [
        (_HEADING, content.heading),
        (_PLACE, content.place),
        (_NOTICE, content.notice),
        (_SENTENCE, content.sentence),
        (_LATEST, content.latest),
    ]
    top, words = _set(above, _MARGIN)
    inner = write_picture_svg(content.picture, width=_WIDTH - 2 * _MARGIN, paper="light", name="chart")
    placed = inner.replace("<svg ", f'<svg x="{_MARGIN}" y="{top + _MARGIN // 2}" ', 1)
    under = top + _MARGIN // 2 + content.picture.height
    bottom, notes = _set([(_NOTE, note) for note in content.notes], under)
    size = f'width="{_WIDTH}" height="{bottom + _MARGIN}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} '
        f'font-family="{FONTS}"><rect {size} fill="{inks["paper"]}"/>{words}{placed}{notes}</svg>'
    )


def _set(texts: Sequence[tuple[_Type, str]], top: int) -> tuple[int, str]:
    """Texts one under the other from ``top`` on: where they end, and their SVG."""
    inks, drawn = find_inks("light"), []
    for kind, line, is_first in _lines(texts):
        top += round(kind.size * _LINE_HEIGHT) + (kind.above if is_first else 0)
        drawn.append(
            f'<text x="{_MARGIN}" y="{top}" font-size="{kind.size}" font-weight="{kind.weight}" '
            f'fill="{inks[kind.ink]}">{escape(line)}</text>'
        )
    return top, "".join(drawn)


def _lines(texts: Sequence[tuple[_Type, str]]) -> Iterator[tuple[_Type, str, bool]]:
    for kind, text in texts:
        for number, line in enumerate(wrap(tidy(text), kind.letters, max_lines=_MOST_LINES, placeholder="…")):
            yield kind, line, number == 0
