"""Dated involvement of QI projects: kind ``involvement``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Select
from sqlalchemy.orm import Session

from data_model import InvolvementRecord
from data_model.rows import InvolvementRow
from loaders.kind import Record, Stored
from loaders.project_ids import query_project_ids
from loaders.references import Referring


class Involvement(Referring):
    """One row a project and day from which it involved people in this way."""

    name = "involvement"
    row = InvolvementRow
    model = InvolvementRecord
    key = ("project_id", "from_date")

    def query_rows(self, session: Session, wanted: Select | None = None) -> Iterator[Stored]:
        """As every kind, each record with its project's own id."""
        codes = {row_id: code for code, row_id in query_project_ids(session).items()}
        for stored in super().query_rows(session, wanted):
            project = codes[stored.record.pop("qi_project_id")]
            yield stored._replace(record={"project_id": project, **stored.record})

    def write_rows(
        self, session: Session, added: Sequence[Record], changed: Sequence[tuple[int, Record]], load_id: int
    ) -> None:
        """Store records under the store's id of their project."""
        ids = query_project_ids(session)
        linked = [(row_id, _link(record, ids)) for row_id, record in changed]
        super().write_rows(session, [_link(record, ids) for record in added], linked, load_id)


def _link(record: Record, ids: dict[str, int]) -> Record:
    rest = {name: value for name, value in record.items() if name != "project_id"}
    return {"qi_project_id": ids[record["project_id"]], **rest}
