"""A driver diagram as an inline SVG: the aim on the left, what drives it, what was tried on the right.

Drawn by us, because graph text needs a program or a script from elsewhere. Every word is escaped. One
picture with one description: the parts inside it say nothing to a screen reader by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

from charts.icons import build_variation_icon, css_colour
from charts.palette import Mode
from measures.driver_figures import DriverBox, describe_boxes

WIDTH = 1000  # of the drawing; it is scaled to the place it stands in
_BOX, _BETWEEN = 214, 46
_FONT, _LINE, _AIR, _ROW_GAP = 14, 18, 9, 12
_LETTERS = 28  # of a line in a box
_ICON = 16
_HEADS = ("Aim", "Primary drivers", "Secondary drivers", "Change ideas")


@dataclass
class _Node:
    box: DriverBox
    below: list[_Node] = field(default_factory=list)
    middle: float = 0.0

    @property
    def lines(self) -> list[str]:
        return wrap(self.box.text, _LETTERS) or [""]

    @property
    def figure_lines(self) -> list[str]:
        return wrap(self.box.figure, _LETTERS - 3 if self.box.variation else _LETTERS)

    @property
    def height(self) -> float:
        return 2 * _AIR + _LINE * (len(self.lines) + len(self.figure_lines))

    @property
    def block(self) -> float:
        """The height of this box or of all that hangs from it, whichever is more."""
        inside = sum(n.block for n in self.below) + _ROW_GAP * max(0, len(self.below) - 1)
        return max(self.height, inside)


def build_driver_tree(boxes: Sequence[DriverBox], *, mode: Mode | None = None) -> str:
    """The diagram as an SVG as wide as its place; empty text without boxes.

    Args:
        boxes: in reading order, each after the one it hangs from, with its depth.
        mode: None follows the page's own light or dark; else fixed, for a document.
    """
    roots = _hang(boxes)
    if not roots:
        return ""
    top: float = _LINE + 2 * _AIR
    for root in roots:
        _place(root, top)
        top += root.block + 2 * _ROW_GAP
    drawn = "".join([_heads(boxes, mode), *(_draw(root, mode) for root in roots)])
    height = round(top)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(describe_boxes(boxes))}" '
        f'width="100%" viewBox="0 0 {WIDTH} {height}" font-size="{_FONT}">{drawn}</svg>'
    )


def _hang(boxes: Sequence[DriverBox]) -> list[_Node]:
    """The boxes as trees, told by their depth."""
    roots: list[_Node] = []
    way: list[_Node] = []
    for box in boxes:
        node = _Node(box)
        del way[box.depth :]
        (way[-1].below if way else roots).append(node)
        way.append(node)
    return roots


def _place(node: _Node, top: float) -> None:
    node.middle = top + node.block / 2
    inside = sum(n.block for n in node.below) + _ROW_GAP * max(0, len(node.below) - 1)
    at = node.middle - inside / 2
    for child in node.below:
        _place(child, at)
        at += child.block + _ROW_GAP


def _left(node: _Node) -> float:
    return node.box.column * (_BOX + _BETWEEN) + 1


def _heads(boxes: Sequence[DriverBox], mode: Mode | None) -> str:
    ink = css_colour("quiet", mode)
    return "".join(
        f'<text x="{column * (_BOX + _BETWEEN) + 1}" y="{_FONT}" fill="{ink}">{_HEADS[column]}</text>'
        for column in sorted({box.column for box in boxes})
    )


def _draw(node: _Node, mode: Mode | None) -> str:
    lines = [_line(node, child, mode) for child in node.below]
    return "".join([*lines, _box(node, mode), *(_draw(child, mode) for child in node.below)])


def _line(node: _Node, child: _Node, mode: Mode | None) -> str:
    start, end = _left(node) + _BOX, _left(child)
    bend = end - _BETWEEN / 2
    path = f"M{start:.0f} {node.middle:.1f}H{bend:.1f}V{child.middle:.1f}H{end:.0f}"
    return f'<path d="{path}" fill="none" stroke="{css_colour("line", mode)}" stroke-width="1.2"/>'


def _box(node: _Node, mode: Mode | None) -> str:
    left, top = _left(node), node.middle - node.height / 2
    dashes = ' stroke-dasharray="4 3"' if node.box.column == len(_HEADS) - 1 else ""
    parts = [
        f'<rect x="{left:.0f}" y="{top:.1f}" width="{_BOX}" height="{node.height:.0f}" rx="3" '
        f'fill="{css_colour("paper", mode)}" stroke="{css_colour("line", mode)}"{dashes}/>'
    ]
    at = top + _AIR + _FONT - 1
    weight = ' font-weight="600"' if node.box.column == 0 else ""
    for words in node.lines:
        parts.append(_text(words, left + 10, at, css_colour("text", mode), weight))
        at += _LINE
    indent = _ICON + 6 if node.box.variation else 0
    if node.box.variation:
        parts.append(_icon(node.box, left + 10, at - _ICON + 3, mode))
    for words in node.figure_lines:
        parts.append(_text(words, left + 10 + indent, at, css_colour("quiet", mode)))
        at += _LINE
    return "".join(parts)


def _text(words: str, x: float, y: float, ink: str, more: str = "") -> str:
    return f'<text x="{x:.0f}" y="{y:.1f}" fill="{ink}"{more}>{escape(words)}</text>'


def _icon(box: DriverBox, x: float, y: float, mode: Mode | None) -> str:
    """The icon of the newest figure; its own role and words are those of the whole picture here."""
    assert box.variation is not None  # noqa: S101 - only called with one
    svg = build_variation_icon(box.variation, size=_ICON, mode=mode)
    bare = re.sub(r' (role|aria-label)="[^"]*"', "", svg)
    return bare.replace("<svg ", f'<svg x="{x:.0f}" y="{y:.1f}" ', 1)
