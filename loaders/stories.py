"""Stories told with consent: kind ``stories``."""

from __future__ import annotations

from functools import cached_property

from data_model import Story
from data_model.rows import StoryRow
from loaders.references import Referring


class Stories(Referring):
    """One row a story."""

    name = "stories"
    row = StoryRow
    model = Story
    key = ("story_id",)

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The id alone: the column ``story`` holds the words, not the name of anything."""
        return self.key
