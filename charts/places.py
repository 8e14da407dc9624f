"""Where words can stand in a plot of any width so that they cover no point and no other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Widths of a plot in pixels, from a phone to a wide screen; a place must be free at each of them.
WIDTHS = (230, 300, 400, 550, 750, 1050)
_LETTER = 0.52  # width of an average letter in sizes of type
_AIR = 7  # pixels between words and the middle of a point that they do not name


class Box(NamedTuple):
    """A rectangle in pixels from the top left of the plot."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Place:
    """Where a block of words could stand: its anchor, its offset from it in pixels, and which side it grows.

    ``x`` is a share of the plot's width, ``y`` the height of the middle of the block in pixels from the
    top. ``align``: "left" (grows to the right), "center" or "right".
    """

    x: float
    y: float
    dx: float
    align: str


@dataclass(frozen=True)
class Words:
    """A block of lines with the places it may take, best first."""

    lines: tuple[str, ...]
    places: tuple[Place, ...]


class Room(NamedTuple):
    """The plot: its height, the type in it (size and line height), all in pixels."""

    height: float
    font: float
    line_height: float

    def box(self, words: Words, place: Place, width: float) -> Box:
        """The rectangle that the words take at one width of the plot."""
        wide = max(len(line) for line in words.lines) * self.font * _LETTER
        tall = len(words.lines) * self.line_height
        left = place.x * width + place.dx - {"left": 0.0, "center": wide / 2, "right": wide}[place.align]
        return Box(left, place.y - tall / 2, left + wide, place.y + tall / 2)


def choose_places(
    words: Sequence[Words], points: Sequence[tuple[float, float]], room: Room
) -> list[Place | None]:
    """A place for each block of words, the first ones choosing first; None where nothing is free.

    ``points``: share of the width, and pixels from the top. No words leave the plot or meet other words at
    any of `WIDTHS`; of the places left the one that covers the fewest points is taken.
    """
    taken: list[list[Box]] = []
    found: list[Place | None] = []
    for block in words:
        free = [(place, _boxes(block, place, room)) for place in block.places]
        free = [(place, boxes) for place, boxes in free if _is_free(boxes, taken, room)]
        best = min(free, key=lambda one: _count_covered(one[1], points), default=None)
        found.append(None if best is None else best[0])
        if best is not None:
            taken.append(best[1])
    return found


def _boxes(block: Words, place: Place, room: Room) -> list[Box]:
    return [room.box(block, place, width) for width in WIDTHS]


def _is_free(boxes: Sequence[Box], taken: Iterable[Sequence[Box]], room: Room) -> bool:
    inside = all(
        box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= room.height
        for box, width in zip(boxes, WIDTHS, strict=True)
    )
    return inside and not any(
        mine.meets(other) for others in taken for mine, other in zip(boxes, others, strict=True)
    )


def _count_covered(boxes: Sequence[Box], points: Sequence[tuple[float, float]]) -> int:
    """How many points the words cover, summed over all widths."""
    return sum(
        box.meets(Box(x * width - _AIR, y - _AIR, x * width + _AIR, y + _AIR))
        for box, width in zip(boxes, WIDTHS, strict=True)
        for x, y in points
    )
