"""DIALOG with one row an answer, as in the national data set: person, referral, day, concept id, score."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from loaders.layouts.column_finder import PLACES, FoundColumns, cells_below, find_columns, squeeze
from loaders.layouts.dialog_counting import (
    DATE_NAMES,
    DIRECTORATE,
    FIRST,
    OUTSIDE,
    SCORES,
    Adder,
    Counts,
    Part,
    describe_reading,
    rewrite_counted,
)
from loaders.layouts.dialog_items import DAMAGED, NO_ITEM, item_of_cell
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

_MHSDS = ("codedasstooltype", "codedassessmenttooltype", "codedassessmenttooltypesnomedct")
_NAMES = {
    "date": DATE_NAMES,
    **PLACES,
    "item": (
        *_MHSDS,
        "activeconceptid",
        "snomedconceptid",
        "snomedctconceptid",
        "conceptid",
        "snomedcode",
        "snomedctcode",
        "dialogitem",
        "itemnumber",
        "item",
        "question",
    ),
    "score": ("persscore", "personscore", "score", "itemscore", "answer", "response"),
}


class DialogLong(Layout):
    """Counted together by month, place and item."""

    name = "dialog_long"
    title = "DIALOG, one row an answer"
    kind = "dialog"
    questions = (DIRECTORATE,)

    def fits(self, table: RawTable) -> bool:
        """A day, a score, and a column that is known for concept ids or shows DIALOG items."""
        return _find(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the rows of every worksheet that fits; see the base class."""
        found_in = [(table, found) for table in tables if (found := _find(table))]
        parts = [Part(table, found, partial(_adder, found)) for table, found in found_in]
        return rewrite_counted(
            parts, asked, describe_reading(found_in[0][1], tables, [t for t, _ in found_in])
        )


def _find(table: RawTable) -> FoundColumns | None:
    found = find_columns(table.first, _NAMES, ("date", "item", "score"))
    return found if found and _shows_items(found) else None


def _shows_items(found: FoundColumns) -> bool:
    if squeeze(found.row.cells[found.places["item"]]) in _MHSDS:
        return True
    cells = cells_below(found, found.places["item"])
    # A bare number may be an item of anything, unless the heading says what it is.
    telling = [text for text in cells if not text.isdigit() or len(text) > 2 or _says_item(found)]  # noqa: PLR2004
    known = [text for text in telling if item_of_cell(text) != NO_ITEM]
    return bool(known) and len(known) * 2 >= len(cells)


def _says_item(found: FoundColumns) -> bool:
    return any("dialog" in squeeze(text) for text in found.row.cells)


def _adder(found: FoundColumns, left_out: LeftOut, sheet: str) -> Adder:
    item_at, score_at, score_of = found.places["item"], found.places["score"], SCORES.get

    def add(number: int, cells: tuple[str, ...], group: Counts) -> None:
        item = item_of_cell(cells[item_at])
        if item > NO_ITEM:
            scores = group[item]
            scores[score_of(cells[score_at], OUTSIDE)] += 1
            scores[FIRST] = scores[FIRST] or number
        elif item == DAMAGED:
            raise RefusedFileError(_damaged(found.heading("item"), number))
        else:
            left_out.add("it is not about one of the eleven DIALOG items", number, sheet)

    return add


def _damaged(heading: str, number: int) -> str:
    return (
        f"The ids in the column {heading} have lost their last digits (row {number} is the first): Excel "
        "keeps fifteen digits of a number, and these have sixteen. Save the column as text: export the file "
        "again and load it without opening it in Excel, or import it there with that column set to text."
    )
