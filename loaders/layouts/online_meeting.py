"""Lists of who was in a call, whatever the program: different people, how long in all, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar, NamedTuple

from data_model.terms import WorkshopMode
from loaders.layouts.attendance_list import (
    DATE_ORDER,
    LEAST_MINUTES,
    ROLE_QUESTIONS,
    WORKSHOP_QUESTIONS,
    Meeting,
    describe_people,
    given_day,
    least_minutes,
    rewrite_meetings,
)
from loaders.layouts.attendees import Attendees, PeopleCounts
from loaders.layouts.column_finder import FoundColumns
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.layouts.meeting_times import (
    UNSURE,
    DateOrder,
    find_date_order,
    find_order_of,
    needs_order,
    read_minutes,
    read_moment,
)
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

CALL_QUESTIONS = (*WORKSHOP_QUESTIONS, *ROLE_QUESTIONS, LEAST_MINUTES, DATE_ORDER)
_MINUTE = timedelta(minutes=1)


class CallRow(NamedTuple):
    """One row of a list: somebody in the call. Lives only while the file is read."""

    number: int
    name: str
    address: str
    joined: str
    left: str
    minutes: str


@dataclass
class Call:
    """What a file tells of one call.

    Attributes:
        title, start: as the file writes them.
        said: how many people the file itself says there were.
        left_out: rows that are not counted, with the reason.
        read: rows of the list, those left out among them.
        booked: bookings, where the file has them too.
    """

    rows: list[CallRow]
    title: str = ""
    start: str = ""
    said: str = ""
    left_out: LeftOut = field(default_factory=LeftOut)
    read: int = 0
    booked: int | None = None


def cell_at(cells: Sequence[str], place: int | None) -> str:
    """The cell at a place; nothing if the row is shorter or there is no such column."""
    return cells[place] if place is not None and place < len(cells) else ""


def rewrite_call(call: Call, asked: Asked, notes: Sequence[str] = ()) -> Rewritten:
    """The one row of a call, with everybody's role unknown unless somebody tells it.

    Raises:
        RefusedFileError: nobody is in the list, or something has to be told.
    """
    order = _settle_order(call, asked)
    attendees = Attendees()
    for row in call.rows:
        if not attendees.add(row.name, row.address, _minutes(row, order)):
            call.left_out.add("no name", row.number)
    counts = attendees.count(least_minutes(asked))
    if not counts.came + counts.short and not call.booked:
        raise RefusedFileError("The list has the headings of an attendance list but names nobody.")
    start = _start(call, order)
    meeting = Meeting(
        row=call.rows[0].number if call.rows else 1,
        title=call.title,
        day=start.date() if start else None,
        start=f"{start:%H:%M}" if start else "",
        came=counts.came if call.rows else None,
        booked=call.booked,
    )
    said = [*describe_people(counts, asked), *_compare(call, counts), *notes, *call.left_out.describe()]
    said += _describe_day(meeting, asked)
    return rewrite_meetings([meeting], asked, call.read or len(call.rows), said, WorkshopMode.ONLINE)


def _settle_order(call: Call, asked: Asked) -> DateOrder | None:
    """How the dates are written; a day that a person gave tells it too."""
    texts = [call.start, *(text for row in call.rows for text in (row.joined, row.left))]
    order = find_date_order(texts, asked.answers)
    day = given_day(asked)
    if order or not any(map(needs_order, texts)):
        return order
    if day is None:
        raise RefusedFileError(UNSURE)
    # Where the given day is another, only lengths of stay are read, and they are the same in either order.
    return find_order_of(day, texts) or DateOrder.DAY_FIRST


def _start(call: Call, order: DateOrder | None) -> datetime | None:
    """When the call began: as the file says, else when the first person joined."""
    if start := read_moment(call.start, order):
        return start
    return min((moment for row in call.rows if (moment := read_moment(row.joined, order))), default=None)


def _minutes(row: CallRow, order: DateOrder | None) -> float | None:
    if row.minutes:
        return read_minutes(row.minutes)
    joined, left = read_moment(row.joined, order), read_moment(row.left, order)
    return (left - joined) / _MINUTE if joined and left and joined <= left else None


def _compare(call: Call, counts: PeopleCounts) -> list[str]:
    listed = counts.came + counts.short
    if not call.said.isdecimal() or int(call.said) == listed:
        return []
    return [f"The file itself says {call.said} people; its list holds {listed} different ones."]


def _describe_day(meeting: Meeting, asked: Asked) -> list[str]:
    day = given_day(asked)
    if meeting.day is None or day in (None, meeting.day):
        return []
    return [f"The file says {meeting.day:%d %B %Y}; the day given as workshop_date was taken instead."]


class CallLayout(Layout):
    """A list of who was in one call. Subclasses say where its columns are and how its rows are read."""

    kind: ClassVar = "workshops"
    questions: ClassVar = CALL_QUESTIONS

    def find(self, table: RawTable) -> FoundColumns | None:
        """Where the columns of the list stand, if the table is such a list."""
        raise NotImplementedError

    def read_call(self, table: RawTable, found: FoundColumns) -> Call:
        """What the list tells of its call."""
        raise NotImplementedError

    def fits(self, table: RawTable) -> bool:
        """Whether the columns are there."""
        return self.find(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count the people of the first list; see the base class."""
        table, found = next((table, found) for table in tables if (found := self.find(table)))
        return rewrite_call(self.read_call(table, found), asked)
