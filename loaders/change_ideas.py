"""Change ideas and what happened: kind ``change_ideas``."""

from __future__ import annotations

from data_model import ChangeIdea
from data_model.rows import ChangeIdeaRow
from loaders.references import Referring


class ChangeIdeas(Referring):
    """One row a change idea."""

    name = "change_ideas"
    row = ChangeIdeaRow
    model = ChangeIdea
    key = ("idea_id",)
