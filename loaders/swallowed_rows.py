"""Two stray quotation marks can turn many rows into one cell, and the file still parses. Seen from inside."""

from __future__ import annotations

import csv

from pydantic import ValidationError

from data_model.rows import ReadingContext
from loaders.cells import clean_cell
from loaders.headers import Header
from loaders.sheets import TextRow

# A line of prose may well hold a comma; three filled cells that all fit their columns are a row.
_FEWEST_CELLS = 3


def holds_other_rows(row: TextRow, header: Header, separator: str, context: ReadingContext) -> bool:
    """Whether a cell that runs over several lines holds what looks like rows of the file itself."""
    return any(
        _looks_like_row(line, place, header, separator, context)
        for place, text in enumerate(row.cells)
        if "\n" in text
        for line in text.split("\n")[1:]
    )


def _looks_like_row(line: str, place: int, header: Header, separator: str, context: ReadingContext) -> bool:
    """Whether a line is a whole row, or the start of one up to the cell where the second mark stood."""
    cells = [clean_cell(cell) for cell in next(csv.reader([line], delimiter=separator), [])]
    if len(cells) not in (header.width, place + 1):
        return False
    filled = {column: cells[at] for column, at in header.places.items() if at < len(cells) and cells[at]}
    if len(filled) < _FEWEST_CELLS:
        return False
    try:
        header.kind.row.model_validate(filled, context=context)
    except ValidationError as error:
        beyond = [column for column, at in header.places.items() if at >= len(cells)]
        return all(e["type"] == "missing" and e["loc"][0] in beyond for e in error.errors(include_url=False))
    return True
