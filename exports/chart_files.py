"""One chart to paste or to pass on: a picture that says by itself what it shows, where and how old it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

import vl_convert

from charts.picture import ChartPicture
from exports.inks import find_inks
from exports.pictures import FINENESS, FONTS, write_picture_svg
from exports.wording import shorten, tidy

_WIDTH, _MARGIN = 860, 28
_LINE_HEIGHT = 1.4
_PLAIN, _BOLD = 400, 700
_LONGEST_TEXT = 1000  # so that no file could make a picture without an end
_LONGEST_WORD = 30  # even of the widest letters it fits a line
# About how wide a letter of Arial is to its size; there is no browser here to ask. Bold is wider.
_WIDTHS = {0.3: " .,:;'!|()[]-/ijltfrI", 0.85: "mwMW@%&", 0.56: 'abcdeghknopqsuvxyzJL0123456789?+=“”"'}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_CAPITAL, _OTHER, _BOLDER = 0.72, 1.0, 1.08


class _Type(NamedTuple):
    """How a text is set: its size in pixels, its weight, its ink, and what stands free above it."""

    size: int
    weight: int
    ink: str
    above: int

    @property
    def room(self) -> float:
        """How long a line may be, in widths of its size."""
        return (_WIDTH - 2 * _MARGIN) / self.size / (_BOLDER if self.weight == _BOLD else 1)


_HEADING = _Type(22, _BOLD, "text", 0)
_PLACE = _Type(15, _PLAIN, "quiet", 4)
_NOTICE = _Type(15, _BOLD, "text", 4)
_SENTENCE = _Type(18, _PLAIN, "text", 12)
_LATEST = _Type(15, _PLAIN, "text", 4)
_NOTE = _Type(14, _PLAIN, "quiet", 6)


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
        for number, line in enumerate(_break(shorten(tidy(text), _LONGEST_TEXT), kind.room)):
            yield kind, line, number == 0


def _break(text: str, room: float) -> list[str]:
    """The text in lines of at most ``room``."""
    lines = [""]
    for word in text.split():
        for start in range(0, len(word), _LONGEST_WORD):
            part = word[start : start + _LONGEST_WORD]
            longer = f"{lines[-1]} {part}".strip()
            lines[-1:] = [longer] if _measure(longer) <= room else [lines[-1], part]
    return [line for line in lines if line]


def _measure(text: str) -> float:
    return sum(_WIDTH_OF.get(letter, _CAPITAL if letter.isascii() else _OTHER) for letter in text)
