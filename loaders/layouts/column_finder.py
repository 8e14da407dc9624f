"""The header row of a file that is not a template, found by what its headings are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from loaders.cells import show_value
from loaders.matching import area_key
from loaders.report import RefusedFileError
from loaders.sheets import TextRow

PLACES: dict[str, tuple[str, ...]] = {
    "directorate": ("directorate", "directoratename"),
    "borough": ("borough", "boroughname"),
    "team": ("team", "teamname"),
}
Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FoundColumns:
    """Where the columns that are read stand; no other column is ever looked at.

    Attributes:
        row: the header row.
        below: the rows under it among the first of the file.
        places: the position of each column, by our name for it.
        width: how many cells a row should have.
    """

    row: TextRow
    below: tuple[TextRow, ...]
    places: dict[str, int]
    width: int

    def heading(self, column: str) -> str:
        """What the file calls a column, as it may be shown."""
        return show_value(self.row.cells[self.places[column]])

    def refuse_doubled(self) -> None:
        """Refuse a file in which a heading that is read stands twice.

        Raises:
            RefusedFileError: it does; the message names it.
        """
        times = Counter(map(squeeze, self.row.cells))
        for column, place in self.places.items():
            if times[squeeze(self.row.cells[place])] > 1:
                raise RefusedFileError(
                    f"The heading {self.heading(column)} stands more than once in row {self.row.number}. "
                    "Keep one column of it."
                )

    def place_columns(self) -> tuple[str, ...]:
        """Which of directorate, borough and team the file has."""
        return tuple(name for name in PLACES if name in self.places)


def squeeze(heading: str) -> str:
    """A heading without case, spaces and punctuation."""
    return area_key(heading).replace(" ", "")


def find_columns(rows: Sequence[TextRow], names: Names, needed: Collection[str]) -> FoundColumns | None:
    """The first row that names every column of ``needed``.

    Args:
        rows: the first rows of a table.
        names: what each column may be called, squeezed, the best first.
        needed: columns without which it is not the header.
    """
    for at, row in enumerate(rows):
        heading_places: dict[str, int] = {}
        for place, text in enumerate(row.cells):
            heading_places.setdefault(squeeze(text), place)
        below = tuple(rows[at + 1 :])
        places = {}
        for column, calls in names.items():
            possible = [heading_places[call] for call in calls if call in heading_places]
            if possible:
                # MHSDS tables carry an old and a new completion date, of which one is empty.
                places[column] = next((place for place in possible if _is_filled(below, place)), possible[0])
        if set(needed) <= set(places):
            return FoundColumns(row, below, places, max(p for p, text in enumerate(row.cells) if text) + 1)
    return None


def cells_below(found: FoundColumns, place: int) -> list[str]:
    """The filled cells of one column among the first rows."""
    return [row.cells[place] for row in found.below if place < len(row.cells) and row.cells[place]]


def pick_cells(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """A fast function that takes the cells at ``places`` out of a row, as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    if places:
        only = places[0]
        return lambda cells: (cells[only],)
    return lambda _cells: ()


def _is_filled(rows: Sequence[TextRow], place: int) -> bool:
    return any(place < len(row.cells) and row.cells[place] for row in rows)
