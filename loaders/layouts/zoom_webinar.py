"""Zoom webinar reports: registrations and attendance in one list, told apart by the column Attended."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layouts.bookings import Bookings
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.online_meeting import CALL_QUESTIONS, Call, CallRow, cell_at, rewrite_call
from loaders.layouts.zoom_participants import read_meeting_block
from loaders.layouts.zoom_registration import APPROVED, NOT_APPROVED
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "attended": ("attended",),
    "name": ("usernameoriginalname",),
    "email": ("email",),
    "joined": ("jointime",),
    "left": ("leavetime",),
    "minutes": ("timeinsessionminutes",),
    "status": ("approvalstatus",),
}
_NEEDED = ("attended", "name")
_ATTENDEES = "attendeedetails"
_SECTIONS = frozenset({_ATTENDEES, "hostdetails", "panelistdetails", "otherattended"})


class ZoomWebinar(Layout):
    """One call with its bookings; everybody's role is unknown. Hosts and panellists are not counted."""

    name = "zoom_webinar"
    title = "Zoom webinar attendees"
    kind = "workshops"
    questions = CALL_QUESTIONS

    def fits(self, table: RawTable) -> bool:
        """A row of headings with "Attended" and "User Name (Original Name)"."""
        return _find(table.first) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count registrations and those who attended; see the base class."""
        table, first = next((table, found) for table in tables if (found := _find(table.first)))
        call, bookings = Call([]), Bookings()
        section, found = "", None
        for row in table.read():
            heading = squeeze(row.cells[0])
            if heading in _SECTIONS and not any(row.cells[1:]):
                section, found = heading, None
            elif named := _find([row]):
                found = named
            elif found and section in ("", _ATTENDEES):
                _read_attendee(row, found, call, bookings)
            elif section:
                call.read += 1
                call.left_out.add("hosts, panellists and callers outside Attendee Details", row.number)
        # Only what stands above the first list: a question to attendees may be called "Topic" too.
        call.title, call.start = read_meeting_block(table.first, first.row)
        return _rewrite(call, bookings, asked)


def _find(rows: Sequence[TextRow]) -> FoundColumns | None:
    return find_columns(rows, _NAMES, _NEEDED)


def _rewrite(call: Call, bookings: Bookings, asked: Asked) -> Rewritten:
    if not bookings.read:
        raise RefusedFileError("The file has nobody under Attendee Details. Download the attendee report.")
    call.booked = bookings.booked
    notes = [f"{call.booked} registrations were counted as booked.", *bookings.left_out.describe()]
    return rewrite_call(call, asked, notes)


def _read_attendee(row: TextRow, found: FoundColumns, call: Call, bookings: Bookings) -> None:
    texts = {name: cell_at(row.cells, found.places.get(name)) for name in _NAMES}
    came = squeeze(texts["attended"]) == "yes"
    call.read += 1
    bookings.read += 1
    if squeeze(texts["status"]) in APPROVED or came:
        bookings.add(row.number, texts["name"], texts["email"])
    else:
        bookings.left_out.add(NOT_APPROVED, row.number)
    if came:
        call.rows.append(
            CallRow(
                row.number, texts["name"], texts["email"], texts["joined"], texts["left"], texts["minutes"]
            )
        )
