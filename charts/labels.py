"""Words beside a chart, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Label:
    """Words that belong at height ``at``; all lengths in pixels, down from the top of the plot.

    The heavier a label's ``weight``, the less it gives way to its neighbours.
    """

    at: float
    height: float
    weight: float = 1.0


@dataclass
class _Block:
    """Labels that touch, moved as one; ``pull`` is the sum of weight × wished top of the block."""

    members: list[Label] = field(default_factory=list)
    height: float = 0.0
    weight: float = 0.0
    pull: float = 0.0

    def add(self, label: Label) -> None:
        self.pull += label.weight * (label.at - label.height / 2 - self.height)
        self.weight += label.weight
        self.height += label.height
        self.members.append(label)

    def top(self, space: float) -> float:
        return max(0.0, min(self.pull / self.weight, space - self.height))


def spread_labels(labels: Sequence[Label], space: float) -> list[float]:
    """The height of the middle of each label, in the order given, as near as can be to where it belongs.

    Labels keep their order from top to bottom and stay between 0 and ``space`` as long as they fit
    together; where they do not, the last ones run over the bottom rather than over each other.
    """
    order = sorted(range(len(labels)), key=lambda i: labels[i].at)
    blocks: list[_Block] = []
    for i in order:
        block = _Block()
        block.add(labels[i])
        while blocks and blocks[-1].top(space) + blocks[-1].height > block.top(space):
            before, after = blocks.pop(), block
            block = before
            for label in after.members:
                block.add(label)
        blocks.append(block)
    middles = []
    for block in blocks:
        top = block.top(space)
        for label in block.members:
            middles.append(top + label.height / 2)
            top += label.height
    places = dict(zip(order, middles, strict=True))
    return [places[i] for i in range(len(labels))]
