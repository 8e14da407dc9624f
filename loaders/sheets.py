"""Rows of text cells with the numbers that a person sees: what every file is turned into first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class TextRow(NamedTuple):
    """One row of a file: its number as a spreadsheet shows it (blank rows count), and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of one file or worksheet that are not blank.

    Attributes:
        separator: what stood between the cells of a text file; ``None`` for a workbook.
        notes: what its reader has to say.
    """

    rows: tuple[TextRow, ...]
    separator: str | None = None
    notes: tuple[str, ...] = ()
