"""Rows of text cells with the numbers that a person sees: what every file is turned into first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class TextRow(NamedTuple):
    """One row of a file: its number as a spreadsheet shows it (blank rows count), and its cells."""

    number: int
    cells: tuple[str, ...]


class RawRows(NamedTuple):
    """Some rows as they stand in the file, with their numbers: not cleaned, blank ones among them."""

    numbers: Sequence[int]
    rows: Sequence[Sequence[str]]


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


@dataclass(frozen=True)
class RawTable:
    """One worksheet, or the one table of a text file, before anybody knows what it holds.

    Attributes:
        name: the worksheet's name; empty for a text file.
        first: the rows that are not blank up to row 30.
        read: gives all rows that are not blank, from the top, each time anew.
        separator: what stands between the cells of a text file; ``None`` for a workbook.
    """

    name: str
    first: tuple[TextRow, ...]
    read: Callable[[], Iterator[TextRow]]
    separator: str | None = None
