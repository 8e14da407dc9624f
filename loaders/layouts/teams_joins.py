"""Microsoft Teams attendance lists of 2020-21: one row each time that somebody joined or left."""

from __future__ import annotations

from loaders.layouts.attendees import person_key
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.online_meeting import Call, CallLayout, CallRow, cell_at
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

_NAMES = {"name": ("fullname",), "action": ("useraction",), "time": ("timestamp",)}
_JOINED, _LEFT = frozenset({"joined", "joinedbefore"}), "left"


class TeamsJoins(CallLayout):
    """One call; the list has no title and no address, and its people have no role."""

    name = "teams_joins"
    title = "Microsoft Teams attendance list (joined and left)"

    def find(self, table: RawTable) -> FoundColumns | None:
        """A row of headings with full name, user action and timestamp."""
        return find_columns(table.first, _NAMES, tuple(_NAMES))

    def read_call(self, table: RawTable, found: FoundColumns) -> Call:
        """See `_read_call`."""
        return _read_call(table, found)


def _read_call(table: RawTable, found: FoundColumns) -> Call:
    """Each stay from a join to the leave that follows; whoever never left has stayed an unknown time."""
    call, inside = Call([]), dict[tuple[str, str], CallRow]()
    for number, cells in table.read():
        if number <= found.row.number:
            continue
        call.read += 1
        name, action, moment = (cell_at(cells, found.places[column]) for column in _NAMES)
        who = person_key(name, "")
        if squeeze(action) in _JOINED:
            if stay := inside.pop(who, None):
                call.rows.append(stay)
            inside[who] = CallRow(number, name, "", moment, "", "")
        elif squeeze(action) == _LEFT:
            stay = inside.pop(who, CallRow(number, name, "", "", "", ""))
            call.rows.append(stay._replace(left=moment))
        else:
            raise RefusedFileError(
                f"Row {number} says neither Joined nor Left. If the list was made in another language, "
                "set Teams to English (UK) and download it again."
            )
    call.rows += inside.values()
    return call
