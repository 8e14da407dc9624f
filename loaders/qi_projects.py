"""Dated exports of QI projects: kind ``qi_projects``. One export a month, kept, is the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Select, Table, delete, exists, insert, select
from sqlalchemy.orm import Session

from data_model import QIProject, QIProjectState, QIProjectStateBorough
from data_model.base import table_of
from data_model.rows import CellProblem, QIProjectRow, Row
from data_model.terms import AreaType
from loaders.cells import Cell
from loaders.kind import Key, Kind, Record, RowRefusedError, Stored
from loaders.matching import AreaMismatchError, Known
from loaders.project_ids import query_project_ids, store_projects

_BOROUGH = table_of(QIProjectStateBorough)
_STATE, _PROJECT = table_of(QIProjectState), table_of(QIProject)
_SOME = 500


class QIProjects(Kind):
    """One row a project and day of export; ``boroughs`` is a sorted tuple of area ids."""

    name = "qi_projects"
    row = QIProjectRow
    model = QIProjectState
    key = ("project_id", "as_at")

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind, with the boroughs matched one by one."""
        record = super().build_record(row, known)
        record["boroughs"] = _match_boroughs(record["boroughs"] or (), record["directorate_id"], known)
        return record

    def query_stored(self, session: Session) -> dict[Key, Stored]:
        """Every stored state with its project's own id and its boroughs."""
        boroughs: dict[int, list[int]] = {}
        for state_id, borough_id in session.execute(select(_BOROUGH.c.state_id, _BOROUGH.c.borough_id)):
            boroughs.setdefault(state_id, []).append(borough_id)
        codes = {row_id: code for code, row_id in query_project_ids(session).items()}
        found = {}
        for stored in self.query_rows(session):
            record = {"project_id": codes[stored.record.pop("qi_project_id")], **stored.record}
            record["boroughs"] = tuple(sorted(boroughs.get(stored.row_id, ())))
            found[self.key_of(record)] = stored._replace(record=record)
        return found

    def write_rows(
        self, session: Session, added: Sequence[Record], changed: Sequence[tuple[int, Record]], load_id: int
    ) -> None:
        """Store projects first, then their states, then the boroughs of the states."""
        every = [*added, *(record for _, record in changed)]
        projects = store_projects(session, [record["project_id"] for record in every])
        states = [_state(record, projects) for record in added]
        super().write_rows(session, states, [(i, _state(r, projects)) for i, r in changed], load_id)
        ids = [row_id for row_id, _ in changed]
        for start in range(0, len(ids), _SOME):
            session.execute(delete(_BOROUGH).where(_BOROUGH.c.state_id.in_(ids[start : start + _SOME])))
        columns = (self.table.c.qi_project_id, self.table.c.as_at, self.table.c.id)
        written = session.execute(select(*columns).where(self.table.c.load_id == load_id))
        state_ids = {(project, as_at): state_id for project, as_at, state_id in written}
        rows = [
            {"state_id": state_ids[projects[record["project_id"]], record["as_at"]], "borough_id": borough}
            for record in every
            for borough in record["boroughs"]
        ]
        if rows:
            session.execute(insert(_BOROUGH), rows)

    def select_removed(self, load_id: int) -> tuple[Table, Select]:
        """The projects that no other load knows."""
        others = exists().where(_STATE.c.qi_project_id == _PROJECT.c.id, _STATE.c.load_id != load_id)
        mine = exists().where(_STATE.c.qi_project_id == _PROJECT.c.id, _STATE.c.load_id == load_id)
        return _PROJECT, select(_PROJECT).where(mine, ~others)

    def delete_rows(self, session: Session, load_id: int) -> int:
        """As every kind; projects without any state go with them."""
        gone = super().delete_rows(session, load_id)
        states = exists().where(_STATE.c.qi_project_id == _PROJECT.c.id)
        session.execute(delete(_PROJECT).where(~states))
        return gone

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with the boroughs in one cell."""
        boroughs = ";".join(sorted(known.areas.by_id[i].code for i in record["boroughs"]))
        return super().write_cells({**record, "boroughs": boroughs or None}, known)


def _match_boroughs(names: Iterable[str], directorate: int, known: Known) -> tuple[int, ...]:
    found, problems = set(), []
    for name in names:
        try:
            borough = known.areas.find(name, AreaType.BOROUGH)
        except AreaMismatchError as mismatch:
            problems.append(CellProblem("boroughs", name, *mismatch.args))
            continue
        found.add(borough)
        problem = known.areas.check_borough(directorate, borough, "boroughs")
        if problem:
            problems.append(replace(problem, value=name))
    if problems:
        raise RowRefusedError(problems)
    return tuple(sorted(found))


def _state(record: Record, projects: dict[str, int]) -> Record:
    state = {name: value for name, value in record.items() if name not in ("project_id", "boroughs")}
    return {"qi_project_id": projects[record["project_id"]], **state}
