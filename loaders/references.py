"""Kinds whose rows name a QI project or a measure: a name that is not known sets the row aside."""

from __future__ import annotations

from data_model.rows import CellProblem, Row
from loaders.kind import Kind, Record, RowRefusedError
from loaders.matching import Known
from loaders.targets import match_measure


class Referring(Kind):
    """A kind with a column ``project_id`` or ``measure``, or both. Blank passes where blank is allowed."""

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind; a project or measure that is not known sets the row aside."""
        record = super().build_record(row, known)
        problems = []
        project, measure = record.get("project_id"), record.get("measure")
        if project is not None and project not in known.projects:
            problem, cure = "This project is not known.", "Load the project first, then this file again."
            problems.append(CellProblem("project_id", project, problem, cure))
        if measure is not None:
            record["measure"], unknown = match_measure(measure, known)
            problems += [unknown] if unknown else []
        if problems:
            raise RowRefusedError(problems)
        return record
