"""Microsoft Teams attendance reports: the current one with sections, and that of 2021-22 with a summary.

The current one lists people once in its section 2, and every stay in its section 3, which is not read. That
of 2021-22 lists every stay. The list of joins and leaves of 2020-21 is in `loaders.layouts.teams_joins`.
"""

from __future__ import annotations

import re

from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.online_meeting import Call, CallLayout, CallRow, cell_at
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "name": ("name", "fullname"),
    "joined": ("firstjoin", "firstjointime", "jointime"),
    "left": ("lastleave", "lastleavetime", "leavetime"),
    "minutes": ("inmeetingduration", "duration"),
    "email": ("email",),
    "account": ("participantidupn", "participantid"),
}
_NEEDED = ("name", "joined", "left", "minutes")
_SECTION = re.compile(r"\d\.\s.*")
_SUMMARY = {
    "meetingtitle": "title",
    "starttime": "start",
    "meetingstarttime": "start",
    "attendedparticipants": "said",
    "totalnumberofparticipants": "said",
}


class TeamsReport(CallLayout):
    """One call; everybody's role is unknown."""

    name = "teams_report"
    title = "Microsoft Teams attendance report"

    def find(self, table: RawTable) -> FoundColumns | None:
        """A row of headings with name, join, leave and duration, as Teams calls them."""
        return find_columns(table.first, _NAMES, _NEEDED)

    def read_call(self, table: RawTable, found: FoundColumns) -> Call:
        """See `_read_call`."""
        return _read_call(table, found)


def _read_call(table: RawTable, found: FoundColumns) -> Call:
    call = Call([])
    for row in table.read():
        if row.number < found.row.number:
            _read_summary(row, call)
        elif row.number > found.row.number:
            if _begins_section(row):
                break
            call.rows.append(_call_row(row, found))
    return call


def _read_summary(row: TextRow, call: Call) -> None:
    name = _SUMMARY.get(squeeze(row.cells[0]))
    if name:
        # A title or a time with a comma may have become several cells when the file was saved again.
        setattr(call, name, ", ".join(filter(None, row.cells[1:])))


def _begins_section(row: TextRow) -> bool:
    return bool(_SECTION.fullmatch(row.cells[0])) and not any(row.cells[1:])


def _call_row(row: TextRow, found: FoundColumns) -> CallRow:
    texts = {name: cell_at(row.cells, found.places.get(name)) for name in _NAMES}
    address = texts["email"] or texts["account"]
    return CallRow(row.number, texts["name"], address, texts["joined"], texts["left"], texts["minutes"])
