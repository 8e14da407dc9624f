"""The trust's areas: kind ``areas``. Parents may stand in the same file, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from data_model import Area, AreaAlias, AreaParent, MeasureValue
from data_model.base import table_of
from data_model.rows import AreaRow, CellProblem, Row
from loaders.area_checks import find_area_problems
from loaders.cells import Cell
from loaders.kind import Key, Kind, Record, Stored
from loaders.matching import Known, area_key

_AREA, _PARENT, _ALIAS = table_of(Area), table_of(AreaParent), table_of(AreaAlias)
_FIGURE = table_of(MeasureValue)


class Areas(Kind):
    """One row an area; ``parent_code`` and ``aliases`` are sorted tuples."""

    name = "areas"
    row = AreaRow
    model = Area
    key = ("area_code",)

    def build_record(self, row: Row, known: Known) -> Record:
        """The row with its lists in a fixed order; other areas are looked at in `check_together`."""
        record = super().build_record(row, known)
        record["parent_code"] = tuple(sorted(record["parent_code"] or ()))
        # Two spellings that files could not tell apart are one alias.
        aliases = {area_key(alias): alias for alias in sorted(record["aliases"] or (), reverse=True)}
        record["aliases"] = tuple(sorted(aliases.values()))
        return record

    def check_together(self, records: Mapping[int, Record], known: Known) -> dict[int, list[CellProblem]]:
        """Names that two areas claim, parents that are not there, types that do not fit."""
        stored = {area.code: _record_of(known, area.id) for area in known.areas.by_id.values()}
        return find_area_problems(records, stored)

    def query_stored(self, session: Session) -> dict[Key, Stored]:
        """Every stored area with its parents and aliases."""
        known = Known(session)
        return {
            (stored.record["area_code"],): stored._replace(record=_record_of(known, stored.row_id))
            for stored in self.query_rows(session)
        }

    def write_rows(
        self, session: Session, added: Sequence[Record], changed: Sequence[tuple[int, Record]], load_id: int
    ) -> None:
        """Store areas first and relations last, so that parents have ids and aliases can move."""
        own_columns = [(row_id, _own_columns(record)) for row_id, record in changed]
        super().write_rows(session, [_own_columns(record) for record in added], own_columns, load_id)
        known = Known(session)
        left = [_drop_relations(session, known, row_id, record) for row_id, record in changed]
        _insert_relations(session, [*added, *left])

    def delete_rows(self, session: Session, load_id: int) -> int:
        """As every kind; the figures of the areas go with them, and all are worked out anew."""
        added = select(_AREA.c.id).where(_AREA.c.load_id == load_id)
        session.execute(delete(_FIGURE).where(_FIGURE.c.area_id.in_(added)))
        session.execute(delete(_PARENT).where(_PARENT.c.area_id.in_(added)))
        return super().delete_rows(session, load_id)

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with each list in one cell."""
        lists: dict[str, Cell] = {name: ";".join(record[name]) or None for name in ("parent_code", "aliases")}
        return {name: lists.get(name, record[name]) for name in self.row.columns()}


def _record_of(known: Known, area_id: int) -> Record:
    area = known.areas.by_id[area_id]
    return {
        "area_code": area.code,
        "area_name": area.name,
        "area_type": str(area.type),
        "parent_code": tuple(sorted(known.areas.by_id[parent].code for parent in area.parents)),
        "service_type": area.service_type,
        "aliases": tuple(sorted(area.aliases)),
    }


def _drop_relations(session: Session, known: Known, row_id: int, record: Record) -> Record:
    """Delete what an area is no longer part of or called; the record with only what is new of both."""
    before = _record_of(known, row_id)
    codes, names = (set(before[column]) for column in ("parent_code", "aliases"))
    gone = [known.areas.by_code[code].id for code in codes - set(record["parent_code"])]
    session.execute(delete(_PARENT).where(_PARENT.c.area_id == row_id, _PARENT.c.parent_id.in_(gone)))
    old_names = names - set(record["aliases"])
    session.execute(delete(_ALIAS).where(_ALIAS.c.area_id == row_id, _ALIAS.c.alias.in_(old_names)))
    return {
        **record,
        "parent_code": tuple(code for code in record["parent_code"] if code not in codes),
        "aliases": tuple(name for name in record["aliases"] if name not in names),
    }


def _own_columns(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in ("parent_code", "aliases")}


def _insert_relations(session: Session, records: Iterable[Record]) -> None:
    ids = {code: key for code, key in session.execute(select(_AREA.c.area_code, _AREA.c.id))}  # noqa: C416
    parents, aliases = [], []
    for record in records:
        area_id = ids[record["area_code"]]
        parents += [{"area_id": area_id, "parent_id": ids[code]} for code in record["parent_code"]]
        aliases += [
            {
                "area_id": area_id,
                "area_type": record["area_type"],
                "alias": alias,
                "alias_key": area_key(alias),
            }
            for alias in record["aliases"]
        ]
    for table, rows in ((_PARENT, parents), (_ALIAS, aliases)):
        if rows:
            session.execute(insert(table), rows)
