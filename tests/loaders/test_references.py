"""Every kind with a column for a project or a measure refuses one that is not known."""

from loaders.kinds import KINDS
from loaders.references import Referring

# The export that makes projects known, and targets, which bring the value to the measure's unit as well.
OTHERWISE = {"qi_projects", "targets"}


def test_every_kind_that_names_a_project_or_a_measure_checks_it():
    naming = {
        name for name, kind in KINDS.items() if {"project_id", "measure"} & set(kind.row.columns())
    } - OTHERWISE
    assert naming == {name for name, kind in KINDS.items() if isinstance(kind, Referring)}
    assert len(naming) >= 6
