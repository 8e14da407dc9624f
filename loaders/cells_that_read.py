"""What cells tell of the column that they stand in: whether they read well there, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data_model.rows import ReadingContext, Row

_ANY_TEXT = "Some ordinary words"
# Columns whose content is like no other's. Days and counts are not: there are several of each.
_LIKE_NO_OTHER = {
    "progress_score",
    "status",
    "involvement",
    "aim_result",
    "workshop_type",
    "mode",
    "area_type",
}
_FEWEST_CELLS = 2
# Only the form of a cell is looked at here; whether a day lies ahead is for the loading to judge.
_CONTEXT = ReadingContext(today=date(2100, 1, 1), month_first=frozenset())


def share_read(row: type[Row], column: str, cells: Sequence[str]) -> float:
    """The share of cells that the column's own reader accepts, from 0 to 1; 1 if there are none."""
    if not cells:
        return 1.0
    return sum(_reads(row, column, text) for text in cells) / len(cells)


@cache
def is_telling(row: type[Row], column: str) -> bool:
    """Whether a column refuses ordinary words, so that what reads well there tells something."""
    return not _reads(row, column, _ANY_TEXT)


def holds_only(row: type[Row], column: str, cells: Sequence[str]) -> bool:
    """Whether cells are enough by themselves to know the column by, without its heading."""
    if column not in _LIKE_NO_OTHER or len(cells) < _FEWEST_CELLS or share_read(row, column, cells) < 1:
        return False
    # Whole numbers from 1 to 5 may be anything; the halves of the progress scale are telling.
    return column != "progress_score" or any(text.endswith(".5") for text in cells)


@cache
def _reader(row: type[Row], column: str) -> TypeAdapter[Any]:
    return TypeAdapter(row.model_fields[column].rebuild_annotation())


def _reads(row: type[Row], column: str, text: str) -> bool:
    try:
        _reader(row, column).validate_python(text, context=_CONTEXT)  # type: ignore[arg-type]
    except ValidationError:
        return False
    return True
