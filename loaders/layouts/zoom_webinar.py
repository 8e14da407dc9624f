"""Zoom webinar reports: registrations and attendance in one list, told apart by the column Attended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.layouts.bookings import Bookings
from loaders.layouts.column_finder import find_columns, squeeze
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.online_meeting import CALL_QUESTIONS, Call, CallRow, cell_at, rewrite_call
from loaders.layouts.zoom_participants import read_meeting_block
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
_TITLE = "attendeedetails"
_SECTIONS = frozenset({_TITLE, "hostdetails", "panelistdetails", "paneldetails", "otherattended"})
_APPROVED = frozenset({"", "approved"})


class ZoomWebinar(Layout):
    """One call with its bookings; everybody's role is unknown."""

    name = "zoom_webinar"
    title = "Zoom webinar attendees"
    kind = "workshops"
    questions = CALL_QUESTIONS

    def fits(self, table: RawTable) -> bool:
        """The line "Attendee Details", or a row of headings with "Attended" and "User Name (Original Name)"."""
        named = any(squeeze(row.cells[0]) == _TITLE for row in table.first)
        return find_columns(table.first, _NAMES, _NEEDED) is not None or (
            named and any("topic" in map(squeeze, row.cells) for row in table.first)
        )

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count registrations and those who attended; see the base class."""
        table = next(table for table in tables if self.fits(table))
        call, bookings = Call([]), Bookings()
        for section, row in _rows_of_sections(table):
            call.read += 1
            if section == _TITLE:
                _read_attendee(row, call, bookings)
            else:
                call.left_out.add("hosts, panellists and others outside Attendee Details", row.number)
        call.left_out.add_all(bookings.left_out)
        call.booked = bookings.booked
        header = next(row for row in table.first if squeeze(row.cells[0]) in {*_SECTIONS, "attended"})
        call.title, call.start = read_meeting_block(table.first, header)
        booked = f"{call.booked} registrations were counted as booked."
        return rewrite_call(call, asked, [booked])
