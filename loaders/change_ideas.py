"""Change ideas and what happened: kind ``change_ideas``."""

from __future__ import annotations

from data_model import ChangeIdea
from data_model.rows import ChangeIdeaRow, Row
from loaders.kind import Kind, Record, RowRefusedError
from loaders.matching import Known
from loaders.targets import match_measure


class ChangeIdeas(Kind):
    """One row a change idea."""

    name = "change_ideas"
    row = ChangeIdeaRow
    model = ChangeIdea
    key = ("idea_id",)

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind; a measure that is not known sets the row aside."""
        record = super().build_record(row, known)
        measure, problem = match_measure(record["measure"], known)
        if problem:
            raise RowRefusedError([problem])
        return {**record, "measure": measure}
