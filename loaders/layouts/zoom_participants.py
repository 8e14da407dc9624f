"""Zoom participant reports: every stay or one row a person, with or without the block about the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.online_meeting import Call, CallLayout, CallRow, cell_at
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "name": ("nameoriginalname",),
    "email": ("useremail", "email"),
    "joined": ("jointime",),
    "left": ("leavetime",),
    "minutes": ("totaldurationminutes", "durationminutes"),
    "waiting": ("inwaitingroom",),
}
# The block has the host's address and the number of stays too; neither is read.
_BLOCK = {"title": ("topic",), "start": ("starttime", "actualstarttime", "scheduledtime")}
_YES = "yes"


class ZoomParticipants(CallLayout):
    """One call; everybody's role is unknown."""

    name = "zoom_participants"
    title = "Zoom participants"

    def find(self, table: RawTable) -> FoundColumns | None:
        """A row of headings with "Name (Original Name)" and a duration in minutes."""
        return find_columns(table.first, _NAMES, ("name", "minutes"))

    def read_call(self, table: RawTable, found: FoundColumns) -> Call:
        """See `_read_call`."""
        return _read_call(table, found)


def _read_call(table: RawTable, found: FoundColumns) -> Call:
    call = Call([])
    call.title, call.start = read_meeting_block(table.first, found.row)
    for row in table.read():
        if row.number <= found.row.number:
            continue
        call.read += 1
        texts = {name: cell_at(row.cells, found.places.get(name)) for name in _NAMES}
        if squeeze(texts["waiting"]) == _YES:
            call.left_out.add("only in the waiting room", row.number)
            continue
        call.rows.append(
            CallRow(
                row.number, texts["name"], texts["email"], texts["joined"], texts["left"], texts["minutes"]
            )
        )
    return call


def read_meeting_block(rows: Sequence[TextRow], header: TextRow) -> tuple[str, str]:
    """Topic and start from a row of headings above ``header`` with its one row of values below it."""
    above = [row for row in rows if row.number <= header.number]
    for row, values in pairwise(above):
        places = {squeeze(text): place for place, text in enumerate(row.cells) if text}
        if "topic" in places and values is not header:
            found = {
                name: next((cell_at(values.cells, places[call]) for call in calls if call in places), "")
                for name, calls in _BLOCK.items()
            }
            return found["title"], found["start"]
    return "", ""
