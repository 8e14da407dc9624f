"""Attendance lists drawn as text, read with the layout that fits, and searched for anything personal.

Everybody is called "Person ..." and has an address at example.org or a number that nobody has.
"""

import re
from datetime import date

import pytest

from data_model.rows import WorkshopRow
from loaders.layouts import LAYOUTS, Asked
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

TODAY = date(2026, 11, 1)
PERSONAL = re.compile(r"person[ .][a-z0-9]\b|@|example\.(?:org|nhs)|07700|900123", re.IGNORECASE)
DIRECTORATE = {"directorate": "NMH"}


def draw(text, name="", mark="|"):
    """A table with | between its cells; a blank line keeps its number and is not read, as in a file."""
    lines = text.strip("\n").splitlines()
    rows = tuple(
        TextRow(number, tuple(cell.strip() for cell in line.split(mark)))
        for number, line in enumerate(lines, 1)
        if line.replace(mark, "").strip()
    )
    return RawTable(
        name, tuple(row for row in rows if row.number <= 30), lambda: iter(rows), None if name else ","
    )


def layout_of(*tables):
    """The name of the layout that a load would take."""
    return next((one.name for one in LAYOUTS if any(one.fits(table) for table in tables)), None)


def rewrite(*tables, **answers):
    """The rows by column without blank cells, the notes as one text, and how many rows were read."""
    layout = next(one for one in LAYOUTS if any(one.fits(table) for table in tables))
    out = layout.rewrite(tables, Asked("file.csv", TODAY, answers={**DIRECTORATE, **answers}))
    rows = [dict(zip(out.columns, row.cells, strict=True)) for row in out.rows]
    notes = " ".join(out.notes)
    assert_nobody([*(cell for row in rows for cell in row.values()), notes])
    filled = [{name: cell for name, cell in row.items() if cell} for row in rows]
    for row in filled:
        # Raises if the row checks would set the row aside.
        WorkshopRow.model_validate(row, context={"today": TODAY, "month_first": frozenset()})
    return filled, notes, out.read


def rewrite_one(*tables, **answers):
    """The same for a file of one workshop."""
    (row,), notes, read = rewrite(*tables, **answers)
    return row, notes, read


def refusal(*tables, **answers):
    """Why a file is refused."""
    layout = next(one for one in LAYOUTS if any(one.fits(table) for table in tables))
    with pytest.raises(RefusedFileError) as refused:
        layout.rewrite(tables, Asked("file.csv", TODAY, answers={**DIRECTORATE, **answers}))
    assert_nobody([str(refused.value)])
    return str(refused.value)


def assert_nobody(texts):
    """No fake name, address or number stands in any of the texts."""
    for text in texts:
        assert not PERSONAL.search(text), "something personal is left"
