"""Who is looking. Every read of figures takes a viewer and returns only what that viewer may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """One reader's scope. Hashable, so that it can be part of every cache key.

    Attributes:
        role: what the reader is here as, for the log; never a name.
        area_ids: the areas whose figures may be seen; None means all of them.
    """

    role: str
    area_ids: frozenset[int] | None = None

    def may_see(self, area_id: int) -> bool:
        """Whether this reader may see the figures of an area."""
        return self.area_ids is None or area_id in self.area_ids

    def only(self, area_ids: Iterable[int]) -> list[int]:
        """Those of ``area_ids`` that this reader may see, in their order."""
        return [a for a in area_ids if self.may_see(a)]


EVERYTHING = Viewer(role="everything")
