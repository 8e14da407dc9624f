"""Zoom registration reports: who registered for a meeting. Registrations that were approved are bookings."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layouts.attendance_list import DATE_ORDER, Meeting, given_day
from loaders.layouts.bookings import BOOKING_QUESTIONS, Bookings, rewrite_bookings
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.meeting_times import UNSURE, find_date_order, needs_order, read_moment
from loaders.layouts.online_meeting import cell_at
from loaders.layouts.zoom_participants import read_meeting_block
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "first": ("firstname",),
    "last": ("lastname",),
    "email": ("email",),
    "time": ("registrationtime",),
    "status": ("approvalstatus",),
}
_NEEDED = ("first", "email", "time", "status")
APPROVED = frozenset({"", "approved"})
NOT_APPROVED = "the registration was not approved"


class ZoomRegistration(Layout):
    """Bookings of one call."""

    name = "zoom_registration"
    title = "Zoom registrations (bookings, not attendance)"
    kind = "workshops"
    questions = (*BOOKING_QUESTIONS, DATE_ORDER)

    def fits(self, table: RawTable) -> bool:
        """A row of headings with first name, registration time and approval status, and no "Attended"."""
        found = _find(table)
        return found is not None and "attended" not in map(squeeze, found.row.cells)

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the approved registrations; see the base class."""
        table, found = next((table, found) for table in tables if (found := _find(table)))
        rows = [row for row in table.read() if row.number > found.row.number]
        bookings = Bookings()
        for number, cells in rows:
            bookings.read += 1
            texts = {name: cell_at(cells, found.places.get(name)) for name in _NAMES}
            if squeeze(texts["status"]) in APPROVED:
                bookings.add(number, f"{texts['first']} {texts['last']}", texts["email"])
            else:
                bookings.left_out.add(NOT_APPROVED, number)
        return rewrite_bookings(bookings, _read_meeting(table, found, rows, asked), asked, is_online=True)


def _find(table: RawTable) -> FoundColumns | None:
    return find_columns(table.first, _NAMES, _NEEDED)


def _read_meeting(table: RawTable, found: FoundColumns, rows: Sequence[TextRow], asked: Asked) -> Meeting:
    """Title and day from the lines on top; how dates are written shows in the registrations too."""
    title, start = read_meeting_block(table.first, found.row)
    order = find_date_order(
        [start, *(cell_at(row.cells, found.places["time"]) for row in rows)], asked.answers
    )
    moment = read_moment(start, order)
    if moment is None and needs_order(start) and given_day(asked) is None:
        raise RefusedFileError(UNSURE)
    return Meeting(
        found.row.number,
        title=title,
        day=moment.date() if moment else None,
        start=f"{moment:%H:%M}" if moment else "",
    )
