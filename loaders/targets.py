"""Targets that a group agreed: kind ``targets``."""

from __future__ import annotations

from difflib import get_close_matches

from data_model import Target
from data_model.rows import CellProblem, Row, TargetRow
from data_model.rows.numbers import WrittenNumber
from loaders.cells import Cell
from loaders.kind import Kind, Record, RowRefusedError, plain_cell
from loaders.matching import AreaMismatchError, Known

_PERCENT = "percent"
_HUNDRED = 100


class Targets(Kind):
    """One row a measure, area and first day; no area means everywhere."""

    name = "targets"
    row = TargetRow
    model = Target
    key = ("measure", "area_id", "from_date")

    def build_record(self, row: Row, known: Known) -> Record:
        """Match measure and area, and bring the value to the measure's own unit (a share to 0–1)."""
        record = super().build_record(row, known)
        measure, problem = match_measure(record["measure"], known)
        if problem:
            raise RowRefusedError([problem])
        written = record["value"]
        record |= {"measure": measure, "area_id": _match_area(record.pop("area"), known)}
        record["value"] = _in_unit(written, known.measure_units[measure])
        return record

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind; a share is written as a fraction."""
        cells = {name: plain_cell(record[name]) for name in ("measure", "from_date", "value", "agreed_by")}
        cells["area"] = known.areas.code_of(record["area_id"])
        return {name: cells[name] for name in self.row.columns()}


def match_measure(text: str, known: Known) -> tuple[str, CellProblem | None]:
    """The id of the measure that ``text`` names, whatever the case and spaces, or what is wrong."""
    wanted = "_".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if wanted in known.measure_units:
        return wanted, None
    near = get_close_matches(wanted, known.measure_units, n=3) or list(known.measure_units)
    return "", CellProblem(
        "measure", text, "There is no measure of this id.", f"Use one of: {', '.join(near)}."
    )


def _match_area(text: str | None, known: Known) -> int | None:
    if text is None:
        return None
    try:
        return known.areas.find(text, None)
    except AreaMismatchError as mismatch:
        raise RowRefusedError([CellProblem("area", text, *mismatch.args)]) from None


def _in_unit(written: WrittenNumber, unit: str) -> float:
    number, percent = written
    shown = f"{number}%" if percent else str(number)
    if unit != _PERCENT:
        if percent:
            cure = "Write a plain number: this measure is not a percentage."
            raise RowRefusedError(
                [CellProblem("value", shown, "A percentage does not fit this measure.", cure)]
            )
        return float(number)
    share = number / _HUNDRED if percent or number > 1 else number
    if share > 1:
        cure = "Write it as 70%, 70 or 0.7."
        raise RowRefusedError([CellProblem("value", shown, "This is more than 100 per cent.", cure)])
    return float(share)
