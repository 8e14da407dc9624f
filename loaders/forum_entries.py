"""What QI Forums wrote down: kind ``forum_entries``."""

from __future__ import annotations

from data_model import ForumEntry
from data_model.rows import ForumEntryRow
from loaders.references import Referring


class ForumEntries(Referring):
    """One row a note, decision, action or plan for Big I."""

    name = "forum_entries"
    row = ForumEntryRow
    model = ForumEntry
    key = ("entry_id",)
