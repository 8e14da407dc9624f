"""Dated involvement of QI projects: kind ``involvement``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from data_model import InvolvementRecord
from data_model.rows import CellProblem, InvolvementRow, Row
from loaders.kind import Kind, Record, RowRefusedError, Stored
from loaders.matching import Known
from loaders.project_ids import query_project_ids


class Involvement(Kind):
    """One row a project and day from which it involved people in this way."""

    name = "involvement"
    row = InvolvementRow
    model = InvolvementRecord
    key = ("project_id", "from_date")

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind; a project that is not known sets the row aside."""
        record = super().build_record(row, known)
        if record["project_id"] not in known.projects:
            problem, cure = "This project is not known.", "Load the project first, then this file again."
            raise RowRefusedError([CellProblem("project_id", record["project_id"], problem, cure)])
        return record

    def query_rows(self, session: Session) -> Iterator[Stored]:
        """Every stored record with its project's own id."""
        codes = {row_id: code for code, row_id in query_project_ids(session).items()}
        for stored in super().query_rows(session):
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
