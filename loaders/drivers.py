"""Driver diagrams: kind ``drivers``. The boxes of one file may come in any order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data_model import Driver
from data_model.rows import CellProblem, DriverRow, Row
from loaders.kind import Record, RowRefusedError
from loaders.matching import Known
from loaders.references import Referring


class Drivers(Referring):
    """One row a box, with the box that it works towards."""

    name = "drivers"
    row = DriverRow
    model = Driver
    key = ("driver_id",)

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind; a change idea that is not known sets the row aside."""
        record = super().build_record(row, known)
        idea = record["idea_id"]
        if idea is not None and idea not in known.idea_ids:
            cure = "Load the change idea first, then this file again."
            raise RowRefusedError([CellProblem("idea_id", idea, "This change idea is not known.", cure)])
        return record

    def check_together(self, records: Mapping[int, Record], known: Known) -> dict[int, list[CellProblem]]:
        """Boxes that hang from nothing, from a box of another directorate, or in a circle.

        Looks again after each round: what hangs from a box that is set aside cannot be stored either.
        """
        problems: dict[int, list[CellProblem]] = {}
        left = dict(records)
        while found := _find_once(left, known):
            problems |= found
            left = {row: record for row, record in left.items() if row not in found}
        return problems


def _find_once(records: Mapping[int, Record], known: Known) -> dict[int, list[CellProblem]]:
    boxes = {**known.drivers, **{record["driver_id"]: record for record in records.values()}}
    found = {row: list(_check_box(record, boxes, known)) for row, record in records.items()}
    return {row: problems for row, problems in found.items() if problems}


def _check_box(record: Record, boxes: Mapping[str, Record], known: Known) -> Iterator[CellProblem]:
    parent_id = record["parent_id"]
    if parent_id is None:
        return
    parent = boxes.get(parent_id)
    if parent is None:
        cure = "Have that box in the store or in this file."
        yield CellProblem("parent_id", parent_id, "There is no box of this id to work towards.", cure)
    elif parent["directorate_id"] != record["directorate_id"]:
        directorate = known.areas.code_of(record["directorate_id"]) or ""
        problem = "The box that this one works towards belongs to another directorate."
        cure = "Give every box of one diagram the same directorate, or leave it empty in all."
        yield CellProblem("directorate", directorate, problem, cure)
    elif _goes_round(record["driver_id"], boxes):
        problem = "Following the boxes from here leads back to this one."
        yield CellProblem("parent_id", parent_id, problem, "Make every line lead to the aim.")


def _goes_round(driver_id: str, boxes: Mapping[str, Record]) -> bool:
    """Whether the way from a box towards its aim comes back to the box itself."""
    seen, at = set(), boxes[driver_id]["parent_id"]
    while at is not None and at in boxes and at not in seen:
        if at == driver_id:
            return True
        seen.add(at)
        at = boxes[at]["parent_id"]
    return False
