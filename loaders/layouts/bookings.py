"""Lists of who booked, which prove nobody's attendance: bookings are counted and labelled as such."""

from __future__ import annotations

from collections.abc import Sequence

from data_model.terms import WorkshopMode
from loaders.layouts.attendance_list import WORKSHOP_QUESTIONS, Meeting, rewrite_meetings
from loaders.layouts.attendees import Attendees
from loaders.layouts.layout import Asked, Rewritten
from loaders.layouts.left_out import LeftOut

BOOKING_QUESTIONS = WORKSHOP_QUESTIONS


def describe_bookings(booked: int) -> str:
    """How many booked, and that this is all that is known."""
    noun = "booking was" if booked == 1 else "bookings were"
    return (
        f"{booked} {noun} counted. A booking does not show that somebody came, so nobody counts as attending."
    )


class Bookings:
    """Counts the bookings of one workshop: one address, or one name without an address, is one booking."""

    def __init__(self) -> None:
        self.left_out = LeftOut()
        self.read = 0
        self.first = 0
        self._people = Attendees()
        self._nameless = 0

    def add(self, row: int, name: str, address: str) -> None:
        """Count one row; somebody without name and address is one more."""
        self.first = self.first or row
        if not self._people.add(name, address, None):
            self._nameless += 1

    @property
    def booked(self) -> int:
        """How many different people booked."""
        return self._people.count(0).came + self._nameless


def rewrite_bookings(
    bookings: Bookings, meeting: Meeting, asked: Asked, notes: Sequence[str] = (), *, is_online: bool = False
) -> Rewritten:
    """The one row of a list of bookings.

    Raises:
        RefusedFileError: something has to be told.
    """
    meeting.booked = bookings.booked
    meeting.row = bookings.first or meeting.row
    said = [describe_bookings(bookings.booked), *notes, *bookings.left_out.describe()]
    mode = WorkshopMode.ONLINE if is_online else ""
    return rewrite_meetings([meeting], asked, bookings.read, said, mode)
