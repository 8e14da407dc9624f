"""DIALOG with one row a completed form: a day, a place, and a column for each of the eleven items."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from loaders.cells import show_value
from loaders.layouts.column_finder import PLACES, FoundColumns, cells_below, find_columns
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
from loaders.layouts.dialog_items import ITEMS, NO_ITEM, item_of_heading
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

_NAMES = {"date": DATE_NAMES, **PLACES, "stage": ("stage", "formstage")}
# A survey with a question twelve is another survey; some exports leave an item or two out.
_TWELFTH = ("q12", "question12", "item12")
_FEWEST_ITEMS = 8


class DialogWide(Layout):
    """Counted together by month, place and item; the wish for more help is not read."""

    name = "dialog_wide"
    title = "DIALOG, one row a completed form"
    kind = "dialog"
    questions = (DIRECTORATE,)

    def fits(self, table: RawTable) -> bool:
        """A day and at least eight columns of scores, named by item number or item words."""
        return _find(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the rows of every worksheet that fits; see the base class."""
        found_in = [(table, found) for table in tables if (found := _find(table))]
        parts = [Part(table, found, partial(_adder, _items(found))) for table, found in found_in]
        first = found_in[0][1]
        notes = [*describe_reading(first, tables, [table for table, _ in found_in]), _describe_items(first)]
        if any("stage" in found.places for _, found in found_in):
            notes.append("Assessments, reviews and discharges were counted together.")
        return rewrite_counted(parts, asked, notes)


def _find(table: RawTable) -> FoundColumns | None:
    found = find_columns(table.first, _NAMES, ("date",))
    if found is None or find_columns([found.row], {"more": _TWELFTH}, ("more",)):
        return None
    return found if len(set(_candidates(found).values())) >= _FEWEST_ITEMS else None


def _candidates(found: FoundColumns) -> dict[int, int]:
    """Which columns look like the scores of which item, by position."""
    columns = {place: item_of_heading(text) for place, text in enumerate(found.row.cells)}
    return {
        place: item
        for place, item in columns.items()
        if item != NO_ITEM and place not in found.places.values() and _holds_scores(found, place)
    }


def _holds_scores(found: FoundColumns, place: int) -> bool:
    """Whether most cells are numbers: a column about somebody's job or medication is text."""
    cells = cells_below(found, place)
    return sum(text.removesuffix(".0").isdigit() for text in cells) * 2 >= len(cells)


def _items(found: FoundColumns) -> dict[int, int]:
    """The one column of each item, by item."""
    places: dict[int, int] = {}
    for place, item in _candidates(found).items():
        if item in places:
            both = [show_value(found.row.cells[at]) for at in (places[item], place)]
            raise RefusedFileError(
                f"Two columns could hold item {item} of DIALOG: {both[0]} and {both[1]}. Keep one of them."
            )
        places[item] = place
    return places


def _adder(places: dict[int, int], _left_out: LeftOut, _sheet: str) -> Adder:
    columns, score_of = list(places.items()), SCORES.get

    def add(number: int, cells: tuple[str, ...], group: Counts) -> None:
        for item, place in columns:
            scores = group[item]
            scores[score_of(cells[place], OUTSIDE)] += 1
            scores[FIRST] = scores[FIRST] or number

    return add


def _describe_items(found: FoundColumns) -> str:
    places = _items(found)
    taken = [
        f"{show_value(found.row.cells[places[item]])} as item {item}" for item in ITEMS if item in places
    ]
    missing = [str(item) for item in ITEMS if item not in places]
    said = f"Items: {', '.join(taken)}."
    return f"{said} Not in the file: {', '.join(missing)}." if missing else said
